"""The `[[greeting]]` tables of a programme document: birthdays, anniversaries, festivals."""

from typing import Literal, cast

from app.domain.programme import Programme
from app.domain.promises import Greeting, Prize
from app.wire.programmes.parts import text
from app.wire.programmes.prizes import check_prize, read_prize
from app.wire.programmes.rules import Words
from app.wire.programmes.table import Faults, Table, as_day, meant, one_of, shown

OCCASIONS = ("birthday", "anniversary", "festival")
DAYS_MAX = 60
ACTIVE_DAYS_MAX = 3660
DAYS_DEFAULT = 7


def read_greetings(root: Table, words: Words) -> tuple[Greeting, ...]:
    """Return the greetings in the order they are written."""
    return tuple(_greeting(table, words) for table in root.tables("greeting"))


def _greeting(table: Table, words: Words) -> Greeting:
    if "occasion" not in table:
        table.fault("occasion", f"one of {one_of(OCCASIONS)}")
    occasion = table.choice("occasion", OCCASIONS, "birthday")
    festival = occasion == "festival"
    dates = tuple(table.items("dates", as_day, 'a date such as "2026-11-08"')) if festival else ()
    holiday = table.string("holiday", "the English name of a holiday", "") if festival else ""
    if festival and not holiday and not dates and not table.faults.blame((*table.path, "dates")):
        table.fault("holiday", "the English name of a holiday, or dates")
    greeting = Greeting(
        id=table.name("id"),
        occasion=cast('Literal["birthday", "anniversary", "festival"]', occasion),
        title=text(table, "title", words.languages),
        note=text(table, "note", words.languages),
        prize=_prize(table, "prize", words),
        tier_prizes=_tier_prizes(table, words),
        holiday=holiday,
        dates=dates,
        days=table.integer("days", 0, DAYS_MAX, DAYS_DEFAULT),
        active_days=table.integer("active_days", 0, ACTIVE_DAYS_MAX, 0),
        lead_days=table.integer("lead_days", 0, DAYS_MAX, 0),
    )
    table.close()
    return greeting


def _prize(table: Table, key: str, words: Words) -> Prize:
    """Return the prize of a key; a greeting may be a note alone."""
    return read_prize(table.table(key), words) if table.get(key) is not None else Prize()


def _tier_prizes(table: Table, words: Words) -> dict[str, Prize] | None:
    if table.get("tiers") is None:
        return None
    own = table.table("tiers")
    prizes = {tier: _prize(own, tier, words) for tier in words.tiers if tier in own}
    for tier in words.tiers:
        own.get(tier)
    own.close()
    return prizes or None


def check_greetings(programme: Programme, faults: Faults) -> None:
    """Add ids used twice, holidays nobody knows, and prizes the programme does not have."""
    seen: set[str] = set()
    holidays = programme.calendar.holidays or {}
    for at, greeting in enumerate(programme.greetings):
        path = ("greeting", at)
        if greeting.id and greeting.id in seen:
            faults.add((*path, "id"), shown(greeting.id), "an id no other greeting has")
        seen.add(greeting.id)
        if greeting.holiday and greeting.holiday not in holidays:
            known = "one of the holidays of [calendar]" if holidays else "holidays in [calendar]"
            expected = known + meant(greeting.holiday, holidays)
            faults.add((*path, "holiday"), shown(greeting.holiday), expected)
        check_prize(programme, greeting.prize, (*path, "prize"), faults)
        for tier, prize in (greeting.tier_prizes or {}).items():
            check_prize(programme, prize, (*path, "tiers", tier), faults)

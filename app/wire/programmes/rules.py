"""The `[[earn]]` tables of a programme document."""

from datetime import date
from typing import NamedTuple, cast, get_args

from app.domain.coins import LotTerms
from app.domain.conditions import CapPeriod, Condition
from app.domain.money import parse_minor
from app.domain.programme import EarnRule, RuleKind
from app.wire.programmes.parts import lot_terms, text
from app.wire.programmes.table import INTEGER_MAX, Table, as_day

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PERCENT_MAX = 10_000

_OWN_KEYS: dict[RuleKind, tuple[str, ...]] = {
    "per_amount": ("coins", "per"),
    "fixed": ("coins",),
    "multiplier": ("times", "percent"),
}
_KIND_KEYS = ("coins", "per", "times", "percent")


class Words(NamedTuple):
    """What rules refer to: languages, decimals of the currency, the shop's terms, tiers, stores."""

    languages: tuple[str, ...]
    digits: int
    terms: LotTerms
    tiers: tuple[str, ...]
    stores: tuple[str, ...]


def read_rule(table: Table, words: Words) -> EarnRule:
    """Return the rule of one `[[earn]]` table."""
    kind = _kind(table)
    amount = kind == "per_amount"
    cap_coins, cap_period = _cap(table)
    rule = EarnRule(
        id=table.name("id"),
        title=text(table, "title", words.languages),
        kind=kind,
        coins=0 if kind == "multiplier" else table.integer("coins", 1, INTEGER_MAX),
        per_minor=table.money("per", words.digits, 1) if amount else 0,
        percent=_percent(table) if kind == "multiplier" else 100,
        when=read_when(table.table("when"), words),
        group=table.string("group", "the name of a group", ""),
        cap_coins=cap_coins,
        cap_period=cap_period,
        terms=own_terms(table, words.terms),
        campaign=table.string("campaign", "the id of a campaign", ""),
    )
    table.close()
    return rule


def _kind(table: Table) -> RuleKind:
    """Return the kind given, or the one the keys tell; keys of another kind are faults."""
    kinds = get_args(RuleKind)
    if "kind" in table:
        kind = cast("RuleKind", table.choice("kind", kinds, "fixed"))
        if table.faults.blame((*table.path, "kind")):
            kind = _told(table)
    else:
        kind = _told(table)
        if not any(key in table for key in _KIND_KEYS):
            table.fault("coins", "coins, coins and per, or times")
    for key in _KIND_KEYS:
        if key in table and key not in _OWN_KEYS[kind]:
            table.get(key)
            table.fault(key, f"no {key} in a {kind} rule, only {' and '.join(_OWN_KEYS[kind])}")
    return kind


def _told(table: Table) -> RuleKind:
    if "per" in table:
        return "per_amount"
    return "multiplier" if "times" in table or "percent" in table else "fixed"


def _percent(table: Table) -> int:
    """Return a multiplier's percentage from `times` ("1.5") or `percent` (150)."""
    if "times" not in table:
        return table.integer("percent", 101, PERCENT_MAX)
    table.get("percent")
    if "percent" in table:
        table.fault("percent", "either times or percent, not both")
    return read_times(table, "times")


def read_times(table: Table, key: str) -> int:
    """Return how often coins count ("1.5") as a percentage (150)."""
    found = table.get(key)
    hundredths = parse_minor(str(found), 2) if isinstance(found, str | int) else None
    if hundredths is None or isinstance(found, bool) or not 100 < hundredths <= PERCENT_MAX:
        table.fault(key, 'a number above 1 in quotes, at most 2 decimals, such as "1.5"')
        return 200
    return hundredths


def _cap(table: Table) -> tuple[int | None, CapPeriod]:
    if table.get("cap") is None:
        return None, "bill"
    cap = table.table("cap")
    coins = cap.integer("coins", 1, INTEGER_MAX)
    period = cast("CapPeriod", cap.choice("per", get_args(CapPeriod), "bill"))
    cap.close()
    return coins, period


def own_terms(table: Table, default: LotTerms) -> LotTerms | None:
    """Return how long what a table gives lives, or None when it says nothing of it."""
    own = any(key in table for key in ("expiry_months", "month_end", "pending_days"))
    terms = lot_terms(table, default)
    return terms if own else None


def read_when(table: Table, words: Words) -> Condition:
    """Return the condition of a `when` table."""
    stores = table.among("stores", words.stores) if words.stores else None
    condition = Condition(
        weekdays=frozenset(WEEKDAYS.index(day) for day in table.among("weekdays", WEEKDAYS)),
        from_time=table.clock("from"),
        until_time=table.clock("until"),
        dates=tuple(
            table.items(
                "dates",
                read_window,
                'a date or a pair of dates in order, such as ["2026-10-15", "2026-11-15"]',
            )
        ),
        days_of_month=frozenset(table.whole("days_of_month", 1, 31)),
        payday=table.switch("payday", default=False),
        skus=frozenset(table.words("skus", "skus")),
        categories=frozenset(table.words("categories", "categories")),
        minimum_minor=table.money("minimum", words.digits, 1, 0),
        tiers=frozenset(table.among("tiers", words.tiers)),
        stores=frozenset(table.words("stores", "store names") if stores is None else stores),
        first_purchase=table.switch("first_purchase", default=False),
    )
    table.close()
    return condition


def read_window(value: object) -> tuple[date, date] | None:
    """Return a window of dates, both included; a single date is a window of one day."""
    pair = value if isinstance(value, list) else [value, value]
    if len(pair) != 2:
        return None
    first, last = as_day(pair[0]), as_day(pair[1])
    if first is None or last is None or last < first:
        return None
    return first, last

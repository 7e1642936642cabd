"""The `[[gift]]` tables of a programme document, and their checks."""

from typing import cast, get_args

from app.domain.conditions import CapPeriod
from app.domain.programme import Programme
from app.domain.promises import GiftRule
from app.wire.programmes.parts import text
from app.wire.programmes.prizes import check_prize, read_prize
from app.wire.programmes.rules import Words, read_when
from app.wire.programmes.table import INTEGER_MAX, Faults, Table, shown


def read_gifts(root: Table, words: Words) -> tuple[GiftRule, ...]:
    """Return the gift rules of a document, in its order."""
    return tuple(_gift(table, words) for table in root.tables("gift"))


def _gift(table: Table, words: Words) -> GiftRule:
    cap, period = _cap(table)
    gift = GiftRule(
        id=table.name("id"),
        title=text(table, "title", words.languages),
        prize=read_prize(table.table("prize"), words),
        when=read_when(table.table("when"), words),
        per_minor=table.money("per", words.digits, 1, 0),
        cap=cap,
        cap_period=period,
        campaign=table.string("campaign", "the id of a campaign", ""),
    )
    table.close()
    return gift


def _cap(table: Table) -> tuple[int | None, CapPeriod]:
    if table.get("cap") is None:
        return None, "bill"
    cap = table.table("cap")
    times = cap.integer("times", 1, INTEGER_MAX)
    period = cast("CapPeriod", cap.choice("per", get_args(CapPeriod), "bill"))
    cap.close()
    return times, period


def check_gifts(programme: Programme, faults: Faults) -> None:
    """Add gift rules that share an id, or whose prize the programme does not have."""
    first: dict[str, int] = {}
    for at, gift in enumerate(programme.gifts):
        path = ("gift", at)
        if gift.id and gift.id in first:
            expected = f"an id of its own (gift[{first[gift.id] + 1}] has this one)"
            faults.add((*path, "id"), shown(gift.id), expected)
        first.setdefault(gift.id, at)
        if faults.blame(path):
            continue
        check_prize(programme, gift.prize, (*path, "prize"), faults)
        if gift.per_minor and gift.prize.reward:
            expected = "no per: a voucher comes once with a bill"
            faults.add((*path, "per"), "a reward for every so much", expected)

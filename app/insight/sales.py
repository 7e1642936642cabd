"""Sales and returns line by line, in the columns `sikka import sales` reads, and a few more."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from app.domain.events import Event
from app.domain.facts import Claimed, Line, Returned, Sold, Voided
from app.domain.money import round_half_up
from app.insight import feed
from app.insight.members import numbers
from app.services.shop import Shop
from app.wire import sales_csv
from app.wire.exports import Cell

COLUMNS = (*sales_csv.NEEDED, *sales_csv.OPTIONAL, "net_minor", "coin_minor", "coins")


def sale_rows(shop: Shop, until: date | None) -> Iterator[tuple[Cell, ...]]:
    """Yield a row per line of every sale and return up to a business date.

    Voided sales are left out; a guest sale credited later carries the member. `net_minor` is the
    money paid for the line, `coin_minor` what coins paid; `coins` are those earned by the sale or
    taken back by the return, on its first line.
    """
    voided, claimed = _afterwards(shop, until)
    names = numbers(shop)
    digits = shop.programme.currency_digits
    archive = feed.Archive(shop.folder)
    try:
        for _, event in feed.events(shop.folder, until):
            if isinstance(event.facts, Sold) and event.id not in voided:
                member, coins = claimed.get(event.id, (event.member, _granted(event.facts)))
                yield from _sold(event, event.facts, names.get(member, member), coins, digits)
            elif isinstance(event.facts, Returned) and event.id not in voided:
                member = names.get(event.member, event.member)
                yield from _returned(event, event.facts, member, archive, digits)
    finally:
        archive.close()


def _afterwards(shop: Shop, until: date | None) -> tuple[set[str], dict[str, tuple[str, int]]]:
    voided: set[str] = set()
    claimed: dict[str, tuple[str, int]] = {}
    for _, event in feed.events(shop.folder, until):
        match event.facts:
            case Voided(sale=sale):
                voided.add(sale)
            case Returned(undoes=undone) if undone:
                voided |= {undone, event.id}
            case Claimed(sale=sale, steps=steps):
                claimed[sale] = event.member, sum(step.granted for step in steps)
            case _:
                pass
    return voided, claimed


def _granted(sold: Sold) -> int:
    return sum(step.granted for step in sold.steps)


def _sold(
    event: Event, sold: Sold, member: str, coins: int, digits: int
) -> Iterator[tuple[Cell, ...]]:
    for at, line in enumerate(sold.lines):
        worth = round_half_up(line.unit_price_minor * line.quantity_milli, 1000)
        discount = worth - line.net_minor - line.coin_minor
        earned = coins if at == 0 else 0
        yield _row(
            event, sold.bill_number, "sale", member, line, "", discount, line.net_minor, earned,
            digits,
        )  # fmt: skip


def _returned(
    event: Event, returned: Returned, member: str, archive: feed.Archive, digits: int
) -> Iterator[tuple[Cell, ...]]:
    taken = returned.coins_taken
    for part in returned.parts:
        sale = archive.event(part.sale)
        if sale is None or not isinstance(sale.facts, Sold):
            continue
        # Units may stay when money comes back, and then the line has no quantity to name.
        sold = sale.facts.lines[part.line]
        line = sold._replace(quantity_milli=part.quantity_milli, coin_minor=0)
        number = sale.facts.bill_number
        yield _row(
            event, returned.receipt, "return", member, line, number, 0, part.amount_minor, taken,
            digits,
        )  # fmt: skip
        taken = 0
    for line in returned.unmatched:
        yield _row(event, returned.receipt, "return", member, line, "", 0, 0, taken, digits)
        taken = 0


def _row(
    event: Event,
    number: str,
    kind: str,
    member: str,
    line: Line,
    original: str,
    discount: int,
    net_minor: int,
    coins: int,
    digits: int,
) -> tuple[Cell, ...]:
    local = datetime.fromtimestamp(event.at_ms // 1000, UTC) + timedelta(minutes=event.offset_min)
    return (
        number,
        kind,
        local.replace(tzinfo=None).isoformat(),
        member,
        line.sku,
        line.name,
        decimal(line.quantity_milli, 3),
        decimal(line.unit_price_minor, digits),
        original,
        line.category,
        decimal(discount, digits),
        event.store,
        event.till,
        event.staff,
        net_minor,
        line.coin_minor,
        coins,
    )


def decimal(value: int, digits: int) -> str:
    """Return an integer of the smallest units as a decimal without needless zeros: 1250 -> 1.25."""
    sign, whole = ("-", -value) if value < 0 else ("", value)
    units, part = divmod(whole, 10**digits)
    rest = f"{part:0{digits}}".rstrip("0") if digits else ""
    return f"{sign}{units}.{rest}" if rest else f"{sign}{units}"

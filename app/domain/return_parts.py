"""Which units of which sales come back, by line, by amount or without a bill (LEDGER.md 14)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.facts import Line, ReturnPart
from app.domain.money import round_half_up
from app.domain.open_sales import Kept, OpenSale


class Asked(NamedTuple):
    """Goods somebody brings back without saying from which bill."""

    sku: str
    name: str
    quantity_milli: int
    unit_price_minor: int


@dataclass(frozen=True, slots=True)
class TooMuch:
    """More comes back than is kept: `line` (from 0), what is left of it."""

    line: int
    left: Kept


@dataclass(frozen=True, slots=True)
class NothingToReturn:
    """No quantity and no amount was named."""


@dataclass(frozen=True, slots=True)
class WindowOver:
    """The return window closed on `last_day`."""

    last_day: date


def line_part(sale: OpenSale, line: int, quantity_milli: int) -> ReturnPart | TooMuch:
    """Return the part that gives back a quantity of one line, with its money.

    Money is what the kept units cost before less after, so the last unit gives the rest.
    """
    left = sale.kept[line]
    if quantity_milli <= 0 or quantity_milli > left.quantity_milli:
        return TooMuch(line, left)
    after = left.quantity_milli - quantity_milli
    stays = round_half_up(left.net_minor * after, left.quantity_milli)
    return ReturnPart(sale.sale, line, quantity_milli, left.net_minor - stays)


def amount_parts(
    sale: OpenSale, amount_minor: int
) -> tuple[ReturnPart, ...] | TooMuch | NothingToReturn:
    """Return parts that give back an amount of money, last line first.

    The units of a line go when all its money does.
    """
    if amount_minor <= 0:
        return NothingToReturn()
    parts: list[ReturnPart] = []
    rest = amount_minor
    for line in range(len(sale.kept) - 1, -1, -1):
        left = sale.kept[line]
        amount = min(rest, left.net_minor)
        if amount:
            units = left.quantity_milli if amount == left.net_minor else 0
            parts.append(ReturnPart(sale.sale, line, units, amount))
            rest -= amount
    if rest:
        return TooMuch(0, Kept(0, sum(kept.net_minor for kept in sale.kept)))
    return tuple(parts)


def match_unlinked(
    sales: Iterable[OpenSale], asked: Sequence[Asked], on: date, window_days: int
) -> tuple[tuple[ReturnPart, ...], tuple[Line, ...]]:
    """Match goods to the member's own kept units; return the parts and what matches nothing.

    Latest sale first, within a bill the last line first, while the sale's business date plus
    the window is not before `on`; each sold unit once, at the sale's own price. Goods without a
    code match nothing: a line without one is a bill entered by amount.
    """
    newest_first = sorted(sales, key=lambda sale: (sale.on, sale.at_ms, sale.sale), reverse=True)
    open_sales = [
        sale
        for sale in newest_first
        if not sale.voided and sale.on <= on <= sale.on + timedelta(days=window_days)
    ]
    left = {sale.sale: list(sale.kept) for sale in open_sales}
    parts: list[ReturnPart] = []
    unmatched: list[Line] = []
    for goods in asked:
        missing = goods.quantity_milli
        for sale in open_sales:
            for line in range(len(sale.kept) - 1, -1, -1):
                kept = left[sale.sale][line]
                if not missing or not goods.sku or sale.sold.lines[line].sku != goods.sku:
                    continue
                quantity = min(missing, kept.quantity_milli)
                if quantity:
                    after = kept.quantity_milli - quantity
                    stays = round_half_up(kept.net_minor * after, kept.quantity_milli)
                    parts.append(ReturnPart(sale.sale, line, quantity, kept.net_minor - stays))
                    left[sale.sale][line] = Kept(after, stays)
                    missing -= quantity
            if not missing:
                break
        if missing:
            worth = round_half_up(goods.unit_price_minor * missing, 1000)
            unmatched.append(
                Line(goods.sku, goods.name, "", missing, goods.unit_price_minor, worth)
            )
    return tuple(parts), tuple(unmatched)

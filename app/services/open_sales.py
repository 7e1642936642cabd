"""Sales as they stand after what came back of them, own unsent events included."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from app.domain.bills import number_key
from app.domain.events import Event
from app.domain.facts import Claimed, Returned, Sold, Voided
from app.domain.open_sales import OpenSale, follow, open_sale, untouched
from app.services.shop import Moment, Shop
from app.storage import sales as sale_rows
from app.storage.writer import Tx


def sale_of(shop: Shop, sale_id: str, tx: Tx | None = None) -> OpenSale | None:
    """Return a sale with everything that came back of it, or None when it is not known here."""
    with shop.db.rows(tx) as (cursor, pending):
        sale = sale_rows.sale_by_id(cursor, sale_id)
    if sale is None:
        sold = next((one for one in pending if one.id == sale_id), None)
        if sold is None or not isinstance(sold.facts, Sold):
            return None
        sale = open_sale(sold)
    return _followed(sale, pending)


def sales_numbered(shop: Shop, bill_number: str) -> tuple[OpenSale, ...]:
    """Return the sales with a bill number, newest first."""
    number = number_key(bill_number)
    with shop.db.rows(None) as (cursor, pending):
        sales = sale_rows.sales_by_number(cursor, number)
    return _newest_first(
        _with_pending(pending, sales, lambda sold: number_key(sold.bill_number) == number)
    )


def sales_of_member(
    shop: Shop, member: str, moment: Moment, tx: Tx | None = None
) -> tuple[OpenSale, ...]:
    """Return a member's sales of the last `return_window_days` days, newest first."""
    since = moment.on - timedelta(days=shop.programme.return_window_days)
    family = shop.family(member, tx)
    with shop.db.rows(tx) as (cursor, pending):
        sales = [sale for one in family for sale in sale_rows.sales_of_member(cursor, one, since)]
    # A guest's unsent sale may have been claimed for the member since.
    found = _with_pending(
        [one for one in pending if one.member in {"", *family}], sales, lambda _: True
    )
    return _newest_first(sale for sale in found if sale.member in family and sale.on >= since)


def _newest_first(sales: Iterable[OpenSale]) -> tuple[OpenSale, ...]:
    return tuple(sorted(sales, key=lambda sale: (sale.on, sale.at_ms, sale.sale), reverse=True))


def _with_pending(
    events: list[Event], sales: list[OpenSale], wanted: Callable[[Sold], bool]
) -> list[OpenSale]:
    known = {sale.sale for sale in sales}
    fresh = [
        open_sale(event)
        for event in events
        if isinstance(event.facts, Sold) and event.id not in known and wanted(event.facts)
    ]
    return [_followed(sale, events) for sale in (*sales, *fresh)]


def _followed(sale: OpenSale, events: list[Event]) -> OpenSale:
    for event in events:
        match event.facts:
            case Voided(sale=of) | Claimed(sale=of) if of == sale.sale:
                sale = follow(sale, event)
            case Returned(parts=parts) if any(part.sale == sale.sale for part in parts):
                sale = follow(sale, event)
            case _:
                pass
    return sale


@dataclass(frozen=True, slots=True)
class SaleRow:
    """A sale in the list of today."""

    sale: str
    bill_number: str
    at_ms: int
    member: str
    total_minor: int
    coins: int
    voided: bool
    returned: bool


def todays_sales(shop: Shop, limit: int = 50) -> tuple[SaleRow, ...]:
    """Return the latest sales of today's business date, newest first."""
    moment = shop.moment()
    with shop.db.rows(None) as (cursor, pending):
        sales = sale_rows.sales_on(cursor, moment.on)
    found = _with_pending(pending, sales, lambda sold: sold.context.on == moment.on)
    return tuple(
        SaleRow(
            sale=sale.sale,
            bill_number=sale.sold.bill_number,
            at_ms=sale.at_ms,
            member=sale.member,
            total_minor=sale.sold.total_minor,
            coins=sum(earn.amount for earn in sale.earned),
            voided=sale.voided,
            returned=not sale.voided and not untouched(sale),
        )
        for sale in _newest_first(found)[:limit]
    )

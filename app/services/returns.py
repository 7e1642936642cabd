"""The return desk: preview every coin, then record exactly that (LEDGER.md 14, 15)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.bill_faults import NoBillNumber
from app.domain.companions import void_key
from app.domain.events import Event
from app.domain.facts import Line, ReturnPart
from app.domain.open_sales import Kept, OpenSale, nothing_kept, with_kept
from app.domain.return_parts import (
    Asked,
    NothingToReturn,
    TooMuch,
    WindowOver,
    amount_parts,
    line_part,
    match_unlinked,
)
from app.domain.returns import TakenBack, take_back
from app.services.companions import keys_of_sale, own_claims_back
from app.services.open_sales import sale_of, sales_of_member
from app.services.reviews import unrated
from app.services.sales import AlreadyRecorded, bill_period, receipt_key
from app.services.shop import Moment, Shop
from app.services.voids import AlreadyVoided, SaleUnknown
from app.services.writing import DiskFull
from app.storage import sales as sale_rows
from app.storage.writer import StorageFullError, Tx


@dataclass(frozen=True, slots=True)
class ReturnAsk:
    """What comes back. `id` is minted when the desk opens; `receipt` is the return's own number.

    Either `sale` with `lines` ((line, thousandths of a unit), …) or `amount_minor`, or the
    `goods` of a `member` (empty = guest) without a bill.
    """

    id: str
    receipt: str
    sale: str = ""
    lines: tuple[tuple[int, int], ...] = ()
    amount_minor: int = 0
    member: str = ""
    goods: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherMember:
    """The bill belongs to another member than the one at the counter."""

    member: str


@dataclass(frozen=True, slots=True)
class ReceiptNumberUsed:
    """Another return of this till has that number."""

    receipt: str


@dataclass(frozen=True, slots=True)
class ReturnPreview:
    """What the return would do, to the last coin."""

    member: str
    taken: TakenBack


@dataclass(frozen=True, slots=True)
class ReturnRecorded:
    """The return is in the journal."""

    event: str
    member: str
    taken: TakenBack


Refusal = (
    SaleUnknown
    | AlreadyVoided
    | WindowOver
    | TooMuch
    | NothingToReturn
    | OtherMember
    | NoBillNumber
)
PreviewOutcome = ReturnPreview | Refusal
Refused = Refusal | AlreadyRecorded | ReceiptNumberUsed | DiskFull
ReturnOutcome = ReturnRecorded | Refused


def preview_return(shop: Shop, ask: ReturnAsk) -> PreviewOutcome:
    """Work out a return without recording it."""
    return _work_out(shop, ask, shop.moment(), None)


def record_return(
    shop: Shop, staff: str, ask: ReturnAsk, moment: Moment | None = None
) -> ReturnOutcome:
    """Record a return in one transaction; the ask's id makes a second press harmless."""
    at = moment or shop.moment()
    try:
        return shop.record(lambda tx: decide_return(shop, staff, ask, at, tx))
    except StorageFullError:
        return DiskFull()


def decide_return(
    shop: Shop, staff: str, ask: ReturnAsk, at: Moment, tx: Tx
) -> tuple[tuple[Event, ...], ReturnOutcome]:
    """Return the events of a return and its outcome, inside the transaction that writes them."""
    period = bill_period(shop.programme, at)
    key = receipt_key("return", shop, period, ask.receipt)
    if not ask.receipt.strip():
        return (), NoBillNumber()
    holder = sale_rows.owner_of_key(tx.cursor, key)
    if holder == ask.id or sale_rows.is_journalled(tx.cursor, ask.id):
        return (), AlreadyRecorded(ask.id)
    if holder:
        return (), ReceiptNumberUsed(ask.receipt)
    outcome = _work_out(shop, ask, at, tx)
    if not isinstance(outcome, ReturnPreview):
        return (), outcome
    whole = [sale for sale in outcome.taken.sales if nothing_kept(sale)]
    releases = tuple(one for sale in whole for one in keys_of_sale(tx, sale))
    # What came back whole from one bill comes back at no other station, and is not void too.
    last = (void_key(ask.sale),) if ask.sale and whole else ()
    event = shop.event(
        "returned",
        outcome.taken.facts,
        member=outcome.member,
        staff=staff,
        effects=outcome.taken.effects,
        once=(key, *last),
        releases=releases,
        event_id=ask.id,
        moment=at,
    )
    sale_rows.keep_key(tx.cursor, key, ask.id)
    for one in last:
        # A return of this till that the cell refused may hold it still.
        sale_rows.release_key(tx.cursor, one)
        sale_rows.keep_key(tx.cursor, one, ask.id)
    for one in releases:
        sale_rows.release_key(tx.cursor, one)
    events = (event, *unrated(shop, tx, event, outcome.taken.sales))
    return events, ReturnRecorded(ask.id, outcome.member, outcome.taken)


def _work_out(shop: Shop, ask: ReturnAsk, at: Moment, tx: Tx | None) -> PreviewOutcome:
    found = _linked(shop, ask, at, tx) if ask.sale else _unlinked(shop, ask, at, tx)
    if not isinstance(found, _Found):
        return found
    state = shop.state(found.member, tx) if found.member else None
    taken = take_back(
        shop.programme,
        shop.rules_of,
        state,
        found.sales,
        found.parts,
        found.unmatched,
        ask.receipt,
        bill_period(shop.programme, at),
        at.on,
    )
    back = own_claims_back(shop, tx, taken.effects, (sale.sale for sale in taken.sales))
    return ReturnPreview(state.member if state else "", replace(taken, effects=back))


@dataclass(frozen=True, slots=True)
class _Found:
    member: str
    sales: tuple[OpenSale, ...]
    parts: tuple[ReturnPart, ...]
    unmatched: tuple[Line, ...]


def _linked(shop: Shop, ask: ReturnAsk, at: Moment, tx: Tx | None) -> _Found | Refusal:
    sale = sale_of(shop, ask.sale, tx)
    if sale is None:
        return SaleUnknown()
    if sale.voided:
        return AlreadyVoided()
    if ask.member and sale.member:
        owner = shop.state(sale.member, tx).member
        if owner != shop.state(ask.member, tx).member:
            return OtherMember(owner)
    last_day = last_return_day(shop, sale)
    if at.on > last_day:
        return WindowOver(last_day)
    parts = _asked_parts(sale, ask)
    if isinstance(parts, TooMuch | NothingToReturn):
        return parts
    return _Found(sale.member, (sale,), parts, ())


def last_return_day(shop: Shop, sale: OpenSale) -> date:
    """Return the last business date on which a sale's goods may come back.

    The window is the one the sale was made with: so long, what it brought is known.
    """
    return sale.on + timedelta(days=shop.rules_of(sale.programme).programme.return_window_days)


def _asked_parts(
    sale: OpenSale, ask: ReturnAsk
) -> tuple[ReturnPart, ...] | TooMuch | NothingToReturn:
    if ask.amount_minor:
        return amount_parts(sale, ask.amount_minor)
    parts: list[ReturnPart] = []
    kept = list(sale.kept)
    for line, quantity in ask.lines:
        if not 0 <= line < len(kept):
            return TooMuch(line, Kept(0, 0))
        part = line_part(with_kept(sale, kept), line, quantity)
        if isinstance(part, TooMuch):
            return part
        parts.append(part)
        left = kept[line]
        kept[line] = Kept(
            left.quantity_milli - part.quantity_milli, left.net_minor - part.amount_minor
        )
    return tuple(parts) or NothingToReturn()


def _unlinked(shop: Shop, ask: ReturnAsk, at: Moment, tx: Tx | None) -> _Found | Refusal:
    if not ask.goods or any(goods.quantity_milli <= 0 for goods in ask.goods):
        return NothingToReturn()
    member = shop.state(ask.member, tx).member if ask.member else ""
    sales = sales_of_member(shop, member, at, tx) if member else ()
    sales = tuple(sale for sale in sales if at.on <= last_return_day(shop, sale))
    parts, unmatched = match_unlinked(sales, ask.goods, at.on, shop.programme.return_window_days)
    return _Found(member, sales, parts, unmatched)

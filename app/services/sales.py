"""Record a bill: decided and written in one transaction."""

from dataclasses import dataclass

from app.domain.bill_faults import BillFault, VoucherUnfit, fault_of
from app.domain.bills import Bill, number_key
from app.domain.calendar import numbering_period
from app.domain.companions import claim_key
from app.domain.effects import Grant
from app.domain.events import Event
from app.domain.facts import Off, Step
from app.domain.fold import fold
from app.domain.members import MemberState
from app.domain.programme import Programme
from app.domain.promos import single_key
from app.domain.sales import collect_minor, context_of, sell
from app.services.authority import Ask
from app.services.companions import companions_of, promo_keys_of, taken_voucher
from app.services.open_sales import sale_of
from app.services.shop import Moment, Shop
from app.services.spending import SpendRefusal, record_spend
from app.services.writing import DiskFull
from app.storage import baskets as basket_rows
from app.storage import sales as sale_rows
from app.storage.writer import Tx


@dataclass(frozen=True, slots=True)
class SaleRecorded:
    """The sale is in the journal. `coin_minor` comes off on the till, `collect_minor` is due.

    `offs` are what Sikka took off before coins, `gifts` what came with the bill.
    """

    sale: str
    bill_number: str
    member: str
    total_minor: int
    coin_minor: int
    collect_minor: int
    coins_earned: int
    steps: tuple[Step, ...]
    state: MemberState | None
    offs: tuple[Off, ...] = ()
    credit_minor: int = 0
    gifts: tuple[Grant, ...] = ()


@dataclass(frozen=True, slots=True)
class AlreadyRecorded:
    """This very bill was recorded before; nothing was added."""

    sale: str


@dataclass(frozen=True, slots=True)
class BillNumberUsed:
    """Another bill of this till has that number in this period."""

    bill_number: str
    sale: str
    at_ms: int
    total_minor: int


SaleRefused = AlreadyRecorded | BillNumberUsed | DiskFull | BillFault | SpendRefusal
SaleOutcome = SaleRecorded | SaleRefused


def bill_period(programme: Programme, moment: Moment) -> str:
    """Return the key of the numbering period a bill of this moment belongs to."""
    return numbering_period(moment.on, programme.numbering, programme.financial_year_month)


def receipt_key(kind: str, shop: Shop, period: str, number: str) -> str:
    """Return the once key that guards a bill number of this till (LEDGER.md 6)."""
    return f"{kind}:{shop.store}:{shop.till}:{period}:{number_key(number)}"


def record_sale(shop: Shop, staff: str, bill: Bill, moment: Moment | None = None) -> SaleOutcome:
    """Decide and write one sale in one transaction; the bill's id makes a second press harmless.

    A bill that was refused takes a new id: what was reserved for the old one is let go for good.
    """
    at = moment or shop.moment()
    outcome = record_spend(
        shop,
        ask_of(bill) if shop.authority else None,
        lambda tx, _: decide_sale(shop, staff, bill, at, tx),
    )
    if isinstance(outcome, SaleRecorded):
        shop.last_sale = (outcome.sale, staff, shop.clock.monotonic())
    return outcome


def decide_sale(
    shop: Shop, staff: str, bill: Bill, at: Moment, tx: Tx, after: tuple[Event, ...] = ()
) -> tuple[tuple[Event, ...], SaleOutcome]:
    """Return the events of a sale and its outcome, inside the transaction that writes them.

    `after` are events of the same member that this transaction writes first.
    """
    rules = shop.rules
    period = bill_period(rules.programme, at)
    key = receipt_key("receipt", shop, period, bill.number)
    known = _known(shop, bill, key, tx)
    if known is not None:
        return (), known
    state = _state(shop, bill.member, tx, after)
    context = context_of(rules, state, at.on, at.minute, shop.store)
    fault = fault_of(bill, rules, state, context)
    if fault is not None:
        return (), fault
    used = taken_voucher(tx, bill) or promo_keys_of(tx, bill, rules.programme, state)
    if isinstance(used, VoucherUnfit):
        return (), used
    sold, effects, rating = sell(rules, bill, period, context, state, shop.place.cell_hint)
    event = shop.event(
        "sold",
        sold,
        member=state.member if state else "",
        staff=staff,
        effects=effects,
        once=(key,),
        event_id=bill.id,
        moment=at,
    )
    companions = companions_of(event, bill, used)
    for one in (event, *companions):
        for once in one.once:
            sale_rows.keep_key(tx.cursor, once, one.id)
    basket_rows.recorded(tx.cursor, bill.basket, bill.id)
    return (*companions, event), SaleRecorded(
        sale=bill.id,
        bill_number=bill.number,
        member=event.member,
        total_minor=sold.total_minor,
        coin_minor=sold.coin_minor,
        collect_minor=collect_minor(sold),
        coins_earned=rating.coins if rating else 0,
        steps=sold.steps,
        state=state,
        offs=sold.offs,
        credit_minor=sold.credit_minor,
        gifts=tuple(one for one in effects if isinstance(one, Grant)),
    )


def _known(shop: Shop, bill: Bill, key: str, tx: Tx) -> AlreadyRecorded | BillNumberUsed | None:
    """Return what this bill or its number already is in the journal."""
    holder = sale_rows.owner_of_key(tx.cursor, key)
    before = _recorded_as(tx, bill, holder)
    if before:
        return AlreadyRecorded(before)
    return _number_used(shop, tx, bill.number, holder) if holder else None


def _state(shop: Shop, member: str, tx: Tx, after: tuple[Event, ...]) -> MemberState | None:
    if not member:
        return None
    state = shop.state(member, tx)
    for event in after:
        state = fold(state, event)
    # Who was erased has no account to put coins in: the bill is a guest's.
    return None if state.erased else state


def _recorded_as(tx: Tx, bill: Bill, holder: str) -> str:
    """Return the sale that this bill, or the till's basket it was made from, already is."""
    if holder == bill.id or sale_rows.is_journalled(tx.cursor, bill.id):
        return bill.id
    return basket_rows.sale_of(tx.cursor, bill.basket)


def ask_of(bill: Bill) -> Ask | None:
    """Return what a bill spends, or None when it spends nothing."""
    keys = [claim_key(voucher) for voucher in bill.vouchers]
    if bill.promo_single:
        keys.append(single_key(bill.promo, bill.promo_single))
    if not (keys or bill.coins or bill.credit_minor):
        return None
    return Ask(bill.id, bill.member, bill.coins, bill.credit_minor, tuple(keys))


def _number_used(shop: Shop, tx: Tx, number: str, holder: str) -> BillNumberUsed:
    sale = sale_of(shop, holder, tx)
    if sale is None:
        return BillNumberUsed(number, holder, 0, 0)
    return BillNumberUsed(number, holder, sale.at_ms, sale.sold.total_minor)

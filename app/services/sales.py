"""Record a bill, take it back within five seconds or the same day, credit it afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from app.domain import facts
from app.domain.bill_faults import BillFault, NoAmount, VoucherUnfit, fault_of
from app.domain.bills import Bill, CoinRange, coin_range, number_key, price, promo_of, total_minor
from app.domain.calendar import numbering_period
from app.domain.companions import claim_key, companion_id
from app.domain.credit import cashback_of
from app.domain.effects import Claim, Effect, Grant, Unclaim
from app.domain.events import Event
from app.domain.facts import Off, Step, VoucherClaimed
from app.domain.fold import fold
from app.domain.gifts import NextGift, next_gift, prizes_of
from app.domain.members import MemberState, coins_on, credit_on
from app.domain.open_sales import OpenSale
from app.domain.programme import Programme
from app.domain.promises import Prize
from app.domain.promos import PromoAlreadyUsed, PromoUsedUp, promo_keys, single_key
from app.domain.rating import NextCoin, rate
from app.domain.sales import collect_minor, context_of, sell
from app.domain.vouchers import AlreadyClaimed
from app.services.authority import Ask
from app.services.open_sales import sale_of
from app.services.shop import Moment, Shop
from app.services.spending import SpendRefusal, record_spend
from app.services.writing import DiskFull, write_outcome
from app.storage import baskets as basket_rows
from app.storage import sales as sale_rows
from app.storage.vouchers import promo_uses
from app.storage.writer import Tx

__all__ = [
    "AlreadyRecorded",
    "BillNumberUsed",
    "DiskFull",
    "Estimate",
    "SaleOutcome",
    "SaleRecorded",
    "SaleRefused",
    "ask_of",
    "bill_period",
    "decide_sale",
    "estimate",
    "keys_of_sale",
    "own_claims_back",
    "receipt_key",
    "record_sale",
    "write_outcome",
]


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a bill would earn and cost if it were recorded now; the recorded one is the promise.

    `offs` are what Sikka takes off (a tier's price, vouchers, a promo), `off_minor` their sum,
    `credit_minor` what store credit pays and `credit_maximum_minor` what it could. `gifts` come
    with the bill, `next_gift` would with a larger one; `cashback_minor` comes back as credit.
    """

    total_minor: int
    coins: int
    steps: tuple[Step, ...]
    next_coin: NextCoin | None
    coin_range: CoinRange
    coin_minor: int
    collect_minor: int
    fault: BillFault | None
    offs: tuple[Off, ...] = ()
    off_minor: int = 0
    credit_minor: int = 0
    credit_maximum_minor: int = 0
    gifts: tuple[Prize, ...] = ()
    next_gift: NextGift | None = None
    cashback_minor: int = 0

    @property
    def till_off_minor(self) -> int:
        """What the cashier takes off on the till: prices, vouchers, coins, credit."""
        return self.total_minor - self.collect_minor


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


def estimate(shop: Shop, bill: Bill, state: MemberState | None, moment: Moment) -> Estimate:
    """Return what the bill earns and what the till must do; reads no disk."""
    rules = shop.rules
    total = total_minor(bill)
    context = context_of(rules, state, moment.on, moment.minute, shop.store)
    fault = fault_of(bill, rules, state, context)
    spendable = coins_on(state, moment.on).spendable if state else 0
    if isinstance(fault, NoAmount) or total <= 0 or any(q.quantity_milli <= 0 for q in bill.lines):
        usable = coin_range(rules.programme, spendable, max(0, total))
        return Estimate(max(0, total), 0, (), None, usable, 0, max(0, total), fault)
    lines, offs = price(bill, rules, context.tier, state)
    rating = rate(rules, lines, context) if state is not None else None
    coin_minor = sum(line.coin_minor for line in lines)
    off_minor = sum(off.amount_minor for off in offs)
    credit_minor = sum(line.credit_minor for line in lines)
    left_minor = total - off_minor - coin_minor
    found = Estimate(
        total_minor=total,
        coins=rating.coins if rating else 0,
        steps=rating.steps if rating else (),
        next_coin=rating.next_coin if rating else None,
        coin_range=coin_range(rules.programme, spendable, total - off_minor),
        coin_minor=coin_minor,
        collect_minor=left_minor - credit_minor,
        fault=fault,
        offs=offs,
        off_minor=off_minor,
        credit_minor=credit_minor,
    )
    if state is None:
        return found
    return replace(
        found,
        credit_maximum_minor=max(0, min(left_minor, credit_on(state, moment.on).spendable)),
        gifts=prizes_of(rules, lines, context, state),
        next_gift=next_gift(rules, lines, context, state),
        cashback_minor=sum(one.amount_minor for one in cashback_of(rules, lines, context)),
    )


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
    holder = sale_rows.owner_of_key(tx.cursor, key)
    before = _recorded_as(tx, bill, holder)
    if before:
        return (), AlreadyRecorded(before)
    if holder:
        return (), _number_used(shop, tx, bill.number, holder)
    state = _state(shop, bill.member, tx, after)
    context = context_of(rules, state, at.on, at.minute, shop.store)
    fault = fault_of(bill, rules, state, context)
    if fault is not None:
        return (), fault
    used = _taken_voucher(tx, bill) or _promo_keys(tx, bill, rules.programme, state)
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
    sale_rows.keep_key(tx.cursor, key, bill.id)
    basket_rows.recorded(tx.cursor, bill.basket, bill.id)
    claims = [_claim(event, voucher) for voucher in bill.vouchers]
    codes = [_code_used(event, bill, used)] if bill.promo else []
    for companion in (*claims, *codes):
        for one in companion.once:
            sale_rows.keep_key(tx.cursor, one, companion.id)
    return (*claims, *codes, event), SaleRecorded(
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


def _taken_voucher(tx: Tx, bill: Bill) -> VoucherUnfit | None:
    """Return a voucher whose one use the member's state does not show, but its key does."""
    for voucher in bill.vouchers:
        if sale_rows.owner_of_key(tx.cursor, claim_key(voucher)):
            return VoucherUnfit(voucher, AlreadyClaimed(None))
    return None


def _promo_keys(
    tx: Tx, bill: Bill, programme: Programme, state: MemberState | None
) -> tuple[str, ...] | VoucherUnfit:
    """Return the once keys a bill's promo takes, or why it cannot: used before, or used up."""
    promo = promo_of(programme, bill.promo) if bill.promo else None
    if promo is None:
        return ()
    keys = promo_keys(promo, bill.promo_single or None, state, bill.id)
    if any(sale_rows.owner_of_key(tx.cursor, key) for key in keys):
        return VoucherUnfit(promo.id, PromoAlreadyUsed())
    single = bool(promo.batch)
    if promo.limit is not None and promo_uses(tx.cursor, promo.id, single=single) >= promo.limit:
        return VoucherUnfit(promo.id, PromoUsedUp(promo.limit))
    return keys


def _claim(sale: Event, voucher: str) -> Event:
    key = claim_key(voucher)
    return replace(
        sale,
        id=companion_id(sale.id, key),
        kind="voucher_claimed",
        facts=VoucherClaimed(voucher, sale.id),
        effects=(Claim(voucher, sale.on),),
        once=(key,),
    )


def _code_used(sale: Event, bill: Bill, keys: tuple[str, ...]) -> Event:
    return replace(
        sale,
        id=companion_id(sale.id, f"promo:{bill.promo}"),
        kind="promo_used",
        facts=facts.PromoUsed(bill.promo, bill.promo_single, sale.id),
        effects=(),
        once=keys,
    )


def keys_of_sale(tx: Tx, sale: OpenSale) -> tuple[str, ...]:
    """Return the once keys of what went with a sale: claims of vouchers, codes used."""
    holders = {companion_id(sale.sale, f"{off.kind}:{off.ref}") for off in sale.sold.offs}
    return tuple(key for one in sorted(holders) for key in sale_rows.keys_of(tx.cursor, one))


def own_claims_back(
    shop: Shop, tx: Tx | None, effects: Iterable[Effect], sales: Iterable[str]
) -> tuple[Effect, ...]:
    """Return the effects of a void or return without vouchers another bill was first to use."""
    undone = tuple(sales)

    def stands(effect: Effect) -> bool:
        if not isinstance(effect, Unclaim):
            return True
        key = claim_key(effect.voucher)
        return owner(key) in {companion_id(sale, key) for sale in undone}

    with shop.db.cursor(tx) as cursor:
        owner = partial(sale_rows.owner_of_key, cursor)
        return tuple(effect for effect in effects if stands(effect))


def _number_used(shop: Shop, tx: Tx, number: str, holder: str) -> BillNumberUsed:
    sale = sale_of(shop, holder, tx)
    if sale is None:
        return BillNumberUsed(number, holder, 0, 0)
    return BillNumberUsed(number, holder, sale.at_ms, sale.sold.total_minor)

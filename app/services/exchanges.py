"""An exchange: goods come back and others are sold, both or neither."""

from dataclasses import dataclass, replace

from app.domain.bills import Bill
from app.domain.coins import Balance
from app.domain.companions import companion_id, undone_id, void_key
from app.domain.effects import Redebit, Respend
from app.domain.events import Event
from app.domain.facts import Returned, Voided
from app.domain.fold import fold
from app.domain.members import MemberState, coins_on, credit_on
from app.domain.open_sales import Kept, nothing_kept
from app.domain.return_parts import TooMuch
from app.domain.unreturning import unreturn_effects, unreturned
from app.services import returns, sales
from app.services.authority import Ask, KeyTaken, SpentElsewhere
from app.services.returns import ReturnAsk, ReturnRecorded
from app.services.sales import SaleRecorded
from app.services.shop import Moment, Shop
from app.services.spending import SpendRefusal, let_go, record_spend
from app.services.voids import UNDO_S, SaleVoided, UndoTooLate, VoidOutcome, decide_void
from app.services.writing import DiskFull
from app.storage import sales as sale_rows
from app.storage.writer import Tx


@dataclass(frozen=True, slots=True)
class ExchangePreview:
    """What would come back, and the member's `state` after it (None = a guest's bill)."""

    back: returns.ReturnPreview
    state: MemberState | None


@dataclass(frozen=True, slots=True)
class Undo:
    """The event that takes a return back, and what the member then has less than now."""

    event: Event
    coins: int
    credit_minor: int


@dataclass(frozen=True, slots=True)
class ExchangeRecorded:
    """Both are in the journal. `collect_minor` is what the till takes, below zero hands back.

    `undo` takes the return back; None where it cannot be as if it had never been (a voucher that
    came back or was withdrawn).
    """

    returned: ReturnRecorded
    sold: SaleRecorded
    undo: Undo | None = None

    @property
    def collect_minor(self) -> int:
        """The money between them, in minor units."""
        return self.sold.collect_minor - self.returned.taken.facts.refund_minor


@dataclass(frozen=True, slots=True)
class BackRefused:
    """The return was refused; nothing was recorded."""

    why: returns.Refused


@dataclass(frozen=True, slots=True)
class BillRefused:
    """The new bill was refused; nothing was recorded."""

    why: sales.SaleRefused


UndoOutcome = VoidOutcome | SpendRefusal
ExchangeOutcome = ExchangeRecorded | BackRefused | BillRefused | SpendRefusal | DiskFull


class _RefusedError(Exception):
    """Takes back what the transaction has done so far."""

    def __init__(self, outcome: BackRefused | BillRefused | SpentElsewhere) -> None:
        super().__init__(type(outcome).__name__)
        self.outcome = outcome


class _NotVoidError(Exception):
    """Takes back what the transaction has done so far: the new bill cannot be void."""

    def __init__(self, outcome: VoidOutcome) -> None:
        super().__init__(type(outcome).__name__)
        self.outcome = outcome


def preview_exchange(shop: Shop, ask: ReturnAsk) -> ExchangePreview | BackRefused:
    """Work out what comes back, and what the member has to spend on the new bill."""
    back = returns.preview_return(shop, ask)
    if not isinstance(back, returns.ReturnPreview):
        return BackRefused(back)
    if not back.member:
        return ExchangePreview(back, None)
    event = shop.event("returned", back.taken.facts, member=back.member, effects=back.taken.effects)
    return ExchangePreview(back, fold(shop.state(back.member), event))


def record_exchange(
    shop: Shop, staff: str, ask: ReturnAsk, bill: Bill, moment: Moment | None = None
) -> ExchangeOutcome:
    """Record a return and a sale in one transaction; their ids make a second press harmless.

    The new bill is the member's whose goods come back. It is worked out on what they have after
    the return: coins given back pay for it, and what the return takes is gone.
    """
    at = moment or shop.moment()
    if ask.sale:
        # A companion of the bill: what the hub reserves for the bill, it keeps for the return.
        ask = replace(ask, id=companion_id(bill.id, void_key(ask.sale)))
    looked = preview_exchange(shop, ask)
    asks = shop.authority is not None and sales.ask_of(bill) is not None
    spends = _spends(shop, ask, bill, looked) if asks else None

    def decide(tx: Tx) -> tuple[tuple[Event, ...], ExchangeRecorded]:
        back, returned = returns.decide_return(shop, staff, ask, at, tx)
        if not isinstance(returned, ReturnRecorded):
            raise _RefusedError(BackRefused(returned))
        if asks and not _is_as_seen(looked, returned):
            state = shop.state(returned.member, tx)
            have = coins_on(state, at.on).spendable, credit_on(state, at.on).spendable
            raise _RefusedError(SpentElsewhere(*have))
        theirs = replace(bill, member=returned.member)
        sale, sold = sales.decide_sale(shop, staff, theirs, at, tx, after=back)
        if not isinstance(sold, SaleRecorded):
            raise _RefusedError(BillRefused(sold))
        undo = _undo_of(shop, tx, back, sale)
        return (*back, *sale), ExchangeRecorded(returned, sold, undo)

    try:
        outcome = record_spend(shop, spends, lambda tx, _: decide(tx))
    except _RefusedError as refused:
        if spends is not None:
            let_go(shop, spends)
        return refused.outcome
    if isinstance(outcome, KeyTaken) and outcome.key == void_key(ask.sale):
        return BackRefused(TooMuch(0, Kept(0, 0)))
    if isinstance(outcome, ExchangeRecorded):
        shop.last_sale = (outcome.returned.event, staff, shop.clock.monotonic())
    return outcome


def _spends(
    shop: Shop, ask: ReturnAsk, bill: Bill, looked: ExchangePreview | BackRefused
) -> Ask | None:
    """Return what the hub is asked: what the bill spends, and what the return gives back for it.

    A bill that came back whole comes back nowhere else until this is booked: what it gives back
    would not count then, and what was spent of it would.
    """
    if isinstance(looked, BackRefused):
        return None
    wanted = sales.ask_of(replace(bill, member=looked.back.member))
    if wanted is None or looked.state is None:
        return wanted
    on, before, after = shop.moment().on, shop.state(looked.back.member), looked.state
    coins = _owned(coins_on(after, on)) - _owned(coins_on(before, on))
    credit_minor = _owned(credit_on(after, on)) - _owned(credit_on(before, on))
    whole = ask.sale and all(nothing_kept(sale) for sale in looked.back.taken.sales)
    return replace(
        wanted,
        keys=(*wanted.keys, *((void_key(ask.sale),) if whole else ())),
        coins_back=coins,
        credit_back_minor=credit_minor,
    )


def _undo_of(shop: Shop, tx: Tx, back: tuple[Event, ...], sale: tuple[Event, ...]) -> Undo | None:
    """Return how the return is undone, None where its exact inverse cannot be written."""
    returned = back[0]
    if not isinstance(returned.facts, Returned) or returned.releases:
        return None
    facts = unreturned(returned.facts, returned.id)
    event = replace(
        returned,
        id=undone_id(returned.id),
        facts=facts,
        effects=(),
        once=(),
        releases=returned.once,
    )
    if not returned.member:
        return Undo(event, 0, 0)
    # What an event of today forgets is not to be looked for afterwards.
    nothing = replace(event, facts=replace(facts, parts=(), steps=()), releases=())
    before = fold(shop.state(returned.member, tx), nothing)
    after = _folded(before, back)
    done = [effect for one in back for effect in one.effects]
    event = replace(event, effects=unreturn_effects(before, after, done))
    if _compared(fold(after, event)) != _compared(before):
        return None
    on, now = returned.on, _folded(after, sale)
    draws = any(isinstance(one, Respend | Redebit) for one in event.effects)
    coins = _owned(coins_on(now, on)) - _owned(coins_on(before, on))
    credit_minor = _owned(credit_on(now, on)) - _owned(credit_on(before, on))
    return Undo(event, max(0, coins) if draws else 0, max(0, credit_minor) if draws else 0)


def _folded(state: MemberState, events: tuple[Event, ...]) -> MemberState:
    for event in events:
        state = fold(state, event)
    return state


def _compared(state: MemberState) -> MemberState:
    """Return a state with its spends in an order that does not depend on how they came."""
    wallet = state.credit._replace(notes=tuple(sorted(state.credit.notes)))
    return replace(state, notes=tuple(sorted(state.notes)), credit=wallet)


def undo_exchange(shop: Shop, staff: str, done: ExchangeRecorded) -> UndoOutcome:
    """Undo the last exchange, both halves at once: same staff, within five seconds."""
    last, undo = shop.last_sale, done.undo
    in_time = last is not None and shop.clock.monotonic() - last[2] <= UNDO_S
    if undo is None or last is None or not in_time or last[:2] != (done.returned.event, staff):
        return UndoTooLate()
    moment, sale = shop.moment(), done.sold.sale
    event = replace(undo.event, staff=staff, at_ms=moment.at_ms)

    def decide(tx: Tx) -> tuple[tuple[Event, ...], SaleVoided]:
        voided, outcome = decide_void(shop, staff, sale, Voided(sale, "undo", ""), moment, tx)
        if not isinstance(outcome, SaleVoided):
            raise _NotVoidError(outcome)
        for key in event.releases:
            sale_rows.release_key(tx.cursor, key)
        return (*voided, event), outcome

    asks = (undo.coins or undo.credit_minor) and _was_sent(shop, done.returned)
    spends = Ask(event.id, event.member, undo.coins, undo.credit_minor) if asks else None
    try:
        outcome = record_spend(shop, spends, lambda tx, _: decide(tx))
    except _NotVoidError as refused:
        if spends is not None:
            let_go(shop, spends)
        return refused.outcome
    if isinstance(outcome, SaleVoided):
        shop.last_sale = None
    return outcome


def _was_sent(shop: Shop, returned: ReturnRecorded) -> bool:
    """Say whether others may know of the return, and use what it gave back."""
    own = shop.db.pending.get(returned.member, ())
    return not any(one.id == returned.event and seq > shop.db.offered for seq, one in own)


def _owned(balance: Balance) -> int:
    return balance.available - balance.debt


def _is_as_seen(looked: ExchangePreview | BackRefused, returned: ReturnRecorded) -> bool:
    """Say whether the return still gives back what the hub was told."""
    if isinstance(looked, BackRefused):
        return False
    return looked.back.taken.effects == returned.taken.effects

"""Take a sale back within five seconds or the same day; credit a guest sale afterwards."""

from dataclasses import dataclass, replace
from typing import Final

from app.domain.bills import number_key
from app.domain.coins import reinstated_until
from app.domain.companions import void_key
from app.domain.effects import Effect, Reverse, Withdraw
from app.domain.events import Event
from app.domain.facts import Claimed, Step, Voided
from app.domain.grants import Giving
from app.domain.members import MemberState, voucher_of
from app.domain.open_sales import OpenSale, follow, untouched
from app.domain.rating import rate
from app.domain.sales import (
    collect_minor,
    context_of,
    earn_effects,
    promise_effects,
    purchase_effects,
)
from app.domain.undoing import void_effects
from app.services.companions import keys_of_sale, own_claims_back
from app.services.open_sales import sale_of
from app.services.reviews import unrated
from app.services.shop import Moment, Shop
from app.services.staff import NeedsApproval as NeedsApproval  # noqa: PLC0414 - what a void answers
from app.services.writing import DiskFull, write_outcome
from app.storage import baskets as basket_rows
from app.storage import sales as sale_rows
from app.storage.writer import Tx

UNDO_S: Final = 5.0


@dataclass(frozen=True, slots=True)
class SaleVoided:
    """The sale counts no more; its bill number is free. `coins_back` were paid with.

    `collected_minor` is the money the bill had brought, `effects` what became of everything else;
    `gifts_used` are the rewards of vouchers that came with it and are handed over already.
    """

    sale: str
    bill_number: str
    coins_taken: int
    coins_back: int
    collected_minor: int
    effects: tuple[Effect, ...]
    gifts_used: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UndoTooLate:
    """Five seconds are over, or another sale came after."""


@dataclass(frozen=True, slots=True)
class SaleUnknown:
    """This station knows no such sale."""

    what: str = ""


@dataclass(frozen=True, slots=True)
class NotToday:
    """A sale can be voided on its own business date only; later it is a return."""


@dataclass(frozen=True, slots=True)
class AlreadyVoided:
    """The sale was voided before."""


@dataclass(frozen=True, slots=True)
class HasReturns:
    """Part of the sale came back already; return the rest."""


@dataclass(frozen=True, slots=True)
class NotAGuestSale:
    """The sale belongs to a member already."""


@dataclass(frozen=True, slots=True)
class ClaimTooLate:
    """A guest sale can be credited within `minutes` only."""

    minutes: int


@dataclass(frozen=True, slots=True)
class SaleClaimed:
    """The guest sale is credited to the member."""

    sale: str
    bill_number: str
    member: str
    coins: int
    steps: tuple[Step, ...]


VoidOutcome = (
    SaleVoided
    | UndoTooLate
    | SaleUnknown
    | NotToday
    | AlreadyVoided
    | HasReturns
    | NeedsApproval
    | DiskFull
)
ClaimOutcome = (
    SaleClaimed
    | SaleUnknown
    | NotAGuestSale
    | AlreadyVoided
    | HasReturns
    | ClaimTooLate
    | NeedsApproval
    | DiskFull
)


def undo_sale(shop: Shop, staff: str, sale_id: str) -> VoidOutcome:
    """Undo the last sale of this station: same staff, within five seconds."""
    last = shop.last_sale
    in_time = last is not None and shop.clock.monotonic() - last[2] <= UNDO_S
    if last is None or not in_time or last[:2] != (sale_id, staff):
        return UndoTooLate()
    return _void(shop, staff, sale_id, Voided(sale_id, "undo", ""))


def void_sale(shop: Shop, staff: str, approver: str, sale_id: str) -> VoidOutcome:
    """Void a sale of today; a supervisor approves."""
    if not approver:
        return NeedsApproval()
    return _void(shop, staff, sale_id, Voided(sale_id, "same_day", approver))


def _void(shop: Shop, staff: str, sale_id: str, facts: Voided) -> VoidOutcome:
    moment = shop.moment()
    outcome = write_outcome(shop, lambda tx: decide_void(shop, staff, sale_id, facts, moment, tx))
    if isinstance(outcome, SaleVoided):
        shop.last_sale = None
    return outcome


def decide_void(
    shop: Shop, staff: str, sale_id: str, facts: Voided, moment: Moment, tx: Tx
) -> tuple[tuple[Event, ...], VoidOutcome]:
    """Return the events of a void and its outcome, inside the transaction that writes them."""
    sale = sale_of(shop, sale_id, tx)
    if sale is None:
        return (), SaleUnknown()
    if sale.voided:
        return (), AlreadyVoided()
    if not untouched(sale):
        return (), HasReturns()
    if sale.on != moment.on and facts.reason != "undo":
        return (), NotToday()
    number = number_key(sale.sold.bill_number)
    key = f"receipt:{sale.store}:{sale.till}:{sale.sold.period}:{number}"
    lapsed = reinstated_until(moment.on, shop.programme.reinstatement_days)
    state = shop.state(sale.member, tx) if sale.member else None
    rules = shop.rules_of(sale.programme)
    releases = (key, *keys_of_sale(tx, sale))
    effects = void_effects(rules, sale, state, moment.on, lapsed)
    effects = own_claims_back(shop, tx, effects, (sale_id,))
    # A guest's sale that is void can be credited to nobody, at no other station either.
    once = (void_key(sale_id), *(() if sale.member else (f"claim:{sale_id}",)))
    event = shop.event(
        "voided",
        replace(facts, taken_minor=collect_minor(sale.sold)),
        member=state.member if state else "",
        staff=staff,
        effects=effects,
        once=once,
        releases=releases,
        moment=moment,
    )
    for one in releases:
        sale_rows.release_key(tx.cursor, one)
    # What was undone is on the screen again; what was voided is over.
    basket_rows.released(tx.cursor, sale_id, "waiting" if facts.reason == "undo" else "thrown")
    gone = (follow(sale, event),)
    return (event, *unrated(shop, tx, event, gone)), SaleVoided(
        sale_id,
        sale.sold.bill_number,
        sum(one.amount for one in effects if isinstance(one, Reverse)),
        sale.sold.coins,
        collect_minor(sale.sold),
        effects,
        _used(effects, state),
    )


def _used(effects: tuple[Effect, ...], state: MemberState | None) -> tuple[str, ...]:
    """Return the rewards of vouchers that are withdrawn although they were handed over."""
    gone = [one.voucher for one in effects if isinstance(one, Withdraw)]
    held = [voucher_of(state, voucher) for voucher in gone] if state else []
    return tuple(one.reward for one in held if one is not None and one.status == "claimed")


def claim_sale(shop: Shop, staff: str, approver: str, sale_id: str, member: str) -> ClaimOutcome:
    """Credit a guest sale to a member who had forgotten the card; a supervisor approves."""
    if not approver:
        return NeedsApproval()
    moment = shop.moment()

    def decide(tx: Tx) -> tuple[tuple[Event, ...], ClaimOutcome]:
        sale = sale_of(shop, sale_id, tx)
        refusal = _not_claimable(sale, shop.programme.claim_minutes, moment)
        if sale is None or refusal is not None:
            return (), refusal or SaleUnknown()
        rules = shop.rules_of(sale.programme)
        state = shop.state(member, tx)
        minute = sale.sold.context.minute
        context = context_of(rules, state, sale.on, minute, sale.store)
        rating = rate(rules, sale.sold.lines, context)
        giving = Giving(sale.on, sale_id, shop.place.cell_hint)
        effects = (
            *earn_effects(rules, rating.steps, sale.on),
            *promise_effects(rules, sale.sold.lines, context, state, giving),
            *purchase_effects(rules, sale.sold.lines, sale.on),
        )
        event = shop.event(
            "claimed",
            Claimed(sale_id, approver, context, rating.steps),
            member=state.member,
            staff=staff,
            effects=effects,
            once=(f"claim:{sale_id}",),
            moment=moment,
        )
        return (event,), SaleClaimed(
            sale_id, sale.sold.bill_number, state.member, rating.coins, rating.steps
        )

    return write_outcome(shop, decide)


def _not_claimable(
    sale: OpenSale | None, minutes: int, moment: Moment
) -> SaleUnknown | NotAGuestSale | AlreadyVoided | HasReturns | ClaimTooLate | None:
    if sale is None:
        return SaleUnknown()
    if sale.voided:
        return AlreadyVoided()
    if sale.member:
        return NotAGuestSale()
    if not untouched(sale):
        return HasReturns()
    if moment.at_ms - sale.at_ms > minutes * 60_000:
        return ClaimTooLate(minutes)
    return None

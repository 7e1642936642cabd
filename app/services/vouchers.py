"""Vouchers at the desk: finding one by its number, handing over what it is for, giving it back."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar, assert_never

from app.domain.codes import Misread, VoucherNumber, read_voucher, short_number
from app.domain.companions import claim_key, stock_key
from app.domain.effects import Benefit, Claim, Issue
from app.domain.events import Event
from app.domain.facts import VoucherClaimed, VoucherClosed
from app.domain.grants import reward_of
from app.domain.members import Held
from app.domain.texts import Text
from app.domain.vouchers import (
    AlreadyClaimed,
    Expired,
    NotYet,
    VoucherFault,
    WasVoided,
    closing_of,
    usable,
)
from app.services.authority import Ask, KeyTaken, NeedsNetwork, Permit
from app.services.pickups import ticket_in, ticket_of, with_ticket
from app.services.sales import DiskFull
from app.services.shop import Shop
from app.services.spending import SpendRefusal, record_spend
from app.services.voids import NeedsApproval
from app.storage import sales as sale_rows
from app.storage.vouchers import feed_bodies, member_with
from app.storage.writer import Tx
from app.wire.events import decode

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class VoucherView:
    """A voucher as it stands: whose, of which reward, and why it cannot be used (None = it can).

    `title` is empty when the programme has the reward no more; `brand` made it.
    """

    member: str
    held: Held
    title: Text
    brand: str
    fault: VoucherFault | None


@dataclass(frozen=True, slots=True)
class VoucherDamaged:
    """The text is no voucher number."""

    why: Misread


@dataclass(frozen=True, slots=True)
class VoucherUnknown:
    """No member has a voucher with this number, or it was closed over two months ago."""

    short: str


@dataclass(frozen=True, slots=True)
class VoucherOfAnotherShop:
    """The number is another shop's."""

    short: str


@dataclass(frozen=True, slots=True)
class TicketShared:
    """Kiosks that were out of touch gave the ticket to several vouchers: `numbers` are theirs."""

    ticket: int
    numbers: tuple[str, ...]


Found = VoucherView | VoucherDamaged | VoucherUnknown | VoucherOfAnotherShop | TicketShared


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The voucher is used: hand over what `benefit` says of `title` to the member.

    `goods` are what to check: one of these codes or categories (none = nothing to check).
    `ticket` is the number under which it waited today (0 = none).
    """

    voucher: str
    member: str
    reward: str
    title: Text
    brand: str
    benefit: Benefit
    goods: tuple[str, ...]
    ticket: int = 0


@dataclass(frozen=True, slots=True)
class ClaimedBefore:
    """The voucher was used on a date; when and by which member of staff as far as it is known."""

    on: date | None
    at_ms: int = 0
    staff: str = ""
    store: str = ""


@dataclass(frozen=True, slots=True)
class ForABill:
    """The voucher takes money off a bill: scan it at the counter, with the goods."""

    benefit: Benefit


@dataclass(frozen=True, slots=True)
class VoucherVoided:
    """The voucher is worth nothing any more; its coins are back with the member."""

    voucher: str
    member: str
    coins_back: int


Refused = (
    VoucherDamaged
    | VoucherUnknown
    | VoucherOfAnotherShop
    | TicketShared
    | ClaimedBefore
    | NotYet
    | Expired
    | WasVoided
)
ClaimVoucherOutcome = HandedOver | ForABill | Refused | SpendRefusal | DiskFull
VoidVoucherOutcome = VoucherVoided | NeedsApproval | Refused | SpendRefusal | DiskFull


def find_voucher(shop: Shop, number: str, tx: Tx | None = None) -> Found:
    """Return the voucher with a number, as scanned or typed, or with a ticket of today.

    Inside a transaction pass it, so that what is read is what is decided upon.
    """
    ticket = ticket_in(number)
    if ticket:
        numbers = with_ticket(shop, ticket, tx)
        if len(numbers) != 1:
            return TicketShared(ticket, numbers) if numbers else VoucherUnknown(str(ticket))
        number = numbers[0]
    read = read_voucher(number)
    if isinstance(read, Misread):
        return VoucherDamaged(read)
    member = _member_with(shop, read, tx)
    state = shop.state(member, tx) if member else None
    held = next((one for one in state.vouchers if one.number == read), None) if state else None
    if state is None or held is None:
        other = read[2:4] != shop.place.cell_hint
        return (VoucherOfAnotherShop if other else VoucherUnknown)(short_number(read))
    reward = reward_of(shop.programme, held.reward)
    return VoucherView(
        member=state.member,
        held=held,
        title=reward.title if reward else {},
        brand=reward.brand if reward else "",
        fault=usable(held, shop.moment().on),
    )


def _member_with(shop: Shop, number: VoucherNumber, tx: Tx | None) -> str | None:
    with shop.db.rows(tx) as (cursor, pending):
        member = member_with(cursor, number)
    if member is not None:
        return member
    fresh = (
        event.member
        for event in pending
        for effect in event.effects
        if isinstance(effect, Issue) and effect.number == number
    )
    return next(fresh, None)


def claim_voucher(shop: Shop, staff: str, number: str) -> ClaimVoucherOutcome:
    """Use a voucher at the desk, where its thing or service is handed over, without a bill."""
    moment = shop.moment()
    ask = _ask(shop, number)

    def decide(tx: Tx, _: Permit) -> tuple[tuple[Event, ...], ClaimVoucherOutcome]:
        found = find_voucher(shop, number, tx)
        if not isinstance(found, VoucherView):
            return (), found
        refused = _refused(shop, found, tx)
        if refused is not None:
            return (), refused
        held = found.held
        if held.benefit.kind in {"percent", "fixed"}:
            return (), ForABill(held.benefit)
        key = claim_key(held.voucher)
        if key not in ask.keys:
            return (), NeedsNetwork(only_hub=True)
        event = shop.event(
            "voucher_claimed",
            VoucherClaimed(held.voucher),
            member=found.member,
            staff=staff,
            effects=(Claim(held.voucher, moment.on),),
            once=(key,),
            event_id=ask.hold_id,
            moment=moment,
        )
        sale_rows.keep_key(tx.cursor, key, event.id)
        return (event,), HandedOver(
            voucher=held.voucher,
            member=found.member,
            reward=held.reward,
            title=found.title,
            brand=found.brand,
            benefit=held.benefit,
            goods=held.benefit.goods,
            ticket=ticket_of(shop, held.voucher, tx),
        )

    return _told(record_spend(shop, ask if ask.keys else None, decide), moment.on)


def _told(outcome: T | KeyTaken, today: date) -> T | ClaimedBefore:
    """Say of a voucher that the hub gave to somebody else who has it, as of one used here."""
    if not isinstance(outcome, KeyTaken):
        return outcome
    return ClaimedBefore(outcome.on or today, outcome.at_ms, outcome.staff, outcome.store)


def _ask(shop: Shop, number: str) -> Ask:
    """Return what using or giving back a voucher takes; no key for what is refused anyway."""
    found = find_voucher(shop, number)
    keys = (claim_key(found.held.voucher),) if isinstance(found, VoucherView) else ()
    return Ask(shop.mint(), found.member if isinstance(found, VoucherView) else "", keys=keys)


def void_voucher(shop: Shop, staff: str, approver: str, number: str) -> VoidVoucherOutcome:
    """Give a voucher back while it could still be used: its coins return to their lots.

    `approver` is a supervisor, or at a screen of the member's own the member.
    """
    if not approver:
        return NeedsApproval()
    moment = shop.moment()
    ask = _ask(shop, number)

    def decide(tx: Tx, _: Permit) -> tuple[tuple[Event, ...], VoidVoucherOutcome]:
        found = find_voucher(shop, number, tx)
        if not isinstance(found, VoucherView):
            return (), found
        refused = _refused(shop, found, tx)
        if refused is not None and not isinstance(refused, NotYet):
            return (), refused
        held = found.held
        closing = closing_of(shop.programme, held, "void", moment.on)
        if not set(closing.once) <= set(ask.keys):
            return (), NeedsNetwork(only_hub=True)
        event = shop.event(
            "voucher_closed",
            VoucherClosed(held.voucher, "void", approver),
            member=found.member,
            staff=staff,
            effects=closing.effects,
            once=closing.once,
            releases=closing.releases,
            event_id=ask.hold_id,
            moment=moment,
        )
        for key in closing.once:
            sale_rows.keep_key(tx.cursor, key, event.id)
        if held.stock:
            sale_rows.release_key(tx.cursor, stock_key(held.reward, held.stock))
        return (event,), VoucherVoided(held.voucher, found.member, held.coins)

    return _told(record_spend(shop, ask if ask.keys else None, decide), moment.on)


def _refused(
    shop: Shop, found: VoucherView, tx: Tx
) -> ClaimedBefore | NotYet | Expired | WasVoided | None:
    fault = found.fault
    match fault:
        case None:
            # Another station's claim or void that the member's state does not show (yet).
            holder = sale_rows.owner_of_key(tx.cursor, claim_key(found.held.voucher))
            return ClaimedBefore(None) if holder else None
        case AlreadyClaimed(on=on):
            return _claimed_before(shop, found, on, tx)
        case NotYet() | Expired() | WasVoided():
            return fault
        case _:
            assert_never(fault)


def _claimed_before(shop: Shop, found: VoucherView, on: date | None, tx: Tx) -> ClaimedBefore:
    """Say who claimed a voucher and when, out of own unsent events or the feed of that day."""
    voucher = found.held.voucher
    with shop.db.rows(tx) as (cursor, pending):
        booked = [decode(body) for body in feed_bodies(cursor, on, voucher)] if on else []
    for event in (*booked, *pending):
        claims = event.effects if isinstance(event.facts, VoucherClaimed) else ()
        if any(isinstance(one, Claim) and one.voucher == voucher for one in claims):
            return ClaimedBefore(on, event.at_ms, event.staff, event.store)
    return ClaimedBefore(on)

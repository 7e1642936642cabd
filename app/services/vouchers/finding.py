"""Finding a voucher by its number or ticket, and why it cannot be used."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from app.domain.codes import Misread, VoucherNumber, read_voucher, short_number
from app.domain.companions import claim_key
from app.domain.effects import Claim, Issue
from app.domain.facts import VoucherClaimed
from app.domain.grants import reward_of
from app.domain.members import Held
from app.domain.texts import Text
from app.domain.vouchers import AlreadyClaimed, Expired, NotYet, VoucherFault, WasVoided, usable
from app.services.pickups import ticket_in, with_ticket
from app.services.shop import Shop
from app.storage import sales as sale_rows
from app.storage.vouchers import feed_bodies, member_with
from app.storage.writer import Tx
from app.wire.events import decode


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


@dataclass(frozen=True, slots=True)
class ClaimedBefore:
    """The voucher was used on a date; when and by which member of staff as far as it is known."""

    on: date | None
    at_ms: int = 0
    staff: str = ""
    store: str = ""


Found = VoucherView | VoucherDamaged | VoucherUnknown | VoucherOfAnotherShop | TicketShared
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


def claim_of(shop: Shop, found: VoucherView) -> ClaimedBefore | None:
    """Return when and by whom a voucher was used, as far as it is known; None = it was not."""
    fault = found.fault
    if not isinstance(fault, AlreadyClaimed):
        return None
    return _claimed_before(shop, found, fault.on, None)


def refused(
    shop: Shop, found: VoucherView, tx: Tx
) -> ClaimedBefore | NotYet | Expired | WasVoided | None:
    """Return why a voucher cannot be used or given back now, or None when it can."""
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


def _claimed_before(
    shop: Shop, found: VoucherView, on: date | None, tx: Tx | None
) -> ClaimedBefore:
    """Say who claimed a voucher and when, out of own unsent events or the feed of that day."""
    voucher = found.held.voucher
    with shop.db.rows(tx) as (cursor, pending):
        booked = [decode(body) for body in feed_bodies(cursor, on, voucher)] if on else []
    for event in (*booked, *pending):
        claims = event.effects if isinstance(event.facts, VoucherClaimed) else ()
        if any(isinstance(one, Claim) and one.voucher == voucher for one in claims):
            return ClaimedBefore(on, event.at_ms, event.staff, event.store)
    return ClaimedBefore(on)

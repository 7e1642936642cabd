"""Giving a voucher back: its coins return to the member."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from app.domain.codes import VoucherNumber, short_number
from app.domain.companions import stock_key
from app.domain.events import Event
from app.domain.facts import VoucherClosed
from app.domain.vouchers import NotYet, closing_of
from app.services.authority import NeedsNetwork, Permit
from app.services.shop import Shop
from app.services.spending import SpendRefusal, record_spend
from app.services.voids import NeedsApproval
from app.services.vouchers.claiming import ask_of, told
from app.services.vouchers.finding import (
    Refused,
    VoucherUnknown,
    VoucherView,
    find_voucher,
    refused,
)
from app.services.writing import DiskFull
from app.storage import sales as sale_rows
from app.storage.writer import Tx

No = TypeVar("No")


@dataclass(frozen=True, slots=True)
class VoucherVoided:
    """The voucher is worth nothing any more; its coins are back with the member."""

    voucher: str
    member: str
    coins_back: int


@dataclass(frozen=True, slots=True)
class NotBought:
    """The voucher was given, not bought with coins: there is nothing to give back for it."""


VoidVoucherOutcome = VoucherVoided | NeedsApproval | Refused | SpendRefusal | DiskFull
CancelVoucherOutcome = VoucherVoided | NotBought | Refused | SpendRefusal | DiskFull


def void_voucher(shop: Shop, staff: str, approver: str, number: str) -> VoidVoucherOutcome:
    """Give a voucher back while it could still be used: its coins return to their lots.

    `approver` is a supervisor.
    """
    if not approver:
        return NeedsApproval()
    return _close(shop, staff, approver, number, lambda _: None)


def cancel_voucher(shop: Shop, member: str, number: str) -> CancelVoucherOutcome:
    """Let a member give back a voucher bought with coins, at a screen of the member's own.

    Another member's voucher is as unknown as one that does not exist.
    """
    own = shop.state(member).member

    def no(found: VoucherView) -> VoucherUnknown | NotBought | None:
        if found.member != own:
            return VoucherUnknown(short_number(VoucherNumber(found.held.number)))
        return None if found.held.coins else NotBought()

    return _close(shop, "", own, number, no)


def _close(
    shop: Shop, staff: str, approver: str, number: str, no: Callable[[VoucherView], No | None]
) -> VoucherVoided | No | Refused | SpendRefusal | DiskFull:
    """Give a voucher back, unless `no` says why it may not be."""
    moment = shop.moment()
    ask = ask_of(shop, number)

    def decide(
        tx: Tx, _: Permit
    ) -> tuple[tuple[Event, ...], VoucherVoided | No | Refused | SpendRefusal]:
        found = find_voucher(shop, number, tx)
        if not isinstance(found, VoucherView):
            return (), found
        why = no(found) or refused(shop, found, tx)
        if why is not None and not isinstance(why, NotYet):
            return (), why
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

    return told(record_spend(shop, ask if ask.keys else None, decide), moment.on)

"""Handing over at the desk what a voucher is for."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.domain.companions import claim_key
from app.domain.effects import Benefit, Claim
from app.domain.events import Event
from app.domain.facts import VoucherClaimed
from app.domain.texts import Text
from app.domain.vouchers import WasVoided
from app.services.authority import Ask, KeyTaken, NeedsNetwork, Permit
from app.services.pickups import ticket_of
from app.services.shop import Shop
from app.services.spending import SpendRefusal, record_spend
from app.services.vouchers.finding import (
    ClaimedBefore,
    Refused,
    VoucherView,
    find_voucher,
    refused,
)
from app.services.writing import DiskFull
from app.storage import sales as sale_rows
from app.storage.writer import Tx

T = TypeVar("T")


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
class ForABill:
    """The voucher takes money off a bill: scan it at the counter, with the goods."""

    benefit: Benefit


ClaimVoucherOutcome = HandedOver | ForABill | Refused | SpendRefusal | DiskFull


def claim_voucher(shop: Shop, staff: str, number: str) -> ClaimVoucherOutcome:
    """Use a voucher at the desk, where its thing or service is handed over, without a bill."""
    moment = shop.moment()
    ask = ask_of(shop, number)

    def decide(tx: Tx, _: Permit) -> tuple[tuple[Event, ...], ClaimVoucherOutcome]:
        found = find_voucher(shop, number, tx)
        if not isinstance(found, VoucherView):
            return (), found
        why = refused(shop, found, tx)
        if why is not None:
            return (), why
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

    return told(record_spend(shop, ask if ask.keys else None, decide), moment.on)


def ask_of(shop: Shop, number: str) -> Ask:
    """Return what using or giving back a voucher takes; no key for what is refused anyway."""
    found = find_voucher(shop, number)
    keys = (claim_key(found.held.voucher),) if isinstance(found, VoucherView) else ()
    return Ask(shop.mint(), found.member if isinstance(found, VoucherView) else "", keys=keys)


def told(outcome: T | KeyTaken, today: date) -> T | ClaimedBefore | WasVoided:
    """Say what became of a voucher that the hub gave to somebody else, as of one used here."""
    if not isinstance(outcome, KeyTaken):
        return outcome
    if outcome.closed:
        return WasVoided()
    return ClaimedBefore(outcome.on or today, outcome.at_ms, outcome.staff, outcome.store)

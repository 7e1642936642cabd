"""Store credit paid out, and what the counter says of every refusal (LEDGER.md 23)."""

from dataclasses import dataclass
from typing import assert_never

from app.domain.credit import paid_in
from app.domain.effects import CreditReverse, Effect
from app.domain.events import Event
from app.domain.facts import CashedOut
from app.domain.fold import fold
from app.domain.members import credit_on
from app.domain.money import Money
from app.services.authority import Ask, KeyTaken, NeedsNetwork, Permit, SoldOut, SpentElsewhere
from app.services.cards import MemberUnknown
from app.services.sales import AlreadyRecorded
from app.services.shop import Shop
from app.services.spend_sentences import spend_sentence
from app.services.spending import SpendRefusal, record_spend
from app.services.staff import approver_of
from app.services.topups import (
    AmountNotAllowed,
    BadCode,
    CreditToppedUp,
    NoReceipt,
    NotOnThisDay,
    OfferUsed,
    ReceiptUsed,
    TopUpNotToday,
    TopUpOutcome,
    TopUpSpent,
    TopUpUnknown,
    TopUpVoided,
    TopUpVoidOutcome,
    top_up,
    void_top_up,
)
from app.services.voids import AlreadyVoided, NeedsApproval
from app.services.writing import DiskFull
from app.storage import sales as sale_rows
from app.storage.writer import Tx

__all__ = [
    "AmountNotAllowed",
    "BadCode",
    "CashOutNotAllowed",
    "CashOutOutcome",
    "CreditPaidOut",
    "CreditToppedUp",
    "NoReceipt",
    "NotEnoughPaidIn",
    "NotOnThisDay",
    "OfferUsed",
    "ReceiptUsed",
    "TopUpNotToday",
    "TopUpOutcome",
    "TopUpSpent",
    "TopUpUnknown",
    "TopUpVoidOutcome",
    "TopUpVoided",
    "cash_out",
    "credit_sentence",
    "top_up",
    "void_top_up",
]


@dataclass(frozen=True, slots=True)
class CreditPaidOut:
    """`amount_minor` is to be handed to the member in money."""

    member: str
    amount_minor: int
    spendable_minor: int


@dataclass(frozen=True, slots=True)
class CashOutNotAllowed:
    """The programme does not pay store credit out."""


@dataclass(frozen=True, slots=True)
class NotEnoughPaidIn:
    """Only `most_minor` of the credit was paid in and is left; the rest the shop gave."""

    amount_minor: int
    most_minor: int


CashOutOutcome = (
    CreditPaidOut
    | CashOutNotAllowed
    | NotEnoughPaidIn
    | AmountNotAllowed
    | NeedsApproval
    | MemberUnknown
    | AlreadyRecorded
    | DiskFull
    | SpendRefusal
)


def cash_out(
    shop: Shop, staff: str, approver: str, member: str, amount_minor: int, event_id: str = ""
) -> CashOutOutcome:
    """Pay store credit out in money, where the programme allows; a supervisor approves.

    Only money that was paid in: bonuses, cashback and gifts of the shop never are. `event_id`
    makes a second press harmless.
    """
    if not shop.programme.credit.cash_out:
        return CashOutNotAllowed()
    answering = approver_of(shop, staff, approver)
    if answering is None:
        return NeedsApproval()
    profile = shop.profile(member)
    if profile is None:
        return MemberUnknown()
    if amount_minor <= 0:
        return AmountNotAllowed(amount_minor, 1, 0)
    moment = shop.moment()
    paid_out = event_id or shop.mint()

    def decide(tx: Tx, _: Permit) -> tuple[tuple[Event, ...], CashOutOutcome]:
        if sale_rows.is_journalled(tx.cursor, paid_out):
            return (), AlreadyRecorded(paid_out)
        state = shop.state(profile.member, tx)
        parts = paid_in(state, moment.on)
        most = sum(lot.amount for lot in parts)
        if amount_minor > most:
            return (), NotEnoughPaidIn(amount_minor, most)
        left = amount_minor
        effects: list[Effect] = []
        for lot in parts:
            part = min(lot.amount, left)
            left -= part
            if part:
                effects.append(CreditReverse(part, *lot[:3], "cashout"))
        event = shop.event(
            "cashed_out",
            CashedOut(amount_minor, answering),
            member=state.member,
            staff=staff,
            effects=tuple(effects),
            event_id=paid_out,
            moment=moment,
        )
        after = credit_on(fold(state, event), moment.on).spendable
        return (event,), CreditPaidOut(state.member, amount_minor, after)

    ask = Ask(paid_out, profile.member, credit_minor=amount_minor)
    return record_spend(shop, ask, decide)


CreditRefusal = (
    BadCode
    | OfferUsed
    | NotOnThisDay
    | AmountNotAllowed
    | NoReceipt
    | ReceiptUsed
    | TopUpUnknown
    | TopUpNotToday
    | TopUpSpent
    | AlreadyVoided
    | CashOutNotAllowed
    | NotEnoughPaidIn
    | NeedsApproval
    | MemberUnknown
    | AlreadyRecorded
    | DiskFull
    | SpendRefusal
)


def credit_sentence(refusal: CreditRefusal, money: Money) -> str:  # noqa: C901, PLR0911, PLR0912
    """Return what was refused and what to do."""
    match refusal:
        case BadCode(code):
            return f"No offer has the code {code}; check it, or top up without a code."
        case OfferUsed(code):
            return f"{code} is for the first top-up only; take the money in without the code."
        case NotOnThisDay(code):
            return f"{code} does not hold today; take the money in without the code."
        case AmountNotAllowed(_, minimum, maximum, code):
            return _amount_sentence(minimum, maximum, code, money)
        case NoReceipt():
            return "The top-up needs its receipt number (at most 60 characters)."
        case ReceiptUsed(receipt):
            return f"Another top-up of this till has the receipt number {receipt}."
        case TopUpUnknown():
            return "This station recorded no such top-up; void it where it was taken."
        case TopUpNotToday():
            return "A top-up can be voided on its own day only."
        case TopUpSpent():
            return "Part of it was used already; it cannot be voided any more."
        case AlreadyVoided():
            return "It was voided before."
        case CashOutNotAllowed():
            return "The programme does not pay store credit out in money."
        case NotEnoughPaidIn(_, most):
            paid = money.short(most)
            return f"At most {paid} can be paid out: the rest was given by the shop."
        case NeedsApproval():
            return "A supervisor must approve: add --pin with their PIN."
        case MemberUnknown():
            return "There is no such member."
        case AlreadyRecorded():
            return "This was recorded before; it counts once."
        case DiskFull():
            return "The disk is full; make space and try again."
        case SpentElsewhere() | KeyTaken() | SoldOut() | NeedsNetwork():
            return spend_sentence(refusal, money)
        case _:
            assert_never(refusal)


def _amount_sentence(minimum: int, maximum: int, code: str, money: Money) -> str:
    if code:
        return f"{code} asks for exactly {money.short(minimum)}."
    most = f" and at most {money.short(maximum)}" if maximum else ""
    return f"The amount must be at least {money.short(max(1, minimum))}{most}."

"""Store credit paid in at the counter, with a bonus by its code (LEDGER.md 23).

A bonus is an event of its own beside the money paid in: should another station have used the
same offer first, the bonus counts for nothing and the member's money is still there.
"""

from dataclasses import dataclass, replace

from app.domain.bills import number_key
from app.domain.calendar import numbering_period
from app.domain.credit import PAID_IN, TOP_UPS, credit_lot, top_ups_of
from app.domain.effects import Credit, CreditReverse, Effect, Progress
from app.domain.events import Event
from app.domain.facts import ToppedUp, Voided
from app.domain.fold import fold
from app.domain.ids import derived_id
from app.domain.members import MemberState, credit_on
from app.domain.money import MINOR_MAX
from app.domain.programme import Programme
from app.domain.promises import TopUp
from app.services.cards import MemberUnknown
from app.services.shop import Moment, Shop
from app.services.staff import approver_of
from app.services.voids import AlreadyVoided, NeedsApproval
from app.services.writing import DiskFull, write_outcome
from app.storage import sales as sale_rows
from app.storage.credit import journal_body
from app.storage.writer import Tx
from app.wire.events import decode

RECEIPT_LENGTH_MAX = 60


@dataclass(frozen=True, slots=True)
class CreditToppedUp:
    """The money is in; amounts in minor units. `spendable_minor` is what can be used now."""

    top_up: str
    member: str
    receipt: str
    paid_minor: int
    bonus_minor: int
    offer: str
    spendable_minor: int


@dataclass(frozen=True, slots=True)
class BadCode:
    """No offer has this code."""

    code: str


@dataclass(frozen=True, slots=True)
class OfferUsed:
    """The offer is for the first top-up only, and the member topped up before."""

    code: str


@dataclass(frozen=True, slots=True)
class NotOnThisDay:
    """The offer does not hold today."""

    code: str


@dataclass(frozen=True, slots=True)
class AmountNotAllowed:
    """Not this amount: from `minimum_minor` to `maximum_minor` (0 = no limit).

    With `code`, both are what its offer asks for exactly.
    """

    amount_minor: int
    minimum_minor: int
    maximum_minor: int
    code: str = ""


@dataclass(frozen=True, slots=True)
class NoReceipt:
    """The top-up has no receipt number, or one that no till prints (over 60 characters)."""


@dataclass(frozen=True, slots=True)
class ReceiptUsed:
    """Another top-up of this till has the number in this period."""

    receipt: str
    top_up: str


@dataclass(frozen=True, slots=True)
class TopUpUnknown:
    """This station recorded no such top-up."""


@dataclass(frozen=True, slots=True)
class TopUpNotToday:
    """A top-up can be voided on its own business date only."""


@dataclass(frozen=True, slots=True)
class TopUpSpent:
    """Part of what the top-up brought was used; it cannot be voided any more."""


@dataclass(frozen=True, slots=True)
class TopUpVoided:
    """The money goes back to the member, the bonus is gone, receipt and offer are free again."""

    top_up: str
    member: str
    paid_minor: int
    bonus_minor: int


CodeFault = BadCode | OfferUsed | NotOnThisDay | AmountNotAllowed
TopUpOutcome = CreditToppedUp | CodeFault | NoReceipt | ReceiptUsed | MemberUnknown | DiskFull
TopUpVoidOutcome = (
    TopUpVoided
    | TopUpUnknown
    | TopUpNotToday
    | TopUpSpent
    | AlreadyVoided
    | NeedsApproval
    | DiskFull
)


def top_up(
    shop: Shop, staff: str, member: str, receipt: str, paid_minor: int, code: str = ""
) -> TopUpOutcome:
    """Take `paid_minor` in for store credit; the offer of `code` puts a bonus on top."""
    moment = shop.moment()
    number = number_key(receipt)
    if not 0 < len(number) <= RECEIPT_LENGTH_MAX or not receipt.isprintable():
        return NoReceipt()
    profile = shop.profile(member)
    if profile is None:
        return MemberUnknown()
    key = _receipt_key(shop, number, moment)

    def decide(tx: Tx) -> tuple[tuple[Event, ...], TopUpOutcome]:
        holder = sale_rows.owner_of_key(tx.cursor, key)
        if holder:
            return (), ReceiptUsed(receipt, holder)
        state = shop.state(profile.member, tx)
        offer = _offer_for(shop.programme, state, paid_minor, code, moment)
        if not isinstance(offer, TopUp | None):
            return (), offer
        plain = _paid_event(shop, staff, state.member, receipt.strip(), paid_minor, moment)
        paid = replace(plain, once=(key,))
        taken = [paid, *([_bonus_event(shop, paid, offer)] if offer else [])]
        if any(sale_rows.owner_of_key(tx.cursor, one) for one in taken[-1].once):
            return (), OfferUsed(code)
        for event in taken:
            state = fold(state, event)
            for one in event.once:
                sale_rows.keep_key(tx.cursor, one, event.id)
        return tuple(taken), CreditToppedUp(
            paid.id,
            state.member,
            receipt.strip(),
            paid_minor,
            offer.credit_minor - offer.pay_minor if offer else 0,
            offer.id if offer else "",
            credit_on(state, moment.on).spendable,
        )

    return write_outcome(shop, decide)


def _receipt_key(shop: Shop, number: str, moment: Moment) -> str:
    programme = shop.programme
    period = numbering_period(moment.on, programme.numbering, programme.financial_year_month)
    return f"topup-receipt:{shop.store}:{shop.till}:{period}:{number}"


def _offer_for(
    programme: Programme, state: MemberState, paid_minor: int, code: str, moment: Moment
) -> TopUp | CodeFault | None:
    """Return the offer of a code, None without a code, or why this top-up cannot be taken."""
    terms = programme.credit
    most = terms.maximum_minor or MINOR_MAX
    if not max(1, terms.minimum_minor) <= paid_minor <= most:
        return AmountNotAllowed(paid_minor, terms.minimum_minor, terms.maximum_minor)
    wanted = code.strip().upper()
    if not wanted:
        return None
    offer = next((one for one in terms.offers if one.code == wanted), None)
    return _checked(offer, state, paid_minor, moment) if offer else BadCode(wanted)


def _checked(
    offer: TopUp, state: MemberState, paid_minor: int, moment: Moment
) -> TopUp | CodeFault:
    if offer.dates and not offer.dates[0] <= moment.on <= offer.dates[1]:
        return NotOnThisDay(offer.code)
    if offer.first_only and (top_ups_of(state) > 0 or f"topup:{offer.id}" in state.once):
        return OfferUsed(offer.code)
    if paid_minor != offer.pay_minor:
        return AmountNotAllowed(paid_minor, offer.pay_minor, offer.pay_minor, offer.code)
    return offer


def _paid_event(
    shop: Shop, staff: str, member: str, receipt: str, paid_minor: int, moment: Moment
) -> Event:
    start, end = credit_lot(shop.programme.credit.terms, moment.on)
    return shop.event(
        "topped_up",
        ToppedUp(receipt, paid_minor, 0, ""),
        member=member,
        staff=staff,
        effects=(
            Credit(paid_minor, PAID_IN, start, end, "topup", paid_minor),
            Progress(TOP_UPS, 1, None),
        ),
        moment=moment,
    )


def _bonus_event(shop: Shop, paid: Event, offer: TopUp) -> Event:
    assert isinstance(paid.facts, ToppedUp)
    bonus = offer.credit_minor - offer.pay_minor
    start, end = credit_lot(offer.terms, paid.on)
    name = f"topup:{offer.id}"
    return replace(
        paid,
        id=derived_id(paid.id, "bonus"),
        facts=ToppedUp(paid.facts.receipt, 0, bonus, offer.id),
        effects=(Credit(bonus, name, start, end, name, offer.pay_minor),),
        once=(f"{name}:{paid.member}",) if offer.first_only else (),
        programme=shop.programme.id,
    )


def void_top_up(shop: Shop, staff: str, approver: str, top_up_id: str) -> TopUpVoidOutcome:
    """Take a top-up of today back whole while nothing of it was used; a supervisor approves."""
    answering = approver_of(shop, staff, approver)
    if answering is None:
        return NeedsApproval()
    moment = shop.moment()

    def decide(tx: Tx) -> tuple[tuple[Event, ...], TopUpVoidOutcome]:
        paid = _recorded(tx, top_up_id)
        if paid is None or not isinstance(paid.facts, ToppedUp) or not paid.facts.paid_minor:
            return (), TopUpUnknown()
        if sale_rows.owner_of_key(tx.cursor, paid.once[0]) != paid.id:
            return (), AlreadyVoided()
        if paid.on != moment.on:
            return (), TopUpNotToday()
        bonus = _recorded(tx, derived_id(paid.id, "bonus"))
        given = [one for one in (paid, bonus) if one is not None]
        if not _all_there(shop.state(paid.member, tx), given):
            return (), TopUpSpent()
        for one in given:
            for key in one.once:
                sale_rows.release_key(tx.cursor, key)
        events = tuple(_voided(shop, staff, answering, one, moment) for one in given)
        worth = bonus.facts.bonus_minor if bonus and isinstance(bonus.facts, ToppedUp) else 0
        return events, TopUpVoided(paid.id, paid.member, paid.facts.paid_minor, worth)

    return write_outcome(shop, decide)


def _recorded(tx: Tx, event_id: str) -> Event | None:
    body = journal_body(tx.cursor, event_id)
    return decode(body) if body is not None else None


def _all_there(state: MemberState, given: list[Event]) -> bool:
    """Say whether the lots still hold all that the events gave, and nothing is owed."""
    left = {lot[:3]: lot.amount for lot in state.credit.lots}
    for event in given:
        for effect in event.effects:
            if isinstance(effect, Credit):
                lot = (effect.terms, effect.available_from, effect.expires_on)
                left[lot] = left.get(lot, 0) - effect.amount_minor
    return min(left.values(), default=0) >= 0


def _voided(shop: Shop, staff: str, approver: str, event: Event, moment: Moment) -> Event:
    return shop.event(
        "voided",
        Voided(event.id, "same_day", approver),
        member=event.member,
        staff=staff,
        effects=tuple(_inverse(effect) for effect in event.effects),
        once=(f"void:{event.id}",),
        releases=event.once,
        moment=moment,
    )


def _inverse(effect: Effect) -> Effect:
    match effect:
        case Credit(amount_minor, terms, start, end, rule, _):
            return CreditReverse(amount_minor, terms, start, end, rule)
        case Progress(key, amount, keep_until):
            return Progress(key, -amount, keep_until)
        case _:
            raise TypeError(f"a top-up has no {type(effect).__name__}")

"""Coins given or taken by hand, with a reason and an approver (LEDGER.md 26).

They never count for status: a tier is reached by buying. Coins that are taken count as spent,
soonest-expiring first: they were earned all the same, and what is earned is never below zero
when the bill they came from is returned later.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import assert_never

from app.domain.bill_faults import NotEnoughCoins
from app.domain.coins import expiry
from app.domain.effects import Earn, Effect, Spend
from app.domain.events import Event
from app.domain.facts import Adjusted
from app.domain.fold import fold
from app.domain.members import coins_on
from app.services.cards import MemberUnknown
from app.services.sales import AlreadyRecorded
from app.services.shop import Moment, Shop
from app.services.staff import approver_of
from app.services.voids import NeedsApproval
from app.services.writing import DiskFull, write_outcome
from app.storage import sales as sale_rows
from app.storage.writer import Tx

RULE = "goodwill"
REASON_LENGTH_MAX = 200
COINS_MAX = 1_000_000


@dataclass(frozen=True, slots=True)
class CoinsGiven:
    """The member has `coins` more (or less, below zero); `spendable` is what is there now."""

    member: str
    coins: int
    spendable: int


@dataclass(frozen=True, slots=True)
class NoReason:
    """A reason of at most 200 characters is needed: it is what the member will be told."""


@dataclass(frozen=True, slots=True)
class NoCoins:
    """No coins, or more than a million: a slip of the finger."""

    coins: int


GoodwillOutcome = (
    CoinsGiven
    | NoReason
    | NoCoins
    | NotEnoughCoins
    | NeedsApproval
    | MemberUnknown
    | AlreadyRecorded
    | DiskFull
)


def give_coins(
    shop: Shop,
    staff: str,
    approver: str,
    member: str,
    amount: int,
    reason: str,
    event_id: str = "",
) -> GoodwillOutcome:
    """Give `amount` coins, or below zero take them within the balance; a supervisor approves.

    The reason is kept in the journal as it is: it must not name the member. `event_id` makes a
    second press harmless.
    """
    why = " ".join(reason.split())
    if not 0 < len(why) <= REASON_LENGTH_MAX:
        return NoReason()
    if not 0 < abs(amount) <= COINS_MAX:
        return NoCoins(amount)
    answering = approver_of(shop, staff, approver)
    if answering is None:
        return NeedsApproval()
    profile = shop.profile(member)
    if profile is None:
        return MemberUnknown()
    moment = shop.moment()
    given = event_id or shop.mint()

    def decide(tx: Tx) -> tuple[tuple[Event, ...], GoodwillOutcome]:
        if sale_rows.is_journalled(tx.cursor, given):
            return (), AlreadyRecorded(given)
        state = shop.state(profile.member, tx)
        spendable = coins_on(state, moment.on).spendable
        if amount < -spendable:
            return (), NotEnoughCoins(-amount, spendable)
        effects = _given(shop, amount, moment) if amount > 0 else (Spend(-amount, given),)
        event = shop.event(
            "adjusted",
            Adjusted(amount, why, answering),
            member=state.member,
            staff=staff,
            effects=effects,
            event_id=given,
            moment=moment,
        )
        after = coins_on(fold(state, event), moment.on).spendable
        return (event,), CoinsGiven(state.member, amount, after)

    return write_outcome(shop, decide)


def _given(shop: Shop, amount: int, moment: Moment) -> tuple[Effect, ...]:
    terms = shop.programme.terms
    start = moment.on + timedelta(days=terms.pending_days)
    end = expiry(terms, moment.on)
    return (Earn(amount, "", start, end, RULE, 0, 100, amount, ""),)


def goodwill_sentence(  # noqa: PLR0911 - one sentence, one return
    refusal: NoReason
    | NoCoins
    | NotEnoughCoins
    | NeedsApproval
    | MemberUnknown
    | AlreadyRecorded
    | DiskFull,
) -> str:
    """Return what was refused and what to do."""
    match refusal:
        case NoReason():
            return f"Say why, in at most {REASON_LENGTH_MAX} characters."
        case NoCoins():
            return f"The number of coins must be from 1 to {COINS_MAX:,}, or below zero to take."
        case NotEnoughCoins(coins, spendable):
            return f"{coins} coins cannot be taken: the member has {spendable}."
        case AlreadyRecorded():
            return "This was recorded before; it counts once."
        case NeedsApproval():
            return "A supervisor must approve: add --pin with their PIN."
        case MemberUnknown():
            return "There is no such member."
        case DiskFull():
            return "The disk is full; make space and try again."
        case _:
            assert_never(refusal)

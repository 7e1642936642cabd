"""What one act adds to the figures of its day: one way for screens, closes and checks."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from app.domain.credit import PAID_IN
from app.domain.effects import (
    CreditReverse,
    Debit,
    DebitRestore,
    Earn,
    Expire,
    Forfeit,
    Grant,
    Paid,
    Redebit,
    Respend,
    Restore,
    Reverse,
    Revoke,
    Spend,
    Visit,
)
from app.domain.events import Event
from app.domain.facts import (
    CashedOut,
    Claimed,
    Enrolled,
    Facts,
    Returned,
    Sold,
    ToppedUp,
    Voided,
    VoucherClaimed,
)
from app.domain.figures import NONE, Figures
from app.domain.members import MemberState
from app.domain.sales import collect_minor

HOUR_MS: Final = 3_600_000
MINUTE_MS: Final = 60_000
_OF_BILLS: Final = (Sold, Claimed, Returned, Voided)
_NOTHING: Final = ("", 0, "")
_MOVES: Final[Mapping[type, tuple[str, int, str]]] = {
    Earn: ("coins_given", 1, "amount"),
    Reverse: ("coins_back", 1, "amount"),
    Spend: ("coins_used", 1, "amount"),
    Restore: ("coins_used", -1, "amount"),
    Respend: ("coins_used", 1, "amount"),
    Expire: ("coins_expired", 1, "amount"),
    Forfeit: ("coins_expired", 1, "coins"),
    Debit: ("credit_used_minor", 1, "amount_minor"),
    DebitRestore: ("credit_used_minor", -1, "amount_minor"),
    Redebit: ("credit_used_minor", 1, "amount_minor"),
}
"""Which figure an effect changes, which way, and where its amount stands."""


def figures_of(event: Event, *, act: bool = True) -> Figures:
    """Return what an event adds; effects that lost a once key must be left out of it already.

    Without `act` only its effects count: another event did the same act before.
    """
    done = _of_facts(event) if act else NONE
    moved = _of_effects(event)
    return done.plus(moved) if done != NONE else moved


def hour_of(event: Event) -> int:
    """Return the local hour (0 to 23) in which an event happened."""
    return (event.at_ms + event.offset_min * MINUTE_MS) // HOUR_MS % 24


def _of_facts(event: Event) -> Figures:
    match event.facts:
        case Sold() as sold:
            taken_minor = collect_minor(sold)
            return Figures(bills=1, member_bills=int(event.member != ""), taken_minor=taken_minor)
        case Claimed():
            return Figures(member_bills=1)
        case Voided() as voided:
            return _voided(event, voided)
        case Returned(refund_minor=refund, undoes=undone):
            return Figures(returns=-1 if undone else 1, refunded_minor=refund)
        case _:
            return _beside_bills(event.facts)


def _beside_bills(facts: Facts) -> Figures:
    match facts:
        case ToppedUp(paid_minor=paid):
            return Figures(credit_in_minor=paid)
        case CashedOut(amount_minor=amount):
            return Figures(credit_out_minor=amount)
        case Enrolled():
            return Figures(new_members=1)
        case VoucherClaimed(sale=""):
            return Figures(handed_over=1)
        case _:
            return NONE


def _voided(event: Event, voided: Voided) -> Figures:
    undone = Figures(undos=1) if voided.reason == "undo" else Figures(voids=1)
    if not _is_of_bill(event, voided):
        paid_in = [one for one in event.effects if isinstance(one, CreditReverse)]
        back = sum(one.amount_minor for one in paid_in if one.terms == PAID_IN)
        # A top-up and its bonus are voided by one act and two events.
        return undone._replace(credit_in_minor=-back) if back else NONE
    taken = voided.taken_minor
    if taken is None:
        taken = -sum(one.amount_minor for one in event.effects if isinstance(one, Paid))
    return undone._replace(bills=-1, member_bills=-int(event.member != ""), taken_minor=-taken)


def _is_of_bill(event: Event, voided: Voided) -> bool:
    """Say whether a bill was voided; else it was a top-up, which has a member and no visit."""
    visits = any(isinstance(one, Visit) for one in event.effects)
    return voided.taken_minor is not None or not event.member or visits


def _of_effects(event: Event) -> Figures:
    sums: dict[str, int] = {}
    for effect in event.effects:
        name, sign, amount = _MOVES.get(type(effect), _NOTHING)
        if name:
            sums[name] = sums.get(name, 0) + sign * getattr(effect, amount)
    if isinstance(event.facts, _OF_BILLS):
        granted = sum(isinstance(one, Grant) for one in event.effects)
        sums["gifts"] = granted - sum(isinstance(one, Revoke) for one in event.effects)
    return Figures(**sums) if any(sums.values()) else NONE


class Owed(NamedTuple):
    """What the shop is liable for: coins, and store credit in minor units."""

    coins: int = 0
    credit_minor: int = 0


def owed_to(state: MemberState) -> Owed:
    """Return what a member can still ask for: coins, pending too, and credit, less what is owed.

    Never below nothing; who was erased, or merged into another, can ask for nothing.
    """
    if state.erased or state.merged_into:
        return Owed()
    wallet = state.credit
    coins = sum(lot.amount for lot in state.lots) - state.debt - state.overdraft
    credit = sum(lot.amount for lot in wallet.lots) - wallet.debt - wallet.overdraft
    return Owed(max(0, coins), max(0, credit))

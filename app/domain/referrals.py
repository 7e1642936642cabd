"""A member brings a friend; both are paid when the friend's first sale has lasted (LEDGER.md 21).

Paying only then is what makes accounts of one's own worthless (C40).
"""

from datetime import date, timedelta
from typing import NamedTuple

from app.domain.calendar import add_months
from app.domain.effects import Effect, Progress, Referral
from app.domain.goals import act_progress
from app.domain.grants import Giving, grant
from app.domain.ids import derived_id
from app.domain.members import MemberState
from app.domain.programme import Programme
from app.domain.promises import Prize
from app.domain.rating import Rules

SOURCE = "referral"


class Share(NamedTuple):
    """What one of the two gets: the grant's key and the effects.

    The event's id follows from the cell's and `purpose`.
    """

    member: str
    purpose: str
    key: str
    effects: tuple[Effect, ...]


def referral(programme: Programme, referrer: str) -> Referral:
    """Return the effect that says who brought a new member, on today's terms."""
    terms = programme.referral
    minimum = terms.minimum_minor if terms else 0
    return Referral(referrer, programme.return_window_days, minimum)


def referral_due(state: MemberState, window_days: int = 0) -> date | None:
    """Return the last day on which the friend's first sale may still come back, or None.

    That is the first day with enough paid that was kept; without one nothing is due yet.
    `window_days` is today's return window, which may be longer than when the friend joined.
    """
    brought = state.brought
    if brought is None:
        return None
    enough = max(1, brought.minimum_minor)
    first = min((day.on for day in state.days if day.paid_minor >= enough), default=None)
    return first and first + timedelta(days=max(brought.window_days, window_days))


def shares(
    rules: Rules, friend: MemberState, referrer: MemberState, giving: Giving, paid: int
) -> tuple[Share, ...]:
    """Return what both get; the friend's share comes first and ends the matter in any case.

    `giving` names the morning and the cell. Nothing is paid to who brought themselves, nothing
    to a referrer who was erased or has brought as many friends this month (`paid` of them this
    morning) as the programme pays for.
    """
    terms = rules.programme.referral
    key = f"{SOURCE}||{friend.member}"
    own = f"{SOURCE}:friend:{friend.member}"
    ended: tuple[Effect, ...] = (Referral("", 0),)
    if terms is None or referrer.member == friend.member:
        return (Share(friend.member, own, key, ended),)
    effects = _prize(rules, giving, own, key, terms.friend)
    found = [Share(friend.member, own, key, (*effects, *ended))]
    month = _month_end(giving.on)
    counted = _counted(giving.on)
    if not referrer.erased and paid + paid_friends(referrer, giving.on) < terms.limit:
        other = f"{SOURCE}:referrer:{friend.member}"
        effects = (
            *_prize(rules, giving, other, key, terms.referrer),
            *act_progress(rules.goals, "referrals", giving.on),
            Progress(counted, 1, month),
        )
        found.append(Share(referrer.member, other, key, effects))
    return tuple(found)


def paid_friends(referrer: MemberState, on: date) -> int:
    """Return for how many friends a member was paid in the month of a business date."""
    have = (referrer.progress or {}).get(_counted(on))
    return have.amount if have else 0


def _counted(on: date) -> str:
    return f"{SOURCE}|{_month_end(on)}|"


def _prize(
    rules: Rules, giving: Giving, purpose: str, key: str, prize: Prize
) -> tuple[Effect, ...]:
    if prize == Prize():
        return ()
    event = giving._replace(event_id=derived_id(giving.event_id, purpose))
    return grant(rules.programme, event, key, prize, giving.on)


def _month_end(on: date) -> date:
    return add_months(on.replace(day=1), 1) - timedelta(days=1)

"""Moments: what a kiosk celebrates with a member, once at one kiosk of all.

They only show what was given before; nothing here gives a coin.
"""

from dataclasses import dataclass

from app.domain.events import Event
from app.domain.facts import Seen as SeenFacts
from app.domain.grants import reward_of
from app.domain.marks import is_seen, mark_of, number_seen
from app.domain.members import MemberState, award_of
from app.domain.moments import (
    NOTES_AT_ONCE,
    BadgeWon,
    CoinsTold,
    FirstVisit,
    GoalFilled,
    Moment,
    OwnersNote,
    SinceLastTime,
    badges_won,
    coins_told,
    goal_filled,
    latest,
    notes_of_goals,
    since_last_time,
    unseen_bills,
    watermarks,
)
from app.domain.profiles import Profile
from app.domain.texts import text_in
from app.services.greetings import greetings_for, named
from app.services.open_sales import sale_of
from app.services.shop import Shop
from app.services.writing import DiskFull, write_outcome
from app.storage.vouchers import taken_stock
from app.storage.writer import Tx

__all__ = [
    "BadgeWon",
    "CoinsTold",
    "FirstVisit",
    "GoalFilled",
    "Moment",
    "OwnersNote",
    "Seen",
    "SinceLastTime",
    "coins_to_tell",
    "mark_seen",
    "moments_of",
    "notes_of",
]


@dataclass(frozen=True, slots=True)
class Seen:
    """No kiosk shows these again, once the stations have met."""


def moments_of(shop: Shop, member: str) -> tuple[Moment, ...]:
    """Return what to celebrate with a member, in the order it is shown; () when nothing is new.

    First the first visit, then new coins, my goal, badges, and last the owner's notes.
    """
    profile = shop.profile(member)
    if profile is None:
        return ()
    state, on, seen = shop.state(profile.member), shop.moment().on, profile.seen
    found: list[Moment] = []
    if number_seen(seen, "first") is None:
        found.append(FirstVisit(("first=1", *watermarks(state))))
    unseen = unseen_bills(state, seen)
    sale = sale_of(shop, unseen[-1].sale) if unseen else None
    since = since_last_time(shop.rules, state, seen, on, sale)
    filled = goal_filled(shop.programme, state, seen, on, _left(shop, state.aim))
    found += [one for one in (since, filled) if one is not None]
    found += badges_won(shop.programme, state, seen, on)
    return (*found, *latest(notes_of(shop, profile, state), NOTES_AT_ONCE))


def coins_to_tell(shop: Shop, member: str) -> CoinsTold:
    """Return which coins a visit that begins now tells of; ask before `moments_of`.

    What comes later is told the next time, but for what is shown as it comes (`CoinsTold.mark`).
    """
    return coins_told(shop.state(member))


def mark_seen(shop: Shop, member: str, marks: tuple[str, ...]) -> Seen | DiskFull:
    """Note that what has these marks was shown: the moments, and what came during the visit.

    Nothing is written when all of it was noted before, or for somebody who is no member.
    """
    profile = shop.profile(member)
    if profile is None:
        return Seen()
    fresh = tuple(one for one in dict.fromkeys(marks) if not is_seen(profile.seen, one))
    if not fresh:
        return Seen()

    def decide(_: Tx) -> tuple[tuple[Event, ...], Seen]:
        return (shop.event("seen", SeenFacts(fresh), member=profile.member),), Seen()

    return write_outcome(shop, decide)


def _left(shop: Shop, reward_id: str) -> int | None:
    """Return how many of a reward there are, as far as is known here; None = endless."""
    reward = reward_of(shop.programme, reward_id) if reward_id else None
    if reward is None or reward.stock is None:
        return None
    with shop.db.cursor(None) as cursor:
        return max(0, reward.stock - len(taken_stock(cursor, reward.id)))


def notes_of(shop: Shop, profile: Profile, state: MemberState) -> list[OwnersNote]:
    """Return the owner's notes that were not shown: of greetings, then of goals."""
    on, programme = shop.moment().on, shop.programme
    notes: list[OwnersNote] = []
    for note in greetings_for(shop, profile.member, on):
        seen_mark = mark_of(f"note:greeting:{note.greeting}", note.day.year)
        if not is_seen(profile.seen, seen_mark):
            source = f"greeting:{note.greeting}"
            award = award_of(state, f"{source}|{note.day.year}|")
            gifts = award.gifts if award else ()
            notes.append(OwnersNote(source, note.title, note.text, gifts, (seen_mark,)))
    reached = notes_of_goals(programme, state, profile.seen, on)
    name = shop.personal(profile, "name")[0] if reached else ""
    for goal, award, goal_mark in reached:
        title = named(text_in(goal.title, profile.language), name)
        text = named(text_in(goal.note or {}, profile.language), name)
        notes.append(OwnersNote(f"goal:{goal.id}", title, text, award.gifts, (goal_mark,)))
    return notes

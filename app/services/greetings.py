"""Greetings go out: to whom a day belongs, once a year, with the owner's note (LEDGER.md 21).

Birthdays are personal values, so only a station can do this. Who was greeted on another station
the same day is not greeted twice: the event has the same id there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.events import Event
from app.domain.facts import Greeted
from app.domain.grants import Giving
from app.domain.greetings import day_names, days_to_greet, gift, is_day_of, is_owed, mark
from app.domain.ids import derived_id
from app.domain.profiles import Profile
from app.domain.promises import Greeting
from app.domain.texts import text_in
from app.services.members.enrolment import admission_of
from app.services.shop import Moment, Shop
from app.storage import replica
from app.storage.writer import Tx

BATCH: Final = 200
NOTE_DAYS: Final = 7
"""How long after the day a note is shown at least."""


@dataclass(frozen=True, slots=True)
class Note:
    """What the owner says to a member, in the member's language."""

    greeting: str
    day: date
    title: str
    text: str


def greet(shop: Shop, on: date) -> int:
    """Give every greeting that goes out on a business date; return how many members got one.

    Doing it again changes nothing; after days off it catches up as far as each greeting allows.
    """
    if shop.programme.greetings:
        _index(shop)
    moment = shop.moment()._replace(on=on)
    count = 0
    for greeting in shop.programme.greetings:
        for day in days_to_greet(shop.programme, greeting, on):
            for members in _candidates(shop, greeting, day):
                count += _greet(shop, greeting, day, members, moment)
    return count


def greetings_for(shop: Shop, member: str, on: date) -> tuple[Note, ...]:
    """Return the notes of greetings a member got lately, to show and to print."""
    profile = shop.profile(member)
    if profile is None:
        return ()
    once = shop.state(profile.member).once
    name = shop.personal(profile, "name")[0]
    notes = []
    for greeting in shop.programme.greetings:
        for day in _shown_days(shop, greeting, on):
            if mark(greeting, day) in once and _is_theirs(shop, greeting, profile, day):
                title = text_in(greeting.title, profile.language)
                text = named(text_in(greeting.note, profile.language), name)
                notes.append(Note(greeting.id, day, named(title, name), text))
    return tuple(notes)


def _greet(
    shop: Shop, greeting: Greeting, day: date, members: Sequence[str], moment: Moment
) -> int:
    people = [shop.profile(member) for member in members]
    found = {one.member for one in people if one and _is_theirs(shop, greeting, one, day)}

    def decide(tx: Tx) -> tuple[tuple[Event, ...], int]:
        events = []
        for member in sorted(found):
            state = shop.state(member, tx)
            if is_owed(greeting, state, day, moment.on):
                key = f"{mark(greeting, day)}:{state.member}"
                event_id = derived_id(state.member, key)
                giving = Giving(moment.on, event_id, shop.place.cell_hint)
                event = shop.event(
                    "greeted",
                    Greeted(greeting.id, day.year),
                    member=state.member,
                    effects=gift(shop.programme, greeting, state, day, giving),
                    once=(key,),
                    event_id=event_id,
                    moment=moment,
                )
                events.append(event)
        return tuple(events), len(events)

    return shop.record(decide) if found else 0


def _is_theirs(shop: Shop, greeting: Greeting, profile: Profile, day: date) -> bool:
    """Say whether a day is the member's; the index is only a hint."""
    if greeting.occasion == "festival":
        return True
    if greeting.occasion == "anniversary":
        return profile.joined_on is not None and is_day_of(profile.joined_on, day)
    born = shop.personal(profile, "birthday")[0]
    return bool(born) and is_day_of(date.fromisoformat(born), day)


def _candidates(shop: Shop, greeting: Greeting, day: date) -> Iterator[list[str]]:
    """Yield members whose day it may be, by pages in the order of their ids."""
    kind = {"birthday": "birthday", "anniversary": "joined"}.get(greeting.occasion)
    after = ""
    while True:
        if kind:
            page = shop.vault.find_days(kind, day_names(day), after, BATCH)
        else:
            with shop.db.cursor(None) as cursor:
                page = replica.members_after(cursor, after, BATCH)
        if page:
            yield page
        if len(page) < BATCH:
            return
        after = page[-1]


def _index(shop: Shop) -> None:
    """Note everybody's days once, in a keys.db that was made before days were noted."""
    if shop.vault.has_days():
        return
    after = ""
    while True:
        with shop.db.cursor(None) as cursor:
            page = replica.members_after(cursor, after, BATCH)
        people = [shop.profile(member) for member in page]
        mine = {one.member: admission_of(shop, one) for one in people if one}
        known = shop.vault.known(mine)
        shop.vault.reindex(*[mine[member] for member in known])
        if len(page) < BATCH:
            shop.vault.note_days()
            return
        after = page[-1]


def _shown_days(shop: Shop, greeting: Greeting, on: date) -> tuple[date, ...]:
    days = days_to_greet(shop.programme, greeting, on)
    early = days_to_greet(shop.programme, greeting, on - timedelta(days=NOTE_DAYS))
    return tuple(sorted({*days, *(day for day in early if day >= on - timedelta(NOTE_DAYS))}))


def named(text: str, name: str) -> str:
    """Return a text with the member's name in it; without one the gap is closed."""
    if name:
        return text.replace("{name}", name)
    for gap in (", {name}", " {name}", "{name}, ", "{name} ", "{name}"):
        text = text.replace(gap, "")
    return text

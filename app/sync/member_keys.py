"""Keys and search rows of members whom other stations enrolled, changed, merged or parted.

A key is kept together with the search rows in one transaction of keys.db, before the rows of the
feed are folded: after a crash between the two the same page is prepared once more, and changes
nothing. Who is known to be erased is never taken in again.
"""

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Final

from app.domain import profiles
from app.domain.events import Event
from app.domain.facts import Enrolled, Erased, Merged, ProfileChanged, Unmerged
from app.domain.fold import blank
from app.domain.fold.together import People, Together
from app.domain.members import MemberState
from app.domain.profiles import Profile, together
from app.services.members.phones import national
from app.storage import erased, finders
from app.storage.replica import member_row
from app.storage.rows import unpack_profile, unpack_state
from app.storage.station import StationDb
from app.storage.vault import Admission, Vault
from app.storage.writer import PULL, Tx
from app.wire.events import UnknownEventError, decode

SEARCHED: Final = ("name", "phone", "birthday")

Keys = Mapping[str, bytes]
"""Sealed keys by member."""


def sealed_for(vault: Vault, bodies: Iterable[bytes]) -> dict[str, bytes]:
    """Return the sealed keys of the members whom events about to be pushed enrol."""
    found = set()
    for body in bodies:
        if b'"enrolled"' in body:
            try:
                event = decode(body)
            except UnknownEventError:
                continue
            if isinstance(event.facts, Enrolled):
                found.add(event.member)
    return vault.sealed_keys(found)


def prepare(vault: Vault, db: StationDb, events: Iterable[Event], keys: Keys) -> None:
    """Take in the members of a page that is about to be folded.

    `events` are those that count (booked or worthless). Members enrolled here are known already
    and passed over; a key that an enrolment came without, and that comes late, is taken in too.
    """
    told = [event for event in events if isinstance(event.facts, _TOLD)]
    joined = {event.member for event in told if isinstance(event.facts, Enrolled)}
    new = keys.keys() - set(vault.known(keys))
    changed = [event for event in told if not isinstance(event.facts, Enrolled | Erased)]
    if not new and not changed:
        return
    with db.cursor(None) as replica:
        people = _people(replica, (*told, *_unsent(db)))
        gone = _forgotten(replica, people.members, new)
        here = {one for one in new - gone if people.profile(one).joined_on}
        fresh = vault.opened_keys({one: keys[one] for one in here})
        touched = set(fresh)
        for event in changed:
            touched.add(event.member)
            if isinstance(event.facts, Unmerged):
                touched.add(event.facts.source)
        vault.take_in(fresh, _admissions(vault, people, touched, fresh))
        late = [people.profile(one) for one in fresh.keys() - joined]
    if late:
        db.writer.run(lambda tx: _point(tx, vault, late), PULL)


def take_all(vault: Vault, db: StationDb, replica: sqlite3.Cursor, keys: Keys) -> None:
    """Take in some of all keys of the cell, by the profiles of a replica (a snapshot's).

    Whom it does not know joins with a page of the feed.
    """
    people = _people(replica, _unsent(db))
    gone = _forgotten(replica, people.members, keys)
    here = {one for one in keys.keys() - gone if people.profile(one).joined_on}
    wanted = vault.opened_keys({one: keys[one] for one in here})
    known = set(vault.known(wanted))
    fresh = {one: key for one, key in wanted.items() if one not in known}
    vault.take_in(fresh, _admissions(vault, people, set(wanted), fresh))


def _point(tx: Tx, vault: Vault, people: Iterable[Profile]) -> None:
    """Let members be found whose values could not be opened when they were folded."""
    for one in people:
        for kind in finders.FINDS:
            sealed = getattr(one.personal, kind)
            if sealed:
                mac = finders.hash_of(vault, one.member, kind, sealed)
                finders.point(tx.cursor, one.member, [(kind, mac)])


_TOLD: Final = Enrolled | ProfileChanged | Merged | Unmerged | Erased


def _people(replica: sqlite3.Cursor, events: Iterable[Event]) -> People:
    """Return the members as a replica has them, with some events folded on top."""

    def load(member: str) -> MemberState:
        row = member_row(replica, member)
        return unpack_state(row.state) if row else blank(member)

    def load_profile(member: str) -> Profile:
        row = member_row(replica, member)
        return unpack_profile(row.profile) if row else Profile(member)

    people = People(Together(load), load_profile)
    for event in events:
        if event.member:
            people.fold(event)
    return people


def _forgotten(replica: sqlite3.Cursor, members: Together, found: Collection[str]) -> set[str]:
    """Return those who were erased, also by an event that is not folded into the replica yet."""
    gone = set(erased.among(replica, found))
    gone.update(one for one in found if members.living(one).erased)
    return gone


def _unsent(db: StationDb) -> list[Event]:
    """Return the events of this station that the replica does not contain yet, in order."""
    pending = {seq: event for events in list(db.pending.values()) for seq, event in events}
    return [pending[seq] for seq in sorted(pending) if isinstance(pending[seq].facts, _TOLD)]


def _admissions(
    vault: Vault, people: People, touched: Iterable[str], fresh: Keys
) -> Sequence[Admission]:
    """Return the search rows of members, and of those they were merged into."""
    known = set(touched)
    known |= {people.members.living(one).member for one in known}
    known = {*vault.known(known - fresh.keys()), *(known & fresh.keys())}
    shown = (_shown(people, member) for member in sorted(known))
    return [_admission(vault, profile, fresh) for profile in shown if profile.joined_on]


def _shown(people: People, member: str) -> Profile:
    """Return a member's profile: of a survivor with what the merged ones lend, else the own."""
    own = people.profile(member)
    first, *aliases = people.members.family(member)
    if own.erased or first != member or not aliases:
        return own
    return together(own, [people.profile(one) for one in aliases])


def _admission(vault: Vault, profile: Profile, fresh: Keys) -> Admission:
    values = {field: getattr(profile.personal, field) or "" for field in SEARCHED}
    opened = {
        field: vault.open_all(profiles.sealed_for(profile, field), ((field, value),), fresh)[0]
        for field, value in values.items()
        if value
    }
    return Admission(
        profile.member,
        opened.get("name", ""),
        national(opened.get("phone", "")),
        _day(opened.get("birthday", "")),
        profile.joined_on,
    )


def _day(text: str) -> date | None:
    """Return the day; None for what is no day: the hub cannot look into what it passes on."""
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None

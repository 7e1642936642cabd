"""What is in the store before a booking: ids that are booked, members' states, keys, holds."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, select

from app.domain.events import Event
from app.domain.facts import Merged, Unmerged
from app.domain.fold import blank
from app.domain.members import MemberState
from app.hub import bulk, settling
from app.hub.once_keys import OnceKeys
from app.storage.rows import unpack_state
from app.storage.tables import account, booked, once_key

_BOOKED = bulk.Among(select(booked.c.event_id, booked.c.seq), booked.c.event_id)
_STATES = bulk.Among(select(account.c.member, account.c.state), account.c.member)
_HOLDERS = bulk.Among(select(once_key.c.key, once_key.c.event_id), once_key.c.key)


class Past:
    """What a cell's store says of members and keys, as far as a booking asked for it.

    `stored` are the members who have an account.
    """

    def __init__(self, core: Connection, cell_id: str) -> None:
        self._core = core
        self._cell_id = cell_id
        self._states: dict[str, MemberState] = {}
        self.stored: set[str] = set()

    def state(self, member: str) -> MemberState:
        """Return a member's state, if `read` was asked for it, else that of somebody new."""
        return self._states.get(member) or blank(member)

    def booked(self, event_ids: Collection[str]) -> dict[str, int]:
        """Return the feed numbers of those ids that are booked."""
        rows = _BOOKED.run(self._core, self._cell_id, event_ids)
        return {row[0]: row[1] for row in rows}

    def read(self, events: Sequence[Event], keys: OnceKeys) -> None:
        """Read the states of all that events concern; tell `keys` who holds theirs."""
        members = {event.member for event in events if event.member}
        members |= {
            event.facts.source for event in events if isinstance(event.facts, Merged | Unmerged)
        }
        self._read_states(members - self._states.keys())
        while aliases := {one.merged_into for one in self._states.values()} - {"", *self._states}:
            self._read_states(aliases)
            self._states.update({one: blank(one) for one in aliases - self._states.keys()})
        asked = {key for event in events for key in (*event.once, *event.releases)}
        held = {row[0]: row[1] for row in _HOLDERS.run(self._core, self._cell_id, asked)}
        keys.learn(held, settling.bearing_on(self._core, self._cell_id, events))

    def _read_states(self, members: Iterable[str]) -> None:
        wanted = list(members)
        if not wanted:
            return
        for row in _STATES.run(self._core, self._cell_id, wanted):
            self._states[row[0]] = unpack_state(row[1])
            self.stored.add(row[0])

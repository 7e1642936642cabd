"""What a booking does with holds: settles its own, keeps others' keys for them (SYNC.md 8)."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from sqlalchemy import Connection, delete, literal, select, union_all

from app.domain.companions import companion_id, held_until_booked
from app.domain.effects import Debit, Redebit, Respend, Spend
from app.domain.events import Event
from app.domain.facts import CashedOut, Sold
from app.storage.tables import hold, hold_key

_SPENDING: Final[frozenset[type]] = frozenset({Spend, Debit, Respend, Redebit})


def may_settle(event: Event) -> bool:
    """Say whether an event, once booked, may settle the hold of its id; most cannot."""
    facts = event.facts
    if isinstance(facts, CashedOut) or (isinstance(facts, Sold) and facts.offs):
        return True
    if not _SPENDING.isdisjoint(map(type, event.effects)):
        return True
    return any(held_until_booked(key) for key in event.once)


class Bearing(NamedTuple):
    """The holds a batch touches: `held` are those its events settle, `keys` who reserved what."""

    held: frozenset[str]
    keys: dict[str, str]

    def with_more(self, other: "Bearing") -> "Bearing":
        """Return the holds of both."""
        return Bearing(self.held | other.held, {**self.keys, **other.keys})

    def without(self, key: str) -> "Bearing":
        """Return the holds as they are once a key is free again."""
        if key not in self.keys:
            return self
        return self._replace(keys={one: by for one, by in self.keys.items() if one != key})


NO_BEARING: Final = Bearing(frozenset(), {})


def bearing_on(core: Connection, cell_id: str, events: Iterable[Event]) -> Bearing:
    """Return the holds that bear on events about to be booked: one statement, or none at all."""
    ids: set[str] = set()
    keys: set[str] = set()
    for event in events:
        keys.update([key for key in event.once if held_until_booked(key)])
        if may_settle(event):
            ids.add(event.id)
    if not ids and not keys:
        return NO_BEARING
    rows = core.execute(
        union_all(
            select(hold.c.hold_id, literal("").label("key")).where(
                hold.c.cell_id == cell_id, hold.c.hold_id.in_(ids), hold.c.state == "held"
            ),
            select(hold_key.c.hold_id, hold_key.c.key).where(
                hold_key.c.cell_id == cell_id, hold_key.c.key.in_(keys)
            ),
        )
    ).all()
    return Bearing(
        frozenset(row.hold_id for row in rows if not row.key),
        {row.key: row.hold_id for row in rows if row.key},
    )


def reserved_for_another(event: Event, key: str, bearing: Bearing) -> bool:
    """Say whether a once key of an event is kept for somebody else's hold."""
    holder = bearing.keys.get(key, "")
    return bool(holder) and event.id not in {holder, companion_id(holder, key)}


def settle(core: Connection, cell_id: str, held: frozenset[str], booked: Iterable[str]) -> None:
    """Drop those of some holds whose events were booked; a parked event keeps its own."""
    if held:
        spent = held.intersection(booked)
        of_keys = hold_key.c.cell_id == cell_id, hold_key.c.hold_id.in_(spent)
        core.execute(delete(hold_key).where(*of_keys))
        core.execute(delete(hold).where(hold.c.cell_id == cell_id, hold.c.hold_id.in_(spent)))

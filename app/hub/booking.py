"""One booking in the cell: reads what it needs, decides in memory, writes once (SYNC.md 5)."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from app.domain.chain import link
from app.domain.codes import cell_hint
from app.domain.effects import Spend
from app.domain.events import Event
from app.domain.facts import Merged, ProgrammePublished, Voided
from app.domain.fold import blank, fold
from app.domain.fold.merging import absorb
from app.domain.members import MemberState, newest_day
from app.domain.rating import Rules
from app.domain.thresholds import reconcile
from app.storage.rows import pack, unpack_state
from app.storage.tables import account, booked, cell, cell_programme, feed, once_key
from app.wire.events import UnknownEventError, decode, encode

_ID = re.compile("[0-9a-f]{32}")


class _Entry(NamedTuple):
    event: Event | None
    body: bytes
    station_id: str
    epoch: int
    lane_seq: int
    outcome: str
    detail: str


RulesOn = Callable[[date], Rules | None]
"""The compiled programme in force on a business date, or None before the first."""

ROUNDS_MAX = 20
"""How often promises kept may bring further ones after one event."""


def worth(event: Event, outcome: str) -> Event:
    """Return the event with the effects it was booked with: a loser's debits only."""
    if outcome == "booked":
        return event
    debits = tuple(effect for effect in event.effects if isinstance(effect, Spend))
    return replace(event, effects=debits if outcome == "worthless" else (), once=(), releases=())


class Book:
    """One booking: reads what it needs, decides in memory, writes once."""

    def __init__(self, core: Connection, cell_id: str, rules_on: RulesOn) -> None:
        self.core = core
        self.cell_id = cell_id
        self.rules_on = rules_on
        self.cell_hint = cell_hint(cell_id)
        locked = core.execute(
            update(cell)
            .where(cell.c.cell_id == cell_id)
            .values(last_seq=cell.c.last_seq)
            .returning(cell.c.last_seq, cell.c.head)
        ).one()
        self.last_seq: int = locked.last_seq
        self.head: bytes = locked.head
        self.entries: list[_Entry] = []
        self.states: dict[str, MemberState] = {}
        self.stored: set[str] = set()
        self.keys: dict[str, str] = {}
        self.released: set[str] = set()

    def known(self, event_ids: list[str]) -> dict[str, int]:
        """Return the feed numbers of those ids that are booked."""
        rows = self.core.execute(
            select(booked.c.event_id, booked.c.seq).where(
                booked.c.cell_id == self.cell_id, booked.c.event_id.in_(event_ids)
            )
        )
        return {row.event_id: row.seq for row in rows}

    def add_lane(self, rows: list[tuple[bytes, int]], station_id: str, epoch: int) -> None:
        """Take up bodies of a station's lane, each with its lane number."""
        read = [(_read(body), body, seq) for body, seq in rows]
        events = [event for event, _, _ in read if isinstance(event, Event)]
        known: dict[str, int] = self.known([event.id for event in events])
        self._load(events)
        for event, body, seq in read:
            if isinstance(event, str):
                self.entries.append(
                    _Entry(None, body, station_id, epoch, seq, "parked", event[:200])
                )
            elif event.id in known:
                self.entries.append(
                    _Entry(
                        event, body, station_id, epoch, seq, "duplicate", f"of {known[event.id]}"
                    )
                )
            else:
                known[event.id] = self.last_seq + len(self.entries) + 1
                self._book(event, body, station_id, epoch, seq)

    def add(self, events: Sequence[Event]) -> None:
        """Take up events of the cell's own."""
        self._load(events)
        for event in events:
            self._book(event, encode(event), "", 0, 0)

    def write(self) -> int:
        """Write rows, keys, accounts and the cell's head; return the last feed number."""
        if not self.entries:
            return self.last_seq
        self._write_feed()
        self._write_keys()
        self._write_accounts()
        self._write_programmes()
        self.core.execute(
            update(cell)
            .where(cell.c.cell_id == self.cell_id)
            .values(last_seq=self.last_seq, head=self.head)
        )
        return self.last_seq

    def _load(self, events: Sequence[Event]) -> None:
        members = {event.member for event in events if event.member}
        members |= {event.facts.source for event in events if isinstance(event.facts, Merged)}
        self._load_states(members - self.states.keys())
        while aliases := {one.merged_into for one in self.states.values()} - {"", *self.states}:
            self._load_states(aliases)
            self.states.update({one: blank(one) for one in aliases - self.states.keys()})
        keys = {key for event in events for key in (*event.once, *event.releases)}
        rows = self.core.execute(
            select(once_key.c.key, once_key.c.event_id).where(
                once_key.c.cell_id == self.cell_id, once_key.c.key.in_(keys)
            )
        )
        self.keys.update({row.key: row.event_id for row in rows})

    def _load_states(self, members: Iterable[str]) -> None:
        wanted = list(members)
        if not wanted:
            return
        rows = self.core.execute(
            select(account.c.member, account.c.state).where(
                account.c.cell_id == self.cell_id, account.c.member.in_(wanted)
            )
        )
        for row in rows:
            self.states[row.member] = unpack_state(row.state)
            self.stored.add(row.member)

    def _book(self, event: Event, body: bytes, station_id: str, epoch: int, seq: int) -> None:
        taken = next((key for key in event.once if key in self.keys), "")
        outcome, detail = ("worthless", f"taken: {taken}"[:200]) if taken else ("booked", "")
        if not taken:
            self.keys.update(dict.fromkeys(event.once, event.id))
        if isinstance(event.facts, Voided) and not taken:
            for key in event.releases:
                if self.keys.get(key) == event.facts.sale:
                    del self.keys[key]
                    self.released.add(key)
        self.entries.append(_Entry(event, body, station_id, epoch, seq, outcome, detail))
        if event.member:
            self._fold(worth(event, outcome))

    def _fold(self, event: Event) -> None:
        state = self._state(event.member)
        if isinstance(event.facts, Merged):
            source = self._state(event.facts.source)
            if source.member != state.member:
                survivor, alias = absorb(state, source)
                self.states[survivor.member] = survivor
                self.states[alias.member] = alias
        else:
            self.states[state.member] = fold(state, event)
        self._reconcile(state.member, event)

    def _state(self, member: str) -> MemberState:
        state = self.states.get(member) or blank(member)
        while state.merged_into:
            state = self.states.get(state.merged_into) or blank(state.merged_into)
        return state

    def _reconcile(self, member: str, cause: Event) -> None:
        """Book promises kept and broken as events of the cell's own, until none is left."""
        on = max(cause.on, newest_day(self.states[member]))
        rules = self.rules_on(on)
        if rules is None:
            return
        for _ in range(ROUNDS_MAX):
            verdicts = reconcile(rules, self.states[member], cause, self.cell_hint)
            if not verdicts:
                break
            for verdict in verdicts:
                event = replace(
                    cause,
                    id=verdict.id,
                    kind=verdict.kind,
                    member=member,
                    staff="",
                    programme=rules.programme.id,
                    on=on,
                    facts=verdict.facts,
                    effects=verdict.effects,
                    once=(),
                    releases=(),
                )
                self.states[member] = fold(self.states[member], event)
                self.entries.append(_Entry(event, encode(event), "", 0, 0, "booked", ""))

    def _write_feed(self) -> None:
        rows, ids = [], []
        for entry in self.entries:
            self.last_seq += 1
            self.head = link(self.head, self.last_seq, entry.body)
            event = entry.event
            rows.append(
                {
                    "cell_id": self.cell_id,
                    "seq": self.last_seq,
                    "event_id": event.id if event else "",
                    "member": event.member if event else "",
                    "on_date": event.on if event else date.min,
                    "station_id": entry.station_id,
                    "epoch": entry.epoch,
                    "lane_seq": entry.lane_seq,
                    "outcome": entry.outcome,
                    "detail": entry.detail,
                    "body": entry.body,
                    "hash": self.head,
                }
            )
            if event and entry.outcome in {"booked", "worthless"}:
                ids.append({"cell_id": self.cell_id, "event_id": event.id, "seq": self.last_seq})
        self.core.execute(insert(feed), rows)
        if ids:
            self.core.execute(insert(booked), ids)

    def _write_keys(self) -> None:
        if self.released:
            self.core.execute(
                delete(once_key).where(
                    once_key.c.cell_id == self.cell_id, once_key.c.key.in_(self.released)
                )
            )
        new = [
            {"cell_id": self.cell_id, "key": key, "event_id": entry.event.id}
            for entry in self.entries
            if entry.event is not None and entry.outcome == "booked"
            for key in entry.event.once
            if self.keys.get(key) == entry.event.id
        ]
        if new:
            self.core.execute(insert(once_key), new)

    def _write_accounts(self) -> None:
        rows = [
            {
                "of_cell": self.cell_id,
                "of_member": member,
                "last_seq": self.last_seq,
                "due_on": due_on(state),
                "state": pack(state),
            }
            for member, state in self.states.items()
        ]
        old = [row for row in rows if row["of_member"] in self.stored]
        new = [
            {**row, "cell_id": row["of_cell"], "member": row["of_member"]}
            for row in rows
            if row["of_member"] not in self.stored
        ]
        if old:
            self.core.execute(
                update(account)
                .where(
                    account.c.cell_id == bindparam("of_cell"),
                    account.c.member == bindparam("of_member"),
                )
                .values(
                    last_seq=bindparam("last_seq"),
                    due_on=bindparam("due_on"),
                    state=bindparam("state"),
                ),
                old,
            )
        if new:
            for row in new:
                del row["of_cell"], row["of_member"]
            self.core.execute(insert(account), new)

    def _write_programmes(self) -> None:
        first = self.last_seq - len(self.entries) + 1
        published = [
            {
                "cell_id": self.cell_id,
                "programme": entry.event.facts.programme,
                "position": first + at,
                "document": entry.event.facts.document.encode(),
            }
            for at, entry in enumerate(self.entries)
            if entry.event is not None
            and entry.outcome == "booked"
            and isinstance(entry.event.facts, ProgrammePublished)
        ]
        for row in published:
            again = (cell_programme.c.cell_id == self.cell_id) & (
                cell_programme.c.programme == row["programme"]
            )
            self.core.execute(delete(cell_programme).where(again))
            self.core.execute(insert(cell_programme).values(row))


def _read(body: bytes) -> Event | str:
    try:
        event = decode(body)
    except UnknownEventError as error:
        return str(error)
    return _misfit(event) or event


def _misfit(event: Event) -> str:
    """Say what no table can hold, on any engine, so that one row never blocks those behind it."""
    if not _ID.fullmatch(event.id):
        return f"the id {event.id!r} is not 32 hexadecimal characters"
    source = event.facts.source if isinstance(event.facts, Merged) else ""
    if any(one and not _ID.fullmatch(one) for one in (event.member, source)):
        return f"the member {event.member!r} is not 32 hexadecimal characters"
    long = [key for key in (*event.once, *event.releases) if len(key) > 200 or "\0" in key]
    return f"the key {long[0]!r} is too long or holds a zero byte" if long else ""


def due_on(state: MemberState) -> date | None:
    """Return the first day on which a day-end job must look at the member, or None."""
    days = [lot.expires_on for lot in state.lots if lot.expires_on is not None]
    days += [hold.until for hold in state.holds]
    return min(days, default=None)

"""One booking in the cell: reads what it needs, decides in memory, writes once (SYNC.md 5)."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select, update

from app.domain.chain import link
from app.domain.codes import cell_hint
from app.domain.companions import may_release
from app.domain.effects import Debit, Effect, Spend
from app.domain.erasing import forfeit_of
from app.domain.events import Event
from app.domain.facts import (
    Erased,
    Facts,
    Merged,
    ProgrammePublished,
    Threshold,
    Unmerged,
)
from app.domain.fold import PERSONAL_KEYS, blank
from app.domain.fold.together import Together
from app.domain.ids import derived_id
from app.domain.lapses import taken_back
from app.domain.members import MemberState, newest_day
from app.domain.rating import Rules
from app.domain.thresholds import reconcile
from app.domain.vouchers import refund_of
from app.hub import programmes
from app.hub.accounts import write_accounts
from app.storage.rows import unpack_state
from app.storage.tables import account, booked, cell, feed, once_key
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
    debits = tuple(effect for effect in event.effects if isinstance(effect, Spend | Debit))
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
        self.loaded: dict[str, MemberState] = {}
        self.together = Together(lambda member: self.loaded.get(member) or blank(member))
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
                known[event.id] = self._book(event, body, station_id, epoch, seq)

    def add(self, events: Sequence[Event]) -> None:
        """Take up events of the cell's own."""
        self._load(events)
        for event in events:
            self._book(event, encode(event), "", 0, 0)

    def refold(self, rows: Iterable[tuple[int, str, bytes]]) -> None:
        """Fold rows (number, outcome, body) of the feed once more into the accounts.

        What they promised was booked after them, so nothing is reconciled anew.
        """
        read = [(seq, outcome, _read(body)) for seq, outcome, body in rows]
        events = [worth(event, how) for _, how, event in read if isinstance(event, Event)]
        self._load(events)
        for event in events:
            if event.member:
                self.together.fold(event)
        self.last_seq = read[-1][0]
        write_accounts(self.core, self.cell_id, self.together.states, self.stored, self.last_seq)

    def write(self) -> int:
        """Write rows, keys, accounts and the cell's head; return the last feed number."""
        if not self.entries:
            return self.last_seq
        self._write_feed()
        self._write_keys()
        write_accounts(self.core, self.cell_id, self.together.states, self.stored, self.last_seq)
        self._write_programmes()
        self.core.execute(
            update(cell)
            .where(cell.c.cell_id == self.cell_id)
            .values(last_seq=self.last_seq, head=self.head)
        )
        return self.last_seq

    def _load(self, events: Sequence[Event]) -> None:
        members = {event.member for event in events if event.member}
        members |= {
            event.facts.source for event in events if isinstance(event.facts, Merged | Unmerged)
        }
        self._load_states(members - self.loaded.keys())
        while aliases := {one.merged_into for one in self.loaded.values()} - {"", *self.loaded}:
            self._load_states(aliases)
            self.loaded.update({one: blank(one) for one in aliases - self.loaded.keys()})
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
            self.loaded[row.member] = unpack_state(row.state)
            self.stored.add(row.member)

    def _book(self, event: Event, body: bytes, station_id: str, epoch: int, seq: int) -> int:
        """Take up one event and what follows from it; return its number in the feed."""
        taken = next((key for key in event.once if key in self.keys), "") or self._had(event)
        outcome, detail = ("worthless", f"taken: {taken}"[:200]) if taken else ("booked", "")
        if not taken:
            self.keys.update(dict.fromkeys(event.once, event.id))
        if event.releases and not taken:
            self._release(event)
        booked = worth(event, outcome)
        if event.member:
            self._take_back_lapsed(booked)
        self.entries.append(_Entry(event, body, station_id, epoch, seq, outcome, detail))
        number = self.last_seq + len(self.entries)
        if event.member:
            member = self.together.fold(booked)
            if taken:
                self._refund(event)
            self._settle(member, booked)
        return number

    def _had(self, event: Event) -> str:
        """Return a personal key of the event that the member used under another id, or nothing.

        Two who were merged are one person, also for a station that does not know it yet.
        """
        personal = [key for key in event.once if key.partition(":")[0] in PERSONAL_KEYS]
        once = self.together.living(event.member).once if personal and event.member else ()
        return next((key for key in personal if key.rpartition(":")[0] in once), "")

    def _take_back_lapsed(self, event: Event) -> None:
        """Give what expiry took back to its lots, for an event that was dated before."""
        state = self.together.living(event.member)
        effects = taken_back(state, event.effects, event.on)
        if effects:
            back = replace(event, id=derived_id(event.id, "lapsed"), kind="expired")
            self._add_own(back, state.member, Threshold(event.id), effects)

    def _release(self, event: Event) -> None:
        """Set keys free that the event undoes; somebody else may hold them by now."""
        for key in event.releases:
            if may_release(event.facts, key, self.keys.get(key, "")):
                del self.keys[key]
                self.released.add(key)

    def _refund(self, lost: Event) -> None:
        """Give back the coins of a redemption that came too late for the last of its stock."""
        rules = self.rules_on(lost.on)
        refund = refund_of(lost, rules.programme.reinstatement_days if rules else 0)
        if refund is not None:
            self.keys.update(dict.fromkeys(refund.once, refund.id))
            self.together.fold(refund)
            self.entries.append(_Entry(refund, encode(refund), "", 0, 0, "booked", ""))

    def _settle(self, member: str, cause: Event) -> None:
        """Book what follows from an event as events of the cell's own."""
        state = self.together.own(member)
        if state.erased:
            self._forfeit(state, cause)
        else:
            self._reconcile(member, cause)

    def _forfeit(self, state: MemberState, cause: Event) -> None:
        """Clear away what reached an erased member from a station that did not know yet."""
        effect = forfeit_of(state)
        if effect.coins or effect.credit_minor:
            event = replace(cause, id=derived_id(cause.id, "forfeit"), kind="erased")
            self._add_own(event, state.member, Erased(""), (effect,))

    def _reconcile(self, member: str, cause: Event) -> None:
        """Book promises kept and broken, until none is left."""
        on = max(cause.on, newest_day(self.together.own(member)))
        rules = self.rules_on(on)
        if rules is None:
            return
        for _ in range(ROUNDS_MAX):
            verdicts = reconcile(rules, self.together.own(member), cause, self.cell_hint)
            if not verdicts:
                break
            cause = replace(cause, on=on, programme=rules.programme.id)
            for verdict in verdicts:
                self._add_own(
                    replace(cause, id=verdict.id, kind=verdict.kind),
                    member, verdict.facts, verdict.effects,
                )  # fmt: skip

    def _add_own(
        self, event: Event, member: str, facts: Facts, effects: tuple[Effect, ...]
    ) -> None:
        """Book an event of the cell's own, made after another one."""
        own = replace(
            event, member=member, staff="", facts=facts, effects=effects, once=(), releases=()
        )
        self.together.fold(own)
        self.entries.append(_Entry(own, encode(own), "", 0, 0, "booked", ""))

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

    def _write_programmes(self) -> None:
        first = self.last_seq - len(self.entries) + 1
        for at, entry in enumerate(self.entries):
            published = entry.event.facts if entry.event and entry.outcome == "booked" else None
            if isinstance(published, ProgrammePublished):
                programmes.keep(self.core, self.cell_id, first + at, published)


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
    source = event.facts.source if isinstance(event.facts, Merged | Unmerged) else ""
    if any(one and not _ID.fullmatch(one) for one in (event.member, source)):
        return f"the member {event.member!r} is not 32 hexadecimal characters"
    long = [key for key in (*event.once, *event.releases) if len(key) > 200 or "\0" in key]
    return f"the key {long[0]!r} is too long or holds a zero byte" if long else ""

"""One booking in the cell: reads what it needs, decides in memory, writes once (SYNC.md 5)."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select, update
from sqlalchemy.exc import SQLAlchemyError

from app.domain.codes import cell_hint
from app.domain.companions import may_release
from app.domain.effects import Debit, Effect, Spend
from app.domain.erasing import forfeit_of
from app.domain.events import Event, Kind
from app.domain.facts import Erased, Facts, Merged, ProgrammePublished, Threshold, Unmerged
from app.domain.fold import PERSONAL_KEYS, blank
from app.domain.fold.together import Together
from app.domain.ids import derived_id
from app.domain.invariants import fault
from app.domain.lapses import taken_back
from app.domain.members import MemberState, newest_day
from app.domain.rating import Rules
from app.domain.thresholds import may_go_on, reconcile
from app.domain.vouchers import refund_of
from app.hub import bulk, keys, programmes, settling, writing
from app.hub.accounts import Row, row_of, write_accounts
from app.hub.programmes import Published
from app.hub.reading import read_event
from app.hub.roles import MAKES, bars
from app.hub.writing import Entry, Origin
from app.storage import failpoints
from app.storage.rows import unpack_state
from app.storage.tables import account, booked, cell, once_key
from app.wire.events import encode

RulesOn = Callable[[date], Rules | None]
"""The compiled programme in force on a business date, or None before the first."""

ROUNDS_MAX = 20
"""How often promises kept may bring further ones after one event."""


OWN = Origin("", 0, 0, "")
"""Where events come from that the cell made itself."""


class BrokenError(Exception):
    """An event that is well formed breaks what must always be true."""


class _Decided(NamedTuple):
    """What a booking has decided so far beside states, to go back to when an event fails."""

    entries: int
    keys: dict[str, str]
    released: set[str]
    published: list[Published]
    bearing: settling.Bearing


def worth(event: Event, outcome: str) -> Event:
    """Return the event with the effects it was booked with: a loser's debits only."""
    if outcome == "booked":
        return event
    debits = tuple(effect for effect in event.effects if isinstance(effect, Spend | Debit))
    return replace(event, effects=debits if outcome == "worthless" else (), once=(), releases=())


class Book:
    """One booking: reads what it needs, decides in memory, writes once."""

    def __init__(
        self,
        core: Connection,
        cell_id: str,
        rules_on: RulesOn,
        renamed: frozenset[str] = frozenset(),
    ) -> None:
        self.core = core
        self.renamed = renamed
        self.cell_id = cell_id
        self.rules_on = rules_on
        self.cell_hint = cell_hint(cell_id)
        locked = core.execute(
            update(cell)
            .where(cell.c.cell_id == cell_id)
            .values(last_seq=cell.c.last_seq)
            .returning(cell.c.last_seq, cell.c.head, cell.c.incarnation)
        ).one()
        self.was_put_back: bool = locked.incarnation > 1
        self.last_seq: int = locked.last_seq
        self.head: bytes = locked.head
        self.entries: list[Entry] = []
        self.loaded = loaded = dict[str, MemberState]()
        # By the dict, not by `self`: a booking that holds itself would stay until it is looked for.
        self.together = Together(lambda member: loaded.get(member) or blank(member))
        self.rows: dict[str, Row] = {}
        self.derived: set[str] = set()
        self.stored: set[str] = set()
        self.keys: dict[str, str] = {}
        self.released: set[str] = set()
        self.published: list[Published] = []
        self.bearing = settling.NO_BEARING

    def known(self, event_ids: list[str]) -> dict[str, int]:
        """Return the feed numbers of those ids that are booked."""
        rows = self.core.execute(
            select(booked.c.event_id, booked.c.seq).where(
                booked.c.cell_id == self.cell_id,
                bulk.among(self.core, booked.c.event_id, event_ids),
            )
        )
        return {row.event_id: row.seq for row in rows}

    def add_lane(
        self,
        rows: list[tuple[bytes, int]],
        station_id: str,
        epoch: int,
        revoked_seq: int | None = None,
        note: str = "",
        role: str | None = None,
    ) -> None:
        """Take up bodies of a station's lane, each with its lane number.

        Rows past `revoked_seq` are parked, and what a station of its `role` never makes; `note` is
        told beside the outcome of each row.
        """
        read = [(read_event(body), body, seq) for body, seq in rows]
        events = [event for event, _, _ in read if isinstance(event, Event)]
        known: dict[str, int] = self.known([event.id for event in events])
        self._load(events)
        for event, body, seq in read:
            origin = Origin(station_id, epoch, seq, note)
            if isinstance(event, str):
                self._enter(None, body, origin, "parked", event)
            elif event.id in known:
                self._enter(event, body, origin, "duplicate", f"of {known[event.id]}")
            elif revoked_seq is not None and seq > revoked_seq:
                self._enter(event, body, origin, "parked", "revoked")
            elif why := self._bars(role, event):
                self._enter(event, body, origin, "parked", f"barred: {why}")
            elif number := self._take_up(event, body, origin):
                known[event.id] = number

    def _bars(self, role: str | None, event: Event) -> str:
        if role not in MAKES:
            return ""
        living = self.together.living(event.member)
        return bars(role, event, living, put_back=self.was_put_back)

    def add(self, events: Sequence[Event]) -> None:
        """Take up events of the cell's own."""
        self._load(events)
        for event in events:
            self._take_up(event, encode(event), OWN)

    def refold(self, rows: Iterable[tuple[int, str, bytes]]) -> None:
        """Fold rows (number, outcome, body) of the feed once more into the accounts.

        What they promised was booked after them, so nothing is reconciled anew.
        """
        read = [(seq, outcome, read_event(body)) for seq, outcome, body in rows]
        events = [worth(event, how) for _, how, event in read if isinstance(event, Event)]
        self._load(events)
        for event in events:
            if event.member:
                self.together.fold(event)
        self.last_seq = read[-1][0]
        self.rows = {member: row_of(state) for member, state in self.together.states.items()}
        write_accounts(self.core, self.cell_id, self.rows, self.stored, self.last_seq)

    def came_before(self) -> frozenset[str]:
        """Return the ids of what follows from others and is booked already.

        Only a hub that was put back can have what follows from an event without the event.
        """
        if not (self.was_put_back and self.derived):
            return frozenset()
        return frozenset(self.known(list(self.derived)))

    def write(self) -> int:
        """Write rows, keys, accounts and the cell's head; return the last feed number."""
        if not self.entries:
            return self.last_seq
        self.last_seq, self.head = writing.write_feed(
            self.core, self.cell_id, self.last_seq, self.head, self.entries
        )
        writing.write_keys(self.core, self.cell_id, self.entries, self.keys, self.released)
        write_accounts(self.core, self.cell_id, self.rows, self.stored, self.last_seq)
        for published in self.published:
            programmes.keep(self.core, self.cell_id, published)
        booked = (one.event.id for one in self.entries if one.event and one.outcome != "parked")
        settling.settle(self.core, self.cell_id, self.bearing.held, booked)
        keys.forget(self.core, self.cell_id, self._erased())
        failpoints.reach("feed.written")
        self.core.execute(
            update(cell)
            .where(cell.c.cell_id == self.cell_id)
            .values(last_seq=self.last_seq, head=self.head)
        )
        return self.last_seq

    def outcomes(self) -> Counter[str]:
        """Return how many rows this booking made, by outcome."""
        return Counter(entry.outcome for entry in self.entries)

    def _erased(self) -> list[str]:
        found = (one.event for one in self.entries if one.outcome == "booked")
        return [event.member for event in found if event and event.kind == "erased"]

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
                once_key.c.cell_id == self.cell_id, bulk.among(self.core, once_key.c.key, keys)
            )
        )
        self.keys.update({row.key: row.event_id for row in rows})
        self.bearing = self.bearing.with_more(settling.bearing_on(self.core, self.cell_id, events))

    def _load_states(self, members: Iterable[str]) -> None:
        wanted = list(members)
        if not wanted:
            return
        rows = self.core.execute(
            select(account.c.member, account.c.state).where(
                account.c.cell_id == self.cell_id,
                bulk.among(self.core, account.c.member, wanted),
            )
        )
        for row in rows:
            self.loaded[row.member] = unpack_state(row.state)
            self.stored.add(row.member)

    def _take_up(self, event: Event, body: bytes, origin: Origin) -> int:
        """Book one event, or park one that cannot be; return its number in the feed, 0 = parked.

        Nothing is written yet, so whatever the event did before it failed is forgotten.
        """
        before = self._decided()
        self.together.mark()
        try:
            number = self._book(event, body, origin)
            states = self.together.states
            self.rows.update({one: row_of(states[one]) for one in self.together.since})
        except (MemoryError, OSError, SQLAlchemyError):
            raise  # the store's or the machine's trouble: the same event books later
        except BrokenError as error:
            reason = f"broken: {error}"
        except Exception as error:  # noqa: BLE001 - no event may block those behind it
            reason = f"failed: {type(error).__name__}: {error}"
        else:
            return number
        self._go_back(before)
        self._enter(event, body, origin, "parked", reason)
        return 0

    def _decided(self) -> _Decided:
        return _Decided(
            len(self.entries),
            self.keys.copy(),
            self.released.copy(),
            self.published.copy(),
            self.bearing,
        )

    def _go_back(self, before: _Decided) -> None:
        del self.entries[before.entries :]
        self.together.go_back()
        self.keys = before.keys
        self.released = before.released
        self.published = before.published
        self.bearing = before.bearing

    def _enter(
        self, event: Event | None, body: bytes, origin: Origin, outcome: str, detail: str = ""
    ) -> int:
        """Add a row to the feed; return its number."""
        self.entries.append(Entry(event, body, origin, outcome, detail))
        return self.last_seq + len(self.entries)

    def _book(self, event: Event, body: bytes, origin: Origin) -> int:
        """Take up one event and what follows from it; return its number in the feed."""
        taken = next((key for key in event.once if self._is_taken(key, event)), "")
        taken = taken or self._had(event)
        outcome, detail = ("worthless", f"taken: {taken}") if taken else ("booked", "")
        if not taken:
            self.keys.update(dict.fromkeys(event.once, event.id))
        if event.releases and not taken:
            self._release(event)
        booked = worth(event, outcome)
        if event.member:
            self._take_back_lapsed(booked)
        number = self._enter(event, body, origin, outcome, detail)
        if isinstance(event.facts, ProgrammePublished) and not taken:
            self.published.append(programmes.read(number, event.facts))
        if event.member:
            member = self._fold(booked)
            if taken:
                self._refund(event)
            self._settle(member, booked)
        return number

    def _fold(self, event: Event) -> str:
        """Fold an event and see that all is sound; return the living member it counted for."""
        concerned = self._concerned(event)
        before = [self.together.own(one) for one in concerned]
        member = self.together.fold(event)
        after = [self.together.own(one) for one in concerned]
        if len(concerned) > 1:
            before = [state for state in before if not state.merged_into]
            after = [state for state in after if not state.merged_into]
        if broken := fault(event.effects, before, after):
            raise BrokenError(broken)
        return member

    def _concerned(self, event: Event) -> tuple[str, ...]:
        """Return the members whose states an event can change."""
        living = self.together.living(event.member).member
        match event.facts:
            case Merged(source=source):
                other = self.together.living(source).member
            case Unmerged(source=source):
                other = source
            case _:
                other = living
        return (living,) if other == living else (living, other)

    def _is_taken(self, key: str, event: Event) -> bool:
        return key in self.keys or settling.reserved_for_another(event, key, self.bearing)

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
        if effects and not self._came_before(back_id := derived_id(event.id, "lapsed")):
            self._add_own(event, back_id, "expired", state.member, Threshold(event.id), effects)

    def _came_before(self, event_id: str) -> bool:
        """Say whether what follows from an event is booked: a restored hub may get it alone."""
        return bool(self.known([event_id]))

    def _release(self, event: Event) -> None:
        """Set keys free that the event undoes; somebody else may hold them by now."""
        for key in event.releases:
            if may_release(event.facts, key, self.keys.get(key, "")):
                del self.keys[key]
                self.released.add(key)
                self.bearing = self.bearing.without(key)

    def _refund(self, lost: Event) -> None:
        """Give back the coins of a redemption that came too late for the last of its stock."""
        rules = self.rules_on(lost.on)
        refund = refund_of(lost, rules.programme.reinstatement_days if rules else 0)
        if refund is not None and not self._came_before(refund.id):
            self.keys.update(dict.fromkeys(refund.once, refund.id))
            self._fold(refund)
            self._enter(refund, encode(refund), OWN, "booked")

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
            forfeit = derived_id(cause.id, "forfeit")
            self._add_own(cause, forfeit, "erased", state.member, Erased(""), (effect,))

    def _reconcile(self, member: str, cause: Event) -> None:
        """Book promises kept and broken, until none is left."""
        on = max(cause.on, newest_day(self.together.own(member)))
        rules = self.rules_on(on)
        if rules is None:
            return
        for _ in range(ROUNDS_MAX):
            verdicts = reconcile(rules, self.together.own(member), cause, self.cell_hint)
            cause = replace(cause, on=on, programme=rules.programme.id) if verdicts else cause
            for verdict in verdicts:
                self._add_own(
                    cause, verdict.id, verdict.kind, member, verdict.facts, verdict.effects
                )
            if not may_go_on(rules, verdicts):
                break

    def _add_own(
        self,
        cause: Event,
        event_id: str,
        kind: Kind,
        member: str,
        facts: Facts,
        effects: tuple[Effect, ...],
    ) -> None:
        """Book an event of the cell's own, at the time and place of the one it follows from."""
        while event_id in self.renamed:
            event_id = derived_id(event_id, "again")
        if event_id in self.derived:
            raise BrokenError("a promise is kept and broken again and again")
        self.derived.add(event_id)
        own = Event(
            event_id, kind, member, "", cause.store, cause.till, cause.programme,
            cause.on, cause.at_ms, cause.offset_min, facts, effects,
        )  # fmt: skip
        self._fold(own)
        self._enter(own, encode(own), OWN, "booked")


def taken_up(book: Book, take_up: Callable[[Book], None]) -> Book:
    """Take up events in a booking that nothing was taken up in; return the one to write.

    What follows from them and is booked already gets an id of its own: a hub that was put back
    may have got an award and its withdrawal before the sale that both came from.
    """
    take_up(book)
    while before := book.came_before():
        book = Book(book.core, book.cell_id, book.rules_on, book.renamed | before)
        take_up(book)
    return book

"""The open shop: what every use case takes. One object, built by the composition root."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from app.domain.calendar import business_date, day_of
from app.domain.effects import Effect
from app.domain.events import Event, Kind
from app.domain.facts import Facts, Merged, Unmerged
from app.domain.fold import blank, fold
from app.domain.fold.together import Together
from app.domain.ids import mint_id
from app.domain.members import MemberState
from app.domain.profiles import Profile, fold_profile, sealed_for, together
from app.domain.programme import Programme
from app.domain.rating import Rules
from app.services.authority import SpendAuthority
from app.services.clocks import Clock
from app.storage import finders, programmes
from app.storage.replica import member_row, state_row
from app.storage.rows import unpack_dated_state, unpack_profile, unpack_programme
from app.storage.station import StationDb
from app.storage.vault import Vault
from app.storage.writer import Tx
from app.wire.events import decode, encode

if TYPE_CHECKING:
    from app.services.prints import Printing

T = TypeVar("T")

FRESH_KEPT = 1_000
"""How many keyed hashes of own events are kept in memory before booked ones are dropped."""


class Moment(NamedTuple):
    """An instant as events carry it; `minute` is the local minute of the day."""

    at_ms: int
    offset_min: int
    on: date
    minute: int


@dataclass(frozen=True, slots=True)
class Place:
    """Which station this is; `cell_hint` are the two characters cards of this cell carry.

    `scale_label` is the layout of weight or price labels (several apart by blanks, "" = none).
    In a `training` shop nothing counts: its screens and slips say so.
    """

    station_id: str
    cell_id: str
    cell_hint: str
    store: str
    till: str
    scale_label: str = ""
    training: bool = False


class NoProgrammeError(RuntimeError):
    """The shop has no programme in force."""


class Shop:
    """An open shop: files, programme, clock, place. Use cases are functions that take it."""

    def __init__(
        self,
        folder: Path,
        place: Place,
        db: StationDb,
        vault: Vault,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        self.folder = folder
        self.place = place
        self.station_id = place.station_id
        self.store = place.store
        self.till = place.till
        self.db = db
        self.vault = vault
        self.clock = clock
        self.wake = wake
        self.entropy: Callable[[int], bytes] = os.urandom
        """Where ids take their random bytes from; a test that must repeat sets its own."""
        self.trouble = ""
        """Why booking does not go on, or nothing; sales are safe in the journal meanwhile."""
        self.last_sale: tuple[str, str, float] | None = None
        """(sale, staff, monotonic seconds) of the last sale here: what undo may take back."""
        self.erasing: set[str] = set()
        """Members whose erasing is not booked yet: nothing may lead to them any more."""
        self.authority: SpendAuthority | None = None
        """Who is asked before anything is spent; nobody where the cell is in this process."""
        self.printing: Printing | None = None
        """What prints this station's slips; nothing where none are printed."""
        self._fresh: dict[str, str] = {}
        self._rules: dict[str, Rules] = {}
        self._newest: tuple[Rules, ...] = ()
        for seq, body, _ in db.unsent(db.own_seq, limit=1_000_000_000):
            event = decode(body)
            db.overlay(seq, event)
            self._note_fresh(event)

    @property
    def training(self) -> bool:
        """Whether this is a shop to practise in, where nothing counts."""
        return self.place.training

    @property
    def rules(self) -> Rules:
        """The rules in force today; raises NoProgrammeError when none was published."""
        now = self.clock.now()
        for rules in self._newest:
            if _begun(rules.programme, now):
                return rules
        self._newest = self._read_newest(now)
        return self._newest[-1]

    @property
    def programme(self) -> Programme:
        """The programme in force today."""
        return self.rules.programme

    def programme_changed(self) -> None:
        """Read the programme anew the next time it is asked for."""
        self._newest = ()

    def replica_changed(self) -> None:
        """Read all programmes anew: another version of this program may have compiled them."""
        self._rules, self._newest = {}, ()

    def rules_of(self, programme_id: str) -> Rules:
        """Return the rules of a programme version; of one never seen, those in force."""
        known = self._rules.get(programme_id)
        if known is not None:
            return known
        with self.db.cursor(None) as cursor:
            compiled = programmes.by_id(cursor, programme_id)
        return self._compiled(programme_id, compiled) if compiled else self.rules

    def _compiled(self, programme_id: str, compiled: bytes) -> Rules:
        rules = self._rules.get(programme_id) or Rules(unpack_programme(compiled))
        self._rules[programme_id] = rules
        return rules

    def moment(self) -> Moment:
        """Return the present moment on the shop's calendar."""
        now = self.clock.now()
        programme = self.programme
        zone = ZoneInfo(programme.time_zone)
        local = now.astimezone(zone)
        offset = local.utcoffset()
        return Moment(
            at_ms=int(now.timestamp() * 1000),
            offset_min=int(offset.total_seconds() // 60) if offset else 0,
            on=day_of(local, programme.day_starts),
            minute=local.hour * 60 + local.minute,
        )

    def mint(self) -> str:
        """Return a new id (UUIDv7)."""
        return mint_id(int(self.clock.now().timestamp() * 1000), self.entropy(10))

    def event(
        self,
        kind: Kind,
        facts: Facts,
        *,
        member: str = "",
        staff: str = "",
        effects: tuple[Effect, ...] = (),
        once: tuple[str, ...] = (),
        releases: tuple[str, ...] = (),
        event_id: str = "",
        moment: Moment | None = None,
    ) -> Event:
        """Return an event of this station at this moment."""
        at = moment or self.moment()
        return Event(
            id=event_id or self.mint(),
            kind=kind,
            member=member,
            staff=staff,
            store=self.store,
            till=self.till,
            programme=self.programme.id,
            on=at.on,
            at_ms=at.at_ms,
            offset_min=at.offset_min,
            facts=facts,
            effects=effects,
            once=once,
            releases=releases,
        )

    def record(self, decide: Callable[[Tx], tuple[tuple[Event, ...], T]]) -> T:
        """Decide and journal in one transaction; return the outcome after COMMIT.

        `decide` reads through `tx` and returns the events to write (none = refused) and the
        outcome. Raises StorageFullError when the disk is full: nothing was written then.
        """
        wrote = False

        def work(tx: Tx) -> T:
            nonlocal wrote
            events, outcome = decide(tx)
            for event in events:
                self.db.append(tx, event, encode(event))
                if event.kind in finders.FINDING:
                    tx.after.append(partial(self._note_fresh, event))
            wrote = bool(events)
            return outcome

        outcome = self.db.writer.run(work)
        if wrote:
            self.wake()
        return outcome

    def fresh_holder(self, mac: str) -> str | None:
        """Return the member that own events, not booked yet, gave a card, phone or number to."""
        member = self._fresh.get(mac)
        if member is None or member not in self.db.pending:
            return None
        return None if self.state(member).erased else member

    def _note_fresh(self, event: Event) -> None:
        found = finders.hashes(self.vault, event)
        if len(self._fresh) > FRESH_KEPT + 4 * len(self.db.pending):
            self._fresh = {
                mac: member for mac, member in self._fresh.items() if member in self.db.pending
            }
        self._fresh.update((mac, event.member) for _, mac in found if mac)

    def state(self, member: str, tx: Tx | None = None) -> MemberState:
        """Return a member's state: the replica plus own events it does not contain yet.

        Inside a transaction pass it, so that what is read is what is decided upon.
        """
        pending = self.db.pending.get(member, ())  # before the row, so that nothing falls between
        if tx is not None:
            row = state_row(tx.cursor, member)
        else:
            with self.db.cursor(None) as cursor:
                row = state_row(cursor, member)
        state = unpack_dated_state(row[1]) if row else blank(member)
        if state.merged_into and pending:
            return self._linked(member, tx)[0]
        if state.merged_into:
            return self.state(state.merged_into, tx)
        for seq, event in pending:
            if row is None or seq > row[0]:
                if isinstance(event.facts, Merged | Unmerged):
                    return self._linked(member, tx)[0]
                state = fold(state, event)
        return state

    def family(self, member: str, tx: Tx | None = None) -> tuple[str, ...]:
        """Return the living member's id, and those of all who were merged into it."""
        state = self.state(member, tx)
        if not state.aliases:
            return (state.member,)
        return self._linked(member, tx)[1]

    def profile(self, member: str) -> Profile | None:
        """Return a member's profile, or None if there is no such member (any more)."""
        first, *aliases = self.family(member)
        own = self.own_profile(first)
        if own.erased:
            return None
        if aliases:
            own = together(own, [self.own_profile(one) for one in aliases])
        return own if own.joined_on else None

    def personal(self, profile: Profile, *fields: str) -> tuple[str, ...]:
        """Return personal values of a profile in clear; "" for what is not there or unreadable."""
        sealed = [(field, getattr(profile.personal, field) or "") for field in fields]
        if not profile.lent:
            return self.vault.open_all(profile.member, sealed)
        return tuple(
            self.vault.open_all(sealed_for(profile, field), ((field, value),))[0]
            for field, value in sealed
        )

    def _linked(self, member: str, tx: Tx | None) -> tuple[MemberState, tuple[str, ...]]:
        """Return the living member's state and family, own unsent merges folded in memory."""
        with self.db.rows(tx) as (cursor, pending):

            def load(one: str) -> MemberState:
                row = state_row(cursor, one)
                return unpack_dated_state(row[1]) if row else blank(one)

            members = Together(load)
            for event in pending:
                if event.member:
                    members.fold(event)
            return members.living(member), members.family(member)

    def own_profile(self, member: str) -> Profile:
        """Return the profile folded from the member's own events, merged or not."""
        pending = self.db.pending.get(member, ())
        with self.db.cursor(None) as cursor:
            row = member_row(cursor, member)
        profile = unpack_profile(row.profile) if row else Profile(member)
        for seq, event in pending:
            if event.member == member and (row is None or seq > row.own_seq):
                profile = fold_profile(profile, event)
        return profile

    def _read_newest(self, now: datetime) -> tuple[Rules, ...]:
        """Return the versions from the newest to the one in force, which comes last."""
        newest: list[Rules] = []
        with self.db.cursor(None) as cursor:
            for programme_id, compiled in programmes.newest_first(cursor):
                newest.append(self._compiled(programme_id, compiled))
                if _begun(newest[-1].programme, now):
                    return tuple(newest)
        raise NoProgrammeError("this shop has no programme in force")


def _begun(programme: Programme, now: datetime) -> bool:
    """Say whether a programme's first business date has come, in its own zone."""
    start = programme.effective_from
    if start is None:
        return True
    return start <= business_date(now, ZoneInfo(programme.time_zone), programme.day_starts)

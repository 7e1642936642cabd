"""One batch of the feed being folded into the station's replica (SYNC.md 7)."""

from dataclasses import replace
from datetime import timedelta

from app.domain.bills import number_key
from app.domain.companions import kept_everywhere, may_release
from app.domain.events import Event
from app.domain.facts import (
    CardIssued,
    Claimed,
    Merged,
    ProgrammePublished,
    Returned,
    Sold,
    StaffSet,
    Unmerged,
    Voided,
)
from app.domain.fold import blank
from app.domain.fold.together import People, Together
from app.domain.members import MemberState
from app.domain.open_sales import OpenSale, follow, open_sale
from app.domain.outcomes import worth
from app.domain.profiles import Profile
from app.domain.programme import Programme
from app.hub.cell import FeedRow
from app.storage import erased, finders
from app.storage.keyless import Opener
from app.storage.rows import pack, unpack_profile, unpack_sale, unpack_state
from app.storage.sales import is_journalled, owner_of_key, release_key
from app.storage.writer import Tx
from app.sync import (
    calls,
    conflicts,
    day_closes,
    day_figures,
    flags,
    leaderboards,
    pickups,
    raffles,
    vouchers,
)

SALES_KEPT_DAYS = 7
"""How long an open sale stays after its return window."""

_NUMBER = "SELECT seq FROM journal WHERE event_id = ?"


class Folding:
    """One batch being folded; rows are loaded once, changed in memory, written at the end."""

    def __init__(self, tx: Tx, station_id: str, vault: Opener) -> None:
        self.cursor = tx.cursor
        self.station_id = station_id
        self.vault = vault
        self.together = Together(self._load)
        self.people = People(self.together, self._load_profile)
        self.own_seqs: dict[str, int] = {}
        self.loaded: dict[str, Profile] = {}
        self.erased: set[str] = set()
        self.sales: dict[str, OpenSale | None] = {}
        self.figures = day_figures.Adding()
        self.own_seq = 0
        # Up to here the taken keys are kept already: they are not folded again in a rebuild.
        self.known_seq = 0
        self.window_days = 0

    def apply(self, event: Event, row: FeedRow) -> None:
        """Fold one row of the feed and its event."""
        own = self._own(event)
        self.own_seq = max(self.own_seq, own)
        if row.outcome not in {"booked", "worthless"}:
            return
        booked = worth(event, row.outcome)
        before = self._living(event) if own else None
        if event.member:
            booked = self._member(booked, own)
        if own:
            taken = self._is_anothers_card(event)
            conflicts.project(
                self.cursor, event, row, before, self._living(event), card_taken=taken
            )
        else:
            day_closes.project(self.cursor, event, row, self.station_id, self.own_seq)
        self.figures.take(booked, row)
        self._shop(booked, row)
        raffles.project(self.cursor, booked, row)
        if row.seq > self.known_seq:
            self._keys(event, row)
        if row.outcome == "booked" or isinstance(event.facts, Sold):
            self._sale(booked)

    def _is_anothers_card(self, event: Event) -> bool:
        """Say whether an event gave a card that somebody else had been given before."""
        if not isinstance(event.facts, CardIssued):
            return False
        holder = finders.member_of(self.cursor, event.facts.card_mac)
        living = self.together.living
        return holder is not None and living(holder).member != living(event.member).member

    def _living(self, event: Event) -> MemberState | None:
        return self.together.living(event.member) if event.member else None

    def parked(self, row: FeedRow) -> None:
        """Note a row without effects; its body may be unreadable, so the journal's row is it."""
        if row.station_id == self.station_id:
            same = "SELECT seq FROM journal WHERE seq = ? AND body = ?"
            found = self.cursor.execute(same, (row.lane_seq, row.body)).fetchone()
            self.own_seq = max(self.own_seq, found[0] if found else 0)
            if found:
                conflicts.project_parked(self.cursor, row)

    def _own(self, event: Event) -> int:
        """Return an event's number in this journal, 0 if it is not in it.

        The lane's number would not do: a station put back to an old copy gets to see numbers
        that stand for other events here, a restored hub has some without a lane, and what two
        stations derive alike (a greeting) comes in the lane of whoever was first.
        """
        found = self.cursor.execute(_NUMBER, (event.id,)).fetchone()
        return found[0] if found else 0

    def _member(self, event: Event, own: int) -> Event:
        """Fold a member's event; return it as the living member's."""
        member, erased_now = self.people.fold(event)
        for one in {member, event.member}:
            self.together.own(one)
            self.own_seqs[one] = max(self.own_seqs[one], own)
        if not self.together.own(member).erased:
            finders.point(self.cursor, event.member, finders.hashes(self.vault, event))
            vouchers.project(self.cursor, event, member)
        for one in erased_now:
            finders.drop(self.cursor, one)
            erased.note(self.cursor, one)
            self.erased.add(one)
        if isinstance(event.facts, Merged | Unmerged):
            for one in (member, event.facts.source):
                leaderboards.refresh(self.cursor, self.together.own(one))
        else:
            leaderboards.project(
                self.cursor, replace(event, member=member), self.together.own(member)
            )
        return replace(event, member=member)

    def _load_profile(self, member: str) -> Profile:
        self.together.own(member)
        return self.loaded[member]

    def _load(self, member: str) -> MemberState:
        row = self.cursor.execute(
            "SELECT own_seq, state, profile FROM member WHERE member = ?", (member,)
        ).fetchone()
        self.own_seqs[member] = row[0] if row else 0
        self.loaded[member] = unpack_profile(row[2]) if row else Profile(member)
        state = unpack_state(row[1]) if row else blank(member)
        self.figures.loaded(state)
        return state

    def _shop(self, event: Event, row: FeedRow) -> None:
        flags.project(self.cursor, event, row)
        pickups.project(self.cursor, event, row, self._living(event))
        calls.project(self.cursor, event, row)
        match event.facts:
            case StaffSet() as staff:
                self.cursor.execute(
                    "INSERT OR REPLACE INTO staff (staff, name, role, verifier, active)"
                    " VALUES (?, ?, ?, ?, ?)",
                    (staff.staff, staff.name, staff.role, staff.verifier, staff.active),
                )
            case ProgrammePublished() as published:
                self._programme(published, row.seq)
            case _:
                pass

    def _programme(self, published: ProgrammePublished, seq: int) -> None:
        from app.wire.programmes import read_programme  # noqa: PLC0415 - slow, and seldom needed

        read = read_programme(published.document, "programme")
        if isinstance(read, Programme):
            self.cursor.execute(
                "INSERT OR REPLACE INTO programme (programme, position, document, compiled)"
                " VALUES (?, ?, ?, ?)",
                (read.id, seq, published.document.encode(), pack(read)),
            )

    def _sale(self, event: Event) -> None:
        match event.facts:
            case Sold():
                self.sales[event.id] = open_sale(event)
            case Voided(sale=of) | Claimed(sale=of):
                self._follow(of, event)
            case Returned() as returned:
                for of in {part.sale for part in returned.parts}:
                    self._follow(of, event)
            case _:
                pass

    def _keys(self, event: Event, row: FeedRow) -> None:
        """Keep and release what other stations used once: bill numbers, vouchers, stock, codes.

        Those of the own journal were kept when they were recorded; the feed tells of them
        later, when the number may already have been given away again.
        """
        if row.outcome != "booked" or not (event.once or event.releases):
            return
        if is_journalled(self.cursor, event.id):
            return
        for key in event.once:
            if isinstance(event.facts, Sold | Returned) or kept_everywhere(key):
                self.cursor.execute(
                    "INSERT OR REPLACE INTO receipt (key, event_id) VALUES (?, ?)", (key, event.id)
                )
        for key in event.releases:
            if may_release(event.facts, key, owner_of_key(self.cursor, key)):
                release_key(self.cursor, key)

    def _follow(self, sale_id: str, event: Event) -> None:
        if sale_id not in self.sales:
            row = self.cursor.execute("SELECT body FROM sale WHERE sale = ?", (sale_id,)).fetchone()
            self.sales[sale_id] = unpack_sale(row[0]) if row else None
        sale = self.sales[sale_id]
        if sale is not None:
            self.sales[sale_id] = follow(sale, event)

    def _changed(self) -> list[tuple[str, MemberState]]:
        """Return the rows that changed: those of states, and of profiles of merged members."""
        changed = {**self.together.states, **self.people.profiles}
        return [(member, self.together.own(member)) for member in changed]

    def write(self, window_days: int) -> None:
        """Write the rows that changed."""
        self.figures.write(self.cursor, [state for _, state in self._changed()])
        self.cursor.executemany(
            "INSERT OR REPLACE INTO member (member, own_seq, state, profile) VALUES (?, ?, ?, ?)",
            [
                (member, self.own_seqs[member], pack(state), pack(self.people.profile(member)))
                for member, state in self._changed()
            ],
        )
        keep = timedelta(days=window_days + SALES_KEPT_DAYS)
        self.cursor.executemany(
            "INSERT OR REPLACE INTO sale (sale, member, on_date, bill_number, last_day, body)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    sale.sale,
                    sale.member,
                    sale.on.isoformat(),
                    number_key(sale.sold.bill_number),
                    (sale.on + keep).isoformat(),
                    pack(sale),
                )
                for sale in self.sales.values()
                if sale is not None
            ],
        )

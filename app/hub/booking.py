"""One booking in the cell: reads what it needs, decides in memory, writes once (SYNC.md 5)."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import Connection, bindparam, update

from app.domain.events import Event
from app.domain.outcomes import worth
from app.hub import keys, programmes, settling, writing
from app.hub.accounts import row_of, write_accounts
from app.hub.deciding import OWN, Decision, RulesOn
from app.hub.past import Past
from app.hub.reading import read_event
from app.hub.roles import MAKES, bars
from app.hub.writing import Entry, Origin
from app.storage import failpoints
from app.storage.tables import cell
from app.wire.events import encode

__all__ = ["Book", "RulesOn", "taken_up"]

_MINE = cell.c.cell_id == bindparam("of_cell")
_LOCK = (
    update(cell)
    .where(_MINE)
    .values(last_seq=cell.c.last_seq)
    .returning(cell.c.last_seq, cell.c.head, cell.c.incarnation)
)
_GO_ON = update(cell).where(_MINE)


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
        self.cell_id = cell_id
        self.rules_on = rules_on
        self.renamed = renamed
        locked = core.execute(_LOCK, {"of_cell": cell_id}).one()
        self.was_put_back: bool = locked.incarnation > 1
        self.last_seq: int = locked.last_seq
        self.head: bytes = locked.head
        self.past = Past(core, cell_id)
        self.decision = Decision(self.past, cell_id, self.last_seq, rules_on, renamed)

    @property
    def entries(self) -> list[Entry]:
        """The rows that will be added to the feed."""
        return self.decision.entries

    def known(self, event_ids: list[str]) -> dict[str, int]:
        """Return the feed numbers of those ids that are booked."""
        return self.past.booked(event_ids)

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
        known = self.known([event.id for event in events])
        self.past.read(events, self.decision.keys)
        guarded = role in MAKES
        for event, body, seq in read:
            origin = Origin(station_id, epoch, seq, note)
            if isinstance(event, str):
                self.decision.enter(None, body, origin, "parked", event)
            elif event.id in known:
                self.decision.enter(event, body, origin, "duplicate", f"of {known[event.id]}")
            elif revoked_seq is not None and seq > revoked_seq:
                self.decision.enter(event, body, origin, "parked", "revoked")
            elif guarded and (why := self._bars(role, event)):
                self.decision.enter(event, body, origin, "parked", f"barred: {why}")
            elif number := self.decision.take_up(event, body, origin):
                known[event.id] = number

    def _bars(self, role: str | None, event: Event) -> str:
        living = self.decision.together.living(event.member)
        return bars(role, event, living, put_back=self.was_put_back)

    def add(self, events: Sequence[Event]) -> None:
        """Take up events of the cell's own."""
        self.past.read(events, self.decision.keys)
        for event in events:
            self.decision.take_up(event, encode(event), OWN)

    def refold(self, rows: Iterable[tuple[int, str, bytes]]) -> None:
        """Fold rows (number, outcome, body) of the feed once more into the accounts.

        What they promised was booked after them, so nothing is reconciled anew.
        """
        read = [(seq, outcome, read_event(body)) for seq, outcome, body in rows]
        events = [worth(event, how) for _, how, event in read if isinstance(event, Event)]
        self.past.read(events, self.decision.keys)
        together = self.decision.together
        for event in events:
            if event.member:
                together.fold(event)
        self.last_seq = read[-1][0]
        folded = {member: row_of(state) for member, state in together.states.items()}
        write_accounts(self.core, self.cell_id, folded, self.past.stored, self.last_seq)

    def came_before(self) -> frozenset[str]:
        """Return the ids of what follows from others and is booked already.

        Only a hub that was put back can have what follows from an event without the event.
        """
        derived = self.decision.derived
        if not (self.was_put_back and derived):
            return frozenset()
        return frozenset(self.known(list(derived)))

    def write(self) -> int:
        """Write rows, keys, accounts and the cell's head; return the last feed number."""
        decided, keys_now = self.decision, self.decision.keys
        if not decided.entries:
            return self.last_seq
        self.last_seq, self.head = writing.write_feed(
            self.core, self.cell_id, self.last_seq, self.head, decided.entries
        )
        writing.write_keys(
            self.core, self.cell_id, decided.entries, keys_now.held, keys_now.released
        )
        write_accounts(self.core, self.cell_id, decided.rows, self.past.stored, self.last_seq)
        for published in decided.published:
            programmes.keep(self.core, self.cell_id, published)
        booked = (one.event.id for one in decided.entries if one.event and one.outcome != "parked")
        settling.settle(self.core, self.cell_id, keys_now.bearing.held, booked)
        keys.forget(self.core, self.cell_id, self._erased())
        failpoints.reach("feed.written")
        went_on = {"of_cell": self.cell_id, "last_seq": self.last_seq, "head": self.head}
        self.core.execute(_GO_ON, went_on)
        return self.last_seq

    def outcomes(self) -> Counter[str]:
        """Return how many rows this booking made, by outcome."""
        return Counter(entry.outcome for entry in self.entries)

    def _erased(self) -> list[str]:
        found = (one.event for one in self.entries if one.outcome == "booked")
        return [event.member for event in found if event and event.kind == "erased"]


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

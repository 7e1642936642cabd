"""The cell books what stations did into one feed (SYNC.md 4, 5; LEDGER.md 5, 6).

Everything runs in the caller's transaction on `core`, an SQLAlchemy connection of SQLite or
PostgreSQL; the cell's row is locked first, so feed numbers are gap-free and in commit order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, insert, select, update

from app.domain.chain import CHAIN_START, link
from app.domain.events import Event
from app.domain.members import FOLD_VERSION
from app.hub.booking import Book, RulesOn, taken_up
from app.storage.tables import cell, feed, lane

_MINE = (
    (lane.c.cell_id == bindparam("of_cell"))
    & (lane.c.station_id == bindparam("of_station"))
    & (lane.c.epoch == bindparam("of_epoch"))
)
_LANE = select(lane.c.last_seq, lane.c.head).where(_MINE)
_GO_ON = update(lane).where(_MINE)


@dataclass(frozen=True, slots=True)
class Push:
    """Rows `first_seq`, `first_seq` + 1 … of a station's lane; `previous` is the hash before."""

    station_id: str
    epoch: int
    first_seq: int
    previous: bytes
    bodies: tuple[bytes, ...]
    hashes: tuple[bytes, ...] = field(init=False, repr=False, compare=False)
    """The lane's hash after each row."""

    def __post_init__(self) -> None:
        """Chain the rows, once for all who ask."""
        hashes = []
        head = self.previous
        for seq, body in enumerate(self.bodies, self.first_seq):
            head = link(head, seq, body)
            hashes.append(head)
        object.__setattr__(self, "hashes", tuple(hashes))


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The cell has the lane up to `last_seq`, whose hash is `head`.

    `outcomes` counts the rows that were new to it, and what followed from them, by outcome.
    """

    last_seq: int
    head: bytes
    outcomes: Mapping[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class SendFrom:
    """There is a hole: the cell has the lane up to `last_seq` only, whose hash is `head`."""

    last_seq: int
    head: bytes


@dataclass(frozen=True, slots=True)
class Forked:
    """The lane was continued differently from `seq` on: the station needs a new epoch."""

    seq: int


class FeedRow(NamedTuple):
    """One row of the feed as a station pulls it."""

    seq: int
    station_id: str
    epoch: int
    lane_seq: int
    outcome: str
    detail: str
    body: bytes
    hash: bytes


def found(core: Connection, cell_id: str) -> None:
    """Make the cell's row if there is none yet."""
    if core.execute(select(cell.c.cell_id).where(cell.c.cell_id == cell_id)).first() is None:
        core.execute(
            insert(cell).values(
                cell_id=cell_id,
                last_seq=0,
                head=CHAIN_START,
                incarnation=1,
                fold_version=FOLD_VERSION,
            )
        )


def lock(core: Connection, cell_id: str) -> int:
    """Keep others from booking into the cell until the transaction ends; return its last number.

    Whoever decides by what accounts hold calls it before reading them.
    """
    where = cell.c.cell_id == cell_id
    statement = update(cell).where(where).values(last_seq=cell.c.last_seq)
    last_seq: int = core.execute(statement.returning(cell.c.last_seq)).scalar_one()
    return last_seq


def push(
    core: Connection,
    cell_id: str,
    batch: Push,
    rules_on: RulesOn,
    revoked_seq: int | None = None,
    note: str = "",
    role: str | None = None,
) -> Acknowledged | SendFrom | Forked:
    """Book a batch; every accepted lane number makes exactly one feed row.

    What cannot be booked is parked, with the reason in the row's detail and in table `parked`:
    "revoked" past lane number `revoked_seq` (None = not revoked); "barred: …" for what a station of
    its `role` never makes; "failed: …" when the rules could
    not take it, "broken: …" when it broke an invariant, else why it cannot be read. `note` (such
    as "clock +412s"; at most 60 characters) is told in the detail of every row of the batch.
    """
    book = Book(core, cell_id, rules_on)
    of = {"of_cell": cell_id, "of_station": batch.station_id, "of_epoch": batch.epoch}
    row = core.execute(_LANE, of).first()
    have, head = (row.last_seq, row.head) if row else (0, CHAIN_START)
    if batch.first_seq > have + 1:
        return SendFrom(have, head)
    hashes = batch.hashes
    if batch.first_seq <= have:
        last = batch.first_seq + len(batch.bodies) - 1
        at = min(have, last)
        if at == have and hashes[at - batch.first_seq] != head:
            return Forked(at)
    elif batch.previous != head:
        return Forked(have)
    fresh = have + 1 - batch.first_seq
    if fresh >= len(batch.bodies):
        return Acknowledged(have, head)
    entries = [(body, batch.first_seq + fresh + at) for at, body in enumerate(batch.bodies[fresh:])]
    book = taken_up(
        book,
        lambda one: one.add_lane(entries, batch.station_id, batch.epoch, revoked_seq, note, role),
    )
    book.write()
    values = {"last_seq": entries[-1][1], "head": hashes[-1]}
    if row:
        core.execute(_GO_ON, of | values)
    else:
        core.execute(
            insert(lane).values(
                cell_id=cell_id, station_id=batch.station_id, epoch=batch.epoch, **values
            )
        )
    return Acknowledged(entries[-1][1], hashes[-1], book.outcomes())


def book_own(core: Connection, cell_id: str, events: Sequence[Event], rules_on: RulesOn) -> int:
    """Book events the cell made itself (jobs, programme, staff); return the feed's last number.

    An event booked before is passed over, so a job that runs again changes nothing.
    """
    book = Book(core, cell_id, rules_on)
    known = book.known([event.id for event in events])
    new = [event for event in events if event.id not in known]
    return taken_up(book, lambda one: one.add(new)).write()


def rows_after(core: Connection, cell_id: str, after: int, limit: int) -> list[FeedRow]:
    """Return the feed rows past a number, in order."""
    columns = [
        feed.c.seq,
        feed.c.station_id,
        feed.c.epoch,
        feed.c.lane_seq,
        feed.c.outcome,
        feed.c.detail,
        feed.c.body,
        feed.c.hash,
    ]
    query = (
        select(*columns)
        .where(feed.c.cell_id == cell_id, feed.c.seq > after)
        .order_by(feed.c.seq)
        .limit(limit)
    )
    return [FeedRow(*row) for row in core.execute(query)]

"""A restored hub takes back from stations the feed rows it has lost (SYNC.md 10).

The rows are proved by the hub's own signature over the last of them. They are booked as events of
the cell's own: the lanes of those who recorded them bring the same ids later, as duplicates.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import Final

from sqlalchemy import Connection, select

from app.domain.chain import link
from app.domain.events import Event
from app.domain.facts import ProgrammePublished
from app.hub.booking import Book, RulesOn, taken_up
from app.hub.open_cell import OpenCell
from app.storage.tables import feed, parked
from app.wire.events import UnknownEventError, decode
from app.wire.sync import RefillAsk, feed_text

ROWS_AT_ONCE: Final = 50
"""Rows of one transaction: a counter never waits long behind it."""

Verify = Callable[[bytes, bytes], bool]
"""Says whether a signature (second) over a text (first) is the hub's own."""


class RefillError(ValueError):
    """The rows are no piece of a feed that this hub signed; the text says why."""


def refill(opened: OpenCell, ask: RefillAsk, verify: Verify) -> int:
    """Book what the cell has lost of these rows, in order; return how many were new to it.

    Raises RefillError, and nothing is booked, when a number is missing, the chain does not fit or
    the signature is not the hub's own. Killed in the middle, the same rows may come again.
    """
    _check(opened.cell_id, ask, verify)
    # One that was parked and booked after all is in two rows.
    counted = {body for seq, body, _ in ask.rows if seq not in ask.parked}
    without = {body for _, body, _ in ask.rows} - counted
    count = 0
    for bodies in _portions([body for _, body, _ in ask.rows]):
        count += opened.write(
            partial(
                book_missing,
                cell_id=opened.cell_id,
                bodies=bodies,
                rules_on=opened.in_force,
                without=without,
            )
        )
    return count


def book_missing(
    core: Connection,
    cell_id: str,
    bodies: Sequence[bytes],
    rules_on: RulesOn,
    without: Collection[bytes] = (),
) -> int:
    """Book those events that are not booked, as the cell's own; return how many there were.

    What this program cannot read, and what is in `without`, is parked once.
    """
    count = 0
    for body in bodies:
        # One at a time: what follows from an event is booked with it, under the id it had before.
        book = Book(core, cell_id, rules_on)
        event = _event(body)
        is_booked = event is not None and book.known([event.id])
        if not is_booked and not _is_parked(core, cell_id, body, counted=body not in without):
            # Parked as what comes after a revocation: a person looks at it before it is booked.
            taken_up(book, partial(_take_back, body=body, counts=body not in without)).write()
            count += 1
    return count


def _take_back(book: Book, body: bytes, *, counts: bool) -> None:
    book.add_lane([(body, 0)], "", 0, revoked_seq=None if counts else -1)


def _check(cell_id: str, ask: RefillAsk, verify: Verify) -> None:
    head, number = ask.previous, ask.rows[0][0]
    for seq, body, kept in ask.rows:
        if seq != number:
            raise RefillError(f"feed row {number} is missing: row {seq} came in its place")
        head = link(head, seq, body)
        if head != kept:
            raise RefillError(f"feed row {seq} does not follow the row before it")
        number += 1
    if not verify(feed_text(cell_id, ask.incarnation, number - 1, head), ask.signature):
        raise RefillError(f"the signature over feed row {number - 1} is not this hub's")


def _portions(bodies: Sequence[bytes]) -> Iterator[list[bytes]]:
    """Yield bodies for one transaction each; a programme counts for what comes after it."""
    portion: list[bytes] = []
    for body in bodies:
        portion.append(body)
        event = _event(body)
        if len(portion) == ROWS_AT_ONCE or (event and isinstance(event.facts, ProgrammePublished)):
            yield portion
            portion = []
    if portion:
        yield portion


def _event(body: bytes) -> Event | None:
    try:
        return decode(body)
    except UnknownEventError:
        return None


def _is_parked(core: Connection, cell_id: str, body: bytes, *, counted: bool) -> bool:
    """Say whether a body is parked already; what counted later is not kept for a person only."""
    on = (parked.c.cell_id == feed.c.cell_id) & (parked.c.seq == feed.c.seq)
    mine = (feed.c.cell_id == cell_id) & (parked.c.cell_id == cell_id)
    query = select(feed.c.seq).join(parked, on).where(mine, feed.c.body == body)
    if counted:
        query = query.where(parked.c.reason != "revoked")
    return core.execute(query).first() is not None

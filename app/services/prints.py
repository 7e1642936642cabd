"""The print queue: what is to be on paper, in order, whatever becomes of the printer.

The journal itself says what is owed a slip, so a sale never waits for one and a crash loses none:
`follow` reads on from the last row whose slip is in the queue. A job is marked as being printed
before the first byte goes out. Whatever broke off after that may be on paper already, and is
printed once more with a mark (at worst twice, never not at all).

A slip that itself cannot be printed is set aside after some tries, so that those behind it come
out; it can be asked for again.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol, TypeVar

from app.domain.facts import Facts, Redeemed, Returned, Sold, Voided
from app.domain.slips import PrinterFault, Slip, SlipKind
from app.services.shop import Shop
from app.services.voids import SaleUnknown
from app.services.writing import DiskFull
from app.storage import prints as rows
from app.storage.prints import JobRow, JobState
from app.storage.writer import JOBS, StorageFullError, Tx
from app.wire.events import decode

T = TypeVar("T")

KEPT_DAYS: Final = 7
"""How long a printed slip is kept."""
LATE_MS: Final = 4 * 3_600_000
"""After that nobody waits for the slip of a sale any more; it can be asked for again."""
FRESH_MS: Final = 15 * 60_000
"""Older events get no slip by themselves: they were imported, or the counter was closed since."""
ROWS_AT_ONCE: Final = 200

TRIES: Final = 3
"""How often a slip is tried that fails for itself, whatever the printer does."""

_ASIDE: Final[tuple[PrinterFault, ...]] = ("undrawn", "too_wide")
_KIND_OF: Final[dict[type, SlipKind]] = {Sold: "sale", Returned: "return", Redeemed: "voucher"}
_LATE: Final = ("sale", "return", "test")
_UNFIT: Final = re.compile(r"[^0-9A-Za-z]+")
_HOUR_MS: Final = 3_600_000


@dataclass(frozen=True, slots=True)
class PrintQueued:
    """It will be printed. `to_files`: this station has no printer and keeps PDF files."""

    title: str
    to_files: bool


@dataclass(frozen=True, slots=True)
class NotDrawn:
    """The slip cannot be made."""


PrintOutcome = PrintQueued | SaleUnknown | NotDrawn | DiskFull


@dataclass(frozen=True, slots=True)
class PrintStanding:
    """How it stands with paper: how many slips wait, and what the matter is (None = nothing).

    `aside` are those of the last hours that were left out and not asked for again.
    """

    waiting: int = 0
    fault: PrinterFault | None = None
    aside: int = 0


class Printing(Protocol):
    """A station's printing, as screens ask for it; both acts may take a disk's time."""

    @property
    def to_files(self) -> bool:
        """Whether slips are kept as PDF files, for want of a printer."""

    def again(self, event_id: str) -> PrintOutcome:
        """Print the slip of a sale, a return or a redemption again."""

    def put(self, slip: Slip) -> PrintOutcome:
        """Print a slip."""

    def standing(self) -> PrintStanding:
        """Return how it stands; reads no disk."""


class PrintJob(NamedTuple):
    """A slip on its way to the printer; of one that is `unsure` part may be on paper."""

    id: str
    kind: str
    title: str
    picture: bytes
    unsure: bool


class Due(NamedTuple):
    """A slip to draw: `job` is its id in the queue, `of` the event it tells of."""

    job: str
    of: str
    kind: SlipKind


class Owed(NamedTuple):
    """What the journal brought up to row `until`: slips to draw, voids with their sale.

    A void gets a slip, too, where that of its sale is on paper already (`on_paper`); so does a
    return that was undone.
    """

    until: int
    due: tuple[Due, ...]
    voided: tuple[tuple[str, str], ...]


def enqueue(
    shop: Shop, slip: Slip, picture: bytes, *, to_files: bool, event_id: str = ""
) -> PrintOutcome:
    """Put a picture into the queue; the same slip, or that of an event, is left out no more."""
    job = _waiting(shop.mint(), slip, picture, _now_ms(shop))

    def work(tx: Tx) -> None:
        rows.drop_failed(tx.cursor, event_id, slip.kind, slip.title)
        rows.insert(tx.cursor, job)

    try:
        _write(shop, work)
    except StorageFullError:
        return DiskFull()
    return PrintQueued(slip.title, to_files)


def follow(shop: Shop) -> Owed | None:
    """Return what the journal brought that is owed a slip; None when there is nothing new."""
    with shop.db.cursor(None) as cursor:
        done = rows.followed(cursor) or 0
    found = shop.db.unsent(done, ROWS_AT_ONCE) if shop.db.head[0] > done else []
    if not found:
        return None
    since = _now_ms(shop) - FRESH_MS
    events = [decode(body) for _, body, _ in found]
    fresh = [one for one in events if one.at_ms >= since]
    return Owed(
        found[-1][0],
        tuple(
            Due(one.id, one.id, kind)
            for one in fresh
            if (kind := _KIND_OF.get(type(one.facts))) is not None and not _undone_by(one.facts)
        ),
        tuple((one.id, gone) for one in fresh if (gone := _undone_by(one.facts))),
    )


def _undone_by(facts: Facts) -> str:
    """Return the sale or return that an event says never was, or nothing."""
    match facts:
        case Voided(sale=gone) | Returned(undoes=gone):
            return gone
        case _:
            return ""


def settle(
    shop: Shop,
    owed: Owed,
    drawn: Sequence[tuple[str, Slip, bytes]],
    undrawn: Sequence[Due] = (),
) -> None:
    """Put the slips drawn of what was owed into the queue, each once, by its event's id.

    Those `undrawn` are set aside. Sales that were undone meanwhile need none any more, unless it
    is on its way to paper.
    """
    now = _now_ms(shop)

    def work(tx: Tx) -> None:
        for event_id, slip, picture in drawn:
            rows.insert(tx.cursor, _waiting(event_id, slip, picture, now))
        for due in undrawn:
            one = JobRow(due.job, due.kind, "", now, b"", "failed", TRIES, "undrawn")
            rows.insert(tx.cursor, one)
        for _, sale in owed.voided:
            rows.drop_waiting(tx.cursor, sale)
        rows.keep_followed(tx.cursor, owed.until)

    _write(shop, work)


def on_paper(shop: Shop, event_id: str) -> bool:
    """Say whether the slip of an event went to the printer, wholly or in part."""
    with shop.db.cursor(None) as cursor:
        job = rows.by_id(cursor, event_id)
    return job is not None and job.state in {"printing", "unsure", "printed"}


def begin(shop: Shop, head: int, *, follows: bool) -> None:
    """Note which slips an earlier process died over, and tidy.

    Without `follows`, and the very first time, nothing is owed for the journal's rows up to `head`.
    """

    def work(tx: Tx) -> None:
        rows.interrupted(tx.cursor)
        if not follows or rows.followed(tx.cursor) is None:
            rows.keep_followed(tx.cursor, head)

    _write(shop, work)
    tidy(shop)


def tidy(shop: Shop) -> None:
    """Give up slips nobody waits for any more, and forget old ones."""
    now = _now_ms(shop)

    def work(tx: Tx) -> None:
        rows.fail_before(tx.cursor, _LATE, now - LATE_MS, "late")
        rows.drop_done(tx.cursor, now - KEPT_DAYS * 24 * _HOUR_MS)

    _write(shop, work)


def take(shop: Shop) -> PrintJob | None:
    """Return the slip that is next and note that it is being printed; None when none waits."""

    def work(tx: Tx) -> PrintJob | None:
        job = rows.first(tx.cursor)
        if job is None:
            return None
        unsure = job.state == "unsure"
        rows.put_state(tx.cursor, job.id, "unsure" if unsure else "printing", "", tried=True)
        return PrintJob(job.id, job.kind, job.title, job.picture, unsure)

    return _write(shop, work)


def printed(shop: Shop, job: PrintJob) -> None:
    """Note that a slip is on paper."""
    _put(shop, job, "printed", "")


def not_printed(shop: Shop, job: PrintJob, fault: PrinterFault, *, begun: bool) -> None:
    """Put a slip back; of one that was `begun` part may be on paper.

    One that is too wide, or cannot be made, is set aside.
    """
    if fault in _ASIDE:
        _put(shop, job, "failed", fault)
    else:
        _put(shop, job, "unsure" if begun or job.unsure else "waiting", fault)


def waiting(shop: Shop) -> int:
    """Return how many slips are not on paper yet."""
    with shop.db.cursor(None) as cursor:
        return rows.waiting(cursor)


def set_aside(shop: Shop) -> int:
    """Return how many slips that somebody may wait for were left out."""
    with shop.db.cursor(None) as cursor:
        return rows.aside(cursor, _ASIDE, _now_ms(shop) - LATE_MS)


def newest_sale(shop: Shop) -> str:
    """Return the newest sale of this station that is not void, or nothing."""
    with shop.db.cursor(None) as cursor:
        bodies = rows.newest_bodies(cursor, ROWS_AT_ONCE)
    gone = set()
    for body in bodies:
        event = decode(body)
        if isinstance(event.facts, Voided):
            gone.add(event.facts.sale)
        elif isinstance(event.facts, Sold) and event.id not in gone:
            return event.id
    return ""


def name_of(job: PrintJob) -> str:
    """Return a stem for a file of the slip, the same every time."""
    title = _UNFIT.sub("-", job.title).strip("-")[:40]
    return "-".join(part for part in (job.kind, title, job.id[-6:]) if part)


def _put(shop: Shop, job: PrintJob, state: JobState, problem: str) -> None:
    _write(shop, lambda tx: rows.put_state(tx.cursor, job.id, state, problem))


def _waiting(job_id: str, slip: Slip, picture: bytes, at_ms: int) -> JobRow:
    return JobRow(job_id, slip.kind, slip.title, at_ms, picture, "waiting", 0, "")


def _write(shop: Shop, work: Callable[[Tx], T]) -> T:
    return shop.db.writer.run(work, JOBS)


def _now_ms(shop: Shop) -> int:
    return int(shop.clock.now().timestamp() * 1000)

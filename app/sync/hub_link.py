"""The link of a station to a hub: contact, time, snapshots, a hub put back (SYNC.md 4-12)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from importlib.metadata import version
from typing import Final, Protocol

from app.storage import failpoints
from app.storage.station import StationDb
from app.storage.vault import Vault
from app.sync import member_keys, resync, snapshot_taking
from app.sync.clock import TrustedClock
from app.sync.exchange import (
    RevokedError,
    UnreachableError,
    UpdateNeededError,
)
from app.sync.link import Link, Rows, keep_meta
from app.sync.port import HubPort
from app.sync.pull import FeedBrokenError
from app.sync.status import SyncStatus
from app.sync.stretches import keep_marks
from app.wire.events import UnknownEventError, decode
from app.wire.sync import (
    Acked,
    Contact,
    Fork,
    Page,
    Resume,
    Standing,
    TakeSnapshot,
)

VERSION: Final = version("sikka")
NOTED_MS: Final = 60_000
"""How often the time of the last full contact is written down."""
MISFITS_MAX: Final = 2
"""So many pages in a row that do not fit are an accident; after that a snapshot is taken."""


class Holds(Protocol):
    """What this station reserved at the hub, and what it spent without asking (SYNC.md 8)."""

    def flush(self) -> None:
        """Tell the hub of what was reserved and is not wanted any more."""

    def floor_spent(self) -> tuple[int, int]:
        """Return the coins and the minor units of credit spent offline since the last contact."""


class HubLink(Link):
    """A station's link to its hub; safe from any thread.

    `today` gives the business date, or None before a programme is known; `folded` is told of
    each page that was folded, `taken` when the replica came anew. A replica of an older fold is
    taken anew with the first contact; until then the station sells on it (decisions/0024).
    """

    port: HubPort

    def __init__(
        self,
        db: StationDb,
        vault: Vault,
        port: HubPort,
        station_id: str,
        window_days: Callable[[], int],
        clock: TrustedClock,
        holds: Holds,
        today: Callable[[], date | None],
        folded: Callable[[Page], None] = lambda _: None,
        taken: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(db, vault, port, station_id, window_days)
        self.clock = clock
        self.holds = holds
        self.today = today
        self.folded = folded
        self.taken = taken
        self.online = False
        self.tried = False
        self.revoked = False
        self.needs_update = False
        self.closing = False
        self.last_contact_ms = 0
        self._hub_seq = 0
        self._noted_ms = db.synced_ms
        self._misfits = 0
        self._watermark: date | None = None

    # ------------------------------------------------------------ moving events

    def pump(self) -> None:
        """Push and pull until both sides agree.

        Raises UnreachableError when the hub cannot be reached: what was recorded waits.
        RevokedError comes when the owner shut this station out and everything was sent.
        """
        with self._pumping, self._told():
            with suppress(snapshot_taking.SnapshotLostError):
                snapshot_taking.finish(self.db, self.vault)
            if self.db.restored:
                # What it may risk offline starts with the next full contact, not with the copy's.
                self._note({"synced_ms": 0})
                self._begin_epoch()
            while self._push():
                if not self.revoked:
                    self._pull()
            if self.revoked:
                raise RevokedError("the owner shut this station out")
            self._pull()
            if self._has_gone_back():
                self.acked = self.db.own_seq
                while self._push():
                    self._pull()
            self.holds.flush()
            self._note_full_contact()

    def follow(self, wait_s: int) -> None:
        """Wait for the feed to grow, and fold what comes; `pump` may run meanwhile.

        Raises what `pump` does, and UpdateNeededError for what this program cannot read: whoever
        calls again and again would get the same page at once.
        """
        seq, head = self.db.feed_seq, self.db.feed_head
        with self._told():
            fed = self.port.feed(seq, head, self.db.incarnation, self._standing(), wait_s)
            with self._pumping:
                if self.closing:
                    return
                if seq == self.db.feed_seq and self._apply(fed):
                    self._pull()
                self._note_full_contact()
            if self.needs_update:
                raise UpdateNeededError("the hub sent what this program cannot read")

    def take_back(self) -> None:
        """Take the replica anew from the hub; raises what the port raises, changes nothing then."""
        with self._pumping, self._told():
            self._take_back(lost=False)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Note whether the hub was reached, and what it said of this station."""
        try:
            yield
        except UnreachableError:
            self.online = False
            raise
        except UpdateNeededError:
            self.online = self.needs_update = True
            raise
        except RevokedError:
            self.online = self.revoked = True
            raise
        else:
            self.online = True
        finally:
            self.tried = True

    def _apply(self, fed: Page | TakeSnapshot) -> bool:
        self._heard(fed.contact)
        if isinstance(fed, TakeSnapshot) or self.db.incarnation not in {0, fed.contact.incarnation}:
            self._take_back(lost=not (isinstance(fed, TakeSnapshot) and fed.why == "behind"))
            return True
        if self.db.stale:
            # Nothing is folded onto what another version folded: all of it comes anew.
            self._take_back(lost=False)
            return True
        if not self.db.incarnation:
            self._note({"incarnation": fed.contact.incarnation})
        return bool(fed.rows) and self._take_in(fed)

    def _take_in(self, page: Page) -> bool:
        """Fold a page; say whether there may be more."""
        try:
            self._prepare(page)
            self._fold(page, (page.contact.incarnation, page.signature))
        except UnknownEventError:
            # Earning goes on; spending and pulling wait for the update (SYNC.md 6).
            self.needs_update = True
            return False
        except FeedBrokenError:
            self._misfits += 1
            if self._misfits < MISFITS_MAX:
                raise
            self._take_back(lost=True)
            return True
        self._misfits = 0
        self.needs_update = False
        self.folded(page)
        return True

    def _prepare(self, page: Page) -> None:
        """Keep keys and search rows of members of other stations before their rows are folded."""
        counted = (row for row in page.rows if row.outcome in {"booked", "worthless"})
        member_keys.prepare(self.vault, self.db, (decode(row.body) for row in counted), page.keys)

    def _settle(self, answer: Acked | Resume | Fork) -> None:
        self._heard(answer.contact)
        super()._settle(answer)

    def _standing(self) -> Standing:
        coins, credit_minor = self.holds.floor_spent()
        return Standing(
            sent_at_ms=self.clock.wall_ms(),
            version=VERSION,
            watermark=self._passed(),
            unsent=max(0, self.db.head[0] - self.acked),
            floor_coins=coins,
            floor_credit_minor=credit_minor,
        )

    def _passed(self) -> date | None:
        """Return the business date up to which nothing is unsent, as it was when all was sent."""
        today = self.today()
        if today is not None and self.acked == self.db.head[0]:
            self._watermark = today - timedelta(days=1)
        return self._watermark

    def _keys_for(self, rows: Rows) -> dict[str, bytes]:
        return member_keys.sealed_for(self.vault, (body for _, body, _ in rows))

    # ------------------------------------------------------------ contact

    def _heard(self, contact: Contact) -> None:
        self.clock.trust(contact.now_ms)
        self.last_contact_ms = contact.now_ms
        self._hub_seq = contact.last_seq
        self.revoked = self.revoked or contact.revoked

    def _has_gone_back(self) -> bool:
        """Say whether the hub acknowledged rows that are not in its feed: it is an older copy."""
        return self.acked > self.db.own_seq and self.db.feed_seq == self._hub_seq

    def _note_full_contact(self) -> None:
        """Note when everything was sent and received: what may be risked offline starts anew."""
        full = self.acked == self.db.head[0] and self.db.feed_seq == self._hub_seq
        if not full or self.needs_update or self.db.stale:
            return
        self.db.synced_ms = self.last_contact_ms
        if self.last_contact_ms - self._noted_ms >= NOTED_MS:
            self._note({"synced_ms": self.last_contact_ms})
            self._noted_ms = self.last_contact_ms

    def _note(self, values: dict[str, object]) -> None:
        def after() -> None:
            for name, value in values.items():
                setattr(self.db, name, value)

        keep_meta(self.db, values, after=after)

    # ------------------------------------------------------------ far behind, or a hub put back

    def _take_back(self, *, lost: bool) -> None:
        """Send what the hub does not have, take a snapshot.

        With `lost` it may be an old copy of the one that was known: it gets its own rows back.
        """
        if lost:
            resync.refill(self.db, self.vault, self.port)
        lane = self.port.lane()
        if isinstance(lane, Fork):
            self._begin_epoch()
        else:
            self._settle(lane)
        while self._push():
            failpoints.reach("resync.pushed")
        header = snapshot_taking.fetch(self.db, self.vault, self.port)
        before = self.db.own_seq
        contained = resync.contained(self.db, self.port, self.acked, header.seq)
        snapshot_taking.apply(self.db, self.vault, header, contained)
        keep_marks(self.db, header.contact.incarnation, header.marks)
        self._note({"incarnation": header.contact.incarnation})
        resync.tell_conflicts(self.db, self.port, self.station_id, before, contained)
        self._misfits, self.needs_update = 0, False
        self.taken()

    def _surely_booked(self) -> int:
        # The hub may be an old copy: it is asked for every row.
        return resync.surely_booked(self.db, self.port)

    # ------------------------------------------------------------ for the screen

    def status(self) -> SyncStatus:
        """Return how the station stands; reads one row."""
        unsent = max(0, self.db.head[0] - self.acked)
        first = self.db.unsent(self.acked, 1) if unsent else []
        coins, credit_minor = self.holds.floor_spent()
        return SyncStatus(
            solo=False,
            online=self.online,
            tried=self.tried,
            last_contact_ms=self.last_contact_ms or self.db.synced_ms,
            unsent=unsent,
            queued_since_ms=next((event.at_ms for _, event in resync.readable(first)), 0),
            needs_update=self.needs_update,
            revoked=self.revoked,
            skew_ms=self.clock.skew_ms,
            floor_coins=coins,
            floor_credit_minor=credit_minor,
        )

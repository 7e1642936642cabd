"""What a station that fell behind and a hub that was put back ask of each other (SYNC.md 6, 10)."""

from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from app.domain.events import Event
from app.hub.cell import FeedRow
from app.storage import failpoints
from app.storage.station import StationDb
from app.storage.vault import Vault
from app.storage.writer import PULL, Tx
from app.sync import conflicts, member_keys
from app.sync.exchange import HubRefusedError
from app.sync.link import Rows
from app.sync.port import HubPort
from app.sync.stretches import signed_stretches
from app.wire.events import UnknownEventError, decode
from app.wire.sync import KNOWN_IDS_MAX


def refill(db: StationDb, vault: Vault, port: HubPort) -> None:
    """Send signed stretches of the feed in which there is something the hub has not."""
    for stretch in signed_stretches(db):
        ids = tuple({_id_of(body) for _, body, _ in stretch.rows} - {""})
        if len(port.known(ids).seqs) < len(ids):
            keys = member_keys.sealed_for(vault, (body for _, body, _ in stretch.rows))
            try:
                port.refill(
                    stretch.incarnation,
                    stretch.previous,
                    stretch.rows,
                    stretch.signature,
                    stretch.parked,
                    keys,
                )
            except HubRefusedError as refused:
                # What cannot be proved must not keep the rest from the hub.
                if refused.code != "refill":
                    raise
            failpoints.reach("refill.sent")


def surely_booked(db: StationDb, port: HubPort) -> int:
    """Return the last own row up to which the hub has every one."""
    sure = 0
    while sure < db.own_seq:
        rows = db.unsent(sure, min(KNOWN_IDS_MAX, db.own_seq - sure))
        ids = {seq: _id_of(body) for seq, body, _ in rows}
        booked = port.known(tuple(set(ids.values()) - {""})).seqs
        for seq, event_id in ids.items():
            if event_id not in booked:
                return sure
            sure = seq
    return sure


def contained(db: StationDb, port: HubPort, acked: int, feed_seq: int) -> int:
    """Return the last own row, of those acknowledged, that is in the feed up to a number."""
    upto = acked
    while upto > 0:
        first = max(0, upto - KNOWN_IDS_MAX)
        rows = db.unsent(first, upto - first)
        ids = {_id_of(body): seq for seq, body, _ in rows}
        seqs = port.known(tuple(one for one in ids if one)).seqs
        found = [ids[one] for one, at in seqs.items() if at <= feed_seq]
        if found:
            return max(found)
        upto = first
    return 0


def tell_conflicts(db: StationDb, port: HubPort, station_id: str, after: int, upto: int) -> None:
    """Keep what became of own events whose rows a snapshot passed over."""
    while rows := db.unsent(after, min(KNOWN_IDS_MAX, max(0, upto - after))):
        after = rows[-1][0]
        events = {event.id: (seq, event) for seq, event in readable(rows)}
        known = port.known(tuple(events))
        for event_id, remark in known.remarks.items():
            seq, event = events[event_id]
            row = FeedRow(known.seqs[event_id], station_id, db.epoch, seq, *remark, b"", b"")
            db.writer.run(partial(_project, event=event, row=row), PULL)


def readable(rows: Rows) -> Iterator[tuple[int, Event]]:
    """Yield what of the own journal this program can read."""
    for seq, body, _ in rows:
        with suppress(UnknownEventError):
            yield seq, decode(body)


def _project(tx: Tx, event: Event, row: FeedRow) -> None:
    conflicts.project(tx.cursor, event, row)


def _id_of(body: bytes) -> str:
    try:
        return decode(body).id
    except UnknownEventError:
        return ""

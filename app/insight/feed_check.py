"""One pass over the feed: numbers, chain, lanes, keys, and what the passes after it need."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from app.config import Settings
from app.domain.chain import CHAIN_START, link
from app.domain.companions import may_release
from app.domain.effects import Issue
from app.domain.events import Event
from app.domain.facts import (
    CardIssued,
    Claimed,
    Enrolled,
    Erased,
    Merged,
    ProfileChanged,
    Returned,
    Sold,
    StaffSet,
    Unmerged,
    Voided,
)
from app.insight.findings import ASK, Findings
from app.storage import audit, finders
from app.storage.audit import Booked
from app.storage.scratch_pad import ScratchPad
from app.storage.station import read_meta
from app.storage.vault import Vault
from app.wire.events import UnknownEventError, decode

SALES_SURELY_KEPT_DAYS = 7


@dataclass(slots=True)
class LaneHead:
    """How far a lane is booked: its last number, and the hash of the bodies up to it.

    The hash is unknown (None) where an epoch goes on after rows that another one brought.
    """

    last_seq: int = 0
    head: bytes | None = CHAIN_START


@dataclass(slots=True)
class Feed:
    """What one pass over the feed tells the passes after it.

    `folded_*` is where the station's replica stood; `merges` are (number, survivor, source) in
    order (with an empty survivor: parted again), `linked` who was ever merged or parted with
    whom; `kept_sales` counts the sales since `kept_since`, which no tidying has dropped.
    """

    last_seq: int = 0
    head: bytes = CHAIN_START
    folded_seq: int = 0
    folded_head: bytes = CHAIN_START
    own_seq: int = 0
    lanes: dict[tuple[str, int], LaneHead] = field(default_factory=dict)
    merges: list[tuple[int, str, str]] = field(default_factory=list)
    linked: dict[str, set[str]] = field(default_factory=dict)
    erased: set[str] = field(default_factory=set)
    staff: dict[str, StaffSet] = field(default_factory=dict)
    kept_since: date = date.min
    kept_sales: int = 0

    def resolve(self, member: str, upto: int) -> str:
        """Return who a member is after the merges up to a feed number."""
        into = {source: survivor for seq, survivor, source in self.merges if seq <= upto}
        while into.get(member):
            member = into[member]
        return member

    def link(self, one: str, other: str) -> None:
        """Note that two members had to do with each other, so that they are folded together."""
        self.linked.setdefault(one, set()).add(other)
        self.linked.setdefault(other, set()).add(one)

    def groups(self) -> dict[str, tuple[str, ...]]:
        """Return for each linked member all who are linked with it, by whatever way."""
        found: dict[str, tuple[str, ...]] = {}
        for member in self.linked:
            if member not in found:
                group, more = {member}, [member]
                while more:
                    fresh = self.linked[more.pop()] - group
                    group |= fresh
                    more += fresh
                found |= dict.fromkeys(group, tuple(sorted(group)))
        return found


def check_feed(
    cell: Connection,
    station: Connection,
    vault: Vault,
    settings: Settings,
    scratch: ScratchPad,
    findings: Findings,
) -> Feed:
    """Check the feed from its first byte; fill `scratch` with keys, finders and sales' events."""
    noted = audit.cell_head(cell, settings.cell_id)
    feed = Feed(folded_seq=int(read_meta(station, "feed_seq") or 0))
    if noted is not None and noted.day_ended is not None:
        feed.kept_since = noted.day_ended - timedelta(days=SALES_SURELY_KEPT_DAYS - 2)
    received = _Received(audit.received_rows(station), findings)
    for row in audit.feed_rows(cell, settings.cell_id):
        _check_row(feed, row, findings)
        received.compare(row)
        _check_lane(feed, row, findings)
        event = _event(row, findings)
        if row.seq <= feed.folded_seq:
            feed.folded_head = row.hash
            if row.station_id == settings.station_id:
                feed.own_seq = max(feed.own_seq, row.lane_seq)
        if event is not None and row.outcome in {"booked", "worthless"}:
            _check_keys(row, event, scratch, findings)
            _note(feed, row, event, vault, scratch)
    received.rest()
    _check_heads(cell, settings.cell_id, noted, feed, findings)
    return feed


def check_cell_feed(
    cell: Connection, cell_id: str, scratch: ScratchPad, findings: Findings
) -> Feed:
    """Check a cell's feed from its first byte, with no station beside it."""
    feed = Feed()
    for row in audit.feed_rows(cell, cell_id):
        _check_row(feed, row, findings)
        _check_lane(feed, row, findings)
        event = _event(row, findings)
        if event is not None and row.outcome in {"booked", "worthless"}:
            _check_keys(row, event, scratch, findings, holds=True)
            if isinstance(event.facts, Merged | Unmerged | Erased):
                _join(feed, row.seq, event, scratch)
    _check_heads(cell, cell_id, audit.cell_head(cell, cell_id), feed, findings)
    return feed


def _check_row(feed: Feed, row: Booked, findings: Findings) -> None:
    if row.seq != feed.last_seq + 1:
        missing = f"row {feed.last_seq + 1} to {row.seq - 1}"
        findings.add("cell.db", "the feed has a hole", missing)
    elif link(feed.head, row.seq, row.body) != row.hash:
        findings.add("cell.db", "a row of the feed was changed", f"row {row.seq}")
    feed.last_seq, feed.head = row.seq, row.hash


def _check_lane(feed: Feed, row: Booked, findings: Findings) -> None:
    if row.station_id:
        key = row.station_id, row.epoch
        if key not in feed.lanes:
            feed.lanes[key] = _begun(feed, row)
        lane = feed.lanes[key]
        if row.lane_seq != lane.last_seq + 1:
            what = f"feed row {row.seq}: number {row.lane_seq} follows {lane.last_seq}"
            findings.add("cell.db", "a station's events are not in one piece", what)
        lane.last_seq = row.lane_seq
        if lane.head is not None:
            lane.head = link(lane.head, row.lane_seq, row.body)


def _begun(feed: Feed, row: Booked) -> LaneHead:
    """Return where the lane of a row begins: a later epoch goes on after what is booked."""
    if row.epoch == 1 or row.lane_seq == 1:
        return LaneHead()
    base = row.lane_seq - 1
    # Any lane that came so far may be the one it goes on after: an old copy is put back.
    heads = {
        lane.head if lane.last_seq == base else None
        for (station_id, _), lane in feed.lanes.items()
        if station_id == row.station_id and lane.last_seq >= base
    }
    return LaneHead(base, heads.pop() if len(heads) == 1 else None)


def _event(row: Booked, findings: Findings) -> Event | None:
    """Return the row's event after comparing it with what the cell noted beside it."""
    try:
        event = decode(row.body)
    except UnknownEventError as error:
        if row.outcome != "parked":
            findings.add("cell.db", "a row of the feed is unreadable", f"row {row.seq}: {error}")
        return None
    if row.outcome == "parked":
        return None
    if (row.event_id, row.member, row.on_date) != (event.id, event.member, event.on):
        findings.add("cell.db", "a row of the feed is filed wrongly", f"row {row.seq}")
    if row.outcome not in {"booked", "worthless", "duplicate"}:
        findings.add("cell.db", "a row of the feed has no outcome", f"row {row.seq}")
    return event


def _check_keys(
    row: Booked, event: Event, scratch: ScratchPad, findings: Findings, *, holds: bool = False
) -> None:
    """Follow the once keys: nothing is paid twice, nothing is worthless without a reason.

    With `holds` a key may have been reserved for somebody else, which no feed tells.
    """
    taken = [key for key in event.once if scratch.holder("once", key)]
    if taken and row.outcome == "booked":
        findings.add("cell.db", "a key paid twice", f"feed row {row.seq}: {taken[0][:60]}")
    if not taken and row.outcome == "worthless" and not (holds and event.once):
        findings.add("cell.db", "an event counts for nothing without reason", f"feed row {row.seq}")
    if row.outcome == "booked":
        for key in event.once:
            scratch.put("once", key, event.id)
        for key in event.releases:
            if may_release(event.facts, key, scratch.holder("once", key)):
                scratch.drop("once", "key", key)


def _note(feed: Feed, row: Booked, event: Event, vault: Vault, scratch: ScratchPad) -> None:
    then = row.seq <= feed.folded_seq
    match event.facts:
        case Merged() | Unmerged() | Erased():
            _join(feed, row.seq, event, scratch)
        case StaffSet(staff=staff) as one if then:
            feed.staff[staff] = one
        case Enrolled() | ProfileChanged() | CardIssued() if then:
            if feed.resolve(event.member, row.seq) not in feed.erased:
                _find(event, vault, scratch)
        case Sold() if then and event.on >= feed.kept_since:
            feed.kept_sales += 1
        case _:
            pass
    if then and row.outcome == "booked":
        for sale in _sales_touched(event):
            scratch.put("touched", sale, row.seq)
        _find_vouchers(feed.resolve(event.member, row.seq), event, feed.erased, scratch)


def _join(feed: Feed, seq: int, event: Event, scratch: ScratchPad) -> None:
    """Follow who is whom: merged, parted, erased."""
    member = feed.resolve(event.member, seq)
    match event.facts:
        case Merged(source=source):
            feed.link(event.member, source)
            gone = feed.resolve(source, seq)
            if member != gone and not {member, gone} & feed.erased:
                feed.merges.append((seq, member, gone))
        case Unmerged(source=source):
            feed.link(event.member, source)
            into = [one for _, one, gone in feed.merges if gone == source]
            if into and into[-1] == member and member not in feed.erased:
                feed.merges.append((seq, "", source))
        case _:
            _erase(feed, seq, member, scratch)


def _sales_touched(event: Event) -> set[str]:
    match event.facts:
        case Voided(sale=sale) | Claimed(sale=sale):
            return {sale}
        case Returned(parts=parts):
            return {part.sale for part in parts}
        case _:
            return set()


def _find(event: Event, vault: Vault, scratch: ScratchPad) -> None:
    for kind, mac in finders.hashes(vault, event):
        if kind == "card":
            scratch.put_first("finder", mac, event.member, kind)
            continue
        scratch.drop("finder", "member", event.member, kind)
        if mac:
            scratch.put("finder", mac, event.member, kind)


def _find_vouchers(member: str, event: Event, erased: Collection[str], scratch: ScratchPad) -> None:
    for effect in event.effects:
        if isinstance(effect, Issue) and member not in erased:
            scratch.put("finder", effect.number, member, "voucher")


def _erase(feed: Feed, seq: int, gone: str, scratch: ScratchPad) -> None:
    """Note who is gone, and that nothing leads to them or who was merged into them."""
    feed.erased.add(gone)
    if seq <= feed.folded_seq:
        for one in {gone, *(one for one in feed.linked if feed.resolve(one, seq) == gone)}:
            scratch.drop("finder", "member", one)


class _Received:
    """The station's copy of the feed beside the cell's own."""

    def __init__(self, rows: Iterator[Any], findings: Findings) -> None:
        self._rows = rows
        self._next = next(rows, None)
        self._findings = findings

    def compare(self, row: Booked) -> None:
        """Compare the next row kept with the feed's, if it is that one."""
        while self._next is not None and self._next.seq <= row.seq:
            kept = self._next
            if (kept.seq, kept.body, kept.hash) != (row.seq, row.body, row.hash):
                self._wrong(kept.seq)
            self._next = next(self._rows, None)

    def rest(self) -> None:
        """Name what is left when the feed is at its end."""
        while self._next is not None:
            self._wrong(self._next.seq)
            self._next = next(self._rows, None)

    def _wrong(self, seq: int) -> None:
        kind = "the station's copy of the feed differs from the cell's"
        self._findings.add("station.db", kind, f"row {seq}", ASK)


def _check_heads(
    cell: Connection, cell_id: str, noted: Any, feed: Feed, findings: Findings
) -> None:
    if noted is None:
        findings.add("cell.db", "the cell of settings.toml is not in this file", cell_id)
    elif (noted.last_seq, noted.head) != (feed.last_seq, feed.head):
        what = f"the cell counts {noted.last_seq} rows, the feed has {feed.last_seq}"
        findings.add("cell.db", "the end of the feed is not where the cell says", what)
    if feed.folded_seq > feed.last_seq:
        what = f"{feed.folded_seq} rows were folded, the feed has {feed.last_seq}"
        findings.add("cell.db", "the feed is older than the station", what)
    lanes = {(one.station_id, one.epoch): one for one in audit.lanes(cell, cell_id)}
    for key in lanes.keys() | feed.lanes.keys():
        if not _ends_there(lanes.get(key), feed.lanes.get(key), key[1]):
            findings.add("cell.db", "a station's end is not where the feed says", key[0])
    for event_id in audit.strays(cell, cell_id):
        findings.add("cell.db", "the list of booked events differs from the feed", event_id)


def _ends_there(noted: Any, found: LaneHead | None, epoch: int) -> bool:
    """Say whether the cell's note of a lane agrees with the feed's rows of it."""
    if noted is None:
        return False
    if found is None:
        return epoch > 1  # begun, and nothing sent yet
    return noted.last_seq == found.last_seq and found.head in {None, noted.head}

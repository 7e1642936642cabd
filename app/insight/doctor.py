"""`sikka doctor`: read everything again, count it by other means, and say what differs.

It only reads, from one snapshot of each file, so a counter may go on meanwhile: the station's
snapshot is taken first, and the cell, which is never behind it, is folded up to where it stood.
Memory stays flat: rows are streamed, members folded one after another.
"""

import sqlite3
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from app.config import Settings, read_settings
from app.domain.chain import CHAIN_START, link
from app.domain.companions import kept_everywhere, may_release
from app.domain.events import Event
from app.domain.facts import (
    Answered,
    DayClosed,
    FlagDecided,
    Flagged,
    Rated,
    Returned,
    Sold,
    ToppedUp,
)
from app.hub import refolding
from app.insight.basket_check import check_baskets
from app.insight.close_check import check_closes
from app.insight.feed_check import Feed, check_feed
from app.insight.findings import REPLICA, STALE, Finding, Findings, compare
from app.insight.refold import check_members, check_sales
from app.insight.replica_check import FoldAnew, check_replica
from app.storage import audit
from app.storage.scratch_pad import ScratchPad
from app.storage.secret import VaultDamagedError
from app.storage.staff import read_staff
from app.storage.station import is_stale, read_meta
from app.storage.vault import Vault
from app.storage.writer import TABLES_VERSION
from app.wire.events import UnknownEventError, decode

KEPT_KEYS = (Sold, Returned, ToppedUp, Answered, Rated, Flagged, FlagDecided)
"""Facts whose once keys the station that recorded them keeps, so that it refuses a second."""
FILES = ("station.db", "cell.db", "keys.db")


@dataclass(frozen=True, slots=True)
class Report:
    """What was examined, and what is wrong; healthy when `findings` is empty.

    `remark` says what could not be examined, and why.
    """

    journal_rows: int
    feed_rows: int
    members: int
    sales: int
    findings: tuple[Finding, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class _Counts:
    journal_rows: int
    feed_rows: int
    members: int
    sales: int


@dataclass(frozen=True, slots=True)
class _Files:
    station: Connection
    cell: Connection
    keys: Connection


def examine(folder: Path, fold_anew: FoldAnew) -> Report:
    """Examine a shop's folder; raise SettingsError when there is no shop in it."""
    settings = read_settings(folder)
    findings = Findings()
    counts = _Counts(0, 0, 0, 0)
    missing = [name for name in FILES if not (folder / name).exists()]
    for name in missing:
        findings.add(name, "the file is missing", str(folder / name))
    vault = None if missing else open_vault(folder, findings)
    if vault is not None:
        with ExitStack() as stack:
            stack.callback(vault.close)
            try:
                files = _Files(*[stack.enter_context(audit.snapshot(folder / f)) for f in FILES])
                if _sound(files, findings) and _fresh(files, settings, findings):
                    counts = _examine(folder, settings, files, vault, findings)
                    if findings.advise_only(REPLICA):
                        ids = (settings.station_id, settings.cell_id)
                        pair = (files.station, files.cell)
                        check_replica(pair, vault, ids, fold_anew, findings)
            except DatabaseError as error:
                findings.add(str(folder), "a file cannot be read to its end", str(error.orig))
    return Report(
        counts.journal_rows, counts.feed_rows, counts.members, counts.sales, findings.all()
    )


def open_vault(folder: Path, findings: Findings) -> Vault | None:
    """Open the keys for reading; None when they cannot be, with a finding."""
    try:
        return Vault(folder, write=False)
    except VaultDamagedError as error:
        findings.add("keys.db", "the keys do not fit", "", str(error))
    except sqlite3.DatabaseError as error:
        findings.add("keys.db", "the file cannot be read", str(error))
    return None


def _sound(files: _Files, findings: Findings) -> bool:
    for name, core in zip(FILES, (files.station, files.cell, files.keys), strict=True):
        for line in audit.damage(core):
            findings.add(name, "SQLite finds the file damaged", line)
    return not findings.kept


def _fresh(files: _Files, settings: Settings, findings: Findings) -> bool:
    """Say whether this version folded what is in the files; else there is nothing to compare."""
    kind = "another version of Sikka used the shop last, or a rebuild was stopped half way"
    versions = {audit.tables_version(core) for core in (files.station, files.cell, files.keys)}
    if versions != {TABLES_VERSION}:
        findings.add("station.db, cell.db, keys.db", kind, "", STALE)
    else:
        if is_stale(audit.kept_meta(files.station)):
            findings.add("station.db", kind, "", STALE)
        if refolding.is_stale(files.cell, settings.cell_id):
            findings.add("cell.db", kind, "", STALE)
    return not findings.kept


def _examine(
    folder: Path, settings: Settings, files: _Files, vault: Vault, findings: Findings
) -> _Counts:
    scratch = ScratchPad()
    try:
        journal = check_journal(files.station, _booked_upto(files, settings), scratch, findings)
        feed = check_feed(files.cell, files.station, vault, settings, scratch, findings)
        _check_station(folder, settings, files, journal, feed, findings)
        _check_receipts(files, settings, scratch, findings)
        keys, finders = scratch.rows("once"), scratch.rows("finder")
        kind = "the taken keys differ from what the feed says"
        compare("cell.db", kind, audit.kept_keys(files.cell, settings.cell_id), keys, findings)
        kind = "what finds a member differs from what the feed says"
        compare("station.db", kind, audit.finders(files.station), finders, findings)
        members = check_members(files.cell, files.station, files.keys, settings, feed, findings)
        sales = check_sales(files.cell, files.station, settings, feed, scratch, findings)
    finally:
        scratch.close()
    return _Counts(journal.rows, feed.last_seq, members, sales)


@dataclass(slots=True)
class Journal:
    """The journal's length, and its hash at the last row that the cell has booked.

    `closes` are its closed days, by row; so many of them are `right`.
    """

    rows: int = 0
    booked_hash: bytes = b""
    closes: list[tuple[int, Event]] = field(default_factory=list)
    right: int = 0


def _booked_upto(files: _Files, settings: Settings) -> int:
    """Return the last row of the journal that the cell has."""
    lanes = audit.lanes(files.cell, settings.cell_id)
    mine = [one.last_seq for one in lanes if one.station_id == settings.station_id]
    return max(mine, default=0)


def check_journal(
    station: Connection, booked: int, scratch: ScratchPad, findings: Findings
) -> Journal:
    """Check numbers, chain, ids, closed days, the till's bills; note bill numbers in `scratch`.

    `booked` is the last row that the cell has.
    """
    journal = Journal()
    head, number = CHAIN_START, 0
    for row in audit.journal_rows(station):
        number += 1
        journal.rows += 1
        if row.seq != number:
            findings.add("station.db", "the journal has a hole", f"row {number} to {row.seq - 1}")
            number = row.seq
        elif link(head, row.seq, row.body) != row.hash:
            findings.add("station.db", "a row of the journal was changed", f"row {row.seq}")
        head = row.hash
        if row.seq == booked:
            journal.booked_hash = row.hash
        try:
            event = decode(row.body)
        except UnknownEventError as error:
            findings.add(
                "station.db", "a row of the journal is unreadable", f"row {row.seq}: {error}"
            )
            continue
        if event.id != row.event_id:
            findings.add("station.db", "a row of the journal has another id", f"row {row.seq}")
        if isinstance(event.facts, DayClosed):
            journal.closes.append((row.seq, event))
        _note_receipt(event, scratch)
    journal.right = check_closes(station, journal.closes, findings)
    check_baskets(station, findings)
    return journal


def _note_receipt(event: Event, scratch: ScratchPad) -> None:
    for key in event.once:
        if isinstance(event.facts, KEPT_KEYS) or kept_everywhere(key):
            scratch.put("receipt", key, event.id)
    for key in event.releases:
        if may_release(event.facts, key, scratch.holder("receipt", key)):
            scratch.drop("receipt", "key", key)


def _check_receipts(
    files: _Files, settings: Settings, scratch: ScratchPad, findings: Findings
) -> None:
    """Compare the bill numbers taken here with the journal; others' must come from the feed."""

    def own(key: str, event_id: str) -> bool:
        row = audit.feed_row(files.cell, settings.cell_id, event_id)
        if row is not None and kept_everywhere(key):
            # Another station's event, or the cell's, may have taken it or set it free since.
            mine = row.station_id == settings.station_id
            return mine and scratch.holder("once", key) == event_id
        return row is None or row.station_id == settings.station_id

    here = [one for one in audit.receipts(files.station) if own(*one)]
    journal = [one for one in scratch.rows("receipt") if not kept_everywhere(one[0]) or own(*one)]
    kind = "the taken bill numbers differ from the journal"
    compare("station.db", kind, iter(here), iter(journal), findings)


def _check_station(
    folder: Path,
    settings: Settings,
    files: _Files,
    journal: Journal,
    feed: Feed,
    findings: Findings,
) -> None:
    """Compare what the station and the cell remember of each other."""
    mine = feed.lanes.get((settings.station_id, 1))
    if mine is not None:
        with audit.snapshot(folder / "station.db") as later:
            newest = audit.journal_length(later)
        if mine.last_seq > newest:
            what = f"{mine.last_seq} rows were booked, the journal has {newest}"
            findings.add("station.db", "the journal is older than the cell", what)
        elif mine.last_seq <= journal.rows and journal.booked_hash != mine.head:
            what = f"at row {mine.last_seq}"
            findings.add("station.db", "the journal differs from what the cell booked", what)
    if read_meta(files.station, "feed_head") not in {feed.folded_head.hex(), ""}:
        what = f"at feed row {feed.folded_seq}"
        findings.add("station.db", "the station has folded another feed than the cell's", what)
    own_seq = int(read_meta(files.station, "own_seq") or 0)
    if own_seq != feed.own_seq:
        what = f"{own_seq} instead of {feed.own_seq}"
        findings.add("station.db", "the count of own events in the replica is wrong", what, REPLICA)
    if {one.staff: one for one in read_staff(audit.cursor(files.station))} != feed.staff:
        findings.add("station.db", "the staff differ from what the feed says", "", REPLICA)

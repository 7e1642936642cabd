"""`sikka doctor` at a station of a hub: its own files, and what the hub says of them.

The whole feed is at the hub, so the replica cannot be folded anew here: `sikka rebuild` takes it
from the hub, and `sikka hub doctor` examines the feed itself.
"""

from contextlib import ExitStack
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from app.config import Settings
from app.domain.chain import CHAIN_START, link
from app.insight.doctor import Report, check_journal, open_vault
from app.insight.findings import REPLICA, WAITS, Findings
from app.storage import audit
from app.storage.rows import StaleFoldError, unpack_profile, unpack_sale, unpack_state
from app.storage.scratch_pad import ScratchPad
from app.storage.station import is_stale
from app.storage.tables import conflict, journal, member, own_hold, received, signed
from app.storage.writer import TABLES_VERSION
from app.wire.sync import KNOWN_IDS_MAX, Fork, Known, Pushed, feed_text

FILES: Final = ("station.db", "keys.db")
REJOIN: Final = (
    "Copy the folder before anything else. Then open the counter while the hub can be reached: it"
    " sends what the hub has not."
)
TAKE: Final = (
    "Nothing a customer earned is lost: the hub has it. Copy the folder, then take the members"
    " anew from the hub: sikka rebuild."
)


class Hub(Protocol):
    """What is asked of the hub; see `sync.port.HubPort`."""

    def lane(self) -> Pushed:
        """Return up to where the hub has this station's lane."""

    def known(self, ids: tuple[str, ...]) -> Known:
        """Return which events are booked."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where the station believes to stand."""

    own_seq: int
    feed_seq: int
    feed_head: bytes
    incarnation: int


def examine(folder: Path, settings: Settings) -> Report:
    """Examine the files of a station of a hub."""
    findings = Findings()
    rows = kept = members = sales = 0
    missing = [name for name in FILES if not (folder / name).exists()]
    for name in missing:
        findings.add(name, "the file is missing", str(folder / name))
    vault = None if missing else open_vault(folder, findings)
    if vault is not None:
        scratch = ScratchPad()
        with ExitStack() as stack:
            stack.callback(vault.close)
            stack.callback(scratch.close)
            try:
                station, keys = [stack.enter_context(audit.snapshot(folder / f)) for f in FILES]
                if _sound(station, keys, findings):
                    standing = _standing(station)
                    rows = check_journal(station, standing.own_seq, scratch, findings).rows
                    kept = _check_received(station, standing, findings)
                    _check_signed(station, settings, findings)
                    members = _check_members(station, keys, findings)
                    sales = _check_sales(station, findings)
                    _check_notes(station, standing, findings)
            except (DatabaseError, ValueError) as error:
                what = str(getattr(error, "orig", error))
                findings.add(str(folder), "a file cannot be read to its end", what)
    return Report(rows, kept, members, sales, findings.all())


def ask_hub(folder: Path, hub: Hub) -> Report:
    """Compare what the station believes with what its hub says; counts nothing."""
    findings = Findings()
    with audit.snapshot(folder / "station.db") as station:
        standing = _standing(station)
        answer = hub.lane()
        if not isinstance(answer, Fork):
            _check_lane(station, answer.last_seq, answer.head, findings)
        same = answer.contact.incarnation == standing.incarnation
        if same and standing.feed_seq > answer.contact.last_seq:
            what = f"{standing.feed_seq} rows were received, the hub has {answer.contact.last_seq}"
            findings.add("the hub", "its feed is older than this station", what, REJOIN)
        ids = _own_ids(station, standing.own_seq)
        for event_id in sorted(set(ids) - hub.known(ids).seqs.keys()):
            kind = "an event that came back in the feed is unknown to the hub"
            findings.add("the hub", kind, event_id, REJOIN)
    return Report(0, 0, 0, 0, findings.all())


def _check_lane(station: Connection, seq: int, head: bytes, findings: Findings) -> None:
    mine = station.execute(select(journal.c.hash).where(journal.c.seq == seq)).scalar()
    if seq and mine is None:
        what = f"the hub has {seq} rows, the journal {audit.journal_length(station)}"
        findings.add("station.db", "the journal is older than the hub's copy of it", what, REJOIN)
    elif seq and mine != head:
        what = f"at row {seq}"
        findings.add("station.db", "the journal differs from the hub's copy of it", what, REJOIN)


def _own_ids(station: Connection, upto: int) -> tuple[str, ...]:
    """Return the ids of the newest own events that came back in the feed."""
    query = select(journal.c.event_id).where(journal.c.seq <= upto).order_by(journal.c.seq.desc())
    return tuple(station.execute(query.limit(KNOWN_IDS_MAX)).scalars())


def _standing(station: Connection) -> _Standing:
    kept = audit.kept_meta(station)
    return _Standing(
        int(kept.get("own_seq", 0)),
        int(kept.get("feed_seq", 0)),
        bytes.fromhex(kept.get("feed_head", "")),
        int(kept.get("incarnation", 0)),
    )


def _sound(station: Connection, keys: Connection, findings: Findings) -> bool:
    for name, core in zip(FILES, (station, keys), strict=True):
        for line in audit.damage(core):
            findings.add(name, "SQLite finds the file damaged", line)
    versions = {audit.tables_version(core) for core in (station, keys)}
    if not findings.kept and (versions != {TABLES_VERSION} or is_stale(audit.kept_meta(station))):
        kind = "it waits for its hub: it was updated, or a snapshot was stopped half way"
        findings.add("station.db", kind, "", WAITS)
    return not findings.kept


def _check_received(station: Connection, standing: _Standing, findings: Findings) -> int:
    """Follow the chain of the rows that are kept; return how many there are."""
    before, head, count = 0, CHAIN_START, 0
    for row in audit.received_rows(station):
        count += 1
        if row.seq == before + 1 and link(head, row.seq, row.body) != row.hash:
            findings.add("station.db", "a received row was changed", f"feed row {row.seq}", TAKE)
        before, head = row.seq, row.hash
    if before > standing.feed_seq or (before == standing.feed_seq and head != standing.feed_head):
        what = f"at feed row {before}"
        if count:
            findings.add("station.db", "the end of what was received is elsewhere", what, TAKE)
    return count


def _check_signed(station: Connection, settings: Settings, findings: Findings) -> None:
    """Check the hub's signatures over rows that are still here."""
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(settings.hub_key))
    query = (
        select(signed.c.seq, signed.c.incarnation, signed.c.signature, received.c.hash)
        .join(received, received.c.seq == signed.c.seq)
        .order_by(signed.c.seq)
    )
    for row in audit.stream(station, query):
        text = feed_text(settings.cell_id, row.incarnation, row.seq, row.hash)
        try:
            key.verify(row.signature, text)
        except InvalidSignature:
            what = "a received row is not what the hub signed"
            findings.add("station.db", what, f"feed row {row.seq}", TAKE)


def _check_members(station: Connection, keys: Connection, findings: Findings) -> int:
    """Read every member; return how many there are."""
    count = 0
    for row in audit.stream(station, select(member)):
        count += 1
        try:
            state, profile = unpack_state(row.state), unpack_profile(row.profile)
        except (StaleFoldError, ValueError) as error:
            what = f"member {row.member}: {error}"
            findings.add("station.db", "a member cannot be read", what, TAKE)
            continue
        if (state.member, profile.member) != (row.member, row.member):
            findings.add("station.db", "a member is filed under another", row.member, TAKE)
        personal = any(getattr(profile.personal, one.name) for one in fields(profile.personal))
        if profile.erased and audit.has_key(keys, row.member):
            findings.add("keys.db", "an erased member's key is still there", row.member, REPLICA)
        if personal and not profile.erased and not audit.has_key(keys, row.member):
            findings.add("keys.db", "a member's key is missing", row.member, TAKE)
    return count


def _check_sales(station: Connection, findings: Findings) -> int:
    count = 0
    for row in audit.open_sales(station):
        count += 1
        try:
            same = unpack_sale(row.body).sale == row.sale
        except ValueError:
            same = False
        if not same:
            findings.add("station.db", "an open sale cannot be read", row.sale, TAKE)
    return count


def _check_notes(station: Connection, standing: _Standing, findings: Findings) -> None:
    """Holds are of amounts that can be, conflicts were settled by rows that were received."""
    less = (own_hold.c.coins < 0) | (own_hold.c.credit_minor < 0)
    for hold_id in station.execute(select(own_hold.c.hold_id).where(less)).scalars():
        findings.add("station.db", "a hold holds less than nothing", hold_id, TAKE)
    later = select(conflict.c.event_id).where(conflict.c.seq > standing.feed_seq)
    for event_id in station.execute(later.limit(10)).scalars():
        findings.add("station.db", "a conflict was settled by a row not received", event_id, TAKE)

"""Pulling: the cell's feed, snapshots, keys, and what is booked already (SYNC.md 6)."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Final

from msgspec import Meta, Struct
from sqlalchemy import Connection, select

from app.domain.chain import CHAIN_START
from app.hub import cell, incarnations, keys, stations
from app.hub.hub import Hub
from app.hub.routes.asking import Call, FileAnswer, RefusedError, Route, Waiting
from app.storage.tables import booked, feed
from app.wire.sync import (
    PAGE_BYTES_MAX,
    PAGE_ROWS_MAX,
    WAIT_S_MAX,
    Contact,
    Count,
    Fed,
    Keys,
    Known,
    KnownAsk,
    Millis,
    Number,
    Page,
    Row,
    Snapshot,
    Standing,
    TakeSnapshot,
    Version,
    feed_text,
)

Hex32 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
MemberId = Annotated[str, Meta(pattern="^([0-9a-f]{32})?$")]
MARKED_ROWS: Final = 100_000
"""How far back a snapshot's rows are signed: more than 35 days of a busy cell."""
_VERSION = re.compile(r"\d{1,6}(?:\.\d{1,6}){0,3}")


class FeedAsk(Struct, frozen=True, forbid_unknown_fields=True):
    """The query of a pull: rows past `after`, whose hash the station has as `head`.

    The rest is what the station says of itself (see `Standing`); `wait` seconds if there is
    nothing new.
    """

    after: Count
    head: Hex32
    incarnation: Number
    wait: Annotated[int, Meta(ge=0, le=WAIT_S_MAX)] = 0
    sent_at_ms: Millis | None = None
    version: Version = ""
    watermark: date | None = None
    unsent: Count = 0
    floor_coins: Count = 0
    floor_credit_minor: Count = 0


class KeysAsk(Struct, frozen=True, forbid_unknown_fields=True):
    """The query of the keys: members past `after`."""

    after: MemberId = ""


class SnapshotAsk(Struct, frozen=True, forbid_unknown_fields=True):
    """The query of a snapshot: the program that asks."""

    version: Version = ""


def pull(call: Call) -> Fed | Waiting:
    """Give the next rows of the feed, or say that a snapshot is needed."""
    hub, ask = call.hub, call.ask
    _check_version(hub, ask.version)
    with hub.store.read() as core:
        known = call.admit(core)
        old_copy = incarnations.is_old_copy(core, call.cell_id, ask.incarnation, ask.after)
        told = None if old_copy else _page(hub, core, call.cell_id, ask)
        standing = _standing(ask)
        news = standing is not None and stations.says_news(core, known, standing, hub.now_ms())
    if old_copy:
        hub.store.run(
            lambda core: incarnations.rise(
                core, call.cell_id, hub.now_ms(), ask.incarnation, ask.after
            )
        )
        with hub.store.read() as core:
            told = TakeSnapshot("incarnation", hub.contact(core, call.cell_id))
    if news and standing is not None:
        hub.store.run(lambda core: stations.note_poll(core, known, standing, hub.now_ms()))
    assert told is not None
    if ask.wait and isinstance(told, Page) and not told.rows:
        return Waiting(told, call.cell_id, ask.after, ask.wait)
    return told


def keys_after(call: Call) -> Keys:
    """Give sealed keys of members, a thousand at a time."""
    with call.hub.store.read() as core:
        call.admit(core)
        found = keys.sealed_after(core, call.cell_id, call.ask.after)
        return Keys(found, call.hub.contact(core, call.cell_id))


def known(call: Call) -> Known:
    """Say which events are booked, and where in the feed."""
    ask: KnownAsk = call.ask
    with call.hub.store.read() as core:
        call.admit(core)
        rows = core.execute(
            select(booked.c.event_id, booked.c.seq).where(
                booked.c.cell_id == call.cell_id, booked.c.event_id.in_(ask.ids)
            )
        )
        seqs = {row.event_id: row.seq for row in rows}
        remarks = _remarks(core, call.cell_id, seqs)
        return Known(seqs, call.hub.contact(core, call.cell_id), remarks)


def _remarks(core: Connection, cell_id: str, seqs: dict[str, int]) -> dict[str, tuple[str, str]]:
    """Return outcome and detail of those rows that were not simply booked."""
    rows = core.execute(
        select(feed.c.event_id, feed.c.outcome, feed.c.detail).where(
            feed.c.cell_id == cell_id,
            feed.c.seq.in_(list(seqs.values())),
            (feed.c.outcome != "booked") | (feed.c.detail != ""),
        )
    )
    return {row.event_id: (row.outcome, row.detail) for row in rows}


def snapshot(call: Call) -> Snapshot:
    """Name the file of the newest snapshot."""
    hub = call.hub
    _check_version(hub, call.ask.version)
    with hub.store.read() as core:
        call.admit(core)
    if hub.snapshots is None:
        raise RefusedError(404, "no_snapshot", "This hub makes no snapshots. Pull the feed.")
    made = hub.snapshots.latest(call.opened())
    with hub.store.read() as core:
        contact = hub.contact(core, call.cell_id)
        marks = tuple(_marks(hub, core, call.cell_id, contact.incarnation, made.seq))
    text = feed_text(call.cell_id, contact.incarnation, made.seq, made.head)
    size, digest = _measured(made.path, made.path.stat().st_mtime_ns)
    signature = hub.key.sign(text)
    return Snapshot(made.path.name, made.seq, made.head, size, digest, signature, contact, marks)


def _marks(
    hub: Hub, core: Connection, cell_id: str, incarnation: int, upto: int
) -> Iterator[tuple[int, bytes]]:
    """Yield signatures over some of the rows before `upto`, a page apart."""
    seqs = range(upto - PAGE_ROWS_MAX, max(0, upto - MARKED_ROWS), -PAGE_ROWS_MAX)
    rows = core.execute(
        select(feed.c.seq, feed.c.hash)
        .where(feed.c.cell_id == cell_id, feed.c.seq.in_(seqs))
        .order_by(feed.c.seq)
    )
    for row in rows:
        yield row.seq, hub.key.sign(feed_text(cell_id, incarnation, row.seq, row.hash))


def snapshot_file(call: Call) -> FileAnswer:
    """Give a snapshot's bytes."""
    hub = call.hub
    with hub.store.read() as core:
        call.admit(core)
    path = hub.snapshots.path_of(call.cell_id, call.names["name"]) if hub.snapshots else None
    if path is None:
        raise RefusedError(404, "no_snapshot", "This snapshot is gone. Ask for the newest one.")
    return FileAnswer(path)


def _page(hub: Hub, core: Connection, cell_id: str, ask: FeedAsk) -> Fed:
    contact = hub.contact(core, cell_id)
    if ask.incarnation != contact.incarnation:
        return TakeSnapshot("incarnation", contact)
    if hub.snapshots is not None and contact.last_seq - ask.after > hub.behind_max:
        return TakeSnapshot("behind", contact)
    if _head_at(core, cell_id, ask.after) != bytes.fromhex(ask.head):
        return TakeSnapshot("differs", contact)
    rows = _fitting(cell.rows_after(core, cell_id, ask.after, PAGE_ROWS_MAX))
    if not rows:
        return Page((), b"", contact)
    text = feed_text(cell_id, contact.incarnation, rows[-1].seq, rows[-1].hash)
    enrolled = keys.enrolled_in(row.body for row in rows)
    sealed = keys.sealed(core, cell_id, enrolled)
    return Page(tuple(rows), hub.key.sign(text), _as_read(contact, rows), sealed)


def _as_read(contact: Contact, rows: Sequence[Row]) -> Contact:
    """Return the contact, never behind the rows themselves."""
    last_seq = max(contact.last_seq, rows[-1].seq)
    return Contact(contact.incarnation, contact.now_ms, last_seq, contact.revoked)


def _fitting(rows: Sequence[cell.FeedRow]) -> list[Row]:
    """Return as many rows as a page holds, at least one."""
    page: list[Row] = []
    size = 0
    for row in rows:
        size += len(row.body)
        if page and size > PAGE_BYTES_MAX:
            break
        page.append(Row(*row))
    return page


def _head_at(core: Connection, cell_id: str, seq: int) -> bytes | None:
    if not seq:
        return CHAIN_START
    row = core.execute(
        select(feed.c.hash).where(feed.c.cell_id == cell_id, feed.c.seq == seq)
    ).first()
    return row.hash if row else None


def _standing(ask: FeedAsk) -> Standing | None:
    if ask.sent_at_ms is None:
        return None
    return Standing(
        ask.sent_at_ms, ask.version, ask.watermark, ask.unsent, ask.floor_coins,
        ask.floor_credit_minor,
    )  # fmt: skip


def _check_version(hub: Hub, version: str) -> None:
    """Refuse programs that cannot fold what the feed holds; they may still push."""
    if not version:
        return
    found = _VERSION.match(version)
    if found and tuple(int(part) for part in found[0].split(".")) < hub.oldest_version:
        oldest = ".".join(str(part) for part in hub.oldest_version)
        raise RefusedError(
            426, "too_old", f"Sikka {version} is too old for this hub. Update it to {oldest}."
        )


@lru_cache(maxsize=64)
def _measured(path: Path, _changed_ns: int) -> tuple[int, bytes]:
    """Return a file's size and sha256; read once for all stations that ask."""
    digest = sha256()
    size = 0
    with path.open("rb") as file:
        while piece := file.read(1024 * 1024):
            digest.update(piece)
            size += len(piece)
    return size, digest.digest()


ROUTES: Final = (
    Route("GET", "/v1/cells/{cell}/feed", pull, FeedAsk, (Page, TakeSnapshot),
          "Get rows of the feed, or wait for them."),
    Route("POST", "/v1/cells/{cell}/known", known, KnownAsk, (Known,),
          "Ask which events are booked."),
    Route("GET", "/v1/cells/{cell}/keys", keys_after, KeysAsk, (Keys,),
          "Get members' sealed keys."),
    Route("GET", "/v1/cells/{cell}/snapshot", snapshot, SnapshotAsk, (Snapshot,),
          "Name the newest snapshot."),
    Route("GET", "/v1/cells/{cell}/snapshots/{name}", snapshot_file, None, (),
          "Get a snapshot's file."),
)  # fmt: skip

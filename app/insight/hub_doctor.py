"""`sikka hub doctor`: every cell of a store read again and counted by other means (SYNC.md 15).

It only reads, from one instant, on SQLite and on PostgreSQL alike, so a server may go on meanwhile.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, and_, select
from sqlalchemy.exc import DatabaseError

from app.hub import refolding
from app.insight.feed_check import check_cell_feed
from app.insight.findings import REPLICA, STALE, Finding, Findings, compare
from app.insight.refold import check_accounts
from app.storage import audit
from app.storage.scratch_pad import ScratchPad
from app.storage.tables import booked, cell, feed, hold, hold_key, once_key, parked

HOLD: Final = (
    "No coins are lost: holds are promises only. Write the station's holds off when it is known"
    " to be lost: sikka hub exposure"
)
MENDED_BY_REBUILD: Final = (
    "The feed is whole: nothing a customer earned is lost. Make a backup, then have everything"
    " folded again: sikka hub rebuild"
)
DAMAGED: Final = (
    "Stop the hub and keep a copy of the store before anything else, then restore the last backup:"
    " sikka hub restore FILE. Stations bring what was booked since."
)
_ADVICE: Final = {REPLICA: MENDED_BY_REBUILD, STALE: "Nothing is lost. Run: sikka hub rebuild"}


@dataclass(frozen=True, slots=True)
class CellReport:
    """What was examined of a cell, and what is wrong; healthy when `findings` is empty."""

    cell_id: str
    feed_rows: int
    members: int
    findings: tuple[Finding, ...]


def examine_store(core: Connection) -> Iterator[CellReport]:
    """Examine every cell that `core` sees (one instant), one after another."""
    damaged = audit.damage(core) if core.dialect.name == "sqlite" else []
    for line in damaged:
        finding = Finding(f"SQLite finds the file damaged ({line})", "the store", DAMAGED)
        yield CellReport("", 0, 0, (finding,))
    if not damaged:
        for cell_id in list(
            core.execute(select(cell.c.cell_id).order_by(cell.c.cell_id)).scalars()
        ):
            yield examine_cell(core, cell_id)


def examine_cell(core: Connection, cell_id: str) -> CellReport:
    """Examine one cell: chain, counts, lanes, keys, accounts against fold and plain sums, holds."""
    findings = Findings()
    rows = members = 0
    if refolding.is_stale(core, cell_id):
        findings.add("cell.db", "a rebuild was stopped half way, or never begun", "", STALE)
    else:
        scratch = ScratchPad()
        try:
            found = check_cell_feed(core, cell_id, scratch, findings)
            rows = found.last_seq
            kind = "the taken keys differ from what the feed says"
            keys = scratch.rows("once")
            compare("cell.db", kind, audit.kept_keys(core, cell_id), keys, findings)
            _check_parked(core, cell_id, findings)
            _check_holds(core, cell_id, findings)
            members = check_accounts(core, cell_id, found, findings)
        except DatabaseError as error:
            # Most likely a body that was changed: PostgreSQL refuses to read it as JSON.
            findings.add("cell.db", "the store cannot be read to its end", str(error.orig)[:200])
        finally:
            scratch.close()
    told = tuple(_for_a_hub(one, cell_id) for one in findings.all())
    return CellReport(cell_id, rows, members, told)


def _for_a_hub(finding: Finding, cell_id: str) -> Finding:
    advice = finding.advice if finding.advice == HOLD else _ADVICE.get(finding.advice, DAMAGED)
    return replace(finding, where=f"cell {cell_id}", advice=advice)


def _check_parked(core: Connection, cell_id: str, findings: Findings) -> None:
    """Every row without effects is in the list of what waits, and nothing else is."""
    on = and_(parked.c.cell_id == feed.c.cell_id, parked.c.seq == feed.c.seq)
    waiting = (
        select(feed.c.seq)
        .outerjoin(parked, on)
        .where(feed.c.cell_id == cell_id, feed.c.outcome == "parked", parked.c.seq.is_(None))
    )
    on = and_(feed.c.cell_id == parked.c.cell_id, feed.c.seq == parked.c.seq)
    strange = (
        select(parked.c.seq)
        .outerjoin(feed, on)
        .where(parked.c.cell_id == cell_id, feed.c.outcome.is_distinct_from("parked"))
    )
    for query in (waiting, strange):
        for seq in list(core.execute(query.limit(10)).scalars()):
            what = "the list of parked rows differs from the feed"
            findings.add("cell.db", what, f"feed row {seq}")


def _check_holds(core: Connection, cell_id: str, findings: Findings) -> None:
    """A hold is settled by its event, and reserves only what nobody has taken."""
    mine = hold.c.cell_id == cell_id
    on = and_(booked.c.cell_id == hold.c.cell_id, booked.c.event_id == hold.c.hold_id)
    settled = select(hold.c.hold_id).join(booked, on).where(mine, hold.c.state == "held")
    less = (hold.c.coins < 0) | (hold.c.credit_minor < 0)
    on = and_(hold.c.cell_id == hold_key.c.cell_id, hold.c.hold_id == hold_key.c.hold_id)
    loose = (
        select(hold_key.c.hold_id)
        .outerjoin(hold, on)
        .where(hold_key.c.cell_id == cell_id, hold.c.state.is_distinct_from("held"))
    )
    on = and_(once_key.c.cell_id == hold_key.c.cell_id, once_key.c.key == hold_key.c.key)
    twice = select(hold_key.c.hold_id).join(once_key, on).where(hold_key.c.cell_id == cell_id)
    wrong = {
        "a hold is kept though its event is booked": settled,
        "a hold holds less than nothing": select(hold.c.hold_id).where(mine, less),
        "a key is reserved for a hold that is over": loose,
        "a key is reserved that is taken": twice,
    }
    for kind, query in wrong.items():
        for hold_id in list(core.execute(query.limit(10)).scalars()):
            findings.add("cell.db", kind, f"hold {hold_id}", HOLD)

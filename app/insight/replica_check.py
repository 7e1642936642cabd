"""Every table of the replica that has no check of its own, row by row, against one folded anew."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any, Protocol

from sqlalchemy import Connection, Table, select

from app.hub.cell import FeedRow, rows_after
from app.insight.findings import REPLICA, Findings
from app.storage import audit
from app.storage.base import metadata
from app.storage.rows import pack, unpack_programme
from app.storage.station import read_meta
from app.storage.tables import replica_tables
from app.storage.vault import Vault

CHECKED_ELSEWHERE = frozenset({"finder", "member", "sale", "staff"})
ROWS_AT_ONCE = 200


class Anew(Protocol):
    """A replica folded anew."""

    def reader(self) -> AbstractContextManager[Connection]:
        """Give a connection that sees it."""

    def tidy(self, on: date) -> None:
        """Forget what a shop forgets on a day."""


FoldAnew = Callable[[str, Vault, Iterable[Sequence[FeedRow]]], AbstractContextManager[Anew]]
"""Folds batches of the feed as the station with that id does."""


def check_replica(
    files: tuple[Connection, Connection],
    vault: Vault,
    ids: tuple[str, str],
    fold_anew: FoldAnew,
    findings: Findings,
) -> None:
    """Compare the replica with the feed; `files` are station and cell, `ids` theirs.

    What was forgotten since may be missing, and what came late after that may still be there.
    """
    station, cell = files
    batches = _batches(cell, ids[1], int(read_meta(station, "feed_seq") or 0))
    tables = [metadata.tables[name] for name in replica_tables() if name not in CHECKED_ELSEWHERE]
    tidied_on = read_meta(station, "tidied_on")
    with fold_anew(ids[0], vault, batches) as anew:
        for table in tables:
            with anew.reader() as core:
                _compare(table, station, core, ("is too much", "", ""), findings)
        if tidied_on:
            anew.tidy(date.fromisoformat(tidied_on))
        for table in tables:
            with anew.reader() as core:
                _compare(table, station, core, ("", "is missing", "differs"), findings)


def _batches(cell: Connection, cell_id: str, upto: int) -> Iterator[list[FeedRow]]:
    after = 0
    while after < upto:
        rows = rows_after(cell, cell_id, after, min(ROWS_AT_ONCE, upto - after))
        if not rows:
            return
        yield rows
        after = rows[-1].seq


def _compare(
    table: Table,
    station: Connection,
    anew: Connection,
    words: tuple[str, str, str],
    findings: Findings,
) -> None:
    """Go through two tables in the order of their key; `words` say which differences count."""
    too_much, missing, differs = words
    width = len(table.primary_key.columns)
    mine, other = _rows(table, station), _rows(table, anew)
    have, want = next(mine, None), next(other, None)
    while have is not None or want is not None:
        if want is None or (have is not None and have[:width] < want[:width]):
            assert have is not None
            _add(findings, table, have[:width], too_much)
            have = next(mine, None)
        elif have is None or want[:width] < have[:width]:
            _add(findings, table, want[:width], missing)
            want = next(other, None)
        else:
            if have != want:
                _add(findings, table, have[:width], differs)
            have, want = next(mine, None), next(other, None)


def _rows(table: Table, core: Connection) -> Iterator[tuple[Any, ...]]:
    """Yield the rows, the key's columns first, in the order of the key."""
    key = list(table.primary_key.columns)
    rest = [column for column in table.columns if not column.primary_key]
    rows = audit.stream(core, select(*key, *rest).order_by(*key))
    return (tuple(map(_as_now, row)) if table.name == "programme" else tuple(row) for row in rows)


def _as_now(value: Any) -> Any:
    """Return a compiled programme as this version would keep it: an older one lacks fields."""
    try:
        return pack(unpack_programme(value)) if isinstance(value, bytes) else value
    except ValueError:
        return value


def _add(findings: Findings, table: Table, key: tuple[Any, ...], what: str) -> None:
    if what:
        detail = f"{' '.join(str(part) for part in key)[:80]} {what}"
        kind = f"the table {table.name} differs from the feed"
        findings.add("station.db", kind, detail, REPLICA)

"""What this station asked the hub to reserve, in station.db, on the cursor of a transaction."""

import sqlite3
from collections.abc import Collection
from typing import Final, NamedTuple

ASKING: Final = "asking"
VOID: Final = "void"
FLOOR: Final = "floor"


class OwnHold(NamedTuple):
    """A hold of this station's, in one of three states.

    `asking`: the hub was asked. `void`: not wanted any more, and the hub may not know it yet.
    `floor`: spent without the hub. `seq` is the journal's number of its event, 0 = none so far.
    """

    hold_id: str
    state: str
    coins: int
    credit_minor: int
    seq: int = 0


def own_holds(cursor: sqlite3.Cursor) -> list[OwnHold]:
    """Return all of them."""
    rows = cursor.execute(
        "SELECT hold_id, state, coins, credit_minor, coalesce(journal.seq, 0) FROM own_hold"
        " LEFT JOIN journal ON journal.event_id = own_hold.hold_id ORDER BY at_ms, hold_id"
    )
    return [OwnHold(*row) for row in rows]


def keep_hold(cursor: sqlite3.Cursor, hold: OwnHold, at_ms: int) -> None:
    """Write a hold, over the one of the same id if there is one."""
    cursor.execute(
        "INSERT OR REPLACE INTO own_hold (hold_id, state, coins, credit_minor, at_ms)"
        " VALUES (?, ?, ?, ?, ?)",
        (hold.hold_id, hold.state, hold.coins, hold.credit_minor, at_ms),
    )


def drop_holds(cursor: sqlite3.Cursor, hold_ids: Collection[str]) -> None:
    """Forget holds."""
    cursor.executemany("DELETE FROM own_hold WHERE hold_id = ?", [(one,) for one in hold_ids])

"""Staff records of the replica, and the wrong PINs of this station, which a restart keeps."""

import sqlite3

from app.domain.facts import StaffSet
from app.domain.staff import LockOut


def read_staff(cursor: sqlite3.Cursor) -> list[StaffSet]:
    """Return every staff record, those who left included."""
    rows = cursor.execute("SELECT staff, name, role, verifier, active FROM staff")
    return [
        StaffSet(staff, name, role, verifier, bool(active))
        for staff, name, role, verifier, active in rows
    ]


def read_lock(cursor: sqlite3.Cursor, subject: str) -> LockOut:
    """Return the wrong tries of a member of staff, or of the station's approvals."""
    query = "SELECT wrong, until_ms FROM lock_out WHERE subject = ?"
    row = cursor.execute(query, (subject,)).fetchone()
    return LockOut(*row) if row else LockOut()


def write_lock(cursor: sqlite3.Cursor, subject: str, lock: LockOut) -> None:
    """Keep the wrong tries; of none there is nothing to keep."""
    if lock == LockOut():
        cursor.execute("DELETE FROM lock_out WHERE subject = ?", (subject,))
        return
    cursor.execute(
        "INSERT INTO lock_out (subject, wrong, until_ms) VALUES (?, ?, ?) ON CONFLICT (subject)"
        " DO UPDATE SET wrong = excluded.wrong, until_ms = excluded.until_ms",
        (subject, lock.wrong, lock.until_ms),
    )


def drop_locks(cursor: sqlite3.Cursor, kind: str, but: str) -> None:
    """Forget the locks whose subjects begin with `kind`, but for those that begin with `but`."""
    cursor.execute(
        "DELETE FROM lock_out WHERE subject LIKE ? AND subject NOT LIKE ?", (f"{kind}%", f"{but}%")
    )

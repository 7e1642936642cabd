"""Staff records of the replica, and the wrong PINs of this station, which a restart keeps."""

from sqlalchemy import BigInteger, Column, Connection, Integer, String, Table, select
from sqlalchemy.dialects.sqlite import insert

from app.domain.events import StaffSet
from app.domain.staff import LockOut
from app.storage.base import STATION, metadata
from app.storage.tables import staff as staff_table

lock_out = Table(
    "lock_out",
    metadata,
    Column("subject", String(32), primary_key=True),
    Column("wrong", Integer, nullable=False),
    Column("until_ms", BigInteger, nullable=False),
    info=STATION,
)


def read_staff(core: Connection) -> list[StaffSet]:
    """Return every staff record, those who left included."""
    return [
        StaffSet(row.staff, row.name, row.role, row.verifier, bool(row.active))
        for row in core.execute(select(staff_table))
    ]


def read_lock(core: Connection, subject: str) -> LockOut:
    """Return the wrong tries of a member of staff, or of the station's approvals."""
    row = core.execute(select(lock_out).where(lock_out.c.subject == subject)).first()
    return LockOut(row.wrong, row.until_ms) if row else LockOut()


def write_lock(core: Connection, subject: str, lock: LockOut) -> None:
    """Keep the wrong tries."""
    values = {"wrong": lock.wrong, "until_ms": lock.until_ms}
    core.execute(
        insert(lock_out)
        .values(subject=subject, **values)
        .on_conflict_do_update(index_elements=["subject"], set_=values)
    )

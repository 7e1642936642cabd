"""Programme versions as the cell keeps them: the document, and what was read from it."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select, update

from app.domain.facts import ProgrammePublished
from app.domain.programme import Programme
from app.domain.rating import Rules
from app.storage.rows import pack, unpack_programme
from app.storage.tables import cell, cell_programme


class Published(NamedTuple):
    """A version that was published at a feed number, and its bytes as read, if it can be."""

    position: int
    programme: str
    document: bytes
    compiled: bytes | None


def read(position: int, published: ProgrammePublished) -> Published:
    """Read a version published at a feed number; raise if rules cannot be made of it."""
    found = _read(published.document)
    if found is not None:
        Rules(found)  # what nobody can compile must never come into force
    return Published(
        position,
        published.programme,
        published.document.encode(),
        pack(found) if found else None,
    )


def keep(core: Connection, cell_id: str, published: Published) -> None:
    """Keep a version that was booked; one published again moves to its place."""
    core.execute(
        delete(cell_programme).where(
            cell_programme.c.cell_id == cell_id,
            cell_programme.c.programme == published.programme,
        )
    )
    core.execute(insert(cell_programme).values(cell_id=cell_id, **published._asdict()))
    values = {"programme_seq": published.position}
    core.execute(update(cell).where(cell.c.cell_id == cell_id).values(values))


def newest_seq(core: Connection, cell_id: str) -> int:
    """Return the feed number of the newest programme of a cell; 0 = none."""
    return core.scalar(select(cell.c.programme_seq).where(cell.c.cell_id == cell_id)) or 0


def versions(core: Connection, cell_id: str) -> list[Programme]:
    """Return every version in the order of publishing; a document is read anew only if it must."""
    rows = core.execute(
        select(cell_programme.c.document, cell_programme.c.compiled)
        .where(cell_programme.c.cell_id == cell_id)
        .order_by(cell_programme.c.position)
    )
    found = [
        unpack_programme(compiled) if compiled else _read(document.decode())
        for document, compiled in rows
    ]
    return [one for one in found if one is not None]


def in_force(core: Connection, cell_id: str, today: date) -> Programme | None:
    """Return the version in force on a date; None before there is one."""
    begun = [
        one
        for one in versions(core, cell_id)
        if one.effective_from is None or one.effective_from <= today
    ]
    return begun[-1] if begun else None


def _read(document: str) -> Programme | None:
    from app.wire.programmes import read_programme  # noqa: PLC0415 - slow, and seldom needed

    read = read_programme(document, "programme")
    return read if isinstance(read, Programme) else None

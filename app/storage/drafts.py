"""The bill being typed and the bills on hold: rows that outlive a crash."""

from dataclasses import dataclass, field
from typing import Final

import msgspec
from sqlalchemy import BigInteger, Column, Connection, LargeBinary, String, Table, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.domain.sales import Bill
from app.storage.base import STATION, metadata

CURRENT: Final = ""
"""The id of the draft on the screen; held ones have ids of their own."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A bill as far as it was typed: `typed` are the texts of fields that are no bill yet.

    Nothing personal belongs in it (a name or phone half typed): this file is not encrypted.
    """

    bill: Bill
    typed: dict[str, str] = field(default_factory=dict)
    label: str = ""


draft_table = Table(
    "draft",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("staff", String(32), nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),
    info=STATION,
)

_encoder: Final = msgspec.json.Encoder()
_decoder: Final = msgspec.json.Decoder(Draft)


def write(core: Connection, draft_id: str, staff: str, at_ms: int, draft: Draft) -> None:
    """Keep a draft under an id, in place of what was there."""
    values = {"staff": staff, "at_ms": at_ms, "body": _encoder.encode(draft)}
    core.execute(
        insert(draft_table)
        .values(id=draft_id, **values)
        .on_conflict_do_update(index_elements=["id"], set_=values)
    )


def read(core: Connection, draft_id: str) -> Draft | None:
    """Return a draft, or None."""
    body = core.scalar(select(draft_table.c.body).where(draft_table.c.id == draft_id))
    return _decoder.decode(body) if body else None


def read_held(core: Connection) -> list[tuple[str, int, Draft]]:
    """Return (id, when in Unix milliseconds, draft) of the bills on hold, oldest first."""
    of = draft_table.c
    rows = core.execute(select(draft_table).where(of.id != CURRENT).order_by(of.at_ms, of.id))
    return [(row.id, row.at_ms, _decoder.decode(row.body)) for row in rows]


def remove(core: Connection, draft_id: str) -> bool:
    """Forget a draft; say whether there was one."""
    return core.execute(delete(draft_table).where(draft_table.c.id == draft_id)).rowcount > 0

"""The station's own journal as it is stored, with the hash that chains each row to the last."""

from collections.abc import Iterator
from datetime import date

import msgspec
from sqlalchemy import select

from app.services.shop import Shop
from app.storage.tables import journal
from app.wire.exports import Cell

COLUMNS = ("number", "hash", "event")


class _Dated(msgspec.Struct):
    on: date


def journal_rows(shop: Shop, until: date | None) -> Iterator[tuple[Cell, ...]]:
    """Yield number, hash (hex) and the event's own bytes, up to a business date."""
    dated = msgspec.json.Decoder(_Dated)
    query = select(journal.c.seq, journal.c.hash, journal.c.body).order_by(journal.c.seq)
    with shop.db.reader() as core:
        for row in core.execution_options(yield_per=500).execute(query):
            if until is None or dated.decode(row.body).on <= until:
                yield row.seq, row.hash.hex(), msgspec.Raw(row.body)

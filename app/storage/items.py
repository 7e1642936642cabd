"""One item of the shop by its code, on the DBAPI cursor, since scans are hot."""

import sqlite3
from typing import Final

from app.domain.catalogue import Item

_ITEM: Final = "SELECT sku, name, category, gtin, unit, unit_price_minor, aliases FROM item WHERE "


def by_key(cursor: sqlite3.Cursor, key: str) -> Item | None:
    """Return the item with this sku (see `sku_key`)."""
    row = cursor.execute(_ITEM + "key = ?", (key,)).fetchone()
    return Item(*row) if row else None


def by_gtin(cursor: sqlite3.Cursor, gtin14: str) -> Item | None:
    """Return the item with this article number in its 14-digit form."""
    row = cursor.execute(_ITEM + "gtin14 = ?", (gtin14,)).fetchone()
    return Item(*row) if row else None


def every(cursor: sqlite3.Cursor) -> list[Item]:
    """Return all items, by sku."""
    return [Item(*row) for row in cursor.execute(_ITEM + "1 ORDER BY key")]


def names(cursor: sqlite3.Cursor) -> tuple[frozenset[str], frozenset[str]]:
    """Return all categories, and all skus by their key."""
    rows = cursor.execute("SELECT category, key FROM item").fetchall()
    return frozenset(row[0] for row in rows if row[0]), frozenset(row[1] for row in rows)

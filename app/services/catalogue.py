"""Items at the counter: search, scan, scale labels, import."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.catalogue import (
    BadRow,
    Item,
    Label,
    LabelLayout,
    quantity_for,
    read_items,
    read_label,
    read_layout,
    sku_key,
)
from app.domain.codes import GtinCode, classify
from app.services.shop import Shop
from app.storage import items
from app.storage.writer import JOBS

__all__ = [
    "BadRow",
    "CatalogueImported",
    "Item",
    "UnknownItem",
    "Weighed",
    "by_code",
    "copy_catalogue",
    "import_catalogue",
    "names",
    "search",
]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A scale label: the item, thousandths of its unit, and the price if the label has one.

    With a price the label's price holds, since it is what the customer reads on the bag.
    """

    item: Item
    quantity_milli: int
    price_minor: int | None


@dataclass(frozen=True, slots=True)
class UnknownItem:
    """No item has this code."""

    code: str


@dataclass(frozen=True, slots=True)
class CatalogueImported:
    """How many items are new and changed, and the rows that were left out."""

    added: int
    changed: int
    bad: tuple[BadRow, ...]


def search(shop: Shop, text: str, limit: int = 20) -> tuple[Item, ...]:
    """Return items by name (through typing errors and scripts), sku or article number."""
    if not text.strip() or limit < 1:
        return ()
    from app.storage.catalogue import find  # noqa: PLC0415 - see storage/files.py

    with shop.db.reader() as core:
        return tuple(find(core, text, limit))


def by_code(shop: Shop, text: str) -> Item | Weighed | UnknownItem:
    """Return what a scanned or typed code stands for: an article, a label, a sku."""
    code = classify(text)
    with shop.db.cursor(None) as cursor:
        if isinstance(code, GtinCode):
            if item := items.by_gtin(cursor, code.gtin.gtin14):
                return item
            for layout in _layouts(shop.place.scale_label):
                label = read_label(code.gtin.digits, layout)
                if label and (weighed := _weighed(cursor, label)):
                    return weighed
        item = items.by_key(cursor, sku_key(code.text))
    return item or UnknownItem(code.text)


def import_catalogue(shop: Shop, lines: Iterable[str]) -> CatalogueImported:
    """Add or replace items from the lines of a CSV file (see `read_items`).

    Good rows go in together, in one transaction; items the file does not name stay.
    """
    from app.storage.catalogue import put  # noqa: PLC0415 - see storage/files.py

    read = list(read_items(lines, shop.programme.currency_digits))
    good = [one for one in read if isinstance(one, Item)]
    bad = tuple(one for one in read if isinstance(one, BadRow))
    added = shop.db.writer.run(lambda tx: put(tx.core, good), JOBS) if good else 0
    return CatalogueImported(added, len(good) - added, bad)


def copy_catalogue(source: Shop, to: Shop) -> tuple[Item, ...]:
    """Give another shop all items of this one; return them."""
    from app.storage.catalogue import put  # noqa: PLC0415 - see storage/files.py

    with source.db.cursor(None) as cursor:
        found = tuple(items.every(cursor))
    if found:
        to.db.writer.run(lambda tx: put(tx.core, found), JOBS)
    return found


def _layouts(setting: str) -> list[LabelLayout]:
    """Return the layouts of the settings, several apart by blanks or commas."""
    read = (read_layout(one) for one in setting.replace(",", " ").split())
    return [layout for layout in read if layout]


def _weighed(cursor: sqlite3.Cursor, label: Label) -> Weighed | None:
    """Return what a label is for; its code is a sku, with or without leading zeros."""
    item = items.by_key(cursor, label.code) or items.by_key(cursor, label.code.lstrip("0"))
    if item is None:
        return None
    if label.price_minor is not None:
        return Weighed(item, quantity_for(label.price_minor, item), label.price_minor)
    weight = label.weight_milli or 0
    # An item sold by the piece carries a number of pieces where others carry grams.
    return Weighed(item, weight * 1000 if item.unit == "each" else weight, None)


def names(shop: Shop) -> tuple[frozenset[str], frozenset[str]]:
    """Return the categories of the catalogue, and its skus by their key; empty without one."""
    with shop.db.cursor(None) as cursor:
        return items.names(cursor)

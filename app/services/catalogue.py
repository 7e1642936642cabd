"""Items at the counter: search, scan, scale labels, import."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

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
from app.storage import catalogue as rows
from app.storage.writer import JOBS

__all__ = [
    "BadRow",
    "CatalogueImported",
    "Item",
    "UnknownItem",
    "Weighed",
    "by_code",
    "import_catalogue",
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
    with shop.db.reader() as core:
        return tuple(rows.find(core, text, limit))


def by_code(shop: Shop, text: str) -> Item | Weighed | UnknownItem:
    """Return what a scanned or typed code stands for: an article, a label, a sku."""
    code = classify(text)
    with shop.db.reader() as core:
        if isinstance(code, GtinCode):
            if item := rows.by_gtin(core, code.gtin.gtin14):
                return item
            for layout in _layouts(shop.place.scale_label):
                label = read_label(code.gtin.digits, layout)
                if label and (weighed := _weighed(core, label)):
                    return weighed
        item = rows.by_key(core, sku_key(code.text))
    return item or UnknownItem(code.text)


def import_catalogue(shop: Shop, lines: Iterable[str]) -> CatalogueImported:
    """Add or replace items from the lines of a CSV file (see `read_items`).

    Good rows go in together, in one transaction; items the file does not name stay.
    """
    read = list(read_items(lines, shop.programme.currency_digits))
    items = [one for one in read if isinstance(one, Item)]
    bad = tuple(one for one in read if isinstance(one, BadRow))
    added = shop.db.writer.run(lambda tx: rows.put(tx.core, items), JOBS) if items else 0
    return CatalogueImported(added, len(items) - added, bad)


def _layouts(setting: str) -> list[LabelLayout]:
    """Return the layouts of the settings, several apart by blanks or commas."""
    read = (read_layout(one) for one in setting.replace(",", " ").split())
    return [layout for layout in read if layout]


def _weighed(core: Connection, label: Label) -> Weighed | None:
    """Return what a label is for; its code is a sku, with or without leading zeros."""
    item = rows.by_key(core, label.code) or rows.by_key(core, label.code.lstrip("0"))
    if item is None:
        return None
    if label.price_minor is not None:
        return Weighed(item, quantity_for(label.price_minor, item), label.price_minor)
    weight = label.weight_milli or 0
    # An item sold by the piece carries a number of pieces where others carry grams.
    return Weighed(item, weight * 1000 if item.unit == "each" else weight, None)

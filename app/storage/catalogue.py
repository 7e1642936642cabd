"""Items of the shop, in station.db: kept, and found by number and by words of the name.

What a scanner asks for is in items.py, which needs no SQLAlchemy.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Row, or_, select
from sqlalchemy.dialects.sqlite import insert

from app.domain.catalogue import Item, sku_key
from app.domain.names import sounds
from app.storage import words
from app.storage.tables import item as item_table
from app.storage.tables import item_words

_C = item_table.c


def put(core: Connection, items: Sequence[Item]) -> int:
    """Add or replace items by sku; return how many are new."""
    keys = [sku_key(item.sku) for item in items]
    known = _known(core, keys)
    for key in known:
        words.drop(core, item_words, key)
    rows = [
        {
            "key": key,
            "sku": item.sku,
            "name": item.name,
            "category": item.category,
            "gtin": item.gtin,
            "gtin14": item.gtin.zfill(14) if item.gtin else "",
            "unit": item.unit,
            "unit_price_minor": item.unit_price_minor,
            "aliases": item.aliases,
        }
        for key, item in zip(keys, items, strict=True)
    ]
    if rows:
        adding = insert(item_table)
        columns = {name: adding.excluded[name] for name in rows[0] if name != "key"}
        core.execute(adding.on_conflict_do_update(index_elements=["key"], set_=columns), rows)
        spoken = {
            key: sounds(f"{item.name} {item.aliases}")
            for key, item in zip(keys, items, strict=True)
        }
        words.put(core, item_words, spoken)
    return len(keys) - len(known)


def find(core: Connection, text: str, limit: int) -> list[Item]:
    """Return items by sku or article number, whole or begun, then by name; best first."""
    key = sku_key(text)
    rows: Iterable[Row[tuple[object, ...]]] = ()
    if key:
        whole = or_(_C.key == key, _C.gtin14 == key.zfill(14))
        begun = _C.key.between(key, key + "\U0010ffff")
        wanted = select(item_table).where(or_(whole, begun))
        rows = core.execute(wanted.order_by(whole.desc(), _C.key).limit(limit))
    items = {row.key: _item(row) for row in rows}
    keys = [one for one in words.find(core, item_words, sounds(text), limit) if one not in items]
    named = {
        row.key: _item(row)
        for row in core.execute(select(item_table).where(_C.key.in_(keys[:limit])))
    }
    return [*items.values(), *(named[one] for one in keys if one in named)][:limit]


def _known(core: Connection, keys: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for at in range(0, len(keys), 500):
        found.update(core.scalars(select(_C.key).where(_C.key.in_(keys[at : at + 500]))))
    return found


def _item(row: Row[tuple[object, ...]]) -> Item:
    return Item(
        row.sku, row.name, row.category, row.gtin, row.unit, row.unit_price_minor, row.aliases
    )

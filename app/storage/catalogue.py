"""Items of the shop, in station.db, findable by code, article number and words of the name."""

from collections.abc import Iterable, Sequence

from sqlalchemy import BigInteger, Column, Connection, Row, String, Table, or_, select
from sqlalchemy.dialects.sqlite import insert

from app.domain.catalogue import NAME_MAX, SKU_MAX, Item, sku_key
from app.domain.names import sounds
from app.storage import words
from app.storage.base import STATION, metadata

item_table = Table(
    "item",
    metadata,
    Column("key", String(SKU_MAX), primary_key=True),
    Column("sku", String(SKU_MAX), nullable=False),
    Column("name", String(NAME_MAX), nullable=False),
    Column("category", String(NAME_MAX), nullable=False),
    Column("gtin", String(14), nullable=False),
    Column("gtin14", String(14), nullable=False, index=True),
    Column("unit", String(4), nullable=False),
    Column("unit_price_minor", BigInteger, nullable=False),
    Column("aliases", String(400), nullable=False),
    info=STATION,
)

item_words = words.words_of("item", STATION, SKU_MAX)

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


def by_key(core: Connection, key: str) -> Item | None:
    """Return the item with this sku (see `sku_key`)."""
    row = core.execute(select(item_table).where(_C.key == key)).first()
    return _item(row) if row else None


def by_gtin(core: Connection, gtin14: str) -> Item | None:
    """Return the item with this article number in its 14-digit form."""
    row = core.execute(select(item_table).where(_C.gtin14 == gtin14)).first()
    return _item(row) if row else None


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

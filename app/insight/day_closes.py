"""Closed days as a table that leaves the shop: a row per close, and one per cashier in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.domain.facts import DayClosed
from app.domain.figures import Figures
from app.domain.money import Money
from app.domain.programme import money_of
from app.services.day_closes import Close, list_closes
from app.services.shop import Shop
from app.services.staff import staff_names
from app.services.writing import DiskFull
from app.storage.writer import StorageFullError, full_disk_told
from app.wire.exports import Cell, write_rows

FOLDER: Final = "exports"
COLUMNS: Final = (
    "number", "on", "at_ms", "store", "till", "first_on", "last_on", "days", "cashier",
    *(name.removesuffix("_minor") for name in Figures._fields),
    "closed_by", "rows_after", "rows_upto", "hash", "event",
)  # fmt: skip


def close_table(shop: Shop) -> Iterator[tuple[Cell, ...]]:
    """Yield this till's closes, oldest first; money as decimals, `cashier` empty for the whole."""
    names = staff_names(shop)
    money = money_of(shop.programme)
    for close in reversed(list_closes(shop, -1)):
        yield _row(shop, close, "", close.facts.figures, money, names)
        for staff, figures in close.facts.by_staff:
            yield _row(shop, close, names.get(staff, staff) or "-", figures, money, names)


def save_closes(shop: Shop, path: Path | None = None) -> Path:
    """Write the table as CSV (default: into the shop's folder) and return where it is.

    A file there is replaced. Raises StorageFullError when there is no space for it.
    """
    target = path or shop.folder / FOLDER / f"day-closes-{shop.moment().on.isoformat()}.csv"
    part = target.with_name(f".{target.name}.part")
    try:
        with full_disk_told("the closed days were not saved"):
            target.parent.mkdir(parents=True, exist_ok=True)
            with part.open("w", encoding="utf-8", newline="") as file:
                write_rows(file, COLUMNS, close_table(shop), "csv")
            part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return target


def try_saving(shop: Shop) -> Path | DiskFull:
    """Write the table into the shop's folder, for a screen."""
    try:
        return save_closes(shop)
    except StorageFullError:
        return DiskFull()


def _row(
    shop: Shop, close: Close, cashier: str, figures: Figures, money: Money, names: dict[str, str]
) -> tuple[Cell, ...]:
    facts: DayClosed = close.facts
    sums = [
        money.plain(value) if name.endswith("_minor") else value
        for name, value in zip(Figures._fields, figures, strict=True)
    ]
    approver = names.get(facts.approver, facts.approver)
    return (
        facts.number, close.on, close.at_ms, shop.store, shop.till, facts.first_on, facts.last_on,
        facts.days, cashier, *sums, approver, facts.after, facts.seq, facts.hash, close.event,
    )  # fmt: skip

"""The bill being typed survives a crash; bills on hold wait for their customer."""

from contextlib import suppress
from dataclasses import dataclass

from app.domain.bills import total_minor
from app.services.shop import Shop
from app.services.writing import DiskFull
from app.storage import drafts as rows
from app.storage.drafts import CURRENT, Draft
from app.storage.writer import StorageFullError, Tx

__all__ = ["Draft", "HeldBill", "clear_draft", "discard", "held", "hold", "load_draft", "recall",
           "save_draft"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeldBill:
    """A bill on hold; `total_minor` before coins, `member_name` "" for a guest."""

    id: str
    label: str
    total_minor: int
    at_ms: int
    member_name: str


def save_draft(shop: Shop, staff: str, draft: Draft) -> None:
    """Keep the bill on the screen as far as it was typed."""
    at_ms = shop.moment().at_ms
    shop.db.writer.run(lambda tx: rows.write(tx.cursor, CURRENT, staff, at_ms, draft))


def load_draft(shop: Shop) -> Draft | None:
    """Return the bill that was on the screen, after a crash too."""
    with shop.db.cursor(None) as cursor:
        return rows.read(cursor, CURRENT)


def clear_draft(shop: Shop) -> None:
    """Forget the bill on the screen: it was recorded, put on hold or thrown away.

    On a full disk it stays, and comes back when the counter opens again.
    """
    with suppress(StorageFullError):
        shop.db.writer.run(lambda tx: rows.remove(tx.cursor, CURRENT))


def hold(shop: Shop, staff: str, draft: Draft) -> str | DiskFull:
    """Put the bill on the screen on hold and return its id; the screen is free."""
    held_id, at_ms = shop.mint(), shop.moment().at_ms

    def work(tx: Tx) -> str:
        rows.write(tx.cursor, held_id, staff, at_ms, draft)
        rows.remove(tx.cursor, CURRENT)
        return held_id

    try:
        return shop.db.writer.run(work)
    except StorageFullError:
        return DiskFull()


def held(shop: Shop) -> tuple[HeldBill, ...]:
    """Return the bills on hold, oldest first."""
    with shop.db.cursor(None) as cursor:
        kept = rows.read_held(cursor)
    return tuple(
        HeldBill(
            held_id,
            draft.label,
            total_minor(draft.bill) if draft.bill.lines else 0,
            at_ms,
            _name(shop, draft.bill.member),
        )
        for held_id, at_ms, draft in kept
    )


def recall(shop: Shop, held_id: str, staff: str = "") -> Draft | None:
    """Take a bill from hold onto the screen in one step; None when it is gone already.

    What was on the screen is replaced: hold it first to keep it.
    """
    at_ms = shop.moment().at_ms

    def work(tx: Tx) -> Draft | None:
        draft = rows.read(tx.cursor, held_id) if held_id != CURRENT else None
        if draft is not None:
            rows.remove(tx.cursor, held_id)
            rows.write(tx.cursor, CURRENT, staff, at_ms, draft)
        return draft

    return shop.db.writer.run(work)


def discard(shop: Shop, held_id: str) -> bool:
    """Throw a bill on hold away; False when it is gone already."""
    return shop.db.writer.run(lambda tx: rows.remove(tx.cursor, held_id))


def _name(shop: Shop, member: str) -> str:
    profile = shop.profile(member) if member else None
    if profile is None:
        return ""
    return shop.personal(profile, "name")[0]

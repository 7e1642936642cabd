"""Asking before spending, and letting go of what was reserved when nothing was recorded."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from app.domain.events import Event
from app.services.authority import Ask, KeyTaken, NeedsNetwork, Permit, SoldOut, SpentElsewhere
from app.services.shop import Shop
from app.services.writing import DiskFull, write_outcome
from app.storage import sales as sale_rows
from app.storage.staff import read_staff
from app.storage.writer import StorageFullError, Tx

Outcome = TypeVar("Outcome")
SpendRefusal = SpentElsewhere | KeyTaken | SoldOut | NeedsNetwork

PERMITTED = Permit()


def record_spend(
    shop: Shop,
    ask: Ask | None,
    decide: Callable[[Tx, Permit], tuple[tuple[Event, ...], Outcome]],
) -> Outcome | SpendRefusal | DiskFull:
    """Ask whether it may be spent, then decide and journal as `Shop.record` does.

    None = nothing is spent. Where nobody is to be asked this is `write_outcome`. An id whose
    outcome was a refusal is used up: whoever tries again takes another.
    """
    if shop.authority is None or ask is None:
        return write_outcome(shop, lambda tx: decide(tx, PERMITTED))
    try:
        permit = _permit(shop, ask)
    except StorageFullError:
        return DiskFull()
    if not isinstance(permit, Permit):
        return permit
    wrote = False

    def deciding(tx: Tx) -> tuple[tuple[Event, ...], Outcome]:
        nonlocal wrote
        events, outcome = decide(tx, permit)
        wrote = bool(events)
        return events, outcome

    outcome = write_outcome(shop, deciding)
    if not wrote or isinstance(outcome, DiskFull):
        let_go(shop, ask)
    return outcome


def let_go(shop: Shop, ask: Ask) -> None:
    """Let go of what was reserved, unless its event is recorded: then it is spent."""
    if shop.authority is not None and not _is_recorded(shop, ask):
        shop.authority.void(ask.hold_id)


def _is_recorded(shop: Shop, ask: Ask) -> bool:
    with shop.db.cursor(None) as cursor:
        return sale_rows.is_journalled(cursor, ask.hold_id)


def _permit(shop: Shop, ask: Ask) -> Permit | SpendRefusal:
    assert shop.authority is not None
    if _is_recorded(shop, ask):
        return PERMITTED
    verdict = shop.authority.authorise(ask)
    return _named(shop, verdict) if isinstance(verdict, KeyTaken) else verdict


def _named(shop: Shop, taken: KeyTaken) -> KeyTaken:
    with shop.db.cursor(None) as cursor:
        names = {one.staff: one.name for one in read_staff(cursor)}
    return replace(taken, who=names.get(taken.staff, ""))

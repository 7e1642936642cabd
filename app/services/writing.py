"""Recording what a use case decides, with a full disk as an outcome."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from app.domain.events import Event
from app.services.shop import Shop
from app.storage.writer import StorageFullError, Tx

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class DiskFull:
    """The disk is full; nothing was recorded."""


def write_outcome(
    shop: Shop, decide: Callable[[Tx], tuple[tuple[Event, ...], Outcome]]
) -> Outcome | DiskFull:
    """Record what `decide` returns; a full disk is an outcome, not an exception."""
    try:
        return shop.record(decide)
    except StorageFullError:
        return DiskFull()

"""Going from a shop to its practice shop and back, asked for in the counter's window.

What makes a practice shop is loaded when somebody asks for one.
"""

# ruff: noqa: PLC0415 - see above

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

Where = Literal["shop", "training"]
Prepared = Literal["ready", "in_use"]


class Moves:
    """Where a counter's window is to go next, asked for in the window itself."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.next: Where | None = None

    def join(self, window: Any, shown: Any) -> None:
        """Offer to go to the practice shop, or out of it; the window is closed to go."""

        def go(where: Where) -> None:
            self.next = where
            shown.close()

        practises = window.desk.shop.training
        ready: Callable[[], Prepared] = self._anew if practises else self._ready
        window.station.training.offer(ready, go)

    def _ready(self) -> Prepared:
        from app.station.training import prepare

        return prepare(self._folder)

    def _anew(self) -> Prepared:
        from app.station.training import prepare_anew

        prepare_anew(self._folder)
        return "ready"

    def place(self) -> Path:
        """Return the folder to open next."""
        if self.next != "training":
            return self._folder
        from app.station.training import enter

        return enter(self._folder)

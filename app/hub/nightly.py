"""What a hub does by itself: folds cut short, parked rows, day ends, the audit, holds, backups."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app.hub import holds, refolding
from app.hub.audit import audit
from app.hub.backups import backup, has_one_of, prune
from app.hub.days import run_days
from app.hub.hub import Hub
from app.hub.open_cell import OpenCell
from app.hub.redrive import redrive

BACKUPS_KEPT: Final = 7
HOLDS_KEPT_MS: Final = 35 * 86_400_000  # as long as stations keep what they received


class Nightly:
    """The jobs of one running hub; `tick` is called every minute, on one thread.

    `backups` is where verified backups go (None = none are made). The counts are since the start:
    sales the audit flagged, parked rows that were booked after all. `backed_up_ms` is when the
    last backup was made by the hub's clock, 0 = none yet; `troubles` are what failed last time, a
    sentence for each.
    """

    def __init__(self, hub: Hub, backups: Path | None) -> None:
        self.hub = hub
        self.backups = backups
        self.flagged = 0
        self.redriven = 0
        self.backed_up_ms = 0
        self.troubles: tuple[str, ...] = ()
        self._redriven: set[str] = set()

    def tick(self) -> None:
        """Do what is due in every cell; what fails in one keeps nothing from the others."""
        troubles: list[str] = []
        for cell_id in self.hub.cell_ids():
            for job in (
                self._go_on_folding,
                self._redrive,
                self._end_days,
                self._audit,
                self._forget,
            ):
                self._try(lambda c=cell_id, j=job: j(self.hub.cell(c)), troubles)  # type: ignore[misc]
        self._try(self._back_up, troubles)
        self.troubles = tuple(troubles)

    def _try(self, work: Callable[[], object], troubles: list[str]) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - one cell's trouble is told, the others go on
            troubles.append(f"{type(error).__name__}: {error}")

    def _go_on_folding(self, opened: OpenCell) -> None:
        """Make accounts whole that another process left half made: nothing is booked before."""
        with self.hub.store.read() as core:
            stale = refolding.is_stale(core, opened.cell_id)
        if stale:
            opened.refold()

    def _redrive(self, opened: OpenCell) -> None:
        """Once after each start: only another program reads what this one could not."""
        if opened.cell_id not in self._redriven:
            self.redriven += redrive(opened)
            self._redriven.add(opened.cell_id)

    def _end_days(self, opened: OpenCell) -> None:
        run_days(opened, self.hub.now_ms())

    def _audit(self, opened: OpenCell) -> None:
        self.flagged += audit(opened)

    def _forget(self, opened: OpenCell) -> None:
        """Drop holds that ended before any station that still knows of them could ask."""
        before_ms = self.hub.now_ms() - HOLDS_KEPT_MS
        opened.store.run(lambda core: holds.forget(core, opened.cell_id, before_ms))

    def _back_up(self) -> None:
        """Make the day's backup, if there is none of today (UTC)."""
        now = datetime.fromtimestamp(self.hub.now_ms() / 1000, UTC)
        if self.backups is None or has_one_of(self.backups, now.date()):
            return
        with self.hub.store.read() as core:
            backup(core, self.backups, now)
        self.backed_up_ms = self.hub.now_ms()
        prune(self.backups, BACKUPS_KEPT)

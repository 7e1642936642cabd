"""The thread that prints: it reads what the journal owes, draws it, and waits for the printer.

Nothing heavy is loaded before the first slip, and nothing of a sale waits for any of it.
"""

# ruff: noqa: PLC0415 - imports are inside: a counter is drawn without them

import threading
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.config import Settings, write_settings
from app.domain.slips import DOTS, PrinterFault, Slip
from app.services import prints
from app.services.prints import (
    TRIES,
    Due,
    NotDrawn,
    Owed,
    PrintJob,
    PrintOutcome,
    PrintStanding,
)
from app.services.shop import Shop
from app.services.voids import SaleUnknown
from app.storage.writer import StorageFullError

if TYPE_CHECKING:
    from app.hardware.printer import PrintAnswer, Printer

RETRY_S: Final = 2.0
RETRY_MOST_S: Final = 15.0
STUCK_S: Final = 20.0
"""A slip that is on its way for longer is said to be stuck."""
TIDY_S: Final = 3600.0
STOP_S: Final = 3.0
MARK: Final = "REPRINT"
"""Stands on a slip part of which may be on paper already, in any language."""
TRAINING: Final = "TRAINING"
"""Stands on every slip of a training shop, in any language."""


class PrintWorker:
    """Prints a shop's slips one after the other on a thread of its own (`services.prints`).

    `printer` stands in for the one that the settings name.
    """

    def __init__(self, shop: Shop, settings: Settings, printer: "Printer | None" = None) -> None:
        self._shop = shop
        self._settings = settings
        self._printer = printer
        self._follows = settings.print == "always"
        # Taken before the thread runs: a sale recorded meanwhile is owed a slip.
        self._head = shop.db.head[0]
        self._standing = PrintStanding()
        self._failed: Counter[str] = Counter()
        self._began_s: float | None = None
        self._wake = threading.Event()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._loop, name="printing", daemon=True)
        self._wake_others = shop.wake

    def start(self) -> None:
        """Begin; from now on the shop prints through this."""
        self._shop.printing = self
        self._shop.wake = self._woken
        self._thread.start()

    def stop(self) -> None:
        """Stop after the slip in hand; one that a printer holds up is printed the next time."""
        self._shop.printing = None
        self._shop.wake = self._wake_others
        self._stopped.set()
        self._wake.set()
        self._thread.join(STOP_S)

    # ------------------------------------------------------------ asked by screens

    @property
    def to_files(self) -> bool:
        """Whether slips are kept as PDF files, for want of a printer."""
        return not self._settings.printer

    def again(self, event_id: str) -> PrintOutcome:
        """Print the slip of a sale, a return or a redemption again, marked as such."""
        from app.services.slips import language_of, slip_of

        shop = self._shop
        try:
            slip = slip_of(shop, event_id, language_of(shop, event_id), reprint=True)
        except Exception as error:  # noqa: BLE001 - sales go on; somebody must be told
            _log(error)
            return NotDrawn()
        if isinstance(slip, SaleUnknown):
            return slip
        return self._put(slip, event_id)

    def put(self, slip: Slip) -> PrintOutcome:
        """Print a slip."""
        return self._put(slip)

    def _put(self, slip: Slip, event_id: str = "") -> PrintOutcome:
        try:
            picture = self._draw(slip)
        except Exception as error:  # noqa: BLE001 - sales go on; somebody must be told
            _log(error)
            return NotDrawn()
        outcome = prints.enqueue(
            self._shop, slip, picture, to_files=self.to_files, event_id=event_id
        )
        self._stand(self._standing.fault)
        self._wake.set()
        return outcome

    def standing(self) -> PrintStanding:
        """Return how it stands; reads no disk."""
        began_s = self._began_s
        if began_s is not None and self._shop.clock.monotonic() - began_s > STUCK_S:
            return replace(self._standing, fault="stuck")
        return self._standing

    # ------------------------------------------------------------ the thread

    def _woken(self) -> None:
        self._wake_others()
        self._wake.set()

    def _loop(self) -> None:
        wait_s, begun = 0.0, False
        while True:
            self._wake.wait(wait_s)
            self._wake.clear()
            if self._stopped.is_set():
                return
            try:
                if not begun:
                    prints.begin(self._shop, self._head, follows=self._follows)
                    begun = True
                fault = self._turn()
            except StorageFullError:
                fault = "disk"
            except Exception as error:  # noqa: BLE001 - sales go on; somebody must be told
                _log(error)
                fault = "fault"
            self._standing = replace(self._standing, fault=fault)
            wait_s = min(max(wait_s, RETRY_S / 2) * 2, RETRY_MOST_S) if fault else TIDY_S

    def _turn(self) -> PrinterFault | None:
        """Print until nothing waits; return what the matter is, if anything."""
        prints.tidy(self._shop)
        while self._follows and (owed := prints.follow(self._shop)) is not None:
            found = self._drawn(owed)
            if self._stopped.is_set():
                return None  # not all may be drawn: it is owed as before
            prints.settle(self._shop, owed, *found)
        self._stand(self._standing.fault)
        while not self._stopped.is_set() and (job := prints.take(self._shop)) is not None:
            fault = self._print(job)
            self._stand(fault)
            if fault not in (None, "too_wide", "undrawn"):
                return fault
        return None

    def _stand(self, fault: PrinterFault | None) -> None:
        aside = prints.set_aside(self._shop)
        self._standing = PrintStanding(prints.waiting(self._shop), fault, aside)

    def _print(self, job: PrintJob) -> PrinterFault | None:
        from app.hardware.printer import Printed

        printer = self._ready()
        if printer is None:
            prints.not_printed(self._shop, job, "address", begun=False)
            return "address"
        self._began_s = self._shop.clock.monotonic()
        try:
            answer = printer.print(_picture(job), prints.name_of(job))
        except Exception as error:
            if self._to_try_again(job.id):
                prints.not_printed(self._shop, job, "fault", begun=True)
                raise
            _log(error)
            prints.not_printed(self._shop, job, "undrawn", begun=True)
            return "undrawn"
        finally:
            self._began_s = None
        if isinstance(answer, Printed):
            prints.printed(self._shop, job)
            return None
        prints.not_printed(self._shop, job, answer.reason, begun=answer.begun)
        return answer.reason

    def _ready(self) -> "Printer | None":
        """Return the printer, or None where its address cannot be understood."""
        from app.hardware.printer import AddressError, printer_of

        if self._printer is None:
            settings = self._settings
            try:
                self._printer = printer_of(settings.printer, settings.paper_mm, self._shop.folder)
            except AddressError:
                return None
        return self._printer

    # ------------------------------------------------------------ drawing

    def _drawn(self, owed: Owed) -> tuple[list[tuple[str, Slip, bytes]], list[Due]]:
        """Return what is drawn of what is owed, and what cannot be."""
        gone = [one for one in owed.voided if prints.on_paper(self._shop, one[1])]
        drawn, undrawn = [], []
        for due in (*owed.due, *(Due(job, of, "sale") for job, of in gone)):
            if self._stopped.is_set():
                break
            try:
                drawn += self._slip_of(due)
            except StorageFullError:
                raise
            except Exception as error:
                if self._to_try_again(due.job):
                    raise
                _log(error)
                undrawn.append(due)
        return drawn, undrawn

    def _slip_of(self, due: Due) -> list[tuple[str, Slip, bytes]]:
        from app.services.slips import language_of, slip_of

        slip = slip_of(self._shop, due.of, language_of(self._shop, due.of))
        return [(due.job, slip, self._draw(slip))] if isinstance(slip, Slip) else []

    def _to_try_again(self, job: str) -> bool:
        """Count that a job failed for itself; say whether it is to be tried once more."""
        self._failed[job] += 1
        if self._failed[job] < TRIES:
            return True
        del self._failed[job]
        return False

    def _draw(self, slip: Slip) -> bytes:
        from app.hardware.receipt_picture import draw_slip

        picture = draw_slip(slip, DOTS[self._settings.paper_mm])
        return _for_training(picture) if self._settings.training else picture


def use_printer(folder: Path, settings: Settings) -> None:
    """Keep where and when a station prints. Raises AddressError; nothing is changed then."""
    from app.hardware.printer import printer_of

    printer_of(settings.printer, settings.paper_mm, folder)
    write_settings(folder, settings)


def print_now(folder: Path, settings: Settings, slip: Slip, name: str) -> "PrintAnswer":
    """Print a slip here and now, past the queue. Raises AddressError."""
    from app.hardware.printer import printer_of
    from app.hardware.receipt_picture import draw_slip

    printer = printer_of(settings.printer, settings.paper_mm, folder)
    picture = draw_slip(slip, DOTS[settings.paper_mm])
    return printer.print(_for_training(picture) if settings.training else picture, name)


def _for_training(picture: bytes) -> bytes:
    from app.hardware.receipt_picture import marked

    return marked(picture, TRAINING)


def _picture(job: PrintJob) -> bytes:
    if not job.unsure:
        return job.picture
    from app.hardware.receipt_picture import marked

    return marked(job.picture, MARK)


def _log(error: Exception) -> None:
    from app.ui.mishaps import note

    note("a slip could not be printed", error)

"""Setup checks at the counter: what works, what does not, and a test for each."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Protocol

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain import setup
from app.domain.setup import DEVICES, TEST_CODE, Check, Device, DisplayFound, PrinterFound
from app.ui.bars import bars_of
from app.ui.desk import Desk
from app.ui.qr import QrRow, qr_rows
from app.ui.rows import Rows
from app.ui.sentences import trouble
from app.ui.setup_sentences import said, state_word, title_of
from app.ui.snapshot import ViewModel
from app.ui.typed import latin_digits
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.approval import ApprovalViewModel
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_DIGITS: Final = 4


class Probes(Protocol):
    """Looks at what the station works with; see `station.setup`."""

    def checks(self) -> Iterable[Check]:
        """Yield how everything stands that needs nobody's hand."""

    def print_test(self, language: str) -> PrinterFound:
        """Print a test slip."""

    def display(self) -> DisplayFound:
        """Return where the customer's display can be."""


@dataclass(frozen=True, slots=True)
class SetupInputs:
    """What was found, the number on the customer's side ("" = none), and the file saved.

    `broken`: a check failed in a way nobody foresaw.
    """

    checks: tuple[Check, ...] = ()
    looking: bool = False
    printing: bool = False
    saving: bool = False
    number: str = ""
    typed: str = ""
    saved: str = ""
    failed: bool = False
    broken: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True)
class SetupProps:
    """What QML reads. `number` is to be shown to the customer's side."""

    looking: bool = False
    canPrint: bool = False
    number: str = ""
    typed: str = ""
    canSave: bool = False
    kind: str = "info"
    message: str = ""
    qrSize: int = 0
    barsWidth: int = 0


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One line: what, how it stands (`standing` is a `State`), in a word and a sentence."""

    title: str
    standing: str
    word: str
    sentence: str


def derive_setup(inputs: SetupInputs) -> SetupProps:
    """Return what the panel shows beside its lines."""
    kind, message = _message(inputs)
    return SetupProps(
        looking=inputs.looking,
        canPrint=bool(inputs.checks) and not inputs.printing,
        number=inputs.number,
        typed=inputs.typed,
        canSave=not inputs.saving,
        kind=kind,
        message=message,
        qrSize=qr_rows(TEST_CODE)[0],
        barsWidth=bars_of(TEST_CODE)[0],
    )


def rows_of(inputs: SetupInputs) -> list[CheckRow]:
    """Return the lines."""
    return [
        CheckRow(title_of(one.device), one.state, state_word(one.state), said(one))
        for one in inputs.checks
    ]


def _message(inputs: SetupInputs) -> tuple[str, str]:
    if inputs.saving:
        return "info", translate("setup", "Saving the file for support…")
    if inputs.failed:
        return "bad", translate(
            "setup", "The file for support could not be saved. See that the disk has room."
        )
    if inputs.saved:
        sentence = translate("setup", "Saved: {file}. It names nobody; send it to who helps you.")
        return "good", sentence.format(file=inputs.saved)
    if inputs.broken:
        return "bad", trouble()
    if inputs.looking:
        return "info", translate("setup", "Looking at everything…")
    return "info", ""


@QmlElement
@QmlUncreatable("built by the counter")
class SetupViewModel(ViewModel, props=SetupProps):
    """Looks at everything for a supervisor, and tries what needs a hand."""

    def __init__(self, desk: Desk, approval: ApprovalViewModel) -> None:
        super().__init__()
        self._desk = desk
        self._approval = approval
        self._probes: Probes | None = None
        self._save: Callable[[], Path] | None = None
        self._ended_by: Callable[[], str] = lambda: ""
        self._rows = Rows(CheckRow, self)
        self._modules = Rows(QrRow, self)
        self._bars = Rows(QrRow, self)
        self._inputs = SetupInputs()

    @Property(Rows, constant=True)
    def checks(self) -> Rows:
        """What was looked at, as rows."""
        return self._rows

    @Property(Rows, constant=True)
    def modules(self) -> Rows:
        """The dark runs of the QR code to scan, as rows."""
        return self._modules

    @Property(Rows, constant=True)
    def bars(self) -> Rows:
        """The bars of the Code 128 to scan, as rows."""
        return self._bars

    def offer(self, probes: Probes, save: Callable[[], Path]) -> None:
        """Let everything be looked at, and a file for support be saved."""
        self._probes, self._save = probes, save

    def hear(self, ended_by: Callable[[], str]) -> None:
        """Ask `ended_by` which key the last scan ended with."""
        self._ended_by = ended_by

    def ask(self, opened: Callable[[], None]) -> None:
        """Open the panel for a supervisor: at once, or after their PIN; then call `opened`."""
        if self._probes is None:
            return

        def approved(_approver: str) -> None:
            self._modules.set(qr_rows(TEST_CODE)[1])
            self._bars.set(bars_of(TEST_CODE)[1])
            self._inputs = SetupInputs()
            self.again()
            opened()

        self._approval.ask(translate("setup", "Open the setup checks?"), approved)

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def scanned(self, text: str) -> None:
        """Take what came of the code on the screen."""
        self._put(setup.check_scanner(text, ended_by=self._ended_by()))

    # What a supervisor does

    @Slot()
    def again(self) -> None:
        """Look at everything anew."""
        probes = self._probes
        if probes is None or self._inputs.looking:
            return
        self._change(looking=True, number="", typed="", saved="", failed=False, broken=False)
        self._look(iter(probes.checks()))

    def _look(self, found: Iterator[Check]) -> None:
        """Look at one thing after the other: a scan at the counter waits for one of them only."""

        def looked(check: Check | None) -> None:
            if check is None:
                self._change(looking=False)
            else:
                self._put(check)
                self._look(found)

        self._desk.jobs.run(lambda: next(found, None), looked, self._broke)

    @Slot()
    def printTest(self) -> None:
        """Print a test slip."""
        probes, language = self._probes, self._desk.language
        if probes is not None and self.props.canPrint:
            self._change(printing=True)
            self._desk.jobs.run(lambda: probes.print_test(language), self._printed, self._broke)

    @Slot()
    def showNumber(self) -> None:
        """Show a number on the customer's side, to be read back."""
        number = "".join(secrets.choice("23456789") for _ in range(_DIGITS))
        self._change(number=number, typed="")

    @Slot(str)
    def typeNumber(self, text: str) -> None:
        """Take the number as read back; the last digit is the answer."""
        typed = latin_digits(text)[:_DIGITS]
        self._change(typed=typed)
        if self._inputs.number and len(typed) == _DIGITS and self._probes is not None:
            found = replace(self._probes.display(), shown=self._inputs.number, read_back=typed)
            self._change(number="", typed="")
            self._put(setup.check_display(found))

    @Slot()
    def saveFile(self) -> None:
        """Save a file for support."""
        save = self._save
        if save is not None and self.props.canSave:
            self._change(saving=True, saved="", failed=False)
            self._desk.jobs.run(save, self._saved, self._not_saved)

    # What came of it

    def _broke(self, error: Exception) -> None:
        from app.ui.mishaps import note  # noqa: PLC0415 - seldom needed

        note("a setup check failed", error)
        self._change(looking=False, printing=False, broken=True)

    def _printed(self, found: PrinterFound) -> None:
        self._change(printing=False)
        self._put(setup.check_printer(found))

    def _saved(self, path: Path) -> None:
        self._change(saving=False, saved=str(path))

    def _not_saved(self, error: Exception) -> None:
        from app.ui.mishaps import note  # noqa: PLC0415 - seldom needed

        note("the file for support could not be saved", error)
        self._change(saving=False, failed=True)

    def _put(self, check: Check) -> None:
        """Put what was found of one device in the place of what was known."""
        known: dict[Device, Check] = {one.device: one for one in self._inputs.checks}
        known[check.device] = check
        self._change(checks=tuple(known[one] for one in DEVICES if one in known))

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, language=self._desk.language, **changes)
        self._rows.set(rows_of(self._inputs))
        if self._probes is not None:
            self.show(derive_setup(self._inputs))

"""Somebody at a kiosk waits for a person: shown here, and answered with one key."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement

from app.services import calls
from app.services.calls import AnswerOutcome, HelpCall
from app.services.writing import DiskFull
from app.ui import dates
from app.ui.desk import Desk
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class HelpCallsInputs:
    """All that is said depends on these; `failed` is why the last answer did not count."""

    calls: tuple[HelpCall, ...] = ()
    failed: str = ""
    offset_min: int = 0
    language: str = "en"


@dataclass(frozen=True, slots=True)
class HelpCallsProps:
    """What QML reads; `sentence` is empty when nobody waits."""

    sentence: str = ""
    action: str = ""


def derive_calls(inputs: HelpCallsInputs) -> HelpCallsProps:
    """Return who waits longest, where and since when."""
    if not inputs.calls:
        return HelpCallsProps()
    first = inputs.calls[0]
    since = dates.hour(dates.local_time(first.at_ms, inputs.offset_min), inputs.language)
    sentence = translate("calls", "Somebody at kiosk {till} needs help (since {hour}).").format(
        till=first.till, hour=since
    )
    return HelpCallsProps(
        sentence=inputs.failed or sentence,
        action=translate("calls", "I am going"),
    )


@QmlElement
@QmlUncreatable("built by a station")
class HelpCallsViewModel(ViewModel, props=HelpCallsProps):
    """The store's open calls.

    `rung` says that there is one which was not there before, `broke` that looking or answering
    failed in a way nobody foresaw.
    """

    rung = Signal()
    broke = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._inputs = HelpCallsInputs()
        self._loading = False
        self._answering = False

    def load(self) -> None:
        """Read the calls; while an answer is on its way nothing more is asked."""
        if self._loading:
            return
        self._loading = True
        shop = self._desk.shop
        self._desk.jobs.run(
            lambda: (calls.open_calls(shop), shop.moment().offset_min), self._loaded, self._failed
        )

    def _failed(self, error: Exception) -> None:
        self._loading = False
        self.broke.emit(error)

    def _loaded(self, found: tuple[tuple[HelpCall, ...], int]) -> None:
        self._loading = False
        now, offset_min = found
        fresh = {one.id for one in now} - {one.id for one in self._inputs.calls}
        self._change(calls=now, offset_min=offset_min)
        if fresh:
            self.rung.emit()

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, language=self._desk.language, **changes)
        self.show(derive_calls(self._inputs))

    @Slot()
    def answer(self) -> None:
        """Say that whoever is signed in goes to who waits longest."""
        staff = self._desk.staff
        if not self._inputs.calls or self._answering or staff is None:
            return
        self._answering = True
        shop, call = self._desk.shop, self._inputs.calls[0].id
        self._desk.jobs.run(
            lambda: calls.answer_call(shop, staff.id, call), self._answered, self._not_answered
        )

    def _not_answered(self, error: Exception) -> None:
        self._answering = False
        self.broke.emit(error)

    def _answered(self, outcome: AnswerOutcome) -> None:
        self._answering = False
        failed = ""
        if isinstance(outcome, DiskFull):
            failed = translate(
                "calls", "The disk of this computer is full. Go there, and call your supervisor."
            )
        self._change(failed=failed)
        self.load()

"""Calling a person to the kiosk, and saying that somebody comes."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.services.calls import Called, CallOutcome, HelpCall, call_for_help, open_calls
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN_MS: Final = 20_000
WAITED_MS: Final = 15 * 60 * 1000
State = Literal["", "called", "coming", "failed"]


@dataclass(frozen=True, slots=True)
class CallingInputs:
    """`state` of the last call; `shown` says that its sentence is on the screen."""

    state: State = ""
    shown: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True)
class CallingProps:
    """What QML reads. `text` "" = nothing is said."""

    text: str = ""


def derive_calling(inputs: CallingInputs) -> CallingProps:
    """Return what the screen shows."""
    return CallingProps(_text(inputs.state) if inputs.shown else "")


def _text(state: State) -> str:
    match state:
        case "":
            return ""
        case "called":
            return translate("kiosk", "We have been called. Somebody is coming.")
        case "coming":
            return translate("kiosk", "Somebody is on the way to you.")
        case "failed":
            return translate("kiosk", "The call did not go out. Please ask at the counter.")


@QmlElement
@QmlUncreatable("built by the kiosk")
class CallingViewModel(KioskScreen, props=CallingProps):
    """A call is the kiosk's, not the member's: it outlives the visit until it is answered."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._inputs = CallingInputs()
        self._call = ""
        self._since_ms = 0
        kiosk.news.connect(self._look)

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def tick(self) -> None:
        """Take the sentence away after a while; give up a call that nobody answered."""
        now_ms = self.kiosk.now_ms()
        if self._call and now_ms - self._since_ms >= WAITED_MS:
            self._call = ""
            self._change(state="", shown=False)
        elif self._inputs.shown and now_ms - self._since_ms >= SHOWN_MS:
            self._change(shown=False)

    @Slot()
    def call(self) -> None:
        """Call somebody; a second press says again that they come."""
        shop = self.kiosk.shop
        self.kiosk.desk.jobs.run(lambda: call_for_help(shop), self._went, self.kiosk.broke.emit)

    @Slot()
    def close(self) -> None:
        """Take the sentence away."""
        self._change(shown=False)

    def _went(self, outcome: CallOutcome) -> None:
        self._since_ms = self.kiosk.now_ms()
        self._call = outcome.call if isinstance(outcome, Called) else ""
        self._change(state="called" if self._call else "failed", shown=True)

    def _look(self) -> None:
        shop = self.kiosk.shop
        if self._call:
            jobs = self.kiosk.desk.jobs
            jobs.run(lambda: open_calls(shop), self._looked, self.kiosk.broke.emit)

    def _looked(self, calls: tuple[HelpCall, ...]) -> None:
        if self._call and all(one.id != self._call for one in calls):
            self._call = ""
            self._since_ms = self.kiosk.now_ms()
            self._change(state="coming", shown=True)

    def _change(self, **changes: object) -> None:
        self._inputs = replace(
            self._inputs,
            language=self.kiosk.desk.language,
            **changes,  # type: ignore[arg-type]
        )
        self.show(derive_calling(self._inputs))

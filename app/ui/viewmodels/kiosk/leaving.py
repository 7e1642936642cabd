"""The way out of the kiosk for staff: a corner held for three seconds, then a PIN."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.services.staff import Approved, LockedOut, NotASupervisor, WrongPin, approve
from app.ui.people import locked_sentence, wrong_pin_sentence
from app.ui.typed import latin_digits
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

HOLD_MS: Final = 3_000
Answer = Approved | NotASupervisor | WrongPin | LockedOut


@dataclass(frozen=True, slots=True)
class LeavingInputs:
    """What was typed and what came of it."""

    pin: str = ""
    checking: bool = False
    answer: Answer | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class LeavingProps:
    """What QML reads."""

    pin: str = ""
    checking: bool = False
    message: str = ""


def derive_leaving(inputs: LeavingInputs) -> LeavingProps:
    """Return what the screen shows."""
    return LeavingProps(inputs.pin, inputs.checking, _message(inputs.answer))


def _message(answer: Answer | None) -> str:
    match answer:
        case WrongPin():
            return wrong_pin_sentence(answer)
        case LockedOut():
            return locked_sentence(answer)
        case _:
            return ""


@QmlElement
@QmlUncreatable("built by the kiosk")
class LeavingViewModel(KioskScreen, props=LeavingProps):
    """Asks for the PIN of anybody who works here; then calls `left`. Nobody's name is shown."""

    def __init__(self, kiosk: Kiosk, left: Callable[[], None]) -> None:
        super().__init__(kiosk)
        self._left = left
        self._inputs = LeavingInputs()
        self._held_ms: int | None = None

    def leave(self) -> None:
        """Forget what was typed."""
        self.wipe()

    def wipe(self) -> None:
        """Forget what was typed."""
        self._held_ms = None
        self._inputs = LeavingInputs()
        self._change()

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def let_go(self) -> None:
        """Let it be tried again."""
        self._change(checking=False)

    @Slot()
    def hold(self) -> None:
        """The corner is pressed."""
        self._held_ms = self.kiosk.now_ms()

    @Slot()
    def release(self) -> None:
        """The corner is let go: three seconds later than it was pressed, the screen opens."""
        held_ms, self._held_ms = self._held_ms, None
        if held_ms is not None and self.kiosk.now_ms() - held_ms >= HOLD_MS:
            self.kiosk.go("exit")

    @Slot(str)
    def typePin(self, text: str) -> None:
        """Take the PIN as typed so far."""
        self._change(pin=latin_digits(text), answer=None)

    @Slot()
    def submit(self) -> None:
        """Check the PIN."""
        shop, pin = self.kiosk.shop, self._inputs.pin
        if not pin or self._inputs.checking:
            return
        self._change(checking=True)
        self.kiosk.ask(lambda: approve(shop, pin), self._answered)

    def _answered(self, answer: Answer) -> None:
        self._change(checking=False, pin="", answer=answer)
        # Whoever works here may close the kiosk: no supervisor is needed for it.
        if isinstance(answer, Approved | NotASupervisor):
            self._left()

    def _change(self, **changes: object) -> None:
        self._inputs = replace(
            self._inputs,
            language=self.kiosk.desk.language,
            **changes,  # type: ignore[arg-type]
        )
        self.show(derive_leaving(self._inputs))

"""A supervisor's PIN, asked for in place."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import assert_never

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.domain.staff import may_approve
from app.services import staff
from app.services.staff import Approved, LockedOut, NotASupervisor, WrongPin
from app.ui.desk import Desk
from app.ui.people import locked_sentence, wrong_pin_sentence
from app.ui.snapshot import ViewModel
from app.ui.typed import latin_digits
from app.ui.uncreatable import QmlUncreatable
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
Answer = Approved | WrongPin | LockedOut | NotASupervisor


@dataclass(frozen=True, slots=True)
class ApprovalInputs:
    """What is asked for, what was typed, what the answer was."""

    wanted: bool = False
    reason: str = ""
    pin: str = ""
    checking: bool = False
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class ApprovalProps:
    """What QML reads."""

    wanted: bool = False
    reason: str = ""
    pin: str = ""
    message: str = ""


def derive_approval(inputs: ApprovalInputs) -> ApprovalProps:
    """Return what the panel shows."""
    return ApprovalProps(inputs.wanted, inputs.reason, inputs.pin, _message(inputs.answer))


def _message(answer: Answer | None) -> str:
    match answer:
        case None | Approved():
            return ""
        case WrongPin():
            return wrong_pin_sentence(answer)
        case LockedOut():
            return locked_sentence(answer)
        case NotASupervisor():
            return translate(
                "approval", "{name} may not approve this. A supervisor or the owner can."
            ).format(name=answer.staff.name)
        case _:
            assert_never(answer)


@QmlElement
@QmlUncreatable("built by the counter")
class ApprovalViewModel(ViewModel, props=ApprovalProps):
    """Asks for the PIN and hands the approver's id on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._inputs = ApprovalInputs()
        self._then: Callable[[str], None] = _nobody

    def ask(self, reason: str, then: Callable[[str], None], *, always: bool = False) -> None:
        """Call `then` with who approves; at once if who is signed in may approve.

        `always` asks them for their PIN too.
        """
        signed_in = self._desk.staff
        if signed_in is not None and may_approve(signed_in.role) and not always:
            then(signed_in.id)
            return
        self._then = then
        self._change(ApprovalInputs(wanted=True, reason=reason))

    def _change(self, inputs: ApprovalInputs) -> None:
        self._inputs = inputs
        self.show(derive_approval(inputs))

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change(self._inputs)

    @Slot(str)
    def typePin(self, text: str) -> None:
        """Take the PIN as typed so far."""
        self._change(replace(self._inputs, pin=latin_digits(text), answer=None))

    @Slot()
    def cancel(self) -> None:
        """Do it after all not."""
        self._then = _nobody
        self._change(ApprovalInputs())

    @Slot()
    def submit(self) -> None:
        """Check the PIN."""
        if not self._inputs.pin or self._inputs.checking:
            return
        shop, pin, then = self._desk.shop, self._inputs.pin, self._then
        self._change(replace(self._inputs, checking=True))

        def done(answer: Answer) -> None:
            # A PIN is for what was on the screen when it was typed, and for whoever was there.
            if then is self._then and self._desk.staff is not None:
                self._answered(answer)

        self._desk.jobs.run(lambda: staff.approve(shop, pin), done)

    def _answered(self, answer: Answer) -> None:
        self._change(replace(self._inputs, checking=False, pin="", answer=answer))
        if isinstance(answer, Approved):
            then = self._then
            self.cancel()
            then(answer.staff.id)


def _nobody(_approver: str) -> None:
    """Nothing waits for an approval."""

"""A member's PIN on the customer's display: typed there, seen by nobody else."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement

from app.domain.staff import PIN_MAX, WeakPin
from app.services.cards import MemberUnknown
from app.services.member_pins import PinRight, PinSaved, check_pin, set_member_pin
from app.services.pins import LockedOut, WrongPin
from app.services.writing import DiskFull
from app.ui.desk import Desk
from app.ui.member_pins import PinAsk, PinEnd, PinSeen
from app.ui.people import locked_sentence, wrong_pin_sentence
from app.ui.pin_sentences import Step, pin_words, weak_pin_sentence
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

Answer = TypeVar("Answer")
Said = Callable[[], str]
"""A sentence, said in the language in force when it is called."""
_FIRST_STEP: Final[dict[Literal["check", "set"], Step]] = {"check": "prove", "set": "new"}


def _nothing() -> str:
    return ""


@dataclass(frozen=True, slots=True)
class PadInputs:
    """Where the member stands; of what was typed only how much."""

    step: Step = ""
    count: int = 0
    said: Said = _nothing
    busy: bool = False


@dataclass(frozen=True, slots=True)
class PadProps:
    """What QML reads: `count` dots, never a digit. `asked` = the display asks for a PIN."""

    asked: bool = False
    typing: bool = False
    title: str = ""
    text: str = ""
    count: int = 0
    message: str = ""
    dots: str = ""
    okLabel: str = ""
    eraseLabel: str = ""
    cancelLabel: str = ""


def derive_pad(inputs: PadInputs) -> PadProps:
    """Return what the pad shows, said in the language in force."""
    if not inputs.step:
        return PadProps()
    title, text, _ = pin_words(inputs.step)
    done = inputs.step == "done"
    return PadProps(
        asked=True,
        typing=not done,
        title=title,
        text=text,
        count=inputs.count,
        message=inputs.said(),
        okLabel=translate("display", "OK"),
        eraseLabel=translate("display", "Delete the last digit"),
        cancelLabel=translate("display", "Done") if done else translate("display", "Not now"),
        dots=""
        if done
        else translate("display", "{count} digit(s) typed", None, inputs.count).format(
            count=inputs.count
        ),
    )


@QmlElement
@QmlUncreatable("built by the display")
class PinPadViewModel(ViewModel, props=PadProps):
    """Takes digit after digit. They are in no property and no log, and go when it is over."""

    changed = Signal()
    lockWanted = Signal()

    def __init__(self, desk: Desk, broke: Callable[[Exception], None]) -> None:
        super().__init__()
        self._desk = desk
        self._broke = broke
        self._ask: PinAsk | None = None
        self._language = ""
        self._forget()

    def _forget(self) -> None:
        self._typed = self._first = ""
        self._inputs = PadInputs()

    # ------------------------------------------------------------ asking

    def ask(self, ask: PinAsk) -> None:
        """Ask a member; whoever was asked before is told that it was cancelled."""
        self.cancel()
        self._ask = ask
        self._language = ask.language
        self._begin(_FIRST_STEP[ask.purpose])

    @Slot()
    def cancel(self) -> None:
        """Ask no more; whoever waits is told."""
        self._end("cancelled")

    @Slot()
    def lock(self) -> None:
        """Ask no more, and lock the till: the cashier has pressed its key."""
        self.cancel()
        self.lockWanted.emit()

    @Slot()
    def instead(self) -> None:
        """Go the other way, if there is one: the cashier has pressed its key."""
        if self._ask is not None:
            self._ask.instead()

    def refresh(self) -> None:
        """Show how it stands."""
        if not self._inputs.step:
            self.show(PadProps())
        else:
            with self._desk.words.aside(self._language):
                self.show(derive_pad(self._inputs))
        self.changed.emit()
        if self._ask is not None:
            said = self._inputs.said
            self._ask.progress(PinSeen(self._inputs.step, self._inputs.count, said()))

    # ------------------------------------------------------------ typing

    @Slot(str)
    def press(self, digit: str) -> None:
        """Take one more digit."""
        if self._takes() and digit in "0123456789" and len(self._typed) < PIN_MAX:
            self._type(self._typed + digit)

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        if self._takes():
            self._type(self._typed[:-1])

    def retype(self) -> None:
        """Forget what was typed so far."""
        if self._takes() and self._typed:
            self._type("")

    @Slot()
    def submit(self) -> None:
        """Take what was typed as the answer."""
        ask = self._ask
        if ask is None or not self._takes() or not self._typed:
            return
        shop, pin = self._desk.shop, self._typed
        match self._inputs.step:
            case "prove":
                self._wait(lambda: check_pin(shop, ask.member, pin), self._checked)
            case "new":
                self._first = pin
                self._begin("again")
            case _ if pin != self._first:
                self._begin("new", _two_different)
            case _:
                self._wait(lambda: set_member_pin(shop, ask.staff, ask.member, pin), self._saved)

    def _takes(self) -> bool:
        return self._ask is not None and not self._inputs.busy

    def _type(self, text: str) -> None:
        self._typed = text
        self._inputs = replace(self._inputs, count=len(text), said=_nothing)
        self.refresh()

    def _begin(self, step: Step, said: Said = _nothing) -> None:
        self._typed = ""
        if step != "again":
            self._first = ""
        self._inputs = PadInputs(step, said=said)
        self.refresh()

    # ------------------------------------------------------------ answers

    def _wait(self, work: Callable[[], Answer], answered: Callable[[Answer], None]) -> None:
        ask = self._ask
        self._inputs = replace(self._inputs, busy=True)

        def done(answer: Answer) -> None:
            # An answer to somebody who was asked before is nobody's.
            if ask is self._ask:
                answered(answer)

        def failed(error: Exception) -> None:
            if ask is self._ask:
                self._end("failed")
            self._broke(error)

        self._desk.jobs.run(work, done, failed)

    def _checked(self, answer: PinRight | WrongPin | LockedOut) -> None:
        match answer:
            case PinRight():
                self._end("right")
            case WrongPin():
                self._begin("prove", lambda: wrong_pin_sentence(answer))
            case LockedOut():
                self._begin("prove", lambda: locked_sentence(answer))

    def _saved(self, answer: PinSaved | WeakPin | MemberUnknown | DiskFull) -> None:
        match answer:
            case PinSaved():
                self._end("saved")
            case WeakPin():
                self._begin("new", lambda: weak_pin_sentence(answer))
            case MemberUnknown() | DiskFull():
                self._end("failed")

    def _end(self, end: PinEnd) -> None:
        ask, self._ask = self._ask, None
        self._forget()
        if ask is None:
            self._language = ""
            self.refresh()
            return
        if end == "saved":
            self._inputs = PadInputs("done")
        else:
            self._language = ""
        self.refresh()
        ask.done(end)


def _two_different() -> str:
    return translate("kiosk", "These were two different PINs. Choose one again.")

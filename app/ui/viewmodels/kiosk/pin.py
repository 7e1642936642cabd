"""The member's PIN at the kiosk: giving it before much is spent, choosing it, changing it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.domain.staff import WeakPin
from app.services.cards import MemberUnknown
from app.services.member_pins import PinRight, PinSaved, check_pin, has_pin, set_member_pin
from app.services.phone_proofs import PhoneFits, ProofOutcome, prove_phone
from app.services.pins import LockedOut, WrongPin
from app.services.writing import DiskFull
from app.ui.people import locked_sentence, wrong_pin_sentence
from app.ui.pin_sentences import Step, pin_words, proof_refused, weak_pin_sentence
from app.ui.typed import latin_digits
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

SELF: Final = ""
"""Nobody of the staff: the member does it alone."""


@dataclass(frozen=True, slots=True)
class PinInputs:
    """All that the overlay depends on; `first` is the PIN typed before it is typed again."""

    step: Step = ""
    typed: str = ""
    first: str = ""
    message: str = ""
    busy: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True)
class PinProps:
    """What QML reads. `step` "" = the overlay is closed; `secret` hides what is typed."""

    step: str = ""
    title: str = ""
    text: str = ""
    typed: str = ""
    label: str = ""
    secret: bool = True
    typing: bool = False
    message: str = ""
    busy: bool = False


def derive_pin(inputs: PinInputs) -> PinProps:
    """Return what the overlay shows."""
    title, text, label = pin_words(inputs.step)
    return PinProps(
        step=inputs.step,
        title=title,
        text=text,
        typed=inputs.typed,
        label=label,
        secret=inputs.step != "phone",
        typing=inputs.step in ("prove", "phone", "new", "again"),
        message=inputs.message,
        busy=inputs.busy,
    )


@QmlElement
@QmlUncreatable("built by the kiosk")
class PinViewModel(KioskScreen, props=PinProps):
    """An overlay on any screen of a visit."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._inputs = PinInputs()
        self._then: Callable[[], None] | None = None
        kiosk.proving.connect(self._prove)

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def wipe(self) -> None:
        """Forget what was typed and what was to follow."""
        self._then = None
        self._inputs = PinInputs()
        self._change()

    def let_go(self) -> None:
        """Let it be tried again."""
        self._change(busy=False)

    # ------------------------------------------------------------ opening

    def _prove(self, then: Callable[[], None]) -> None:
        self.wipe()

        def asked(has: bool) -> None:  # noqa: FBT001 - an answer
            self._then = then
            self._change(step="prove" if has else "none")

        self._ask_for_pin(asked)

    @Slot()
    def choose(self) -> None:
        """Choose a PIN, or another one: who has one gives it first, who has none their phone."""
        visit = self.kiosk.visit
        if visit is None:
            return
        if visit.proven or visit.joined:
            self._begin_new()
        elif self._inputs.step == "none":
            self._change(step="phone", typed="", message="")
        else:
            self.wipe()
            self._ask_for_pin(self._prove_first)

    def _ask_for_pin(self, done: Callable[[bool], None]) -> None:
        shop, member = self.kiosk.shop, self.kiosk.member
        self.kiosk.ask(lambda: has_pin(shop, member), done)

    def _prove_first(self, has: bool) -> None:  # noqa: FBT001 - an answer
        self._then = self._begin_new if has else None
        self._change(step="prove" if has else "phone")

    def _begin_new(self) -> None:
        self._change(step="new", typed="", first="", message="", busy=False)

    # ------------------------------------------------------------ typing

    @Slot(str)
    def type(self, text: str) -> None:
        """Take what was typed so far."""
        self._change(typed=latin_digits(text), message="")

    @Slot()
    def submit(self) -> None:
        """Take what was typed as the answer to what was asked."""
        shop, member, inputs = self.kiosk.shop, self.kiosk.member, self._inputs
        if inputs.busy or not (inputs.typed or inputs.step == "done"):
            return
        match inputs.step:
            case "prove":
                self._change(busy=True)
                self.kiosk.ask(lambda: check_pin(shop, member, inputs.typed), self._checked)
            case "phone":
                self._change(busy=True)
                self.kiosk.ask(lambda: prove_phone(shop, member, inputs.typed), self._phone_checked)
            case "new":
                self._change(step="again", first=inputs.typed, typed="")
            case "again":
                self._repeated()
            case _:
                self.close()

    @Slot()
    def close(self) -> None:
        """Go back to the screen behind; what was to follow does not."""
        self.wipe()

    # ------------------------------------------------------------ answers

    def _checked(self, answer: PinRight | WrongPin | LockedOut) -> None:
        if isinstance(answer, PinRight):
            self.kiosk.proven()
        if self._inputs.step != "prove":
            return  # closed meanwhile
        match answer:
            case PinRight():
                self._follow()
            case WrongPin():
                self._change(busy=False, typed="", message=wrong_pin_sentence(answer))
            case LockedOut():
                self._change(busy=False, typed="", message=locked_sentence(answer))

    def _phone_checked(self, answer: ProofOutcome) -> None:
        if self._inputs.step != "phone":
            return  # closed meanwhile
        if isinstance(answer, PhoneFits):
            self._begin_new()
            return
        country = self.kiosk.shop.programme.country
        self._change(busy=False, typed="", message=proof_refused(answer, country))

    def _repeated(self) -> None:
        inputs = self._inputs
        if inputs.typed != inputs.first:
            message = translate("kiosk", "These were two different PINs. Choose one again.")
            self._change(step="new", typed="", first="", message=message)
            return
        shop, member = self.kiosk.shop, self.kiosk.member
        self._change(busy=True)
        self.kiosk.ask(lambda: set_member_pin(shop, SELF, member, inputs.typed), self._saved)

    def _saved(self, outcome: PinSaved | WeakPin | MemberUnknown | DiskFull) -> None:
        match outcome:
            case PinSaved():
                self.kiosk.proven()
                if self._then is not None:
                    self._follow()
                else:
                    self._change(step="done", typed="", first="", busy=False, message="")
            case WeakPin():
                self._change(
                    step="new", typed="", first="", busy=False, message=weak_pin_sentence(outcome)
                )
            case MemberUnknown() | DiskFull():
                message = translate("kiosk", "The PIN could not be kept. Please ask us.")
                self._change(step="new", typed="", first="", busy=False, message=message)

    def _follow(self) -> None:
        then, self._then = self._then, None
        self._inputs = PinInputs()
        self._change()
        if then is not None:
            then()

    def _change(self, **changes: object) -> None:
        self._inputs = replace(
            self._inputs,
            language=self.kiosk.desk.language,
            **changes,  # type: ignore[arg-type]
        )
        self.show(derive_pin(self._inputs))

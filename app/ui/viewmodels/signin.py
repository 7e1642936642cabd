"""Who is at the till: a name and a PIN."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import assert_never

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain.names import initial
from app.services import staff
from app.services.staff import LockedOut, SignedIn, StaffCard, WrongPin
from app.ui.desk import Desk
from app.ui.people import locked_sentence, role_name, wrong_pin_sentence
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.typed import latin_digits
from app.ui.uncreatable import QmlUncreatable
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
Answer = SignedIn | WrongPin | LockedOut


@dataclass(frozen=True, slots=True)
class SignInInputs:
    """All that the screen depends on; `kept` says that a half-typed bill waits behind it."""

    people: tuple[StaffCard, ...] = ()
    loaded: bool = False
    chosen: int = -1
    pin: str = ""
    checking: bool = False
    answer: Answer | None = None
    kept: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True)
class SignInProps:
    """What QML reads."""

    chosen: int = -1
    name: str = ""
    pin: str = ""
    message: str = ""
    note: str = ""
    checking: bool = False
    nobody: str = ""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One name to choose."""

    name: str
    role: str
    initial: str


def derive_sign_in(inputs: SignInInputs) -> SignInProps:
    """Return what the screen shows."""
    person = inputs.people[inputs.chosen] if inputs.chosen >= 0 else None
    return SignInProps(
        chosen=inputs.chosen,
        name=person.name if person else "",
        pin=inputs.pin,
        message=_message(inputs.answer),
        note=translate("signin", "Your bill is kept. Sign in to go on.") if inputs.kept else "",
        checking=inputs.checking,
        nobody=""
        if inputs.people or not inputs.loaded
        else translate("signin", "Nobody can sign in yet. Run “sikka shop create” first."),
    )


def _message(answer: Answer | None) -> str:
    match answer:
        case None | SignedIn():
            return ""
        case WrongPin():
            return wrong_pin_sentence(answer)
        case LockedOut():
            return locked_sentence(answer)
        case _:
            assert_never(answer)


@QmlElement
@QmlUncreatable("built by the station")
class SignInViewModel(ViewModel, props=SignInProps):
    """Asks for name and PIN; calls `signed_in` with who it is."""

    def __init__(self, desk: Desk, signed_in: Callable[[StaffCard], None]) -> None:
        super().__init__()
        self._desk = desk
        self._signed_in = signed_in
        self._people = Rows(PersonRow, self)
        self._inputs = SignInInputs()

    @Property(Rows, constant=True)
    def people(self) -> Rows:
        """The names, as rows."""
        return self._people

    def open(self, *, kept: bool = False) -> None:
        """Begin anew with nobody's PIN typed; read who works here now."""
        chosen = self._inputs.chosen
        self._change(SignInInputs(self._inputs.people, self._inputs.loaded, chosen, kept=kept))
        shop = self._desk.shop
        self._desk.jobs.run(lambda: staff.list_staff(shop), self._loaded)

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change(self._inputs)

    def _loaded(self, people: tuple[StaffCard, ...]) -> None:
        chosen = self._inputs.chosen if self._inputs.chosen < len(people) else -1
        self._change(replace(self._inputs, people=people, loaded=True, chosen=chosen))

    def _change(self, inputs: SignInInputs) -> None:
        self._inputs = replace(inputs, language=self._desk.language)
        self._people.set(
            [PersonRow(one.name, role_name(one.role), initial(one.name)) for one in inputs.people]
        )
        self.show(derive_sign_in(self._inputs))

    @Slot(int)
    def choose(self, person: int) -> None:
        """Choose a name."""
        self._change(replace(self._inputs, chosen=person, pin="", answer=None))

    @Slot(str)
    def typePin(self, text: str) -> None:
        """Take the PIN as typed so far."""
        self._change(replace(self._inputs, pin=latin_digits(text), answer=None))

    @Slot()
    def submit(self) -> None:
        """Check the PIN."""
        inputs = self._inputs
        if inputs.chosen < 0 or not inputs.pin or inputs.checking:
            return
        self._change(replace(inputs, checking=True))
        shop, person, pin = self._desk.shop, inputs.people[inputs.chosen], inputs.pin
        self._desk.jobs.run(lambda: staff.sign_in(shop, person.id, pin), self._answered)

    def _answered(self, answer: Answer) -> None:
        self._change(replace(self._inputs, checking=False, pin="", answer=answer))
        if isinstance(answer, SignedIn):
            self._signed_in(answer.staff)

"""The launcher: the shop's hub and its stations on this computer, and whether each is open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol, assert_never

from PySide6.QtCore import Property, QTimer, Slot
from PySide6.QtQml import QmlElement

from app.services.demo import DemoStaff
from app.ui.people import role_name
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.root import LanguageChoice
from app.ui.words import NAMES, SHORT_NAMES, Words, translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_LOOK_MS = 250

State = Literal["opening", "open", "closed", "failed"]


class Standing(Protocol):
    """How one process stands; `reason` is what it said last before it fell."""

    @property
    def name(self) -> str:
        """Which one: hub, counter, kiosk or redemption."""

    @property
    def state(self) -> State:
        """Whether it is open."""

    @property
    def reason(self) -> str:
        """Why it is not, as far as it said."""


class Crew(Protocol):
    """The processes that the launcher shows; asking them never waits."""

    def standings(self) -> Sequence[Standing]:
        """Return how each one stands, in the order they are shown."""

    def open(self, name: str) -> None:
        """Have one opened again."""


@dataclass(frozen=True, slots=True)
class LauncherInputs:
    """All that the launcher depends on."""

    standings: tuple[Standing, ...] = ()
    people: tuple[DemoStaff, ...] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class LauncherProps:
    """What QML reads."""

    language: str = "en"
    people: str = ""


@dataclass(frozen=True, slots=True)
class ProcessRow:
    """One line of the launcher. `standing` is a `State`; `mayOpen` says that it can be opened."""

    name: str
    title: str
    purpose: str
    standing: str
    said: str
    trouble: str
    mayOpen: bool


def rows_of(inputs: LauncherInputs) -> list[ProcessRow]:
    """Return the lines."""
    return [
        ProcessRow(
            one.name,
            _title(one.name),
            _purpose(one.name),
            one.state,
            _said(one.state),
            _trouble(one),
            one.state in ("closed", "failed"),
        )
        for one in inputs.standings
    ]


def derive_launcher(inputs: LauncherInputs) -> LauncherProps:
    """Return what the launcher shows beside its lines."""
    people = " · ".join(
        translate("launcher", "{name} ({role}): {pin}").format(
            name=one.name, role=role_name(one.role), pin=one.pin
        )
        for one in inputs.people
    )
    return LauncherProps(language=inputs.language, people=people)


def _title(name: str) -> str:
    match name:
        case "hub":
            return translate("launcher", "Hub")
        case "counter":
            return translate("launcher", "Counter")
        case "kiosk":
            return translate("launcher", "Kiosk")
        case "training":
            return translate("launcher", "Practice counter")
        case _:
            return translate("launcher", "Redemption screen")


def _purpose(name: str) -> str:
    match name:
        case "hub":
            return translate("launcher", "Keeps the three screens in step.")
        case "counter":
            return translate(
                "launcher", "Staff record bills here; a window beside it is the customer's."
            )
        case "kiosk":
            return translate("launcher", "Members see their coins and choose rewards.")
        case "training":
            return translate("launcher", "Try everything here: nothing of it counts.")
        case _:
            return translate("launcher", "Staff hand rewards over.")


def _said(state: State) -> str:
    match state:
        case "opening":
            return translate("launcher", "Opening…")
        case "open":
            return translate("launcher", "Running")
        case "closed":
            return translate("launcher", "Closed")
        case "failed":
            return translate("launcher", "Stopped")
        case _:
            assert_never(state)


def _trouble(one: Standing) -> str:
    """Say why it fell; empty when it did not, or is well again."""
    if not one.reason or one.state in ("open", "closed"):
        return ""
    if one.state == "opening":
        sentence = translate("launcher", "It stopped and is being opened again. It said: {reason}")
    else:
        sentence = translate(
            "launcher", "It keeps stopping. Press Open to try again. It said: {reason}"
        )
    return sentence.format(reason=one.reason)


@QmlElement
@QmlUncreatable("built by the launcher's window")
class LauncherViewModel(ViewModel, props=LauncherProps):
    """Shows a crew, and opens again what is closed."""

    def __init__(
        self,
        crew: Crew,
        people: Sequence[DemoStaff],
        words: Words,
        retranslate: Callable[[], None],
    ) -> None:
        super().__init__()
        self._crew = crew
        self._words = words
        self._retranslate = retranslate
        self._processes = Rows(ProcessRow, self)
        self._languages = Rows(LanguageChoice, self)
        self._inputs = LauncherInputs(people=tuple(people))
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self.look)
        self.look()

    @Property(Rows, constant=True)
    def processes(self) -> Rows:
        """Hub and stations, as rows."""
        return self._processes

    @Property(Rows, constant=True)
    def languages(self) -> Rows:
        """The languages to choose from, as rows."""
        return self._languages

    def open(self) -> None:
        """Begin to look at the crew."""
        self._clock.start()

    def close(self) -> None:
        """Look no longer."""
        self._clock.stop()

    def look(self) -> None:
        """Show how the crew stands now."""
        self._change(replace(self._inputs, standings=tuple(self._crew.standings())))

    @Slot(str)
    def openAgain(self, name: str) -> None:
        """Open what was closed or fell."""
        self._crew.open(name)

    @Slot(str)
    def setLanguage(self, code: str) -> None:
        """Speak another language from now on."""
        if code in NAMES and code != self._words.language:
            self._words.use(code)
            self._retranslate()
            self._change(self._inputs)

    def _change(self, inputs: LauncherInputs) -> None:
        spoken = self._words.language
        self._inputs = replace(inputs, language=spoken)
        self._processes.set(rows_of(self._inputs))
        self._languages.set(
            [LanguageChoice(one, SHORT_NAMES[one], NAMES[one], one == spoken) for one in NAMES]
        )
        self.show(derive_launcher(self._inputs))

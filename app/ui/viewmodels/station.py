"""The counter's station: which screen is on, who is signed in, which language is spoken."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from app.domain.stores import store_name
from app.hardware.scanner import Scanner
from app.services.staff import StaffCard
from app.ui.desk import Desk
from app.ui.people import role_name
from app.ui.sentences import trouble
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.conflicts import ConflictsViewModel
from app.ui.viewmodels.connection import ConnectionViewModel
from app.ui.viewmodels.printing import PrintingViewModel
from app.ui.viewmodels.staffed import NEVER, StaffedViewModel
from app.ui.viewmodels.training import TrainingViewModel
from app.ui.words import translate

if TYPE_CHECKING:
    from app.ui.viewmodels.counter import CounterViewModel
else:
    # Loaded after the first picture (decisions/0031); to Qt it is an object like any other.
    CounterViewModel = QObject

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_NEWS_MS = 1_000


@dataclass(frozen=True, slots=True)
class StationInputs:
    """All that the frame around the screens depends on."""

    screen: str = "signin"
    language: str = "en"
    shop_name: str = ""
    till: str = ""
    store: str = ""
    staff: StaffCard | None = None
    trouble: bool = False
    sending: str = ""
    scanner_problem: str = ""


@dataclass(frozen=True, slots=True)
class StationProps:
    """What QML reads. `screen` is signin or counter."""

    screen: str = "signin"
    language: str = "en"
    title: str = ""
    store: str = ""
    status: str = ""
    statusGood: bool = True
    scanner: str = ""
    scannerGood: bool = True
    scannerProblem: str = ""
    staff: str = ""


def derive_station(inputs: StationInputs) -> StationProps:
    """Return what the frame shows."""
    staff = inputs.staff
    return StationProps(
        screen=inputs.screen,
        language=inputs.language,
        title=" · ".join(part for part in (inputs.shop_name, inputs.till) if part),
        store=store_name(inputs.store),
        status=translate("station", "Trouble: call your supervisor")
        if inputs.trouble
        else inputs.sending or translate("station", "All sales saved"),
        statusGood=not inputs.trouble,
        scanner=translate("station", "Scanner"),
        scannerGood=not inputs.scanner_problem,
        scannerProblem=inputs.scanner_problem,
        staff=translate("station", "{name} ({role})").format(
            name=staff.name, role=role_name(staff.role)
        )
        if staff
        else "",
    )


@QmlElement
@QmlUncreatable("built by the application")
class StationViewModel(StaffedViewModel, props=StationProps):
    """The root of the counter's view models."""

    failure = "a job of the counter failed"

    def __init__(self, desk: Desk, scanner: Scanner, retranslate: Callable[[], None]) -> None:
        super().__init__(desk, scanner, retranslate, ConnectionViewModel(desk), _NEWS_MS)
        self._made: CounterViewModel | None = None
        self._joins: list[Callable[[CounterViewModel], None]] = []
        self._connection.changed.connect(self._refresh_frame)
        self._conflicts = ConflictsViewModel(desk, self._connection.look)
        self._printing = PrintingViewModel(desk)
        self._printing.broke.connect(self.failed)
        self._training = TrainingViewModel(desk)
        self._parts = (
            *self._parts,
            self._conflicts,
            self._printing,
            self._training,
        )
        self._refresh_frame()

    @Property(CounterViewModel, constant=True)
    def counter(self) -> CounterViewModel:
        """The counter, made when it is first asked for."""
        return self.make_counter()

    def make_counter(self) -> CounterViewModel:
        """Return the counter; it is made now if nobody asked before."""
        if self._made is None:
            from app.ui.viewmodels.counter import CounterViewModel  # noqa: PLC0415 - see above

            self._made = made = CounterViewModel(self._desk)
            made.broke.connect(self.failed)
            made.hear(lambda: self._scanner.ended_by)
            self._parts = (*self._parts, made)
            self._mark = NEVER  # All that waits is news to it.
            for join in self._joins:
                join(made)
        return self._made

    def when_made(self, join: Callable[[CounterViewModel], None]) -> None:
        """Call `join` with the counter as soon as there is one."""
        if self._made is None:
            self._joins.append(join)
        else:
            join(self._made)

    @Property(ConflictsViewModel, constant=True)
    def conflicts(self) -> ConflictsViewModel:
        """What turned out otherwise than was said here."""
        return self._conflicts

    @Property(PrintingViewModel, constant=True)
    def printing(self) -> PrintingViewModel:
        """The receipt printer."""
        return self._printing

    @Property(TrainingViewModel, constant=True)
    def training(self) -> TrainingViewModel:
        """The practice shop."""
        return self._training

    def look(self) -> None:
        """Look for news, and how the printer stands."""
        super().look()
        self._printing.look()

    def _load(self) -> None:
        """Read who calls, who is gone, and how much waits for a supervisor."""
        super()._load()
        if self._made is not None:
            self._made.follow()

    def close(self) -> None:
        """Stop listening and ticking; keep a half-typed bill."""
        self._printing.close()
        if self._made is not None:
            self._made.close()
        super().close()

    def failed(self, error: Exception) -> None:
        """Show that a job failed in a way nobody foresaw; the log keeps how."""
        super().failed(error)
        if self._made is not None:
            self._made.say_trouble(trouble())

    def _tick(self) -> None:
        """Follow the hour and the day; a new day's rules are read away from the screen."""
        shop = self._desk.shop
        self._desk.jobs.run(lambda: shop.rules, self._follow_rules)
        self._load()

    def _follow_rules(self, _: object) -> None:
        if self._made is not None:
            self._made.refresh()

    def signed_in(self, staff: StaffCard) -> None:
        """Open the counter for somebody whose PIN was right."""
        counter = self.make_counter()  # first: Qt can only read a screen whose types it knows
        super().signed_in(staff)
        counter.open()

    def _put_away(self) -> bool:
        """Keep the half-typed bill."""
        return self.make_counter().lock()

    def _take(self, text: str, source: str) -> None:
        self.make_counter().scan(text, source)

    def _refresh_frame(self) -> None:
        super()._refresh_frame()
        desk = self._desk
        inputs = StationInputs(
            screen="counter" if desk.staff else "signin",
            language=desk.language,
            shop_name=desk.say(desk.shop.programme.name),
            till=desk.shop.till,
            store=desk.shop.store,
            staff=desk.staff,
            trouble=self._trouble or bool(desk.shop.trouble),
            sending=self._connection.props.sending,
            scanner_problem=self._scanner.problem,
        )
        self.show(derive_station(inputs))

"""The station: which screen is on, who is signed in, which language is spoken."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QTimer, Slot
from PySide6.QtQml import QmlElement

from app.hardware.scanner import Scanner
from app.services import changes
from app.services.staff import StaffCard
from app.sync.status import SyncStatus
from app.ui.desk import Desk
from app.ui.mishaps import note
from app.ui.people import role_name
from app.ui.rows import Rows
from app.ui.sentences import trouble
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.calls import HelpCallsViewModel
from app.ui.viewmodels.conflicts import ConflictsViewModel
from app.ui.viewmodels.connection import ConnectionViewModel
from app.ui.viewmodels.counter import CounterViewModel
from app.ui.viewmodels.signin import SignInViewModel
from app.ui.words import NAMES, SHORT_NAMES, translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_MINUTE_MS = 60_000
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


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """One language of the shop."""

    code: str
    label: str
    name: str
    chosen: bool


def derive_station(inputs: StationInputs) -> StationProps:
    """Return what the frame shows."""
    staff = inputs.staff
    return StationProps(
        screen=inputs.screen,
        language=inputs.language,
        title=" · ".join(part for part in (inputs.shop_name, inputs.till) if part),
        store=inputs.store,
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
class StationViewModel(ViewModel, props=StationProps):
    """The root of all view models."""

    def __init__(self, desk: Desk, scanner: Scanner, retranslate: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        self._scanner = scanner
        self._retranslate = retranslate
        self._trouble = False
        self._languages = Rows(LanguageChoice, self)
        self._counter = CounterViewModel(desk)
        self._counter.broke.connect(self.failed)
        self._sign_in = SignInViewModel(desk, self.signed_in)
        self._connection = ConnectionViewModel(desk)
        self._connection.broke.connect(self.failed)
        self._connection.changed.connect(self._refresh_frame)
        self._conflicts = ConflictsViewModel(desk, self._connection.look)
        self._help = HelpCallsViewModel(desk)
        self._help.broke.connect(self.failed)
        self._mark = (-1, -1)
        scanner.scanned.connect(self._scanned)
        scanner.problem_changed.connect(self._refresh_frame)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.lock)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._tick)
        self._news = QTimer(self)
        self._news.setInterval(_NEWS_MS)
        self._news.timeout.connect(self.look)
        self._refresh_frame()

    @Property(CounterViewModel, constant=True)
    def counter(self) -> CounterViewModel:
        """The counter."""
        return self._counter

    @Property(SignInViewModel, constant=True)
    def signIn(self) -> SignInViewModel:
        """The sign-in."""
        return self._sign_in

    @Property(ConnectionViewModel, constant=True)
    def connection(self) -> ConnectionViewModel:
        """The connection to the shop's other tills."""
        return self._connection

    @Property(ConflictsViewModel, constant=True)
    def conflicts(self) -> ConflictsViewModel:
        """What turned out otherwise than was said here."""
        return self._conflicts

    @Property(HelpCallsViewModel, constant=True)
    def help(self) -> HelpCallsViewModel:
        """Who waits for a person at a kiosk."""
        return self._help

    @Property(Rows, constant=True)
    def languages(self) -> Rows:
        """The shop's languages, as rows."""
        return self._languages

    def open(self) -> None:
        """Begin with the sign-in."""
        self._minute.start()
        self._news.start()
        self._connection.open()
        self._sign_in.open()

    def reach(self, status: Callable[[], SyncStatus]) -> None:
        """Ask `status` from now on how the station stands towards its hub."""
        self._desk.status = status
        self._connection.open()

    def close(self) -> None:
        """Stop listening and ticking; keep a half-typed bill."""
        self._idle.stop()
        self._minute.stop()
        self._news.stop()
        self._connection.close()
        self._counter.close()
        self._desk.staff = None

    def failed(self, error: Exception) -> None:
        """Show that a job failed in a way nobody foresaw; the log keeps how."""
        note("a job of the counter failed", error)
        self._trouble = True
        self._refresh_frame()
        self._counter.say_trouble(trouble())

    def _tick(self) -> None:
        """Follow the hour and the day; a new day's rules are read away from the screen."""
        shop = self._desk.shop
        self._desk.jobs.run(lambda: shop.rules, lambda _: self._counter.refresh())
        self._help.load()

    def look(self) -> None:
        """Look whether anything was recorded here or arrived; only then are the calls read."""
        mark = changes.mark(self._desk.shop)
        if mark != self._mark:
            self._mark = mark
            self._help.load()

    @Slot()
    def touched(self) -> None:
        """Somebody is there: begin counting idle time anew."""
        if self._desk.staff is not None:
            self._idle.start(self._desk.shop.programme.lock_minutes * _MINUTE_MS)

    def signed_in(self, staff: StaffCard) -> None:
        """Open the counter for somebody whose PIN was right."""
        self._desk.staff = staff
        self._refresh_frame()
        self.touched()
        self._counter.open()

    @Slot()
    def lock(self) -> None:
        """Ask for the PIN again; the half-typed bill stays."""
        if self._desk.staff is None:
            return
        self._idle.stop()
        self._counter.save_draft()
        self._desk.staff = None
        self._sign_in.open(kept=self._counter.has_bill)
        self._refresh_frame()

    def _scanned(self, text: str, source: str) -> None:
        self.touched()
        if self._desk.staff is not None:
            self._counter.scan(text, source)

    @Slot(str)
    def setLanguage(self, code: str) -> None:
        """Speak another of the shop's languages from now on."""
        if code == self._desk.language or code not in self._desk.shop.programme.languages:
            return
        self._desk.words.use(code)
        self._retranslate()
        self._refresh_frame()
        self._sign_in.refresh()
        self._connection.refresh()
        self._help.refresh()
        self._conflicts.refresh()
        self._counter.refresh()

    @Slot()
    def nextLanguage(self) -> None:
        """Speak the next of the shop's languages."""
        codes = self._desk.shop.programme.languages
        at = codes.index(self._desk.language) if self._desk.language in codes else -1
        self.setLanguage(codes[(at + 1) % len(codes)])

    def _refresh_frame(self) -> None:
        desk = self._desk
        programme = desk.shop.programme
        codes = programme.languages if len(programme.languages) > 1 else ()
        self._languages.set(
            [
                LanguageChoice(
                    code,
                    SHORT_NAMES.get(code, code),
                    NAMES.get(code, code),
                    code == desk.language,
                )
                for code in codes
            ]
        )
        inputs = StationInputs(
            screen="counter" if desk.staff else "signin",
            language=desk.language,
            shop_name=desk.say(programme.name),
            till=desk.shop.till,
            store=desk.shop.store,
            staff=desk.staff,
            trouble=self._trouble or bool(desk.shop.trouble),
            sending=self._connection.props.sending,
            scanner_problem=self._scanner.problem,
        )
        self.show(derive_station(inputs))

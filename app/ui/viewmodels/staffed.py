"""What the screens of staff share: who is signed in, the lock, who calls for help, news."""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import Property, QTimer, Slot

from app.hardware.scanner import Scanner
from app.services import changes
from app.services.staff import StaffCard
from app.ui.desk import Desk
from app.ui.viewmodels.calls import HelpCallsViewModel
from app.ui.viewmodels.connection import ConnectionViewModel
from app.ui.viewmodels.root import RootViewModel
from app.ui.viewmodels.signin import SignInViewModel

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

MINUTE_MS: Final = 60_000
NEVER: Final = (-1, -1)
"""No mark of what was recorded is this one: everything is news."""


class Speaking(Protocol):
    """A part of a screen that says everything anew in another language."""

    def refresh(self) -> None:
        """Say everything anew."""


class StaffedViewModel(RootViewModel):
    """The base of a screen that asks for a PIN; `news_ms` is how often it looks for news."""

    def __init__(
        self,
        desk: Desk,
        scanner: Scanner,
        retranslate: Callable[[], None],
        connection: ConnectionViewModel,
        news_ms: int,
    ) -> None:
        super().__init__(desk, retranslate, connection)
        self._scanner = scanner
        self._trouble = False
        self._mark = NEVER
        self._sign_in = SignInViewModel(desk, self.signed_in)
        self._help = HelpCallsViewModel(desk)
        self._help.broke.connect(self.failed)
        self._parts: tuple[Speaking, ...] = (self._sign_in, self._help)
        scanner.scanned.connect(self._scanned)
        scanner.problem_changed.connect(self._refresh_frame)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.lock)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._tick)
        self._look = QTimer(self)
        self._look.setInterval(news_ms)
        self._look.timeout.connect(self.look)

    @Property(SignInViewModel, constant=True)
    def signIn(self) -> SignInViewModel:
        """The sign-in."""
        return self._sign_in

    @Property(HelpCallsViewModel, constant=True)
    def help(self) -> HelpCallsViewModel:
        """Who waits for a person at a kiosk."""
        return self._help

    # ------------------------------------------------------------ life

    def open(self) -> None:
        """Begin with the sign-in."""
        self._minute.start()
        self._look.start()
        self._connection.open()
        self._sign_in.open()

    def close(self) -> None:
        """Stop listening and ticking; nobody is signed in any more."""
        for timer in (self._idle, self._minute, self._look):
            timer.stop()
        self._connection.close()
        self._desk.staff = None

    def failed(self, error: Exception) -> None:
        """Show that a job failed in a way nobody foresaw; the log keeps how."""
        super().failed(error)
        self._trouble = True
        self._refresh_frame()

    def look(self) -> None:
        """Look whether anything was recorded here or arrived; only then is anything read."""
        mark = changes.mark(self._desk.shop)
        if mark != self._mark:
            self._mark = mark
            self._load()

    def _load(self) -> None:
        """Read what may be new."""
        self._help.load()

    def _tick(self) -> None:
        """Follow the clock, once a minute."""
        self._load()

    # ------------------------------------------------------------ who is signed in

    @Slot()
    def touched(self) -> None:
        """Somebody is there: begin counting idle time anew."""
        if self._desk.staff is not None:
            self._idle.start(self._desk.shop.programme.lock_minutes * MINUTE_MS)

    def signed_in(self, staff: StaffCard) -> None:
        """Open the screen for somebody whose PIN was right."""
        self._desk.staff = staff
        self._refresh_frame()
        self.touched()

    @Slot()
    def lock(self) -> None:
        """Ask for the PIN again; nobody's name stays on the screen."""
        if self._desk.staff is None:
            return
        self._idle.stop()
        kept = self._put_away()
        self._desk.staff = None
        self._sign_in.open(kept=kept)
        self._refresh_frame()

    def _put_away(self) -> bool:
        """Put away what is on the screen; say whether it waits for whoever signs in."""
        return False

    # ------------------------------------------------------------ scans, language, frame

    def _scanned(self, text: str, source: str) -> None:
        self.touched()
        if self._desk.staff is not None:
            self._take(text, source)

    def _take(self, text: str, source: str) -> None:
        """Take what somebody signed in has scanned."""

    @Slot(str)
    def setLanguage(self, code: str) -> None:
        """Speak another of the shop's languages from now on."""
        if self._speak(code):
            self._refresh_frame()
            for part in self._parts:
                part.refresh()

    @Slot()
    def nextLanguage(self) -> None:
        """Speak the next of the shop's languages."""
        codes = self._desk.shop.programme.languages
        at = codes.index(self._desk.language) if self._desk.language in codes else -1
        self.setLanguage(codes[(at + 1) % len(codes)])

    def _refresh_frame(self) -> None:
        """Say what lies around the screen."""
        self._list_languages()

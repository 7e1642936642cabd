"""The redemption screen: who is signed in, which language is spoken, what news there are."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Property, QTimer, Slot
from PySide6.QtQml import QmlElement

from app.hardware.scanner import Scanner
from app.services import changes
from app.services.sounds import is_muted, mute
from app.services.staff import StaffCard
from app.sync.status import SyncStatus
from app.ui.desk import Desk
from app.ui.mishaps import note
from app.ui.people import role_name
from app.ui.redemption_offline import derive_redemption_connection
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.calls import HelpCallsViewModel
from app.ui.viewmodels.connection import ConnectionViewModel
from app.ui.viewmodels.redemption.hand_over import HandOverViewModel
from app.ui.viewmodels.redemption.waiting import WaitingViewModel
from app.ui.viewmodels.signin import SignInViewModel
from app.ui.viewmodels.station import LanguageChoice
from app.ui.words import NAMES, SHORT_NAMES, translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
NEWS_MS: Final = 500
_MINUTE_MS: Final = 60_000


@dataclass(frozen=True, slots=True)
class RedemptionInputs:
    """All that the frame around the screen depends on."""

    language: str = "en"
    shop_name: str = ""
    store: str = ""
    staff: StaffCard | None = None
    trouble: bool = False
    muted: bool = False
    scanner_problem: str = ""


@dataclass(frozen=True, slots=True)
class RedemptionProps:
    """What QML reads. `screen` is signin or desk; `notice` is about the screen itself."""

    screen: str = "signin"
    language: str = "en"
    title: str = ""
    store: str = ""
    staff: str = ""
    staffName: str = ""
    notice: str = ""
    muted: bool = False
    mute: str = ""


def derive_redemption(inputs: RedemptionInputs) -> RedemptionProps:
    """Return what the frame shows."""
    staff = inputs.staff
    return RedemptionProps(
        screen="desk" if staff else "signin",
        language=inputs.language,
        title=" · ".join((inputs.shop_name, translate("redemption", "Hand-over"))),
        store=inputs.store,
        staff=translate("station", "{name} ({role})").format(
            name=staff.name, role=role_name(staff.role)
        )
        if staff
        else "",
        staffName=staff.name if staff else "",
        notice=_notice(inputs),
        muted=inputs.muted,
        mute=translate("redemption", "Sound on")
        if inputs.muted
        else translate("redemption", "Sound off"),
    )


def _notice(inputs: RedemptionInputs) -> str:
    if inputs.trouble:
        return translate(
            "redemption", "Something went wrong here. Call your supervisor before you go on."
        )
    return inputs.scanner_problem


@QmlElement
@QmlUncreatable("built by the application")
class RedemptionViewModel(ViewModel, props=RedemptionProps):
    """The root of the redemption screen's view models; `chime` sounds for a new pick-up."""

    def __init__(
        self,
        desk: Desk,
        scanner: Scanner,
        retranslate: Callable[[], None],
        chime: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._scanner = scanner
        self._retranslate = retranslate
        self._chime = chime
        self._trouble = False
        self._muted = False
        self._mark = (-1, -1)
        self._languages = Rows(LanguageChoice, self)
        self._sign_in = SignInViewModel(desk, self.signed_in)
        self._connection = ConnectionViewModel(desk, derive_redemption_connection)
        self._hand_over = HandOverViewModel(desk)
        self._waiting = WaitingViewModel(desk, self._hand_over.open, self._ring)
        self._help = HelpCallsViewModel(desk)
        self._help.rung.connect(self._ring)
        self._hand_over.acted.connect(self.look)
        for part in (self._connection, self._hand_over, self._waiting, self._help):
            part.broke.connect(self.failed)
        scanner.scanned.connect(self._scanned)
        scanner.problem_changed.connect(self._refresh_frame)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.lock)
        self._look = QTimer(self)
        self._look.setInterval(NEWS_MS)
        self._look.timeout.connect(self.look)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._load)
        self._refresh_frame()

    # ------------------------------------------------------------ what QML is handed

    @Property(SignInViewModel, constant=True)
    def signIn(self) -> SignInViewModel:
        """The sign-in."""
        return self._sign_in

    @Property(ConnectionViewModel, constant=True)
    def connection(self) -> ConnectionViewModel:
        """The connection to the shop's other stations."""
        return self._connection

    @Property(HandOverViewModel, constant=True)
    def handOver(self) -> HandOverViewModel:
        """What fills the screen: the answer to a scan."""
        return self._hand_over

    @Property(WaitingViewModel, constant=True)
    def waiting(self) -> WaitingViewModel:
        """What waits, and what was handed over today."""
        return self._waiting

    @Property(HelpCallsViewModel, constant=True)
    def help(self) -> HelpCallsViewModel:
        """Who waits for a person at a kiosk."""
        return self._help

    @Property(Rows, constant=True)
    def languages(self) -> Rows:
        """The shop's languages, as rows."""
        return self._languages

    # ------------------------------------------------------------ life

    def open(self) -> None:
        """Begin with the sign-in."""
        self._connection.open()
        self._look.start()
        self._minute.start()
        self._sign_in.open()
        shop = self._desk.shop
        self._desk.jobs.run(lambda: is_muted(shop), self._set_muted, self.failed)

    def reach(self, status: Callable[[], SyncStatus]) -> None:
        """Ask `status` from now on how the station stands towards its hub."""
        self._desk.status = status
        self._connection.open()

    def close(self) -> None:
        """Stop listening and ticking."""
        for timer in (self._idle, self._look, self._minute):
            timer.stop()
        self._connection.close()
        self._hand_over.wipe()
        self._waiting.wipe()
        self._desk.staff = None

    def failed(self, error: Exception) -> None:
        """Show that a job failed in a way nobody foresaw; the log keeps how."""
        note("a job of the redemption screen failed", error)
        self._trouble = True
        self._refresh_frame()

    def look(self) -> None:
        """Look whether anything was recorded here or arrived; only then is anything read."""
        mark = changes.mark(self._desk.shop)
        if mark != self._mark:
            self._mark = mark
            self._load()
            self._hand_over.look_again()

    def _load(self) -> None:
        self._help.load()
        if self._desk.staff is not None:
            self._waiting.load()

    def _ring(self) -> None:
        if not self._muted:
            self._chime()

    # ------------------------------------------------------------ who is signed in

    @Slot()
    def touched(self) -> None:
        """Somebody is there: begin counting idle time anew."""
        if self._desk.staff is not None:
            self._idle.start(self._desk.shop.programme.lock_minutes * _MINUTE_MS)

    def signed_in(self, staff: StaffCard) -> None:
        """Open the screen for somebody whose PIN was right."""
        self._desk.staff = staff
        self._trouble = False
        self._refresh_frame()
        self._hand_over.wipe()
        self.touched()
        self._mark = (-1, -1)
        self.look()

    @Slot()
    def lock(self) -> None:
        """Ask for the PIN again; nobody's name stays on the screen."""
        if self._desk.staff is None:
            return
        self._idle.stop()
        self._desk.staff = None
        self._hand_over.wipe()
        self._waiting.wipe()
        self._sign_in.open()
        self._refresh_frame()

    # ------------------------------------------------------------ scans, sound, language

    def _scanned(self, text: str, source: str) -> None:
        self.touched()
        if self._desk.staff is not None:
            self._hand_over.scan(text, source)

    @Slot()
    def toggleSound(self) -> None:
        """Switch the chime off or on; it stays so, also when the program starts again."""
        shop, muted = self._desk.shop, not self._muted
        self._desk.jobs.run(lambda: mute(shop, muted), lambda _: None, self.failed)
        self._set_muted(muted)

    def _set_muted(self, muted: bool) -> None:  # noqa: FBT001 - an answer
        self._muted = muted
        self._refresh_frame()

    @Slot(str)
    def setLanguage(self, code: str) -> None:
        """Speak another of the shop's languages from now on."""
        if code == self._desk.language or code not in self._desk.shop.programme.languages:
            return
        self._desk.words.use(code)
        self._retranslate()
        self._refresh_frame()
        for part in (
            self._sign_in,
            self._connection,
            self._hand_over,
            self._waiting,
            self._help,
        ):
            part.refresh()

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
        self.show(
            derive_redemption(
                RedemptionInputs(
                    language=desk.language,
                    shop_name=desk.say(programme.name),
                    store=desk.shop.store,
                    staff=desk.staff,
                    trouble=self._trouble or bool(desk.shop.trouble),
                    muted=self._muted,
                    scanner_problem=self._scanner.problem,
                )
            )
        )

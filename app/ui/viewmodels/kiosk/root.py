"""The kiosk: which screen is on, whose visit it is, when it ends."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import Property, QTimer, Slot
from PySide6.QtQml import QmlElement

from app.hardware.scanner import Scanner
from app.services import changes
from app.services.members import MemberView, open_member
from app.ui.desk import Desk
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.connection import ConnectionViewModel
from app.ui.viewmodels.kiosk.access import AccessViewModel
from app.ui.viewmodels.kiosk.surveys import SurveysViewModel
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen
from app.ui.viewmodels.station import LanguageChoice
from app.ui.words import NAMES, SHORT_NAMES, translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

IDLE_MS: Final = 45_000
IDLE_LARGE_MS: Final = 90_000
LAST_SECONDS: Final = 15
NEWS_MS: Final = 500
FIRST: Final = "attract"
HOME: Final = "home"


@dataclass(frozen=True, slots=True)
class KioskInputs:
    """All that the frame around the screens depends on."""

    screen: str = FIRST
    language: str = "en"
    shop_name: str = ""
    view: MemberView | None = None
    left: int = 0
    trouble: bool = False
    away: bool = False


@dataclass(frozen=True, slots=True)
class KioskProps:
    """What QML reads. `left` are the seconds before the visit ends by itself, 0 = not counting."""

    screen: str = FIRST
    language: str = "en"
    shopName: str = ""
    present: bool = False
    initial: str = ""
    greeting: str = ""
    about: str = ""
    left: int = 0
    stillThere: str = ""
    notice: str = ""


def derive_kiosk(inputs: KioskInputs) -> KioskProps:
    """Return what the frame shows."""
    view = inputs.view
    return KioskProps(
        screen=inputs.screen,
        language=inputs.language,
        shopName=inputs.shop_name,
        present=view is not None,
        initial=view.initial if view else "",
        greeting=_greeting(view) if view else "",
        about=view.phone_masked if view else "",
        left=inputs.left,
        stillThere=translate("kiosk", "{seconds} second(s) left", None, inputs.left).format(
            seconds=inputs.left
        )
        if inputs.left
        else "",
        notice=_notice(inputs),
    )


def first_name(view: MemberView) -> str:
    """Return what a member is called on a screen everybody can read: the first name only."""
    return view.name.split()[0] if view.name.split() else ""


def _greeting(view: MemberView) -> str:
    name = first_name(view)
    if not name:
        return translate("kiosk", "Welcome!")
    return translate("kiosk", "Hello, {name}!").format(name=name)


def _notice(inputs: KioskInputs) -> str:
    if inputs.trouble:
        return translate("kiosk", "Something went wrong here. Your coins are safe; please ask us.")
    if inputs.away:
        return translate(
            "kiosk", "No connection just now. Your coins are safe; what is new shows up later."
        )
    return ""


@QmlElement
@QmlUncreatable("built by the application")
class KioskViewModel(ViewModel, props=KioskProps):
    """The root of the kiosk's view models."""

    def __init__(
        self, desk: Desk, scanner: Scanner, retranslate: Callable[[], None], language: str = ""
    ) -> None:
        super().__init__()
        self._first_language = language
        self._desk = desk
        self._scanner = scanner
        self._retranslate = retranslate
        self._kiosk = Kiosk(desk)
        self._inputs = KioskInputs()
        self._mark = changes.mark(desk.shop)
        self._languages = Rows(LanguageChoice, self)
        self._connection = ConnectionViewModel(desk)
        self._connection.broke.connect(self.failed)
        self._connection.changed.connect(self._connection_changed)
        self._access = AccessViewModel(self._kiosk)
        self._surveys = SurveysViewModel(self._kiosk)
        self._screens: dict[str, KioskScreen] = {
            "surveys": self._surveys,
        }
        self._kiosk.moved.connect(self.go)
        self._kiosk.ended.connect(self.finish)
        self._kiosk.begun.connect(self._begun)
        self._kiosk.broke.connect(self.failed)
        scanner.scanned.connect(self._scanned)
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._ask_still_there)
        self._second = QTimer(self)
        self._second.setInterval(1_000)
        self._second.timeout.connect(self._count_down)
        self._look = QTimer(self)
        self._look.setInterval(NEWS_MS)
        self._look.timeout.connect(self._look_for_news)
        self._refresh_frame()

    # ------------------------------------------------------------ what QML is handed

    @Property(Rows, constant=True)
    def languages(self) -> Rows:
        """The shop's languages, as rows."""
        return self._languages

    @Property(ConnectionViewModel, constant=True)
    def connection(self) -> ConnectionViewModel:
        """The connection to the shop's other stations."""
        return self._connection

    @Property(AccessViewModel, constant=True)
    def access(self) -> AccessViewModel:
        """Large text, contrast, motion, reach and reading aloud."""
        return self._access

    @Property(SurveysViewModel, constant=True)
    def surveys(self) -> SurveysViewModel:
        """Surveys, quizzes and polls."""
        return self._surveys

    # ------------------------------------------------------------ life

    def open(self) -> None:
        """Begin with the attract loop."""
        self._connection.open()
        self._look.start()
        self.finish()

    def arrive(self, member: str) -> None:
        """Begin the visit of a member who was recognised."""
        self._kiosk.begin(member)

    def close(self) -> None:
        """Stop listening and ticking; forget whoever was here."""
        self._connection.close()
        for timer in (self._idle, self._second, self._look):
            timer.stop()
        self._wipe()

    def failed(self, error: Exception) -> None:
        """Say that something went wrong; the log keeps how."""
        import structlog  # noqa: PLC0415 - seldom needed

        structlog.get_logger().error("a job of the kiosk failed", exc_info=error)
        self._change(replace(self._inputs, trouble=True))

    # ------------------------------------------------------------ screens

    @Slot(str)
    def go(self, screen: str) -> None:
        """Show a screen; without a member only those that need none."""
        shown = self._screens.get(screen)
        if shown is not None:
            self._kiosk.paused = False
            shown.open()
        self._change(replace(self._inputs, screen=screen))
        self.touched()

    @Slot()
    def home(self) -> None:
        """Show how far the member is, or the beginning when nobody is here."""
        self.go(HOME if self._kiosk.visit else FIRST)

    @Slot()
    def finish(self) -> None:
        """End the visit: everything of the member is gone from the screens."""
        self._wipe()
        self.setLanguage(self._first_language or self._desk.shop.programme.languages[0])
        self._change(replace(self._inputs, view=None, left=0, trouble=False))
        self.go(FIRST)

    def _wipe(self) -> None:
        self._kiosk.forget()
        self._idle.stop()
        self._second.stop()
        self._access.wipe()
        for screen in self._screens.values():
            screen.wipe()

    def _begun(self) -> None:
        """Greet whoever signed in, in their own language."""
        shop, member = self._desk.shop, self._kiosk.member

        def opened(view: object) -> None:
            if not isinstance(view, MemberView):
                self.finish()
                return
            self._change(replace(self._inputs, view=view))
            self.setLanguage(view.language)
            self.go(HOME)

        self._access.begin(member)
        self._kiosk.ask(lambda: open_member(shop, member), opened)

    # ------------------------------------------------------------ idle time

    @Slot()
    def touched(self) -> None:
        """Somebody is there: count idle time anew."""
        self._second.stop()
        if self._inputs.left:
            self._change(replace(self._inputs, left=0))
        if self._inputs.screen != FIRST:
            self._idle.start(IDLE_LARGE_MS if self._access.props.largeText else IDLE_MS)

    def _ask_still_there(self) -> None:
        if self._kiosk.paused:
            self.touched()
            return
        self._change(replace(self._inputs, left=LAST_SECONDS))
        self._second.start()

    def _count_down(self) -> None:
        left = self._inputs.left - 1
        if left <= 0:
            self.finish()
            return
        self._change(replace(self._inputs, left=left))

    # ------------------------------------------------------------ news, scans, language

    def _look_for_news(self) -> None:
        before, self._mark = self._mark, changes.mark(self._desk.shop)
        if self._mark != before:
            self._kiosk.news.emit()
            shown = self._screens.get(self._inputs.screen)
            if shown is not None:
                shown.refresh()

    def _scanned(self, text: str, _source: str) -> None:
        self.touched()
        shown = self._screens.get(self._inputs.screen)
        if shown is not None:
            shown.scanned(text)

    @Slot(str)
    def setLanguage(self, code: str) -> None:
        """Speak another of the shop's languages from now on."""
        if code == self._desk.language or code not in self._desk.shop.programme.languages:
            return
        self._desk.words.use(code)
        self._retranslate()
        self._connection.refresh()
        self._access.refresh()
        for screen in self._screens.values():
            screen.refresh()
        self._refresh_frame()

    def _connection_changed(self) -> None:
        self._change(replace(self._inputs, away=self._is_away()))

    def _is_away(self) -> bool:
        connection = self._connection.props
        return bool(connection.known and connection.kind != "info")

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
        self._change(self._inputs)

    def _change(self, inputs: KioskInputs) -> None:
        desk = self._desk
        self._inputs = replace(
            inputs, language=desk.language, shop_name=desk.say(desk.shop.programme.name)
        )
        self.show(derive_kiosk(self._inputs))

"""The kiosk: whose visit it is, how it begins, when it ends."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtQml import QmlElement

from app.hardware.scanner import Scanner
from app.services import changes
from app.services.cards import CardUnknown
from app.services.members import MemberView, identify, open_member
from app.services.members.finding import Identified
from app.sync.status import SyncStatus
from app.ui.desk import Desk
from app.ui.kiosk_sentences import shown_instead
from app.ui.people_sentences import ScanRefusal
from app.ui.ticks import monotonic_ms
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.frame import (
    ANSWER_MS,
    CARD,
    FIRST,
    HOME,
    IDLE_LARGE_MS,
    IDLE_MS,
    JOIN,
    OVER,
    seconds_left,
)
from app.ui.viewmodels.kiosk.showing import KioskShowing
from app.ui.viewmodels.kiosk.visit import Kiosk

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

BEAT_MS: Final = 500


@QmlElement
@QmlUncreatable("built by the application")
class KioskViewModel(KioskShowing):
    """The root of the kiosk's view models."""

    failure = "a job of the kiosk failed"

    def __init__(
        self,
        desk: Desk,
        scanner: Scanner,
        retranslate: Callable[[], None],
        language: str = "",
        now_ms: Callable[[], int] = monotonic_ms,
        camera: Scanner | None = None,
        *,
        voice: bool = False,
        screen_mm: int = 0,
    ) -> None:
        super().__init__(
            Kiosk(desk, now_ms),
            retranslate,
            camera,
            self._let_go,
            language,
            voice=voice,
            screen_mm=screen_mm,
        )
        self._mark = self._now_marked()
        self._answered_ms = now_ms()
        self._kiosk.ended.connect(self.finish)
        self._kiosk.begun.connect(self._begun)
        self._kiosk.broke.connect(self.failed)
        self._kiosk.broke_late.connect(self._note)
        self._kiosk.changed.connect(self._read_again)
        for eye in (scanner, camera):
            if eye is not None:
                eye.scanned.connect(self.scanned)
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self.beat)
        self._refresh_frame()

    # ------------------------------------------------------------ life

    def open(self) -> None:
        """Begin with the attract loop."""
        self._connection.open()
        self._beat.start()
        self.finish()

    def arrive(self, member: str) -> None:
        """Begin the visit of a member who was recognised."""
        self._kiosk.begin(member)

    def close(self) -> None:
        """Stop listening and ticking; forget whoever was here."""
        self._connection.close()
        self._beat.stop()
        self._leave()
        self._wipe()

    def failed(self, error: Exception) -> None:
        """Say that something went wrong and let it be tried again; the log keeps how."""
        self._note(error)
        for screen in (self._pin, *self._screens.values()):
            screen.let_go()
        if self._kiosk.visit and self._inputs.view is None:
            self.finish()  # whose visit it is cannot be read: nobody could end it
        elif self._kiosk.visit and self._inputs.screen == FIRST:
            self.go(HOME)
        self._change(trouble=True)

    # ------------------------------------------------------------ visits

    @Slot()
    def finish(self) -> None:
        """End the visit: everything of the member is gone from the screens."""
        self._wipe()
        self._spoken = False
        self._speak_first()
        self._change(view=None, left=0, trouble=False, answer="", other="")
        self.go(FIRST)

    def _wipe(self) -> None:
        self._kiosk.forget()
        for screen in (self._pin, self._keyboard, *self._screens.values()):
            screen.wipe()

    def _begun(self) -> None:
        """Greet whoever signed in, in their own language unless they chose another just now."""
        shop, member = self._desk.shop, self._kiosk.member

        def opened(view: object) -> None:
            if not isinstance(view, MemberView):
                self.finish()
                return
            self._change(view=view, answer="", other="")
            if not self._spoken:
                self._speak(view.language)
            if self._kiosk.visit and self._kiosk.visit.joined:
                self.go(CARD)
            else:
                self.home()

        self._change(trouble=False)
        self._access.begin(member)
        self._kiosk.ask(lambda: open_member(shop, member), opened)

    def _read_again(self) -> None:
        """Show the member's name as it is now; who was erased meanwhile is not here any more."""
        shop, member = self._desk.shop, self._kiosk.member

        def opened(view: object) -> None:
            if isinstance(view, MemberView):
                self._change(view=view)
            else:
                self.finish()

        self._kiosk.ask(lambda: open_member(shop, member), opened)

    def _let_go(self) -> None:
        """Let the window be closed: somebody who works here wants it."""
        self._change(leaving=True)

    # ------------------------------------------------------------ idle time

    @Slot()
    def beat(self) -> None:
        """Look at the clock and at what is new."""
        self._look_for_news()
        shown = self._screens.get(self._inputs.screen)
        self._calling.tick()
        if shown is not None:
            shown.tick()
        if self._inputs.answer and self._kiosk.now_ms() - self._answered_ms >= ANSWER_MS:
            self._change(answer="")
        self._count_idle()

    def quiet(self, milliseconds: int) -> None:
        """Take it that nobody has touched anything for so long."""
        self._touched_ms = self._kiosk.now_ms() - milliseconds
        self._count_idle()

    def _count_idle(self) -> None:
        if self._kiosk.paused:
            self.touched()
            return
        idle_ms = IDLE_LARGE_MS if self._access.props.largeText else IDLE_MS
        left = seconds_left(self._kiosk.now_ms() - self._touched_ms, idle_ms)
        if self._inputs.screen == FIRST:
            # Nobody is asked; what who went on chose is put back, what went wrong is forgotten.
            if left and (self._spoken or self._access.touched or self._inputs.trouble):
                self.finish()
        elif left == OVER:
            self.finish()
        elif left != self._inputs.left:
            self._change(left=left)

    def _look_for_news(self) -> None:
        before, self._mark = self._mark, self._now_marked()
        if self._mark == before:
            return
        if self._desk.language not in self._desk.shop.programme.languages:
            self._speak_first()
        self._refresh_frame()
        self._kiosk.news.emit()
        shown = self._screens.get(self._inputs.screen)
        if shown is not None:
            shown.refresh()
        if self._inputs.view is not None:
            self._read_again()

    def _now_marked(self) -> tuple[object, ...]:
        """Return what differs after anything was recorded, and on another day."""
        return (*changes.mark(self._desk.shop), self._desk.today)

    # ------------------------------------------------------------ scans

    def scanned(self, text: str, source: str) -> None:
        """Take a code from a scanner (`source` "keyboard", "camera", …): whose card is it?"""
        self.touched()
        self._change(answer="")
        shown = self._screens.get(self._inputs.screen)
        if shown is not None and shown.scanned(text):
            return
        shop = self._desk.shop
        self._kiosk.ask(
            lambda: identify(shop, text, typed=source == "keyboard"),
            lambda found: self._identified(found, text),
        )

    def _identified(self, found: Identified, text: str) -> None:
        if isinstance(found, CardUnknown) and not self._kiosk.visit:
            self._offer_card(found, text)
        elif not isinstance(found, MemberView):
            self._answer(found)
        elif not self._kiosk.visit:
            self.arrive(found.member)
        elif not self._is_here(found.member):
            self._change(other=found.member)

    def _answer(self, instead: ScanRefusal) -> None:
        self._answered_ms = self._kiosk.now_ms()
        self._change(answer=shown_instead(instead))

    def _offer_card(self, card: CardUnknown, text: str) -> None:
        """Let somebody join with a blank card, unless another station may have given it away."""

        def told(status: SyncStatus) -> None:
            if not (status.solo or status.online):
                self._answer(card)
                return
            if self._inputs.screen != JOIN:
                self.go(JOIN)
            self._join.take_card(text)

        self._kiosk.ask(self._desk.status, told)

    def _is_here(self, member: str) -> bool:
        """Say whose visit it is, also after two cards were made one during it."""
        view = self._inputs.view
        return member == self._kiosk.member or (view is not None and member == view.member)

    @Slot()
    def switchMember(self) -> None:
        """End this visit and begin that of the member whose card was shown."""
        other = self._inputs.other
        if other:
            self.finish()
            self.arrive(other)

    @Slot()
    def stay(self) -> None:
        """Go on with this visit; what was shown is forgotten."""
        self._change(other="", answer="")

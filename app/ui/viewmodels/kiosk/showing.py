"""What is on the kiosk: which screen, in which language, and what lies around it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Slot

from app.hardware.scanner import Scanner
from app.ui.viewmodels.kiosk.frame import FIRST, HOME, KioskInputs, derive_kiosk, first_name
from app.ui.viewmodels.kiosk.screens import KioskScreens
from app.ui.viewmodels.kiosk.visit import Kiosk

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

WITHOUT_MEMBER: Final = frozenset({FIRST, "signin", "join", "access", "exit"})
"""Screens that show nothing of anybody's."""


class KioskShowing(KioskScreens):
    """Goes from screen to screen; `language` is the kiosk's own ("" = the shop's first)."""

    def __init__(
        self,
        kiosk: Kiosk,
        retranslate: Callable[[], None],
        camera: Scanner | None,
        left: Callable[[], None],
        language: str,
        *,
        voice: bool,
        screen_mm: int,
    ) -> None:
        super().__init__(kiosk, retranslate, camera, left, voice=voice, screen_mm=screen_mm)
        self._first_language = language
        self._inputs = KioskInputs()
        self._touched_ms = kiosk.now_ms()
        self._spoken = False
        self._connection.changed.connect(self._connection_changed)
        kiosk.moved.connect(self._moved)

    # ------------------------------------------------------------ screens

    @Slot(str)
    def go(self, screen: str) -> None:
        """Show a screen; without a member only those that need none.

        What there is to celebrate comes before home, once in a visit.
        """
        if self._kiosk.visit is None and screen not in WITHOUT_MEMBER:
            screen = FIRST
        view = self._inputs.view
        if screen == HOME and view is not None and not self._moments.looked:
            self._moments.begin(view.member, first_name(view))
            return
        self._leave()
        self._kiosk.paused = False
        shown = self._screens.get(screen)
        if shown is not None:
            shown.open()
        self._change(screen=screen)
        self.touched()

    def _moved(self, screen: str) -> None:
        if screen == HOME:
            self.home()
        else:
            self.go(screen)

    def _leave(self) -> None:
        before = self._screens.get(self._inputs.screen)
        if before is not None:
            before.leave()

    @Slot()
    def home(self) -> None:
        """Show how far the member is, or the beginning when nobody is here."""
        self.go(HOME if self._kiosk.visit else FIRST)

    # ------------------------------------------------------------ language, frame

    @Slot(str)
    def setLanguage(self, code: str) -> None:
        """Speak another of the shop's languages for whoever is here."""
        self._spoken = True
        self._speak(code)

    def _speak_first(self) -> None:
        """Speak the kiosk's own language, or the shop's first one."""
        codes = self._desk.shop.programme.languages
        self._speak(self._first_language if self._first_language in codes else codes[0])

    def _speak(self, code: str) -> bool:
        if not super()._speak(code):
            return False
        for screen in (self._pin, self._keyboard, self._calling, *self._screens.values()):
            screen.refresh()
        self._refresh_frame()
        return True

    def _connection_changed(self) -> None:
        connection = self._connection.props
        self._change(away=bool(connection.known and connection.kind != "info"))

    @Slot()
    def touched(self) -> None:
        """Somebody is there: count idle time anew."""
        self._touched_ms = self._kiosk.now_ms()
        if self._inputs.left:
            self._change(left=0)

    def _refresh_frame(self) -> None:
        self._list_languages()
        self._change()

    def _change(self, **changes: object) -> None:
        desk = self._desk
        self._inputs = replace(
            self._inputs,
            language=desk.language,
            shop_name=desk.say(desk.shop.programme.name),
            **changes,  # type: ignore[arg-type]
        )
        self.show(derive_kiosk(self._inputs))

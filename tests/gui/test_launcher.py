"""The launcher's window: how hub and screens stand, in three languages, and what opens them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services.demo import STAFF
from app.station.launching import Standing
from app.ui.fonts import load_fonts
from app.ui.launcher_window import LauncherWindow
from app.ui.windowed import put_in_window
from tests.helpers.keys import accessible, items, texts

pytestmark = pytest.mark.slow

LANGUAGES = ("en", "hi", "fil")
NAMES = ("hub", "counter", "kiosk", "redemption")
FULL_DISK = "The disk is full. Make room, then open the kiosk."
Role = QAccessible.Role


@dataclass
class Crew:
    """Processes that stand as a test says, and remember what they were asked."""

    stand: list[Standing] = field(default_factory=lambda: [Standing(one, "open") for one in NAMES])
    asked: list[str] = field(default_factory=list)

    def standings(self) -> tuple[Standing, ...]:
        return tuple(self.stand)

    def open(self, name: str) -> None:
        self.asked.append(name)


@dataclass
class Shown:
    """A launcher on screen."""

    crew: Crew
    launcher: LauncherWindow
    window: QQuickWindow

    def stands(self, at: int, standing: Standing) -> None:
        self.crew.stand[at] = standing
        self.launcher.station.look()
        self.window.grabWindow()

    def says(self, sentence: str) -> bool:
        return any(sentence in text for text in texts(self.window))


@pytest.fixture
def show(qapp: QGuiApplication, qtbot: QtBot) -> Iterator[Callable[[str], Shown]]:
    load_fonts(qapp)
    shown: list[Shown] = []

    def opened(language: str = "en") -> Shown:
        crew = Crew()
        launcher = LauncherWindow(crew, STAFF["IN"], language)
        window = launcher.load()
        shown.append(Shown(crew, launcher, window))
        qtbot.waitUntil(window.isExposed)
        return shown[-1]

    yield opened
    for one in shown:
        one.launcher.close()


def open_buttons(shown: Shown) -> list[QQuickItem]:
    return [item for item in items(shown.window.contentItem()) if item.objectName() == "open"]


def test_it_says_how_each_one_stands(show: Callable[[str], Shown]):
    shown = show("en")
    for title in ("Hub", "Counter", "Kiosk", "Redemption screen"):
        assert shown.says(title)
    assert [one.isEnabled() for one in open_buttons(shown)] == [False] * 4
    shown.stands(1, Standing("counter", "closed"))
    shown.stands(2, Standing("kiosk", "failed", FULL_DISK))
    assert shown.says("Closed")
    assert shown.says(f"It said: {FULL_DISK}")
    assert [one.isEnabled() for one in open_buttons(shown)] == [False, True, True, False]
    shown.stands(2, Standing("kiosk", "open", FULL_DISK))
    assert not shown.says(FULL_DISK)


def test_it_looks_by_itself(show: Callable[[str], Shown], qtbot: QtBot):
    shown = show("en")
    shown.crew.stand[3] = Standing("redemption", "closed")
    qtbot.waitUntil(lambda: shown.says("Closed"))


def test_a_click_opens_what_was_closed(show: Callable[[str], Shown], qtbot: QtBot):
    shown = show("en")
    shown.stands(1, Standing("counter", "closed"))
    button = open_buttons(shown)[1]
    at = button.mapToScene(button.boundingRect().center()).toPoint()
    QTest.mouseClick(shown.window, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: shown.crew.asked == ["counter"])


def test_who_may_sign_in_is_told_with_the_pin(show: Callable[[str], Shown]):
    shown = show("en")
    for one in STAFF["IN"]:
        assert shown.says(one.name)
        assert shown.says(one.pin)


def test_it_speaks_another_language_when_asked(show: Callable[[str], Shown]):
    shown = show("en")
    shown.launcher.station.setLanguage("hi")
    shown.window.grabWindow()
    assert shown.says("काउंटर")
    assert not shown.says("Counter")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_has_a_name_and_nothing_is_cut(show: Callable[[str], Shown], language: str):
    shown = show(language)
    shown.stands(0, Standing("hub", "opening"))
    shown.stands(1, Standing("counter", "closed"))
    shown.window.resize(shown.window.minimumSize())
    shown.window.grabWindow()
    buttons = [one for one in accessible(shown.window) if one.role() == Role.Button]
    names = [one.text(QAccessible.Text.Name) for one in buttons]
    assert len(set(names)) == len(names) == 7
    assert all(names)
    cut = [
        item.property("text")
        for item in items(shown.window.contentItem())
        if item.property("truncated")
    ]
    assert cut == []


def test_a_screen_that_filled_its_panel_leaves_room_for_others(qapp: QGuiApplication):
    window = QQuickWindow()
    window.setMinimumSize(QSize(320, 240))
    window.showFullScreen()
    put_in_window(window)
    assert window.visibility() == QQuickWindow.Visibility.Windowed
    available = window.screen().availableSize()
    assert QSize(320, 240).width() <= window.width() < available.width()
    assert QSize(320, 240).height() <= window.height() < available.height()
    window.destroy()

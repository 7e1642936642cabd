"""A visit ends by itself, leaves nothing behind, and nobody but staff closes the kiosk."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.viewmodels.kiosk.frame import IDLE_LARGE_MS, IDLE_MS, OVER, seconds_left
from app.ui.viewmodels.kiosk.leaving import HOLD_MS
from app.ui.viewmodels.kiosk.photo import PHOTO_MS
from tests.helpers.counter import PINS
from tests.helpers.keys import press, type_text
from tests.helpers.kiosk import KioskStage

pytestmark = pytest.mark.slow

KEY = Qt.Key
SECOND = 1_000


def arrive(stage: KioskStage) -> None:
    stage.scanner.scan(stage.member.cards[-1].number)
    stage.settle()
    stage.go("home")


class TestIdle:
    @pytest.mark.parametrize(
        ("quiet_ms", "left"),
        [
            (0, 0),
            (44_999, 0),
            (45_000, 15),
            (45_001, 15),
            (46_000, 14),
            (59_001, 1),
            (60_000, OVER),
            (999_999, OVER),
        ],
    )
    def test_seconds_left(self, quiet_ms: int, left: int):
        assert seconds_left(quiet_ms, IDLE_MS) == left

    def test_after_45_seconds_it_asks_for_15_and_ends(self, kiosk: KioskStage):
        arrive(kiosk)
        kiosk.later(IDLE_MS - 1)
        assert "Still there?" not in kiosk.texts()
        kiosk.later(1)
        assert "Still there?" in kiosk.texts()
        kiosk.later(14 * SECOND)
        assert kiosk.vm.props.left == 1
        kiosk.later(SECOND)
        assert kiosk.vm.props.screen == "attract"
        assert not kiosk.vm.props.present

    def test_a_tap_goes_on(self, kiosk: KioskStage):
        arrive(kiosk)
        kiosk.later(IDLE_MS)
        kiosk.tap("Yes, go on")
        kiosk.later(IDLE_MS - 1)
        assert kiosk.vm.props.present
        assert "Still there?" not in kiosk.texts()

    def test_what_lies_under_the_question_cannot_be_tapped(self, kiosk: KioskStage):
        arrive(kiosk)
        assert "My vouchers" in kiosk.names()
        kiosk.later(IDLE_MS)
        assert set(kiosk.names()) == {"Yes, go on", "Finish"}

    def test_any_key_goes_on(self, kiosk: KioskStage):
        arrive(kiosk)
        kiosk.later(IDLE_MS)
        press(kiosk.window, KEY.Key_Tab)
        assert kiosk.vm.props.left == 0

    def test_large_text_has_90_seconds(self, kiosk: KioskStage):
        arrive(kiosk)
        kiosk.vm.access.toggle("largeText")
        kiosk.settle()
        kiosk.later(IDLE_LARGE_MS - 1)
        assert kiosk.vm.props.left == 0
        kiosk.later(1)
        assert kiosk.vm.props.left == 15

    def test_the_sign_in_ends_by_itself_too(self, kiosk: KioskStage):
        kiosk.go("signin")
        type_text(kiosk.window, "98765")
        kiosk.later(IDLE_MS + 15 * SECOND)
        assert kiosk.vm.props.screen == "attract"
        assert kiosk.vm.signIn.props.phone == ""

    def test_a_photo_holds_it_for_three_minutes_at_most(self, kiosk: KioskStage):
        arrive(kiosk)
        kiosk.go("card")
        kiosk.tap("Take a photo")
        for _ in range(5):
            kiosk.later(PHOTO_MS // 6)
            assert kiosk.vm.props.left == 0
        kiosk.later(PHOTO_MS // 6 - SECOND)
        kiosk.later(SECOND)
        kiosk.later(IDLE_MS)
        assert "Still there?" in kiosk.texts()

    def test_a_language_chosen_by_who_went_on_is_put_back(self, kiosk: KioskStage):
        kiosk.vm.setLanguage("hi")
        kiosk.vm.access.toggle("highContrast")
        kiosk.later(IDLE_MS)
        assert kiosk.vm.props.language == "en"
        assert not kiosk.vm.access.props.highContrast


def view_models(root: QObject) -> Iterator[tuple[str, ViewModel | Rows]]:
    """Yield the root and all that QML reaches from it, with their names."""
    yield "kiosk", root  # type: ignore[misc]
    for at in range(root.metaObject().propertyCount()):
        name = str(root.metaObject().property(at).name())
        found = getattr(root, name, None)
        if isinstance(found, ViewModel | Rows):
            yield name, found
            if isinstance(found, ViewModel):
                for inner in range(found.metaObject().propertyCount()):
                    below = str(found.metaObject().property(inner).name())
                    rows = getattr(found, below, None)
                    if isinstance(rows, Rows):
                        yield f"{name}.{below}", rows


def told(root: QObject) -> dict[str, str]:
    """Return everything the view models hold, as text by name."""
    return {
        name: repr(found.rows if isinstance(found, Rows) else found.props)
        for name, found in view_models(root)
    }


def written(item: QQuickItem) -> Iterator[str]:
    """Yield every text of the QML tree, of what is not seen too."""
    for name in ("text", "label", "value"):
        text = item.property(name)
        if isinstance(text, str) and text:
            yield text
    for child in item.childItems():
        yield from written(child)


class TestNothingIsLeft:
    SECRETS = ("Aarti", "Sharma", "9876543210", "98•••••210", "543210", "4286")

    def test_after_a_visit_through_every_screen(self, kiosk: KioskStage):
        before = told(kiosk.vm)
        number = kiosk.member.cards[-1].number
        short = kiosk.member.cards[-1].short
        member = kiosk.member.member
        arrive(kiosk)
        assert "Aarti" in kiosk.texts()
        for screen in list(kiosk.vm._screens):
            if screen not in ("attract", "signin", "join", "exit"):
                kiosk.go(screen)
        kiosk.vm.pin.choose()
        kiosk.settle()
        type_text(kiosk.window, "9876543210")
        kiosk.vm.finish()
        kiosk.settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        kiosk.settle()
        secrets = (*self.SECRETS, number, short, member)
        after = told(kiosk.vm)
        for name, holds in after.items():
            assert not [one for one in secrets if one in holds], f"{name} still has {holds}"
        seen = "\n".join(written(kiosk.window.contentItem()))
        assert not [one for one in secrets if one in seen]
        left = {name for name, holds in after.items() if holds != before[name]}
        # The slides of the first screen turn; all else is as before anybody came.
        assert left <= {"attract", "attract.slides"}

    def test_an_answer_on_its_way_is_for_nobody(self, kiosk: KioskStage):
        kiosk.scanner.scan(kiosk.member.cards[-1].number)
        kiosk.vm.finish()
        kiosk.settle()
        assert not kiosk.vm.props.present
        assert "Aarti" not in kiosk.texts()

    def test_the_member_behind_another_card_is_forgotten(self, kiosk: KioskStage):
        arrive(kiosk)
        kiosk.scanner.scan(kiosk.other.cards[-1].number)
        kiosk.settle()
        kiosk.vm.finish()
        kiosk.settle()
        assert "another card" not in kiosk.texts()
        assert kiosk.other.member not in repr(kiosk.vm._inputs)

    def test_what_was_typed_at_the_door_is_gone(self, kiosk: KioskStage):
        kiosk.tap("Join")
        type_text(kiosk.window, "9700011122")
        kiosk.tap("Back")
        assert "9700011122" not in repr(told(kiosk.vm))


class TestLockdown:
    def hold_corner(self, kiosk: KioskStage, milliseconds: int) -> None:
        corner = QPoint(5, 5)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(kiosk.window, left, none, corner)
        kiosk.ticks.now_ms += milliseconds
        QTest.mouseRelease(kiosk.window, left, none, corner)
        kiosk.settle()

    def close(self, kiosk: KioskStage) -> bool:
        """Ask the window to close, as Alt+F4 does; say whether it would."""
        event = QCloseEvent()
        QCoreApplication.sendEvent(kiosk.window, event)
        return kiosk.window.isVisible() is False

    def test_the_window_does_not_close(self, kiosk: KioskStage):
        assert not self.close(kiosk)
        assert kiosk.window.isVisible()

    @pytest.mark.parametrize("screen", ["attract", "signin", "home", "exit"])
    def test_no_key_leaves(self, kiosk: KioskStage, screen: str):
        if screen == "home":
            arrive(kiosk)
        kiosk.go(screen)
        alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
        for key in (KEY.Key_Escape, KEY.Key_F10, KEY.Key_F11, KEY.Key_Menu, KEY.Key_Back):
            press(kiosk.window, key)
        for key, modifier in ((KEY.Key_F4, alt), (KEY.Key_Q, ctrl), (KEY.Key_W, ctrl)):
            press(kiosk.window, key, "", modifier)
        assert kiosk.window.isVisible()
        assert kiosk.vm.props.screen == screen
        assert not kiosk.vm.props.leaving

    def test_a_right_click_opens_no_menu(self, kiosk: KioskStage):
        kiosk.go("signin")
        before = kiosk.names()
        field = kiosk.window.activeFocusItem()
        middle = field.mapToScene(field.boundingRect().center()).toPoint()
        right = Qt.MouseButton.RightButton
        QTest.mouseClick(kiosk.window, right, Qt.KeyboardModifier.NoModifier, middle)
        kiosk.settle()
        assert kiosk.names() == before

    def test_a_short_touch_of_the_corner_does_nothing(self, kiosk: KioskStage):
        self.hold_corner(kiosk, HOLD_MS - 1)
        assert kiosk.vm.props.screen == "attract"

    def test_staff_hold_the_corner_and_give_their_pin(self, kiosk: KioskStage):
        self.hold_corner(kiosk, HOLD_MS)
        assert "Close this kiosk" in kiosk.texts()
        type_text(kiosk.window, "9999")
        press(kiosk.window, KEY.Key_Return)
        kiosk.settle()
        assert "Wrong PIN." in kiosk.texts()
        assert not self.close(kiosk)
        type_text(kiosk.window, PINS["Meera"])
        press(kiosk.window, KEY.Key_Return)
        kiosk.settle()
        assert kiosk.vm.props.leaving
        assert not kiosk.window.isVisible()

    def test_the_way_out_names_nobody(self, kiosk: KioskStage):
        kiosk.go("exit")
        assert not [name for name in PINS if name in kiosk.texts()]

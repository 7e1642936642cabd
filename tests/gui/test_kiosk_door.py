"""Coming to the kiosk: a card, phone and PIN; what is said to anything else."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtQuick import QQuickItem

from app.domain.codes import mint_card
from app.domain.staff import TRIES
from app.hardware.scanner_camera import CameraScanner
from app.services import calls
from app.services.cards import block_card
from app.services.member_pins import has_pin
from app.sync.status import SyncStatus
from app.ui.viewmodels.kiosk.frame import ANSWER_MS
from app.ui.viewmodels.kiosk.signin import HINT_MS
from tests.helpers.keys import items, press, type_text
from tests.helpers.kiosk import KioskStage
from tests.helpers.kiosk_door import PIN, card, give_pin, scan

pytestmark = pytest.mark.slow
UPI = "upi://pay?pa=kirana@bank&pn=Sharma"
KEY = Qt.Key


class TestCard:
    @pytest.mark.parametrize("screen", ["attract", "signin", "access"])
    def test_a_card_opens_its_member_at_any_time(self, kiosk: KioskStage, screen: str):
        kiosk.go(screen)
        scan(kiosk, card(kiosk))
        assert kiosk.vm.props.present
        assert "Hello, Aarti!" in kiosk.texts()

    def test_only_the_first_name_and_a_masked_phone_are_shown(self, kiosk: KioskStage):
        scan(kiosk, card(kiosk))
        shown = kiosk.texts()
        assert "98•••••210" in shown
        assert "Sharma" not in shown
        assert "9876543210" not in shown

    def test_a_upi_code_is_answered_kindly(self, kiosk: KioskStage):
        scan(kiosk, UPI)
        assert "This is a UPI payment QR. Show your Sikka card to see your coins." in kiosk.texts()
        assert not kiosk.vm.props.present

    def test_another_shops_card(self, kiosk: KioskStage):
        hint = next(one for one in ("22", "33") if one != kiosk.shop.place.cell_hint)
        scan(kiosk, mint_card(bytes(range(16)), hint))
        assert "This card is from another shop." in kiosk.texts()

    @pytest.mark.parametrize("online", [True, False])
    def test_a_card_nobody_has(self, open_kiosk: Callable[..., KioskStage], online: bool):
        kiosk = open_kiosk(status=lambda: SyncStatus(solo=False, online=online))
        scan(kiosk, mint_card(bytes(range(16)), kiosk.shop.place.cell_hint))
        leads_on = "The card you showed becomes yours." in kiosk.texts()
        assert leads_on == online, "another till may have given it away meanwhile"
        assert ("Nobody has this card yet." in kiosk.texts()) != online
        assert not kiosk.vm.props.present

    def test_a_blocked_card(self, kiosk: KioskStage):
        block_card(kiosk.shop, "", kiosk.member.member, "lost")
        scan(kiosk, card(kiosk))
        assert "This card does not work any more" in kiosk.texts()
        assert not kiosk.vm.props.present

    def test_the_answer_goes_away_by_itself(self, kiosk: KioskStage):
        scan(kiosk, UPI)
        kiosk.later(ANSWER_MS)
        assert "UPI" not in kiosk.texts()

    def test_the_answer_goes_away_at_a_card(self, kiosk: KioskStage):
        scan(kiosk, UPI)
        scan(kiosk, card(kiosk))
        assert "UPI" not in kiosk.texts()

    def test_another_card_during_a_visit_asks_first(self, kiosk: KioskStage):
        scan(kiosk, card(kiosk))
        scan(kiosk, card(kiosk, kiosk.other))
        assert "This is another card" in kiosk.texts()
        kiosk.tap("No, go on here")
        assert kiosk.vm.props.greeting == "Hello, Aarti!"

    def test_another_card_finishes_the_visit_when_wanted(self, kiosk: KioskStage):
        scan(kiosk, card(kiosk))
        scan(kiosk, card(kiosk, kiosk.other))
        kiosk.tap("Open the other card")
        assert kiosk.vm.props.greeting == "Hello, Venkatanarasimharajuvaripeta!"

    def test_the_same_card_again_changes_nothing(self, kiosk: KioskStage):
        scan(kiosk, card(kiosk))
        kiosk.go("card")
        scan(kiosk, card(kiosk))
        assert kiosk.vm.props.screen == "card"
        assert "another card" not in kiosk.texts()


class TestPhoneAndPin:
    def sign_in(self, kiosk: KioskStage, phone: str, pin: str) -> None:
        """Type with a real keyboard, as the fields ask."""
        kiosk.go("attract")
        kiosk.go("signin")
        type_text(kiosk.window, phone)
        press(kiosk.window, KEY.Key_Return)
        type_text(kiosk.window, pin)
        press(kiosk.window, KEY.Key_Return)
        kiosk.settle()

    def test_both_right(self, kiosk: KioskStage):
        give_pin(kiosk)
        self.sign_in(kiosk, "9876543210", PIN)
        assert kiosk.vm.props.greeting == "Hello, Aarti!"

    def test_the_pad_types_as_keys_do(self, kiosk: KioskStage):
        give_pin(kiosk)
        kiosk.go("signin")
        for digit in "9876543210":
            kiosk.tap(digit)
        kiosk.tap("Next")
        for digit in PIN + "5":
            kiosk.tap(digit)
        kiosk.tap("Delete the last digit")
        kiosk.tap("OK")
        assert kiosk.vm.props.greeting == "Hello, Aarti!"

    def test_known_and_unknown_numbers_get_the_same_answer(self, kiosk: KioskStage):
        give_pin(kiosk)
        answers = []
        for phone in ("9876543210", "9812345678", "9333344444"):
            self.sign_in(kiosk, phone, "9042")
            answers.append(kiosk.vm.signIn.props.message)
            assert not kiosk.vm.props.present
        assert answers[0].startswith("This phone number and PIN do not go together.")
        assert len(set(answers)) == 1

    def test_too_many_wrong_ones_lock(self, kiosk: KioskStage):
        give_pin(kiosk)
        for _ in range(TRIES):
            self.sign_in(kiosk, "9876543210", "9042")
        assert "Too many wrong PINs." in kiosk.texts()
        self.sign_in(kiosk, "9876543210", PIN)
        assert not kiosk.vm.props.present

    def test_no_phone_number(self, kiosk: KioskStage):
        self.sign_in(kiosk, "12345", PIN)
        assert "Type all 10 digits." in kiosk.texts()

    def test_nothing_typed_is_there_when_one_comes_back(self, kiosk: KioskStage):
        kiosk.go("signin")
        type_text(kiosk.window, "98765")
        kiosk.tap("Back")
        kiosk.go("signin")
        assert "98765" not in kiosk.texts()


class TestCamera:
    @pytest.fixture
    def stage(self, open_kiosk) -> Iterator[tuple[KioskStage, CameraScanner]]:
        camera = CameraScanner()
        yield open_kiosk(camera=camera), camera
        camera.stop()

    def frame(self, colour: Qt.GlobalColor) -> QVideoFrame:
        image = QImage(640, 480, QImage.Format.Format_RGB32)
        image.fill(colour)
        # The left half stays plain, to see that the picture is mirrored.
        for y in range(480):
            for x in range(320):
                image.setPixelColor(x, y, Qt.GlobalColor.blue)
        return QVideoFrame(image)

    def test_it_is_on_only_while_one_comes_in(self, stage):
        kiosk, camera = stage
        assert not camera.running
        kiosk.go("signin")
        assert camera.running
        kiosk.vm.home()
        assert not camera.running

    def test_the_picture_is_mirrored_and_framed(self, stage):
        kiosk, camera = stage
        kiosk.go("signin")
        camera.sink.setVideoFrame(self.frame(Qt.GlobalColor.green))
        kiosk.settle()
        assert "Hold your card so that it fills the frame" in kiosk.texts()
        (preview,) = (
            one
            for one in items(kiosk.window.contentItem())
            if one.metaObject().className() == "CameraPreview"
        )
        assert isinstance(preview, QQuickItem)
        drawn = kiosk.window.grabWindow()
        at = preview.mapToScene(preview.boundingRect().topLeft())
        left = drawn.pixelColor(int(at.x()) + 20, int(at.y()) + 20)
        right = drawn.pixelColor(int(at.x() + preview.width()) - 20, int(at.y()) + 20)
        assert (left.green(), left.blue()) == (255, 0)
        assert (right.green(), right.blue()) == (0, 255)

    def test_hints_come_after_four_seconds_and_differ(self, stage):
        kiosk, camera = stage
        kiosk.go("signin")
        camera.sink.setVideoFrame(self.frame(Qt.GlobalColor.green))
        kiosk.settle()
        assert kiosk.vm.signIn.props.hint == ""
        hints = []
        for _ in range(3):
            kiosk.later(HINT_MS)
            hints.append(kiosk.vm.signIn.props.hint)
        assert hints[0] == "Hold it a little closer."
        assert len(set(hints)) == 3

    def test_a_camera_that_shows_nothing(self, stage):
        kiosk, _ = stage
        kiosk.go("signin")
        kiosk.later(HINT_MS)
        assert "The camera shows nothing. Use the scanner, or phone and PIN." in kiosk.texts()

    def test_without_one_the_scanner_is_named(self, kiosk: KioskStage):
        kiosk.go("signin")
        assert "Hold your card to the scanner" in kiosk.texts()


class TestPin:
    def prove(self, kiosk: KioskStage) -> list[str]:
        heard: list[str] = []
        kiosk.vm._kiosk.prove(lambda: heard.append("spent"))
        kiosk.settle()
        return heard

    def test_spending_goes_on_after_the_pin(self, kiosk: KioskStage):
        give_pin(kiosk)
        scan(kiosk, card(kiosk))
        heard = self.prove(kiosk)
        assert "Your PIN, please" in kiosk.texts()
        type_text(kiosk.window, PIN)
        press(kiosk.window, KEY.Key_Return)
        kiosk.settle()
        assert heard == ["spent"]
        assert self.prove(kiosk) == ["spent"]
        assert "Your PIN, please" not in kiosk.texts()

    def test_a_wrong_pin_spends_nothing(self, kiosk: KioskStage):
        give_pin(kiosk)
        scan(kiosk, card(kiosk))
        heard = self.prove(kiosk)
        type_text(kiosk.window, "9042")
        press(kiosk.window, KEY.Key_Return)
        kiosk.settle()
        assert "Wrong PIN." in kiosk.texts()
        kiosk.tap("Not now")
        assert heard == []
        assert "PIN, please" not in kiosk.texts()

    def test_who_came_with_phone_and_pin_is_not_asked_again(self, kiosk: KioskStage):
        give_pin(kiosk)
        TestPhoneAndPin().sign_in(kiosk, "9876543210", PIN)
        assert self.prove(kiosk) == ["spent"]

    def test_a_first_pin_needs_the_phone_number(self, kiosk: KioskStage):
        scan(kiosk, card(kiosk))
        heard = self.prove(kiosk)
        assert "You need a PIN for this" in kiosk.texts()
        kiosk.tap("Choose a PIN")
        type_text(kiosk.window, "9812345678")
        press(kiosk.window, KEY.Key_Return)
        kiosk.settle()
        assert "We know you by another phone number." in kiosk.texts()
        type_text(kiosk.window, "9876543210")
        press(kiosk.window, KEY.Key_Return)
        kiosk.settle()
        for _ in range(2):
            type_text(kiosk.window, PIN)
            press(kiosk.window, KEY.Key_Return)
            kiosk.settle()
        assert heard == ["spent"]
        assert has_pin(kiosk.shop, kiosk.member.member)

    @pytest.mark.parametrize(
        ("pin", "sentence"),
        [("12", "A PIN has 4 to 8 digits."), ("1234", "This PIN is easy to guess.")],
    )
    def test_a_weak_pin_is_refused(self, kiosk: KioskStage, pin: str, sentence: str):
        give_pin(kiosk)
        TestPhoneAndPin().sign_in(kiosk, "9876543210", PIN)
        kiosk.go("access")
        kiosk.tap("Choose or change my PIN")
        for _ in range(2):
            type_text(kiosk.window, pin)
            press(kiosk.window, KEY.Key_Return)
            kiosk.settle()
        assert sentence in kiosk.texts()

    def test_two_different_pins_are_no_pin(self, kiosk: KioskStage):
        give_pin(kiosk)
        TestPhoneAndPin().sign_in(kiosk, "9876543210", PIN)
        kiosk.go("access")
        kiosk.tap("Choose or change my PIN")
        for pin in ("8642", "8643"):
            type_text(kiosk.window, pin)
            press(kiosk.window, KEY.Key_Return)
            kiosk.settle()
        assert "These were two different PINs." in kiosk.texts()


class TestHelp:
    def test_a_call_is_said_and_its_answer_too(self, kiosk: KioskStage):
        kiosk.tap("Call us")
        assert "We have been called. Somebody is coming." in kiosk.texts()
        kiosk.later(30_000)
        assert "Somebody" not in kiosk.texts()
        (call,) = calls.open_calls(kiosk.shop)
        calls.answer_call(kiosk.shop, "", call.id)
        kiosk.later(500)
        assert "Somebody is on the way to you." in kiosk.texts()

    def test_it_is_a_call_of_the_kiosk_and_outlives_a_visit(self, kiosk: KioskStage):
        scan(kiosk, card(kiosk))
        kiosk.tap("Call us")
        kiosk.tap("Finish")
        (call,) = calls.open_calls(kiosk.shop)
        calls.answer_call(kiosk.shop, "", call.id)
        kiosk.later(500)
        assert "Somebody is on the way to you." in kiosk.texts()


def test_the_first_screen_turns_and_does_not_grow(kiosk: KioskStage):
    slides = kiosk.vm.attract.slides
    first = [row.title for row in slides.rows]
    seen: set[str] = set(first)
    kiosk.later(8_000)
    assert [row.title for row in slides.rows] != first
    for _ in range(3_600):
        kiosk.ticks.now_ms += 8_000
        kiosk.vm.beat()
        seen |= {row.title for row in slides.rows}
    assert slides.rowCount() == 3
    assert 3 < len(seen) <= 12
    before = drawn(kiosk.window.contentItem())
    kiosk.later(8_000)
    assert drawn(kiosk.window.contentItem()) == before


def drawn(item: QQuickItem) -> int:
    """How many items there are, seen or not."""
    return 1 + sum(drawn(child) for child in item.childItems())

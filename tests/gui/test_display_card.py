"""A card to photograph while nobody is there: a blank one, and another for the next person."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.config import SettingsError, read_settings, write_settings
from app.domain.codes import read_card
from app.services.cards import blank_card, issue_card, who_has
from app.services.members import MemberView, find, identify
from app.services.shop import Shop
from app.sync.status import SyncStatus
from app.ui.viewmodels.display import blank
from tests.helpers.counter import Counter
from tests.helpers.display import Display
from tests.helpers.keys import press, texts, type_text
from tests.helpers.kiosk import Ticks
from tests.helpers.people import joined

pytestmark = pytest.mark.slow
Key = Qt.Key
OPEN = SyncStatus(solo=False, online=True)
AWAY = SyncStatus(solo=False, online=False)


def opened(open_counter: Callable[..., Counter], **parts: object) -> Display:
    """A counter with Meera signed in; its display shows a card to photograph."""
    ticks = Ticks()
    counter = open_counter(display="window", now_ms=ticks, **parts)
    counter.sign_in()
    display = Display(counter, ticks)
    display.wait(1)
    return display


@pytest.fixture
def display(open_counter: Callable[..., Counter]) -> Display:
    return opened(open_counter)


def photo(display: Display) -> str:
    """Return what a phone reads of the customer's window, "" when there is no code."""
    display.settle()
    picture = display.window.grabWindow().convertToFormat(QImage.Format.Format_Grayscale8)
    image = Image.frombuffer(
        "L",
        (picture.width(), picture.height()),
        bytes(picture.constBits()),
        "raw",
        "L",
        picture.bytesPerLine(),
        1,
    )
    found = zxingcpp.read_barcodes(image)
    return found[0].text if found else ""


def key(counter: Counter, which: Key) -> None:
    press(counter.window, which)
    counter.jobs.drain()


def write(counter: Counter, text: str) -> None:
    type_text(counter.window, text)
    counter.jobs.drain()


class TestShown:
    def test_it_is_a_card_of_this_shop_that_nobody_has(self, display: Display):
        number, shop = photo(display), display.counter.shop
        assert number == read_card(number)
        assert number[2:4] == shop.place.cell_hint
        assert who_has(shop, "card", number) is None
        assert "No card yet?" in display.read()
        assert "it becomes your card. Joining is free." in display.read()

    @pytest.mark.parametrize("size", [(1280, 800), (1366, 768), (1920, 1080), (800, 1280)])
    def test_it_can_be_read_on_any_panel(self, display: Display, size: tuple[int, int]):
        display.window.resize(*size)
        assert photo(display)

    def test_nothing_of_it_is_written(self, display: Display):
        before = display.counter.shop.db.head
        for _ in range(4):
            display.wait(9)
        assert display.counter.shop.db.head == before

    def test_it_stands_long_enough_to_be_photographed_then_comes_another(self, display: Display):
        first = photo(display)
        display.wait(9)
        display.wait(9)
        assert photo(display) == first, "18 seconds are not enough for everybody"
        display.wait(9)
        assert photo(display) not in {"", first}

    @pytest.mark.expects_log("a job of the counter failed")
    def test_one_that_could_not_be_made_comes_at_the_next_turn(
        self, open_counter: Callable[..., Counter], monkeypatch: pytest.MonkeyPatch
    ):
        def nothing(_: Shop) -> str:
            raise OSError("no randomness")

        with monkeypatch.context() as broken:
            broken.setattr(blank, "blank_card", nothing)
            display = opened(open_counter)
            assert photo(display) == ""
        display.wait(9)
        assert photo(display)

    @pytest.mark.parametrize("came", ["member", "guest", "enrolling"])
    def test_whoever_came_to_the_till_takes_it_along(self, display: Display, came: str):
        first = photo(display)
        if came == "member":
            display.come()
            assert photo(display) == ""
            display.counter.vm.removeMember()
        elif came == "guest":
            display.amount("500")
            assert photo(display) == ""
            display.record()
            display.wait(61)
        else:
            display.counter.vm.openPanel("find")
            display.counter.vm.find.enrolNew()
        assert display.screen == "idle"
        assert photo(display) not in {"", first}

    def test_a_card_that_was_given_elsewhere_goes(self, display: Display):
        first, counter = photo(display), display.counter
        issue_card(counter.shop, "", counter.other.member, first)
        display.wait(1)
        assert photo(display) not in {"", first}

    def test_a_photo_that_comes_late_does_not_come_back(self, display: Display):
        first = photo(display)
        display.wait(25)  # another one is being made …
        display.counter.scanner.scan(display.counter.card())  # … when a member comes
        display.settle()
        assert display.screen == "bill"
        assert photo(display) == ""
        assert first not in display.known()

    def test_a_shop_that_does_not_want_it(self, open_counter: Callable[..., Counter]):
        display = opened(open_counter, display_card=False)
        display.wait(25)
        assert photo(display) == ""
        assert "Joining is free: tell us your phone number here." in display.read()
        assert "No card yet?" not in display.read()

    def test_the_shop_says_so_in_its_settings(self, display: Display):
        folder = display.counter.shop.db.path.parent
        own = read_settings(folder)
        assert own.display_card
        write_settings(folder, replace(own, display_card=False))
        assert not read_settings(folder).display_card
        write_settings(folder, replace(own, display_card="no"))  # type: ignore[arg-type]
        with pytest.raises(SettingsError, match="true or false"):
            read_settings(folder)


class TestJoining:
    def test_from_the_photo_to_the_greeting(self, display: Display):
        counter, number = display.counter, photo(display)
        counter.scan(number)
        assert counter.vm.props.panel == "enrol"
        assert counter.vm.enrol.props.card == f"Card scanned: {read_short(number)}"
        write(counter, "9000012345")
        key(counter, Key.Key_Return)
        write(counter, "Sunita")
        key(counter, Key.Key_Return)
        key(counter, Key.Key_Space)
        key(counter, Key.Key_Return)
        assert "Sunita is a member now." in texts(counter.window)
        assert display.screen == "card"
        assert photo(display) == number, "the card on the display is the one in the photo"
        key(counter, Key.Key_F12)
        counter.vm.removeMember()
        assert photo(display) not in {"", number}
        counter.scan(number)
        assert counter.vm.member.props.name == "Sunita"
        assert "Hello, Sunita!" in display.read()

    def test_a_bill_that_was_begun_stays(self, display: Display):
        counter, number = display.counter, photo(display)
        display.amount("1264")
        counter.scan(number)
        write(counter, "9000012345")
        counter.vm.enrol.typeName("Sunita")
        counter.vm.enrol.setConsent(True)
        key(counter, Key.Key_F12)
        key(counter, Key.Key_F12)
        assert counter.vm.member.props.name == "Sunita"
        assert counter.vm.bill.inputs.amount == "1264"
        display.record()
        (hit,) = find(counter.shop, "9000012345")
        view = identify(counter.shop, number)
        assert isinstance(view, MemberView)
        assert view.member == hit.member
        assert view.coins.spendable > 0

    def test_what_was_typed_to_find_them_goes_along(self, display: Display):
        counter, number = display.counter, photo(display)
        key(counter, Key.Key_F2)
        write(counter, "9000012345")
        counter.scan(number)
        assert counter.vm.props.panel == "enrol"
        assert counter.vm.enrol.props.phone == "9000012345"

    def test_a_second_one_with_the_same_photo_is_seen_to_be_somebody_else(self, display: Display):
        counter, number = display.counter, photo(display)
        joined(counter.shop, "Sunita Rao", "9000012345", card=number)
        counter.scan(number)
        assert counter.vm.props.panel == "bill"
        assert counter.vm.member.props.name == "Sunita Rao"
        assert "Hello, Sunita!" in display.read()

    def test_somebody_was_quicker_with_the_same_photo(self, display: Display):
        counter, number = display.counter, photo(display)
        counter.scan(number)
        joined(counter.shop, "Sunita Rao", "9000012345", card=number)
        write(counter, "9000054321")
        counter.vm.enrol.typeName("Gopal")
        counter.vm.enrol.setConsent(True)
        key(counter, Key.Key_F12)
        assert "belongs to another member" in counter.vm.enrol.props.message
        assert "A new card number is made." in counter.vm.enrol.props.card
        key(counter, Key.Key_F12)
        assert "Gopal is a member now." in texts(counter.window)
        assert counter.vm.enrol.props.cardNumber != read_short(number)

    def test_with_a_member_there_it_is_said_and_nobody_goes(self, display: Display):
        number = photo(display)
        display.come()
        display.counter.scan(number)
        assert display.counter.vm.props.panel == "bill"
        assert "belongs to nobody yet" in display.counter.vm.props.message
        assert display.counter.vm.member.props.name == "Aarti Sharma"


class TestOutOfTouch:
    """Whether another till gave the card away is known here only while the hub answers."""

    def test_the_card_is_not_given_unasked(self, open_counter: Callable[..., Counter]):
        display = opened(open_counter, status=lambda: AWAY)
        counter, number = display.counter, photo(display)
        counter.scan(number)
        assert counter.vm.props.panel == "enrol"
        assert "A new card number is made." in counter.vm.enrol.props.card
        assert counter.vm.props.message.startswith("Other tills cannot be asked")
        counter.scan(number)
        assert counter.vm.props.message == ""
        assert counter.vm.enrol.props.card == f"Card scanned: {read_short(number)}"

    def test_with_the_hub_it_is(self, open_counter: Callable[..., Counter]):
        display = opened(open_counter, status=lambda: OPEN)
        display.counter.scan(blank_card(display.counter.shop))
        assert "Card scanned" in display.counter.vm.enrol.props.card
        assert display.counter.vm.props.message == ""


def read_short(number: str) -> str:
    return "-".join(number[at : at + 5] for at in (0, 5, 10))

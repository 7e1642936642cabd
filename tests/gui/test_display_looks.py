"""The customer's display on the panels it is sold with, with much to show and long names."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QRectF

from app.services.catalogue import Item
from tests.helpers.counter import LONG_NAME, Counter
from tests.helpers.display import Display, give_coins, give_pin
from tests.helpers.keys import items
from tests.helpers.kiosk import Ticks
from tests.helpers.screen_walk import Ask, look

pytestmark = pytest.mark.slow
# Panels that are sold, with their pixels in a millimetre: 7, 10 and 15.6 inches, a tablet on end.
PANELS = (((1024, 600), 6.0), ((1280, 800), 5.9), ((1366, 768), 4.0), ((1080, 1920), 5.5))
LANGUAGES = ("en", "hi", "fil")
MODULES = 21
"""How many modules the QR code of a card has each way."""


@pytest.fixture
def display(open_counter: Callable[..., Counter]) -> Display:
    """A counter with its display; nothing moves."""
    ticks = Ticks()
    counter = open_counter(display="window", now_ms=ticks)
    counter.sign_in()
    return Display(counter, ticks)


def faults(display: Display) -> list[str]:
    """Return what is wrong on any panel with what the display shows now."""
    style = display.counter.app.engine.singletonInstance("Sikka.Style", "Paper")
    assert isinstance(style, QObject)
    style.setProperty("reducedMotion", True)
    found = []
    for size, density in PANELS:
        style.setProperty("pixelsPerMm", density)
        display.window.resize(*size)
        display.settle()
        wrong = look(display.window, Ask(text=24, target=int(18 * density)))
        found += [f"{display.vm.props.screen} {size}: {one}" for one in wrong]
    return found


def come(display: Display, language: str) -> None:
    """Let a member with a very long name and many coins come, and fill the bill."""
    counter = display.counter
    view = give_coins(counter, counter.other, 1_234_567)
    counter.vm.set_member(replace(view, language=language))
    bill = counter.vm.bill
    bill.typeNumber("B-9000")
    for at in range(30):
        name = f"{LONG_NAME} {at}"
        bill.add(Item(f"long-{at}", name, "staples", "", "each", 12_345_678 + at))
    bill.use_coins(bill.inputs.estimate.coin_range.maximum)
    display.settle()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_bill_of_somebody_with_a_long_name(display: Display, language: str):
    come(display, language)
    assert faults(display) == []
    rows = display.vm.lines.rows
    assert f"{rows[-1].name}  {rows[-1].quantity}" in display.read(), "the last one is in sight"


def test_a_greeting_stands_in_the_middle_of_every_panel(display: Display):
    display.counter.vm.set_member(give_coins(display.counter, display.counter.other, 300))
    for size, _ in PANELS:
        display.window.resize(*size)
        display.settle()
        said = display.vm.props.greeting
        shown = items(display.window.contentItem())
        heading = next(item for item in shown if item.property("text") == said)
        box = heading.mapRectToScene(QRectF(0, 0, heading.width(), heading.height()))
        assert abs(box.center().x() - size[0] / 2) < 2, size
        assert abs(box.center().y() - size[1] / 2) < size[1] / 8, size


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_thanks_for_it(display: Display, language: str):
    come(display, language)
    vm = display.counter.vm
    vm.memberPin.agree(vm.bill.inputs.member, vm.bill.inputs.coins)
    display.record()
    assert display.screen == "thanks"
    assert faults(display) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pin_that_is_locked(display: Display, language: str):
    counter = display.counter
    give_pin(counter, counter.other)
    come(display, language)
    view = counter.vm.member.view
    counter.vm.memberPin.prove(view, 1_000_000, lambda: None)
    display.settle()
    for _ in range(6):
        for digit in "1379":
            display.vm.pin.press(digit)
        display.vm.pin.submit()
        display.settle()
    assert display.vm.pin.props.message
    assert faults(display) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cashier_waits_with_all_in_sight(open_counter: Callable[..., Counter], language: str):
    counter = open_counter(language, display="window", now_ms=Ticks())
    counter.sign_in()
    display = Display(counter)
    counter.vm.memberPin.choose(counter.other, counter.app.desk.staff_id, lambda _: None)
    found = []
    for digits in ("", "1234", "1234"):
        for digit in digits:
            display.vm.pin.press(digit)
        for size in ((1024, 768), (1366, 768)):
            counter.window.resize(*size)
            display.settle()
            found += [f"{size}: {one}" for one in look(counter.window, Ask(text=16, target=45))]
        display.vm.pin.submit()
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_to_photograph_while_nobody_is_there(
    open_counter: Callable[..., Counter], language: str
):
    ticks = Ticks()
    display = Display(open_counter(language, display="window", now_ms=ticks), ticks)
    display.wait(1)
    for _ in range(4):
        assert display.vm.props.cardSize == MODULES
        assert faults(display) == []
        display.wait(9)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_code_is_large_enough_for_any_phone(
    open_counter: Callable[..., Counter], language: str
):
    display = Display(open_counter(language, display="window", now_ms=Ticks()))
    display.wait(1)
    style = display.counter.app.engine.singletonInstance("Sikka.Style", "Paper")
    assert isinstance(style, QObject)
    for size, density in PANELS:
        style.setProperty("pixelsPerMm", density)
        display.window.resize(*size)
        display.settle()
        (code,) = (
            item
            for item in items(display.window.contentItem())
            if item.property("quiet") is not None
        )
        assert code.property("module") * MODULES >= 40 * density, size
        assert code.width() >= code.property("module") * (MODULES + 2 * 4), size

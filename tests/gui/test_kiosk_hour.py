"""An hour of people at the kiosk who tap, type and show whatever they like, in any order."""

import random
import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from app.services.members import MemberView, open_member
from tests.helpers.counter import LONG_NAME
from tests.helpers.keys import accessible, press
from tests.helpers.kiosk import KioskStage

STEPS = 250
"""What is done at each kiosk; `--rounds` of 20 more begins another."""
SIZE = (1280, 800)
MASKED_PHONE = re.compile(r"\d\d•+\d\d")
KEYS = (
    *(Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space),
    *(Qt.Key.Key_F4, Qt.Key.Key_F11, Qt.Key.Key_F12, Qt.Key.Key_Backspace, Qt.Key.Key_Back),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Delete),
)
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
SHOWN = (
    "upi://pay?pa=asha@upi&pn=Asha",
    "https://example.com/menu",
    "8901030865278",
    "SVPAM-EMJDF-TFV4P",
    "not a code",
)
TAPPABLE = (QAccessible.Role.Button, QAccessible.Role.RadioButton, QAccessible.Role.CheckBox)
WAITS_MS = (300, 2_000, 9_000, 46_000, 62_000, 200_000)


class Crowd:
    """Somebody before the kiosk, and the next one, and the next."""

    def __init__(self, kiosk: KioskStage, seed: int) -> None:
        self._kiosk = kiosk
        self._chance = random.Random(seed)
        self.done: list[str] = []
        self._acts: tuple[tuple[int, Callable[[], str]], ...] = (
            (52, self._tap_something),
            (10, self._tap_anywhere),
            (12, self._press),
            (6, self._type),
            (10, self._show),
            (8, self._wait),
            (2, self._close),
        )

    def step(self) -> None:
        """Do one thing."""
        weights = [weight for weight, _ in self._acts]
        act = self._chance.choices(self._acts, weights)[0][1]
        self.done.append(act())
        self._kiosk.settle()

    def _tap_something(self) -> str:
        window = self._kiosk.window
        found = [
            (node.text(QAccessible.Text.Name), node.rect().center() - window.position())
            for node in accessible(window)
            if node.role() in TAPPABLE and not node.state().disabled
        ]
        reachable = [
            (name, at) for name, at in found if QRect(QPoint(), window.size()).contains(at)
        ]
        if not reachable:
            return "nothing to tap"
        name, at = self._chance.choice(reachable)
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=at)
        return f"tap {name!r}"

    def _tap_anywhere(self) -> str:
        at = QPoint(self._chance.randrange(SIZE[0]), self._chance.randrange(SIZE[1]))
        QTest.mouseClick(self._kiosk.window, Qt.MouseButton.LeftButton, pos=at)
        return f"tap at {at.x()}, {at.y()}"

    def _press(self) -> str:
        key, modifiers = self._chance.choice(KEYS), self._chance.choice(MODIFIERS)
        press(self._kiosk.window, key, modifiers=modifiers)
        return f"press {modifiers.name} {key.name}"

    def _type(self) -> str:
        text = "".join(self._chance.choices("0123456789", k=self._chance.choice((1, 4, 10))))
        for digit in text:
            press(self._kiosk.window, Qt.Key(ord(digit)), digit)
        return f"type {text}"

    def _show(self) -> str:
        own = [view.cards[-1].number for view in (self._kiosk.member, self._kiosk.other)]
        text = self._chance.choice((*own * 3, *SHOWN))
        self._kiosk.scanner.scan(text)
        return f"show {text}"

    def _wait(self) -> str:
        wait_ms = self._chance.choice(WAITS_MS)
        self._kiosk.later(wait_ms)
        return f"wait {wait_ms}"

    def _close(self) -> str:
        self._kiosk.window.close()
        return "close the window"


def coins_of(kiosk: KioskStage) -> tuple[int, ...]:
    """What the two members whose cards are shown have."""
    views = [open_member(kiosk.shop, one.member) for one in (kiosk.member, kiosk.other)]
    return tuple(one.coins.spendable for one in views if isinstance(one, MemberView))


def asked(kiosk: KioskStage) -> tuple[bool, bool]:
    """Say whether the kiosk asks now whether coins are to go, and whether coins can come."""
    vm = kiosk.vm
    takes = (vm.screen == "rewards" and vm.rewards.step == "confirm") or vm.screen == "raffle"
    gives = vm.screen in {"moments", "surveys", "vouchers"}
    return takes, gives


def check(kiosk: KioskStage, before: tuple[int, ...], may: tuple[bool, bool]) -> None:
    """Hold the kiosk to what it promises whoever stands before it."""
    changes = [now - then for now, then in zip(coins_of(kiosk), before, strict=True)]
    assert not any(change < 0 for change in changes) or may[0], f"coins went unasked: {changes}"
    assert not any(change > 0 for change in changes) or may[1], f"coins came unasked: {changes}"
    assert kiosk.warnings == []
    assert kiosk.vm.notice == ""
    assert kiosk.window.isVisible()
    assert (kiosk.window.width(), kiosk.window.height()) == SIZE
    if not kiosk.vm.present:
        shown = kiosk.texts() + "\n".join(kiosk.all_names())
        for private in ("Aarti", LONG_NAME.split()[0]):
            assert private not in shown
        assert not MASKED_PHONE.search(shown)


@pytest.mark.slow
def test_nobody_can_break_out_pry_or_take_what_is_not_theirs(
    open_kiosk: Callable[..., KioskStage], rounds: int
):
    for seed in range(max(1, rounds // 20)):
        kiosk = open_kiosk(size=SIZE)
        crowd = Crowd(kiosk, seed)
        for _ in range(STEPS):
            before, may = coins_of(kiosk), asked(kiosk)
            try:
                crowd.step()
                check(kiosk, before, may)
            except AssertionError as error:
                trail = " · ".join(crowd.done[-12:])
                raise AssertionError(f"seed {seed}: {error}\nafter {trail}") from error

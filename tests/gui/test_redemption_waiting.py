"""Beside the answer: what waits, what was handed over, who calls for help."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.services.calls import Called, call_for_help, open_calls
from tests.helpers.counter import Counter
from tests.helpers.keys import press, texts
from tests.helpers.redemption import COFFEE, TEA, Redemption

pytestmark = pytest.mark.slow

Open = Callable[..., Redemption]
Key = Qt.Key


def plain(text: str) -> str:
    """Return a text with blanks that may break."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


class TestWaiting:
    def test_what_waits_before_the_sign_in_is_listed_without_a_sound(self, open_redemption: Open):
        desk = open_redemption()
        desk.chosen(TEA)
        desk.sign_in()
        assert [(row.ticket, row.title) for row in desk.root.waiting.rows.rows] == [("1", "Aarti")]
        assert desk.chimes == []

    def test_what_is_new_chimes_once_and_is_called_out(self, desk: Redemption):
        desk.chosen(COFFEE)
        desk.news()
        desk.news()
        assert desk.chimes == ["rung"]
        assert desk.root.waiting.props.call == "1, Aarti, Try instant coffee free"
        assert desk.root.waiting.props.heading == "Waiting: 1"
        assert desk.root.waiting.rows.rows[0].fresh

    def test_the_screen_looks_by_itself(self, desk: Redemption):
        desk.chosen(COFFEE)
        desk.root._look.timeout.emit()
        desk.jobs.drain()
        assert desk.root.waiting.props.heading == "Waiting: 1"
        assert desk.root._look.interval() == 500
        assert desk.root._look.isActive()

    def test_muted_it_is_only_seen(self, desk: Redemption):
        desk.window.grabWindow()
        desk.key(Key.Key_F9)
        desk.chosen(COFFEE)
        desk.news()
        assert desk.chimes == []
        assert desk.root.waiting.props.call

    def test_it_stays_muted_when_the_program_starts_again(self, open_redemption: Open):
        first = open_redemption()
        first.sign_in()
        first.window.grabWindow()
        first.key(Key.Key_F9)
        again = open_redemption()
        again.sign_in()
        again.window.grabWindow()
        assert again.root.props.muted
        again.chosen(COFFEE)
        again.news()
        assert again.chimes == []
        again.key(Key.Key_F9)
        third = open_redemption()
        third.sign_in()
        assert not third.root.props.muted

    def test_the_call_is_over_after_a_while(self, desk: Redemption):
        desk.chosen(COFFEE)
        desk.news()
        desk.root.waiting._calm.timeout.emit()
        assert desk.root.waiting.props.call == ""
        assert not desk.root.waiting.rows.rows[0].fresh

    def test_a_line_touched_is_answered(self, desk: Redemption):
        desk.chosen(TEA)
        desk.news()
        desk.root.waiting.choose(0)
        desk.jobs.drain()
        assert desk.vm.props.thing == "Assam tea, 250 g, free"

    def test_arrows_and_enter_open_a_line(self, desk: Redemption):
        desk.chosen(TEA)
        desk.chosen(COFFEE, desk.other)
        desk.news()
        desk.window.grabWindow()
        desk.key(Key.Key_Down)
        desk.key(Key.Key_Down)
        desk.key(Key.Key_Return)
        assert desk.vm.props.thing == "Try instant coffee free"

    def test_what_was_handed_over_moves_to_the_other_list(self, desk: Redemption):
        got = desk.chosen(TEA)
        desk.news()
        desk.scan(got.number)
        desk.clock.at += timedelta(minutes=5)
        desk.act()
        assert desk.root.waiting.props.heading == "Waiting: 0"
        desk.window.grabWindow()
        desk.key(Key.Key_F7)
        (row,) = desk.root.waiting.rows.rows
        assert (row.ticket, row.title) == ("1", "Assam tea, 250 g, free")
        assert plain(row.detail) == "Aarti · handed over by Meera · 12:05 pm"

    def test_several_of_one_thing_say_which_they_are(self, desk: Redemption):
        desk.chosen(TEA)
        desk.chosen(TEA)
        desk.news()
        details = [plain(row.detail) for row in desk.root.waiting.rows.rows]
        assert details == [
            "Assam tea, 250 g, free · 1 of 2 · 12:00 pm",
            "Assam tea, 250 g, free · 2 of 2 · 12:00 pm",
        ]


class TestHelp:
    def test_a_call_lights_up_and_one_key_answers_it(self, desk: Redemption):
        assert isinstance(call_for_help(desk.shop), Called)
        desk.news()
        assert desk.root.help.props.sentence.startswith("Somebody at kiosk 1 needs help (")
        assert desk.chimes == ["rung"]
        desk.window.grabWindow()
        desk.key(Key.Key_F8)
        assert desk.root.help.props.sentence == ""
        assert open_calls(desk.shop) == ()

    def test_a_call_nobody_answered_goes_out_by_itself(self, desk: Redemption):
        call_for_help(desk.shop)
        desk.news()
        desk.clock.at += timedelta(minutes=16)
        desk.root._minute.timeout.emit()
        desk.jobs.drain()
        assert desk.root.help.props.sentence == ""

    def test_the_counter_shows_and_answers_it_too(self, counter: Counter):
        call_for_help(counter.shop)
        counter.app.station.look()
        counter.jobs.drain()
        assert any("needs help" in text for text in texts(counter.window))
        press(counter.window, Key.Key_F4, modifiers=Qt.KeyboardModifier.ShiftModifier)
        counter.jobs.drain()
        assert open_calls(counter.shop) == ()
        assert not any("needs help" in text for text in texts(counter.window))

    def test_the_counters_sign_in_shows_it_without_the_key(
        self, open_counter: Callable[..., Counter]
    ):
        counter = open_counter()
        call_for_help(counter.shop)
        counter.app.station.look()
        counter.jobs.drain()
        shown = texts(counter.window)
        assert any("needs help" in text for text in shown)
        assert "I am going" not in shown

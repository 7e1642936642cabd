"""The review list at the counter: a badge for everybody, the list for a supervisor."""

import logging
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from app.domain.facts import Answered, Flagged
from app.domain.members import coins_on
from app.domain.surveys import survey_of
from app.services import flags
from app.services.staff import list_staff
from tests.helpers.counter import PINS, Counter
from tests.helpers.keys import accessible, items, press, texts, type_text
from tests.helpers.shops import sell

pytestmark = pytest.mark.slow
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def settle(counter: Counter) -> None:
    counter.jobs.drain()
    QCoreApplication.processEvents()
    counter.jobs.drain()


def key(
    counter: Counter,
    which: Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    press(counter.window, which, modifiers=modifiers)
    settle(counter)


def tap(counter: Counter, name: str) -> None:
    """Press with a finger whatever has this text."""
    counter.window.grabWindow()
    found = next(
        one
        for one in items(counter.window.contentItem())
        if name in (one.property("text"), one.property("title"))
    )
    middle = found.mapToScene(found.boundingRect().center()).toPoint()
    QTest.mouseClick(counter.window, Qt.MouseButton.LeftButton, pos=middle)
    settle(counter)


def flag(counter: Counter, guard: str, subject: str, detail: str) -> None:
    shop = counter.shop
    event = shop.event("flagged", Flagged(guard, subject, detail))
    shop.record(lambda _: ((event,), None))


def doubted(counter: Counter) -> int:
    """Let the member answer a survey in two seconds; return the coins that wait."""
    shop = counter.shop
    survey = next(one for one in shop.programme.surveys if one.coins)
    facts = Answered(survey.id, survey.version, (), 2, 0, 0, ("fast",))
    event = shop.event("answered", facts, member=counter.member.member)
    shop.record(lambda _: ((event,), None))
    found = survey_of(shop.programme, survey.id)
    assert found
    return found.coins


def look(counter: Counter) -> None:
    counter.app.station.look()
    settle(counter)


def coins(counter: Counter) -> int:
    shop = counter.shop
    return coins_on(shop.state(counter.member.member), shop.moment().on).spendable


def test_the_badge_follows_what_waits(counter: Counter):
    look(counter)
    assert not counter.vm.review.props.badge
    doubted(counter)
    look(counter)
    assert "Review: 1" in texts(counter.window)
    flag(counter, "card_bills", counter.member.member, "found=7 limit=6")
    look(counter)
    assert "Review: 2" in texts(counter.window)
    names = [node.text(QAccessible.Text.Name) for node in accessible(counter.window)]
    assert "2 things for a supervisor" in names


def test_nothing_is_read_while_nothing_happens(counter: Counter):
    look(counter)
    counter.app.station.look()
    assert not counter.jobs._waiting


def test_a_cashier_needs_a_supervisor_to_open_it(counter: Counter):
    doubted(counter)
    key(counter, Key.Key_F10, SHIFT)
    assert counter.vm.props.panel == "bill"
    assert "Open the review list?" in texts(counter.window)
    assert not counter.vm.review.entries.rows
    type_text(counter.window, PINS["Meera"])
    key(counter, Key.Key_Return)
    assert counter.vm.props.panel == "bill"
    type_text(counter.window, PINS["Ravi"])
    key(counter, Key.Key_Return)
    assert counter.vm.props.panel == "review"
    assert any(text.startswith("Aarti · Survey") for text in texts(counter.window))
    assert not any("Sharma" in row.title + row.detail for row in counter.vm.review.entries.rows)


def test_a_supervisor_approves_by_keys_and_the_coins_come(open_counter):
    counter = open_counter()
    counter.sign_in("Ravi")
    worth, before = doubted(counter), coins(counter)
    look(counter)
    key(counter, Key.Key_F10, SHIFT)
    shown = texts(counter.window)
    assert "The answers came faster than anybody can read." in shown
    assert f"Aarti gets {worth} coins." in shown
    key(counter, Key.Key_F12)
    assert f"Approved: {worth} coins were added." in texts(counter.window)
    assert coins(counter) == before + worth
    assert not flags.waiting(counter.shop)
    assert not counter.vm.review.props.badge
    assert any(text.startswith("Nothing waits.") for text in texts(counter.window))
    key(counter, Key.Key_F12)
    assert coins(counter) == before + worth


def test_the_newest_is_first_and_arrows_choose(open_counter):
    counter = open_counter()
    counter.sign_in("Ravi")
    flag(counter, "card_bills", counter.member.member, "found=7 limit=6")
    counter.clock.at += timedelta(minutes=1)
    flag(counter, "welcome", counter.other.member, "found=20 limit=20")
    key(counter, Key.Key_F10, SHIFT)
    titles = [row.title for row in counter.vm.review.entries.rows]
    assert titles == [
        "Venkatanarasimharajuvaripeta · A welcome gift waits",
        "Aarti · Many bills on one card",
    ]
    key(counter, Key.Key_Down)
    expected = "7 bills on this card in one day; up to 6 is usual."
    assert expected in texts(counter.window)
    key(counter, Key.Key_F7)
    assert "Rejected." in texts(counter.window)
    assert [one.guard for one in flags.waiting(counter.shop)] == ["welcome"]


def test_coins_beside_the_rules_name_their_bill_and_rejecting_takes_none(open_counter):
    counter = open_counter()
    counter.sign_in("Ravi")
    sale = sell(counter.shop, "B-77", 20_000, member=counter.member.member)
    before = coins(counter)
    flag(counter, "audit", counter.member.member, f"what=coins found=9 expected=5 sale={sale.sale}")
    key(counter, Key.Key_F10, SHIFT)
    seen = texts(counter.window)
    assert "Coins of bill B-77: 9. Counted again by the rules: 5." in seen
    assert any("No coins are taken back by this" in text for text in seen)
    key(counter, Key.Key_F7)
    assert "Rejected." in texts(counter.window)
    assert coins(counter) == before > 0


def test_by_touch_alone(open_counter):
    counter = open_counter()
    counter.sign_in("Ravi")
    doubted(counter)
    look(counter)
    tap(counter, "Review: 1")
    assert counter.vm.props.panel == "review"
    before = coins(counter)
    tap(counter, "Reject")
    assert "Rejected." in texts(counter.window)
    assert coins(counter) == before


def test_who_was_first_is_told(open_counter):
    counter = open_counter()
    counter.sign_in("Ravi")
    doubted(counter)
    key(counter, Key.Key_F10, SHIFT)
    only = flags.waiting(counter.shop)[0]
    owner = next(one.id for one in list_staff(counter.shop) if one.role == "owner")
    flags.decide(counter.shop, owner, only.id, approve=False)
    key(counter, Key.Key_F12)
    assert "Somebody rejected it before." in texts(counter.window)
    assert not counter.vm.review.entries.rows


@pytest.mark.parametrize("language", ["hi", "fil"])
def test_in_the_shops_languages(open_counter, language: str):
    counter = open_counter(language)
    counter.sign_in("Ravi")
    doubted(counter)
    flag(counter, "card_bills", counter.member.member, "found=7 limit=6")
    key(counter, Key.Key_F10, SHIFT)
    english = ("Nothing", "Approve", "Reject", "bills", "answers", "Review:")
    assert not [text for text in texts(counter.window) if text.startswith(english)]
    assert {"hi": "मंज़ूर", "fil": "Aprubahan"}[language] in texts(counter.window)


def test_no_name_reaches_the_log(open_counter, caplog: pytest.LogCaptureFixture):
    counter = open_counter()
    counter.sign_in("Ravi")
    with caplog.at_level(logging.DEBUG):
        doubted(counter)
        key(counter, Key.Key_F10, SHIFT)
        key(counter, Key.Key_F12)
    assert "Aarti" not in caplog.text

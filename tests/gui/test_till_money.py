"""What the till must take off is said before the sale is recorded, whatever it is for."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from app.domain.effects import Status
from app.domain.facts import Opening, Returned
from app.domain.money import Money
from app.ui.return_desk import effects_of
from tests.helpers.counter import Counter
from tests.helpers.keys import press, texts, type_text

Key = Qt.Key


def key(counter: Counter, which: Key) -> None:
    press(counter.window, which)
    counter.jobs.drain()
    QCoreApplication.processEvents()
    counter.jobs.drain()


@pytest.fixture
def gold(counter: Counter) -> Counter:
    """The counter with a member whose tier has a price of its own."""
    shop = counter.shop
    member = counter.member.member
    points = (Status(shop.moment().on, 30_000),)
    shop.record(
        lambda _: ((shop.event("opening", Opening("x", 1), member=member, effects=points),), None)
    )
    counter.scan(counter.card())
    return counter


def test_the_price_of_a_tier_is_told_while_the_bill_is_typed(gold: Counter):
    type_text(gold.window, "1264")
    gold.jobs.drain()
    QCoreApplication.processEvents()
    assert "Take ₹25.28 off on the till. Collect ₹1,238.72." in texts(gold.window)
    key(gold, Key.Key_F12)
    assert "Collect ₹1,238.72." in gold.vm.props.detail


def test_coins_come_off_beside_the_price_of_the_tier(gold: Counter):
    type_text(gold.window, "1264")
    gold.jobs.drain()
    key(gold, Key.Key_F4)
    type_text(gold.window, "100")
    gold.jobs.drain()
    QCoreApplication.processEvents()
    assert "Take ₹75.28 off on the till. Collect ₹1,188.72." in texts(gold.window)


def test_the_return_desk_names_credit_and_gifts():
    facts = Returned("R", "", (), (), 0, 0, 0, 0, 0, credit_back_minor=2_550, gifts_back=("tea",))
    rows = [(row.text, row.amount) for row in effects_of(facts, Money("INR"))]
    assert rows == [
        ("Store credit given back that paid for it", "₹25.50"),
        ("A gift came with it: ask for it back", "1"),
    ]

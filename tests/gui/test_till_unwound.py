"""Everything a sale brought is unwound by undo, void and return, and the screen says so."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from app.domain.effects import Earn, Status
from app.domain.facts import Opening
from app.domain.members import coins_on, credit_on, paid_minor, visit_days
from app.services import promos, rewards, topups, vouchers
from app.services.members import MemberView
from app.services.promos import PromoBatch
from app.services.rewards import RewardRedeemed
from app.services.topups import CreditToppedUp
from tests.helpers import people
from tests.helpers.counter import PINS, Counter
from tests.helpers.keys import press, texts, type_text

pytestmark = pytest.mark.slow
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
PAPDI = "Soan papdi, 500 g, free"


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


def write(counter: Counter, text: str) -> None:
    type_text(counter.window, text)
    settle(counter)


def enter(counter: Counter, text: str) -> None:
    write(counter, text)
    key(counter, Key.Key_Return)


@dataclass(frozen=True)
class Holds:
    """What a member has, and what moved for them; `goals` are sums that are not nothing."""

    coins: int
    credit: int
    vouchers: tuple[str, ...]
    goals: tuple[tuple[str, int], ...]
    status: int
    visits: int
    paid: int
    owed: int


def holds(counter: Counter, member: str) -> Holds:
    shop = counter.shop
    state, on = shop.state(member), shop.moment().on
    return Holds(
        coins=coins_on(state, on).spendable,
        credit=credit_on(state, on).spendable,
        vouchers=tuple(
            sorted(one.held.reward for one in vouchers.vouchers_of(shop, member) if one.open)
        ),
        goals=tuple(
            sorted((goal, one.amount) for goal, one in (state.progress or {}).items() if one.amount)
        ),
        status=sum(day.status for day in state.days) + state.before.status,
        visits=visit_days(state),
        paid=paid_minor(state),
        owed=state.debt + state.overdraft,
    )


@pytest.fixture
def gold(counter: Counter) -> MemberView:
    """A gold member without a purchase yet: coins, a voucher, credit."""
    shop = counter.shop
    view = people.joined(shop, "Gauri", "9811122233")
    day = shop.moment().on
    given = (Earn(1_100, "", day, None, "opening", 0, 100, 1_100, ""), Status(day, 30_000))
    shop.record(
        lambda _: (
            (shop.event("opening", Opening("x", 1), member=view.member, effects=given),),
            None,
        )
    )
    assert isinstance(rewards.redeem(shop, "", view.member, "fifty-off"), RewardRedeemed)
    assert isinstance(topups.top_up(shop, "", view.member, "R-1", 50_000), CreditToppedUp)
    return view


def code_of_a_leaflet(counter: Counter, at: int = 0) -> str:
    batch = promos.batch_of(counter.shop, "new-street")
    assert isinstance(batch, PromoBatch)
    return batch.codes[at]


def write_bill(counter: Counter, gold: MemberView) -> None:
    """A bill with all there is, by keys: tier price, voucher, promo, credit, coins, a gift."""
    counter.scan(counter.card(gold))
    if counter.vm.bill.props.mode == "amount":
        key(counter, Key.Key_F3)
    enter(counter, "IN114")
    key(counter, Key.Key_F6)
    enter(counter, "6")
    enter(counter, "IN110")
    key(counter, Key.Key_F6)
    enter(counter, "2")
    key(counter, Key.Key_F6, SHIFT)
    key(counter, Key.Key_Down)
    key(counter, Key.Key_F12)
    key(counter, Key.Key_F6, SHIFT)
    enter(counter, code_of_a_leaflet(counter).lower())
    key(counter, Key.Key_F5, SHIFT)
    enter(counter, "200")
    agree(counter)
    key(counter, Key.Key_F4)
    write(counter, "100")
    key(counter, Key.Key_F12)
    agree(counter)


def agree(counter: Counter) -> None:
    """Let the supervisor agree where more is spent than may be without the member's PIN."""
    if counter.vm.approval.props.wanted:
        enter(counter, PINS["Ravi"])


def record(counter: Counter) -> None:
    key(counter, Key.Key_F12)
    assert counter.vm.props.message.startswith("Recorded"), counter.vm.props.message


def void(counter: Counter) -> None:
    """Void the newest sale from today's sales, with the supervisor's PIN."""
    key(counter, Key.Key_F10)
    key(counter, Key.Key_F10)
    assert counter.vm.props.panel == "sales"
    key(counter, Key.Key_Down)
    key(counter, Key.Key_F7)
    enter(counter, PINS["Ravi"])


def open_return(counter: Counter, gold: MemberView) -> None:
    """Choose the newest bill of the member at the return desk."""
    counter.scan(counter.card(gold))
    key(counter, Key.Key_F5)
    key(counter, Key.Key_F12)
    assert counter.vm.returns.props.choosing


def said(counter: Counter, *parts: str) -> None:
    """What is on the screen, and in what the counter says, holds every part."""
    seen = " ".join(texts(counter.window))
    for part in parts:
        assert part in seen, (part, seen)


@pytest.fixture
def sold(counter: Counter, gold: MemberView) -> Holds:
    """The bill is recorded; what the member had before it."""
    was = holds(counter, gold.member)
    write_bill(counter, gold)
    assert "Collect ₹3,472.48." in " ".join(texts(counter.window))
    record(counter)
    now = holds(counter, gold.member)
    assert (now.coins, now.credit, now.vouchers) == (949, 30_000, ("soan-papdi",))
    assert (now.status, now.visits) == (was.status + 3_472, 1)
    assert ("goal:spice-month|2026-11-30|", 2_000) in now.goals
    return was


def test_undo_leaves_nothing_and_the_bill_is_back(counter: Counter, gold: MemberView, sold: Holds):
    key(counter, Key.Key_F12, SHIFT)
    assert holds(counter, gold.member) == sold
    said(
        counter, "Undone. Nothing was recorded.", "Take ₹453.52 off on the till.", "-₹75.00",
        "A gift comes with it",
    )  # fmt: skip
    assert counter.vm.props.gift == ""
    # The promo's code, the voucher and the member's first purchase are free for it again.
    record(counter)
    assert "Collect ₹3,472.48." in counter.vm.props.detail
    assert holds(counter, gold.member).coins == 949


def test_a_void_gives_everything_back_and_says_what(
    counter: Counter, gold: MemberView, sold: Holds
):
    void(counter)
    assert counter.vm.props.panel == "bill"
    assert holds(counter, gold.member) == sold
    said(
        counter,
        "Bill B-2072 is void. Hand back ₹3,472.48.",
        "Coins taken back: 74",
        "Coins given back that paid for it: 100",
        "Store credit given back that paid for it: ₹200.00",
        "Voucher that can be used again: 1",
        "Gift that came with it, no longer due: 1",
    )
    write_bill(counter, gold)
    assert "Take ₹453.52 off on the till. Collect ₹3,472.48." in texts(counter.window)


def test_a_void_asks_for_a_gift_that_was_handed_over(
    counter: Counter, gold: MemberView, sold: Holds
):
    key(counter, Key.Key_G, CONTROL)
    said(counter, f"Handed over: {PAPDI}.")
    void(counter)
    said(counter, "A gift came with it: ask for it back: 1")
    assert holds(counter, gold.member) == sold


def test_a_whole_return_gives_everything_back_and_says_what(
    counter: Counter, gold: MemberView, sold: Holds
):
    open_return(counter, gold)
    key(counter, Key.Key_F6)
    said(
        counter, "Coins taken back", "-74", "Coins given back that paid for it", "+100",
        "Store credit given back that paid for it", "₹200.00", "Voucher that can be used again",
        "Gift that came with it, no longer due", "₹3,472.48",
    )  # fmt: skip
    enter(counter, "R-1")
    said(
        counter, "Return recorded. Hand back ₹3,472.48.", "Coins taken back: 74",
        "Voucher that can be used again: 1",
    )  # fmt: skip
    assert holds(counter, gold.member) == sold
    write_bill(counter, gold)
    assert "Take ₹453.52 off on the till. Collect ₹3,472.48." in texts(counter.window)


def test_a_part_that_returns_gives_its_own_part_back(
    counter: Counter, gold: MemberView, sold: Holds
):
    open_return(counter, gold)
    key(counter, Key.Key_Down)
    key(counter, Key.Key_F8)
    counter.vm.returns.typeReceipt("R-2")
    said(
        counter, "Coins taken back", "-3", "Coins given back that paid for it", "+2",
        "Store credit given back that paid for it", "₹4.49", "₹77.83",
    )  # fmt: skip
    key(counter, Key.Key_F12)
    said(counter, "Return recorded. Hand back ₹77.83.", "Coins taken back: 3")
    assert "Voucher" not in counter.vm.props.detail
    now = holds(counter, gold.member)
    assert (now.coins, now.credit) == (949 - 3 + 2, 30_000 + 449)
    # The bill still stands: so do its gift and its visit; the bar of spices is back by one.
    assert (now.vouchers, now.visits) == (("soan-papdi",), 1)
    assert ("goal:spice-month|2026-11-30|", 1_000) in now.goals
    assert now.status == sold.status + 3_472 - 78
    open_return(counter, gold)
    key(counter, Key.Key_F6)
    enter(counter, "R-3")
    said(counter, "Voucher that can be used again: 1")
    assert holds(counter, gold.member) == sold


def test_a_part_that_leaves_too_little_takes_its_gift_along(
    counter: Counter, gold: MemberView, sold: Holds
):
    key(counter, Key.Key_G, CONTROL)
    open_return(counter, gold)
    key(counter, Key.Key_F8)
    key(counter, Key.Key_F8)
    said(counter, "A gift came with it: ask for it back")
    enter(counter, "R-4")
    said(counter, "A gift came with it: ask for it back: 1")
    assert holds(counter, gold.member).vouchers == ()

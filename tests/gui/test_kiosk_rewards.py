"""Rewards at the kiosk, by taps in a real window: look, save for one, take one, the ticket."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from app.domain.members import coins_on
from app.domain.offline import HOUR_MS
from app.services import pickups, vouchers
from app.services.authority import Ask, NeedsNetwork, SoldOut, Verdict
from app.services.member_pins import PinSaved, set_member_pin
from app.services.rewards import RewardRedeemed, redeem
from app.services.vouchers import HandedOver, VoucherVoided, cancel_voucher, claim_voucher
from app.sync.status import SyncStatus
from app.ui.viewmodels.kiosk.frame import IDLE_MS
from app.ui.viewmodels.kiosk.photo import PHOTO_MS
from tests.helpers.keys import NO_MODIFIER, items
from tests.helpers.kiosk import KioskStage
from tests.helpers.rewards import give

pytestmark = pytest.mark.slow

PIN = "480517"
TEA = "Assam tea, 250 g, free"
COFFEE = "Try instant coffee free"
FIFTY = "₹50 off a bill from ₹300"
CREDIT = "₹100 of store credit"


class Refusing:
    """Whoever is asked before coins are spent, with one answer for all."""

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict

    def authorise(self, _ask: Ask) -> Verdict:
        return self.verdict

    def void(self, _hold_id: str) -> None:
        """Nothing was reserved."""


def coins(kiosk: KioskStage) -> int:
    shop = kiosk.shop
    return coins_on(shop.state(kiosk.member.member), shop.moment().on).spendable


def card(kiosk: KioskStage, title: str) -> str:
    """The whole name of a reward's card on the shelf."""
    return next(name for name in kiosk.names() if name.startswith(title))


def look(kiosk: KioskStage, title: str) -> None:
    """Go to the shelf and look at a reward."""
    if not kiosk.vm.props.present:
        kiosk.arrive()
    kiosk.go("rewards")
    kiosk.tap(card(kiosk, title))


def take(kiosk: KioskStage, title: str) -> None:
    look(kiosk, title)
    kiosk.tap("Take it")
    kiosk.tap("Yes, take it")


def held(kiosk: KioskStage) -> list[str]:
    """The rewards of the member's vouchers, bought ones only."""
    state = kiosk.shop.state(kiosk.member.member)
    return [one.reward for one in state.vouchers if one.coins]


def number_shown(kiosk: KioskStage) -> str:
    """The number of the only voucher that was bought."""
    state = kiosk.shop.state(kiosk.member.member)
    return next(one.number for one in state.vouchers if one.coins)


class TestTheShelf:
    def test_has_what_is_within_reach_almost_and_later(self, kiosk: KioskStage):
        give(kiosk.shop, kiosk.member.member, 20)
        kiosk.arrive()
        kiosk.go("rewards")
        assert coins(kiosk) == 220
        rewards = kiosk.vm.rewards
        within = {row.id for row in rewards.within.rows}
        assert within == {"credit-100", "household-10", "fifty-off", "coffee-sample"}
        assert [(row.id, row.line) for row in rewards.almost.rows] == [("tea-250", "40 more coins")]
        assert [(row.id, row.line) for row in rewards.later.rows] == [
            ("delivery-month", "For Gold · Platinum members")
        ]
        said = kiosk.texts()
        assert "You can have these now" in said
        assert "Almost there" in said
        assert "For later" in said

    def test_says_worth_stock_and_limits_in_words(self, kiosk: KioskStage):
        look(kiosk, COFFEE)
        shown = kiosk.vm.rewards.props
        assert shown.worth == "worth ₹170"
        facts = shown.facts.split("\n")
        assert "1 for each person" in facts
        assert "30 left" in facts
        assert "Use it within 15 days" in facts
        assert "From Neelgiri Coffee" in facts

    def test_says_the_worth_of_goods_by_their_price(self, kiosk: KioskStage):
        look(kiosk, TEA)
        assert kiosk.vm.rewards.props.worth == "worth ₹138"

    def test_says_when_there_is_nothing(self, kiosk: KioskStage):
        object.__setattr__(kiosk.shop.programme, "rewards", ())
        kiosk.arrive()
        kiosk.go("rewards")
        assert "There are no rewards just now. New ones are coming." in kiosk.texts()

    def test_a_reward_had_as_often_as_allowed_says_when_again(self, kiosk: KioskStage):
        take(kiosk, "10% off soap and cleaning")
        kiosk.go("rewards")
        line = next(r.line for r in kiosk.vm.rewards.later.rows if r.id == "household-10")
        assert line == "You have had this. More next month"

    def test_another_tiers_reward_can_neither_be_taken_nor_saved_for(self, kiosk: KioskStage):
        look(kiosk, "Gold and Platinum")
        assert "For Gold · Platinum members" in kiosk.texts()
        assert "Take it" not in kiosk.names()
        assert "Make it my goal" not in kiosk.names()


class TestMyGoal:
    def test_flies_into_the_ring_and_says_what_is_missing(self, kiosk: KioskStage):
        look(kiosk, TEA)
        kiosk.tap("Make it my goal")
        said = kiosk.texts()
        assert "This is your goal now" in said
        assert "60 more coins" in said
        assert kiosk.vm.rewards.props.aimValue == pytest.approx(200 / 260, abs=0.01)
        assert kiosk.shop.state(kiosk.member.member).aim == "tea-250"
        kiosk.tap("To my coins")
        assert kiosk.vm.homeScreen.props.goalTitle == TEA

    def test_can_be_given_up(self, kiosk: KioskStage):
        look(kiosk, TEA)
        kiosk.tap("Make it my goal")
        look(kiosk, TEA)
        kiosk.tap("No longer my goal")
        assert kiosk.shop.state(kiosk.member.member).aim == ""
        assert "Make it my goal" in kiosk.names()

    def test_is_marked_on_the_shelf(self, kiosk: KioskStage):
        look(kiosk, TEA)
        kiosk.tap("Make it my goal")
        kiosk.tap("More rewards")
        assert "my goal" in card(kiosk, TEA)


class TestTakingOne:
    def test_asks_first_with_the_coins_before_and_after(self, kiosk: KioskStage):
        look(kiosk, FIFTY)
        kiosk.tap("Take it")
        shown = kiosk.vm.rewards.props
        assert (shown.before, shown.price, shown.after) == ("200", "100", "100")
        assert "You get a voucher with a code." in kiosk.texts()
        assert held(kiosk) == []
        kiosk.tap("No, go back")
        assert "Take it" in kiosk.names()
        assert coins(kiosk) == 200

    def test_a_voucher_for_a_bill_is_shown_to_photograph(self, kiosk: KioskStage):
        take(kiosk, FIFTY)
        said = kiosk.texts()
        assert "Your voucher" in said
        assert vouchers.vouchers_of(kiosk.shop, kiosk.member.member)[0].title["en"] == FIFTY
        number = number_shown(kiosk)
        assert number.replace("-", "") in said.replace("-", "")
        assert "QR code of your voucher" in kiosk.all_names()
        assert "You had 200 coins, now you have 100." in said
        assert kiosk.vm.rewards.props.ticket == ""
        assert pickups.waiting(kiosk.shop) == ()

    def test_what_is_handed_over_gets_a_number(self, kiosk: KioskStage):
        take(kiosk, COFFEE)
        said = kiosk.texts().split("\n")
        assert "Your number" in said
        assert "1" in said
        waiting = pickups.waiting(kiosk.shop)
        assert [(one.ticket, one.name) for one in waiting] == [(1, "Aarti Sharma")]

    def test_credit_is_there_at_once(self, kiosk: KioskStage):
        set_pin(kiosk)
        take(kiosk, CREDIT)
        give_pin(kiosk)
        assert "It is yours!" in kiosk.texts()
        assert "There is nothing to collect." in kiosk.texts()
        assert "Take a photo" not in kiosk.names()
        assert vouchers.vouchers_of(kiosk.shop, kiosk.member.member)[0].held.coins == 0

    def test_two_taps_take_it_once(self, kiosk: KioskStage):
        look(kiosk, FIFTY)
        kiosk.tap("Take it")
        kiosk.vm.rewards.confirm()
        kiosk.vm.rewards.confirm()
        kiosk.settle()
        assert held(kiosk) == ["fifty-off"]
        assert coins(kiosk) == 100

    def test_the_photo_holds_the_idle_time_for_three_minutes(self, kiosk: KioskStage):
        take(kiosk, FIFTY)
        kiosk.tap("Take a photo")
        kiosk.later(IDLE_MS + 1)
        assert kiosk.vm.props.left == 0
        assert "this stays for 3 minutes" in kiosk.texts()
        kiosk.later(PHOTO_MS - IDLE_MS - 2)
        assert "this stays for 1 minute." in kiosk.texts()
        kiosk.later(1)
        kiosk.later(IDLE_MS)
        assert kiosk.vm.props.left > 0

    def test_the_next_member_sees_nothing_of_it(self, kiosk: KioskStage):
        take(kiosk, FIFTY)
        kiosk.vm.finish()
        kiosk.arrive(kiosk.other)
        kiosk.go("rewards")
        shown = kiosk.vm.rewards.props
        assert shown.step == "list"
        assert shown.number == ""
        assert shown.codeSize == 0


def set_pin(kiosk: KioskStage) -> None:
    assert isinstance(set_member_pin(kiosk.shop, "", kiosk.member.member, PIN), PinSaved)


def no_pin(kiosk: KioskStage) -> None:
    """Let the shop ask for no PIN, as its programme may."""
    object.__setattr__(kiosk.shop.programme, "pin_from_coins", 0)


def give_pin(kiosk: KioskStage) -> None:
    kiosk.vm.pin.type(PIN)
    kiosk.vm.pin.submit()
    kiosk.settle()


class TestThePin:
    def test_is_asked_for_from_the_shops_limit_on(self, kiosk: KioskStage):
        set_pin(kiosk)
        take(kiosk, CREDIT)
        assert kiosk.vm.pin.props.step == "prove"
        assert coins(kiosk) == 200
        give_pin(kiosk)
        assert coins(kiosk) == 0

    def test_is_not_asked_for_below_it(self, kiosk: KioskStage):
        take(kiosk, FIFTY)
        assert kiosk.vm.pin.props.step == ""
        assert coins(kiosk) == 100

    def test_small_ones_add_up(self, kiosk: KioskStage):
        """Proof of member above a limit: many small ones are no way around it."""
        take(kiosk, FIFTY)
        take(kiosk, FIFTY)
        assert kiosk.vm.pin.props.step == "none"
        assert coins(kiosk) == 100

    def test_a_shop_may_ask_for_none(self, kiosk: KioskStage):
        no_pin(kiosk)
        take(kiosk, CREDIT)
        assert coins(kiosk) == 0

    def test_walking_away_from_it_spends_nothing(self, kiosk: KioskStage):
        set_pin(kiosk)
        take(kiosk, CREDIT)
        kiosk.vm.finish()
        give_pin(kiosk)
        assert coins(kiosk) == 200


class TestTheTicket:
    def test_tears_when_the_staff_hand_it_over(self, kiosk: KioskStage):
        take(kiosk, COFFEE)
        assert not kiosk.vm.rewards.props.torn
        assert isinstance(claim_voucher(kiosk.shop, "", number_shown(kiosk)), HandedOver)
        kiosk.later(500)
        shown = kiosk.vm.rewards.props
        assert shown.torn
        assert shown.codeSize == 0
        assert "Handed over. Enjoy it!" in kiosk.texts()
        assert "Take a photo" not in kiosk.names()

    def test_says_that_it_was_cancelled(self, kiosk: KioskStage):
        take(kiosk, COFFEE)
        outcome = cancel_voucher(kiosk.shop, kiosk.member.member, number_shown(kiosk))
        assert isinstance(outcome, VoucherVoided)
        kiosk.later(500)
        assert "This was cancelled. Your coins are back." in kiosk.texts()

    def test_does_not_tear_for_somebody_elses(self, kiosk: KioskStage):
        other = redeem(kiosk.shop, "", kiosk.other.member, "coffee-sample", pickup=True)
        assert isinstance(other, RewardRedeemed)
        take(kiosk, COFFEE)
        assert kiosk.vm.rewards.props.ticket == "2"
        claim_voucher(kiosk.shop, "", other.number)
        kiosk.later(500)
        assert not kiosk.vm.rewards.props.torn


def drawn(kiosk: KioskStage, kind: str) -> QQuickItem:
    """The item of a QML type that is on the window."""
    shown = items(kiosk.window.contentItem())
    return next(item for item in shown if item.metaObject().className().startswith(kind))


def touch(kiosk: KioskStage, item: QQuickItem) -> None:
    middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    QTest.mouseClick(kiosk.window, Qt.MouseButton.LeftButton, NO_MODIFIER, middle)
    QCoreApplication.processEvents()


class TestMotion:
    def test_a_touch_brings_the_ticket_out_at_once(self, kiosk: KioskStage):
        take(kiosk, COFFEE)
        ticket = drawn(kiosk, "TicketPaper")
        assert ticket.property("out") < 1
        touch(kiosk, ticket)
        assert ticket.property("out") == 1

    def test_a_touch_lands_the_goal_in_its_ring_at_once(self, kiosk: KioskStage):
        look(kiosk, TEA)
        kiosk.tap("Make it my goal")
        aimed = drawn(kiosk, "RewardAimed")
        assert aimed.property("flown") < 1
        touch(kiosk, drawn(kiosk, "Ring"))
        assert aimed.property("flown") == 1

    def test_without_motion_the_end_is_there_from_the_start(self, kiosk: KioskStage):
        kiosk.arrive()
        kiosk.vm.access.toggle("reducedMotion")
        take(kiosk, COFFEE)
        assert drawn(kiosk, "TicketPaper").property("out") == 1
        claim_voucher(kiosk.shop, "", number_shown(kiosk))
        kiosk.later(500)
        assert drawn(kiosk, "TicketPaper").property("apart") == 1


class TestWhatDidNotWork:
    @pytest.mark.parametrize(
        ("verdict", "said"),
        [
            (NeedsNetwork(only_hub=True), "Your coins are safe"),
            (NeedsNetwork(coins=40), "at most 40 coins can be spent"),
            (SoldOut("coffee-sample"), "Somebody was faster"),
        ],
    )
    def test_is_said_kindly_and_costs_nothing(self, kiosk: KioskStage, verdict: Verdict, said: str):
        kiosk.shop.authority = Refusing(verdict)
        take(kiosk, COFFEE)
        assert said in kiosk.texts()
        assert coins(kiosk) == 200
        assert held(kiosk) == []
        kiosk.tap("See the others")
        assert "You can have these now" in kiosk.texts()

    def test_coins_spent_meanwhile_are_not_there_a_second_time(self, kiosk: KioskStage):
        """What was shown is not what is decided upon: the check reads what it deducts from."""
        no_pin(kiosk)
        look(kiosk, FIFTY)
        kiosk.tap("Take it")
        for _ in range(2):
            redeem(kiosk.shop, "", kiosk.member.member, "fifty-off")
        kiosk.tap("Yes, take it")
        assert "This did not work" in kiosk.texts()
        assert "100 more coins" in kiosk.texts()
        assert held(kiosk) == ["fifty-off", "fifty-off"]
        assert coins(kiosk) == 0

    def test_a_limit_reached_meanwhile_is_said(self, kiosk: KioskStage):
        look(kiosk, COFFEE)
        kiosk.tap("Take it")
        redeem(kiosk.shop, "", kiosk.member.member, "coffee-sample")
        kiosk.tap("Yes, take it")
        assert "You have had this. Your coins are as they were." in kiosk.texts()
        assert held(kiosk) == ["coffee-sample"]


class TestWithoutAConnection:
    @pytest.fixture
    def away(self, open_kiosk: Callable[..., KioskStage]) -> KioskStage:
        return open_kiosk(status=lambda: SyncStatus(solo=False, online=False))

    def test_what_cannot_be_taken_says_so_before_the_tap(self, away: KioskStage):
        away.shop.db.synced_ms = 0
        look(away, FIFTY)
        assert "No connection just now, so coins cannot be spent." in away.texts()
        assert "Take it" not in away.names()
        assert "Make it my goal" in away.names()

    def test_a_little_can_be_spent_for_a_while(self, away: KioskStage):
        terms = away.shop.programme.offline
        assert terms.coins_per_member > 0
        now_ms = int(away.shop.clock.now().timestamp() * 1000)
        away.shop.db.synced_ms = now_ms - HOUR_MS // 2
        away.arrive()
        away.go("rewards")
        assert f"up to {terms.coins_per_member} coins can be spent" in away.texts()
        look(away, FIFTY)
        enough = terms.coins_per_member >= 100
        assert ("Take it" in away.names()) == enough

    def test_what_there_are_only_a_few_of_waits_for_it(self, away: KioskStage):
        now_ms = int(away.shop.clock.now().timestamp() * 1000)
        away.shop.db.synced_ms = now_ms
        look(away, COFFEE)
        assert "there are only a few of these. Your coins are safe" in away.texts()
        assert "Take it" not in away.names()

"""My vouchers at the kiosk, by taps in a real window: show one, photograph it, give it back."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.domain.codes import VoucherNumber, short_number
from app.domain.members import coins_on
from app.services.authority import Ask, NeedsNetwork, Verdict
from app.services.rewards import RewardRedeemed, redeem
from app.services.vouchers import HandedOver, claim_voucher, vouchers_of
from app.sync.status import SyncStatus
from app.ui.viewmodels.kiosk.frame import IDLE_MS
from tests.helpers.kiosk import KioskStage
from tests.helpers.shops import sell

pytestmark = pytest.mark.slow

COFFEE = "Try instant coffee free"
FIFTY = "₹50 off a bill from ₹300"
SOAN_PAPDI = "Soan papdi, 500 g, free"


class Away:
    """The network is gone."""

    def authorise(self, _ask: Ask) -> Verdict:
        return NeedsNetwork(only_hub=True)

    def void(self, _hold_id: str) -> None:
        """Nothing was reserved."""


def bought(kiosk: KioskStage, reward: str, *, pickup: bool = False) -> RewardRedeemed:
    outcome = redeem(kiosk.shop, "", kiosk.member.member, reward, pickup=pickup)
    assert isinstance(outcome, RewardRedeemed)
    return outcome


def listed(kiosk: KioskStage) -> list[str]:
    """The titles of what can be used, as they stand on the screen."""
    kiosk.arrive()
    kiosk.go("vouchers")
    return [row.title for row in kiosk.vm.vouchers.ready.rows]


def look(kiosk: KioskStage, title: str) -> None:
    kiosk.arrive()
    kiosk.go("vouchers")
    kiosk.tap(next(name for name in kiosk.names() if name.startswith(title)))


def coins(kiosk: KioskStage) -> int:
    shop = kiosk.shop
    return coins_on(shop.state(kiosk.member.member), shop.moment().on).spendable


class TestTheList:
    def test_begins_with_what_ends_first(self, kiosk: KioskStage):
        bought(kiosk, "fifty-off")
        bought(kiosk, "coffee-sample")
        found = vouchers_of(kiosk.shop, kiosk.member.member)
        ends = [one.held.until for one in found if one.open]
        assert ends == sorted(ends)
        assert set(listed(kiosk)) >= {COFFEE, FIFTY}
        assert listed(kiosk).index(COFFEE) < listed(kiosk).index(FIFTY)

    def test_says_by_when_and_what_was_used(self, kiosk: KioskStage):
        got = bought(kiosk, "coffee-sample")
        assert isinstance(claim_voucher(kiosk.shop, "", got.number), HandedOver)
        listed(kiosk)
        over = [(row.title, row.line) for row in kiosk.vm.vouchers.over.rows]
        assert (COFFEE, "Used: today") in over
        assert "Over in the last two months" in kiosk.texts()

    def test_one_that_ran_out_is_over(self, kiosk: KioskStage):
        got = bought(kiosk, "coffee-sample")
        kiosk.clock.at += timedelta(days=16)
        assert COFFEE not in listed(kiosk)
        lines = {row.title: row.line for row in kiosk.vm.vouchers.over.rows}
        assert lines[COFFEE] == f"Ran out on {got.until.day} December"

    def test_without_any_says_where_they_come_from(self, kiosk: KioskStage):
        for one in vouchers_of(kiosk.shop, kiosk.member.member):
            claim_voucher(kiosk.shop, "", one.held.number)
        assert listed(kiosk) == []
        assert "No vouchers just now. Take a reward and it is here." in kiosk.texts()

    def test_credit_given_at_once_was_never_a_voucher(self, kiosk: KioskStage):
        bought(kiosk, "credit-100")
        listed(kiosk)
        vouchers = kiosk.vm.vouchers
        titles = {row.title for row in (*vouchers.ready.rows, *vouchers.over.rows)}
        assert "₹100 of store credit" not in titles

    def test_shows_the_number_of_what_waits_at_the_counter(self, kiosk: KioskStage):
        bought(kiosk, "coffee-sample", pickup=True)
        listed(kiosk)
        assert [row.ticket for row in kiosk.vm.vouchers.ready.rows if row.ticket] == ["1"]


class TestOne:
    def test_shows_code_and_number_to_photograph(self, kiosk: KioskStage):
        got = bought(kiosk, "fifty-off")
        look(kiosk, FIFTY)
        assert short_number(VoucherNumber(got.number)) in kiosk.texts()
        assert kiosk.vm.vouchers.props.codeSize == 21
        assert "Show this at the counter when you pay." in kiosk.texts()
        kiosk.tap("Take a photo")
        kiosk.later(IDLE_MS + 1)
        assert kiosk.vm.props.present
        assert kiosk.vm.props.left == 0

    def test_going_away_from_the_photo_lets_the_time_run(self, kiosk: KioskStage):
        bought(kiosk, "fifty-off")
        look(kiosk, FIFTY)
        kiosk.tap("Take a photo")
        kiosk.tap("My coins")
        kiosk.later(IDLE_MS)
        assert kiosk.vm.props.left > 0

    def test_tears_when_it_is_used_meanwhile(self, kiosk: KioskStage):
        got = bought(kiosk, "coffee-sample")
        look(kiosk, COFFEE)
        claim_voucher(kiosk.shop, "", got.number)
        kiosk.later(500)
        assert kiosk.vm.vouchers.props.torn
        assert "Handed over. Enjoy it!" in kiosk.texts()
        assert "Take a photo" not in kiosk.names()
        assert "Give it back for coins" not in kiosk.names()


class TestGivingItBack:
    def test_asks_first_and_brings_the_coins_back(self, kiosk: KioskStage):
        before = coins(kiosk)
        bought(kiosk, "fifty-off")
        look(kiosk, FIFTY)
        kiosk.tap("Give it back for coins")
        assert "You get 100 coins back." in kiosk.texts()
        assert coins(kiosk) == before - 100
        kiosk.tap("Yes, coins back")
        assert "100 coins are yours again." in kiosk.texts()
        assert coins(kiosk) == before
        kiosk.tap("My vouchers")
        assert FIFTY not in [row.title for row in kiosk.vm.vouchers.ready.rows]

    def test_a_no_keeps_it(self, kiosk: KioskStage):
        bought(kiosk, "fifty-off")
        look(kiosk, FIFTY)
        kiosk.tap("Give it back for coins")
        kiosk.tap("No, keep it")
        assert "Take a photo" in kiosk.names()
        assert FIFTY in listed(kiosk)

    def test_a_gift_cannot_be_turned_into_coins(self, kiosk: KioskStage):
        sell(kiosk.shop, "B-large", 400_000, member=kiosk.member.member)
        look(kiosk, SOAN_PAPDI)
        assert "Take a photo" in kiosk.names()
        assert "Give it back for coins" not in kiosk.names()

    def test_one_used_meanwhile_stays_used(self, kiosk: KioskStage):
        """Check and deduct read the same row: nobody gets the thing and the coins."""
        before = coins(kiosk)
        got = bought(kiosk, "coffee-sample")
        look(kiosk, COFFEE)
        kiosk.tap("Give it back for coins")
        assert isinstance(claim_voucher(kiosk.shop, "", got.number), HandedOver)
        kiosk.tap("Yes, coins back")
        assert "It was used already" in kiosk.texts()
        assert coins(kiosk) == before - 20

    def test_without_a_connection_nothing_is_lost(self, kiosk: KioskStage):
        before = coins(kiosk)
        bought(kiosk, "fifty-off")
        kiosk.shop.authority = Away()
        look(kiosk, FIFTY)
        kiosk.tap("Give it back for coins")
        kiosk.tap("Yes, coins back")
        assert "Your coins are safe" in kiosk.texts()
        assert coins(kiosk) == before - 100
        assert FIFTY in listed(kiosk)

    def test_without_a_connection_the_question_says_so(self, open_kiosk: Callable[..., KioskStage]):
        """What may happen is said before the tap, not after."""
        kiosk = open_kiosk(status=lambda: SyncStatus(solo=False, online=False))
        bought(kiosk, "fifty-off")
        look(kiosk, FIFTY)
        kiosk.tap("Give it back for coins")
        assert "No connection just now, so it may have to wait." in kiosk.texts()

    def test_two_taps_give_it_back_once(self, kiosk: KioskStage):
        before = coins(kiosk)
        bought(kiosk, "fifty-off")
        look(kiosk, FIFTY)
        kiosk.tap("Give it back for coins")
        kiosk.vm.vouchers.confirm()
        kiosk.vm.vouchers.confirm()
        kiosk.settle()
        assert coins(kiosk) == before


@pytest.mark.parametrize("language", ["hi"])
def test_the_next_member_sees_nothing_of_them(open_kiosk: Callable[..., KioskStage], language: str):
    kiosk = open_kiosk(language)
    bought(kiosk, "fifty-off")
    kiosk.arrive()
    kiosk.go("vouchers")
    assert kiosk.vm.vouchers.ready.rows
    kiosk.vm.finish()
    assert not kiosk.vm.vouchers.ready.rows
    assert kiosk.vm.vouchers.props.number == ""

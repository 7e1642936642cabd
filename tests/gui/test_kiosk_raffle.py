"""The raffle, the leaderboard and bringing a friend at the kiosk, by taps in a real window."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from app.domain.members import coins_on
from app.services.authority import Ask, NeedsNetwork, Verdict
from app.services.clocks import SetClock
from app.services.friends import friend_offer
from app.services.raffles import RaffleIsDrawn, TicketsSold, buy_tickets, draw, held
from app.services.staff import list_staff
from app.station import open_station
from app.ui.fonts import load_fonts
from tests.helpers import people
from tests.helpers.kiosk import KioskStage, kiosk_in
from tests.helpers.rewards import give
from tests.helpers.shops import sell

pytestmark = pytest.mark.slow

PASKO = "pasko-2026"


@pytest.fixture(scope="module")
def sari_sari(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, str]]:
    """A shop with a raffle: its folder and two members, the first with 60 coins."""
    folder = tmp_path_factory.mktemp("sari-sari") / "shop"
    folder.mkdir()
    people.create(folder, "philippines-sarisari")
    with open_station(folder, SetClock(people.NOON), background=False) as station:
        people.owner_of(station.shop)
        grace = people.joined(station.shop, "Grace Santos", "09171234567")
        ben = people.joined(station.shop, "Ben Cruz", "09181234567")
        give(station.shop, grace.member, 60)
        give(station.shop, ben.member, 60)
        station.pump()
    return folder, (grace.member, ben.member)


@pytest.fixture
def kiosk(
    qapp: QGuiApplication, sari_sari: tuple[Path, tuple[str, str]], tmp_path: Path
) -> Iterator[KioskStage]:
    load_fonts(qapp)
    folder, ids = sari_sari
    shutil.copytree(folder, tmp_path / "shop")
    with kiosk_in(tmp_path / "shop", ids) as stage:
        yield stage


class Away:
    """The network is gone."""

    def authorise(self, _ask: Ask) -> Verdict:
        return NeedsNetwork(only_hub=True)

    def void(self, _hold_id: str) -> None:
        """Nothing was reserved."""


def coins(kiosk: KioskStage) -> int:
    shop = kiosk.shop
    return coins_on(shop.state(kiosk.member.member), shop.moment().on).spendable


def go(kiosk: KioskStage, screen: str) -> None:
    kiosk.arrive()
    kiosk.go(screen)


def drawn(kiosk: KioskStage) -> RaffleIsDrawn:
    """Let the day of the draw come and draw."""
    kiosk.station.pump()
    kiosk.clock.at = datetime(2027, 1, 9, 6, 30, tzinfo=UTC)
    kiosk.station.end_days()
    owner = next(card.id for card in list_staff(kiosk.shop))
    outcome = draw(kiosk.shop, owner, PASKO)
    assert isinstance(outcome, RaffleIsDrawn)
    kiosk.station.pump()
    return outcome


class TestTheRaffle:
    def test_says_when_it_is_drawn_and_what_can_be_won(self, kiosk: KioskStage):
        go(kiosk, "raffle")
        said = kiosk.texts()
        assert "It is drawn on 9 January 2027" in said
        assert "You have no ticket yet" in said
        assert "★ 3 × 25 kg of rice" in said
        assert "1 ticket for 10 coins · until 31 December" in said
        assert "Permit: DTI-FTEB-123456" in said

    def test_says_in_plain_words_how_to_check_it(self, kiosk: KioskStage):
        go(kiosk, "raffle")
        said = kiosk.texts()
        assert "Before the first ticket we locked a secret number away" in said
        assert "nobody can choose them" in said

    def test_tickets_are_bought_after_a_question(self, kiosk: KioskStage):
        go(kiosk, "raffle")
        kiosk.tap("Buy tickets")
        kiosk.tap("One more")
        kiosk.tap("One more")
        kiosk.tap("One fewer")
        shown = kiosk.vm.raffle.props
        assert (shown.count, shown.before, shown.cost, shown.after) == ("2", "60", "20", "40")
        assert not held(kiosk.shop, kiosk.member.member, PASKO)
        kiosk.tap("Yes, buy them")
        assert "Good luck!" in kiosk.texts()
        assert coins(kiosk) == 40
        kiosk.tap("To the draw")
        numbers = {one.number for one in held(kiosk.shop, kiosk.member.member, PASKO)}
        assert len(numbers) == 2
        assert {row.number for row in kiosk.vm.raffle.tickets.rows} == numbers
        assert "You have 2 tickets" in kiosk.texts()

    def test_no_more_than_the_coins_pay_for(self, kiosk: KioskStage):
        go(kiosk, "raffle")
        kiosk.tap("Buy tickets")
        for _ in range(10):
            kiosk.vm.raffle.more()
        assert kiosk.vm.raffle.props.count == "6"
        assert not kiosk.vm.raffle.props.canMore

    def test_above_the_shops_limit_the_pin_is_asked_for(self, kiosk: KioskStage):
        go(kiosk, "raffle")
        kiosk.tap("Buy tickets")
        for _ in range(4):
            kiosk.vm.raffle.more()
        kiosk.tap("Yes, buy them")
        assert kiosk.vm.pin.props.step == "none"
        assert coins(kiosk) == 60

    def test_a_limit_reached_meanwhile_is_said_and_costs_nothing(self, kiosk: KioskStage):
        go(kiosk, "raffle")
        kiosk.tap("Buy tickets")
        give(kiosk.shop, kiosk.member.member, 200)
        outcome = buy_tickets(kiosk.shop, "", kiosk.member.member, PASKO, 20)
        assert isinstance(outcome, TicketsSold)
        object.__setattr__(kiosk.shop.programme, "pin_from_coins", 0)
        kiosk.tap("Yes, buy them")
        assert "20 is the most each person can buy." in kiosk.texts()
        assert len(held(kiosk.shop, kiosk.member.member, PASKO)) == 20

    def test_without_a_connection_nothing_is_lost(self, kiosk: KioskStage):
        kiosk.shop.authority = Away()
        go(kiosk, "raffle")
        kiosk.tap("Buy tickets")
        kiosk.tap("Yes, buy them")
        assert "Your coins are safe" in kiosk.texts()
        assert coins(kiosk) == 60

    def test_after_the_draw_it_says_who_won_what(self, kiosk: KioskStage):
        shop = kiosk.shop
        for member in (kiosk.member.member, kiosk.other.member):
            assert isinstance(buy_tickets(shop, "", member, PASKO, 2), TicketsSold)
        outcome = drawn(kiosk)
        assert len(outcome.winners) == 2
        go(kiosk, "raffle")
        said = kiosk.texts()
        assert "Drawn: today" in said
        assert "Who won" in said
        assert "You won: " in said
        assert "Show your card at the counter." in said
        assert "Ben · " in said
        assert "Cruz" not in said
        assert "09181234567" not in said
        assert "The secret number is open now" in said
        assert "Buy tickets" not in kiosk.names()
        assert [row.mine for row in kiosk.vm.raffle.winners.rows] == [True, False]

    def test_a_draw_long_ago_is_not_shown(self, kiosk: KioskStage):
        buy_tickets(kiosk.shop, "", kiosk.member.member, PASKO, 1)
        drawn(kiosk)
        kiosk.clock.at = datetime(2027, 6, 1, 6, 30, tzinfo=UTC)
        go(kiosk, "raffle")
        assert "No lucky draw just now." in kiosk.texts()


class TestTheLeaderboard:
    def test_is_hidden_while_too_few_take_part(self, kiosk: KioskStage):
        go(kiosk, "board")
        assert "Too few take part so far." in kiosk.texts()
        assert not kiosk.vm.board.lines.rows

    def test_knows_aliases_only_and_ones_own_line(self, kiosk: KioskStage):
        shop = kiosk.shop
        names = ("Ana Reyes", "Lito Ramos", "Maya Lim", "Jun Dela Cruz")
        for at, name in enumerate(names):
            joined = people.joined(shop, name, f"0919123456{at}")
            sell(shop, f"B-{at}", 10_000, member=joined.member)
        sell(shop, "B-mine", 10_000, member=kiosk.member.member)
        sell(shop, "B-his", 10_000, member=kiosk.other.member)
        go(kiosk, "board")
        said = kiosk.texts()
        assert len(kiosk.vm.board.lines.rows) >= 5
        assert [row.me for row in kiosk.vm.board.lines.rows].count(True) == 1
        for name in (*names, "Grace Santos", "Ben Cruz"):
            assert name not in said
        assert "Nobody sees who you are." in said


class TestAFriend:
    def test_the_code_is_not_the_members_card_and_both_gifts_are_said(self, kiosk: KioskStage):
        go(kiosk, "friend")
        said = kiosk.texts()
        offer = friend_offer(kiosk.shop, kiosk.member.member)
        assert offer is not None
        assert offer.short in said
        assert kiosk.member.cards[-1].short not in said
        assert kiosk.vm.friend.props.codeSize == 21
        assert "20 coins" in said
        assert "10 coins" in said
        assert "first purchase of ₱100 or more" in said
        assert "Friends this month: 0 of 5" in said

    def test_where_nobody_is_paid_for_it_that_is_said(self, kiosk: KioskStage):
        object.__setattr__(kiosk.shop.programme, "referral", None)
        go(kiosk, "friend")
        assert "There is no gift for bringing friends just now." in kiosk.texts()


def test_a_shop_without_raffles_says_so(open_kiosk):
    stage = open_kiosk()
    go(stage, "raffle")
    assert "No lucky draw just now." in stage.texts()
    assert "raffle" not in [row.screen for row in stage.vm.homeScreen.tiles.rows]

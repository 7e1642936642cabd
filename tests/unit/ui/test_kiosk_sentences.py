"""What the kiosk's home and moments are made of: from what is known to what is said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.coins import Balance
from app.domain.effects import Gift
from app.domain.moments import (
    AimBar,
    BadgeWon,
    FirstVisit,
    GoalFilled,
    GoalMoved,
    LastBill,
    Moment,
    NextReward,
    OwnersNote,
    SinceLastTime,
)
from app.domain.offers import CoinsLapsing
from app.domain.programme import Programme, money_of
from app.domain.promises import Prize, Raffle, Source
from app.domain.texts import Text
from app.domain.tiers import TierProgress
from app.services.dashboard import BoardStand, Dashboard, RaffleStand
from app.services.goals import Badge, GoalBar
from app.services.welcome import AlreadyWelcomed, WelcomeGift
from app.ui import goal_sentences as say
from app.ui.home_sentences import tiles, tips
from app.ui.viewmodels.kiosk.badges import derive_badges, derive_wall
from app.ui.viewmodels.kiosk.home_shown import HomeInputs, HomeProps, derive_challenges, derive_home
from app.ui.viewmodels.kiosk.moments_shown import (
    COINS_FLYING,
    MomentsInputs,
    MomentsProps,
    derive_moments,
)
from tests.helpers.people import DEMO
from tests.helpers.shops import programme_in

TODAY = date(2026, 11, 20)
PROGRAMME: Programme = programme_in((DEMO / "india-grocery.toml").read_text("utf-8"))
MONEY = money_of(PROGRAMME)
TITLE: Text = {"en": "Title"}


def bar(source: Source = "visits", amount: int = 3, target: int = 5, **other: object) -> GoalBar:
    fields = {"until": None, "prize": Prize(coins=150), "finished": False, **other}
    return GoalBar(
        id="g", title=TITLE, note=None, source=source, amount=amount, target=target, times=0,
        locked_by=(), **fields,  # type: ignore[arg-type]
    )  # fmt: skip


def dashboard(**other: object) -> Dashboard:
    tier = TierProgress(PROGRAMME.tiers[0], 0, PROGRAMME.tiers[1], 25_000, None)
    found = Dashboard(
        member="m", on=TODAY, coins=Balance(0, 0, 0, 0, ()), worth_minor=0, tier=tier, aim=None,
        offered=None, challenges=(), streak=None, badges=(), lapsing=None, for_you=(), surveys=(),
        within=0, almost=0, vouchers=0, raffle=None, board=None, friend=None, welcome=None,
    )  # fmt: skip
    return replace(found, **other)  # type: ignore[arg-type]


def home(found: Dashboard | None) -> HomeProps:
    return derive_home(HomeInputs(found, PROGRAMME, MONEY, "en"))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("visits", "Come 2 more time(s)"),
        ("bills", "2 more purchase(s)"),
        ("spend", "Shop for ₹1 more"),
        ("units", "Buy 2 more"),
        ("categories", "2 more kind(s) of goods"),
        ("surveys", "Answer 2 more time(s)"),
        ("reviews", "Rate 2 more thing(s)"),
        ("referrals", "Bring 2 more friend(s)"),
        ("goals", "2 more challenge(s)"),
    ],
)
def test_what_is_missing_is_said_for_every_way_of_counting(source: Source, words: str):
    assert say.missing(source, 2, MONEY) == words


def test_money_still_to_spend_is_rounded_up_and_what_is_spent_down():
    assert say.missing("spend", 100_001, MONEY) == "Shop for ₹1,001 more"
    assert say.figures("spend", 199_999, 500_000, MONEY) == "₹1,999 / ₹5,000"


def test_a_prize_is_all_that_it_gives():
    prize = Prize(coins=5, credit_minor=10_000, reward="tea-250", tickets=2)
    assert say.prize_words(prize, PROGRAMME, MONEY, "en") == (
        "5 coin(s) + ₹100 to shop with + Assam tea, 250 g, free + 2 raffle ticket(s)"
    )
    assert say.prize_words(None, PROGRAMME, MONEY, "en") == ""
    assert say.to_do("Come", "") == "Come"


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today only"), (1, "until tomorrow"), (10, "until 30 November"), (400, "")],
)
def test_until_when_is_said_as_people_do(days: int, words: str):
    assert say.by_day(TODAY + timedelta(days=days), TODAY, "en") == words


def test_nothing_is_shown_before_anything_is_known():
    assert home(None) == HomeProps()
    assert derive_challenges(HomeInputs(None, PROGRAMME, MONEY, "en")) == ()


def test_a_challenge_says_what_is_missing_and_the_prize():
    inputs = HomeInputs(dashboard(challenges=(bar(),)), PROGRAMME, MONEY, "en")
    row = derive_challenges(inputs)[0]
    assert (row.figures, row.value, row.kind) == ("3 / 5", 0.6, "visits")
    assert row.todo == "Come 2 more time(s) and get 150 coin(s)"


def test_the_way_to_the_next_tier_is_in_money():
    shown = home(dashboard())
    assert shown.tierNext == "₹25,000 more and you are Gold"
    top = TierProgress(PROGRAMME.tiers[-1], 99_999, None, 0, None)
    assert not home(dashboard(tier=top)).hasNext


def test_coins_taken_back_are_told_kindly():
    assert home(dashboard()).owed == ""
    owing = dashboard(coins=Balance(0, 0, 30, 0, ()))
    assert home(owing).owed.startswith("30 coin(s) went back with a return")


def test_what_lapses_comes_first_with_a_way_to_use_it():
    found = dashboard(lapsing=CoinsLapsing(date(2026, 11, 30), 120))
    first = tips(found, MONEY, "en")[0]
    assert first.text == "120 coin(s): use by 30 November"
    assert (first.action, first.screen, first.kind) == ("Use them", "rewards", "coins")


def test_there_is_a_tile_for_what_the_shop_has_and_none_for_the_rest():
    assert [row.screen for row in tiles(dashboard(), MONEY, "en")] == ["rewards"]
    raffle = Raffle("r", TITLE, TODAY, TODAY, date(2026, 12, 6), (), TITLE)
    full = dashboard(
        raffle=RaffleStand(raffle, 12),
        board=BoardStand(PROGRAMME.leaderboards[0], TODAY, 4),
        friend=PROGRAMME.referral,
        within=14,
    )
    rows = {row.screen: row for row in tiles(full, MONEY, "en")}
    assert set(rows) == {"rewards", "raffle", "board", "friend"}
    assert rows["rewards"].line == "14 reward(s) within reach"
    assert rows["raffle"].line == "12 ticket(s) · drawn on 6 December"
    assert rows["board"].line == "You are number 4"
    assert rows["friend"].extra == "+50"


def test_a_badge_not_won_has_a_drawing_of_its_own_and_says_the_way():
    badges = (
        Badge("a", TITLE, "visits", 1, 3, 12, 50, ()),
        Badge("b", TITLE, "goals", 3, 3, 9, None, ()),
        Badge("c", TITLE, "reviews", 0, 3, 0, 1, ({"en": "Before"},)),
    )
    rows = derive_badges(badges, MONEY, "en")
    assert [row.picture for row in rows] == ["visits", "goals", "reviews-missing"]
    assert [row.todo for row in rows] == [
        "Come 38 more time(s)",
        "All levels done!",
        "First: Before",
    ]
    assert derive_wall(badges, MONEY).heading == "My badges · 2 of 3"
    assert derive_wall((), MONEY).empty


# ---------------------------------------------------------------- moments


def moment(one: Moment | None, **other: object) -> MomentsProps:
    inputs = MomentsInputs(
        moment=one, at=0, count=1, name="Aarti", gift=None, steps=1, outcome=None,
        programme=PROGRAMME, money=MONEY, language="en", today=TODAY,
    )  # fmt: skip
    return derive_moments(replace(inputs, **other))  # type: ignore[arg-type]


SINCE = SinceLastTime(
    before=100, after=112, coins=12, later=0, bills=1,
    last=LastBill("s", "B-7", TODAY, 0, 120_000, 12, (), ""),
    aim=AimBar("tea-250", TITLE, 260, 100, 112),
    bar=GoalMoved("g", TITLE, "visits", 2, 3, 5, None),
    next=NextReward("aim", "tea-250", TITLE, 148),
    marks=(),
)  # fmt: skip


def test_since_last_time_says_bill_ring_bar_and_what_is_next():
    shown = moment(SINCE)
    assert shown.title == "12 coin(s) for you"
    assert shown.text == "Bill B-7 · ₹1,200 · today"
    assert (shown.before, shown.after, shown.flying) == (100, 112, COINS_FLYING)
    assert (shown.ringBefore, shown.ringAfter) == (100 / 260, 112 / 260)
    assert (shown.barFiguresBefore, shown.barFigures) == ("2 / 5", "3 / 5")
    assert shown.barMissing == "Come 2 more time(s)"
    assert shown.next == "148 more coin(s): Title"


def test_a_bar_that_is_full_lacks_nothing():
    assert (
        moment(replace(SINCE, bar=GoalMoved("g", TITLE, "visits", 4, 5, 5, None))).barMissing == ""
    )


def test_several_bills_are_told_together_and_few_coins_fly_as_few():
    shown = moment(replace(SINCE, bills=3, coins=2, bar=None, aim=None, next=None))
    assert shown.title == "2 coin(s) from 3 bill(s)"
    assert shown.flying == 2
    assert shown.barTitle == ""
    assert shown.ringAfter == 1


def test_coins_for_later_are_said_to_be_so():
    assert "5 of them can be used later" in moment(replace(SINCE, later=5)).detail


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_the_first_bar_never_starts_at_nothing(steps: int):
    shown = moment(FirstVisit(()), steps=steps, gift=WelcomeGift(20, "", {}))
    assert shown.barFigures == f"{steps} / 3"
    assert shown.barAfter == steps / 3
    assert shown.gift == "20 coin(s)"


def test_a_refused_gift_is_told_kindly():
    assert "safe" in moment(FirstVisit(()), outcome=AlreadyWelcomed()).refused


def test_the_other_moments_have_their_scene():
    assert moment(GoalFilled("tea-250", TITLE, 260, ())).kind == "filled"
    badge = moment(BadgeWon("regular", TITLE, 1, 1, ()))
    assert (badge.kind, badge.picture, badge.detail) == ("badge", "visits", "")
    gifts = (Gift("coins", 20, "", TODAY, None), Gift("voucher", 1, "v", TODAY, None))
    note = moment(OwnersNote("greeting:birthday", "Happy birthday", "Dear", gifts, ()))
    assert (note.kind, note.gift) == ("note", "20 coin(s) + a voucher")
    assert moment(None) == MomentsProps()

"""What the kiosk says of a reward, from its terms and what stands in the way."""

from datetime import date

import pytest

from app.domain.bill_faults import NotEnoughCoins
from app.domain.effects import Benefit
from app.domain.money import Money
from app.domain.offers import Towards
from app.domain.programme import Programme
from app.domain.promises import Reward
from app.domain.rewards import (
    LimitReached,
    NotOpen,
    NotYours,
    Offer,
    OutOfStock,
    RewardFault,
    worth_of,
)
from app.domain.vouchers import AlreadyClaimed, VoucherFault, WasVoided
from app.services.rewards import RewardRedeemed
from app.services.shelf import Shelf
from app.ui import reward_sentences as say
from app.ui.viewmodels.kiosk.reward_props import (
    BILLS_SAID,
    RewardsInputs,
    can_aim,
    derive_rewards,
)
from app.ui.viewmodels.kiosk.reward_rows import derive_groups
from tests.helpers.rewards import rewards_document
from tests.helpers.shops import programme_in

TODAY = date(2026, 6, 5)
RUPEES = Money("INR")
ITEM = Benefit("item", 2_000, goods=("sku:T1",))


@pytest.fixture(scope="module")
def programme() -> Programme:
    return programme_in(rewards_document())


def reward(**terms: object) -> Reward:
    return Reward("tea", {"en": "Tea"}, 50, ITEM, **terms)  # type: ignore[arg-type]


def shelf(*offers: Offer, **told: object) -> Shelf:
    return Shelf(
        on=TODAY,
        coins=120,
        offers=offers,
        left=told.get("left", {}),  # type: ignore[arg-type]
        taken=told.get("taken", {}),  # type: ignore[arg-type]
        worth=told.get("worth", {}),  # type: ignore[arg-type]
        aim="",
        tier="base",
    )


def inputs(programme: Programme, on: Shelf, **more: object) -> RewardsInputs:
    return RewardsInputs(programme, RUPEES, "en", shelf=on, **more)  # type: ignore[arg-type]


class TestWorth:
    @pytest.mark.parametrize(
        ("one", "price", "worth"),
        [
            (reward(), 5_000, 10_000),
            (reward(), 0, 0),
            (Reward("s", {}, 5, Benefit("sample", 0, ceiling_minor=300)), 500, 300),
            (Reward("s", {}, 5, Benefit("sample", 0, ceiling_minor=300)), 0, 0),
            (Reward("f", {}, 5, Benefit("fixed", 5_000)), 0, 5_000),
            (Reward("c", {}, 5, Benefit("fixed", 0), credit_minor=7_500), 0, 7_500),
            (Reward("p", {}, 5, Benefit("percent", 10)), 9_999, 0),
            (Reward("d", {}, 5, Benefit("service", 0)), 9_999, 0),
        ],
    )
    def test_is_what_it_saves_and_nothing_made_up(self, one: Reward, price: int, worth: int):
        assert worth_of(one, price) == worth


class TestWhatStandsInTheWay:
    @pytest.mark.parametrize(
        ("fault", "said"),
        [
            (NotEnoughCoins(50, 15), "35 more"),
            (NotYours(frozenset({"gold"})), "For Gold members"),
            (NotOpen(date(2026, 7, 10), None), "From 10 July on"),
            (NotOpen(None, date(2026, 6, 1)), "Not to be had just now"),
            (LimitReached(1, "month"), "You have had this. More next month"),
            (LimitReached(1, "ever"), "You have had this"),
            (OutOfStock(), "All gone just now"),
        ],
    )
    def test_is_said_with_what_would_change_it(
        self, programme: Programme, fault: RewardFault, said: str
    ):
        assert said in say.in_the_way(fault, programme, RUPEES, TODAY, "en")

    def test_one_had_for_good_cannot_be_saved_for(self):
        assert not can_aim(Offer(reward(), LimitReached(1, "ever"), 0, 100))
        assert can_aim(Offer(reward(), LimitReached(1, "month"), 0, 100))


class TestGroups:
    def test_each_reward_is_in_one_group(self, programme: Programme):
        offers = (
            Offer(reward(), None, 0, 100),
            Offer(reward(), NotEnoughCoins(50, 40), 10, 80),
            Offer(reward(), NotEnoughCoins(50, 39), 11, 78),
            Offer(reward(), NotYours(frozenset({"gold"})), 0, 100),
        )
        groups = derive_groups(shelf(*offers), programme, RUPEES, "en")
        assert [len(group) for group in groups] == [1, 1, 2]

    def test_only_few_left_is_said_on_the_card(self, programme: Programme):
        offer = Offer(reward(), None, 0, 100)
        few = derive_groups(shelf(offer, left={"tea": 10}), programme, RUPEES, "en")
        many = derive_groups(shelf(offer, left={"tea": 11}), programme, RUPEES, "en")
        assert few.within[0].line == "10 left"
        assert many.within[0].line == ""

    def test_before_it_is_known_nothing_is_shown(self, programme: Programme):
        assert derive_groups(None, programme, RUPEES, "en") == ((), (), ())


class TestFacts:
    def test_of_a_limit_partly_used_says_how_many_are_still_ones_own(self, programme: Programme):
        one = reward(limit=3, limit_period="month")
        said = say.facts(Offer(one, None, 0, 100), shelf(taken={"tea": 1}), programme, RUPEES, "en")
        assert "3 for each person and month · 2 still for you" in said

    def test_say_until_when_it_is_to_be_had(self, programme: Programme):
        one = reward(closes=date(2026, 6, 30), brand="Neelgiri")
        said = say.facts(Offer(one, None, 0, 100), shelf(), programme, RUPEES, "en")
        assert "To be had until 30 June" in said
        assert "From Neelgiri" in said


class TestWithoutAConnection:
    @pytest.mark.parametrize(
        ("room", "stock", "said"),
        [
            (0, None, "coins cannot be spent"),
            (49, None, "can be spent"),
            (50, None, ""),
            (500, 3, "there are only a few of these"),
        ],
    )
    def test_is_said_before_the_tap(
        self, programme: Programme, room: int, stock: int | None, said: str
    ):
        offer = Offer(reward(stock=stock), None, 0, 100)
        shown = derive_rewards(
            inputs(programme, shelf(offer), step="detail", chosen="tea", room=room)
        )
        assert said in shown.away
        assert bool(shown.away) == bool(said)
        assert shown.canTake == (not said)


class TestBeforeAndAfter:
    def test_are_what_one_has_and_what_is_left(self, programme: Programme):
        offer = Offer(reward(), None, 0, 100)
        shown = derive_rewards(inputs(programme, shelf(offer), step="confirm", chosen="tea"))
        assert (shown.before, shown.price, shown.after) == ("120", "50", "70")

    def test_a_reward_that_is_gone_leads_back_to_the_shelf(self, programme: Programme):
        shown = derive_rewards(inputs(programme, shelf(), step="confirm", chosen="tea"))
        assert shown.step == "list"


class TestTheGoal:
    @pytest.mark.parametrize(
        ("missing", "usual", "said"),
        [
            (35, 10, "about 4"),
            (35, 0, ""),
            (0, 10, ""),
            (BILLS_SAID * 10, 10, f"about {BILLS_SAID}"),
            (BILLS_SAID * 10 + 1, 10, ""),
        ],
    )
    def test_is_counted_in_purchases_while_that_cheers(
        self, programme: Programme, missing: int, usual: int, said: str
    ):
        aim = Towards(reward(), 50, 15, missing, 30, usual)
        shown = derive_rewards(inputs(programme, shelf(), step="aimed", aim=aim))
        assert said in shown.aimNext
        assert bool(shown.aimNext) == bool(said)
        assert (f"{missing} more" in shown.aimLeft) == bool(missing)


class TestTheTicket:
    def got(self, *, given: bool = False) -> RewardRedeemed:
        return RewardRedeemed(
            event="e",
            member="m",
            reward="tea",
            title={"en": "Tea"},
            voucher="v",
            number="SVN6PZ23A45D67E",
            valid_from=TODAY,
            until=date(2026, 9, 3),
            coins=50,
            before=120,
            after=70,
            given=given,
            ticket=0 if given else 27,
        )

    @pytest.mark.parametrize(
        ("fate", "torn", "code"),
        [(None, False, 21), (AlreadyClaimed(TODAY), True, 0), (WasVoided(), True, 0)],
    )
    def test_tears_once_it_is_used(
        self, programme: Programme, fate: VoucherFault | None, torn: bool, code: int
    ):
        shown = derive_rewards(
            inputs(programme, shelf(), step="done", outcome=self.got(), fate=fate), 21
        )
        assert (shown.ticket, shown.torn, shown.codeSize) == ("27", torn, code)

    def test_of_what_is_given_at_once_there_is_none(self, programme: Programme):
        shown = derive_rewards(
            inputs(programme, shelf(), step="done", outcome=self.got(given=True)), 21
        )
        assert (shown.ticket, shown.number, shown.codeSize) == ("", "", 0)
        assert shown.doneTitle == "It is yours!"

"""What the members of the demo shop do beside buying: answer, rate, save, redeem, pay in."""

import random
from typing import Final

from app.domain.members import Held, MemberState, coins_on, credit_on
from app.domain.questions import Question, Survey
from app.domain.surveys import choices, following
from app.services.reviews import rate_product, to_rate
from app.services.rewards import redeem, set_aim
from app.services.shop import Shop
from app.services.surveys import answer, open_surveys
from app.services.topups import top_up
from app.services.vouchers import claim_voucher

SECONDS_A_QUESTION: Final = 7
USUAL_TOP_UP: Final = 500
"""In major units of the currency, for who has no offer to pay for."""


class Habits:
    """Lets members do things after a purchase; what a rule refuses is simply not done."""

    def __init__(self, shop: Shop, dice: random.Random) -> None:
        self.shop = shop
        self.dice = dice
        self.receipts = 0

    def after_purchase(self, member: str, staff: str) -> None:
        """Do at most one thing, as people do at a counter."""
        luck = self.dice.random()
        if luck < 0.10:
            self._answer(member, staff)
        elif luck < 0.16:
            self._rate(member, staff)
        elif luck < 0.26:
            self._redeem(member, staff)
        elif luck < 0.29:
            self._save_for(member, staff)
        elif luck < 0.31:
            self._pay_in(member, staff)

    def credit_for(self, member: str, total_minor: int) -> int:
        """Return the store credit a member pays a bill with, in minor units; mostly none."""
        if self.dice.random() > 0.3:
            return 0
        usable = credit_on(self.shop.state(member), self.shop.moment().on).spendable
        return min(usable, total_minor // 2)

    def voucher_for(self, member: str) -> tuple[str, ...]:
        """Return a voucher to use on a bill: the oldest that takes something off."""
        on = self.shop.moment().on
        fit = [
            held
            for held in _by_reward(self.shop.state(member))
            if held.status == "live"
            and held.benefit.kind in ("percent", "fixed")
            and held.valid_from <= on <= held.until
        ]
        return tuple(held.voucher for held in fit[:1])

    def _answer(self, member: str, staff: str) -> None:
        asked = open_surveys(self.shop, member)
        if asked:
            survey = self.dice.choice(asked).survey
            given = self._answers(survey)
            seconds = survey.least_seconds + SECONDS_A_QUESTION * len(given)
            answer(self.shop, staff, member, survey.id, given, seconds)

    def _answers(self, survey: Survey) -> dict[str, str]:
        given: dict[str, str] = {}
        question: Question | None = survey.questions[0]
        while question is not None:
            known = choices(question)
            value = question.attention
            if known and not value:
                # Who comes to the shop often likes it: the later of two guesses on a scale.
                value = max(self.dice.choices(known, k=2), key=known.index)
            if value:
                given[question.id] = value
            question = following(survey, question, value)
        return given

    def _rate(self, member: str, staff: str) -> None:
        for sku in list(to_rate(self.shop, member))[:1]:
            rate_product(self.shop, staff, member, sku, self.dice.choice((3, 4, 4, 5, 5)))

    def _redeem(self, member: str, staff: str) -> None:
        state = self.shop.state(member)
        number = self._handed_over(state)
        if number:
            claim_voucher(self.shop, staff, number)
            return
        usable = coins_on(state, self.shop.moment().on).spendable
        within = [one for one in self.shop.programme.rewards if 0 < one.coins <= usable]
        if within:
            redeem(self.shop, staff, member, self.dice.choice(within).id)

    def _handed_over(self, state: MemberState) -> str:
        """Return the number of a voucher that is claimed at the desk, or nothing."""
        on = self.shop.moment().on
        for held in _by_reward(state):
            ready = held.status == "live" and held.valid_from <= on <= held.until
            if ready and held.benefit.kind not in ("percent", "fixed"):
                return held.number
        return ""

    def _save_for(self, member: str, staff: str) -> None:
        wanted = [one for one in self.shop.programme.rewards if one.coins]
        if wanted:
            set_aim(self.shop, staff, member, self.dice.choice(wanted).id)

    def _pay_in(self, member: str, staff: str) -> None:
        programme = self.shop.programme
        offers = programme.credit.offers
        paid, code = USUAL_TOP_UP * 10**programme.currency_digits, ""
        if offers and self.dice.random() < 0.5:
            paid, code = offers[0].pay_minor, offers[0].code
        self.receipts += 1
        top_up(self.shop, staff, member, f"T-{self.receipts}", paid, code)


def _by_reward(state: MemberState) -> list[Held]:
    """Return vouchers in an order that the dice alone decide: not by their ids."""
    return sorted(state.vouchers, key=lambda held: (held.until, held.reward))

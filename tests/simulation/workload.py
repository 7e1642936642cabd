"""What people do at a counter, through the use cases a screen calls; and what they were told."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from app.domain.members import MemberState, coins_on, credit_on
from app.services.credit import cash_out
from app.services.estimates import estimate
from app.services.goodwill import give_coins
from app.services.members import Enrolment, Welcome, enrol
from app.services.members.merging import merge, unmerge
from app.services.open_sales import sale_of
from app.services.promos import PromoBatch, batch_of, read_code
from app.services.returns import ReturnAsk, record_return
from app.services.rewards import redeem
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from app.services.surveys import answer
from app.services.topups import CreditToppedUp, top_up, void_top_up
from app.services.voids import void_sale
from app.services.vouchers import HandedOver, claim_voucher, void_voucher
from tests.helpers.shops import STAFF, bill, goods

SHELF = [("milk", "Dairy", 6_000), ("rice", "Staples", 33_300), ("tea", "Tea", 12_000)]


@dataclass
class People:
    """Who and what is known in a cell, whichever station made it."""

    owner: str
    members: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    sales: list[str] = field(default_factory=list)
    top_ups: list[str] = field(default_factory=list)
    handed: Counter[str] = field(default_factory=Counter)
    count: int = 0

    def number(self) -> str:
        """A receipt number nobody had yet."""
        self.count += 1
        return f"N-{self.count}"


@dataclass
class Counterwork:
    """A day's work at a counter; `did` counts what was done by kind and outcome."""

    dice: random.Random
    did: Counter[str] = field(default_factory=Counter)

    def act(self, shop: Shop, people: People) -> str:
        """Do one thing at a station; return what, and what came of it."""
        acts: list[tuple[int, Callable[[Shop, People], object]]] = [
            (10, self._sell),
            (9, self._pay_with_coins),
            (4, self._pay_with_credit),
            (3, self._use_voucher),
            (2, self._use_code),
            (7, self._redeem),
            (4, self._take_last),
            (6, self._claim),
            (2, self._give_back),
            (3, self._answer),
            (4, self._return),
            (3, self._void),
            (3, self._pay_in),
            (1, self._pay_in_void),
            (2, self._cash_out),
            (3, self._goodwill),
            (2, self._enrol),
            (1, self._merge),
            (1, self._part),
        ]
        one = self.dice.choices([act for _, act in acts], [weight for weight, _ in acts])[0]
        outcome = one(shop, people)
        told = f"{one.__name__[1:]} {type(outcome).__name__}"
        self.did[told] += 1
        return told

    def spend(self, member: str, shop: Shop, people: People) -> str:
        """Let one member spend as much as possible at a station; return what came of it."""
        if shop.profile(member) is None:
            return "nobody"
        live = [one.number for one in shop.state(member).vouchers if one.status == "live"]
        outcome: object
        if self.dice.random() < 0.25:
            outcome = give_coins(shop, STAFF, people.owner, member, 30, "sorry")
        elif live and self.dice.random() < 0.4:
            outcome = self._hand_over(shop, people, live[0])
        elif self.dice.random() < 0.5:
            outcome = redeem(shop, STAFF, member, self.dice.choice(["off", "last", "wallet"]))
        else:
            outcome = self._record(shop, people, member, coins=True, most_coins=40)
        told = f"spend {type(outcome).__name__}"
        self.did[told] += 1
        return told

    # ------------------------------------------------------------ buying

    def _sell(self, shop: Shop, people: People) -> object:
        member = self._member(shop, people) if self.dice.random() < 0.9 else ""
        return self._record(shop, people, member)

    def _pay_with_coins(self, shop: Shop, people: People) -> object:
        return self._record(shop, people, self._member(shop, people), coins=True)

    def _pay_with_credit(self, shop: Shop, people: People) -> object:
        return self._record(shop, people, self._member(shop, people), credit=True)

    def _use_voucher(self, shop: Shop, people: People) -> object:
        member = self._member(shop, people)
        live = self._live(shop.state(member)) if member else []
        if not live:
            return None
        return self._record(shop, people, member, vouchers=(self.dice.choice(live),))

    def _use_code(self, shop: Shop, people: People) -> object:
        batch = batch_of(shop, "leaflet")
        found = (
            read_code(shop, self.dice.choice(batch.codes))
            if isinstance(batch, PromoBatch)
            else None
        )
        if found is None:
            return None
        member = self._member(shop, people)
        return self._record(shop, people, member, promo=found[0].id, promo_single=found[1] or 0)

    def _record(
        self,
        shop: Shop,
        people: People,
        member: str,
        *,
        coins: bool = False,
        credit: bool = False,
        most_coins: int = 10**6,
        **other: object,
    ) -> object:
        basket = [
            goods(sku, price, self.dice.randint(1, 3), category)
            for sku, category, price in self.dice.sample(SHELF, self.dice.randint(1, 2))
        ]
        made = bill(shop, people.number(), *basket, member=member, **other)
        if member:
            state, at = shop.state(member), shop.moment()
            due = estimate(shop, made, state, at)
            if coins and due.coin_range.maximum:
                least = max(due.coin_range.minimum, 1)
                most = min(most_coins, due.coin_range.maximum)
                made = replace(made, coins=self._some(least, most))
                made = replace(made, coins=made.coins - made.coins % 5)
            if credit:
                most = min(credit_on(state, at.on).spendable, due.collect_minor)
                made = replace(made, credit_minor=self._some(0, most))
        outcome = record_sale(shop, STAFF, made)
        if isinstance(outcome, SaleRecorded):
            people.sales.append(outcome.sale)
            people.handed.update(made.vouchers)
        return outcome

    def _return(self, shop: Shop, people: People) -> object:
        sale = sale_of(shop, self.dice.choice(people.sales[-12:])) if people.sales else None
        lines = [(at, one.quantity_milli) for at, one in enumerate(sale.kept)] if sale else []
        lines = [one for one in lines if one[1]]
        if sale is None or not lines:
            return None
        if self.dice.random() < 0.5:
            lines = [(lines[0][0], 1000)]
        ask = ReturnAsk(shop.mint(), people.number(), sale.sale, tuple(lines))
        return record_return(shop, STAFF, ask)

    def _void(self, shop: Shop, people: People) -> object:
        if not people.sales:
            return None
        return void_sale(shop, STAFF, people.owner, self.dice.choice(people.sales[-6:]))

    # ------------------------------------------------------------ rewards

    def _redeem(self, shop: Shop, people: People) -> object:
        member = self._member(shop, people)
        which = self.dice.choice(["tea", "tea", "off", "wallet"])
        return redeem(shop, STAFF, member, which, pickup=True) if member else None

    def _take_last(self, shop: Shop, people: People) -> object:
        member = self._member(shop, people)
        return redeem(shop, STAFF, member, "last") if member else None

    def _claim(self, shop: Shop, people: People) -> object:
        number = self._voucher_number(shop, people)
        return self._hand_over(shop, people, number) if number else None

    def _hand_over(self, shop: Shop, people: People, number: str) -> object:
        outcome = claim_voucher(shop, STAFF, number)
        if isinstance(outcome, HandedOver):
            people.handed[outcome.voucher] += 1
        return outcome

    def _give_back(self, shop: Shop, people: People) -> object:
        number = self._voucher_number(shop, people)
        return void_voucher(shop, STAFF, people.owner, number) if number else None

    def _answer(self, shop: Shop, people: People) -> object:
        member = self._member(shop, people)
        return answer(shop, STAFF, member, "poll", {"pick": "rice"}, 30) if member else None

    # ------------------------------------------------------------ credit, goodwill

    def _pay_in(self, shop: Shop, people: People) -> object:
        member = self._member(shop, people)
        outcome = top_up(shop, STAFF, member, people.number(), 7_500) if member else None
        if isinstance(outcome, CreditToppedUp):
            people.top_ups.append(outcome.top_up)
        return outcome

    def _pay_in_void(self, shop: Shop, people: People) -> object:
        if not people.top_ups:
            return None
        return void_top_up(shop, STAFF, people.owner, self.dice.choice(people.top_ups[-3:]))

    def _cash_out(self, shop: Shop, people: People) -> object:
        member = self._member(shop, people)
        if not member:
            return None
        most = credit_on(shop.state(member), shop.moment().on).spendable
        return cash_out(shop, STAFF, people.owner, member, self._some(1, max(1, most)))

    def _goodwill(self, shop: Shop, people: People) -> object:
        member = self._member(shop, people)
        if not member:
            return None
        spendable = coins_on(shop.state(member), shop.moment().on).spendable
        coins = self.dice.choice([10, 35, 60, -min(spendable, 10) or 5])
        return give_coins(shop, STAFF, people.owner, member, coins, "sorry")

    # ------------------------------------------------------------ people

    def _enrol(self, shop: Shop, people: People) -> object:
        name = self.dice.choice(["Asha", "Ravi", "Meena", "Joy"]) + f" {people.number()}"
        phone = f"98{self.dice.randrange(10**8):08}"
        outcome = enrol(shop, STAFF, Enrolment(phone, name, "en", consent=True))
        if isinstance(outcome, Welcome):
            people.members.append(outcome.view.member)
            people.names[outcome.view.member] = name
        return outcome

    def _merge(self, shop: Shop, people: People) -> object:
        one, other = self._member(shop, people), self._member(shop, people)
        if not one or not other or len(people.members) < 4:
            return None
        return merge(shop, STAFF, people.owner, one, other)

    def _part(self, shop: Shop, people: People) -> object:
        member = self._member(shop, people)
        state = shop.state(member) if member else None
        if state is None or not state.aliases:
            return None
        return unmerge(shop, STAFF, people.owner, state.member, state.aliases[-1])

    # ------------------------------------------------------------ choosing

    def _member(self, shop: Shop, people: People) -> str:
        """A member this station knows of, or nobody; a few are seen much more than the rest."""
        one = self.dice.choice(people.members[:3] if self.dice.random() < 0.6 else people.members)
        profile = shop.profile(one)
        return profile.member if profile else ""

    def _voucher_number(self, shop: Shop, people: People) -> str:
        member = self._member(shop, people)
        held = shop.state(member).vouchers if member else ()
        live = [one.number for one in held if one.status == "live"]
        if live and self.dice.random() < 0.9:
            return self.dice.choice(live)
        return self.dice.choice([one.number for one in held]) if held else ""

    def _live(self, state: MemberState) -> list[str]:
        return [one.voucher for one in state.vouchers if one.status == "live"]

    def _some(self, least: int, most: int) -> int:
        """An amount, often as much as possible."""
        if most <= least:
            return most
        return most if self.dice.random() < 0.5 else self.dice.randint(least, most)

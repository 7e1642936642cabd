"""A shop lives through anything in any order, and every count of it agrees."""

import random
import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.domain.bills import amount_line
from app.domain.members import MemberState, coins_on, paid_minor
from app.domain.return_parts import Asked
from app.services.clocks import SetClock
from app.services.open_sales import sale_of
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from app.services.voids import SaleClaimed, SaleVoided, claim_sale, undo_sale, void_sale
from app.station import Station, open_station
from app.station.examining import examine
from tests.helpers.ledger import net_coins
from tests.helpers.shops import (
    MORNING,
    STAFF,
    SUPERVISOR,
    bill,
    document_of,
    enrol,
    goods,
    later,
    make_shop,
    merge,
    new_station,
)

pytestmark = pytest.mark.slow
PEOPLE = ["asha", "ravi", "meena", "joy"]


@dataclass
class Sale:
    """What the model knows of a sale: whose it is and what of it is kept."""

    member: str
    day: int
    at: datetime
    units: int
    price_minor: int
    paid_minor: int
    coins: int
    earned: int
    kept_units: int = 0
    gone: bool = False
    touched: bool = False


class LedgerMachine(RuleBasedStateMachine):
    """The real station against a model that only adds up what it was told."""

    policy = "allow_negative"

    def __init__(self) -> None:
        super().__init__()
        self.folder = make_shop(Path(tempfile.mkdtemp(prefix="sikka-")))
        self.clock = SetClock(MORNING)
        self.station: Station = new_station(
            self.folder, self.clock, document=document_of(self.policy)
        )
        # Ids decide between sales of one instant: a run must mint the same ones again.
        self.entropy = random.Random(0).randbytes
        self.station.shop.entropy = self.entropy
        self.members = {name: enrol(self.station.shop, name) for name in PEOPLE}
        self.into: dict[str, str] = {}
        self.sales: dict[str, Sale] = {}
        self.owing: set[str] = set()
        """Who spent coins of a sale that was void afterwards: a void is exact under any policy."""
        self.day = 0
        self.bills = 0
        self.station.pump()

    # ------------------------------------------------------------ helpers

    @property
    def shop(self) -> Shop:
        return self.station.shop

    def root(self, member: str) -> str:
        while member in self.into:
            member = self.into[member]
        return member

    def state(self, member: str) -> MemberState:
        return self.shop.state(self.root(member))

    def open_sales(self) -> list[str]:
        return [one for one, sale in self.sales.items() if not sale.gone]

    def draw_sale(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(list(self.sales)))

    # ------------------------------------------------------------ selling

    @rule(name=st.sampled_from([*PEOPLE, ""]), units=st.integers(1, 4),
          price=st.sampled_from([100, 9_900, 33_333, 150_000]), data=st.data())  # fmt: skip
    def sell(self, name, units, price, data):
        member = self.members.get(name, "")
        spendable = 0
        if member:
            spendable = coins_on(self.state(member), self.shop.moment().on).spendable
        most = min(spendable, units * price * 50 // 100 // 50) // 5 * 5
        coins = data.draw(st.sampled_from([0, most])) if most >= 10 else 0
        self.bills += 1
        made = bill(self.shop, f"B-{self.bills}", goods("a", price, units), member=member,
                    coins=coins)  # fmt: skip
        outcome = record_sale(self.shop, STAFF, made)
        assert isinstance(outcome, SaleRecorded), outcome
        assert outcome.coin_minor == coins * 50
        self.sales[outcome.sale] = Sale(
            outcome.member, self.day, self.clock.at, units, price, outcome.collect_minor, coins,
            outcome.coins_earned, kept_units=units,
        )  # fmt: skip

    @rule()
    def press_twice(self):
        self.bills += 1
        made = bill(self.shop, f"B-{self.bills}", amount_line(500))
        assert isinstance(record_sale(self.shop, STAFF, made), SaleRecorded)
        assert not isinstance(record_sale(self.shop, STAFF, made), SaleRecorded)
        self.sales[made.id] = Sale("", self.day, self.clock.at, 1, 500, 500, 0, 0, kept_units=1)

    # ------------------------------------------------------------ taking back

    @precondition(lambda self: self.sales)
    @rule(data=st.data(), undo=st.booleans())
    def void(self, data, undo):
        sale_id = self.draw_sale(data)
        sale = self.sales[sale_id]
        before = self.state(sale.member) if sale.member else None
        if undo:
            outcome: object = undo_sale(self.shop, STAFF, sale_id)
            last = self.shop.last_sale
            expected = isinstance(outcome, SaleVoided)
            assert not (expected and (sale.gone or sale.touched)), last
        else:
            outcome = void_sale(self.shop, STAFF, SUPERVISOR, sale_id)
            expected = sale.day == self.day and not sale.gone and not sale.touched
        assert isinstance(outcome, SaleVoided) == expected, outcome
        if expected:
            sale.gone, sale.kept_units, sale.paid_minor = True, 0, 0
            if before is not None:
                left = net_coins(before) + sale.coins - sale.earned
                assert net_coins(self.state(sale.member)) == left, "a void is the exact inverse"
                if left < 0:
                    self.owing.add(sale.member)

    @precondition(lambda self: self.sales)
    @rule(data=st.data(), units=st.integers(1, 3))
    def return_units(self, data, units):
        sale_id = self.draw_sale(data)
        sale = self.sales[sale_id]
        ask = ReturnAsk(self.shop.mint(), f"R-{self.shop.mint()[:20]}", sale_id,
                        ((0, units * 1000),))  # fmt: skip
        outcome = record_return(self.shop, STAFF, ask)
        fits = units <= sale.kept_units and not sale.gone and self.day <= sale.day + 15
        assert isinstance(outcome, ReturnRecorded) == fits, outcome
        if isinstance(outcome, ReturnRecorded):
            self.came_back(outcome)

    @precondition(lambda self: self.sales)
    @rule(data=st.data(), share=st.integers(1, 100))
    def return_amount(self, data, share):
        sale_id = self.draw_sale(data)
        sale = self.sales[sale_id]
        amount = max(1, sale.paid_minor * share // 100)
        receipt = f"R-{self.shop.mint()[:20]}"
        ask = ReturnAsk(self.shop.mint(), receipt, sale_id, amount_minor=amount)
        outcome = record_return(self.shop, STAFF, ask)
        fits = amount <= sale.paid_minor and not sale.gone and self.day <= sale.day + 15
        assert isinstance(outcome, ReturnRecorded) == fits, outcome
        if isinstance(outcome, ReturnRecorded):
            self.came_back(outcome)

    @rule(name=st.sampled_from(PEOPLE), units=st.integers(1, 5))
    def return_without_bill(self, name, units):
        loose = (Asked("a", "a", units * 1000, 10),)
        receipt = f"R-{self.shop.mint()[:20]}"
        ask = ReturnAsk(self.shop.mint(), receipt, member=self.members[name], goods=loose)
        outcome = record_return(self.shop, STAFF, ask)
        assert isinstance(outcome, ReturnRecorded)
        root = self.root(self.members[name])
        mine = sum(
            sale.kept_units
            for sale in self.sales.values()
            if sale.member and self.root(sale.member) == root and self.day <= sale.day + 15
        )
        matched = sum(part.quantity_milli for part in outcome.taken.facts.parts)
        # A merge that is not booked yet may still hide what the other one bought.
        assert matched <= 1000 * min(units, mine)
        if not self.station.db.pending:
            assert matched == 1000 * min(units, mine)
        self.came_back(outcome)

    def came_back(self, outcome: ReturnRecorded) -> None:
        for part in outcome.taken.facts.parts:
            sale = self.sales[part.sale]
            sale.kept_units -= part.quantity_milli // 1000
            sale.paid_minor -= part.amount_minor
            sale.touched = True
            assert sale.kept_units >= 0
            assert sale.paid_minor >= 0

    @precondition(lambda self: any(not sale.member for sale in self.sales.values()))
    @rule(data=st.data(), name=st.sampled_from(PEOPLE))
    def claim(self, data, name):
        guests = [one for one, sale in self.sales.items() if not sale.member]
        sale = self.sales[sale_id := data.draw(st.sampled_from(guests))]
        member = self.members[name]
        outcome = claim_sale(self.shop, STAFF, SUPERVISOR, sale_id, member)
        fits = not sale.gone and not sale.touched and self.clock.at - sale.at <= timedelta(days=1)
        assert isinstance(outcome, SaleClaimed) == fits, outcome
        if isinstance(outcome, SaleClaimed):
            sale.member, sale.earned = outcome.member, outcome.coins

    # ------------------------------------------------------------ members, time, machine

    @rule(one=st.sampled_from(PEOPLE), other=st.sampled_from(PEOPLE))
    def merge(self, one, other):
        survivor, source = self.root(self.members[one]), self.root(self.members[other])
        if survivor != source:
            merge(self.shop, survivor, source)
            self.into[source] = survivor
            self.station.pump()

    @rule(days=st.sampled_from([1, 1, 2, 14, 60]))
    def days_pass(self, days):
        self.station.pump()
        later(self.shop, days=days)
        self.day += days
        self.station.end_days()
        self.station.pump()

    @rule()
    def a_minute_passes(self):
        later(self.shop, minutes=1)

    @rule()
    def pump(self):
        self.station.pump()

    @rule()
    def close_and_reopen(self):
        self.station.close()
        self.station = open_station(self.folder, self.clock, background=False)
        self.station.shop.entropy = self.entropy

    # ------------------------------------------------------------ what always holds

    @invariant()
    def the_counter_knows_what_was_kept(self):
        for sale_id, sale in self.sales.items():
            if self.day <= sale.day + 15:
                known = sale_of(self.shop, sale_id)
                assert known is not None
                assert known.voided == sale.gone
                assert [one.quantity_milli for one in known.kept] == [sale.kept_units * 1000]
                assert sum(one.net_minor for one in known.kept) == sale.paid_minor

    @invariant()
    def members_have_what_their_sales_say(self):
        if self.station.db.pending:
            return
        for member in {self.root(one) for one in self.members.values()}:
            mine = [
                one for one in self.sales.values() if one.member and self.root(one.member) == member
            ]
            kept = [one for one in mine if one.kept_units or one.paid_minor]
            state = self.state(member)
            assert state.purchases == len(kept)
            assert paid_minor(state) == sum(one.paid_minor for one in mine)
            if all(one.kept_units in {0, one.units} and not one.touched for one in mine):
                assert state.earned == sum(one.earned for one in kept)
                assert state.spent == sum(one.coins for one in kept)

    @invariant()
    def coins_are_never_below_zero_without_a_debt(self):
        on = self.shop.moment().on
        for member in self.members.values():
            state = self.state(member)
            assert coins_on(state, on).spendable >= 0
            assert state.debt >= 0
            assert state.overdraft == 0, "one till never spends what is not there"
            if net_coins(state) < 0:
                owing = {self.root(one) for one in self.owing}
                assert self.policy == "allow_negative" or self.root(member) in owing

    def teardown(self):
        try:
            overlay = {one: self.shop.state(one) for one in map(self.root, self.members.values())}
            self.station.pump()
            booked = {one: self.shop.state(one) for one in overlay}
            for one, state in booked.items():
                assert replace_tiers(state) == replace_tiers(overlay[one])
            report = examine(self.folder)
            assert [str(one) for one in report.findings] == []
        finally:
            self.station.close()
            shutil.rmtree(self.folder)


def replace_tiers(state: MemberState) -> tuple[object, ...]:
    """What a station knows before the cell has booked; tiers it only predicts."""
    return (state.lots, state.debt, state.days, state.purchases, state.earned, state.spent)


LedgerMachine.TestCase.settings = settings(
    max_examples=12, stateful_step_count=25, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
TestLedger = LedgerMachine.TestCase


class WithinBalance(LedgerMachine):
    """The same shop, where a claw-back takes only what is there."""

    policy = "within_balance"


WithinBalance.TestCase.settings = LedgerMachine.TestCase.settings
TestLedgerWithinBalance = WithinBalance.TestCase

"""A shop that promises everything lives through anything, and no promise pays twice or stays."""

import shutil

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.domain.members import coins_on, credit_on
from app.domain.return_parts import Asked
from app.services.open_sales import sale_of
from app.services.returns import (
    ReturnAsk,
    ReturnRecorded,
    record_return,
)
from app.services.rewards import RewardRedeemed, redeem, set_aim
from app.services.sales import SaleRecorded
from app.services.voids import SaleVoided, undo_sale, void_sale
from app.services.vouchers import claim_voucher, void_voucher
from app.station.examining import examine
from tests.helpers.ledger import net_coins
from tests.helpers.shops import STAFF, later
from tests.helpers.whole import Variant
from tests.helpers.whole_shop import PEOPLE, Sold, WholeShop, standing

pytestmark = pytest.mark.slow

SHELF = [("milk", "Dairy", 6_000), ("rice", "Staples", 33_333), ("bidi", "Tobacco", 9_900),
         ("tea", "Tea", 12_500), ("bag", "", 1)]  # fmt: skip
VARIANTS = st.builds(
    Variant,
    clawback=st.sampled_from(["allow_negative", "within_balance", "reduce_refund"]),
    window_days=st.sampled_from([0, 15, 30]),
    expiry_months=st.sampled_from([1, 3]),
    pending_days=st.sampled_from([0, 3]),
    member_price=st.sampled_from([1, 5]),
    units=st.sampled_from([2, 6]),
)
WHO = st.sampled_from(PEOPLE)
LINES = st.lists(st.tuples(st.sampled_from(SHELF), st.integers(1, 4)), min_size=1, max_size=3)


class WholeProgramme(WholeShop, RuleBasedStateMachine):
    """The real station, every use case, and what must hold after each of them."""

    @initialize(variant=VARIANTS)
    def begin(self, variant: Variant) -> None:
        self.open_shop(variant)

    # ------------------------------------------------------------ selling

    @rule(name=st.sampled_from([*PEOPLE, *PEOPLE, ""]), lines=LINES,
          ago=st.sampled_from([0, 0, 0, 2]),
          tender=st.sampled_from(["", "coins", "credit", "voucher", "code", "single", "all"]),
          data=st.data())  # fmt: skip
    def sell(self, name, lines, ago, tender, data):
        outcome = self.sold(name, lines, tender, self.moment(ago), data)
        if isinstance(outcome, SaleRecorded):
            self.sales[outcome.sale] = Sold(outcome.collect_minor)

    sell_more = sell_still_more = sell

    @rule(name=WHO, lines=LINES, tender=st.sampled_from(["", "coins", "credit", "all"]),
          bills=st.integers(1, 3), pumped=st.booleans(), data=st.data())  # fmt: skip
    def buy_and_bring_back(self, name, lines, tender, bills, pumped, data):
        """With the same clock and no job in between it is as if nothing had been sold."""
        set_aim(self.shop, STAFF, self.members[name], "tea")
        self.station.pump()
        today = self.shop.moment().on
        before = standing(self.state(name), today)
        made = []
        for _ in range(bills):
            outcome = self.sold(name, lines, tender, self.moment(), data)
            if isinstance(outcome, SaleRecorded):
                made.append(outcome.sale)
            if pumped:
                self.station.pump()
        if self.variant.clawback != "allow_negative":
            made.reverse()  # coins that paid for the next bill cannot be taken first
        for sale in made:
            known = sale_of(self.shop, sale)
            assert known is not None
            every = tuple((at, kept.quantity_milli) for at, kept in enumerate(known.kept))
            ask = ReturnAsk(self.shop.mint(), self.number(), sale, every)
            outcome = record_return(self.shop, STAFF, ask)
            assert isinstance(outcome, ReturnRecorded), outcome
            if pumped:
                self.station.pump()
        self.station.pump()
        now = standing(self.state(name), today)
        changed = {key: (was, now[key]) for key, was in before.items() if now[key] != was}
        assert changed == {}, changed

    # ------------------------------------------------------------ taking back

    @precondition(lambda self: self.sales)
    @rule(data=st.data(), undo=st.booleans())
    def void(self, data, undo):
        sale = self.any_sale(data)
        if undo:
            outcome: object = undo_sale(self.shop, STAFF, sale)
        else:
            outcome = void_sale(self.shop, STAFF, self.owner, sale)
        if isinstance(outcome, SaleVoided):
            self.sales[sale].refunded_minor += self.sales[sale].collected_minor

    @precondition(lambda self: self.sales)
    @rule(data=st.data(), units=st.sampled_from([1, 1, 2, 0]), share=st.integers(1, 100))
    def take_back(self, data, units, share):
        """By units of a line, or (no units) by amount."""
        sale = self.any_sale(data)
        known = sale_of(self.shop, sale)
        lines: tuple[tuple[int, int], ...] = ()
        amount = 0
        if known is None:
            return
        if units:
            line = data.draw(st.integers(0, len(known.kept) - 1))
            lines = ((line, units * 1000),)
        else:
            amount = max(1, sum(kept.net_minor for kept in known.kept) * share // 100)
        self.back(ReturnAsk(self.shop.mint(), self.number(), sale, lines, amount))

    @precondition(lambda self: self.sales)
    @rule(data=st.data())
    def take_all_back(self, data):
        sale = self.any_sale(data)
        known = sale_of(self.shop, sale)
        if known is not None:
            every = tuple(
                (at, kept.quantity_milli)
                for at, kept in enumerate(known.kept) if kept.quantity_milli
            )  # fmt: skip
            self.back(ReturnAsk(self.shop.mint(), self.number(), sale, every))

    @rule(name=WHO, of=st.sampled_from(SHELF), units=st.integers(1, 5))
    def take_back_without_bill(self, name, of, units):
        loose = (Asked(of[0], of[0], units * 1000, 10),)
        ask = ReturnAsk(self.shop.mint(), self.number(), member=self.members[name], goods=loose)
        self.back(ask)

    # ------------------------------------------------------------ what members do

    @rule(
        name=WHO, other=WHO, way=st.booleans(), data=st.data(),
        what=st.sampled_from(["answer", "rate", "refer", "tickets", "goodwill", "claim"]),
    )  # fmt: skip
    def act(self, name, other, way, what, data):
        match what:
            case "answer":
                self.answer(name, "fruit" if way else "poll", data.draw(st.sampled_from([1, 60])))
            case "rate":
                self.rate(name)
            case "refer":
                self.refer(name, other)
            case "tickets":
                self.buy_tickets(name, data.draw(st.integers(1, 4)))
            case "goodwill":
                self.goodwill(name, 30 if way else -5)
            case _:
                self.claim(name, data)

    @rule(name=WHO, what=st.sampled_from(["", "START1600", "AGAIN", "void", "out"]),
          amount=st.sampled_from([500, 7_500, 50_000]), data=st.data())  # fmt: skip
    def money(self, name, what, amount, data):
        if what == "void":
            self.void_top_up(data)
        elif what == "out":
            self.cash_out(name, amount)
        else:
            self.pay_in(name, what)

    @rule(name=WHO, reward=st.sampled_from(["tea", "off", "tenth", "last", "wallet", "chance"]))
    def redeem(self, name, reward):
        outcome = redeem(self.shop, STAFF, self.members[name], reward)
        if isinstance(outcome, RewardRedeemed) and not outcome.given:
            self.vouchers.append(outcome.number)

    @rule(name=WHO, void=st.booleans(), data=st.data())
    def use_voucher(self, name, void, data):
        numbers = [one.number for one in self.state(name).vouchers] + self.vouchers
        if numbers:
            number = data.draw(st.sampled_from(numbers))
            if void:
                void_voucher(self.shop, STAFF, self.owner, number)
            else:
                claim_voucher(self.shop, STAFF, number)

    # ------------------------------------------------------------ members, time, machine

    @rule(
        one=WHO, other=WHO, change=VARIANTS,
        what=st.sampled_from(["merge", "unmerge", "programme", "reopen", "rebuild", "pump"]),
    )  # fmt: skip
    def housekeeping(self, one, other, change, what):
        match what:
            case "merge":
                self.merge(one, other)
            case "unmerge":
                self.unmerge(one)
            case "programme":
                self.new_programme(change)
            case "reopen" | "rebuild":
                self.close_and_reopen(what == "rebuild")
            case _:
                self.station.pump()

    @rule(days=st.sampled_from([1, 1, 1, 2, 6, 14, 40, 130]))
    def days_pass(self, days):
        self.station.pump()
        later(self.shop, days=days)
        self.station.end_days()
        self.station.pump()

    # ------------------------------------------------------------ what always holds

    @invariant()
    def nothing_is_below_zero(self):
        on = self.shop.moment().on
        for name in PEOPLE:
            state = self.state(name)
            assert coins_on(state, on).spendable >= 0
            assert credit_on(state, on).spendable >= 0
            for lot in (*state.lots, *state.credit.lots):
                assert lot.amount > 0, state
            assert min(state.debt, state.overdraft, state.credit.debt, state.credit.overdraft) >= 0
            if state.member in self.parted:
                continue
            if net_coins(state) < 0:
                assert state.debt or state.overdraft
            assert min((one.amount for one in (state.progress or {}).values()), default=0) >= 0, (
                state.progress
            )
            assert min((state.done or {}).values(), default=0) >= 0, state.done
            assert min((state.caps or {}).values(), default=0) >= 0, state.caps
            assert min(state.purchases, state.earned, state.spent) >= 0
            assert min((day.visits for day in state.days), default=0) >= 0
            if not state.aliases:  # what two members were granted before they became one stays
                assert len({one.key for one in state.awards}) == len(state.awards), state.awards

    @invariant()
    def no_more_money_goes_out_than_came_in(self):
        for sale, one in self.sales.items():
            assert 0 <= one.refunded_minor <= one.collected_minor, sale
        assert self.paid_out <= self.paid_in

    @invariant()
    def the_feed_pays_once_and_every_promise_is_settled(self):
        self.watch.read(self.station.cell)
        if self.station.db.pending:
            return
        self.every_promise_is_settled()

    def teardown(self):
        if not hasattr(self, "station"):
            return
        try:
            self.station.pump()
            report = examine(self.folder)
            assert [str(one) for one in report.findings] == []
        finally:
            self.station.close()
            shutil.rmtree(self.folder)


def test_a_shop_that_promises_everything_keeps_to_it(rounds):
    """Longer with `--rounds 200`."""
    effort = settings(
        max_examples=max(1, rounds // 2), stateful_step_count=40, deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )  # fmt: skip
    run_state_machine_as_test(WholeProgramme, settings=effort)

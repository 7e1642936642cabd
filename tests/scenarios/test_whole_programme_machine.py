"""A shop that promises everything lives through anything, and no promise pays twice or stays."""

import random
import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

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

from app.domain.bill_faults import VoucherUnfit
from app.domain.events import Event
from app.domain.facts import Merged
from app.domain.members import MemberState, coins_on, credit_on
from app.domain.return_parts import Asked
from app.domain.thresholds import reconcile
from app.services.credit import CreditPaidOut, cash_out
from app.services.goodwill import CoinsGiven, give_coins
from app.services.members.merging import MembersMerged, MembersParted, merge, unmerge
from app.services.promos import PromoBatch, batch_of, read_code
from app.services.raffles import buy_tickets
from app.services.referrals import refer
from app.services.returns import (
    ReturnAsk,
    ReturnPreview,
    ReturnRecorded,
    preview_return,
    record_return,
)
from app.services.reviews import rate_product, to_rate
from app.services.rewards import RewardRedeemed, redeem, set_aim
from app.services.sales import SaleRecorded, estimate, record_sale, sale_of
from app.services.shop import Moment, SetClock, Shop
from app.services.surveys import answer
from app.services.topups import CreditToppedUp, TopUpVoided, top_up, void_top_up
from app.services.voids import SaleVoided, claim_sale, undo_sale, void_sale
from app.services.vouchers import claim_voucher, void_voucher
from app.station import Station, open_station
from app.station.examining import examine
from tests.helpers.feed_watch import FeedWatch
from tests.helpers.ledger import net_coins
from tests.helpers.shops import MORNING, STAFF, bill, goods, later, new_station, programme_in
from tests.helpers.surveys import join, owner
from tests.helpers.whole import Variant

pytestmark = pytest.mark.slow

PEOPLE = ["asha", "ravi", "meena", "joy"]
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


@dataclass
class Sold:
    """What the till took for a sale, and what it gave out for it since."""

    collected_minor: int
    refunded_minor: int = 0


class WholeProgramme(RuleBasedStateMachine):
    """The real station, every use case, and what must hold after each of them."""

    @initialize(variant=VARIANTS)
    def open_shop(self, variant: Variant) -> None:
        self.variant = variant
        self.folder = Path(tempfile.mkdtemp(prefix="sikka-"))
        self.clock = SetClock(MORNING)
        self.station: Station = new_station(self.folder, self.clock, document=variant.document)
        self.entropy = random.Random(0).randbytes
        self.station.shop.entropy = self.entropy
        self.owner = owner(self.shop)
        self.members = {name: join(self.shop, name) for name in PEOPLE}
        self.watch = FeedWatch({"last": 2})
        self.sales: dict[str, Sold] = {}
        self.top_ups: list[str] = []
        self.vouchers: list[str] = []
        self.count = 0
        self.paid_in = self.paid_out = 0
        self.parted: set[str] = set()
        self.published = 0
        for name in PEOPLE[:2]:  # two who can pay with everything, two who are new
            self.goodwill(name, 400)
            self.pay_in(name, "")
        self.station.pump()

    # ------------------------------------------------------------ helpers

    @property
    def shop(self) -> Shop:
        return self.station.shop

    def state(self, name: str) -> MemberState:
        return self.shop.state(self.members[name])

    def number(self) -> str:
        self.count += 1
        return f"N-{self.count}"

    def moment(self, days_ago: int = 0) -> Moment:
        now = self.shop.moment()
        on = now.on - timedelta(days=days_ago)
        return now._replace(on=on, at_ms=now.at_ms - days_ago * 86_400_000)

    def live_vouchers(self, state: MemberState) -> list[str]:
        return [one.voucher for one in state.vouchers if one.status == "live"]

    def any_sale(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(list(self.sales)))

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

    def sold(self, name, lines, tender, at, data) -> object:
        member = self.members.get(name, "")
        state = self.shop.state(member) if member else None
        other: dict[str, object] = {}
        if tender in {"voucher", "all"} and state and (live := self.live_vouchers(state)):
            other["vouchers"] = (data.draw(st.sampled_from(live)),)
        code = "SHARED" if tender in {"code", "all"} else self.single(data)
        found = read_code(self.shop, code) if tender in {"code", "single", "all"} else None
        if found is not None:
            other |= {"promo": found[0].id, "promo_single": found[1] or 0}
        number = self.number()
        basket = [goods(sku, price, units, category) for (sku, category, price), units in lines]
        made = bill(self.shop, number, *basket, member=member, **other)
        if state is not None:
            due = estimate(self.shop, made, state, at)
            if tender in {"coins", "all"} and due.coin_range.maximum:
                made = replace(made, coins=due.coin_range.maximum)
                due = estimate(self.shop, made, state, at)
            if tender in {"credit", "all"}:
                spendable = credit_on(state, at.on).spendable
                made = replace(made, credit_minor=min(spendable, due.collect_minor))
        outcome = record_sale(self.shop, STAFF, made, at)
        assert isinstance(outcome, SaleRecorded | VoucherUnfit) or at.on != self.shop.moment().on, (
            outcome
        )
        if isinstance(outcome, SaleRecorded):
            assert outcome.collect_minor >= 0
        return outcome

    def single(self, data: st.DataObject) -> str:
        batch = batch_of(self.shop, "leaflet")
        assert isinstance(batch, PromoBatch)
        return data.draw(st.sampled_from(list(batch.codes)))

    @rule(name=WHO, lines=LINES, tender=st.sampled_from(["", "coins", "credit", "all"]),
          bills=st.integers(1, 3), pumped=st.booleans(), data=st.data())  # fmt: skip
    def buy_and_bring_back(self, name, lines, tender, bills, pumped, data):
        """With the same clock and no job in between it is as if nothing had been sold."""
        set_aim(self.shop, STAFF, self.members[name], "tea")
        self.station.pump()
        before = standing(self.state(name))
        made = []
        for _ in range(bills):
            outcome = self.sold(name, lines, tender, self.moment(), data)
            if isinstance(outcome, SaleRecorded):
                made.append(outcome.sale)
            if pumped:
                self.station.pump()
        for sale in reversed(made):
            known = sale_of(self.shop, sale)
            assert known is not None
            every = tuple((at, kept.quantity_milli) for at, kept in enumerate(known.kept))
            ask = ReturnAsk(self.shop.mint(), self.number(), sale, every)
            outcome = record_return(self.shop, STAFF, ask)
            assert isinstance(outcome, ReturnRecorded), outcome
            if pumped:
                self.station.pump()
        self.station.pump()
        now = standing(self.state(name))
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

    def back(self, ask: ReturnAsk) -> None:
        preview = preview_return(self.shop, ask)
        outcome = record_return(self.shop, STAFF, ask)
        if isinstance(outcome, ReturnRecorded):
            assert isinstance(preview, ReturnPreview)
            assert outcome.taken == preview.taken
            assert outcome.taken.facts.refund_minor >= 0
            for part in outcome.taken.facts.parts:
                self.sales[part.sale].refunded_minor += part.amount_minor

    def claim(self, name, data):
        if self.sales:
            sale = self.any_sale(data)
            claim_sale(self.shop, STAFF, self.owner, sale, self.members[name])

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

    def pay_in(self, name, code):
        paid = {"START1600": 100_000, "AGAIN": 50_000}.get(code, 7_500)
        outcome = top_up(self.shop, STAFF, self.members[name], self.number(), paid, code)
        if isinstance(outcome, CreditToppedUp):
            self.top_ups.append(outcome.top_up)
            self.paid_in += paid

    def void_top_up(self, data):
        if not self.top_ups:
            return
        one = data.draw(st.sampled_from(self.top_ups))
        outcome = void_top_up(self.shop, STAFF, self.owner, one)
        if isinstance(outcome, TopUpVoided):
            self.paid_out += outcome.paid_minor

    def cash_out(self, name, amount):
        outcome = cash_out(self.shop, STAFF, self.owner, self.members[name], amount)
        if isinstance(outcome, CreditPaidOut):
            self.paid_out += amount

    def answer(self, name, which, seconds):
        said = {"mango": "a"} if which == "fruit" else {"pick": "rice"}
        answer(self.shop, STAFF, self.members[name], which, said, seconds)

    def rate(self, name):
        for sku in to_rate(self.shop, self.members[name]):
            rate_product(self.shop, STAFF, self.members[name], sku, 5)
            break

    def refer(self, name, friend):
        refer(self.shop, STAFF, self.members[friend], f"old-{name}")

    def buy_tickets(self, name, count):
        buy_tickets(self.shop, STAFF, self.members[name], "draw", count)

    def goodwill(self, name, coins):
        outcome = give_coins(self.shop, STAFF, self.owner, self.members[name], coins, "sorry")
        assert isinstance(outcome, CoinsGiven) or coins < 0

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

    def merge(self, one, other):
        done = merge(self.shop, STAFF, self.owner, self.members[one], self.members[other])
        if isinstance(done, MembersMerged):
            self.station.pump()

    def unmerge(self, name):
        state = self.state(name)
        if state.aliases:
            last = state.aliases[-1]
            done = unmerge(self.shop, STAFF, self.owner, state.member, last)
            assert isinstance(done, MembersParted), done
            self.station.pump()
            self.parted |= {*self.shop.family(state.member), *self.shop.family(last)}

    @rule(days=st.sampled_from([1, 1, 1, 2, 6, 14, 40, 130]))
    def days_pass(self, days):
        self.station.pump()
        later(self.shop, days=days)
        self.station.end_days()
        self.station.pump()

    def new_programme(self, change):
        self.station.pump()
        self.station.publish(change.document, programme_in(change.document).id)
        self.variant = change
        self.watch.read(self.station.cell)
        self.published = self.watch.seq

    def close_and_reopen(self, rebuild):
        self.station.pump()
        before = {name: self.state(name) for name in PEOPLE}
        self.station.close()
        self.station = open_station(self.folder, self.clock, background=False, rebuild=rebuild)
        self.station.shop.entropy = self.entropy
        assert {name: self.state(name) for name in PEOPLE} == before

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
        newest: dict[str, tuple[int, Event]] = {}
        for seq, event in self.watch.events:
            if event.member:
                newest[self.shop.state(event.member).member] = (seq, event)
        for member, (seq, cause) in newest.items():
            if seq > self.published and member not in self.parted:
                state = self.shop.state(member)
                # A merge makes every goal and window be looked at, not only what changed last.
                all_of_it = replace(cause, facts=Merged("", ""))
                rules = self.station.cell.rules_on(self.shop.moment().on)
                assert rules is not None
                assert reconcile(rules, state, cause, "K2") == (), state
                assert self.published or reconcile(rules, state, all_of_it, "K2") == (), state

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


def standing(state: MemberState) -> dict[str, object]:
    """What must be as it was once everything came back."""
    credit = state.credit
    return {
        "coins": net_coins(state),
        "debt": state.debt,
        "credit": sum(lot.amount for lot in credit.lots) - credit.debt - credit.overdraft,
        "progress": {key: one.amount for key, one in (state.progress or {}).items()},
        "awards": sorted(one.key for one in state.awards),
        "done": state.done,
        "vouchers": sorted(one.voucher for one in state.vouchers if one.status == "live"),
        "caps": state.caps,
        "once": state.once,
        "tiers": state.holds,
        "days": [day for day in state.days if day.visits or day.status or day.paid_minor],
        "purchases": state.purchases,
    }


def test_a_shop_that_promises_everything_keeps_to_it(rounds):
    """Longer with `--rounds 200`."""
    effort = settings(
        max_examples=max(1, rounds // 2), stateful_step_count=40, deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )  # fmt: skip
    run_state_machine_as_test(WholeProgramme, settings=effort)

"""A shop that promises everything, and what people do in it: the machine's hands."""

import random
import tempfile
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st

from app.domain.bill_faults import VoucherUnfit
from app.domain.events import Event
from app.domain.facts import Merged
from app.domain.members import DAYS_KEPT, MemberState, credit_on, paid_minor, visit_days
from app.domain.thresholds import reconcile
from app.services.clocks import SetClock
from app.services.credit import CreditPaidOut, cash_out
from app.services.estimates import estimate
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
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Moment, Shop
from app.services.surveys import answer
from app.services.topups import CreditToppedUp, TopUpVoided, top_up, void_top_up
from app.services.voids import claim_sale
from app.station import Station, open_station
from tests.helpers.feed_watch import FeedWatch
from tests.helpers.ledger import net_coins
from tests.helpers.shops import MORNING, STAFF, bill, goods, new_station, programme_in
from tests.helpers.surveys import join, owner
from tests.helpers.whole import Variant

PEOPLE = ["asha", "ravi", "meena", "joy"]


@dataclass
class Sold:
    """What the till took for a sale, and what it gave out for it since."""

    collected_minor: int
    refunded_minor: int = 0


class WholeShop:
    """The real station, every use case of the programme, and what came of each."""

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

    def any_sale(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(list(self.sales)))

    def every_promise_is_settled(self) -> None:
        """Reconciling any member once more finds nothing, for what changed last and for all."""
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


def standing(state: MemberState, on: date = date.min) -> dict[str, object]:
    """What must be as it was once everything came back on a day.

    A purchase lets days over 400 days old be summed for good, so of those the sums are compared.
    """
    credit = state.credit
    since = on - timedelta(days=DAYS_KEPT) if on > date.min else on
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
        "days": [day for day in state.days if day.on >= since and any(day[1:])],
        "visits": visit_days(state),
        "paid": paid_minor(state),
        "status": state.before.status + sum(day.status for day in state.days),
        "purchases": state.purchases,
    }

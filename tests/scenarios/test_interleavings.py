"""Two stations without a network: in whatever order the cell hears of it, members have the same."""

import random
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.chain import CHAIN_START, link
from app.domain.effects import Restore, Spend
from app.domain.events import Event
from app.domain.facts import Answered, Redeemed
from app.domain.members import MemberState
from app.domain.rating import Rules
from app.domain.surveys import pays
from app.domain.tiers import tier_on
from app.hub.cell import Acknowledged, Push, found, push, rows_after
from app.services.clocks import SetClock
from app.services.open_sales import sale_of
from app.services.returns import ReturnAsk, record_return
from app.services.rewards import RewardRedeemed, redeem
from app.services.shop import Shop
from app.services.voids import void_sale
from app.storage import tables
from app.storage.base import metadata
from app.storage.rows import unpack_state
from app.wire.events import decode
from tests.helpers.ledger import net_coins
from tests.helpers.rewards import give
from tests.helpers.shops import (
    MORNING,
    STAFF,
    SUPERVISOR,
    enrol,
    goods,
    later,
    merge,
    new_station,
    number,
    programme_in,
    sell,
)
from tests.helpers.whole import Variant

pytestmark = pytest.mark.slow

CELL = number("cell")
PROGRAMME = programme_in(Variant().document)
RULES = Rules(PROGRAMME)
PEOPLE = ["asha", "ravi"]
LAST_DAY = MORNING.date() + timedelta(days=40)
SHELF = [("milk", "Dairy", 6_000), ("rice", "Staples", 33_333), ("tea", "Tea", 120_000)]


class Act(NamedTuple):
    """What happens at a station: how many days later, what, whose, and which of several."""

    days: int
    what: str
    who: str
    at: int


ACTS = st.lists(
    st.builds(
        Act,
        # A station that is silent for longer than awards are kept (22 days here) is another matter.
        st.sampled_from([0, 0, 1, 2, 3]),
        st.sampled_from(["sell", "sell", "sell", "back", "part", "void", "redeem", "answer"]),
        st.sampled_from(PEOPLE),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=7,
)


def member_id(who: str) -> str:
    """Return the id that `enrol` gives somebody at any station."""
    return number(f"member {who}")


def lane_of(till: str, acts: list[Act], *, merging: bool = False) -> list[bytes]:
    """Return the journal of a station at which all that happens, before it is booked anywhere."""
    with tempfile.TemporaryDirectory(prefix="sikka-") as name:
        clock = SetClock(MORNING + timedelta(minutes=int(till)))
        with new_station(Path(name), clock, document=Variant().document) as station:
            shop = station.shop
            shop.till = till
            shop.entropy = random.Random(till).randbytes
            for who in PEOPLE:
                if till == "1":
                    enrol(shop, who)
                give(shop, member_id(who), 60)
            sales: list[str] = []
            for one in acts:
                later(shop, days=one.days)
                _do(shop, one, sales)
            if merging:
                merge(shop, member_id("asha"), member_id("ravi"))
            return [body for _, body, _ in station.db.unsent(0, 1000)]


def _do(shop: Shop, act: Act, sales: list[str]) -> None:
    member = member_id(act.who)
    match act.what:
        case "sell":
            sku, category, price = SHELF[act.at % 3]
            basket = [
                goods(sku, price, 1 + act.at // 3, category),
                goods("milk", 6_000, 2, "Dairy"),
            ]
            sales.append(sell(shop, f"B-{len(sales)}", *basket, member=member).sale)
        case "redeem":
            redeem(shop, STAFF, member, "tea" if act.at < 4 else "tenth")
        case "last":
            assert isinstance(redeem(shop, STAFF, member, "last"), RewardRedeemed)
        case "answer":
            survey = PROGRAMME.surveys[0]
            facts = Answered(survey.id, survey.version, (), 60, 1, 1, ())
            effects = pays(RULES, survey, 1, shop.moment().on)
            once = (f"survey:fruit:v1:{member}",)
            event = shop.event("answered", facts, member=member, effects=effects, once=once)
            shop.record(lambda _: ((event,), None))
        case "void" if sales:
            void_sale(shop, STAFF, SUPERVISOR, sales[act.at % len(sales)])
        case "back" | "part" if sales:
            sale = sales[act.at % len(sales)]
            known = sale_of(shop, sale)
            assert known is not None
            left = [(at, one.quantity_milli) for at, one in enumerate(known.kept)]
            lines = [(at, units) for at, units in left if units]
            if lines:
                lines = lines if act.what == "back" else [(lines[0][0], 1000)]
                ask = ReturnAsk(shop.mint(), f"R-{shop.mint()}", sale, tuple(lines))
                record_return(shop, STAFF, ask)
        case _:
            pass


class Told(NamedTuple):
    """What a cell made of the lanes: members' states, and the effects of all that it booked."""

    states: dict[str, MemberState]
    events: list[tuple[Event, str]]


def booked(lanes: dict[str, list[bytes]], order: random.Random) -> Told:
    """Push the lanes in a random interleaving, in batches of random sizes, into a new cell."""
    engine = sa.create_engine("sqlite://", poolclass=sa.StaticPool)
    cell_tables = [one for one in metadata.sorted_tables if one.info.get("file") == "cell"]
    with engine.begin() as core:
        metadata.create_all(core, tables=cell_tables)
        found(core, CELL)
    at = dict.fromkeys(lanes, 0)
    heads = dict.fromkeys(lanes, CHAIN_START)
    while waiting := [one for one in lanes if at[one] < len(lanes[one])]:
        till = order.choice(waiting)
        start = at[till]
        part = lanes[till][start : start + order.randint(1, 4)]
        with engine.begin() as core:
            batch = Push(number(till), 1, start + 1, heads[till], tuple(part))
            answer = push(core, CELL, batch, lambda _: RULES)
        assert isinstance(answer, Acknowledged)
        for seq, body in enumerate(part, start + 1):
            heads[till] = link(heads[till], seq, body)
        at[till] += len(part)
    with engine.begin() as core:
        rows = core.execute(sa.select(tables.account.c.member, tables.account.c.state)).all()
        feed = rows_after(core, CELL, 0, 10_000)
    engine.dispose()
    states = {row.member: unpack_state(row.state) for row in rows}
    return Told(states, [(decode(row.body), row.outcome) for row in feed])


def _caps(state: MemberState) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((state.caps or {}).items()))


def told_in_any_order(lanes: dict[str, list[bytes]], seed: int) -> list[Told]:
    """Book the lanes in four random interleavings."""
    order = random.Random(seed)
    return [booked(lanes, order) for _ in range(4)]


def _named(key: str) -> str:
    """Return an award's key; of a streak without the day its run was seen to begin on."""
    source, _, rest = key.partition("|")
    return f"{source}|{rest.rpartition('|')[2]}" if source.startswith("streak:") else key


def standing(state: MemberState) -> dict[str, object]:
    """What of a member does not depend on the order of arrival.

    Lots' dates may, and how often a promise was kept and broken on the way.
    """
    wallet = state.credit
    return {
        "coins": net_coins(state),
        "credit": sum(lot.amount for lot in wallet.lots) - wallet.debt - wallet.overdraft,
        "progress": {key: one.amount for key, one in (state.progress or {}).items()},
        "awards": sorted(_named(one.key) for one in state.awards),
        "done": state.done,
        "tier": tier_on(PROGRAMME, state, LAST_DAY).id,
        "vouchers": sorted(
            (one.reward, one.status) for one in state.vouchers if one.status in {"live", "claimed"}
        ),
        "caps": state.caps,
        "once": state.once,
        "days": state.days,
        "counts": (state.purchases, state.earned, state.spent),
    }


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(first=ACTS, second=ACTS, seed=st.integers(0, 2**32))
def test_members_have_the_same_whoever_reports_first(first, second, seed):
    told = told_in_any_order({"1": lane_of("1", first), "2": lane_of("2", second)}, seed)
    for who in map(member_id, PEOPLE):
        one, *others = [standing(it.states[who]) for it in told]
        for other in others:
            changed = {key: (one[key], other[key]) for key in one if one[key] != other[key]}
            assert changed == {}, changed


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(first=ACTS, second=ACTS, seed=st.integers(0, 2**32))
def test_two_that_become_one_keep_every_purchase_whenever_the_cell_hears_of_it(first, second, seed):
    """What each won before they were one may differ; what they bought and spent may not."""
    lanes = {"1": lane_of("1", first, merging=True), "2": lane_of("2", second)}
    told = [it.states[member_id("asha")] for it in told_in_any_order(lanes, seed)]
    assert len({(one.days, one.purchases, one.spent, _caps(one)) for one in told}) == 1


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(first=ACTS, second=ACTS, seed=st.integers(0, 2**32))
def test_the_last_of_the_stock_goes_to_one_and_the_others_coins_come_back(first, second, seed):
    """Two are left; each station gives out both before it hears of the other."""
    lasts = {till: [Act(0, "last", who, 0)] * 2 for till, who in zip("12", PEOPLE, strict=True)}
    lanes = {"1": lane_of("1", lasts["1"] + first), "2": lane_of("2", lasts["2"] + second)}
    for told in told_in_any_order(lanes, seed):
        held = [one for state in told.states.values() for one in state.vouchers]
        assert sorted(one.stock for one in held if one.reward == "last") == [1, 2]
        asked = [
            (event, outcome)
            for event, outcome in told.events
            if isinstance(event.facts, Redeemed) and event.facts.reward == "last"
        ]
        assert sorted(outcome for _, outcome in asked) == ["booked"] * 2 + ["worthless"] * 2
        spent = {
            one.spend_id for event, _ in asked for one in event.effects if isinstance(one, Spend)
        }
        back = [
            one.amount
            for event, outcome in told.events
            for one in event.effects
            if isinstance(one, Restore) and one.spend_id in spent and outcome == "booked"
        ]
        assert back == [12, 12]

"""Store credit: cashback by the money paid, taken back as it was given, never more than owed."""

from dataclasses import replace
from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from app.domain.coins import LotTerms
from app.domain.conditions import Condition
from app.domain.credit import cashback_of
from app.domain.promises import Cashback
from app.domain.rating import Rules
from tests.helpers.programmes import BASE, MONDAY, PROGRAMME, line, moment, programme_of

ONE_PERCENT = Cashback("one", {"en": "1 % back"}, 1000)
DAIRY = Cashback(
    "dairy", {"en": "5 % on dairy"}, 5000, when=Condition(categories=frozenset({"Dairy"}))
)


def rules_with(*cashback: Cashback, **other: object) -> Rules:
    """The rules of a programme with this cashback."""
    return Rules(programme_of(BASE, cashback=cashback, **other))


def amounts(rules: Rules, *lines: object, **at: object) -> dict[str, int]:
    """Cashback by rule."""
    found = cashback_of(rules, lines, moment(**at))  # type: ignore[arg-type]
    return {one.rule: one.amount_minor for one in found}


def test_cashback_is_a_share_of_the_money_paid_floored_to_minor_units() -> None:
    assert amounts(rules_with(ONE_PERCENT), line(9_999)) == {"cashback:one": 99}


def test_too_little_for_one_minor_unit_gives_nothing() -> None:
    assert amounts(rules_with(ONE_PERCENT), line(99)) == {}


def test_a_narrowed_cashback_counts_only_its_goods() -> None:
    bill = line(10_000, category="Dairy"), line(50_000, category="Staples")
    assert amounts(rules_with(ONE_PERCENT, DAIRY), *bill) == {
        "cashback:one": 600,
        "cashback:dairy": 500,
    }


def test_excluded_goods_never_give_cashback() -> None:
    rules = rules_with(ONE_PERCENT, excluded_categories=frozenset({"Tobacco"}))
    assert amounts(rules, line(10_000, category="Tobacco"), line(100)) == {"cashback:one": 1}


def test_a_cap_holds_for_each_bill() -> None:
    assert amounts(rules_with(replace(ONE_PERCENT, cap_minor=50)), line(1_000_000)) == {
        "cashback:one": 50
    }


def test_cashback_keeps_its_conditions() -> None:
    when = Condition(from_time=time(17), minimum_minor=10_000, tiers=frozenset({"gold"}))
    rules = rules_with(replace(ONE_PERCENT, when=when))
    evening = {"minute": 18 * 60, "tier": "gold"}
    assert amounts(rules, line(10_000), **evening) == {"cashback:one": 100}
    assert amounts(rules, line(9_999), **evening) == {}
    assert amounts(rules, line(10_000), minute=12 * 60, tier="gold") == {}
    assert amounts(rules, line(10_000), minute=18 * 60) == {}


def test_cashback_lands_in_a_lot_by_its_terms() -> None:
    shop = LotTerms(expiry_months=12)
    own = replace(ONE_PERCENT, terms=LotTerms(pending_days=3, expiry_months=1, month_end=False))
    credit = replace(PROGRAMME.credit, terms=shop)
    rules = rules_with(replace(ONE_PERCENT, id="shop"), own, credit=credit)
    by_shop, by_own = cashback_of(rules, [line(10_000)], moment())
    assert (by_shop.terms, by_shop.available_from, by_shop.expires_on) == (
        "cashback:shop",
        MONDAY,
        date(2027, 6, 30),
    )
    assert (by_own.terms, by_own.available_from, by_own.expires_on) == (
        "cashback:one",
        date(2026, 6, 18),
        date(2026, 7, 15),
    )


BILLS = st.lists(
    st.builds(line, st.integers(0, 200_000), category=st.sampled_from(["", "Dairy", "Tobacco"])),
    min_size=1,
    max_size=6,
)


@given(BILLS, st.data())
def test_cashback_never_rises_when_goods_go_back(lines: list[object], data: st.DataObject) -> None:
    """So what a return reverses, before less after, is never below zero, and in all exact."""
    rules = rules_with(
        replace(ONE_PERCENT, cap_minor=700, when=Condition(minimum_minor=20_000)),
        DAIRY,
        excluded_categories=frozenset({"Tobacco"}),
    )
    kept = [
        one._replace(net_minor=data.draw(st.integers(0, one.net_minor)))  # type: ignore[attr-defined]
        for one in lines
    ]
    before, after = amounts(rules, *lines), amounts(rules, *kept)
    assert all(after[rule] <= before.get(rule, 0) for rule in after)

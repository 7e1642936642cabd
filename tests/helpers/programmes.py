"""Small programmes, bills and moments for tests of the rules."""

from dataclasses import replace
from datetime import date, time

from app.domain.coins import LotTerms
from app.domain.conditions import Condition
from app.domain.facts import Context, Line
from app.domain.programme import Consent, EarnRule, PayLimits, Programme, StatusRule, Tier

MONDAY = date(2026, 6, 15)

BASE = EarnRule("base", {"en": "Base"}, "per_amount", coins=1, per_minor=100)

PROGRAMME = Programme(
    id="0" * 64,
    name={"en": "Shop"},
    currency="INR",
    currency_digits=2,
    languages=("en",),
    country="IN",
    time_zone="Asia/Kolkata",
    day_starts=time(4),
    numbering="financial_year",
    financial_year_month=4,
    effective_from=None,
    return_window_days=15,
    clawback="within_balance",
    reinstatement_days=30,
    coin_value_minor=50,
    pay=PayLimits(),
    terms=LotTerms(),
    stacking="add",
    excluded_skus=frozenset(),
    excluded_categories=frozenset(),
    paydays=frozenset(),
    earn=(BASE,),
    status=StatusRule(),
    tiers=(Tier("silver", {"en": "Silver"}, 0), Tier("gold", {"en": "Gold"}, 1000)),
    consent=Consent("1", {"en": "I agree."}, {"en": "Tell me."}),
)


def programme_of(*earn: EarnRule, **other: object) -> Programme:
    """A programme with these rules, everything else plain."""
    return replace(PROGRAMME, earn=earn, **other)  # type: ignore[arg-type]


def per_amount(name: str, coins: int, per_minor: int, **other: object) -> EarnRule:
    """`coins` for every `per_minor`; `other` are fields of the rule or of its condition."""
    return _rule(name, other, kind="per_amount", coins=coins, per_minor=per_minor)


def fixed(name: str, coins: int, **other: object) -> EarnRule:
    """`coins` on the bill."""
    return _rule(name, other, kind="fixed", coins=coins)


def multiplier(name: str, percent: int, **other: object) -> EarnRule:
    """`percent` of the per-amount coins."""
    return _rule(name, other, kind="multiplier", percent=percent)


def _rule(name: str, other: dict[str, object], **own: object) -> EarnRule:
    when = {key: value for key, value in other.items() if key in Condition.__slots__}
    rest = {key: value for key, value in other.items() if key not in when}
    condition = Condition(**when)  # type: ignore[arg-type]
    return EarnRule(name, {"en": name}, when=condition, **own, **rest)  # type: ignore[arg-type]


def line(net_minor: int, sku: str = "", category: str = "") -> Line:
    """One line that cost `net_minor`."""
    return Line(sku, "", category, 1000, net_minor, net_minor)


def moment(
    on: date = MONDAY,
    minute: int = 12 * 60,
    *,
    store: str = "Main",
    tier: str = "silver",
    first_purchase: bool = False,
    **used: int,
) -> Context:
    """A noon on a Monday unless told; `used` are coins capped rules gave before."""
    return Context(on, minute, store, tier, first_purchase, used)

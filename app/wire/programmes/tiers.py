"""The `[status]` and `[[tier]]` tables of a programme document."""

from app.domain.conditions import Condition
from app.domain.programme import EarnRule, Programme, StatusRule, Tier
from app.domain.texts import Text
from app.wire.programmes.lines import Path
from app.wire.programmes.parts import DAYS_MAX, text, text_at
from app.wire.programmes.rules import read_times
from app.wire.programmes.table import INTEGER_MAX, Table

RULE_PREFIX = "tier-"
"""A tier's multiplier is the earn rule of this and the tier's id."""

_TITLES = {"en": "{}: coins × {}", "hi": "{}: सिक्के × {}", "fil": "{}: coins × {}"}


def read_status(table: Table, digits: int) -> StatusRule:
    """Return how status points are earned and over what stretch they are summed."""
    yearly = table.switch("calendar_year", default=False)
    if yearly and "months" in table:
        table.fault("months", "no months beside calendar_year = true: the year is the stretch")
    rule = StatusRule(
        points=table.integer("points", 1, INTEGER_MAX, 1),
        per_minor=table.money("per", digits, 1, 100 * 10**digits),
        months=table.integer("months", 1, 12, 12),
        calendar_year=yearly,
    )
    table.close()
    return rule


def read_tiers(
    root: Table, languages: tuple[str, ...]
) -> tuple[tuple[Tier, ...], tuple[EarnRule, ...]]:
    """Return the tiers from low to high, and an earn rule for each that multiplies coins."""
    tiers, rules = [], []
    for table in root.tables("tier"):
        tier = _tier(table, languages)
        tiers.append(tier)
        if "multiplier" in table:
            rules.append(_multiplier(tier, read_times(table, "multiplier")))
        else:
            table.get("multiplier")
        table.close()
    if not tiers and not root.faults.blame(("tier",)):
        root.fault("tier", "at least one [[tier]], the first with threshold = 0")
    return tuple(tiers) or (Tier("", {}, 0),), tuple(rules)


def _tier(table: Table, languages: tuple[str, ...]) -> Tier:
    return Tier(
        id=table.name("id"),
        name=text(table, "name", languages),
        threshold=table.integer("threshold", 0, INTEGER_MAX),
        hold_months=table.integer("hold_months", 0, 120, 12),
        grace_days=table.integer("grace_days", 0, DAYS_MAX, 0),
        services=_services(table, languages),
        member_price_percent=table.integer("member_price", 0, 99, 0),
        early_days=table.integer("early_days", 0, DAYS_MAX, 0),
    )


def _services(table: Table, languages: tuple[str, ...]) -> tuple[Text, ...]:
    found = table.get("services")
    if not isinstance(found, list | None):
        table.fault("services", "a list of texts, each in every language")
    path = (*table.path, "services")
    return tuple(
        text_at(table.faults, (*path, at), value, languages)
        for at, value in enumerate(found if isinstance(found, list) else [])
    )


def _multiplier(tier: Tier, percent: int) -> EarnRule:
    times = f"{percent // 100}.{percent % 100:02d}".rstrip("0").rstrip(".")
    return EarnRule(
        id=f"{RULE_PREFIX}{tier.id}",
        title={one: _TITLES[one].format(name, times) for one, name in tier.name.items()},
        kind="multiplier",
        percent=percent,
        when=Condition(tiers=frozenset({tier.id})),
    )


def path_of(programme: Programme, rule: EarnRule, at: int) -> Path:
    """Return where a document says the earn rule at `at`: among the rules, or with its tier."""
    for tier_at, tier in enumerate(programme.tiers):
        if rule.id == f"{RULE_PREFIX}{tier.id}" and rule.when.tiers == {tier.id}:
            return ("tier", tier_at, "multiplier")
    return ("earn", at)

"""What no single value shows: that the parts of a programme fit together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from app.domain.coins import LotTerms, expiry
from app.domain.conditions import Condition, applies
from app.domain.facts import Context
from app.domain.programme import EarnRule, Programme
from app.wire.programmes.campaigns import check_campaigns
from app.wire.programmes.cashback import check_cashback
from app.wire.programmes.credit import check_credit
from app.wire.programmes.gifts import check_gifts
from app.wire.programmes.goals import check_goals
from app.wire.programmes.greetings import check_greetings
from app.wire.programmes.leaderboards import check_leaderboards
from app.wire.programmes.lines import Path
from app.wire.programmes.promos import check_promos
from app.wire.programmes.raffles import check_raffles
from app.wire.programmes.referral import check_referral
from app.wire.programmes.rewards import check_rewards
from app.wire.programmes.surveys import check_surveys
from app.wire.programmes.table import Faults
from app.wire.programmes.tiers import path_of
from app.wire.programmes.welcome import check_welcome

_ANY_YEAR = date(2026, 1, 1)  # not a leap year: the shortest months there are
_YEARS_SEARCHED = 8


def check(programme: Programme, faults: Faults) -> None:
    """Add what does not fit together to `faults`."""
    _unique("tier", [tier.id for tier in programme.tiers], faults)
    _unique("earn", [rule.id for rule in programme.earn], faults)
    _thresholds(programme, faults)
    _outlives(programme.terms, ("coins",), faults)
    for at, rule in enumerate(programme.earn):
        path = path_of(programme, rule, at)
        if rule.terms is not None:
            _outlives(rule.terms, path, faults)
        if not faults.blame(path) and not faults.blame(("earning",)):
            _can_apply(programme, rule, path, faults)
    _groups(programme.earn, faults)
    check_credit(programme, faults)
    check_cashback(programme, faults)
    check_surveys(programme, faults)
    check_raffles(programme, faults)
    check_leaderboards(programme, faults)
    check_campaigns(programme, faults)
    check_goals(programme, faults)
    check_rewards(programme, faults)
    check_promos(programme, faults)
    check_gifts(programme, faults)
    check_referral(programme, faults)
    check_greetings(programme, faults)
    check_welcome(programme, faults)


def _unique(key: str, ids: Sequence[str], faults: Faults) -> None:
    first: dict[str, int] = {}
    for at, one in enumerate(ids):
        if one and one in first:
            expected = f"an id of its own ({key}[{first[one] + 1}] has this one)"
            faults.add((key, at, "id"), f'"{one}"', expected)
        first.setdefault(one, at)


def _thresholds(programme: Programme, faults: Faults) -> None:
    if faults.blame(("tier",)):
        return
    tiers = programme.tiers
    if tiers[0].threshold:
        faults.add(("tier", 0, "threshold"), str(tiers[0].threshold), "0 for the first tier")
    for at, (below, tier) in enumerate(pairwise(tiers), 1):
        if tier.threshold <= below.threshold:
            expected = f'more than {below.threshold}, the threshold of "{below.id}"'
            faults.add(("tier", at, "threshold"), str(tier.threshold), expected)


def _outlives(terms: LotTerms, path: Path, faults: Faults) -> None:
    """Coins must be usable for at least a day, whenever in the year they are earned."""
    for day in range(365):
        on = _ANY_YEAR + timedelta(days=day)
        last = expiry(terms, on)
        if last is not None and last < on + timedelta(days=terms.pending_days):
            months = terms.expiry_months
            found = f"{terms.pending_days} days, with coins gone after {months} months"
            faults.add((*path, "pending_days"), found, "coins to be usable before they expire")
            return


def _can_apply(programme: Programme, rule: EarnRule, path: Path, faults: Faults) -> None:
    """Add why a rule can never give a coin."""
    when = rule.when
    start = programme.effective_from
    base = programme.tiers[0].id
    if when.from_time is not None and when.from_time == when.until_time:
        faults.add((*path, "when", "until"), "the same time as from", "another time")
    if when.payday and not programme.paydays:
        faults.add((*path, "when", "payday"), "true", "days in paydays of [earning]")
    elif start and when.dates and all(last < start for _, last in when.dates):
        faults.add((*path, "when", "dates"), "only past dates", f"a date from {start} on")
    elif not any(_holds(programme, when, on) for on in _days(when, start or _ANY_YEAR)):
        faults.add((*path, "when"), "dates and days that never meet", "a day on which it applies")
    if _narrowed_away(programme, when):
        faults.add((*path, "when"), "only what [earning] excludes", "a sku or category that earns")
    if when.first_purchase and when.tiers and base not in when.tiers:
        expected = f'"{base}" among them, as a first purchase is made in that tier'
        faults.add((*path, "when", "tiers"), "tiers no new member has", expected)
    if rule.kind == "multiplier" and all(one.kind != "per_amount" for one in programme.earn):
        faults.add(path, "a multiplier with nothing to multiply", "a rule with coins and per")


def _days(when: Condition, start: date) -> Iterable[date]:
    windows = when.dates or ((start, start + timedelta(days=366 * _YEARS_SEARCHED)),)
    for first, last in windows:
        for day in range(max(0, (last - max(first, start)).days + 1)):
            yield max(first, start) + timedelta(days=day)


def _holds(programme: Programme, when: Condition, on: date) -> bool:
    any_one = replace(when, tiers=frozenset(), stores=frozenset(), first_purchase=False)
    return applies(any_one, Context(on, 0, "", "", False, {}), programme.paydays)


def _narrowed_away(programme: Programme, when: Condition) -> bool:
    skus = when.skus - programme.excluded_skus
    categories = when.categories - programme.excluded_categories
    return bool(when.skus or when.categories) and not skus and not categories


def _groups(earn: Sequence[EarnRule], faults: Faults) -> None:
    first: dict[str, EarnRule] = {}
    for at, rule in enumerate(earn):
        leader = first.setdefault(rule.group, rule)
        if rule.group and (rule.kind == "per_amount") != (leader.kind == "per_amount"):
            expected = f'a group without "{leader.id}", which is a {leader.kind} rule'
            faults.add(("earn", at, "group"), f'"{rule.group}" on a {rule.kind} rule', expected)

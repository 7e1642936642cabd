"""What a programme costs: coins at their worth, cashback and member prices, per money spent.

Shares are of the price before the member price. The worst case is searched, not estimated, over
what `app.domain.circumstances` yields; the bill itself is rated by `app.domain.rating`. Bonuses
fixed per bill have no percentage (on a tiny bill they are unbounded), so they are told apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import product
from math import gcd, lcm
from typing import NamedTuple

from app.domain.circumstances import goods, line_of, moment_of, moments, ordinary
from app.domain.credit import WHOLE_MILLI, cashback_of
from app.domain.facts import Context, Line
from app.domain.grants import reward_of
from app.domain.programme import EarnRule, Programme
from app.domain.promises import Cashback, Prize, Reward
from app.domain.rating import Rules, coins_of

_BILL_MAX = 10**13  # above this a common multiple of every `per` is arithmetic, not a bill


@dataclass(frozen=True, slots=True)
class Bonus:
    """A fixed bonus: `coins` worth `worth_minor`, from `minimum_minor` on (0 = any bill).

    `percent` is its cost on the smallest bill that triggers it, None without a minimum.
    """

    rule: str
    coins: int
    worth_minor: int
    minimum_minor: int
    percent: Fraction | None


@dataclass(frozen=True, slots=True)
class Cost:
    """The dearest bill: `percent` of its price goes back as `coins` and cashback, by `rules`.

    `bill_minor` is paid after `member_price` percent came off, which count as cost, too.
    `on` and `minute` are one such moment, `tier` and `store` who and where; `sku` and `category`
    the goods ("" = any other). Everyday is an ordinary weekday in the first tier with goods no
    rule names. Without any coin `percent` is 0 and `rules` is empty.
    """

    percent: Fraction
    bill_minor: int
    coins: int
    rules: tuple[str, ...]
    on: date
    minute: int
    tier: str
    store: str
    sku: str
    category: str
    everyday: Fraction
    bonuses: tuple[Bonus, ...]
    bonus_coins: int
    bonus_minor: int
    cashback_minor: int = 0
    member_price: int = 0


class _Dearest(NamedTuple):
    share: Fraction
    bill_minor: int
    context: Context
    line: Line
    rules: tuple[str, ...]
    coins: int
    cashback_minor: int = 0
    member_price: int = 0


def cost(programme: Programme, start: date) -> Cost:
    """Return what the programme costs from `start` (or the day it takes effect) on."""
    start = max(start, programme.effective_from or start)
    by_amount = [rule for rule in programme.earn if rule.kind != "fixed"]
    rules = Rules(replace(programme, earn=tuple(by_amount)))
    nothing = _Dearest(Fraction(0), 0, moment_of(programme, start, 0), line_of("", "", 0), (), 0)
    worst = max(
        (
            _dearest_bill(rules, context, line)
            for context in moments(rules.programme, start)
            for line in goods(rules.programme, context)
        ),
        key=lambda found: found.share,
        default=nothing,
    )
    everyday = _dearest_bill(rules, ordinary(rules.programme, start), line_of("", "", 0))
    value = programme.coin_value_minor
    bonuses = tuple(_bonus(rule, value) for rule in programme.earn if rule.kind == "fixed")
    bonus_coins = _bonus_coins(programme, start)
    return Cost(
        percent=worst.share * 100,
        bill_minor=worst.bill_minor,
        coins=worst.coins,
        rules=worst.rules,
        on=worst.context.on,
        minute=worst.context.minute,
        tier=worst.context.tier,
        store=worst.context.store,
        sku=worst.line.sku,
        category=worst.line.category,
        everyday=everyday.share * 100,
        bonuses=bonuses,
        bonus_coins=bonus_coins,
        bonus_minor=bonus_coins * value,
        cashback_minor=worst.cashback_minor,
        member_price=worst.member_price,
    )


def worth_minor(reward: Reward) -> int:
    """Return what a reward is worth to a member at least, in minor units (0 = not known)."""
    fixed = reward.benefit.value if reward.benefit.kind == "fixed" else 0
    return max(reward.credit_minor, fixed, reward.cost_minor)


def prize_minor(programme: Programme, prize: Prize) -> int:
    """Return what a prize is worth, in minor units; a reward of unknown worth counts nothing."""
    reward = reward_of(programme, prize.reward)
    coins_minor = prize.coins * programme.coin_value_minor
    return coins_minor + prize.credit_minor + (worth_minor(reward) if reward else 0)


# Bills.


def _dearest_bill(rules: Rules, context: Context, line: Line) -> _Dearest:
    """Return the bill of one kind of goods of which the largest part goes back."""
    programme = rules.programme
    off = next(one.member_price_percent for one in programme.tiers if one.id == context.tier)
    best = _Dearest(Fraction(off, 100), 0, context, line, (), 0, 0, off)
    for bill in _bills(programme.earn, programme.cashback):
        goods = [line._replace(net_minor=bill)]
        steps = coins_of(rules, goods, context)
        given = cashback_of(rules, goods, context)
        coins = sum(step.granted for step in steps)
        cashback = sum(one.amount_minor for one in given)
        back = Fraction(coins * programme.coin_value_minor + cashback, bill)
        share = Fraction(off, 100) + back * Fraction(100 - off, 100)
        if share > best.share:
            names = (*(one.rule for one in steps if one.granted), *(one.rule for one in given))
            best = _Dearest(share, bill, context, line, names, coins, cashback, off)
    return best


def _bills(earn: Sequence[EarnRule], cashback: Sequence[Cashback]) -> list[int]:
    """Return the amounts at which the share can be largest, smallest first.

    It is largest where no coin is lost to the floor, on a multiple of every `per`; or where a
    minimum is just met or a cap just used up, on the next multiple of one `per`.
    """
    whole = {WHOLE_MILLI // gcd(WHOLE_MILLI, rule.percent_milli) for rule in cashback}
    pers = sorted(whole | {rule.per_minor for rule in earn if rule.per_minor})
    if not pers:
        return []
    common = lcm(*pers, *(per * _whole_coins(earn, per) for per in pers))
    steps = {*pers, *([common] if common < _BILL_MAX else [])}
    whens = [*(rule.when for rule in earn), *(rule.when for rule in cashback)]
    corners = {1, *(when.minimum_minor for when in whens)} - {0}
    corners |= {-(-rule.cap_minor * WHOLE_MILLI // rule.percent_milli) for rule in cashback} - {0}
    corners |= {
        -(-rule.cap_coins * 100 // max(1, other.coins * _gain(rule))) * other.per_minor
        for rule in earn
        if rule.cap_coins
        for other in earn
        if other.per_minor
    }
    up = {-(-corner // step) * step for corner, step in product(corners, steps)}
    down = {corner // step * step for corner, step in product(corners, steps)}
    return sorted(amount for amount in corners | up | down if amount > 0)


def _gain(rule: EarnRule) -> int:
    """Return what a rule adds to a coin it multiplies, in percent."""
    return rule.percent - 100 if rule.kind == "multiplier" else 100


def _whole_coins(earn: Sequence[EarnRule], per: int) -> int:
    """Return how many `per` it takes until every multiplier adds whole coins."""
    coins = lcm(*(rule.coins for rule in earn if rule.per_minor == per))
    parts = [Fraction(coins * _gain(rule), 100) for rule in earn if rule.kind == "multiplier"]
    return lcm(*(part.denominator for part in parts)) if parts else 1


# Bonuses.


def _bonus(rule: EarnRule, value: int) -> Bonus:
    coins = rule.coins if rule.cap_coins is None else min(rule.coins, rule.cap_coins)
    minimum = rule.when.minimum_minor
    percent = Fraction(coins * value * 100, minimum) if minimum else None
    return Bonus(rule.id, coins, coins * value, minimum, percent)


def _bonus_coins(programme: Programme, start: date) -> int:
    """Return the most coins that fixed bonuses can add to one bill."""
    fixed = replace(programme, earn=tuple(rule for rule in programme.earn if rule.kind == "fixed"))
    rules = Rules(fixed)
    bill = max((rule.when.minimum_minor for rule in fixed.earn), default=0) + 1
    return max(
        (
            sum(step.granted for step in coins_of(rules, _one_of_all(fixed, bill), context))
            for context in moments(fixed, start)
        ),
        default=0,
    )


def _one_of_all(programme: Programme, net_minor: int) -> list[Line]:
    """Return a bill that has everything the rules name."""
    skus = {sku for rule in programme.earn for sku in rule.when.skus}
    names = {name for rule in programme.earn for name in rule.when.categories}
    lines = [line_of("", "", net_minor)]
    lines += [line_of(sku, "", 1) for sku in sorted(skus)]
    return lines + [line_of("", name, 1) for name in sorted(names)]

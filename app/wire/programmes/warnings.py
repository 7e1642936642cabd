"""What is no fault but seldom meant: printed by `sikka programme check`, which still says good."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.domain.campaigns import parts
from app.domain.conditions import Condition
from app.domain.cost import cost, prize_minor, worth_minor
from app.domain.programme import Programme, money_of
from app.domain.promises import Goal, Reward
from app.wire.programmes.goals import goal_places
from app.wire.programmes.lines import Path, key_lines
from app.wire.programmes.unknown_goods import Goods, unknown_goods

EVERYDAY_PERCENT = 10
"""From this share of sales on an ordinary weekday's coins are worth a question."""

_VISIT_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}
Said = Iterator[tuple[Path, str]]


@dataclass(frozen=True, slots=True, order=True)
class Warned:
    """A sentence about a line of a programme document."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: warning: {self.sentence}"


def warnings(
    programme: Programme, text: str, file: str, start: date, goods: Goods | None = None
) -> tuple[Warned, ...]:
    """Return what the owner should look at, in the order of the lines.

    `start` is the day from which costs are searched; with `goods`, the catalogue's, names that
    it does not have are told, too.
    """
    lines = key_lines(text)
    found = [
        *_costs(programme, start),
        *_worthless(programme),
        *_loops(programme),
        *_gifts(programme),
        *_new_members_only(programme),
        *_out_of_reach(programme),
        *(unknown_goods(programme, goods) if goods is not None else ()),
    ]
    return tuple(sorted(Warned(file, _line(lines, path), sentence) for path, sentence in found))


def _line(lines: Mapping[Path, int], path: Path) -> int:
    """Return the line of a value, or of the nearest table that holds it."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


# ---------------------------------------------------------------- money


def _costs(programme: Programme, start: date) -> Said:
    found = cost(programme, start)
    if found.everyday > EVERYDAY_PERCENT:
        share = f"{float(found.everyday):.2f} %"
        yield (
            ("earn",),
            f"an ordinary weekday gives {share} of sales back; most shops give 1 to 5 %",
        )


def _worthless(programme: Programme) -> Said:
    bought = any(reward.coins for reward in programme.rewards)
    bought = bought or any(raffle.ticket_coins for raffle in programme.raffles)
    if not programme.coin_value_minor and not bought and programme.earn:
        yield ("coins", "value"), "a coin is worth 0 and buys no reward: members earn for nothing"


def _money(programme: Programme, minor: int) -> str:
    return money_of(programme).short(minor)


def _loops(programme: Programme) -> Said:
    """Yield what pays for itself: who goes round once has more than before."""
    for at, reward in enumerate(programme.rewards):
        if reward.coins:
            yield from _reward_loop(programme, at, reward)
    for at, raffle in enumerate(programme.raffles):
        if raffle.ticket_coins and raffle.coins_for_part >= raffle.ticket_coins:
            said = (
                f'"{raffle.id}" pays itself: a ticket costs {raffle.ticket_coins} coins and'
                f" taking part gives {raffle.coins_for_part}"
            )
            yield ("raffle", at, "coins_for_part"), said
    for at, offer in enumerate(programme.credit.offers):
        if programme.credit.cash_out and not offer.first_only:
            said = (
                f'"{offer.id}" can be had again and again while store credit is paid out in money:'
                " whoever pays in and cashes out keeps the bonus each time"
            )
            yield ("credit", "offer", at, "first_only"), said


def _reward_loop(programme: Programme, at: int, reward: Reward) -> Said:
    share = _share(programme)
    worth, spent = worth_minor(reward), reward.coins * programme.coin_value_minor
    if share and share * worth >= reward.coins:
        bill = _money(programme, int(reward.coins / share))
        said = (
            f'"{reward.id}" pays itself: buying for {bill} earns the {reward.coins} coins for a'
            f" reward worth {_money(programme, worth)}"
        )
        yield ("reward", at, "coins"), said
    elif spent and reward.credit_minor > spent:
        said = (
            f'"{reward.id}" makes {_money(programme, reward.credit_minor)} of credit out of coins'
            f" that pay {_money(programme, spent)} on a bill"
        )
        yield ("reward", at, "value"), said


def _share(programme: Programme) -> Fraction:
    """Return coins for a minor unit that every bill earns at any time."""
    rules = [
        rule
        for rule in programme.earn
        if rule.kind == "per_amount" and rule.cap_coins is None and rule.when == Condition()
    ]
    return max((Fraction(rule.coins, rule.per_minor) for rule in rules), default=Fraction())


def _gifts(programme: Programme) -> Said:
    for at, gift in enumerate(programme.gifts):
        worth = prize_minor(programme, gift.prize)
        spend = gift.per_minor or gift.when.minimum_minor
        if worth and spend and worth > spend:
            given, paid = _money(programme, worth), _money(programme, spend)
            yield ("gift", at), f'"{gift.id}" gives {given} for a bill of {paid}'
        elif worth and not spend and gift.cap is None and not gift.when.first_purchase:
            yield ("gift", at), f'"{gift.id}" comes with any bill, however small: set a minimum'


# ---------------------------------------------------------------- fair and reachable


def _new_members_only(programme: Programme) -> Said:
    """Yield campaigns, codes and greetings that give who has been coming for years less."""
    newcomers = _for_newcomers(programme)
    for at, campaign in enumerate(programme.campaigns):
        mine = {(one.noun, one.id) for one in parts(programme) if one.campaign == campaign.id}
        if mine and mine <= newcomers:
            said = (
                f'"{campaign.id}" has new-member gifts only: members who have long been coming get'
                " less than a stranger; give them something, too"
            )
            yield ("campaign", at), said
    if programme.promos and all(promo.first_purchase for promo in programme.promos):
        said = "every code is for new members only; give one to those who have long been coming"
        yield ("promo", 0, "first_purchase"), said
    for at, greeting in enumerate(programme.greetings):
        first, *higher = programme.tiers
        prizes = greeting.tier_prizes or {}
        least = prize_minor(programme, prizes.get(first.id, greeting.prize))
        for tier in higher:
            if prize_minor(programme, prizes.get(tier.id, greeting.prize)) < least:
                yield ("greeting", at), f'"{greeting.id}" gives {tier.id} less than {first.id}'


def _for_newcomers(programme: Programme) -> set[tuple[str, str]]:
    """Return the mechanics only new members get something from, by noun and id."""
    conditions = (
        *(("earn", one.id, one.when.first_purchase) for one in programme.earn),
        *(("goal", one.id, one.when.first_purchase) for one in programme.goals),
        *(("gift", one.id, one.when.first_purchase) for one in programme.gifts),
        *(("cashback", one.id, one.when.first_purchase) for one in programme.cashback),
        *(("promo", one.id, one.first_purchase) for one in programme.promos),
        *(("offer", one.id, one.first_only) for one in programme.credit.offers),
        *(("survey", one.id, one.enrols) for one in programme.surveys),
    )
    return {(noun, name) for noun, name, only in conditions if only}


def _out_of_reach(programme: Programme) -> Said:
    """Yield goals whose last target nobody can reach in their window."""
    for path, goal in goal_places(programme.goals):
        most, why = _most(programme, goal)
        if most is not None and goal.targets[-1] > most:
            yield (
                path,
                f'"{goal.id}" can never be reached: it asks for {goal.targets[-1]} and {why}',
            )


def _most(programme: Programme, goal: Goal) -> tuple[int | None, str]:
    """Return the most that can be counted for a goal and why, or None where there is no limit."""
    when = goal.when
    if when.first_purchase and goal.source in ("visits", "bills"):
        return 1, "a member has one first purchase"
    if goal.source == "visits":
        days = _days(goal)
        if days is not None:
            closed = len(programme.calendar.closed_weekdays) if goal.window == "week" else 0
            return days - closed, f"there are {days - closed} days to come on in its window"
    if goal.source == "categories" and when.categories:
        return len(when.categories), f"it counts {len(when.categories)} categories"
    if goal.source == "surveys":
        count = len(programme.surveys)
        return count, f"there are {count} surveys"
    if goal.source == "goals" and not any(one.repeat for one in programme.goals):
        count = sum(one.kind == "challenge" for one in programme.goals)
        return count, f"there are {count} challenges, none of which can be done again"
    return None, ""


def _days(goal: Goal) -> int | None:
    spans: list[int] = []
    if goal.dates is not None:
        spans.append((goal.dates[1] - goal.dates[0]).days + 1)
    if goal.window in _VISIT_DAYS:
        spans.append(_VISIT_DAYS[goal.window])
    return min(spans, default=None)

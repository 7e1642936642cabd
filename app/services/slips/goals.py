"""What is next for a member, in the one sentence a slip has room for."""

from app.domain.members import MemberState, coins_on
from app.domain.money import Money
from app.domain.offers import aim_of
from app.domain.programme import Programme, money_of
from app.domain.promises import Prize
from app.domain.rewards import offer_of
from app.domain.texts import text_in
from app.services.dashboard import challenges_shown
from app.services.dates import day
from app.services.goals import GoalBar, goals_in
from app.services.rewards import stock_left
from app.services.shop import Shop
from app.services.slips.words import knows, say


def coins_words(count: int, money: Money, language: str) -> str:
    """Return "1 coin", "150 coins"."""
    return say("coin" if count == 1 else "coins", language, money.number(count))


def next_goal(shop: Shop, state: MemberState, language: str) -> str:
    """Return what to do next and what it brings: my goal, else a challenge, else a reward; or "".

    What can be had at once goes first: it is the best news.
    """
    return (
        _aim(shop, state, language)
        or _challenge(shop, state, language)
        or _reward(shop, state, language)
    )


def _aim(shop: Shop, state: MemberState, language: str) -> str:
    aim = aim_of(shop.rules, state, shop.moment().on)
    if aim is None:
        return ""
    return _towards(text_in(aim.reward.title, language), aim.missing, shop, language)


def _reward(shop: Shop, state: MemberState, language: str) -> str:
    on = shop.moment().on
    if not coins_on(state, on).available:
        return ""
    offers = offer_of(shop.programme, state, on, stock_left(shop))
    near = next((one for one in offers if one.fault is None or one.missing > 0), None)
    if near is None:
        return ""
    return _towards(text_in(near.reward.title, language), near.missing, shop, language)


def _towards(title: str, missing: int, shop: Shop, language: str) -> str:
    if missing <= 0:
        return say("yours", language, title)
    key = "next_coins_one" if missing == 1 else "next_coins"
    return say(key, language, money_of(shop.programme).number(missing), title)


def _challenge(shop: Shop, state: MemberState, language: str) -> str:
    programme, on = shop.programme, shop.moment().on
    bars = challenges_shown(goals_in(shop, state, on))
    sentences = (_bar(bar, programme, language) for bar in bars if bar.prize is not None)
    return next((one for one in sentences if one), "")


def _bar(bar: GoalBar, programme: Programme, language: str) -> str:
    """Return a challenge's sentence; "" for one that is not met by shopping."""
    money, left = money_of(programme), bar.target - bar.amount
    if not knows(bar.source) or left <= 0 or bar.prize is None:
        return ""
    if bar.source == "spend":
        major = 10**money.digits
        figure = money.short(-(-left // major) * major)
    else:
        figure = money.number(left)
    key = f"{bar.source}_one" if left == 1 and knows(f"{bar.source}_one") else bar.source
    todo = say(key, language, figure)
    prize = _prize(bar.prize, programme, language)
    sentence = say("and_get", language, todo, prize) if prize else todo
    return say("by_day", language, sentence, day(bar.until, language)) if bar.until else sentence


def _prize(prize: Prize, programme: Programme, language: str) -> str:
    money = money_of(programme)
    reward = next((one for one in programme.rewards if one.id == prize.reward), None)
    parts = [
        coins_words(prize.coins, money, language) if prize.coins else "",
        say("to_shop", language, money.short(prize.credit_minor)) if prize.credit_minor else "",
        text_in(reward.title, language) if reward else "",
        say("tickets", language, money.number(prize.tickets)) if prize.tickets else "",
    ]
    return " + ".join(part for part in parts if part)

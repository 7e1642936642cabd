"""What the shop promises anybody, as slides that turn: pure, no Qt objects."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.programme import EarnRule, Programme, money_of
from app.domain.promises import Goal, Reward
from app.domain.texts import text_in
from app.ui.words import translate

SHOWN: Final = 3
"""Slides side by side."""
TURN_MS: Final = 8_000
MOST: Final = 12


@dataclass(frozen=True, slots=True)
class SlideRow:
    """One thing one gets here; `kind` is its colour (Paper)."""

    kind: str
    lead: str
    title: str
    number: str


def derive_slides(programme: Programme, language: str, on: date) -> tuple[SlideRow, ...]:
    """Return what the shop can promise to anybody on a business date.

    Earn rules, rewards and challenges by turns, at most `MOST`; those for one tier, not yet open
    or over are left out.
    """
    earn = [
        SlideRow("coins", translate("kiosk", "Collect coins"), text_in(rule.title, language), "")
        for rule in programme.earn
        if _for_all(rule)
    ]
    rewards = [_reward(one, programme, language) for one in programme.rewards if _offered(one, on)]
    goals = [
        SlideRow("visits", translate("kiosk", "Take part"), text_in(one.title, language), "")
        for one in programme.goals
        if _open(one, on)
    ]
    slides: list[SlideRow] = []
    for at in range(max(len(earn), len(rewards), len(goals), 0)):
        slides += [kind[at] for kind in (rewards, earn, goals) if at < len(kind)]
    return tuple(slides[:MOST])


def _reward(reward: Reward, programme: Programme, language: str) -> SlideRow:
    number = money_of(programme).number(reward.coins)
    return SlideRow(
        "rewards",
        translate("kiosk", "Reward"),
        text_in(reward.title, language),
        translate("kiosk", "{coins} coins").format(coins=number),
    )


def _for_all(rule: EarnRule) -> bool:
    return not rule.when.tiers


def _offered(reward: Reward, on: date) -> bool:
    begun = reward.opens is None or reward.opens <= on
    over = reward.closes is not None and reward.closes < on
    return reward.coins > 0 and not reward.tiers and begun and not over


def _open(goal: Goal, on: date) -> bool:
    in_time = goal.dates is None or goal.dates[0] <= on <= goal.dates[1]
    return goal.kind == "challenge" and not goal.when.tiers and in_time


def window(slides: tuple[SlideRow, ...], turn: int) -> tuple[SlideRow, ...]:
    """Return the slides shown at a turn: three at a time, round and round."""
    if len(slides) <= SHOWN:
        return slides
    start = turn * SHOWN % len(slides)
    return tuple(slides[(start + at) % len(slides)] for at in range(SHOWN))

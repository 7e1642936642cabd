"""What a cashier can say to a member, most urgent first: one sentence is enough at a till."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.promises import Reward
from app.domain.questions import Survey
from app.domain.texts import Text
from app.services.dashboard import Dashboard, dashboard_of
from app.services.goals import GoalBar
from app.services.greetings import greetings_for
from app.services.shop import Shop
from app.services.vouchers import MyVoucher, vouchers_of

LAPSE_DAYS: Final = 14
"""Coins that lapse within these days are more urgent than what they could buy."""
NEARLY_PERCENT: Final = 60
"""A challenge is worth a word from here on."""


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A birthday, festival or anniversary of these days; `title` is the owner's, never a date."""

    title: str


@dataclass(frozen=True, slots=True)
class AimReached:
    """The reward the member saves for can be taken now."""

    reward: Reward


@dataclass(frozen=True, slots=True)
class CoinsLapse:
    """`coins` are gone after a date."""

    coins: int
    until: date


@dataclass(frozen=True, slots=True)
class VoucherWaits:
    """The member has a voucher to use, until a date."""

    title: Text
    until: date


@dataclass(frozen=True, slots=True)
class AimNear:
    """`missing` coins are between the member and the reward they save for."""

    reward: Reward
    missing: int


@dataclass(frozen=True, slots=True)
class ChallengeNear:
    """A challenge that is nearly done."""

    bar: GoalBar


@dataclass(frozen=True, slots=True)
class SurveyOpen:
    """A survey the member can answer at the kiosk, for at most so many coins."""

    survey: Survey
    coins: int


Hint = SpecialDay | AimReached | CoinsLapse | VoucherWaits | AimNear | ChallengeNear | SurveyOpen


def hints_of(shop: Shop, member: str) -> tuple[Hint, ...]:
    """Return what can be said to a member today, most urgent first.

    Reads the disk: a millisecond or two, and never on the screen's thread.
    """
    found = dashboard_of(shop, member)
    notes = greetings_for(shop, member, found.on)
    days = tuple(SpecialDay(one.title) for one in notes)
    return (*days, *_hints(found, vouchers_of(shop, member)))


def _hints(found: Dashboard, vouchers: tuple[MyVoucher, ...]) -> Iterator[Hint]:
    aim, lapsing = found.aim, found.lapsing
    if aim is not None and not aim.missing:
        yield AimReached(aim.reward)
    if lapsing is not None and lapsing.until <= found.on + timedelta(days=LAPSE_DAYS):
        yield CoinsLapse(lapsing.coins, lapsing.until)
    usable = next((one for one in vouchers if one.fault is None and one.title), None)
    if usable is not None:
        yield VoucherWaits(usable.title, usable.held.until)
    if aim is not None and aim.missing:
        yield AimNear(aim.reward, aim.missing)
    near = [bar for bar in found.challenges if _is_near(bar)]
    if near:
        yield ChallengeNear(max(near, key=lambda bar: bar.amount / bar.target))
    if found.surveys:
        best = max(found.surveys, key=lambda one: one.coins)
        yield SurveyOpen(best.survey, best.coins)


def _is_near(bar: GoalBar) -> bool:
    return not bar.finished and 100 * bar.amount >= NEARLY_PERCENT * bar.target

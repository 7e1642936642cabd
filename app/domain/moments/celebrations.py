"""The kinds of moments: what a kiosk shows, each with the marks that say it was shown."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from app.domain.effects import Gift
from app.domain.facts import Step
from app.domain.promises import Source
from app.domain.texts import Text


@dataclass(frozen=True, slots=True)
class FirstVisit:
    """The member was never at a kiosk."""

    marks: tuple[str, ...]


class LastBill(NamedTuple):
    """The newest bill that was not shown: `coins` it gave, money paid in minor units, and why.

    `sale` is its event; `steps` say what gave the coins, of the rules of version `programme`
    (both empty when the bill is not known here any more).
    """

    sale: str
    bill_number: str
    on: date
    at_ms: int
    paid_minor: int
    coins: int
    steps: tuple[Step, ...]
    programme: str


class AimBar(NamedTuple):
    """The reward saved for: how many of its `coins` the member had `before` and has `after`."""

    reward: str
    title: Text
    coins: int
    before: int
    after: int


class GoalMoved(NamedTuple):
    """A goal the last bill moved from `before` to `after`, in the unit of its `source`.

    `target` is the level it was on the way to; spend is in minor units.
    """

    goal: str
    title: Text
    source: Source
    before: int
    after: int
    target: int
    until: date | None


class NextReward(NamedTuple):
    """What comes next: so many coins are `missing` for a reward; 0 = it is there to take."""

    kind: Literal["aim", "reward"]
    reward: str
    title: Text
    missing: int


@dataclass(frozen=True, slots=True)
class SinceLastTime:
    """Coins that are new since the last celebration at any kiosk, `bills` bills summed.

    `before` and `after` are coins the member could and can spend; `later` of the new `coins`
    can be used only on a later day, so they are not in `after`.
    """

    before: int
    after: int
    coins: int
    later: int
    bills: int
    last: LastBill | None
    aim: AimBar | None
    bar: GoalMoved | None
    next: NextReward | None
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalFilled:
    """The coins reach for the reward the member saves for, and it can be had today."""

    reward: str
    title: Text
    coins: int
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BadgeWon:
    """A badge at a `level` of `levels`."""

    badge: str
    title: Text
    level: int
    levels: int
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnersNote:
    """What the owner says, in the member's language and with the name: never an age or a date.

    `source` is the greeting or goal it came with (`greeting:x`, `goal:x`), `gifts` what it gave.
    """

    source: str
    title: str
    text: str
    gifts: tuple[Gift, ...]
    marks: tuple[str, ...]


Moment = FirstVisit | SinceLastTime | GoalFilled | BadgeWon | OwnersNote

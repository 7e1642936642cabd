"""The programme: what a shop promises, as frozen data. Read from TOML by `app.wire.programmes`.

Money is in minor units of `currency`; percentages are integers; texts are localised.
"""

from dataclasses import dataclass, field
from datetime import date, time
from typing import Final, Literal

from app.domain.calendar import Numbering
from app.domain.coins import LotTerms
from app.domain.conditions import CapPeriod, Condition
from app.domain.money import Money
from app.domain.promises import (
    Campaign,
    Cashback,
    CreditTerms,
    GiftRule,
    Goal,
    Greeting,
    GuardTerms,
    Leaderboard,
    OfflineTerms,
    Prize,
    Promo,
    Raffle,
    ReferralTerms,
    ReviewTerms,
    Reward,
    ShopCalendar,
    Streak,
)
from app.domain.questions import Survey
from app.domain.texts import Text

WELCOME_LIMIT: Final = 20
"""Welcome gifts a day to members nobody knows yet, where the document says nothing."""

RuleKind = Literal["per_amount", "fixed", "multiplier"]
Clawback = Literal["within_balance", "allow_negative", "reduce_refund"]


@dataclass(frozen=True, slots=True)
class EarnRule:
    """One way to earn.

    `per_amount`: `coins` for every full `per_minor` of the lines it covers.
    `fixed`: `coins` once on the bill. `multiplier`: `percent` of the per-amount coins of the
    lines it covers (200 = twice); only what goes beyond 100 is its own step.
    Rules of one `group` do not add up: the best of them counts. A group holds per-amount rules
    only or none of them, so that a multiplier never multiplies coins that were not given.
    `cap_coins` per member and `cap_period`. `terms` None means the programme's.
    """

    id: str
    title: Text
    kind: RuleKind
    coins: int = 0
    per_minor: int = 0
    percent: int = 100
    when: Condition = Condition()
    group: str = ""
    cap_coins: int | None = None
    cap_period: CapPeriod = "bill"
    terms: LotTerms | None = None
    campaign: str = ""


@dataclass(frozen=True, slots=True)
class Tier:
    """A status step: reached with `threshold` status points, held `hold_months`, `grace_days` more.

    `services` are named benefits (delivery, alteration), shown to members.
    `member_price_percent` comes off what earns; `early_days` before others a reward, a sale or
    an event opens. The multiplier of a tier is an earn rule of its own.
    """

    id: str
    name: Text
    threshold: int
    hold_months: int = 12
    grace_days: int = 0
    services: tuple[Text, ...] = ()
    member_price_percent: int = 0
    early_days: int = 0


@dataclass(frozen=True, slots=True)
class StatusRule:
    """`points` status points for every full `per_minor` paid, summed over a window.

    The window is the last `months` months, or with `calendar_year` the year so far.
    """

    points: int = 1
    per_minor: int = 100
    months: int = 12
    calendar_year: bool = False


@dataclass(frozen=True, slots=True)
class PayLimits:
    """Paying with coins: at least `minimum_coins`, in steps of `step_coins`.

    Coins pay at most `share_percent` of a bill; `floor_coins` is what `OfflineTerms` has for a
    member where the document says nothing else.
    """

    minimum_coins: int = 1
    step_coins: int = 1
    share_percent: int = 100
    floor_coins: int = 0


@dataclass(frozen=True, slots=True)
class Consent:
    """The consent a member gives at enrolment, by version, and the marketing one apart."""

    version: str
    text: Text
    marketing: Text


@dataclass(frozen=True, slots=True)
class Programme:
    """One shop's promises; `id` is the sha256 of the normalised document (hex, 64 characters).

    Whoever spends `pin_from_coins` or more on one day gives their PIN (0 = never). A kiosk gives
    `welcome_limit` welcome gifts a day to members nobody knows yet (0 = any number).
    """

    id: str
    name: Text
    currency: str
    currency_digits: int
    languages: tuple[str, ...]
    country: str
    time_zone: str
    day_starts: time
    numbering: Numbering
    financial_year_month: int
    effective_from: date | None
    return_window_days: int
    clawback: Clawback
    reinstatement_days: int
    coin_value_minor: int
    pay: PayLimits
    terms: LotTerms
    stacking: Literal["add", "best"]
    excluded_skus: frozenset[str]
    excluded_categories: frozenset[str]
    paydays: frozenset[int]
    earn: tuple[EarnRule, ...]
    status: StatusRule
    tiers: tuple[Tier, ...]
    consent: Consent
    claim_minutes: int = 24 * 60
    lock_minutes: int = 10
    pin_from_coins: int = 200
    stores: tuple[str, ...] = field(default=())
    calendar: ShopCalendar = ShopCalendar()
    goals: tuple[Goal, ...] = ()
    streaks: tuple[Streak, ...] = ()
    surveys: tuple[Survey, ...] = ()
    reviews: ReviewTerms = ReviewTerms()
    rewards: tuple[Reward, ...] = ()
    promos: tuple[Promo, ...] = ()
    gifts: tuple[GiftRule, ...] = ()
    cashback: tuple[Cashback, ...] = ()
    credit: CreditTerms = CreditTerms()
    referral: ReferralTerms | None = None
    greetings: tuple[Greeting, ...] = ()
    raffles: tuple[Raffle, ...] = ()
    leaderboards: tuple[Leaderboard, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    guards: GuardTerms = GuardTerms()
    offline: OfflineTerms = OfflineTerms()
    welcome: Prize | None = None
    welcome_limit: int = WELCOME_LIMIT


def money_of(programme: Programme) -> Money:
    """Return how the programme's shop writes money."""
    return Money(programme.currency, programme.currency_digits)

"""What a member can have for coins: how far each reward is, and what redeeming it does.

Redeeming spends the coins and issues a voucher (LEDGER.md 22); store credit and raffle tickets
are given at once, with a voucher that is used already, so that limits count all the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from app.domain.bill_faults import NotEnoughCoins
from app.domain.coins import expiry
from app.domain.companions import REDEEMED, stock_key
from app.domain.conditions import CapPeriod
from app.domain.effects import Claim, Credit, Effect, Gift, Grant, Issue, Spend
from app.domain.grants import Giving, issue_voucher
from app.domain.members import MemberState, coins_on
from app.domain.programme import Programme, Tier
from app.domain.promises import Reward
from app.domain.raffles import gives_tickets, raffle_keep_until, raffle_of
from app.domain.rating import cap_key
from app.domain.tiers import tier_on

ALMOST_PERCENT = 80
"""From this share of its coins on, a reward is almost there."""

Kind = Literal["percent", "fixed", "item", "sample", "service", "credit", "tickets"]


@dataclass(frozen=True, slots=True)
class NotYours:
    """The reward is for members of these tiers (ids)."""

    tiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class NotOpen:
    """The member can have the reward from `opens` to `closes` (None = no end of that side)."""

    opens: date | None
    closes: date | None


@dataclass(frozen=True, slots=True)
class LimitReached:
    """The member has had the reward `limit` times in the `period`."""

    limit: int
    period: CapPeriod


@dataclass(frozen=True, slots=True)
class OutOfStock:
    """None of the reward is left."""


@dataclass(frozen=True, slots=True)
class NotForCoins:
    """The reward is only given, never bought."""


RewardFault = NotYours | NotOpen | LimitReached | OutOfStock | NotForCoins | NotEnoughCoins


def kind_of(reward: Reward) -> Kind:
    """Return what a reward is."""
    if reward.credit_minor:
        return "credit"
    return "tickets" if reward.tickets else reward.benefit.kind


def is_handed_over(reward: Reward) -> bool:
    """Say whether somebody hands the reward over; money off a bill and gifts given at once not."""
    return kind_of(reward) in {"item", "sample", "service"}


def worth_of(reward: Reward, price_minor: int) -> int:
    """Return what a reward is worth to who gets it, in minor units; 0 = that depends.

    `price_minor` is the price of a unit of the article it gives (0 = not known).
    """
    benefit = reward.benefit
    match kind_of(reward):
        case "credit":
            return reward.credit_minor
        case "fixed":
            return benefit.value
        case "item" | "sample":
            worth = price_minor * (benefit.value or 1000) // 1000
            return min(worth, benefit.ceiling_minor or worth)
        case "percent" | "service" | "tickets":
            return 0


def opens_on(reward: Reward, tier: Tier) -> date | None:
    """Return when a reward opens for members of a tier; None = it always was."""
    return reward.opens and reward.opens - timedelta(days=tier.early_days)


def reward_fault(
    programme: Programme, state: MemberState, reward: Reward, on: date, left: int | None
) -> RewardFault | None:
    """Return why a member cannot have a reward on a business date, or None.

    `left` is how many are in stock (None = endless). What coins cannot change comes first.
    """
    tier, coins = tier_on(programme, state, on), coins_on(state, on).spendable
    return _fault(programme, state, reward, on, left, (tier, coins))


def _fault(
    programme: Programme,
    state: MemberState,
    reward: Reward,
    on: date,
    left: int | None,
    has: tuple[Tier, int],
) -> RewardFault | None:
    """Return the fault for a member who has this tier and can spend so many coins."""
    tier, coins = has
    if not reward.coins:
        return NotForCoins()
    if reward.tiers and tier.id not in reward.tiers:
        return NotYours(reward.tiers)
    closed = _not_open(programme, reward, tier, on)
    if closed is not None:
        return closed
    if reward.limit is not None and taken(state, reward, on) >= reward.limit:
        return LimitReached(reward.limit, reward.limit_period)
    if left is not None and left <= 0:
        return OutOfStock()
    return NotEnoughCoins(reward.coins, coins) if coins < reward.coins else None


def _not_open(programme: Programme, reward: Reward, tier: Tier, on: date) -> NotOpen | None:
    """Return when the reward can be had, if not today; tickets only while the raffle gives any."""
    opens = opens_on(reward, tier)
    if (opens and on < opens) or (reward.closes and on > reward.closes):
        return NotOpen(opens, reward.closes)
    if not reward.tickets or gives_tickets(programme, reward.raffle, on):
        return None
    raffle = raffle_of(programme, reward.raffle)
    return NotOpen(raffle.opens, raffle.closes) if raffle else NotOpen(None, None)


def taken(state: MemberState, reward: Reward, on: date) -> int:
    """Return how often the member has had a limited reward in the period of a date."""
    key = f"reward:{reward.id}|{cap_key(reward.limit_period, on)}"
    return (state.caps or {}).get(key, 0)


class Offer(NamedTuple):
    """A reward as one member sees it: what stands in the way, and how many coins are missing.

    `percent` of its coins are there, at most 100.
    """

    reward: Reward
    fault: RewardFault | None
    missing: int
    percent: int

    @property
    def almost(self) -> bool:
        """Whether only a few coins are missing."""
        return isinstance(self.fault, NotEnoughCoins) and self.percent >= ALMOST_PERCENT


def offer_of(
    programme: Programme, state: MemberState, on: date, left: Mapping[str, int]
) -> tuple[Offer, ...]:
    """Return the programme's rewards as a member sees them on a business date.

    First what is within reach, dearest first; then what is nearest; then what is closed to the
    member. What is over, or only given, is not shown. `left` says how many of the rewards with
    a limited stock there are.
    """
    tier, coins = tier_on(programme, state, on), coins_on(state, on).spendable
    offers = []
    for reward in programme.rewards:
        fault = _fault(programme, state, reward, on, left.get(reward.id), (tier, coins))
        over = isinstance(fault, NotOpen) and fault.closes is not None and on > fault.closes
        if isinstance(fault, NotForCoins) or over:
            continue
        percent = min(100, coins * 100 // reward.coins)
        offers.append(Offer(reward, fault, max(0, reward.coins - coins), percent))
    return tuple(sorted(offers, key=_rank))


def _rank(offer: Offer) -> tuple[int, int, str]:
    if offer.fault is None:
        return 0, -offer.reward.coins, offer.reward.id
    if isinstance(offer.fault, NotEnoughCoins):
        return 1, offer.missing, offer.reward.id
    return 2, offer.reward.coins, offer.reward.id


class Redemption(NamedTuple):
    """What redeeming does: the effects, the once keys, and the voucher among the effects."""

    effects: tuple[Effect, ...]
    once: tuple[str, ...]
    issued: Issue


def redemption(programme: Programme, reward: Reward, giving: Giving, number: int) -> Redemption:
    """Return what redeeming a reward without fault does; `number` is which one of the stock."""
    period = "" if reward.limit is None else cap_key(reward.limit_period, giving.on)
    issued = replace(issue_voucher(giving, reward, REDEEMED, reward.coins, period), stock=number)
    effects: list[Effect] = [Spend(reward.coins, issued.voucher), issued]
    gift = _gift(programme, reward, giving)
    if gift:
        effects += [Claim(issued.voucher, giving.on), *gift]
    once = (stock_key(reward.id, number),) if number else ()
    return Redemption(tuple(effects), once, issued)


def _gift(programme: Programme, reward: Reward, giving: Giving) -> tuple[Effect, ...]:
    """Return the effects of what is given at once: store credit, raffle tickets."""
    rule = f"reward:{reward.id}"
    if reward.credit_minor:
        terms = programme.credit.terms
        start, end = giving.on + timedelta(days=terms.pending_days), expiry(terms, giving.on)
        return (Credit(reward.credit_minor, rule, start, end, rule, 0),)
    if reward.tickets:
        keep_until = raffle_keep_until(programme, reward.raffle)
        gift = Gift("tickets", reward.tickets, reward.raffle, giving.on, None)
        return (Grant(f"{rule}||{giving.event_id}", giving.on, keep_until, (gift,)),)
    return ()

"""What a promise gives, and how it is taken back: one way for challenges, gifts and greetings.

A grant's event holds a `Grant` with the gifts and, beside it, the effects that give them; so a
revocation needs nothing but the award in the member's state (LEDGER.md 5, 14).
"""

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.codes import RANDOM_BYTES, mint_voucher
from app.domain.coins import LotTerms, coins_on_hand, expiry
from app.domain.effects import (
    Credit,
    CreditReverse,
    Earn,
    Effect,
    Gift,
    Grant,
    Issue,
    Reverse,
    Revoke,
    Withdraw,
)
from app.domain.ids import derived_id
from app.domain.members import Award, MemberState, voucher_of
from app.domain.programme import Programme
from app.domain.promises import Prize, Reward
from app.domain.raffles import gives_tickets


class Giving(NamedTuple):
    """On what a prize is given: the business date, the event that gives it, the cell's hint."""

    on: date
    event_id: str
    cell_hint: str


def reward_of(programme: Programme, reward_id: str) -> Reward | None:
    """Return a reward of the programme, or None when it is not (any more) in it."""
    return next((one for one in programme.rewards if one.id == reward_id), None)


def issue_voucher(giving: Giving, reward: Reward, purpose: str, coins: int, period: str) -> Issue:
    """Return the voucher for a reward; its id and number follow from the event and `purpose`.

    An event's id holds 74 random bits, so nobody can guess the number.
    """
    voucher = derived_id(giving.event_id, f"voucher:{purpose}")
    digest = hashlib.sha256(voucher.encode()).digest()[:RANDOM_BYTES]
    start = giving.on + timedelta(days=reward.starts_after_days)
    return Issue(
        voucher=voucher,
        reward=reward.id,
        number=mint_voucher(digest, giving.cell_hint),
        valid_from=start,
        until=start + timedelta(days=reward.valid_days),
        coins=coins,
        benefit=reward.benefit,
        period=period,
    )


def grant(
    programme: Programme,
    giving: Giving,
    key: str,
    prize: Prize,
    keep_until: date | None,
    badge: tuple[str, int] | None = None,
) -> tuple[Effect, ...]:
    """Return the effects that give a prize under a key; `badge` is (badge, level), if one is won.

    A prize that names a reward or raffle the programme no longer has gives the rest; so does
    one whose raffle gives out no tickets on that day.
    """
    gifts: list[Gift] = []
    effects: list[Effect] = []
    rule = key.partition("|")[0]
    if prize.coins:
        start, end = _lot(prize.terms or programme.terms, giving.on)
        name = rule if prize.terms else ""
        gifts.append(Gift("coins", prize.coins, name, start, end))
        effects.append(Earn(prize.coins, name, start, end, rule, 0, 100, prize.coins, ""))
    if prize.credit_minor:
        start, end = _lot(prize.credit_terms or programme.credit.terms, giving.on)
        gifts.append(Gift("credit", prize.credit_minor, rule, start, end))
        effects.append(Credit(prize.credit_minor, rule, start, end, rule, 0))
    reward = reward_of(programme, prize.reward) if prize.reward else None
    if reward is not None:
        issued = issue_voucher(giving, reward, key, 0, "")
        gifts.append(Gift("voucher", 1, issued.voucher, issued.valid_from, issued.until))
        effects.append(issued)
    if prize.tickets and gives_tickets(programme, prize.raffle, giving.on):
        gifts.append(Gift("tickets", prize.tickets, prize.raffle, giving.on, None))
    if badge is not None:
        gifts.append(Gift("badge", badge[1], badge[0], giving.on, None))
    return (Grant(key, giving.on, keep_until, tuple(gifts)), *effects)


def _lot(terms: LotTerms, on: date) -> tuple[date, date | None]:
    return on + timedelta(days=terms.pending_days), expiry(terms, on)


class Taken(NamedTuple):
    """What revoking takes: the effects, rewards whose voucher was used, coins that are missing."""

    effects: tuple[Effect, ...]
    used: tuple[str, ...]
    short: int


def revoke(
    programme: Programme,
    state: MemberState,
    awards: Sequence[Award],
    on: date,
    have: int | None = None,
) -> Taken:
    """Return the effects that take awards back; coins as `programme.clawback` says.

    `have` is how many coins can be taken at most (None = what the state has). Coins and credit
    that lapsed are gone already. Of a voucher that was used the reward is named, so that the
    counter can ask for the thing back; it never lives again, whatever becomes of its bill.
    """
    effects: list[Effect] = []
    used: list[str] = []
    short = 0
    if have is None:
        have = coins_on_hand(state.lots, state.debt + state.overdraft, on)
    for award in awards:
        effects.append(Revoke(award.key))
        rule = award.key.partition("|")[0]
        for gift in award.gifts:
            if gift.kind == "coins" and _alive(gift, on):
                wanted = gift.amount
                amount = wanted if programme.clawback == "allow_negative" else min(wanted, have)
                have = max(0, have - amount)
                short += wanted - amount
                if amount:
                    effects.append(_reverse(gift, amount, rule))
            elif gift.kind == "credit" and _alive(gift, on):
                lot = (gift.ref, gift.available_from, gift.expires_on)
                effects.append(CreditReverse(gift.amount, *lot, rule))
            elif gift.kind == "voucher":
                held = voucher_of(state, gift.ref)
                if held is not None and held.status in {"live", "claimed"}:
                    effects.append(Withdraw(gift.ref, on, "returned"))
                    used += [held.reward] if held.status == "claimed" else []
    return Taken(tuple(effects), tuple(used), short)


def _alive(gift: Gift, on: date) -> bool:
    return gift.expires_on is None or gift.expires_on >= on


def _reverse(gift: Gift, amount: int, rule: str) -> Reverse:
    return Reverse(amount, gift.ref, gift.available_from, gift.expires_on, rule, "")

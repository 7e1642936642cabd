"""Since last time: the coins and bills that are new, the last bill, and what comes next."""

import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from app.domain.bill_faults import NotEnoughCoins
from app.domain.grants import reward_of
from app.domain.marks import Marks, mark_of, number_seen
from app.domain.members import MemberState, RecentSale, coins_on
from app.domain.moments.bars import moved_most
from app.domain.moments.celebrations import AimBar, LastBill, NextReward, SinceLastTime
from app.domain.open_sales import OpenSale
from app.domain.programme import Programme
from app.domain.promises import Reward
from app.domain.rating import Rules
from app.domain.rewards import reward_fault


def watermarks(state: MemberState) -> tuple[str, ...]:
    """Return the marks of everything the member earned up to now."""
    newest = max((sale.at_ms for sale in state.recent), default=0)
    return (
        coins_told(state).mark(),
        mark_of(_of_family("bills", state), state.purchases),
        mark_of("bill", newest),
    )


class CoinsTold(NamedTuple):
    """All coins a member ever earned when a kiosk looked, under the name of their mark."""

    name: str
    earned: int

    def mark(self, more: int = 0) -> str:
        """Return the mark of those coins and `more` that were shown as they came."""
        return mark_of(self.name, self.earned + more)


def coins_told(state: MemberState) -> CoinsTold:
    """Return how many coins a visit that begins now can tell the member of."""
    return CoinsTold(_of_family("coins", state), state.earned)


def _of_family(name: str, state: MemberState) -> str:
    """Return the name of a sum: sums of other merged members are not to be compared.

    Parted again, a member is told once more what came while they were one.
    """
    if not state.aliases:
        return name
    return f"{name}:{zlib.crc32(','.join(sorted(state.aliases)).encode()):08x}"


def unseen_bills(state: MemberState, seen: Marks | None) -> list[RecentSale]:
    """Return the bills among the latest that are newer than the last one shown, newest last."""
    shown = number_seen(seen, "bill") or 0
    return sorted((one for one in state.recent if one.at_ms > shown), key=lambda one: one.at_ms)


class Gain(NamedTuple):
    """Coins and bills since last time."""

    coins: int
    bills: int


def gain(state: MemberState, seen: Marks | None, unseen: Sequence[RecentSale]) -> Gain:
    """Return what was earned since last time.

    The sums tell, also of bills that are not among the latest any more or that another station
    reported late; after a return they can be below what was shown, and then the new bills tell.
    """
    coins, bills = sum(one.coins for one in unseen), len(unseen)
    coins_seen = number_seen(seen, _of_family("coins", state))
    bills_seen = number_seen(seen, _of_family("bills", state))
    if coins_seen is not None:
        coins = max(coins, state.earned - coins_seen)
    if bills_seen is not None:
        bills = max(bills, state.purchases - bills_seen)
    return Gain(coins, bills)


def since_last_time(
    rules: Rules, state: MemberState, seen: Marks | None, on: date, sale: OpenSale | None
) -> SinceLastTime | None:
    """Return what is new since last time, or None; `sale` is the newest unseen bill, if known."""
    unseen = unseen_bills(state, seen)
    gained = gain(state, seen, unseen)
    if gained.coins <= 0:
        return None
    return _told(rules, state, gained, unseen[-1] if unseen else None, on, sale)


def since_sale(
    rules: Rules, state: MemberState, bill: RecentSale, on: date, sale: OpenSale | None
) -> SinceLastTime:
    """Return what one bill of a member's brought; `sale` is that bill, if known.

    For whoever shows it at once: without marks, so a kiosk still tells of it.
    """
    told = _told(rules, state, Gain(max(0, bill.coins), 1), bill, on, sale)
    return replace(told, marks=())


def _told(
    rules: Rules,
    state: MemberState,
    gained: Gain,
    last: RecentSale | None,
    on: date,
    sale: OpenSale | None,
) -> SinceLastTime:
    now = coins_on(state, on)
    later = min(gained.coins, now.pending)
    before = max(0, now.spendable - gained.coins + later)
    return SinceLastTime(
        before=before,
        after=now.spendable,
        coins=gained.coins,
        later=later,
        bills=gained.bills,
        last=last_bill(last, sale) if last else None,
        aim=_aim_bar(rules.programme, state, before, now.spendable),
        bar=moved_most(rules, state, last, sale) if last else None,
        next=next_reward(rules.programme, state, now.spendable, on),
        marks=watermarks(state),
    )


def last_bill(bill: RecentSale, sale: OpenSale | None) -> LastBill:
    """Return a bill as it is shown."""
    return LastBill(
        sale=bill.sale,
        bill_number=bill.bill_number,
        on=bill.on,
        at_ms=bill.at_ms,
        paid_minor=bill.paid_minor,
        coins=bill.coins,
        steps=sale.sold.steps if sale else (),
        programme=sale.programme if sale else "",
    )


def _aim_bar(programme: Programme, state: MemberState, before: int, after: int) -> AimBar | None:
    reward = aim_reward(programme, state)
    if reward is None:
        return None
    return AimBar(reward.id, reward.title, reward.coins, before, after)


def aim_reward(programme: Programme, state: MemberState) -> Reward | None:
    """Return the reward the member saves for, if it is there and can be had for coins."""
    reward = reward_of(programme, state.aim) if state.aim else None
    return reward if reward and reward.coins else None


def next_reward(
    programme: Programme, state: MemberState, coins: int, on: date
) -> NextReward | None:
    """Return the reward saved for, else the cheapest one that coins are still missing for."""
    aim = aim_reward(programme, state)
    if aim:
        return NextReward("aim", aim.id, aim.title, max(0, aim.coins - coins))
    dearer = [one for one in programme.rewards if one.coins > coins]
    for reward in sorted(dearer, key=lambda one: (one.coins, one.id)):
        if reward_fault(programme, state, reward, on, None) == NotEnoughCoins(reward.coins, coins):
            return NextReward("reward", reward.id, reward.title, reward.coins - coins)
    return None

"""Rewards for coins: what a member can have, redeeming one, saving for one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.bill_faults import NotEnoughCoins
from app.domain.coins import coins_reach
from app.domain.effects import Aim
from app.domain.events import Event
from app.domain.facts import AimSet, Redeemed
from app.domain.grants import Giving, reward_of
from app.domain.members import MemberState
from app.domain.offers import Suggestion, Towards, aim_of, for_you
from app.domain.promises import Reward
from app.domain.rewards import (
    LimitReached,
    NotForCoins,
    NotOpen,
    NotYours,
    Offer,
    OutOfStock,
    is_handed_over,
    kind_of,
    offer_of,
    redemption,
    reward_fault,
)
from app.domain.texts import Text
from app.services.authority import Ask, Permit
from app.services.pickups import free_ticket
from app.services.sales import AlreadyRecorded
from app.services.shop import Shop
from app.services.spending import SpendRefusal, record_spend
from app.services.writing import DiskFull, write_outcome
from app.storage import sales as sale_rows
from app.storage.vouchers import taken_stock
from app.storage.writer import Tx


@dataclass(frozen=True, slots=True)
class RewardRedeemed:
    """Coins became a voucher, usable from `valid_from` until `until`; its `number` is the QR's.

    `given` says that store credit or raffle tickets were given at once: there is nothing to
    hand over. `before` and `after` are the coins the member could spend. `ticket` is the number
    of the store's day under which it waits to be handed over (0 = none was asked for).
    """

    event: str
    member: str
    reward: str
    title: Text
    voucher: str
    number: str
    valid_from: date
    until: date
    coins: int
    before: int
    after: int
    given: bool
    ticket: int = 0


@dataclass(frozen=True, slots=True)
class RewardUnknown:
    """The programme has no such reward (any more)."""

    reward: str


RedeemOutcome = (
    RewardRedeemed
    | NotEnoughCoins
    | NotYours
    | NotOpen
    | LimitReached
    | OutOfStock
    | NotForCoins
    | RewardUnknown
    | AlreadyRecorded
    | DiskFull
    | SpendRefusal
)


def rewards_of(shop: Shop, member: str) -> tuple[Offer, ...]:
    """Return the rewards as a member sees them today, what is within reach first."""
    state = shop.state(member)
    return offer_of(shop.programme, state, shop.moment().on, stock_left(shop))


def stock_left(shop: Shop, tx: Tx | None = None) -> Mapping[str, int]:
    """Return how many there are of each reward with a limited stock, as far as is known here."""
    with shop.db.cursor(tx) as cursor:
        return {
            reward.id: max(0, reward.stock - len(taken_stock(cursor, reward.id)))
            for reward in shop.programme.rewards
            if reward.stock is not None
        }


def redeem(
    shop: Shop,
    staff: str,
    member: str,
    reward_id: str,
    event_id: str = "",
    *,
    pickup: bool = False,
) -> RedeemOutcome:
    """Spend a member's coins on a reward; `event_id` makes a second press harmless.

    With `pickup` what has to be handed over gets a ticket, and waits in this store.

    What is read is what is decided upon: state, stock and limits are those of the transaction
    that writes.
    """
    redeemed = event_id or shop.mint()
    moment = shop.moment()

    def decide(tx: Tx, permit: Permit) -> tuple[tuple[Event, ...], RedeemOutcome]:
        if sale_rows.is_journalled(tx.cursor, redeemed):
            return (), AlreadyRecorded(redeemed)
        programme = shop.programme
        reward = reward_of(programme, reward_id)
        if reward is None:
            return (), RewardUnknown(reward_id)
        state = shop.state(member, tx)
        number = permit.stock_number or _free_number(tx, reward)
        left = None if reward.stock is None else int(number > 0)
        fault = reward_fault(programme, state, reward, moment.on, left)
        if fault is not None:
            return (), fault
        giving = Giving(moment.on, redeemed, shop.place.cell_hint)
        effects, once, issued = redemption(programme, reward, giving, number)
        ticket = free_ticket(shop, moment.on, tx) if pickup and is_handed_over(reward) else 0
        event = shop.event(
            "redeemed",
            Redeemed(reward.id, issued.voucher, ticket),
            member=state.member,
            staff=staff,
            effects=effects,
            once=once,
            event_id=redeemed,
            moment=moment,
        )
        for key in once:
            sale_rows.take_key(tx.cursor, key, redeemed)
        before = coins_reach(state.lots, state.debt + state.overdraft, moment.on)
        return (event,), RewardRedeemed(
            event=redeemed,
            member=state.member,
            reward=reward.id,
            title=reward.title,
            voucher=issued.voucher,
            number=issued.number,
            valid_from=issued.valid_from,
            until=issued.until,
            coins=reward.coins,
            before=before,
            after=before - reward.coins,
            given=kind_of(reward) in {"credit", "tickets"},
            ticket=ticket,
        )

    return record_spend(shop, _ask(shop, redeemed, member, reward_id), decide)


def _ask(shop: Shop, redeemed: str, member: str, reward_id: str) -> Ask | None:
    """Return what redeeming spends; None for what is refused without asking."""
    reward = reward_of(shop.programme, reward_id)
    if reward is None:
        return None
    stock = reward.id if reward.stock is not None else ""
    return Ask(redeemed, member, coins=reward.coins, stock=stock)


def _free_number(tx: Tx, reward: Reward) -> int:
    """Return the lowest free number of a limited stock; 0 = none is free, or stock is endless."""
    if reward.stock is None:
        return 0
    taken = taken_stock(tx.cursor, reward.id)
    return next((one for one in range(1, reward.stock + 1) if one not in taken), 0)


# ---------------------------------------------------------------- my goal


@dataclass(frozen=True, slots=True)
class AimChosen:
    """The member saves for this reward from now on (None = for none)."""

    aim: Towards | None


AimOutcome = AimChosen | RewardUnknown | NotYours | NotForCoins | DiskFull


def set_aim(shop: Shop, staff: str, member: str, reward_id: str) -> AimOutcome:
    """Let a member save for a reward; "" = for none any more."""
    moment = shop.moment()

    def decide(tx: Tx) -> tuple[tuple[Event, ...], AimOutcome]:
        state = shop.state(member, tx)
        refused = _not_an_aim(shop, state, reward_id, moment.on)
        if refused is not None:
            return (), refused
        event = shop.event(
            "aim_set",
            AimSet(reward_id),
            member=state.member,
            staff=staff,
            effects=(Aim(reward_id),),
            moment=moment,
        )
        return (event,), AimChosen(aim_of(shop.rules, replace(state, aim=reward_id), moment.on))

    return write_outcome(shop, decide)


def _not_an_aim(
    shop: Shop, state: MemberState, reward_id: str, on: date
) -> RewardUnknown | NotYours | NotForCoins | None:
    if not reward_id:
        return None
    reward = reward_of(shop.programme, reward_id)
    if reward is None:
        return RewardUnknown(reward_id)
    fault = reward_fault(shop.programme, state, reward, on, None)
    return fault if isinstance(fault, NotYours | NotForCoins) else None


def my_aim(shop: Shop, member: str) -> Towards | None:
    """Return how far a member is from the reward saved for, or None without one."""
    state = shop.state(member)
    return aim_of(shop.rules, state, shop.moment().on)


def suggestions(shop: Shop, member: str) -> tuple[Suggestion, ...]:
    """Return what to point out to a member today, best first, at most four."""
    state, on = shop.state(member), shop.moment().on
    offers = offer_of(shop.programme, state, on, stock_left(shop))
    return for_you(shop.rules, state, on, offers)

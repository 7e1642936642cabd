"""What a member can have for coins today, with all that a screen of one's own says of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.members import MemberState, coins_on
from app.domain.promises import Reward
from app.domain.rewards import Offer, offer_of, taken, worth_of
from app.domain.tiers import tier_on
from app.services.catalogue import Item, by_code
from app.services.rewards import stock_left
from app.services.shop import Shop


@dataclass(frozen=True, slots=True)
class Shelf:
    """A member's rewards on one business date, what is within reach first.

    `coins` can be spent; `left` says how many of a limited reward there are, `taken` how often
    the member has had one with a limit in its period, `worth` what one is worth in minor units
    (none = nobody can say). `aim` is the reward saved for ("" = none), `tier` the member's tier.
    """

    on: date
    coins: int
    offers: tuple[Offer, ...]
    left: Mapping[str, int]
    taken: Mapping[str, int]
    worth: Mapping[str, int]
    aim: str
    tier: str


def shelf_of(shop: Shop, member: str) -> Shelf:
    """Return what a member can have."""
    state, on = shop.state(member), shop.moment().on
    left = stock_left(shop)
    offers = offer_of(shop.programme, state, on, left)
    rewards = [offer.reward for offer in offers]
    return Shelf(
        on=on,
        coins=coins_on(state, on).spendable,
        offers=offers,
        left=left,
        taken=_taken(state, rewards, on),
        worth={one.id: worth for one in rewards if (worth := worth_of(one, _price(shop, one)))},
        aim=state.aim,
        tier=tier_on(shop.programme, state, on).id,
    )


def _taken(state: MemberState, rewards: list[Reward], on: date) -> Mapping[str, int]:
    return {one.id: taken(state, one, on) for one in rewards if one.limit is not None}


def _price(shop: Shop, reward: Reward) -> int:
    """Return what a unit of the one article a reward gives costs; 0 when it is not just one."""
    goods = reward.benefit.goods
    if len(goods) != 1 or not goods[0].startswith("sku:"):
        return 0
    item = by_code(shop, goods[0].removeprefix("sku:"))
    return item.unit_price_minor if isinstance(item, Item) else 0

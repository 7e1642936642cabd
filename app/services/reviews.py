"""Rating a product one bought: once for each product and member, by whoever has it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from app.domain.effects import Earn
from app.domain.events import Event
from app.domain.facts import Promised, Rated
from app.domain.fold import fold
from app.domain.ids import derived_id
from app.domain.open_sales import OpenSale
from app.domain.reviews import (
    REVIEW_RULE,
    STARS_MAX,
    TEXT_MAX,
    rating_key,
    ratings_of,
    review_effects,
    unrated_effects,
)
from app.services.cards import MemberUnknown
from app.services.open_sales import sales_of_member
from app.services.shop import Moment, Shop
from app.services.writing import DiskFull, write_outcome
from app.storage import sales as sale_rows
from app.storage.writer import Tx

TEXT_FIELD = "review"
"""Under which the member's own words are sealed."""


@dataclass(frozen=True, slots=True)
class ProductRated:
    """The stars are in the journal; `coins` were given for them (0 = the month's are used up)."""

    member: str
    sku: str
    stars: int
    coins: int


@dataclass(frozen=True, slots=True)
class AlreadyRated:
    """The member rated this product before; nothing was added."""

    sku: str


@dataclass(frozen=True, slots=True)
class NotBought:
    """This station knows no bill of the member with the product on it, or it came back."""

    sku: str


@dataclass(frozen=True, slots=True)
class BadRating:
    """Stars are 1 to `stars_max`, the text at most `text_max` characters."""

    stars_max: int = STARS_MAX
    text_max: int = TEXT_MAX


RatingOutcome = ProductRated | AlreadyRated | NotBought | BadRating | MemberUnknown | DiskFull


def rate_product(
    shop: Shop, staff: str, member: str, sku: str, stars: int, text: str = ""
) -> RatingOutcome:
    """Record a member's stars for a product that was bought and kept, and pay for them."""
    if not 1 <= stars <= STARS_MAX or len(text) > TEXT_MAX:
        return BadRating()
    profile = shop.profile(member)
    if profile is None:
        return MemberUnknown()
    rules = shop.rules
    moment = shop.moment()
    event_id = shop.mint()
    sealed = shop.vault.seal(profile.member, TEXT_FIELD, text.strip())

    def decide(tx: Tx) -> tuple[tuple[Event, ...], RatingOutcome]:
        state = shop.state(profile.member, tx)
        key = f"rated:{sku}:{state.member}"
        if f"rated:{sku}" in state.once or sale_rows.owner_of_key(tx.cursor, key):
            return (), AlreadyRated(sku)
        if sku not in bought(shop, state.member, moment, tx):
            return (), NotBought(sku)
        effects = review_effects(rules, state, sku, moment.on)
        event = shop.event(
            "rated",
            Rated(sku, stars, sealed),
            member=profile.member,
            staff=staff,
            effects=effects,
            once=(key,),
            event_id=event_id,
            moment=moment,
        )
        sale_rows.keep_key(tx.cursor, key, event_id)
        coins = sum(effect.amount for effect in effects if isinstance(effect, Earn))
        return (event,), ProductRated(state.member, sku, stars, coins)

    return write_outcome(shop, decide)


def unrated(shop: Shop, tx: Tx, cause: Event, gone: Sequence[OpenSale]) -> tuple[Event, ...]:
    """Return the event that takes ratings back of what came back whole, if there are any.

    `gone` are the sales the return or void `cause` touched, as they stand after it.
    """
    if not cause.member:
        return ()
    back = {
        line.sku
        for sale in gone
        for line, kept in zip(sale.sold.lines, sale.kept, strict=True)
        if not kept.quantity_milli
    }
    state = shop.state(cause.member, tx)
    awards = ratings_of(state, back)
    if not awards:
        return ()
    after = {sale.sale: sale for sale in gone}
    sales = sales_of_member(shop, state.member, shop.moment(), tx)
    kept = _kept(after.get(sale.sale, sale) for sale in sales)
    awards = [award for award in awards if award.key not in {rating_key(sku) for sku in kept}]
    if not awards:
        return ()
    revoked = replace(
        cause,
        id=derived_id(cause.id, REVIEW_RULE),
        kind="revoked",
        facts=Promised(REVIEW_RULE, awards[0].key, cause.id),
        effects=unrated_effects(shop.rules, fold(state, cause), awards, cause.on),
        once=(),
        releases=(),
    )
    return (revoked,)


def bought(shop: Shop, member: str, moment: Moment, tx: Tx | None = None) -> dict[str, str]:
    """Return name by sku of what the member bought and kept, newest first, as known here."""
    return _kept(sales_of_member(shop, member, moment, tx))


def _kept(sales: Iterable[OpenSale]) -> dict[str, str]:
    found: dict[str, str] = {}
    for sale in sales:
        for line, kept in zip(sale.sold.lines, sale.kept, strict=True):
            if line.sku and kept.quantity_milli > 0:
                found.setdefault(line.sku, line.name)
    return found


def to_rate(shop: Shop, member: str) -> dict[str, str]:
    """Return name by sku of what the member could rate now, newest first."""
    state = shop.state(member)
    every = bought(shop, state.member, shop.moment())
    return {sku: name for sku, name in every.items() if f"rated:{sku}" not in state.once}


def rating_sentence(
    refused: AlreadyRated | NotBought | BadRating | MemberUnknown | DiskFull,
) -> str:
    """Say why stars were not taken, and what to do."""
    match refused:
        case AlreadyRated(sku=sku):
            return f"This member has rated {sku} before; a product is rated once."
        case NotBought(sku=sku):
            return f"No bill here shows that the member bought and kept {sku}; check the code."
        case BadRating():
            return f"Give 1 to {refused.stars_max} stars and at most {refused.text_max} characters."
        case MemberUnknown():
            return "This member is not known here (any more)."
        case DiskFull():
            return "The disk is full: nothing was written. Free some space and try again."
        case _:
            assert_never(refused)

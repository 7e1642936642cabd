"""Stars for a product: what one rating gives, and what takes it back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from app.domain.coins import expiry
from app.domain.effects import Earn, Effect, Gift, Grant
from app.domain.goals import act_progress
from app.domain.goals.counting import KEPT_AFTER_DAYS
from app.domain.grants import revoke
from app.domain.members import Award, MemberState
from app.domain.rating import Rules, cap_key

REVIEW_RULE = "rated"
STARS_MAX = 5
TEXT_MAX = 500


def rating_key(sku: str) -> str:
    """Return the grant key of a rated product."""
    return f"{REVIEW_RULE}|{sku}|"


def review_effects(rules: Rules, state: MemberState, sku: str, on: date) -> tuple[Effect, ...]:
    """Return what rating a product on a business date gives a member.

    Coins for the first `limit` ratings of a month only; every rating counts for challenges. It
    is a grant, since it goes with the product while that can come back.
    """
    terms = rules.programme.reviews
    keep = on + timedelta(days=rules.programme.return_window_days + KEPT_AFTER_DAYS)
    progress = act_progress(rules.goals, "reviews", on)
    period = cap_key("month", on)
    paid = (state.caps or {}).get(f"{REVIEW_RULE}|{period}", 0)
    coins = min(terms.coins, terms.limit * terms.coins - paid)
    if coins <= 0:
        return (Grant(rating_key(sku), on, keep, ()), *progress)
    lots = rules.programme.terms
    earn = Earn(
        amount=coins,
        terms="",
        available_from=on + timedelta(days=lots.pending_days),
        expires_on=expiry(lots, on),
        rule=REVIEW_RULE,
        base_minor=0,
        percent=100,
        wanted=terms.coins,
        period=period,
    )
    gift = Gift("coins", coins, "", earn.available_from, earn.expires_on)
    return (Grant(rating_key(sku), on, keep, (gift,)), earn, *progress)


def ratings_of(state: MemberState, skus: Iterable[str]) -> list[Award]:
    """Return the ratings of products that can still be taken back."""
    keys = {rating_key(sku) for sku in skus}
    return [award for award in state.awards if award.key in keys]


def unrated_effects(
    rules: Rules, state: MemberState, awards: list[Award], on: date
) -> tuple[Effect, ...]:
    """Return what takes ratings back whose product came back; the stars stay where they are."""
    less = [
        replace(one, amount=-one.amount)
        for award in awards
        for one in act_progress(rules.goals, "reviews", award.on)
    ]
    return (*revoke(rules.programme, state, awards, on).effects, *less)

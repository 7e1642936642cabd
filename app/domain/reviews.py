"""Stars for a product: what one rating gives."""

from datetime import date, timedelta

from app.domain.coins import expiry
from app.domain.effects import Earn, Effect
from app.domain.goals import act_progress
from app.domain.members import MemberState
from app.domain.rating import Rules, cap_key

REVIEW_RULE = "rated"
STARS_MAX = 5
TEXT_MAX = 500


def review_effects(rules: Rules, state: MemberState, on: date) -> tuple[Effect, ...]:
    """Return what rating a product on a business date gives a member.

    Coins for the first `limit` ratings of a month only; every rating counts for challenges.
    """
    terms = rules.programme.reviews
    progress = act_progress(rules.goals, "reviews", on)
    period = cap_key("month", on)
    paid = (state.caps or {}).get(f"{REVIEW_RULE}|{period}", 0)
    coins = min(terms.coins, terms.limit * terms.coins - paid)
    if coins <= 0:
        return progress
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
    return (earn, *progress)

"""What this station may let members spend just now without its hub, and what that can cost."""

from dataclasses import dataclass

from app.domain.offline import Amount, Risked, money_minor, per_member, per_station, room
from app.services.shop import Shop


@dataclass(frozen=True, slots=True)
class Leeway:
    """`coins` and `credit_minor` for a member who spent nothing here since the last full contact.

    `exposure_minor` is the most that all members together could overdraw at this station before
    the next full contact, in minor units.
    """

    coins: int = 0
    credit_minor: int = 0
    exposure_minor: int = 0


def leeway(shop: Shop, spent_coins: int = 0, spent_minor: int = 0) -> Leeway:
    """Return what is left after what was spent here since the last full contact."""
    programme = shop.programme
    terms = programme.offline
    age_ms = int(shop.clock.now().timestamp() * 1000) - shop.db.synced_ms
    risked = Risked(at_station=Amount(spent_coins, spent_minor))
    left = room(terms, per_member(terms), risked, age_ms)
    worst = money_minor(programme, per_station(terms)) if terms.hours else 0
    return Leeway(left.coins, left.credit_minor, worst)

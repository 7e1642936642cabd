"""What a customer is shown when a bill was recorded: what it brought, what is next, a note."""

from dataclasses import dataclass

from app.domain.moments import OwnersNote, SinceLastTime, latest, since_sale
from app.services.moments import notes_of
from app.services.open_sales import sale_of
from app.services.shop import Shop

__all__ = ["OwnersNote", "SinceLastTime", "Thanks", "thanks_of"]


@dataclass(frozen=True, slots=True)
class Thanks:
    """What one bill brought (None = it is not among the member's latest), and a new note."""

    since: SinceLastTime | None = None
    note: OwnersNote | None = None


def thanks_of(shop: Shop, member: str, sale: str) -> Thanks:
    """Return what to thank a member with for a sale by its id; nothing is noted as shown.

    Of several notes of the owner's the latest is told; its marks are those of all
    (`moments.mark_seen`).
    """
    profile = shop.profile(member)
    if profile is None:
        return Thanks()
    state = shop.state(profile.member)
    bill = next((one for one in state.recent if one.sale == sale), None)
    on = shop.moment().on
    since = since_sale(shop.rules, state, bill, on, sale_of(shop, sale)) if bill else None
    return Thanks(since, next(iter(latest(notes_of(shop, profile, state), 1)), None))

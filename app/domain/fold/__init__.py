"""The one fold: state + event -> state, at every station, in the cell and in `doctor`.

It reads effects only, never the programme, so a rebuild never re-rates (LEDGER.md 2). Sums and
dated sets make late events land where they belong; only the allocation of a spend to lots
follows the order of the feed.
"""

from app.domain.events import Event
from app.domain.facts import Returned, Sold, Voided
from app.domain.fold.applying import apply
from app.domain.fold.bounds import compact
from app.domain.fold.draft import Draft
from app.domain.fold.recent import keep_recent, lower_recent, recent_of
from app.domain.members import MemberState

__all__ = ["PERSONAL_KEYS", "blank", "fold"]

PERSONAL_KEYS = frozenset({"survey", "greeting", "promo", "rated", "topup", "referral", "welcome"})
"""The first words of once keys that guard something once for each member."""


def fold(state: MemberState, event: Event) -> MemberState:
    """Return the member's state after the event; the event must be the member's own.

    A merge and its undoing are folded by `merging`, since they need the other member's state.
    """
    draft = Draft(state, event.on)
    for effect in event.effects:
        apply(draft, effect)
    for purse in draft.purses:
        purse.settle(event.on)
    _remember(draft, event)
    compact(draft)
    return draft.freeze()


def _remember(draft: Draft, event: Event) -> None:
    if event.once or event.releases:
        _remember_keys(draft, event)
    match event.facts:
        case Sold() as sold:
            keep_recent(draft, recent_of(event, sold))
        case Returned() as returned:
            lower_recent(draft, returned)
        case Voided() as voided:
            draft.recent = [sale for sale in draft.recent if sale.sale != voided.sale]
        case _:
            pass


def _remember_keys(draft: Draft, event: Event) -> None:
    taken, freed = _personal(event.once), _personal(event.releases)
    if taken or freed:
        draft.once = tuple(sorted({*draft.once, *taken} - {*freed}))


def _personal(keys: tuple[str, ...]) -> list[str]:
    """Return the keys that end in a member's id, without it."""
    return [key.rpartition(":")[0] for key in keys if key.partition(":")[0] in PERSONAL_KEYS]


def blank(member: str) -> MemberState:
    """Return the state of a member nothing happened to yet."""
    return MemberState(member=member)

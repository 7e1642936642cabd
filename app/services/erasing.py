"""Erasing a member: the person is forgotten, the books stay true (LEDGER.md 24).

An event says so; then the keys, search rows and keyed hashes go, here and at every station that
sees the event. A crash between the two is made good when the shop opens again.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.erasing import forfeit_of
from app.domain.events import Event
from app.domain.facts import Erased
from app.services.cards import MemberUnknown
from app.services.shop import Shop
from app.services.staff import approver_of
from app.services.voids import NeedsApproval
from app.services.writing import DiskFull, write_outcome
from app.storage import erased, failpoints
from app.storage.writer import Tx


@dataclass(frozen=True, slots=True)
class MemberErased:
    """Nothing personal of the member is left; `coins` and `credit_minor` are gone with them."""

    member: str
    coins: int
    credit_minor: int


Outcome = MemberErased | MemberUnknown | NeedsApproval


def erase(shop: Shop, staff: str, approver: str, member: str) -> Outcome | DiskFull:
    """Forget a member and everybody who was merged into them; a supervisor approves.

    Raises VaultDamagedError when another program is reading keys.db just then, since its old
    bytes stay in a side file: the member is erased all the same, and they go with the next try.
    """
    answering = approver_of(shop, staff, approver)
    if answering is None:
        return NeedsApproval()
    if shop.state(member).erased:
        gone = shop.family(member)
        shop.vault.forget(*gone)
        return MemberErased(gone[0], 0, 0)
    if shop.profile(member) is None:
        return MemberUnknown()

    def decide(tx: Tx) -> tuple[tuple[Event, ...], Outcome]:
        state = shop.state(member, tx)
        if state.erased:
            return (), MemberErased(state.member, 0, 0)
        forfeit = forfeit_of(state)
        event = shop.event(
            "erased", Erased(answering), member=state.member, staff=staff, effects=(forfeit,)
        )
        return (event,), MemberErased(state.member, forfeit.coins, forfeit.credit_minor)

    family = shop.family(member)
    outcome = write_outcome(shop, decide)
    if isinstance(outcome, MemberErased):
        failpoints.reach("erase.journalled")
        shop.erasing.update(family)
        shop.vault.forget(*family)
    return outcome


def erase_again(shop: Shop, members: Iterable[str]) -> None:
    """Erase members once more in a shop that was put back from before they were erased.

    Whoever approved it then has answered for it.
    """
    for member in members:
        state = shop.state(member)
        family = shop.family(member)
        if not state.erased and shop.profile(member) is not None:
            facts, forfeit = Erased(""), forfeit_of(state)
            event = shop.event("erased", facts, member=state.member, effects=(forfeit,))
            shop.record(lambda _: ((event,), None))  # noqa: B023 - run at once
            shop.erasing.update(family)
        shop.vault.forget(*shop.vault.known(family))


def forget_erased(shop: Shop) -> None:
    """Forget whom keys.db knows although they were erased: after a crash, or from an old copy."""
    with shop.db.rows(None) as (cursor, pending):
        gone = set(erased.members(cursor))
    for event in pending:
        if isinstance(event.facts, Erased):
            family = shop.family(event.member)
            shop.erasing.update(family)
            gone.update(family)
    known = shop.vault.known(gone)
    shop.vault.forget(*known)

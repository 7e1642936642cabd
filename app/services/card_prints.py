"""Cards to print: whose they are, found by anything a member is known by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.codes import CardNumber, Misread, read_card
from app.domain.texts import text_in
from app.services.cards import (
    CardBlockedNow,
    CardIssuedNow,
    MemberUnknown,
    NothingToBlock,
    block_card,
    issue_card,
)
from app.services.members import CardIsBlocked, MemberView, find, identify, open_member
from app.services.shop import Shop
from app.storage import replica


@dataclass(frozen=True, slots=True)
class CardPrint:
    """One card to print; `name` may be empty."""

    number: CardNumber
    name: str


@dataclass(frozen=True, slots=True)
class NoPrint:
    """There is nothing to print or block for this; a sentence says why and what to do."""

    reason: str


def shop_name(shop: Shop) -> str:
    """Return the shop's name in its first language."""
    programme = shop.programme
    return text_in(programme.name, programme.languages[0])


def print_of(shop: Shop, who: str, *, issue: bool) -> CardPrint | NoPrint:
    """Return the newest working card of a member; with `issue` one without a card gets one.

    `who` is a card number, the number at an earlier system, a member id, a phone or a name.
    """
    view = whose(shop, who)
    return view if isinstance(view, NoPrint) else _card_of(shop, view, issue=issue)


def all_prints(shop: Shop, *, issue: bool) -> Iterator[CardPrint | NoPrint]:
    """Yield every member's newest working card."""
    with shop.db.cursor(None) as cursor:
        members = [state.member for state, _ in replica.members(cursor) if not state.merged_into]
    for member in members:
        view = open_member(shop, member)
        if isinstance(view, MemberView):
            yield _card_of(shop, view, issue=issue)


def block(shop: Shop, who: str, reason: str) -> CardBlockedNow | NoPrint:
    """Block the card of that number, or every card of the member meant."""
    number = read_card(who)
    found = identify(shop, who)
    if isinstance(found, CardIsBlocked):
        return NoPrint(f"{found.short} is blocked already ({found.reason}).")
    view = found if isinstance(found, MemberView) else whose(shop, who)
    if isinstance(view, NoPrint):
        return view
    only = None if isinstance(number, Misread) else number
    blocked = block_card(shop, "", view.member, reason, only)
    match blocked:
        case CardBlockedNow():
            return blocked
        case NothingToBlock() | MemberUnknown():
            return NoPrint(f'"{who}" has no card that works.')


def whose(shop: Shop, who: str) -> MemberView | NoPrint:
    """Return the one member meant by a card, number, member id, phone or name."""
    found = identify(shop, who)
    if isinstance(found, MemberView):
        return found
    if isinstance(found, CardIsBlocked):
        return NoPrint(f"{found.short} is blocked ({found.reason}); replace it at the counter.")
    opened = open_member(shop, who)
    if isinstance(opened, MemberView):
        return opened
    hits = find(shop, who, limit=2)
    if len(hits) > 1:
        return NoPrint(f'"{who}" fits more than one member; give a phone or a card number.')
    view = open_member(shop, hits[0].member) if hits else MemberUnknown()
    return view if isinstance(view, MemberView) else NoPrint(f'"{who}" is no member here.')


def _card_of(shop: Shop, view: MemberView, *, issue: bool) -> CardPrint | NoPrint:
    working: Sequence[str] = [card.number for card in view.cards if not card.blocked]
    if working:
        return CardPrint(CardNumber(working[-1]), view.name)
    who = view.name or view.phone_masked or view.member
    if issue:
        issued = issue_card(shop, "", view.member)
        if isinstance(issued, CardIssuedNow):
            return CardPrint(issued.number, view.name)
    return NoPrint(f"{who} has no card that works; add --issue to give one.")

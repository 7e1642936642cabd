"""Cards: issue, replace, block, and who a card belongs to.

A card is a random number; the journal holds its keyed hash to find it by and the number itself
as ciphertext, so that only this shop can print it again.
"""

import secrets
from dataclasses import dataclass

from app.domain.codes import (
    RANDOM_BYTES,
    CardNumber,
    Misread,
    mint_card,
    read_card,
    short_number,
)
from app.domain.events import Event
from app.domain.facts import CardBlocked, CardIssued
from app.domain.profiles import CardRow, Profile
from app.services.shop import Shop
from app.services.staff import NeedsApproval, approver_of
from app.storage import finders
from app.storage.vault import MacKind
from app.storage.writer import Tx


@dataclass(frozen=True, slots=True)
class CardIssuedNow:
    """The member has this card now; `short` is its number in groups, to read aloud."""

    member: str
    number: CardNumber
    short: str
    blocked: tuple[str, ...] = ()
    """Short numbers of the cards it replaces."""


@dataclass(frozen=True, slots=True)
class CardBlockedNow:
    """These cards (short numbers) no longer work; the member stays."""

    member: str
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardTaken:
    """The card belongs to another member already."""

    short: str


@dataclass(frozen=True, slots=True)
class CardUnknown:
    """A whole card of this cell's kind that nobody has: a blank one, or its issue is unsent."""

    short: str


@dataclass(frozen=True, slots=True)
class CardOfAnotherShop:
    """The number carries another cell's hint."""

    hint: str


@dataclass(frozen=True, slots=True)
class CardDamaged:
    """Nearly a card number: a character is wrong or missing. Scan again or type it."""


@dataclass(frozen=True, slots=True)
class NothingToBlock:
    """The member has no card that works."""


@dataclass(frozen=True, slots=True)
class MemberUnknown:
    """There is no such member."""


BlankCardFault = CardTaken | CardOfAnotherShop | CardDamaged


def issue_card(
    shop: Shop, staff: str, member: str, number: str | None = None
) -> CardIssuedNow | BlankCardFault | MemberUnknown:
    """Give the member one more card: `number` of a printed blank, or a new one."""
    return _issue(shop, staff, member, number, reason=None)


def replace_card(
    shop: Shop, staff: str, approver: str, member: str, reason: str, number: str | None = None
) -> CardIssuedNow | BlankCardFault | MemberUnknown | NeedsApproval:
    """Block every card of the member and give a new one, in one step.

    A supervisor approves it for whoever had a card: it opens what the old one opened.
    """
    profile = shop.profile(member)
    if profile is not None and profile.cards and approver_of(shop, staff, approver) is None:
        return NeedsApproval()
    return _issue(shop, staff, member, number, reason=reason)


def block_card(
    shop: Shop, staff: str, member: str, reason: str, number: str | None = None
) -> CardBlockedNow | NothingToBlock | MemberUnknown:
    """Block one card of the member, or with `number` None all of them.

    Anybody may: a card that is said to be lost must be worth nothing at once.
    """
    profile = shop.profile(member)
    if profile is None:
        return MemberUnknown()
    only = shop.vault.mac("card", number) if number else None
    rows = [row for row in profile.cards if not row.blocked and only in (None, row.card_mac)]
    if not rows:
        return NothingToBlock()
    events = blocked_events(shop, staff, profile.member, rows, reason)
    outcome = CardBlockedNow(profile.member, shorts(shop, profile.member, rows))
    return shop.record(lambda _: (events, outcome))


def blank_card(shop: Shop) -> CardNumber:
    """Return the number of a card that nobody has, made now; nothing is written.

    It is like a printed blank card: whoever shows it first can be given it.
    """
    return mint_card(secrets.token_bytes(RANDOM_BYTES), shop.place.cell_hint)


def card_to_give(shop: Shop, text: str | None) -> CardNumber | BlankCardFault:
    """Return the number of a card nobody has: the one scanned or typed, or a new one."""
    if text is None:
        return blank_card(shop)
    number = read_card(text)
    if isinstance(number, Misread):
        return CardDamaged()
    if number[2:4] != shop.place.cell_hint:
        return CardOfAnotherShop(number[2:4])
    return CardTaken(short_number(number)) if who_has(shop, "card", number) else number


def who_has(shop: Shop, kind: MacKind, text: str, tx: Tx | None = None) -> str | None:
    """Return the member who has a card, phone (E.164) or old number, own unsent events included.

    It may be one who was merged into another since. Inside a transaction pass it, so that what
    is read is what is decided upon.
    """
    mac = shop.vault.mac(kind, text)
    fresh = shop.fresh_holder(mac)  # before the replica, so that nothing falls between
    with shop.db.cursor(tx) as cursor:
        member = finders.member_of(cursor, mac) or fresh
    return None if member in shop.erasing else member


def issued_event(
    shop: Shop, staff: str, member: str, number: CardNumber, replaces_mac: str = ""
) -> Event:
    """Return the event that gives a card to a member who has a key in the vault."""
    facts = CardIssued(
        card_mac=shop.vault.mac("card", number),
        card=shop.vault.seal(member, "card", number),
        replaces_mac=replaces_mac,
    )
    return shop.event("card_issued", facts, member=member, staff=staff)


def blocked_events(
    shop: Shop, staff: str, member: str, rows: list[CardRow], reason: str
) -> tuple[Event, ...]:
    """Return the events that block cards; a reason is never empty, as empty means it works."""
    why = reason.strip() or "blocked"
    return tuple(
        shop.event(
            "card_blocked", CardBlocked(row.card_mac, why), member=row.of or member, staff=staff
        )
        for row in rows
    )


def card_numbers(shop: Shop, profile: Profile) -> tuple[str, ...]:
    """Return the numbers of a profile's cards in their order, "" for one that does not open."""
    owners = {row.of or profile.member for row in profile.cards}
    opened: dict[str, str] = {}
    for owner in owners:
        sealed = [row.sealed for row in profile.cards if (row.of or profile.member) == owner]
        numbers = shop.vault.open_all(owner, [("card", one) for one in sealed])
        opened.update(zip(sealed, numbers, strict=True))
    return tuple(opened[row.sealed] for row in profile.cards)


def shorts(shop: Shop, member: str, rows: list[CardRow]) -> tuple[str, ...]:
    """Return the short numbers of cards, newest last."""
    numbers = [shop.vault.open(row.of or member, "card", row.sealed) for row in rows]
    return tuple(short_number(CardNumber(number)) for number in numbers)


def _issue(
    shop: Shop, staff: str, member: str, text: str | None, *, reason: str | None
) -> CardIssuedNow | BlankCardFault | MemberUnknown:
    profile = shop.profile(member)
    if profile is None:
        return MemberUnknown()
    number = card_to_give(shop, text)
    if not isinstance(number, str):
        return number
    member = profile.member
    working = [] if reason is None else [row for row in profile.cards if not row.blocked]
    replaced = working[-1].card_mac if working else ""
    events = (
        *blocked_events(shop, staff, member, working, reason or ""),
        issued_event(shop, staff, member, number, replaced),
    )
    outcome = CardIssuedNow(member, number, short_number(number), shorts(shop, member, working))

    def decide(tx: Tx) -> tuple[tuple[Event, ...], CardIssuedNow | CardTaken]:
        if who_has(shop, "card", number, tx):
            return (), CardTaken(short_number(number))
        return events, outcome

    return shop.record(decide)


def card_png(number: str, name: str, shop_name: str) -> bytes:
    """Return a card to print or send, as PNG at 600 dpi (see `card_picture`)."""
    from app.services.card_picture import draw_card  # noqa: PLC0415 - Pillow only when asked for

    return draw_card(CardNumber(number), name, shop_name)

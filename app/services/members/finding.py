"""Finding a member: by what was scanned, or by what a cashier types."""

from dataclasses import dataclass
from typing import Literal, assert_never

from app.domain.codes import (
    CardCode,
    Code,
    GtinCode,
    Layout,
    Misread,
    UnknownCode,
    UnknownReason,
    UpiCode,
    UrlCode,
    VoucherCode,
    classify,
    read_card,
    short_number,
)
from app.domain.names import initial
from app.domain.profiles import Profile
from app.services.cards import CardDamaged, CardOfAnotherShop, CardUnknown, who_has
from app.services.members.phones import Phone, digits_of, old_number_key, read_phone
from app.services.members.views import MemberView, mask, view_of
from app.services.shop import Shop

FRAGMENT = 4
"""A phone is searched from this many digits on; fewer fit too many members."""


@dataclass(frozen=True, slots=True)
class CardIsBlocked:
    """The card was blocked, with the reason given then; its member stays a member."""

    short: str
    reason: str
    member: str


@dataclass(frozen=True, slots=True)
class NotACard:
    """What was scanned is something else; `reason` says more of an `unknown` text."""

    kind: Literal["gtin", "upi", "url", "voucher", "unknown"]
    text: str
    layout: Layout
    reason: UnknownReason | None = None


@dataclass(frozen=True, slots=True)
class MemberHit:
    """One line of a search result."""

    member: str
    name: str
    initial: str
    phone_masked: str


Identified = MemberView | CardIsBlocked | CardUnknown | CardOfAnotherShop | CardDamaged | NotACard


def identify(shop: Shop, text: str, *, typed: bool = True) -> Identified:
    """Say who a scan is; `typed` is whether it came through a keyboard (see `codes.classify`).

    A text that is no code of ours may be the number of a card from an earlier system.
    """
    code = classify(text, typed=typed)
    match code:
        case CardCode():
            return _by_card(shop, code)
        case UnknownCode(reason=UnknownReason.DAMAGED_CARD):
            return CardDamaged()
        case UnknownCode() | GtinCode():
            member = who_has(shop, "old_number", old_number_key(code.text)) if code.text else None
            profile = shop.profile(member) if member else None
            return view_of(shop, profile) if profile else _not_a_card(code)
        case VoucherCode() | UpiCode() | UrlCode():
            return _not_a_card(code)
        case _:
            assert_never(code)


def find(shop: Shop, query: str, limit: int = 20) -> tuple[MemberHit, ...]:
    """Return members by phone digits, card number or name, best first.

    Names are found through typing errors and across scripts. Takes milliseconds, and belongs
    off the GUI thread all the same.
    """
    text = query.strip()
    if not text or limit < 1:
        return ()
    found: dict[str, MemberHit] = {}
    for member in _candidates(shop, text, limit):
        profile = shop.profile(member)
        if profile and profile.member not in found:
            found[profile.member] = _hit(shop, profile)
    return tuple(found.values())[:limit]


def _by_card(shop: Shop, code: CardCode) -> Identified:
    member = who_has(shop, "card", code.number)
    profile = shop.profile(member) if member else None
    if profile is None:
        if code.cell_hint != shop.place.cell_hint:
            return CardOfAnotherShop(code.cell_hint)
        return CardUnknown(short_number(code.number))
    mac = shop.vault.mac("card", code.number)
    for row in profile.cards:
        if row.card_mac == mac and row.blocked:
            return CardIsBlocked(short_number(code.number), row.blocked, profile.member)
    return view_of(shop, profile)


def _not_a_card(code: Code) -> NotACard:
    reason = code.reason if isinstance(code, UnknownCode) else None
    assert not isinstance(code, CardCode)
    return NotACard(code.kind, code.text, code.layout, reason)


def _candidates(shop: Shop, text: str, limit: int) -> list[str]:
    card = read_card(text)
    exact = [
        who_has(shop, "card", card) if not isinstance(card, Misread) else None,
        who_has(shop, "old_number", old_number_key(text)),
    ]
    members = [member for member in exact if member]
    digits = digits_of(text)
    if digits is None:
        return members + shop.vault.find_name(text, limit)
    if len(digits) < FRAGMENT:
        return members
    phone = read_phone(shop, text)
    if isinstance(phone, Phone) and (owner := who_has(shop, "phone", phone.e164)):
        return [*members, owner]
    # A trunk 0 or a country code in front is not part of the national number that is searched.
    typed = phone.national if isinstance(phone, Phone) else digits.lstrip("0") or digits
    return members + shop.vault.find_digits(typed, limit)


def _hit(shop: Shop, profile: Profile) -> MemberHit:
    name, phone = shop.personal(profile, "name", "phone")
    return MemberHit(profile.member, name, initial(name), mask(phone))

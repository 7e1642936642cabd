"""Promo codes: reading a typed one, and when its promo applies.

The single codes of a batch are not stored anywhere: each is the promo's prefix, its index and a
few characters of a keyed hash of both, so only the shop can make one and any station can check it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.codes import ALPHABET
from app.domain.members import MemberState
from app.domain.programme import Programme
from app.domain.promises import Promo

SecretMac = Callable[[str], str]
"""The shop's keyed hash of a text (hexadecimal): `partial(shop.vault.mac, "promo")`."""

BATCH_MAX = 10_000
_INDEX_LENGTH = 3  # 23^3 is 12,167: enough for a batch
_MAC_LENGTH = 6  # 23^6 is 148 million: nobody guesses one at a counter
_LEFT_OUT = re.compile(r"[^0-9A-Z]+")
# What a hand or an eye takes for another: both sides of a comparison are brought to one of them.
_LOOK_ALIKE = str.maketrans(
    {"O": "0", "Q": "0", "I": "1", "L": "1", "B": "8", "S": "5", "G": "6", "U": "V", "Z": "2"}
)


def code_key(text: str) -> str:
    """Return what of a code counts: neither case, blanks and dashes, nor look-alikes."""
    return _LEFT_OUT.sub("", text.upper()).translate(_LOOK_ALIKE)


def find_promo(
    programme: Programme, text: str, secret_mac: SecretMac
) -> tuple[Promo, int | None] | None:
    """Return the promo of a typed code and the index of a single one, or None for no code of ours.

    Whether the promo applies now and to whom is `promo_fault`'s.
    """
    typed = code_key(text)
    if not typed:
        return None
    for promo in programme.promos:
        prefix = code_key(promo.code)
        if not promo.batch:
            if typed == prefix:
                return promo, None
        elif typed.startswith(prefix):
            index = _index_of(promo, typed[len(prefix) :], secret_mac)
            if index is not None:
                return promo, index
    return None


def single_code(promo: Promo, index: int, secret_mac: SecretMac) -> str:
    """Return the single code of a batch with an index (from 1): prefix-index-check."""
    place = _in_alphabet(index, _INDEX_LENGTH)
    return f"{promo.code}-{place}-{_mac(promo, index, secret_mac)}"


def single_codes(promo: Promo, secret_mac: SecretMac) -> Iterator[str]:
    """Yield all single codes of a batch, to print; none for a shared code."""
    for index in range(1, promo.batch + 1):
        yield single_code(promo, index, secret_mac)


def _index_of(promo: Promo, rest: str, secret_mac: SecretMac) -> int | None:
    place, mac = rest[:_INDEX_LENGTH], rest[_INDEX_LENGTH:]
    if len(rest) != _INDEX_LENGTH + _MAC_LENGTH or not set(place) <= set(ALPHABET):
        return None
    index = 0
    for character in place:
        index = index * len(ALPHABET) + ALPHABET.index(character)
    if not 1 <= index <= promo.batch or mac != _mac(promo, index, secret_mac):
        return None
    return index


def _mac(promo: Promo, index: int, secret_mac: SecretMac) -> str:
    digest = int(secret_mac(f"{promo.id}:{index}"), 16)
    return _in_alphabet(digest % len(ALPHABET) ** _MAC_LENGTH, _MAC_LENGTH)


def _in_alphabet(number: int, length: int) -> str:
    """Return a number as digits of the alphabet, which holds no look-alike of another."""
    digits = ""
    for _ in range(length):
        number, digit = divmod(number, len(ALPHABET))
        digits = ALPHABET[digit] + digits
    return digits


# ---------------------------------------------------------------- whether it applies


@dataclass(frozen=True, slots=True)
class PromoNotNow:
    """The code can be used from `first` to `last`, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class PromoForMembers:
    """The code needs a member on the bill."""


@dataclass(frozen=True, slots=True)
class PromoForTiers:
    """The code is for members of these tiers (ids)."""

    tiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class PromoForFirstPurchase:
    """The code is for a member's first purchase, and this is not the first."""


@dataclass(frozen=True, slots=True)
class PromoAlreadyUsed:
    """The member has used the code as often as allowed, or this single code is used."""


@dataclass(frozen=True, slots=True)
class PromoUsedUp:
    """The code was good for `limit` uses in all, and they are over."""

    limit: int


PromoFault = (
    PromoNotNow
    | PromoForMembers
    | PromoForTiers
    | PromoForFirstPurchase
    | PromoAlreadyUsed
    | PromoUsedUp
)


def promo_fault(
    promo: Promo, state: MemberState | None, tier: str, on: date, uses: int = 0
) -> PromoFault | None:
    """Return why a promo does not apply to a member (None = a guest) on a date, or None.

    `tier` is the member's tier then, `uses` how often the code was used in all as far as this
    station knows: the limit in all is soft (LEDGER.md 12). Whether a single code is used already
    is told by its once key.
    """
    if promo.dates and not promo.dates[0] <= on <= promo.dates[1]:
        return PromoNotNow(*promo.dates)
    fault = _guest_fault(promo) if state is None else _member_fault(promo, state, tier)
    if fault is None and promo.limit is not None and uses >= promo.limit:
        return PromoUsedUp(promo.limit)
    return fault


def _guest_fault(promo: Promo) -> PromoFault | None:
    needs_member = promo.members_only or promo.tiers or promo.first_purchase
    return PromoForMembers() if needs_member else None


def _member_fault(promo: Promo, state: MemberState, tier: str) -> PromoFault | None:
    if promo.tiers and tier not in promo.tiers:
        return PromoForTiers(promo.tiers)
    if promo.first_purchase and state.purchases > 0:
        return PromoForFirstPurchase()
    return None if _member_key(promo, state) else PromoAlreadyUsed()


def single_key(promo: str, index: int) -> str:
    """Return the once key of one single code of a promo's batch."""
    return f"promo1:{promo}:{index}"


def promo_keys(
    promo: Promo, index: int | None, state: MemberState | None, sale: str = ""
) -> tuple[str, ...]:
    """Return the once keys that guard a use: the single code's and the member's lowest free one.

    A guest with a shared code has one for the sale, so that the use is counted. Call it when
    `promo_fault` found nothing.
    """
    keys = [] if index is None else [single_key(promo.id, index)]
    if index is None and state is None and sale:
        keys.append(f"promo1:{promo.id}:{sale}")
    if state is not None and (key := _member_key(promo, state)) is not None:
        keys.append(f"{key}:{state.member}")
    return tuple(keys)


def _member_key(promo: Promo, state: MemberState) -> str | None:
    for use in range(1, promo.member_limit + 1):
        key = f"promo:{promo.id}" if use == 1 else f"promo:{promo.id}#{use}"
        if key not in state.once:
            return key
    return None

"""Card, voucher and friend numbers, and what a scanned text is.

A number is 15 characters: a prefix (`SK` card, `SV` voucher, `SF` friend), two characters of cell
hint, ten random ones (45 bits) and a check character. Fifteen capitals and digits fit a version 1
QR code (21 x 21 modules) at error correction Q.
"""

import hashlib
import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import ClassVar, Literal, NewType, assert_never
from urllib.parse import parse_qs, urlsplit

from app.domain import gtin, inscript

CardNumber = NewType("CardNumber", str)
VoucherNumber = NewType("VoucherNumber", str)
FriendNumber = NewType("FriendNumber", str)
Layout = Literal["us", "hindi"]

# Digits and capitals that survive a wrong keyboard (no Y or Z: QWERTZ; no Q or W: AZERTY) and a
# tired eye (no 0 1 B G I L O S U). There are 23 of them, a prime, which the check needs.
ALPHABET = "23456789ACDEFHJKMNPRTVX"
NUMBER_LENGTH = 15
RANDOM_BYTES = 16

_CARD, _VOUCHER, _FRIEND = "SK", "SV", "SF"
_RANDOM_LENGTH = 10
_FRIEND_PART = slice(4, 9)
_VALUE = {c: i for i, c in enumerate(ALPHABET)}
# What a hand or an eye puts in place of a letter that the alphabet has.
_LOOK_ALIKE = str.maketrans({"B": "8", "S": "5", "G": "6", "U": "V", "Z": "2"})
_IGNORED_BY_HAND = re.compile(r"[\s\-‐‑–—−_.]+")
_AIM = re.compile(r"\](?P<symbology>[A-Za-z])(?P<modifier>[0-9A-Za-z])")
_GS1_AIM = ("]C1", "]d2", "]Q3", "]J1", "]e0")
_URL = re.compile(r"(?:https?://|www\.)\S+\Z", re.IGNORECASE)
# EMVCo merchant QR (Bharat QR, QR Ph): payload format indicator 00, length 02, version 01.
_EMV_PAYMENT = re.compile(r"0002010\d")


class Misread(Enum):
    """Why a text is not a card or voucher number."""

    OTHER_PREFIX = "other prefix"
    WRONG_LENGTH = "wrong length"
    WRONG_CHARACTER = "wrong character"
    WRONG_CHECK = "wrong check character"


class UnknownReason(Enum):
    """Why a scan means nothing to this shop."""

    DAMAGED_CARD = "damaged card"
    DAMAGED_VOUCHER = "damaged voucher"
    PAYMENT_QR = "payment QR"
    KEYBOARD_IN_HINDI = "keyboard is in Hindi"
    EMPTY = "empty"
    NOT_RECOGNISED = "not recognised"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scanned:
    text: str
    """As scanned, without AIM identifier and surrounding blanks, on US keys."""
    layout: Layout = "us"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardCode(_Scanned):
    """One of our cards; `cell_hint` says whose (whether it is this shop's is decided later)."""

    kind: ClassVar[Literal["card"]] = "card"
    number: CardNumber
    cell_hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherCode(_Scanned):
    """One of our vouchers."""

    kind: ClassVar[Literal["voucher"]] = "voucher"
    number: VoucherNumber
    cell_hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GtinCode(_Scanned):
    """An article, or a scale label of the shop's own."""

    kind: ClassVar[Literal["gtin"]] = "gtin"
    gtin: gtin.Gtin


@dataclass(frozen=True, slots=True, kw_only=True)
class UpiCode(_Scanned):
    """A UPI payment QR; `payee` is its address and `name` its owner, "" when absent."""

    kind: ClassVar[Literal["upi"]] = "upi"
    payee: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlCode(_Scanned):
    """A web address that names no article."""

    kind: ClassVar[Literal["url"]] = "url"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownCode(_Scanned):
    """Anything else. The text may still be a shop's own article or an old card number."""

    kind: ClassVar[Literal["unknown"]] = "unknown"
    reason: UnknownReason


Code = CardCode | VoucherCode | GtinCode | UpiCode | UrlCode | UnknownCode


# ---------------------------------------------------------------- numbers


def cell_hint(cell_id: str) -> str:
    """Two characters that a cell's numbers carry; 529 values, so equal hints prove nothing."""
    number = int.from_bytes(hashlib.sha256(cell_id.encode()).digest()[:16])
    return _in_alphabet(number, 2)


def mint_card(random_bytes: bytes, hint: str) -> CardNumber:
    """Make a card number of a cell from at least 16 random bytes."""
    return CardNumber(_mint(_CARD, random_bytes, hint))


def mint_voucher(random_bytes: bytes, hint: str) -> VoucherNumber:
    """Make a voucher number of a cell from at least 16 random bytes."""
    return VoucherNumber(_mint(_VOUCHER, random_bytes, hint))


def mint_friend(random_bytes: bytes, hint: str) -> FriendNumber:
    """Make the number by which a member is named as the one who sent a friend; it opens nothing."""
    return FriendNumber(_mint(_FRIEND, random_bytes, hint))


def friend_part(random_bytes: bytes) -> str:
    """Return by which part of it a friend number of any cell made from these bytes is looked up."""
    return part_of(mint_friend(random_bytes, ALPHABET[:2]))


def part_of(number: FriendNumber) -> str:
    """Return the part by which a friend number is looked up: few members share one."""
    return number[_FRIEND_PART]


def read_card(text: str) -> CardNumber | Misread:
    """Read a card number as scanned or typed: any case, blanks and dashes, B for 8, S for 5."""
    number = _read(text, _CARD)
    return number if isinstance(number, Misread) else CardNumber(number)


def read_voucher(text: str) -> VoucherNumber | Misread:
    """Read a voucher number, as forgiving as `read_card`."""
    number = _read(text, _VOUCHER)
    return number if isinstance(number, Misread) else VoucherNumber(number)


def read_friend(text: str) -> FriendNumber | Misread:
    """Read a friend number, as forgiving as `read_card`."""
    number = _read(text, _FRIEND)
    return number if isinstance(number, Misread) else FriendNumber(number)


def short_number(number: CardNumber | VoucherNumber | FriendNumber) -> str:
    """The number in three groups of five, to print and to read aloud: SK7FA-3KM9P-X2C4D."""
    return "-".join(number[i : i + 5] for i in range(0, NUMBER_LENGTH, 5))


def _mint(prefix: str, random_bytes: bytes, hint: str) -> str:
    if len(random_bytes) < RANDOM_BYTES:
        raise ValueError(f"A number needs {RANDOM_BYTES} random bytes, not {len(random_bytes)}.")
    if len(hint) != 2 or not set(hint) <= _VALUE.keys():
        raise ValueError(f"A cell hint is two characters of {ALPHABET}, not {hint!r}.")
    # 128 bits modulo 23^10 (45 bits): the bias is below 2^-82.
    body = prefix + hint + _in_alphabet(int.from_bytes(random_bytes), _RANDOM_LENGTH)
    return body + ALPHABET[-_weighted(body) % len(ALPHABET)]


def _in_alphabet(number: int, length: int) -> str:
    out = ""
    for _ in range(length):
        number, digit = divmod(number, len(ALPHABET))
        out += ALPHABET[digit]
    return out


def _weighted(body: str) -> int:
    """Sum of value times distance from the check character, without the constant leading S.

    Weights 1 to 14 are distinct and not zero modulo the prime 23, so one wrong character and any
    two exchanged ones always change the sum. The prefix's second letter counts too: a card read
    as a voucher does not pass.
    """
    return sum(_VALUE[c] * (NUMBER_LENGTH - i) for i, c in enumerate(body[1:], start=1))


def _read(text: str, prefix: str) -> str | Misread:
    typed = _IGNORED_BY_HAND.sub("", text).upper()
    if not typed.startswith(prefix):
        return Misread.OTHER_PREFIX
    if len(typed) != NUMBER_LENGTH:
        return Misread.WRONG_LENGTH
    number = prefix + typed[len(prefix) :].translate(_LOOK_ALIKE)
    if not set(number[1:]) <= _VALUE.keys():
        return Misread.WRONG_CHARACTER
    total = _weighted(number[:-1]) + _VALUE[number[-1]]
    return number if total % len(ALPHABET) == 0 else Misread.WRONG_CHECK


# ---------------------------------------------------------------- classification


def classify(text: str, *, typed: bool = True) -> Code:
    """Say what a scanned text is.

    `typed` is whether it came through a keyboard (a wedge scanner), where Devanagari means that
    the system's input source is Hindi; a camera reads Devanagari only if the code contains it.
    The order, our own prefix first, follows research on what shops meet at the counter; GS1 forms
    come before plain web addresses because a product's QR code may be one.
    """
    scanned = text.strip(" \t\r\n\x00")
    if typed and inscript.is_hindi_typing(scanned):
        return _classify_hindi(scanned)
    aim = _AIM.match(scanned)
    bare = scanned[aim.end() :] if aim else scanned
    marked = bool(aim and aim[0] in _GS1_AIM) or gtin.GROUP_SEPARATOR in bare
    bare = bare.strip()
    return (
        _own_number(bare)
        or _payment(bare)
        or _article(bare, marked=marked)
        or (UrlCode(text=bare) if _URL.match(bare) else None)
        or UnknownCode(
            text=bare, reason=UnknownReason.NOT_RECOGNISED if bare else UnknownReason.EMPTY
        )
    )


def is_known(code: Code) -> bool:
    """Whether the text is certainly a whole code: checks fit where the kind has one."""
    match code:
        case CardCode() | VoucherCode() | UpiCode() | UrlCode():
            return True
        case GtinCode():
            return code.gtin.check_ok
        case UnknownCode():
            return False
        case _:
            assert_never(code)


def _classify_hindi(scanned: str) -> Code:
    keys = inscript.to_us_keys(scanned)
    code = classify(keys) if keys is not None else None
    if code is None or isinstance(code, UnknownCode):
        return UnknownCode(text=scanned, reason=UnknownReason.KEYBOARD_IN_HINDI, layout="hindi")
    return replace(code, layout="hindi")


def _own_number(bare: str) -> Code | None:
    card, voucher = read_card(bare), read_voucher(bare)
    if not isinstance(card, Misread):
        return CardCode(text=bare, number=card, cell_hint=card[2:4])
    if not isinstance(voucher, Misread):
        return VoucherCode(text=bare, number=voucher, cell_hint=voucher[2:4])
    if not _looks_like_a_number(bare):
        return None
    if card is not Misread.OTHER_PREFIX:
        return UnknownCode(text=bare, reason=UnknownReason.DAMAGED_CARD)
    if voucher is not Misread.OTHER_PREFIX:
        return UnknownCode(text=bare, reason=UnknownReason.DAMAGED_VOUCHER)
    return None


def _looks_like_a_number(bare: str) -> bool:
    """Whether a text that has our prefix is a hurt number and not a word such as SKINCARE."""
    body = _IGNORED_BY_HAND.sub("", bare)
    near = abs(len(body) - NUMBER_LENGTH) <= 3
    return near and body.isascii() and body.isalnum() and any(c.isdigit() for c in body)


def _payment(bare: str) -> Code | None:
    if bare[:6].lower() == "upi://":
        try:
            query = parse_qs(urlsplit(bare).query)
        except ValueError:
            query = {}
        payee, name = (query.get(key, [""])[0] for key in ("pa", "pn"))
        return UpiCode(text=bare, payee=payee, name=name)
    if _EMV_PAYMENT.match(bare) and len(bare) > 40:
        return UnknownCode(text=bare, reason=UnknownReason.PAYMENT_QR)
    return None


def _article(bare: str, *, marked: bool) -> Code | None:
    found = (
        gtin.digital_link_gtin(bare)
        if _URL.match(bare)
        else gtin.plain_gtin(bare) or gtin.element_string_gtin(bare, marked=marked)
    )
    return GtinCode(text=bare, gtin=found) if found else None

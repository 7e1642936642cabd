"""Article numbers (GTIN) as scanners hand them over: plain, element string, Digital Link."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

GROUP_SEPARATOR = "\x1d"

_LENGTHS = (8, 12, 13, 14)

# Data lengths of the predefined AIs, which need no separator after them; every other AI runs to
# the next one. GS1 General Specifications, table "Element strings with predefined length".
_FIXED = (
    {"00": 18, "01": 14, "02": 14, "03": 14, "04": 16, "20": 2}
    | dict.fromkeys(("11", "12", "13", "14", "15", "16", "17", "18", "19"), 6)
    | dict.fromkeys(("31", "32", "33", "34", "35", "36"), 8)  # two more AI digits + six
    | {"41": 14}  # one more AI digit + thirteen
)

_BRACKETED = re.compile(r"\(01\)(\d{14})(?!\d)")
_LINK_PATH = re.compile(r"/(?:01|gtin)/(\d{14}|\d{13}|\d{12}|\d{8})(?=/|$)")


@dataclass(frozen=True, slots=True)
class Gtin:
    """An article number.

    `digits` are as encoded (8, 12, 13 or 14). `check_ok` says whether the GS1 check digit fits; a
    shop's own labels often ignore it. `in_store` marks the number ranges GS1 leaves to the shop
    (price- or weight-embedded scale labels among them): only the shop's own catalogue can tell
    what such a number means.
    """

    digits: str
    check_ok: bool
    in_store: bool

    @property
    def gtin14(self) -> str:
        """The 14-digit form under which equal articles compare equal."""
        return self.digits.zfill(14)


def check_digit_ok(digits: str) -> bool:
    """Whether the last digit is the GS1 check digit of the others (weights 3, 1, 3 … from it)."""
    weighted = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(reversed(digits)))
    return weighted % 10 == 0


def plain_gtin(text: str) -> Gtin | None:
    """Read bare digits of a GTIN's length, whether or not the check digit fits."""
    if len(text) not in _LENGTHS or not (text.isascii() and text.isdigit()):
        return None
    return Gtin(text, check_digit_ok(text), _is_in_store(text))


def element_string_gtin(text: str, *, marked: bool) -> Gtin | None:
    """Find AI (01) in a GS1 element string; None when there is none.

    `marked` says that the symbol itself claimed to be GS1 (AIM identifier, FNC1, separator). An
    unmarked text is believed only when it starts with 01 and the check digit fits.
    """
    if bracketed := _BRACKETED.search(text):
        return _checked(bracketed[1])
    if not marked:
        return _checked(text[2:16]) if text.startswith("01") and len(text) > 15 else None
    rest = text.lstrip(GROUP_SEPARATOR)
    while rest:
        identifier = rest[:2]
        if identifier == "01":
            return _checked(rest[2:16])
        length = _FIXED.get(identifier)
        end = rest.find(GROUP_SEPARATOR) if length is None else 2 + length
        rest = "" if end < 0 else rest[end:].removeprefix(GROUP_SEPARATOR)
    return None


def digital_link_gtin(url: str) -> Gtin | None:
    """Find the GTIN in a GS1 Digital Link such as https://id.gs1.org/01/09506000134352."""
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return None
    found = _LINK_PATH.search(path)
    return _checked(found[1]) if found else None


def _checked(digits: str) -> Gtin | None:
    gtin = plain_gtin(digits)
    return gtin if gtin and gtin.check_ok else None


def _is_in_store(digits: str) -> bool:
    """GS1 restricted circulation numbers: 02, 04, 20-29 as GTIN-13, 0 and 2 as GTIN-8."""
    if len(digits) == 8:
        return digits[0] in "02"
    if len(digits) == 14 and digits[0] != "0":
        return False
    prefix = digits.zfill(14)[1:3]
    return prefix in ("02", "04") or prefix[0] == "2"

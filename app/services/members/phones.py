"""Numbers people are known by: phones as they are typed, and those of an earlier system."""

import re
import unicodedata
from dataclasses import dataclass

from app.services.shop import Shop

_BETWEEN = re.compile(r"[\s().\-‐‑–—/]+")


@dataclass(frozen=True, slots=True)
class Phone:
    """A number that can exist: `e164` (+919876543210) and its national digits (9876543210)."""

    e164: str
    national: str

    @property
    def kept(self) -> str:
        """The form that is sealed: country code and national digits apart."""
        return f"{self.e164.removesuffix(self.national)} {self.national}"


@dataclass(frozen=True, slots=True)
class BadPhone:
    """No number of the country, mobile or landline, looks like this text."""

    text: str


def e164(kept: str) -> str:
    """Return a kept number as it is dialled from abroad: +919876543210."""
    return kept.replace(" ", "")


def national(kept: str) -> str:
    """Return the national digits of a kept number: 9876543210."""
    return kept.rpartition(" ")[2]


def digits_of(text: str) -> str | None:
    """Return the digits of a text that is nothing but digits as phones are written, or None."""
    bare = _BETWEEN.sub("", text).removeprefix("+")
    if not bare or not all(c.isdecimal() for c in bare):
        return None
    return "".join(str(unicodedata.decimal(c)) for c in bare)


def read_phone(shop: Shop, text: str) -> Phone | BadPhone:
    """Read a phone number: national, with trunk 0, with or without country code, any digits."""
    import phonenumbers  # noqa: PLC0415 - not before the first number

    country = shop.programme.country
    prefix = str(phonenumbers.country_code_for_region(country))
    digits = digits_of(text)
    if digits is None:
        return BadPhone(text)
    tries = [text]
    if digits.startswith(prefix) and not text.strip().startswith("+"):
        tries.append("+" + digits)
    for one in tries:
        try:
            number = phonenumbers.parse(one, country)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return Phone(
                phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
                phonenumbers.national_significant_number(number),
            )
    return BadPhone(text)


def old_number_key(text: str) -> str:
    """Return an earlier system's number in its one form: no blanks, capitals."""
    return "".join(text.split()).upper()

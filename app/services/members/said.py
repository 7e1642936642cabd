"""What a member says about themself: read, found fit, and in the form that is kept."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.domain.facts import Personal
from app.domain.names import BadName, clean_name
from app.services.cards import who_has
from app.services.members.phones import BadPhone, e164, national, old_number_key, read_phone
from app.services.shop import Shop
from app.storage.vault import Admission
from app.storage.writer import Tx

OLDEST_YEARS = 120


@dataclass(frozen=True, slots=True)
class BadBirthday:
    """The date is in the future or over 120 years ago."""

    birthday: date


@dataclass(frozen=True, slots=True)
class Said:
    """Values read, found fit and in the form that is kept: None = as it was, "" = none."""

    name: str | None
    phone: str | None
    birthday: str | None
    old_number: str | None

    def admission(self, member: str, on: date) -> Admission:
        """Return what the vault keeps of a member who joins on a business date."""
        birthday = date.fromisoformat(self.birthday) if self.birthday else None
        return Admission(member, self.name or "", national(self.phone or ""), birthday, on)

    def sealed(self, shop: Shop, member: str) -> Personal:
        """Return the values as an event carries them."""

        def seal(field: str, text: str | None) -> str | None:
            return text and shop.vault.seal(member, field, text)

        return Personal(
            name=seal("name", self.name),
            phone=seal("phone", self.phone),
            birthday=seal("birthday", self.birthday),
            old_number=seal("old_number", self.old_number),
        )

    def owner(self, shop: Shop, tx: Tx) -> str | None:
        """Return the member who has the phone or the old number, if one has."""
        by_phone = who_has(shop, "phone", e164(self.phone), tx) if self.phone else None
        if by_phone or not self.old_number:
            return by_phone
        return who_has(shop, "old_number", self.old_number, tx)


def read_said(
    shop: Shop,
    name: str | None,
    phone: str | None,
    birthday: date | Literal[""] | None,
    old_number: str | None,
) -> Said | BadName | BadPhone | BadBirthday:
    """Read what a member says about themself: None is left as it is, "" is cleared."""
    called = clean_name(name) if name else name
    if called == "" and not phone and not old_number:
        called = BadName("empty")
    if isinstance(called, BadName):
        return called
    number = read_phone(shop, phone) if phone else None
    if isinstance(number, BadPhone):
        return number
    if birthday:
        today = shop.moment().on
        if birthday > today or birthday.year < today.year - OLDEST_YEARS:
            return BadBirthday(birthday)
    return Said(
        name=called,
        phone=number.kept if number else phone,
        birthday=birthday.isoformat() if isinstance(birthday, date) else birthday,
        old_number=old_number and old_number_key(old_number),
    )

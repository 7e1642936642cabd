"""Who a member is: sealed personal values, choices and cards, folded from events.

A member's profile is folded from the member's own events only, since each is sealed under its
own member's key; `together` lays those of merged members over one another to be shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Final, Literal, NamedTuple

from app.domain.events import Event
from app.domain.facts import (
    CardBlocked,
    CardIssued,
    Enrolled,
    Erased,
    Personal,
    PinSet,
    PreferencesSet,
    ProfileChanged,
    Seen,
)
from app.domain.marks import SeenMark, seen_together, with_seen
from app.domain.member_pins import PIN_FIELD
from app.domain.preferences import PREFERENCES_FIELD

_NOTHING = Personal()


class PersonalField(NamedTuple):
    """A personal value of a member: the field of `Personal`, and how it is searched for.

    `search`: by words that sound alike, by digits, by day of the year, or not at all. `finds`
    says that the whole value leads to its one member.
    """

    name: str
    search: Literal["words", "digits", "day", ""]
    finds: bool


PERSONAL_FIELDS: Final = (
    PersonalField("name", "words", finds=False),
    PersonalField("phone", "digits", finds=True),
    PersonalField("birthday", "day", finds=False),
    PersonalField("old_number", "", finds=True),
)
"""The one list of personal values: what is sealed, searched, shown in an export and erased."""


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card of a member: its keyed hash, the sealed number, and why it is blocked (or "").

    `of` is the merged member whose card it is, under whose key it is sealed (empty = the own).
    """

    card_mac: str
    sealed: str
    issued_on: date
    blocked: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """A member's person. `personal` holds ciphertext only; `marketing` is consent given apart.

    `lent` names, by field, the merged member a value comes from and under whose key it is
    sealed. An erased member has no profile any more, whatever still arrives. `preferences` and
    `pin` (a verifier) are ciphertext too; `seen` are the marks of what was shown already.
    """

    member: str
    personal: Personal = _NOTHING
    language: str = ""
    consent_version: str = ""
    marketing: bool = False
    joined_on: date | None = None
    cards: tuple[CardRow, ...] = ()
    lent: Mapping[str, str] | None = None
    erased: bool = False
    preferences: str = ""
    pin: str = ""
    seen: Mapping[str, SeenMark] | None = None


def erased_profile(member: str) -> Profile:
    """Return what is left of a member's person after erasing: nothing."""
    return Profile(member, erased=True)


def fold_profile(profile: Profile, event: Event) -> Profile:
    """Return the profile after one of the member's events; others leave it as it is."""
    return profile if profile.erased else _changed(profile, event)


def _changed(profile: Profile, event: Event) -> Profile:  # noqa: PLR0911 - one for each kind
    match event.facts:
        case Enrolled() as enrolled:
            return replace(
                profile,
                personal=_over(profile.personal, enrolled.personal),
                language=enrolled.language,
                consent_version=enrolled.consent_version,
                marketing=enrolled.marketing,
                joined_on=min(event.on, profile.joined_on or event.on),
            )
        case ProfileChanged() as changed:
            return replace(
                profile,
                personal=_over(profile.personal, changed.personal),
                language=profile.language if changed.language is None else changed.language,
                marketing=profile.marketing if changed.marketing is None else changed.marketing,
            )
        case CardIssued() as issued:
            card = CardRow(issued.card_mac, issued.card, event.on)
            kept = [row for row in profile.cards if row.card_mac != issued.card_mac]
            return replace(profile, cards=(*kept, card))
        case CardBlocked() as blocked:
            return replace(
                profile,
                cards=tuple(
                    replace(row, blocked=blocked.reason)
                    if row.card_mac == blocked.card_mac
                    else row
                    for row in profile.cards
                ),
            )
        case PreferencesSet(preferences=sealed):
            return replace(profile, preferences=sealed)
        case PinSet(verifier=sealed):
            return replace(profile, pin=sealed)
        case Seen(marks=marks):
            return replace(profile, seen=with_seen(profile.seen, marks, event.on))
        case Erased():
            return erased_profile(profile.member)
        case _:
            return profile


def together(own: Profile, aliases: Sequence[Profile]) -> Profile:
    """Return a member's profile with the cards, and what it lacks, of the members merged into it.

    Marketing needs everybody's consent; the earliest day of joining counts. What one of them was
    shown is shown to nobody again.
    """
    personal, lent = own.personal, dict(own.lent or {})
    cards = own.cards
    kept = {PREFERENCES_FIELD: own.preferences, PIN_FIELD: own.pin}
    for alias in aliases:
        theirs = {PREFERENCES_FIELD: alias.preferences, PIN_FIELD: alias.pin}
        for field in [name for name in kept if theirs[name] and not kept[name]]:
            kept[field], lent[field] = theirs[field], alias.member
        values = {
            field.name: getattr(alias.personal, field.name)
            for field in PERSONAL_FIELDS
            if not getattr(personal, field.name) and getattr(alias.personal, field.name)
        }
        personal = replace(personal, **values)
        lent |= dict.fromkeys(values, alias.member)
        cards += tuple(replace(row, of=alias.member) for row in alias.cards)
    joined = [own, *(alias for alias in aliases if alias.joined_on)]
    return replace(
        own,
        personal=personal,
        lent=lent or None,
        cards=cards,
        language=next((one.language for one in joined if one.language), ""),
        consent_version=next((one.consent_version for one in joined if one.consent_version), ""),
        marketing=all(one.marketing for one in joined),
        joined_on=min((one.joined_on for one in joined if one.joined_on), default=None),
        preferences=kept[PREFERENCES_FIELD],
        pin=kept[PIN_FIELD],
        seen=seen_together([own.seen, *(alias.seen for alias in aliases)]),
    )


def sealed_for(profile: Profile, field: str) -> str:
    """Return the member under whose key a personal value of the profile is sealed."""
    return (profile.lent or {}).get(field, profile.member)


def _over(old: Personal, new: Personal) -> Personal:
    """Return `new` laid over `old`: None keeps what was."""
    return Personal(
        **{
            field.name: getattr(old, field.name)
            if getattr(new, field.name) is None
            else getattr(new, field.name)
            for field in fields(Personal)
        }
    )

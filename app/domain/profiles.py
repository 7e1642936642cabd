"""Who a member is: sealed personal values, choices and cards, folded from events."""

from dataclasses import dataclass, fields, replace
from datetime import date

from app.domain.events import Event
from app.domain.facts import CardBlocked, CardIssued, Enrolled, Personal, ProfileChanged

_NOTHING = Personal()


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card of a member: its keyed hash, the sealed number, and why it is blocked (or "")."""

    card_mac: str
    sealed: str
    issued_on: date
    blocked: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """A member's person. `personal` holds ciphertext only; `marketing` is consent given apart."""

    member: str
    personal: Personal = _NOTHING
    language: str = ""
    consent_version: str = ""
    marketing: bool = False
    joined_on: date | None = None
    cards: tuple[CardRow, ...] = ()


def fold_profile(profile: Profile, event: Event) -> Profile:
    """Return the profile after one of the member's events; others leave it as it is."""
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
        case _:
            return profile


def absorb_profile(survivor: Profile, source: Profile) -> Profile:
    """Return the survivor's profile with the source's cards and what it did not know itself."""
    return replace(
        survivor,
        personal=_over(source.personal, survivor.personal),
        language=survivor.language or source.language,
        consent_version=survivor.consent_version or source.consent_version,
        marketing=survivor.marketing and source.marketing,
        joined_on=min(filter(None, (survivor.joined_on, source.joined_on)), default=None),
        cards=survivor.cards + source.cards,
    )


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

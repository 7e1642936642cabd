"""Everything the shop has about one member, in clear: what a member may ask for (LEDGER.md 24).

A JSON document `sikka-member-1`: `person` (the personal values of the one list there is,
choices, cards), `balances`, `vouchers`, `events` with facts and effects, oldest first. Coins are
whole numbers, money whole minor units of `currency`, dates ISO 8601 business dates, `at` UTC.
"""

from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec

from app.domain.events import Event
from app.domain.facts import (
    Answered,
    CardIssued,
    Enrolled,
    PinSet,
    PreferencesSet,
    ProfileChanged,
    Rated,
)
from app.domain.members import MemberState, coins_on, credit_on
from app.domain.preferences import PREFERENCES_FIELD
from app.domain.profiles import PERSONAL_FIELDS, Profile
from app.domain.surveys import SEALED, is_sealed
from app.domain.texts import text_in
from app.domain.tiers import progress
from app.insight.member_events import Told, open_tape, whole_life
from app.services.cards import MemberUnknown, card_numbers
from app.services.preferences import preferences_of
from app.services.reviews import TEXT_FIELD
from app.services.shop import Shop
from app.services.surveys import ANSWER_FIELD
from app.services.writing import DiskFull
from app.storage.member_files import member_file_of, part_of
from app.storage.writer import StorageFullError, full_disk_told

FORMAT = "sikka-member-1"


def member_file(shop: Shop, member: str) -> bytes | None:
    """Return the JSON document of a member, or None when there is none (any more)."""
    profile = shop.profile(member)
    if profile is None:
        return None
    state, on = shop.state(profile.member), shop.moment().on
    with open_tape(shop) as tape:
        told = whole_life(tape, profile.member)
    document = {
        "format": FORMAT,
        "shop": text_in(shop.programme.name, shop.programme.languages[0]),
        "currency": shop.programme.currency,
        "exported_on": on,
        "person": _person(shop, profile),
        "balances": _balances(shop, state, on),
        "vouchers": [
            held._asdict() | {"benefit": held.benefit._asdict()} for held in state.vouchers
        ],
        "events": [_event(shop, one) for one in told],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def save_member_file(shop: Shop, member: str) -> Path | None:
    """Write the document into the shop's folder for its owner alone, and return where it is.

    None when there is no such member. The name of the file names nobody; one there is replaced.
    Raises StorageFullError when there is no space for it.
    """
    document = member_file(shop, member)
    if document is None:
        return None
    owner = shop.state(member).member
    target = member_file_of(shop.folder, owner, shop.moment().on)
    part = part_of(target)
    try:
        with full_disk_told("the member's file was not saved"):
            target.parent.mkdir(parents=True, exist_ok=True)
            part.touch(mode=0o600)
            part.write_bytes(document)
            part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    if shop.profile(owner) is None:  # erased at another station meanwhile
        target.unlink(missing_ok=True)
        return None
    return target


def try_saving(shop: Shop, member: str) -> Path | MemberUnknown | DiskFull:
    """Write a member's document into the shop's folder, for a screen."""
    try:
        return save_member_file(shop, member) or MemberUnknown()
    except StorageFullError:
        return DiskFull()


def _person(shop: Shop, profile: Profile) -> dict[str, Any]:
    names = [field.name for field in PERSONAL_FIELDS]
    numbers = card_numbers(shop, profile)
    return {
        "member": profile.member,
        "also_known_as": shop.family(profile.member)[1:],
        **dict(zip(names, shop.personal(profile, *names), strict=True)),
        "language": profile.language,
        "consent_version": profile.consent_version,
        "marketing": profile.marketing,
        "preferences": asdict(preferences_of(shop, profile.member)),
        "has_pin": bool(profile.pin),
        "joined_on": profile.joined_on,
        "cards": [
            {"number": number, "issued_on": row.issued_on, "blocked": row.blocked}
            for number, row in zip(numbers, profile.cards, strict=True)
        ],
    }


def _balances(shop: Shop, state: MemberState, on: date) -> dict[str, Any]:
    tier = progress(shop.programme, state, on)
    return {
        "coins": coins_on(state, on),
        "credit_minor": credit_on(state, on),
        "coins_earned": state.earned,
        "coins_spent": state.spent,
        "purchases": state.purchases,
        "tier": tier.tier.id,
        "status_points": tier.points,
        "saves_for": state.aim,
        "brought_by": state.brought.referrer if state.brought else "",
    }


def _event(shop: Shop, told: Told) -> dict[str, Any]:
    event = told.event
    return {
        "id": event.id,
        "kind": event.kind,
        "on": event.on,
        "at": datetime.fromtimestamp(event.at_ms / 1000, UTC),
        "store": event.store,
        "till": event.till,
        "counted": told.counted,
        "facts": _opened(shop, event),
        "effects": [
            {"effect": type(one).__name__, **msgspec.to_builtins(one)} for one in event.effects
        ],
    }


def _opened(shop: Shop, event: Event) -> dict[str, Any]:
    """Return an event's facts with what is sealed in them opened; keyed hashes are left out."""
    facts: dict[str, Any] = msgspec.to_builtins(event.facts)

    def read(field: str, sealed: str) -> str:
        return shop.vault.open_all(event.member, ((field, sealed),))[0]

    match event.facts:
        case Enrolled(personal=personal) | ProfileChanged(personal=personal):
            values = {field.name: getattr(personal, field.name) for field in PERSONAL_FIELDS}
            facts["personal"] = {
                name: sealed and read(name, sealed) for name, sealed in values.items()
            }
        case CardIssued(card=sealed):
            facts = {"card": read("card", sealed)}
        case Answered(answers=answers):
            facts["answers"] = [
                {
                    "question": one.question,
                    "answer": read(ANSWER_FIELD, one.value.removeprefix(SEALED))
                    if is_sealed(one)
                    else one.value,
                }
                for one in answers
            ]
        case Rated(text=sealed):
            facts["text"] = read(TEXT_FIELD, sealed)
        case PreferencesSet(preferences=sealed):
            facts["preferences"] = read(PREFERENCES_FIELD, sealed)
        case PinSet():
            facts = {}
        case _:
            pass
    return {name: value for name, value in facts.items() if not name.endswith("_mac")}

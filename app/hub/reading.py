"""What the bytes of a lane turn out to be: an event, or why they cannot be booked."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from app.domain.effects import Paid, Redebit, Respend, Status, Visit
from app.domain.events import Event
from app.domain.facts import Merged, ProgrammePublished, Unmerged
from app.wire.events import UnknownEventError, decode

DETAIL_MAX = 200
KEY_MAX = 200
PROGRAMME_MAX = 64
NUMBER_MAX = 2**53
YEARS = range(1900, 9000)
INSTANT_MAX_MS = 2**47
OFFSET_MAX_MIN = 24 * 60
_ID = re.compile("[0-9a-f]{32}")
_ALIKE = bytes.maketrans(b"123456789:[- \t\r\n", b"000000000,,,,,,,")
_LONG = b"," + b"0" * 16
"""What a body, made `_ALIKE`, holds if there may be a number beyond NUMBER_MAX in it."""
_ON_DAYS = (Visit, Status, Paid, Respend, Redebit)


def read_event(body: bytes) -> Event | str:
    """Return the event of `body`, or why it is to be parked."""
    try:
        event = decode(body)
    except UnknownEventError as error:
        return str(error)
    if _LONG in body.translate(_ALIKE) and not all(
        abs(one) <= NUMBER_MAX for one in _numbers(event)
    ):
        return f"it holds a number beyond {NUMBER_MAX}"
    return misfit(event) or event


def _numbers(part: object) -> Iterator[int]:
    """Yield every number in an event, or in a part of one."""
    if isinstance(part, int):
        yield part
    elif isinstance(part, tuple | list):
        for one in part:
            yield from _numbers(one)
    elif isinstance(part, dict):
        yield from _numbers([*part.values()])
    elif is_dataclass(part):
        yield from _numbers([getattr(part, field.name) for field in fields(part)])


def misfit(event: Event) -> str:
    """Say what no table can hold, on any engine, so that one row never blocks those behind it."""
    if not _ID.fullmatch(event.id):
        return f"the id {event.id!r} is not 32 hexadecimal characters"
    if not _is_in_time(event):
        return f"the instant {event.on} {event.at_ms} {event.offset_min:+} is in no calendar"
    facts = event.facts
    source = facts.source if isinstance(facts, Merged | Unmerged) else ""
    if any(one and not _ID.fullmatch(one) for one in (event.member, source)):
        return f"the member {event.member!r} is not 32 hexadecimal characters"
    for key in (*event.once, *event.releases):
        if len(key) > KEY_MAX or "\0" in key:
            return f"the key {key!r} is too long or holds a zero byte"
    if isinstance(facts, ProgrammePublished):
        name = facts.programme
        if len(name) > PROGRAMME_MAX or "\0" in name:
            return f"the programme {name!r} has too long a name, or one with a zero byte"
    return ""


def _is_in_time(event: Event) -> bool:
    """Say whether stations can count on from the event's days, and tell its hour."""
    days = [event.on, *[one.on for one in event.effects if isinstance(one, _ON_DAYS)]]
    return (
        min(days).year in YEARS
        and max(days).year in YEARS
        and abs(event.at_ms) <= INSTANT_MAX_MS
        and abs(event.offset_min) < OFFSET_MAX_MIN
    )


def told(detail: str, note: str = "") -> str:
    """Return what a row says beside its outcome, in a form every table holds."""
    if not (detail or note):
        return ""
    text = "; ".join(part for part in (detail, note) if part)
    return text.replace("\0", "?").encode(errors="replace").decode()[:DETAIL_MAX]

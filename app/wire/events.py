"""Event bytes: msgspec JSON, stored as written and never encoded again (LEDGER.md 3).

Effects travel as arrays with their name first, lines as plain arrays, so a line costs about
60 bytes. The reader takes every version ever released and knows only the newest.
"""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from operator import attrgetter
from typing import Any, Union, cast, get_type_hints

import msgspec

from app.domain.effects import EFFECTS, Effect
from app.domain.events import EVENT_VERSION, Event, Kind
from app.domain.facts import FACTS, Facts


class UnknownEventError(ValueError):
    """The event is of a kind, version or shape this program does not know."""


def _name(effect: type) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in effect.__name__)[1:]


def _mirror(effect: type) -> type[msgspec.Struct]:
    hints = get_type_hints(effect)
    return msgspec.defstruct(
        effect.__name__,
        [(field.name, hints[field.name]) for field in fields(effect)],
        tag=_name(effect),
        array_like=True,
        frozen=True,
        forbid_unknown_fields=True,
    )


_MIRROR: dict[type, type[msgspec.Struct]] = {effect: _mirror(effect) for effect in EFFECTS}
_EFFECT: dict[type, type] = {mirror: effect for effect, mirror in _MIRROR.items()}


def _values_of(effect: type) -> Callable[[Any], tuple[Any, ...]]:
    names = [field.name for field in fields(effect)]
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda one: (get(one),)


_VALUES = {effect: _values_of(effect) for effect in EFFECTS}


class _EventV1(msgspec.Struct, frozen=True, omit_defaults=True):
    v: int
    id: str
    kind: str
    member: str
    staff: str
    store: str
    till: str
    programme: str
    on: date
    at_ms: int
    offset_min: int
    facts: Any
    effects: tuple[Any, ...] = ()
    once: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()


_Mirrored: Any = Union[tuple(_MIRROR.values())]  # noqa: UP007
_HINTS = get_type_hints(_EventV1) | {"facts": msgspec.Raw, "effects": tuple[_Mirrored, ...]}
_OPTIONAL = ("effects", "once", "releases")
_Read = msgspec.defstruct(
    "_Read",
    [(name, kind, ()) if name in _OPTIONAL else (name, kind) for name, kind in _HINTS.items()],
    frozen=True,
)

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(_Read)
_facts: dict[str, msgspec.json.Decoder[Any]] = {
    kind: msgspec.json.Decoder(facts) for kind, facts in FACTS.items()
}


def encode(event: Event) -> bytes:
    """Return the event's bytes."""
    return _encoder.encode(
        _EventV1(
            EVENT_VERSION,
            event.id,
            event.kind,
            event.member,
            event.staff,
            event.store,
            event.till,
            event.programme,
            event.on,
            event.at_ms,
            event.offset_min,
            event.facts,
            tuple([_out(effect) for effect in event.effects]),
            event.once,
            event.releases,
        )
    )


def _out(effect: Effect) -> msgspec.Struct:
    kind = type(effect)
    return _MIRROR[kind](*_VALUES[kind](effect))


def decode(body: bytes) -> Event:
    """Return the event of `body`; raise UnknownEventError when this program cannot read it."""
    try:
        read = cast("Any", _decoder.decode(body))
        known = read.v <= EVENT_VERSION and read.kind in _facts
        facts = cast("Facts", _facts[read.kind].decode(read.facts)) if known else None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UnknownEventError(f"not an event this version can read: {error}") from error
    if facts is None:
        raise UnknownEventError(f"event {read.id}: kind {read.kind}, version {read.v}")
    return Event(
        read.id,
        cast("Kind", read.kind),
        read.member,
        read.staff,
        read.store,
        read.till,
        read.programme,
        read.on,
        read.at_ms,
        read.offset_min,
        facts,
        tuple([_EFFECT[type(one)](*msgspec.structs.astuple(one)) for one in read.effects]),
        read.once,
        read.releases,
    )

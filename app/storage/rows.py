"""Folded rows as bytes: the same domain objects, in JSON so that a person can read them.

A state over 2 KB is deflated: it says the same words again and again, so a tenth of it is left
and every page of the file holds more members.

A state's days are kept as four columns of numbers (days since the one before, visits, status
points, money paid): so the row of a member who comes every day stays small, and is read by
loops that run in C.
"""

import zlib
from dataclasses import fields
from datetime import date
from itertools import accumulate, repeat
from operator import attrgetter, sub
from typing import Any, Final

import msgspec

from app.domain.members import FOLD_VERSION, Day, MemberState
from app.domain.open_sales import OpenSale
from app.domain.profiles import Profile
from app.domain.programme import Programme

_encoder: Final = msgspec.json.Encoder()
# A programme holds sets, whose order differs from one process to the next.
_ordered: Final = msgspec.json.Encoder(order="deterministic")
_Numbers = tuple[int, ...]
_Columns = tuple[_Numbers, _Numbers, _Numbers, _Numbers]
_states: Final = msgspec.json.Decoder(tuple[MemberState, _Columns])
_profiles: Final = msgspec.json.Decoder(Profile)
_sales: Final = msgspec.json.Decoder(OpenSale)
_programmes: Final = msgspec.json.Decoder(Programme)
_NAMES: Final = [field.name for field in fields(MemberState)]
_DAYS_AT: Final = _NAMES.index("days")
_before_days: Final = attrgetter(*_NAMES[:_DAYS_AT])
_after_days: Final = attrgetter(*_NAMES[_DAYS_AT + 1 :])
_Bare: Final = msgspec.defstruct("_Bare", [(name, Any) for name in _NAMES], gc=False)
DEFLATED_FROM_BYTES: Final = 2 * 1024
_DEFLATED: Final = b"x"  # the first byte of a zlib stream, and of no JSON array


OLDEST_FOLD_READ: Final = 2
"""A station shows and sells on rows from this fold on until its hub sends new ones.

Whoever raises FOLD_VERSION raises this too if the new rules would grant more on such rows.
"""


class StaleFoldError(RuntimeError):
    """A row was folded by another version of the fold: rebuild the replica."""


def pack(row: MemberState | Profile | OpenSale | Programme) -> bytes:
    """Return a row's bytes."""
    if isinstance(row, MemberState):
        # As `replace(row, days=())`, which takes longer than all the rest.
        bare = _Bare(*_before_days(row), (), *_after_days(row))
        body = _encoder.encode((bare, _columns(row.days)))
        return body if len(body) < DEFLATED_FROM_BYTES else zlib.compress(body, 1)
    return (_ordered if isinstance(row, Programme) else _encoder).encode(row)


def unpack_state(body: bytes) -> MemberState:
    """Return a member's state; raise StaleFoldError if another fold version wrote it."""
    return _state(body, FOLD_VERSION)


def unpack_dated_state(body: bytes) -> MemberState:
    """Return a member's state, also one of an older fold that is still understood.

    Its `fold_version` says which one wrote it (decisions/0024). Raises StaleFoldError for others.
    """
    return _state(body, OLDEST_FOLD_READ)


def _state(body: bytes, oldest: int) -> MemberState:
    state, columns = _states.decode(_inflated(body) if body[:1] == _DEFLATED else body)
    if not oldest <= state.fold_version <= FOLD_VERSION:
        raise StaleFoldError(f"member {state.member}: fold version {state.fold_version}")
    if columns[0]:
        # Nobody knows this state yet; `replace` would copy all of its thirty fields.
        object.__setattr__(state, "days", _days(columns))
    return state


def _inflated(body: bytes) -> bytes:
    try:
        return zlib.decompress(body)
    except zlib.error as error:
        raise ValueError(f"a deflated row is damaged: {error}") from error


def _columns(days: tuple[Day, ...]) -> _Columns:
    if not days:
        return ((), (), (), ())
    dates, visits, status, paid_minor = zip(*days, strict=True)
    ordinals = list(map(date.toordinal, dates))
    return (ordinals[0], *map(sub, ordinals[1:], ordinals)), visits, status, paid_minor


def _days(columns: _Columns) -> tuple[Day, ...]:
    since, *sums = columns
    whole = zip(map(date.fromordinal, accumulate(since)), *sums, strict=True)
    # As Day(*fields), without a Python call for each of up to 400 days.
    return tuple(map(tuple.__new__, repeat(Day), whole))


def unpack_profile(body: bytes) -> Profile:
    """Return a member's profile."""
    return _profiles.decode(body)


def unpack_sale(body: bytes) -> OpenSale:
    """Return an open sale."""
    return _sales.decode(body)


def unpack_programme(body: bytes) -> Programme:
    """Return a programme as it was compiled when it was published."""
    return _programmes.decode(body)

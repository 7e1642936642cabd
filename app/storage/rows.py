"""Folded rows as bytes: the same domain objects, in JSON so that a person can read them.

A state's days are kept as numbers, four a day (days since the one before, visits, status
points, money paid): so the row of a member who comes every day stays under 16 KB.
"""

from dataclasses import replace
from datetime import date
from itertools import accumulate, repeat
from typing import Final

import msgspec

from app.domain.members import FOLD_VERSION, Day, MemberState
from app.domain.open_sales import OpenSale
from app.domain.profiles import Profile
from app.domain.programme import Programme

_encoder: Final = msgspec.json.Encoder()
_states: Final = msgspec.json.Decoder(tuple[MemberState, tuple[int, ...]])
_profiles: Final = msgspec.json.Decoder(Profile)
_sales: Final = msgspec.json.Decoder(OpenSale)
_programmes: Final = msgspec.json.Decoder(Programme)


class StaleFoldError(RuntimeError):
    """A row was folded by another version of the fold: rebuild the replica."""


def pack(row: MemberState | Profile | OpenSale | Programme) -> bytes:
    """Return a row's bytes."""
    if isinstance(row, MemberState):
        return _encoder.encode((replace(row, days=()), _numbers(row.days)))
    return _encoder.encode(row)


def unpack_state(body: bytes) -> MemberState:
    """Return a member's state; raise StaleFoldError if another fold version wrote it."""
    state, numbers = _states.decode(body)
    if state.fold_version != FOLD_VERSION:
        raise StaleFoldError(f"member {state.member}: fold version {state.fold_version}")
    return replace(state, days=_days(numbers)) if numbers else state


def _numbers(days: tuple[Day, ...]) -> list[int]:
    numbers: list[int] = []
    before = 0
    for on, visits, status, paid_minor in days:
        ordinal = on.toordinal()
        numbers += (ordinal - before, visits, status, paid_minor)
        before = ordinal
    return numbers


def _days(numbers: tuple[int, ...]) -> tuple[Day, ...]:
    dates = map(date.fromordinal, accumulate(numbers[::4]))
    fields = zip(dates, numbers[1::4], numbers[2::4], numbers[3::4], strict=True)
    # As Day(*fields), without a Python call for each of up to 400 days.
    return tuple(map(tuple.__new__, repeat(Day), fields))


def unpack_profile(body: bytes) -> Profile:
    """Return a member's profile."""
    return _profiles.decode(body)


def unpack_sale(body: bytes) -> OpenSale:
    """Return an open sale."""
    return _sales.decode(body)


def unpack_programme(body: bytes) -> Programme:
    """Return a programme as it was compiled when it was published."""
    return _programmes.decode(body)

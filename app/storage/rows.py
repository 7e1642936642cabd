"""Folded rows as bytes: the same domain objects, in JSON so that a person can read them."""

from typing import Final

import msgspec

from app.domain.members import FOLD_VERSION, MemberState
from app.domain.profiles import Profile
from app.domain.programme import Programme
from app.domain.sales import OpenSale

_encoder: Final = msgspec.json.Encoder()
_states: Final = msgspec.json.Decoder(MemberState)
_profiles: Final = msgspec.json.Decoder(Profile)
_sales: Final = msgspec.json.Decoder(OpenSale)
_programmes: Final = msgspec.json.Decoder(Programme)


class StaleFoldError(RuntimeError):
    """A row was folded by another version of the fold: rebuild the replica."""


def pack(row: MemberState | Profile | OpenSale | Programme) -> bytes:
    """Return a row's bytes."""
    return _encoder.encode(row)


def unpack_state(body: bytes) -> MemberState:
    """Return a member's state; raise StaleFoldError if another fold version wrote it."""
    state = _states.decode(body)
    if state.fold_version != FOLD_VERSION:
        raise StaleFoldError(f"member {state.member}: fold version {state.fold_version}")
    return state


def unpack_profile(body: bytes) -> Profile:
    """Return a member's profile."""
    return _profiles.decode(body)


def unpack_sale(body: bytes) -> OpenSale:
    """Return an open sale."""
    return _sales.decode(body)


def unpack_programme(body: bytes) -> Programme:
    """Return a programme as it was compiled when it was published."""
    return _programmes.decode(body)

"""Vouchers: whether one can be used on a date, and what happens to one that ran out."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from app.domain.members import Held


@dataclass(frozen=True, slots=True)
class NotYet:
    """The voucher can be used from `valid_from` on."""

    valid_from: date


@dataclass(frozen=True, slots=True)
class Expired:
    """The voucher could be used until `until`."""

    until: date


@dataclass(frozen=True, slots=True)
class AlreadyClaimed:
    """The voucher was used or handed over on a date (None = too long ago to say)."""

    on: date | None


@dataclass(frozen=True, slots=True)
class WasVoided:
    """The voucher was given back, or what it was promised for was returned."""


VoucherFault = NotYet | Expired | AlreadyClaimed | WasVoided


def usable(held: Held, on: date) -> VoucherFault | None:
    """Return why a voucher cannot be used on a business date, or None when it can."""
    match held.status:
        case "claimed":
            return AlreadyClaimed(held.closed_on)
        case "void" | "returned":
            return WasVoided()
        case "expired":
            return Expired(held.until)
        case "live":
            if on > held.until:
                return Expired(held.until)
            return NotYet(held.valid_from) if on < held.valid_from else None
        case _:
            assert_never(held.status)

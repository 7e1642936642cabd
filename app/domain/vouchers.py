"""Vouchers: whether one can be used on a date, and what happens to one that ran out."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple, assert_never

from app.domain.coins import reinstated_until
from app.domain.companions import bought_voucher, claim_key, stock_key
from app.domain.effects import Effect, Restore, Spend, Withdraw
from app.domain.events import Event
from app.domain.facts import Redeemed, VoucherClosed
from app.domain.ids import derived_id
from app.domain.members import Held, MemberState
from app.domain.programme import Programme


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


# ---------------------------------------------------------------- the end without use


class Closing(NamedTuple):
    """The end of a voucher that was not used: effects, once keys and the keys it sets free."""

    voucher: str
    effects: tuple[Effect, ...]
    once: tuple[str, ...]
    releases: tuple[str, ...]


def closing_of(
    programme: Programme, held: Held, reason: Literal["void", "expired"], on: date
) -> Closing:
    """Return what giving a live voucher back, or its running out, does on a business date.

    The coins spent on it come back to their lots, and what it was of is in stock again
    (LEDGER.md 22).
    """
    effects: list[Effect] = [Withdraw(held.voucher, on, reason)]
    if held.coins:
        lapsed = reinstated_until(on, programme.reinstatement_days)
        effects.append(Restore(held.coins, held.voucher, lapsed))
    releases = (stock_key(held.reward, held.stock),) if held.stock else ()
    return Closing(held.voucher, tuple(effects), (claim_key(held.voucher),), releases)


def expired_vouchers(
    programme: Programme, state: MemberState, morning: date
) -> tuple[Closing, ...]:
    """Return the end of every voucher that could be used until before `morning`.

    Each is an event of its own (`voucher_closed`), since each has its own once key.
    """
    return tuple(
        closing_of(programme, held, "expired", morning)
        for held in state.vouchers
        if held.status == "live" and held.until < morning
    )


def refund_of(lost: Event, reinstatement_days: int) -> Event | None:
    """Return what gives a worthless redemption's coins back, or None when there is nothing.

    Somebody else had taken the last of the stock; the coins were spent all the same, since
    debits always book (LEDGER.md 6).
    """
    if not isinstance(lost.facts, Redeemed):
        return None
    lapsed = reinstated_until(lost.on, reinstatement_days)
    effects = tuple(
        Restore(spend.amount, spend.spend_id, lapsed)
        for spend in lost.effects
        if isinstance(spend, Spend)
    )
    voucher = bought_voucher(lost.id)
    return replace(
        lost,
        id=derived_id(lost.id, "refund"),
        kind="voucher_closed",
        staff="",
        facts=VoucherClosed(voucher, "void", ""),
        effects=effects,
        once=(claim_key(voucher),),
        releases=(),
    )

"""Money off a bill that Sikka finds: the tier's own price, vouchers, a promo code (LEDGER.md 11).

Everything is allocated to the lines it belongs to, so that a return gives back what was paid.
"""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, Protocol

from app.domain.effects import Benefit
from app.domain.facts import Line, Off
from app.domain.money import allocate, round_half_up

Earns = Callable[[Line], bool]
"""Whether a line earns at all, that is, no exclusion of the programme names it."""


Free = dict[int, int]
"""Thousandths of a unit that are free already, by line: two vouchers never free one unit."""


class Named(NamedTuple):
    """A benefit with what it comes from: a voucher's id or a promo's."""

    kind: Literal["voucher", "promo"]
    ref: str
    benefit: Benefit


def after_tier_price(
    lines: Sequence[Line], percent: int, tier: str, earns: Earns
) -> tuple[list[Line], Off | None]:
    """Return the lines at the tier's price: `percent` off each that earns, floored."""
    parts = [line.net_minor * percent // 100 if earns(line) else 0 for line in lines]
    amount = sum(parts)
    return _less(lines, parts), Off("tier", tier, amount) if amount else None


def after_benefit(
    lines: Sequence[Line], named: Named, earns: Earns, free: Free
) -> tuple[list[Line], Off]:
    """Return the lines after a voucher's or promo's benefit; never below zero.

    `free` are the units that are free already; those that become so are added in place.
    """
    parts = _parts(lines, named.benefit, earns, free)
    return _less(lines, parts), Off(named.kind, named.ref, sum(parts))


class Goods(Protocol):
    """Anything sold under a code and a category: a line typed or a line sold."""

    @property
    def sku(self) -> str:
        """The article's code."""

    @property
    def category(self) -> str:
        """The article's category."""


def covered(lines: Sequence[Goods], benefit: Benefit) -> list[bool]:
    """Return which lines a benefit may take money off."""
    if not benefit.goods:
        return [True] * len(lines)
    goods = set(benefit.goods)
    return [f"sku:{one.sku}" in goods or f"category:{one.category}" in goods for one in lines]


def off_minor(lines: Sequence[Line], benefit: Benefit, earns: Earns) -> int:
    """Return what a benefit takes off lines, in minor units."""
    return sum(_parts(lines, benefit, earns, {}))


def _parts(lines: Sequence[Line], benefit: Benefit, earns: Earns, free: Free) -> list[int]:
    allowed = covered(lines, benefit)
    weights = [line.net_minor if ok else 0 for line, ok in zip(lines, allowed, strict=True)]
    if benefit.kind == "percent":
        return _capped([weight * benefit.value // 100 for weight in weights], benefit)
    if benefit.kind == "fixed":
        earning = [
            weight if earns(line) else 0 for line, weight in zip(lines, weights, strict=True)
        ]
        # Off what earns first; only what that cannot hold off the rest.
        rest = [weight - first for weight, first in zip(weights, earning, strict=True)]
        amount = min(benefit.value, sum(weights))
        on_earning = min(amount, sum(earning))
        pairs = zip(allocate(on_earning, earning), allocate(amount - on_earning, rest), strict=True)
        return [first + second for first, second in pairs]
    if benefit.kind in {"item", "sample"}:
        return _capped(_free_units(lines, allowed, benefit.value, free), benefit)
    return [0] * len(lines)


def _free_units(
    lines: Sequence[Line], allowed: Sequence[bool], value: int, free: Free
) -> list[int]:
    """Return what `value` thousandths of a unit cost on the allowed lines, cheapest first."""
    parts = [0] * len(lines)
    left = [line.quantity_milli - free.get(at, 0) for at, line in enumerate(lines)]
    cheapest = sorted(
        (at for at, ok in enumerate(allowed) if ok and left[at]),
        key=lambda at: (lines[at].net_minor * 1000 // left[at], at),
    )
    for at in cheapest:
        units = min(value, left[at])
        parts[at] = round_half_up(lines[at].net_minor * units, left[at])
        free[at] = free.get(at, 0) + units
        value -= units
    return parts


def _capped(parts: list[int], benefit: Benefit) -> list[int]:
    whole = sum(parts)
    if benefit.ceiling_minor and whole > benefit.ceiling_minor:
        return list(allocate(benefit.ceiling_minor, parts))
    return parts


def _less(lines: Sequence[Line], parts: Sequence[int]) -> list[Line]:
    return [
        line._replace(net_minor=line.net_minor - part) if part else line
        for line, part in zip(lines, parts, strict=True)
    ]

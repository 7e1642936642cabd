"""A bill: what is typed at the counter, what it costs, and what can be wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.domain.coins import coins_reach
from app.domain.facts import Line
from app.domain.members import MemberState
from app.domain.money import MINOR_MAX, allocate, round_half_up
from app.domain.programme import PayLimits, Programme
from app.domain.rating import Rules

NUMBER_LENGTH_MAX = 60
LINES_MAX = 1_500  # A bill of that many lines is still well under the 512 KB of an event.
QUANTITY_MAX_MILLI = 10**9  # A million units: more is a scan in the quantity field.


class BillLine(NamedTuple):
    """One line as the cashier enters it; `quantity_milli` thousandths, money in minor units."""

    sku: str
    name: str
    category: str
    quantity_milli: int
    unit_price_minor: int
    discount_minor: int = 0


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill being entered. `id` is minted when it opens and becomes the sale's event id.

    `member` is empty for a guest; `coins` is what the member pays with.
    """

    id: str
    number: str
    lines: tuple[BillLine, ...]
    member: str = ""
    discount_minor: int = 0
    coins: int = 0


def number_key(number: str) -> str:
    """Return what of a bill or return number counts: neither case nor spaces around it."""
    return " ".join(number.split()).upper()


def amount_line(amount_minor: int) -> BillLine:
    """Return the one line of a bill entered by amount."""
    return BillLine("", "", "", 1000, amount_minor)


def line_minor(line: BillLine) -> int:
    """Return what a line costs after its own discount, rounded half up."""
    if line.quantity_milli == 1000:
        return line.unit_price_minor - line.discount_minor
    return round_half_up(line.unit_price_minor * line.quantity_milli, 1000) - line.discount_minor


def total_minor(bill: Bill) -> int:
    """Return the bill's total after discounts and before coins."""
    return sum([line_minor(line) for line in bill.lines]) - bill.discount_minor


def price(bill: Bill, rules: Rules) -> tuple[Line, ...]:
    """Return the lines with every discount and coin tender taken off where it belongs.

    Off the lines that earn, by value; only what they cannot hold off the others.
    """
    nets = [line_minor(line) for line in bill.lines]
    lines = [
        Line(one.sku, one.name, one.category, one.quantity_milli, one.unit_price_minor, net)
        for one, net in zip(bill.lines, nets, strict=True)
    ]
    if bill.discount_minor:
        parts = _off(bill.discount_minor, lines, rules)
        lines = [
            line._replace(net_minor=line.net_minor - part)
            for line, part in zip(lines, parts, strict=True)
        ]
    if bill.coins:
        parts = _off(bill.coins * rules.programme.coin_value_minor, lines, rules)
        lines = [
            line._replace(net_minor=line.net_minor - part, coin_minor=part)
            for line, part in zip(lines, parts, strict=True)
        ]
    return tuple(lines)


def _off(amount: int, lines: Sequence[Line], rules: Rules) -> list[int]:
    earning = [line.net_minor if rules.earns(line) else 0 for line in lines]
    other = [line.net_minor - weight for line, weight in zip(lines, earning, strict=True)]
    first = min(amount, sum(earning))
    parts = zip(allocate(first, earning), allocate(amount - first, other), strict=True)
    return [on_earning + on_other for on_earning, on_other in parts]


# What can be wrong with a bill, as a closed vocabulary.


@dataclass(frozen=True, slots=True)
class NoAmount:
    """The bill is empty or its amount is not above zero; free goods, by their codes, may be."""


@dataclass(frozen=True, slots=True)
class AmountTooLarge:
    """The total is over `limit_minor`."""

    total_minor: int
    limit_minor: int = MINOR_MAX


@dataclass(frozen=True, slots=True)
class BadLine:
    """Line `line` (from 1) has no quantity or far too much, a bad price or discount."""

    line: int


@dataclass(frozen=True, slots=True)
class TooManyLines:
    """The bill has more than `limit` lines."""

    limit: int = LINES_MAX


@dataclass(frozen=True, slots=True)
class NoBillNumber:
    """The bill has no number, or one that no till prints (over 60 characters)."""


@dataclass(frozen=True, slots=True)
class CoinsNotAllowed:
    """`coins` cannot be used; `minimum` to `maximum` in `step` can (`maximum` 0 = none)."""

    coins: int
    minimum: int
    maximum: int
    step: int


@dataclass(frozen=True, slots=True)
class NotEnoughCoins:
    """The member has `spendable` coins and wants to pay with `coins`."""

    coins: int
    spendable: int


BillFault = (
    NoAmount
    | AmountTooLarge
    | BadLine
    | TooManyLines
    | NoBillNumber
    | CoinsNotAllowed
    | NotEnoughCoins
)


class CoinRange(NamedTuple):
    """How many coins may pay for a bill: from `minimum` to `maximum` in `step`; 0, 0 = none."""

    minimum: int
    maximum: int
    step: int


def coin_range(programme: Programme, spendable: int, total: int) -> CoinRange:
    """Return the coins a member may use on a bill of `total` minor units."""
    limits = programme.pay
    value = programme.coin_value_minor
    most = min(spendable, total * limits.share_percent // 100 // value) if value else 0
    most = _stepped(most, limits)
    if most < max(1, limits.minimum_coins):
        return CoinRange(0, 0, limits.step_coins)
    least = limits.minimum_coins + -limits.minimum_coins % limits.step_coins
    return CoinRange(max(least, limits.step_coins), most, limits.step_coins)


def _stepped(coins: int, limits: PayLimits) -> int:
    return coins - coins % limits.step_coins


def fault_of(bill: Bill, rules: Rules, state: MemberState | None, on: date) -> BillFault | None:
    """Return what is wrong with a bill, or None: checked again when it is recorded."""
    total = _total_or_fault(bill)
    if not isinstance(total, int):
        return total
    if total > MINOR_MAX:
        return AmountTooLarge(total)
    if total < 0 or (total == 0 and not all(line.sku for line in bill.lines)):
        return NoAmount()
    if not 0 < len(number_key(bill.number)) <= NUMBER_LENGTH_MAX or not bill.number.isprintable():
        return NoBillNumber()
    return _coin_fault(bill, rules.programme, state, on, total)


def _total_or_fault(bill: Bill) -> int | BadLine | NoAmount | TooManyLines:
    """Return the bill's total, each line looked at once: this runs before every sale."""
    if len(bill.lines) > LINES_MAX:
        return TooManyLines()
    total = -bill.discount_minor
    for at, line in enumerate(bill.lines, 1):
        _, _, _, quantity, price_minor, discount = line
        net = price_minor - discount if quantity == 1000 else line_minor(line)
        if not 0 < quantity <= QUANTITY_MAX_MILLI or price_minor < 0 or net < 0:
            return BadLine(at)
        if not 0 <= discount <= MINOR_MAX:
            return BadLine(at)
        total += net
    return total if bill.lines and bill.discount_minor >= 0 else NoAmount()


def _coin_fault(
    bill: Bill, programme: Programme, state: MemberState | None, on: date, total: int
) -> BillFault | None:
    if not bill.coins:
        return None
    spendable = coins_reach(state.lots, state.debt + state.overdraft, on) if state else 0
    if bill.coins > spendable:
        return NotEnoughCoins(bill.coins, spendable)
    allowed = coin_range(programme, spendable, total)
    if not allowed.minimum <= bill.coins <= allowed.maximum or bill.coins % allowed.step:
        return CoinsNotAllowed(bill.coins, *allowed)
    return None

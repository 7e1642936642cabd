"""What can be wrong with a bill, as a closed vocabulary, and who says so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.bills import (
    LINES_MAX,
    NUMBER_LENGTH_MAX,
    QUANTITY_MAX_MILLI,
    Bill,
    coin_range,
    line_minor,
    number_key,
    price,
    promo_of,
    till_lines,
)
from app.domain.coins import coins_reach
from app.domain.effects import Benefit
from app.domain.facts import Context, Line
from app.domain.members import MemberState, credit_on, voucher_of
from app.domain.money import MINOR_MAX
from app.domain.offs import covered
from app.domain.programme import Programme
from app.domain.promos import PromoFault, promo_fault
from app.domain.rating import Rules
from app.domain.vouchers import VoucherFault, usable


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


@dataclass(frozen=True, slots=True)
class UnknownVoucher:
    """The member has no such voucher, or the programme no such promo (any more)."""


@dataclass(frozen=True, slots=True)
class BelowMinimum:
    """The bill must come to `minimum_minor`."""

    minimum_minor: int


@dataclass(frozen=True, slots=True)
class OtherGoods:
    """The bill has none of the goods it is for."""


@dataclass(frozen=True, slots=True)
class VoucherUnfit:
    """A voucher (or promo, by its id) cannot be used on this bill, and why."""

    voucher: str
    why: VoucherFault | PromoFault | UnknownVoucher | BelowMinimum | OtherGoods


@dataclass(frozen=True, slots=True)
class CreditNotAllowed:
    """`credit_minor` of store credit cannot be used on this bill; at most `maximum_minor` can."""

    credit_minor: int
    maximum_minor: int


BillFault = (
    NoAmount
    | AmountTooLarge
    | BadLine
    | TooManyLines
    | NoBillNumber
    | CoinsNotAllowed
    | NotEnoughCoins
    | VoucherUnfit
    | CreditNotAllowed
)


def fault_of(
    bill: Bill, rules: Rules, state: MemberState | None, context: Context
) -> BillFault | None:
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
    return _unfit(bill, rules, state, context, total) or _tender_fault(bill, rules, state, context)


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


def _unfit(
    bill: Bill, rules: Rules, state: MemberState | None, context: Context, total: int
) -> VoucherUnfit | None:
    """Return the first voucher or promo that does not fit the bill."""
    if not bill.vouchers and not bill.promo:
        return None
    lines = till_lines(bill, rules)
    for voucher in bill.vouchers:
        held = voucher_of(state, voucher) if state else None
        if held is None or bill.vouchers.count(voucher) > 1:
            return VoucherUnfit(voucher, UnknownVoucher())
        unfit = usable(held, context.on) or _benefit_fault(held.benefit, lines, total)
        if unfit is not None:
            return VoucherUnfit(voucher, unfit)
    if not bill.promo:
        return None
    promo = promo_of(rules.programme, bill.promo)
    if promo is None:
        return VoucherUnfit(bill.promo, UnknownVoucher())
    why = promo_fault(promo, state, context.tier, context.on) or _benefit_fault(
        promo.benefit, lines, total
    )
    return VoucherUnfit(bill.promo, why) if why is not None else None


def _benefit_fault(
    benefit: Benefit, lines: Sequence[Line], total: int
) -> BelowMinimum | OtherGoods | None:
    if total < benefit.minimum_minor:
        return BelowMinimum(benefit.minimum_minor)
    if benefit.goods and benefit.kind != "service" and not any(covered(lines, benefit)):
        return OtherGoods()
    return None


def _tender_fault(
    bill: Bill, rules: Rules, state: MemberState | None, context: Context
) -> BillFault | None:
    if not bill.coins and not bill.credit_minor:
        return None
    untendered = replace(bill, coins=0, credit_minor=0)
    due = sum(one.net_minor for one in price(untendered, rules, context.tier, state).lines)
    fault = _coin_fault(bill, rules.programme, state, context.on, due)
    if fault is not None or not bill.credit_minor:
        return fault
    left = due - bill.coins * rules.programme.coin_value_minor
    have = credit_on(state, context.on).spendable if state else 0
    most = max(0, min(left, have))
    if not 0 < bill.credit_minor <= most:
        return CreditNotAllowed(bill.credit_minor, most)
    return None


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

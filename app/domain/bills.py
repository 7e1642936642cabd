"""A bill: what is typed at the counter, what it costs, and what can be wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.facts import Line, Off
from app.domain.members import MemberState, voucher_of
from app.domain.money import allocate, round_half_up
from app.domain.offs import Free, Named, after_benefit, after_tier_price
from app.domain.programme import PayLimits, Programme
from app.domain.promises import Promo
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


class BasketRef(NamedTuple):
    """The till's basket a bill was made from, and the digest of the version that was taken."""

    source: str
    external_id: str
    digest: str


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill being entered. `id` is minted when it opens and becomes the sale's event id.

    `member` is empty for a guest; `coins` is what the member pays with, `credit_minor` store
    credit. `vouchers` are ids of vouchers to use, `promo` the id of a promo whose code was
    given (`promo_single` its number when the code is good once only, else 0). `basket` is what the
    shop's till sent, if the bill came from there.
    """

    id: str
    number: str
    lines: tuple[BillLine, ...]
    member: str = ""
    discount_minor: int = 0
    coins: int = 0
    credit_minor: int = 0
    vouchers: tuple[str, ...] = ()
    promo: str = ""
    promo_single: int = 0
    basket: BasketRef | None = None


class Priced(NamedTuple):
    """A bill's lines with everything taken off where it belongs, and what Sikka took off."""

    lines: tuple[Line, ...]
    offs: tuple[Off, ...]


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


def price(bill: Bill, rules: Rules, tier: str, state: MemberState | None) -> Priced:
    """Return the lines with every discount and tender taken off where it belongs.

    In order: the bill's own discount, the tier's price, vouchers, the promo, coins, store
    credit. Off the lines that earn, by value; only what they cannot hold off the others.
    """
    lines = till_lines(bill, rules)
    offs: list[Off] = []
    percent = rules.member_prices.get(tier, 0) if state is not None else 0
    if percent:
        lines, off = after_tier_price(lines, percent, tier, rules.earns)
        offs += [off] if off else []
    free: Free = {}
    for named in benefits_of(bill, rules, state):
        lines, off = after_benefit(lines, named, rules.earns, free)
        offs.append(off)
    if bill.coins:
        parts = _off(bill.coins * rules.programme.coin_value_minor, lines, rules)
        lines = [
            line._replace(net_minor=line.net_minor - part, coin_minor=part)
            for line, part in zip(lines, parts, strict=True)
        ]
    if bill.credit_minor:
        parts = _off(bill.credit_minor, lines, rules)
        lines = [
            line._replace(net_minor=line.net_minor - part, credit_minor=part)
            for line, part in zip(lines, parts, strict=True)
        ]
    return Priced(tuple(lines), tuple(offs))


def till_lines(bill: Bill, rules: Rules) -> list[Line]:
    """Return the lines as the till sells them, the bill's own discount allocated."""
    lines = [
        Line(
            one.sku, one.name, one.category, one.quantity_milli, one.unit_price_minor,
            line_minor(one),
        )
        for one in bill.lines
    ]  # fmt: skip
    if not bill.discount_minor:
        return lines
    parts = _off(bill.discount_minor, lines, rules)
    return [
        line._replace(net_minor=line.net_minor - part)
        for line, part in zip(lines, parts, strict=True)
    ]


def benefits_of(bill: Bill, rules: Rules, state: MemberState | None) -> list[Named]:
    """Return the benefits a bill asks for that exist; whether they fit `fault_of` says."""
    found: list[Named] = []
    for voucher in bill.vouchers:
        held = voucher_of(state, voucher) if state else None
        if held is not None:
            found.append(Named("voucher", voucher, held.benefit))
    if bill.promo:
        promo = promo_of(rules.programme, bill.promo)
        if promo is not None:
            found.append(Named("promo", promo.id, promo.benefit))
    return found


def promo_of(programme: Programme, promo_id: str) -> Promo | None:
    """Return a promo of the programme, or None."""
    return next((one for one in programme.promos if one.id == promo_id), None)


def _off(amount: int, lines: Sequence[Line], rules: Rules) -> list[int]:
    earning = [line.net_minor if rules.earns(line) else 0 for line in lines]
    other = [line.net_minor - weight for line, weight in zip(lines, earning, strict=True)]
    first = min(amount, sum(earning))
    parts = zip(allocate(first, earning), allocate(amount - first, other), strict=True)
    return [on_earning + on_other for on_earning, on_other in parts]


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

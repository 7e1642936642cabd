"""What the cashier entered, and the bill it makes: pure, no Qt objects."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.domain.bills import BasketRef, Bill, BillLine, amount_line
from app.domain.members import MemberState
from app.domain.money import Money
from app.domain.programme import Programme
from app.services.catalogue import Item
from app.services.estimates import Estimate
from app.services.goals import GoalStep
from app.services.returns import ReturnAsk
from app.ui.typed import read_amount
from app.ui.words import translate

Mode = Literal["amount", "items", "quantity", "discount"]


@dataclass(frozen=True, slots=True)
class Entered:
    """A line and the unit its quantity is in ("each", "kg", "l")."""

    line: BillLine
    unit: str = "each"


@dataclass(frozen=True, slots=True)
class Exchange:
    """Goods that come back when the bill is recorded; `back_minor` is their money."""

    ask: ReturnAsk
    number: str
    back_minor: int


@dataclass(frozen=True, slots=True)
class BillInputs:
    """All that the bill on screen depends on. `selected` and `chosen` are rows, -1 none.

    `state` is the member's (None = a guest), `on` the business date. `goal_steps` are challenges
    the bill moves, once somebody has asked why. `exchange` are the goods that come back for it,
    `paid_minor` is what the customer has paid for its items at the till already.
    """

    money: Money
    programme: Programme
    language: str = "en"
    id: str = ""
    number: str = ""
    mode: Mode = "amount"
    entry: str = ""
    amount: str = ""
    lines: tuple[Entered, ...] = ()
    selected: int = -1
    discount_minor: int = 0
    coins: int = 0
    credit_minor: int = 0
    vouchers: tuple[str, ...] = ()
    promo: str = ""
    promo_single: int = 0
    basket: BasketRef | None = None
    member: str = ""
    member_name: str = ""
    state: MemberState | None = None
    on: date | None = None
    results: tuple[Item, ...] = ()
    chosen: int = -1
    searched: bool = False
    wrong_entry: bool = False
    estimate: Estimate | None = None
    goal_steps: tuple[GoalStep, ...] = ()
    exchange: Exchange | None = None
    paid_minor: int = 0


def bill_of(inputs: BillInputs) -> Bill:
    """Return the bill as the use cases take it; an amount that cannot be read is no line."""
    lines = tuple(entered.line for entered in inputs.lines)
    if not lines and inputs.mode != "items":
        amount = read_amount(inputs.amount, inputs.money.digits)
        lines = (amount_line(amount),) if amount is not None else ()
    return Bill(
        id=inputs.id,
        number=inputs.number.strip(),
        lines=lines,
        member=inputs.member,
        discount_minor=inputs.discount_minor,
        coins=inputs.coins,
        credit_minor=inputs.credit_minor,
        vouchers=inputs.vouchers,
        promo=inputs.promo,
        promo_single=inputs.promo_single,
        # Without its items it is another bill, and the till's waits again.
        basket=inputs.basket if inputs.lines else None,
    )


def paid_at_till(inputs: BillInputs) -> int:
    """Return the money paid at the till already; a bill without items is another one."""
    return inputs.paid_minor if inputs.lines else 0


def goods_name(line: BillLine) -> str:
    """Return what a line is called; a till may send an amount and nothing else."""
    return line.name or line.sku or translate("bill", "Goods")


def target_line(inputs: BillInputs) -> int:
    """Return the line a quantity is for: the selected one, else the last; -1 without lines."""
    return inputs.selected if inputs.selected >= 0 else len(inputs.lines) - 1

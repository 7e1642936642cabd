"""The bill as it stands: what was entered, whose it is, what is used on it, what it earns."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, Signal

from app.domain.bills import Bill, BillLine, line_minor
from app.domain.members import MemberState
from app.services import estimates, goals
from app.services.catalogue import Item
from app.services.estimates import Estimate
from app.services.goals import GoalStep
from app.services.members import MemberView
from app.ui.bill_entry import (
    BillProps,
    LineRow,
    ResultRow,
    derive_bill,
    derive_lines,
    derive_results,
)
from app.ui.bill_inputs import BillInputs, Entered, Exchange, bill_of
from app.ui.bill_offs import OffRow, derive_offs
from app.ui.bill_reasons import ReasonRow, derive_reasons
from app.ui.desk import Desk
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel


class BillSnapshot(ViewModel, props=BillProps):
    """What was entered so far; every change is one new snapshot with its estimate."""

    edited = Signal()
    numberWanted = Signal()
    entryWanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines = Rows(LineRow, self)
        self._offs = Rows(OffRow, self)
        self._results = Rows(ResultRow, self)
        self._reasons = Rows(ReasonRow, self)
        self._member: MemberView | None = None
        self._inputs = BillInputs(desk.money, desk.shop.programme, id=desk.shop.mint())
        self.refresh()

    @Property(Rows, constant=True)
    def lines(self) -> Rows:
        """The lines, as rows."""
        return self._lines

    @Property(Rows, constant=True)
    def offs(self) -> Rows:
        """What comes off, as rows."""
        return self._offs

    @Property(Rows, constant=True)
    def results(self) -> Rows:
        """The articles found, as rows."""
        return self._results

    @Property(Rows, constant=True)
    def reasons(self) -> Rows:
        """Why it earns and costs what it does, as rows."""
        return self._reasons

    @property
    def bill(self) -> Bill:
        """The bill as it stands."""
        return bill_of(self._inputs)

    @property
    def inputs(self) -> BillInputs:
        """What was entered."""
        return self._inputs

    def off(self, ref: str) -> OffRow | None:
        """Return the row of a voucher or promo that is on the bill, by its id."""
        return next((row for row in self._offs.rows if row.ref == ref), None)

    @property
    def member(self) -> MemberView | None:
        """Whose bill it is; None for a guest."""
        return self._member

    def refresh(self) -> None:
        """Say and count everything anew, after a change of language, rules or time."""
        self._change(language=self._desk.language, on=self._desk.today)

    def _change(self, **changes: Any) -> None:
        inputs = replace(self._inputs, **changes)
        estimate = self._estimate(inputs)
        # What was chosen for the bill as it was: never more than the bill now takes.
        if inputs.coins > estimate.coin_range.maximum:
            inputs = replace(inputs, coins=0)
            estimate = self._estimate(inputs)
        if inputs.credit_minor > estimate.credit_maximum_minor:
            inputs = replace(inputs, credit_minor=estimate.credit_maximum_minor)
            estimate = self._estimate(inputs)
        self._inputs = replace(inputs, programme=self._desk.shop.programme, estimate=estimate)
        self._lines.set(derive_lines(self._inputs))
        self._offs.set(derive_offs(self._inputs))
        self._results.set(derive_results(self._inputs))
        self._reasons.set(derive_reasons(self._inputs))
        self.show(derive_bill(self._inputs))

    def _estimate(self, inputs: BillInputs) -> Estimate:
        shop = self._desk.shop
        return estimates.estimate(shop, bill_of(inputs), inputs.state, shop.moment())

    def _edit(self, **changes: Any) -> None:
        self._change(goal_steps=(), **changes)
        self.edited.emit()

    def explain(self) -> None:
        """Find out which challenges the bill moves, to say so among the reasons."""
        shop, bill = self._desk.shop, self.bill

        def show(steps: tuple[GoalStep, ...]) -> None:
            if self.bill == bill:
                self._change(goal_steps=steps)

        self._desk.jobs.run(lambda: goals.steps_of(shop, bill), show)

    # What others do to the bill

    def begin(self, number: str = "") -> None:
        """Start a new, empty bill; a shop that scans items goes on scanning items."""
        mode = "items" if self._inputs.mode == "items" or self._inputs.lines else "amount"
        self._member = None
        self._inputs = BillInputs(
            self._desk.money,
            self._desk.shop.programme,
            id=self._desk.shop.mint(),
            number=number,
            mode="items" if mode == "items" else "amount",
        )
        self._edit(language=self._desk.language, on=self._desk.today)
        self.entryWanted.emit()

    def renew(self) -> None:
        """Go on with a refused bill under a new id: what was reserved for the old one is gone."""
        self._inputs = replace(self._inputs, id=self._desk.shop.mint())

    def restore(self, inputs: BillInputs, member: MemberView | None) -> None:
        """Go on with a bill that was held or interrupted."""
        self._inputs = inputs
        if inputs.exchange is None:
            self.set_member(member)
        else:
            # What they have once the goods are back is known already.
            self._member = member
            self._edit(language=self._desk.language, on=self._desk.today)

    def set_member(self, member: MemberView | None) -> None:
        """Give the bill to a member, or to a guest; what is somebody else's is not used."""
        same = member is not None and self._inputs.member == member.member
        if same and self._inputs.exchange is not None:
            return  # What they have once the goods are back is known already.
        theirs = {} if same else {"coins": 0, "credit_minor": 0, "vouchers": ()}
        self._member = member
        self._edit(
            member=member.member if member else "",
            member_name=member.name if member else "",
            state=member.state if member else None,
            language=self._desk.language,
            on=self._desk.today,
            **theirs,
        )

    def begin_exchange(
        self, goods: Exchange, member: MemberView | None, state: MemberState | None
    ) -> None:
        """Begin the bill of an exchange; `state` is what the member has once the goods are back."""
        self.begin(self._inputs.number)
        self._member = member
        self._edit(
            exchange=goods,
            member=member.member if member else "",
            member_name=member.name if member else "",
            state=state,
        )

    def use_coins(self, coins: int) -> None:
        """Pay part of the bill with coins."""
        self._edit(coins=coins)

    def use_credit(self, credit_minor: int) -> None:
        """Pay part of the bill with store credit; never more than there is or is due."""
        self._edit(credit_minor=credit_minor)

    def use_voucher(self, voucher: str) -> None:
        """Use a voucher of the member's on the bill, once."""
        if voucher not in self._inputs.vouchers:
            self._edit(vouchers=(*self._inputs.vouchers, voucher))

    def was_paid(self, paid_minor: int) -> None:
        """Note what the customer has paid at the till already."""
        if paid_minor != self._inputs.paid_minor:
            self._edit(paid_minor=paid_minor)

    def use_promo(self, promo: str, single: int) -> None:
        """Use a promo's code on the bill, in place of another."""
        self._edit(promo=promo, promo_single=single)

    def leave_off(self, ref: str) -> None:
        """Use a voucher or the promo, by its id, on the bill after all not."""
        if ref == self._inputs.promo:
            self._edit(promo="", promo_single=0)
        else:
            self._edit(vouchers=tuple(one for one in self._inputs.vouchers if one != ref))

    def add(self, item: Item, quantity_milli: int = 1000, price_minor: int | None = None) -> None:
        """Add an article; a second one of the same raises the quantity of its line."""
        line = BillLine(item.sku, item.name, item.category, quantity_milli, item.unit_price_minor)
        if price_minor is not None and line_minor(line) != price_minor:
            # A scale label's price wins over quantity times price, which may round otherwise.
            line = line._replace(quantity_milli=1000, unit_price_minor=price_minor)
        self.put_on_top((Entered(line, item.unit),))

    def put_on_top(self, more: Sequence[Entered]) -> None:
        """Add lines; a second one of the same goods raises the quantity of the first."""
        if not more:
            return
        lines = list(self._inputs.lines)
        for entered in more:
            _put(lines, entered)
        self._edit(
            lines=tuple(lines),
            mode="items",
            entry="",
            amount="",
            results=(),
            chosen=-1,
            selected=-1,
            searched=False,
        )


def _put(lines: list[Entered], entered: Entered) -> None:
    line = entered.line
    same = next((at for at, one in enumerate(lines) if _same(one.line, line)), None)
    if same is not None and entered.unit == "each":
        old = lines[same].line
        more = old._replace(quantity_milli=old.quantity_milli + line.quantity_milli)
        lines[same] = Entered(more, entered.unit)
    else:
        lines.append(entered)


def _same(one: BillLine, other: BillLine) -> bool:
    return (
        bool(one.sku)
        and one.sku == other.sku
        and one.unit_price_minor == other.unit_price_minor
        and one.discount_minor == other.discount_minor
    )

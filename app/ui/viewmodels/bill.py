"""The bill being entered: by amount or by items, with what it earns."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from app.domain.bills import Bill, BillLine, line_minor
from app.services import catalogue, sales
from app.services.catalogue import Item, Weighed
from app.services.members import MemberView
from app.ui.bill_entry import (
    BillInputs,
    BillProps,
    Entered,
    LineRow,
    ResultRow,
    StepRow,
    bill_of,
    derive_bill,
    derive_lines,
    derive_results,
    derive_steps,
    target_line,
)
from app.ui.desk import Desk
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.typed import latin_digits, read_amount, read_quantity
from app.ui.uncreatable import QmlUncreatable

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("built by the counter")
class BillViewModel(ViewModel, props=BillProps):
    """What the cashier enters; every change is one new snapshot with its estimate."""

    edited = Signal()
    numberWanted = Signal()
    entryWanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines = Rows(LineRow, self)
        self._results = Rows(ResultRow, self)
        self._steps = Rows(StepRow, self)
        self._member: MemberView | None = None
        self._inputs = BillInputs(desk.money, desk.shop.programme, id=desk.shop.mint())
        self.refresh()

    @Property(Rows, constant=True)
    def lines(self) -> Rows:
        """The lines, as rows."""
        return self._lines

    @Property(Rows, constant=True)
    def results(self) -> Rows:
        """The articles found, as rows."""
        return self._results

    @Property(Rows, constant=True)
    def steps(self) -> Rows:
        """The reasons for the coins, as rows."""
        return self._steps

    @property
    def bill(self) -> Bill:
        """The bill as it stands."""
        return bill_of(self._inputs)

    @property
    def inputs(self) -> BillInputs:
        """What was entered."""
        return self._inputs

    @property
    def member(self) -> MemberView | None:
        """Whose bill it is; None for a guest."""
        return self._member

    def refresh(self) -> None:
        """Say and count everything anew, after a change of language, rules or time."""
        self._change(language=self._desk.language)

    def _change(self, **changes: Any) -> None:
        inputs = replace(self._inputs, **changes)
        estimate = sales.estimate(
            self._desk.shop,
            bill_of(inputs),
            self._member.state if self._member else None,
            self._desk.shop.moment(),
        )
        # Coins were chosen for the bill as it was: never more than the bill now takes.
        if inputs.coins > estimate.coin_range.maximum:
            inputs = replace(inputs, coins=0)
            estimate = sales.estimate(
                self._desk.shop,
                bill_of(inputs),
                self._member.state if self._member else None,
                self._desk.shop.moment(),
            )
        self._inputs = replace(inputs, programme=self._desk.shop.programme, estimate=estimate)
        self._lines.set(derive_lines(self._inputs))
        self._results.set(derive_results(self._inputs))
        self._steps.set(derive_steps(self._inputs))
        self.show(derive_bill(self._inputs))

    def _edit(self, **changes: Any) -> None:
        self._change(**changes)
        self.edited.emit()

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
        self._edit(language=self._desk.language)
        self.entryWanted.emit()

    def renew(self) -> None:
        """Go on with a refused bill under a new id: what was reserved for the old one is gone."""
        self._inputs = replace(self._inputs, id=self._desk.shop.mint())

    def restore(self, inputs: BillInputs, member: MemberView | None) -> None:
        """Go on with a bill that was held or interrupted."""
        self._inputs = inputs
        self.set_member(member)

    def set_member(self, member: MemberView | None) -> None:
        """Give the bill to a member, or to a guest; coins of somebody else are not used."""
        same = member is not None and self._inputs.member == member.member
        self._member = member
        self._edit(
            member=member.member if member else "",
            member_name=member.name if member else "",
            coins=self._inputs.coins if same else 0,
            language=self._desk.language,
        )

    def use_coins(self, coins: int) -> None:
        """Pay part of the bill with coins."""
        self._edit(coins=coins)

    def add(self, item: Item, quantity_milli: int = 1000, price_minor: int | None = None) -> None:
        """Add an article; a second one of the same raises the quantity of its line."""
        line = BillLine(item.sku, item.name, item.category, quantity_milli, item.unit_price_minor)
        if price_minor is not None and line_minor(line) != price_minor:
            # A scale label's price wins over quantity times price, which may round otherwise.
            line = line._replace(quantity_milli=1000, unit_price_minor=price_minor)
        lines = list(self._inputs.lines)
        same = next((at for at, one in enumerate(lines) if _same(one.line, line)), None)
        if same is not None and item.unit == "each":
            old = lines[same].line
            more = old._replace(quantity_milli=old.quantity_milli + line.quantity_milli)
            lines[same] = Entered(more, item.unit)
        else:
            lines.append(Entered(line, item.unit))
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

    # What the cashier does

    @Slot(str)
    def typeNumber(self, text: str) -> None:
        """Take the bill number as typed."""
        self._edit(number=latin_digits(text))

    @Slot(str)
    def typeEntry(self, text: str) -> None:
        """Take what is typed on the pad, by mode."""
        if self._inputs.mode == "amount":
            self._edit(amount=text)
            return
        self._change(entry=text, wrong_entry=False)
        if self._inputs.mode == "items":
            self._search(text)

    @Slot()
    def enter(self) -> None:
        """Take the entry as it is: add the item, set the quantity, go to the bill number."""
        match self._inputs.mode:
            case "amount":
                self.numberWanted.emit()
            case "items":
                self._enter_item()
            case "quantity":
                self._enter_quantity()
            case "discount":
                self._enter_discount()

    @Slot(int)
    def move(self, step: int) -> None:
        """Move up or down: among the results while there are any, else among the lines."""
        if self._inputs.results:
            last = len(self._inputs.results) - 1
            self._change(chosen=max(0, min(last, self._inputs.chosen + step)))
        elif self._inputs.lines:
            last = len(self._inputs.lines) - 1
            at = self._inputs.selected
            self._change(selected=max(0, min(last, at + step)) if at >= 0 else last)

    @Slot(int)
    def select(self, line: int) -> None:
        """Select a line, or let go of it when it is selected already."""
        self._change(selected=-1 if line == self._inputs.selected else line)

    @Slot(int)
    def choose(self, result: int) -> None:
        """Add a result to the bill."""
        self._change(chosen=result)
        self._enter_item()

    @Slot()
    def toggleMode(self) -> None:
        """Change between amount and items; a bill that has items stays with items."""
        if self._inputs.lines:
            mode = "items"
        else:
            mode = "amount" if self._inputs.mode == "items" else "items"
        self._edit(mode=mode, entry="", results=(), chosen=-1, searched=False)
        self.entryWanted.emit()

    @Slot()
    def askQuantity(self) -> None:
        """Ask for the quantity of the selected line, or of the last."""
        if self._inputs.lines:
            self._change(mode="quantity", entry="", wrong_entry=False, results=(), chosen=-1)
            self.entryWanted.emit()

    @Slot()
    def askDiscount(self) -> None:
        """Ask for a discount on the selected line, or on the bill if there is one."""
        if self.props.empty:
            return
        self._change(mode="discount", entry="", wrong_entry=False, results=(), chosen=-1)
        self.entryWanted.emit()

    @Slot(result=bool)
    def leaveEntry(self) -> bool:
        """Give up a quantity, a discount, a search or a selection; False if there was none."""
        inputs = self._inputs
        if inputs.mode in {"quantity", "discount"}:
            self._change(mode=self._home(), entry="", wrong_entry=False)
            return True
        if inputs.entry or inputs.results or inputs.selected >= 0:
            self._change(entry="", results=(), chosen=-1, selected=-1, searched=False)
            return True
        return False

    @Slot(int, int)
    def stepQuantity(self, line: int, units: int) -> None:
        """Make a line's quantity one unit more or less; below one it stays."""
        quantity = self._inputs.lines[line].line.quantity_milli + units * 1000
        if quantity > 0:
            self._set_line(line, quantity_milli=quantity)

    @Slot()
    def removeLine(self) -> None:
        """Take the selected line off the bill, or the last."""
        at = target_line(self._inputs)
        if at >= 0:
            lines = self._inputs.lines
            self._edit(lines=lines[:at] + lines[at + 1 :], selected=-1)

    def _home(self) -> str:
        by_amount = self._inputs.amount and not self._inputs.lines
        return "amount" if by_amount else "items"

    def _set_line(self, at: int, **changes: Any) -> None:
        lines = list(self._inputs.lines)
        entered = lines[at]
        lines[at] = replace(entered, line=entered.line._replace(**changes))
        self._edit(lines=tuple(lines))

    def _search(self, text: str) -> None:
        if len(text.strip()) < 2:
            self._change(results=(), chosen=-1, searched=False)
            return
        shop = self._desk.shop

        def show(items: tuple[Item, ...]) -> None:
            # An answer to what was typed before would replace the right one.
            if self._inputs.mode == "items" and self._inputs.entry == text:
                self._change(results=items, chosen=0 if items else -1, searched=True)

        self._desk.jobs.run(lambda: catalogue.search(shop, text, limit=8), show)

    def _enter_item(self) -> None:
        text = self._inputs.entry.strip()
        if self._inputs.results and self._inputs.chosen >= 0:
            self.add(self._inputs.results[self._inputs.chosen])
        elif text:
            shop = self._desk.shop
            self._desk.jobs.run(lambda: catalogue.by_code(shop, text), self._found)
        elif self._inputs.lines:
            self.numberWanted.emit()

    def _found(self, found: object) -> None:
        match found:
            case Item():
                self.add(found)
            case Weighed():
                self.add(found.item, found.quantity_milli, found.price_minor)
            case _:
                self._change(searched=True, results=(), chosen=-1)

    def _enter_quantity(self) -> None:
        quantity = read_quantity(self._inputs.entry)
        at = target_line(self._inputs)
        whole = self._inputs.lines[at].unit == "each"
        if quantity is None or (whole and quantity % 1000):
            self._change(wrong_entry=True)
            return
        self._change(mode="items", entry="", selected=-1)
        self._set_line(at, quantity_milli=quantity)

    def _enter_discount(self) -> None:
        amount = read_amount(self._inputs.entry or "0", self._desk.money.digits)
        at = self._inputs.selected
        line = self._inputs.lines[at].line._replace(discount_minor=0) if at >= 0 else None
        estimate = self._inputs.estimate
        total = estimate.total_minor + self._inputs.discount_minor if estimate else 0
        most = line_minor(line) if line else total
        if amount is None or not 0 <= amount <= most:
            self._change(wrong_entry=True)
            return
        self._change(mode=self._home(), entry="", selected=-1)
        if line is not None:
            self._set_line(at, discount_minor=amount)
        else:
            self._edit(discount_minor=amount)


def _same(one: BillLine, other: BillLine) -> bool:
    return (
        bool(one.sku)
        and one.sku == other.sku
        and one.unit_price_minor == other.unit_price_minor
        and one.discount_minor == other.discount_minor
    )

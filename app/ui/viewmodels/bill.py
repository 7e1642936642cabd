"""The bill being entered: by amount or by items, with what it earns."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.domain.bills import line_minor
from app.services import catalogue
from app.services.catalogue import Item, Weighed
from app.ui.bill_entry import derive_bill
from app.ui.bill_inputs import target_line
from app.ui.bill_snapshot import BillSnapshot
from app.ui.typed import latin_digits, read_amount, read_quantity
from app.ui.uncreatable import QmlUncreatable

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("built by the counter")
class BillViewModel(BillSnapshot):
    """What the cashier does to the bill.

    While it is recorded, what is typed is the beginning of the next one: `_ahead` (None = it is
    typed on this one).
    """

    _ahead: str | None = None

    def wait(self) -> None:
        """Keep what is typed from now on for the next bill."""
        self._ahead = ""

    def go_on(self) -> None:
        """Type on this bill again: it was not recorded."""
        if self._ahead is not None:
            self._ahead = None
            self.refresh()

    def begin(self, number: str = "") -> None:
        """Start a new bill with what was typed of it already."""
        ahead, self._ahead = self._ahead, None
        super().begin(number)
        if ahead:
            self.typeEntry(ahead)

    def _type_ahead(self, field: str, text: str) -> None:
        """Show what is typed where it is typed, and keep what it adds to this bill."""
        here = getattr(derive_bill(self._inputs), field)
        self._ahead = "" if here.startswith(text) else text.removeprefix(here)
        self.show(replace(self.props, **{field: text}))

    @Slot(str)
    def typeNumber(self, text: str) -> None:
        """Take the bill number as typed."""
        if self._ahead is not None:
            self._type_ahead("number", text)
            return
        self._edit(number=latin_digits(text))

    @Slot(str)
    def typeEntry(self, text: str) -> None:
        """Take what is typed on the pad, by mode."""
        if self._ahead is not None:
            self._type_ahead("entry", text)
            return
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
        """Take the selected line off the bill, or the last; what was asked about it is over."""
        at = target_line(self._inputs)
        if at >= 0:
            lines, asked = self._inputs.lines, self._inputs.mode in {"quantity", "discount"}
            over = {"mode": self._home(), "entry": "", "wrong_entry": False} if asked else {}
            self._edit(lines=lines[:at] + lines[at + 1 :], selected=-1, **over)

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

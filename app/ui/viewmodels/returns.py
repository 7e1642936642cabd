"""The return desk: find the bill, choose what comes back, see every coin, record."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from app.domain.bill_faults import NoBillNumber
from app.domain.members import MemberState
from app.domain.open_sales import OpenSale
from app.services import exchanges, members, open_sales, returns
from app.services.exchanges import BackRefused, ExchangePreview
from app.services.members import MemberView
from app.services.returns import (
    PreviewOutcome,
    ReceiptNumberUsed,
    ReturnAsk,
    ReturnOutcome,
    ReturnRecorded,
)
from app.services.shop import Shop
from app.ui import confirmations
from app.ui.bill_inputs import Exchange
from app.ui.desk import Desk
from app.ui.return_desk import (
    BackRow,
    EffectRow,
    ReturnInputs,
    ReturnProps,
    SaleChoice,
    ask_of,
    by_amount,
    derive_back,
    derive_effects,
    derive_found,
    derive_return,
)
from app.ui.rows import Rows
from app.ui.sentences import return_refused
from app.ui.snapshot import ViewModel
from app.ui.typed import latin_digits
from app.ui.uncreatable import QmlUncreatable
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_UNIT = 1000
Previewed = ExchangePreview | BackRefused
Exchanging = Callable[[Exchange, MemberView | None, MemberState | None], None]
"""What is called with the goods that come back, whose they are, and what those then have."""


@QmlElement
@QmlUncreatable("built by the counter")
class ReturnDeskViewModel(ViewModel, props=ReturnProps):
    """Takes goods back; `recorded` is called once with what was done.

    `exchanging` is called in its place when new goods are to be sold for them.
    """

    saleChosen = Signal()
    receiptWanted = Signal()

    def __init__(
        self,
        desk: Desk,
        recorded: Callable[[ReturnRecorded], None],
        exchanging: Exchanging,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._recorded = recorded
        self._exchanging = exchanging
        self._found = Rows(SaleChoice, self)
        self._back = Rows(BackRow, self)
        self._effects = Rows(EffectRow, self)
        self._inputs = ReturnInputs(desk.money, desk.today)
        self._busy = False

    @Property(Rows, constant=True)
    def found(self) -> Rows:
        """The bills found, as rows."""
        return self._found

    @Property(Rows, constant=True)
    def lines(self) -> Rows:
        """The lines of the bill chosen, as rows."""
        return self._back

    @Property(Rows, constant=True)
    def effects(self) -> Rows:
        """What the return does, as rows."""
        return self._effects

    def open(self, member: MemberView | None) -> None:
        """Begin a return; the bills of the member at the counter are offered."""
        self._busy = False
        self._inputs = ReturnInputs(
            self._desk.money,
            self._desk.today,
            id=self._desk.shop.mint(),
            member=member.member if member else "",
            member_name=confirmations.called(member) if member else "",
        )
        self.refresh()
        if member is not None:
            shop, moment = self._desk.shop, self._desk.shop.moment()
            self._desk.jobs.run(
                lambda: open_sales.sales_of_member(shop, member.member, moment),
                lambda found: self._show_found(tuple(sale for sale in found if not sale.voided)),
            )

    def forget_member(self) -> None:
        """Go on with the bill that is open, whoever's it is."""
        if self._inputs.sale is None:
            self.open(None)
        else:
            self._change(member="", member_name="", refused="")
            self._preview()

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        same = self._inputs.language == self._desk.language
        self._change(refused=self._inputs.refused if same else "")

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, language=self._desk.language, **changes)
        self._found.set(derive_found(self._inputs))
        self._back.set(derive_back(self._inputs))
        self._effects.set(derive_effects(self._inputs))
        self.show(derive_return(self._inputs))

    def _show_found(self, found: tuple[OpenSale, ...]) -> None:
        self._change(found=found, searched=True, chosen=0)
        if len(found) == 1 and self._inputs.number:
            self.choose(0)

    @Slot(str)
    def typeNumber(self, text: str) -> None:
        """Take the number on the customer's bill as typed."""
        self._change(number=latin_digits(text), searched=False, refused="")

    @Slot()
    def search(self) -> None:
        """Look for the bill with that number."""
        number = self._inputs.number.strip()
        if number:
            shop = self._desk.shop
            self._desk.jobs.run(lambda: open_sales.sales_numbered(shop, number), self._show_found)

    @Slot(int)
    def choose(self, at: int) -> None:
        """Choose a bill."""
        sale = self._inputs.found[at]
        self._change(sale=sale, chosen=0, back={}, amount="", preview=None, refused="")
        if by_amount(sale):
            left = sum(kept.net_minor for kept in sale.kept)
            self.typeAmount(self._desk.money.plain(left))
        else:
            self._preview()
        self.saleChosen.emit()

    @Slot(result=bool)
    def leaveSale(self) -> bool:
        """Go back to the bills; False if none was chosen."""
        chosen = self._inputs.sale is not None
        self._change(sale=None, chosen=0, preview=None, refused="")
        return chosen

    @Slot(int)
    def move(self, step: int) -> None:
        """Choose the row above or below, of the bills found or of the bill's lines."""
        sale = self._inputs.sale
        last = len(sale.kept if sale else self._inputs.found) - 1
        self._change(chosen=max(0, min(last, self._inputs.chosen + step)))

    @Slot()
    def enter(self) -> None:
        """Look for the number typed, or open the chosen one of the bills found."""
        if self._inputs.number.strip() and not self._inputs.searched:
            self.search()
        elif self._inputs.found:
            self.choose(self._inputs.chosen)

    @Slot(int)
    def stepChosen(self, units: int) -> None:
        """Make the chosen line come back one unit more or less."""
        if self._inputs.sale is not None:
            self.step(self._inputs.chosen, units)

    @Slot(int, int)
    def step(self, line: int, units: int) -> None:
        """Bring a unit more or less of a line back; the last step takes what is left."""
        sale = self._inputs.sale
        if sale is None:
            return
        left = sale.kept[line].quantity_milli
        now = self._inputs.back.get(line, 0)
        # Loose goods come back whole: 1.25 kg steps to 1 and then to 1.25.
        if units > 0:
            then = min(left, now - now % _UNIT + _UNIT)
        else:
            then = max(0, now - (now % _UNIT or _UNIT))
        self._change(back={**self._inputs.back, line: then}, chosen=line, refused="")
        self._preview()

    def scanned(self, sku: str) -> str:
        """Take one more unit of a scanned article back; return why not, "" when it is done."""
        sale = self._inputs.sale
        if sale is None:
            return str(self.props.hint)
        for at, (line, kept) in enumerate(zip(sale.sold.lines, sale.kept, strict=True)):
            if line.sku == sku and self._inputs.back.get(at, 0) < kept.quantity_milli:
                self.step(at, 1)
                return ""
        return translate("returns", "No more of this item can come back from this bill.")

    @Slot()
    def takeAll(self) -> None:
        """Bring everything back that is left."""
        sale = self._inputs.sale
        if sale is None:
            return
        if by_amount(sale):
            self.typeAmount(self._desk.money.plain(sum(kept.net_minor for kept in sale.kept)))
            return
        self._change(back={at: kept.quantity_milli for at, kept in enumerate(sale.kept)})
        self._preview()

    @Slot(str)
    def typeAmount(self, text: str) -> None:
        """Take the amount that comes back as typed."""
        self._change(amount=latin_digits(text), refused="")
        self._preview()

    @Slot(str)
    def typeReceipt(self, text: str) -> None:
        """Take the number of the return as typed."""
        self._change(receipt=latin_digits(text), refused="")

    def _preview(self) -> None:
        ask, shop = ask_of(self._inputs), self._desk.shop

        def show(outcome: PreviewOutcome) -> None:
            # Only the answer to what is asked now may be shown.
            asked_now = replace(ask_of(self._inputs), receipt=ask.receipt)
            if asked_now == ask:
                self._change(preview=outcome)

        self._desk.jobs.run(lambda: returns.preview_return(shop, ask), show)

    @Slot()
    def record(self) -> None:
        """Record the return; a second press while it is being recorded does nothing."""
        if self._busy or self._inputs.sale is None:
            return
        self._busy = True
        ask, shop, staff = ask_of(self._inputs), self._desk.shop, self._desk.staff_id
        self._desk.jobs.run(lambda: returns.record_return(shop, staff, ask), self._done)

    @Slot()
    def exchange(self) -> None:
        """Go on to a bill of new goods for what comes back."""
        inputs, shop = self._inputs, self._desk.shop
        if self._busy or inputs.sale is None or not self.props.ready:
            return
        if not inputs.receipt.strip():
            self._change(
                refused=return_refused(NoBillNumber(), inputs.money, inputs.today, inputs.language)
            )
            self.receiptWanted.emit()
            return
        self._busy = True
        ask, number = ask_of(inputs), inputs.sale.sold.bill_number
        self._desk.jobs.run(lambda: _look(shop, ask), lambda seen: self._seen(seen, number))

    def _seen(self, seen: tuple[ReturnAsk, Previewed, MemberView | None], number: str) -> None:
        self._busy = False
        ask, preview, view = seen
        if isinstance(preview, BackRefused):
            self._done(preview.why)
        else:
            goods = Exchange(ask, number, preview.back.taken.facts.refund_minor)
            self._exchanging(goods, view, preview.state)

    def _done(self, outcome: ReturnOutcome) -> None:
        self._busy = False
        if isinstance(outcome, ReturnRecorded):
            self._recorded(outcome)
            return
        inputs = self._inputs
        self._change(refused=return_refused(outcome, inputs.money, inputs.today, inputs.language))
        if isinstance(outcome, NoBillNumber | ReceiptNumberUsed):
            self.receiptWanted.emit()


def _look(shop: Shop, ask: ReturnAsk) -> tuple[ReturnAsk, Previewed, MemberView | None]:
    preview = exchanges.preview_exchange(shop, ask)
    if isinstance(preview, BackRefused) or not preview.back.member:
        return ask, preview, None
    view = members.open_member(shop, preview.back.member)
    return ask, preview, view if isinstance(view, MemberView) else None

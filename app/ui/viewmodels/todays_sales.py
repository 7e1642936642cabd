"""Today's sales: void one, or add the card that was forgotten."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain.money import Money
from app.services import open_sales, voids
from app.services.members import MemberView
from app.services.open_sales import SaleRow
from app.services.prints import PrintOutcome, PrintQueued
from app.services.voids import ClaimOutcome, SaleClaimed, SaleVoided, VoidOutcome
from app.ui import confirmations, dates, goal_sentences
from app.ui.desk import Desk
from app.ui.print_sentences import outcome_sentence
from app.ui.rows import Rows
from app.ui.sentences import claim_refused, void_refused
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.approval import ApprovalViewModel
from app.ui.viewmodels.printing import print_again
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class SalesInputs:
    """All that the list depends on; `chosen` is a row, -1 none."""

    money: Money
    offset_min: int = 0
    language: str = "en"
    rows: tuple[SaleRow, ...] = ()
    loaded: bool = False
    chosen: int = -1
    member_name: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class SalesProps:
    """What QML reads."""

    nothing: str = ""
    chosen: int = -1
    canVoid: bool = False
    canClaim: bool = False
    canPrint: bool = False
    claim: str = ""
    claimHint: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class TodaysSaleRow:
    """One sale of today."""

    number: str
    hour: str
    amount: str
    coins: str
    note: str
    struck: bool


def derive_sales(inputs: SalesInputs) -> SalesProps:
    """Return what the panel shows."""
    row = inputs.rows[inputs.chosen] if 0 <= inputs.chosen < len(inputs.rows) else None
    open_row = row is not None and not row.voided
    guest = open_row and row is not None and not row.member and not row.returned
    return SalesProps(
        nothing=translate("sales", "No sale today yet.")
        if inputs.loaded and not inputs.rows
        else "",
        chosen=inputs.chosen,
        canVoid=open_row and row is not None and not row.returned,
        canClaim=bool(guest and inputs.member_name),
        canPrint=row is not None,
        claim=translate("sales", "Add to {name}").format(name=inputs.member_name)
        if inputs.member_name
        else translate("sales", "Add the card"),
        claimHint=translate("sales", "Card forgotten? Scan it now, then add it to this sale.")
        if guest and not inputs.member_name
        else "",
        message=inputs.message,
    )


def derive_rows(inputs: SalesInputs) -> tuple[TodaysSaleRow, ...]:
    """Return a row per sale, newest first."""
    return tuple(
        TodaysSaleRow(
            number=row.bill_number,
            hour=dates.hour(dates.local_time(row.at_ms, inputs.offset_min), inputs.language),
            amount=inputs.money.short(row.total_minor),
            coins=goal_sentences.coins(row.coins, inputs.money) if row.coins else "",
            note=_note(row),
            struck=row.voided,
        )
        for row in inputs.rows
    )


def _note(row: SaleRow) -> str:
    if row.voided:
        return translate("sales", "void")
    if row.returned:
        return translate("sales", "with a return")
    return "" if row.member else translate("sales", "no card")


@QmlElement
@QmlUncreatable("built by the counter")
class TodaysSalesViewModel(ViewModel, props=SalesProps):
    """Lists the day's sales; `done` is called with a sentence after a void or a claim."""

    def __init__(
        self, desk: Desk, approval: ApprovalViewModel, done: Callable[[str, str], None]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._approval = approval
        self._done = done
        self._member: MemberView | None = None
        self._rows = Rows(TodaysSaleRow, self)
        self._inputs = SalesInputs(desk.money)

    @Property(Rows, constant=True)
    def sales(self) -> Rows:
        """The sales, as rows."""
        return self._rows

    def open(self, member: MemberView | None) -> None:
        """Show the sales of today; a guest's may be added to the member at the counter."""
        self._inputs = SalesInputs(self._desk.money)
        self.set_member(member)
        shop = self._desk.shop
        self._desk.jobs.run(lambda: open_sales.todays_sales(shop), self._loaded)

    def set_member(self, member: MemberView | None) -> None:
        """Take the member a forgotten card belongs to."""
        self._member = member
        self._change(member_name=member.name or member.phone_masked if member else "")

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def _loaded(self, rows: tuple[SaleRow, ...]) -> None:
        self._change(rows=rows, loaded=True, chosen=-1)

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(
            self._inputs,
            offset_min=self._desk.shop.moment().offset_min,
            language=self._desk.language,
            **changes,
        )
        self._rows.set(derive_rows(self._inputs))
        self.show(derive_sales(self._inputs))

    @Slot(int)
    def choose(self, row: int) -> None:
        """Choose a sale."""
        self._change(chosen=row, message="")

    @Slot(int)
    def move(self, step: int) -> None:
        """Choose the next sale up or down."""
        last = len(self._inputs.rows) - 1
        if last >= 0:
            self.choose(max(0, min(last, self._inputs.chosen + step)))

    @Slot()
    def voidSale(self) -> None:
        """Void the chosen sale, when a supervisor approves."""
        if not self.props.canVoid:
            return
        row = self._inputs.rows[self._inputs.chosen]
        reason = translate("sales", "Void bill {number} of {money}?").format(
            number=row.bill_number, money=self._desk.money.short(row.total_minor)
        )
        shop, staff = self._desk.shop, self._desk.staff_id

        def approved(approver: str) -> None:
            self._desk.jobs.run(
                lambda: voids.void_sale(shop, staff, approver, row.sale), self._voided
            )

        self._approval.ask(reason, approved)

    def _voided(self, outcome: VoidOutcome) -> None:
        if isinstance(outcome, SaleVoided):
            self._done(*confirmations.voided(outcome, self._desk.money))
        else:
            self._change(message=void_refused(outcome))

    @Slot()
    def printSale(self) -> None:
        """Print the slip of the chosen sale again."""
        if self.props.canPrint:
            shop, sale = self._desk.shop, self._inputs.rows[self._inputs.chosen].sale
            self._desk.jobs.run(lambda: print_again(shop, sale), self._printed)

    def _printed(self, outcome: PrintOutcome | None) -> None:
        if isinstance(outcome, PrintQueued):
            self._done(outcome_sentence(outcome), "")
        else:
            self._change(message=outcome_sentence(outcome))

    @Slot()
    def claimSale(self) -> None:
        """Add the chosen guest sale to the member, when a supervisor approves."""
        member = self._member
        if not self.props.canClaim or member is None:
            return
        row = self._inputs.rows[self._inputs.chosen]
        reason = translate("sales", "Add bill {number} to {name}?").format(
            number=row.bill_number, name=self._inputs.member_name
        )
        shop, staff = self._desk.shop, self._desk.staff_id

        def approved(approver: str) -> None:
            self._desk.jobs.run(
                lambda: voids.claim_sale(shop, staff, approver, row.sale, member.member),
                self._claimed,
            )

        self._approval.ask(reason, approved)

    def _claimed(self, outcome: ClaimOutcome) -> None:
        if not isinstance(outcome, SaleClaimed):
            self._change(message=claim_refused(outcome))
            return
        sentence = translate(
            "sales", "{coins} coin(s) of bill {number} for {name}", None, outcome.coins
        ).format(
            coins=self._desk.money.number(outcome.coins),
            number=outcome.bill_number,
            name=self._inputs.member_name,
        )
        self._done(sentence, "")

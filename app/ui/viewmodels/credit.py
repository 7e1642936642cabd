"""Store credit at the till: used on the bill, topped up, paid out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.domain.members import credit_on
from app.domain.money import Money
from app.services import credit, topups
from app.services.credit import CreditPaidOut
from app.services.members import MemberView
from app.services.topups import CreditToppedUp, TopUpVoided
from app.ui.bill_snapshot import BillSnapshot
from app.ui.credit_sentences import WrongField, credit_done, credit_not_done, wrong_field
from app.ui.desk import Desk
from app.ui.member_pins import Prove
from app.ui.snapshot import ViewModel
from app.ui.typed import latin_digits, read_amount
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.approval import ApprovalViewModel
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
Way = Literal["use", "in", "out"]


@dataclass(frozen=True, slots=True)
class CreditInputs:
    """What the member has, what the bill can take of it, and what was typed for each way.

    `event` is the id of a paying out, so that a second press does nothing. `last_minor` is the
    member's last top-up at this till, which can be taken back (0 = none).
    """

    money: Money
    way: Way = "use"
    has_minor: int = 0
    most_minor: int = 0
    used_minor: int = 0
    cash_out: bool = False
    amount: str = ""
    receipt: str = ""
    code: str = ""
    message: str = ""
    wrong: WrongField = "amount"
    event: str = ""
    busy: bool = False
    last_minor: int = 0


@dataclass(frozen=True, slots=True)
class CreditProps:
    """What QML reads. `way` is use, in or out; `wrong` is the field that `message` is about."""

    way: str = "use"
    balance: str = ""
    amountLabel: str = ""
    amount: str = ""
    receipt: str = ""
    code: str = ""
    message: str = ""
    wrong: str = "amount"
    possible: bool = True
    nothing: str = ""
    canPayOut: bool = False
    isUsed: bool = False
    takeBack: str = ""
    action: str = ""
    ready: bool = False


def derive_credit(inputs: CreditInputs) -> CreditProps:
    """Return what the panel shows."""
    minor = typed_minor(inputs)
    possible = inputs.way != "use" or inputs.most_minor > 0
    return CreditProps(
        way=inputs.way,
        balance=translate("credit", "Store credit: {credit}").format(
            credit=inputs.money.short(inputs.has_minor)
        ),
        amountLabel=_label(inputs),
        amount=inputs.amount,
        receipt=inputs.receipt,
        code=inputs.code,
        message=inputs.message or _wrong_amount(inputs, minor),
        wrong=inputs.wrong if inputs.message else "amount",
        possible=possible,
        nothing="" if possible else _nothing(inputs),
        canPayOut=inputs.cash_out and inputs.has_minor > 0,
        isUsed=inputs.used_minor > 0,
        takeBack=_take_back(inputs),
        action=_action(inputs, minor),
        ready=_is_ready(inputs, minor),
    )


def typed_minor(inputs: CreditInputs) -> int | None:
    """Return the amount typed in minor units, None if it is none."""
    return read_amount(inputs.amount, inputs.money.digits) if inputs.amount.strip() else None


def _label(inputs: CreditInputs) -> str:
    match inputs.way:
        case "use":
            return translate("credit", "Use on this bill, at most {most}").format(
                most=inputs.money.short(inputs.most_minor)
            )
        case "in":
            return translate("credit", "Money the customer pays in")
        case "out":
            return translate("credit", "Money to hand over")


def _nothing(inputs: CreditInputs) -> str:
    if not inputs.has_minor:
        return translate("credit", "There is no store credit yet. F3 tops it up.")
    return translate("credit", "Enter a bill first: the credit comes off it.")


def _wrong_amount(inputs: CreditInputs, minor: int | None) -> str:
    if not inputs.amount.strip():
        return ""
    if minor is None or minor <= 0:
        return translate("bill", "This is not an amount. Type digits, like 1264.50.")
    if inputs.way == "use" and minor > inputs.most_minor:
        return _label(inputs)
    return ""


def _take_back(inputs: CreditInputs) -> str:
    if inputs.way != "in" or not inputs.last_minor:
        return ""
    return translate("credit", "Take {money} back").format(
        money=inputs.money.short(inputs.last_minor)
    )


def _is_ready(inputs: CreditInputs, minor: int | None) -> bool:
    if minor is None or minor <= 0 or inputs.busy:
        return False
    return inputs.way != "use" or minor <= inputs.most_minor


def _action(inputs: CreditInputs, minor: int | None) -> str:
    said = inputs.money.short(minor or 0)
    match inputs.way:
        case "use":
            return translate("credit", "Use {money}").format(money=said)
        case "in":
            return translate("credit", "Top up {money}").format(money=said)
        case "out":
            return translate("credit", "Pay out {money}").format(money=said)


@QmlElement
@QmlUncreatable("built by the counter")
class CreditViewModel(ViewModel, props=CreditProps):
    """Uses store credit on the bill, takes money in for it, pays it out, takes a top-up back."""

    def __init__(
        self,
        desk: Desk,
        approval: ApprovalViewModel,
        bill: BillSnapshot,
        done: Callable[[str], None],
        prove: Prove,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._approval = approval
        self._prove = prove
        self._bill = bill
        self._done = done
        self._member: MemberView | None = None
        self._last: CreditToppedUp | None = None
        self._inputs = CreditInputs(desk.money)

    def open(self, member: MemberView) -> None:
        """Begin with the most that the bill takes; without a bill, with a top-up."""
        self._member = member
        on = self._desk.today
        estimate, used = self._bill.inputs.estimate, self._bill.inputs.credit_minor
        most = estimate.credit_maximum_minor if estimate else 0
        self._inputs = CreditInputs(
            self._desk.money,
            has_minor=credit_on(member.state, on).spendable,
            most_minor=most,
            used_minor=used,
            cash_out=self._desk.shop.programme.credit.cash_out,
            last_minor=self._last.paid_minor
            if self._last and self._last.member == member.member
            else 0,
        )
        self._go("use" if most else "in")

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, **changes)
        self.show(derive_credit(self._inputs))

    def _go(self, way: Way) -> None:
        inputs, money = self._inputs, self._desk.money
        first = inputs.used_minor or inputs.most_minor
        amount = money.plain(first) if way == "use" and first else ""
        self._change(
            way=way, amount=amount, receipt="", code="", message="", event=self._desk.shop.mint()
        )

    # What the cashier does

    @Slot()
    def nextWay(self) -> None:
        """Go on to the next of the ways."""
        ways: tuple[Way, ...] = ("use", "in", "out") if self.props.canPayOut else ("use", "in")
        self._go(ways[(ways.index(self._inputs.way) + 1) % len(ways)])

    @Slot(str)
    def typeAmount(self, text: str) -> None:
        """Take the amount as typed."""
        self._change(amount=latin_digits(text), message="")

    @Slot(str)
    def typeReceipt(self, text: str) -> None:
        """Take the receipt number as typed."""
        self._change(receipt=latin_digits(text), message="")

    @Slot(str)
    def typeCode(self, text: str) -> None:
        """Take the code of an offer as typed."""
        self._change(code=text, message="")

    @Slot()
    def useNone(self) -> None:
        """Use none of it on the bill."""
        self._bill.use_credit(0)
        self._done("")

    @Slot()
    def act(self) -> None:
        """Do what the main key says, once."""
        minor = typed_minor(self._inputs)
        if self._member is None or minor is None or not self.props.ready:
            return
        match self._inputs.way:
            case "use":
                self._use(self._member, minor)
            case "in":
                self._top_up(self._member.member, minor)
            case "out":
                reason = translate("credit", "Pay out {money} of store credit").format(
                    money=self._desk.money.short(minor)
                )
                member = self._member.member
                self._approval.ask(reason, lambda by: self._pay_out(member, minor, by))

    def _use(self, member: MemberView, minor: int) -> None:
        def use() -> None:
            self._bill.use_credit(minor)
            self._done("")

        self._prove(member, self._bill.inputs.coins + self._coins(minor), use)

    @property
    def on_bill(self) -> int:
        """What the credit on the bill is worth in coins: it is as good as they are."""
        return self._coins(self._bill.inputs.credit_minor)

    def _coins(self, minor: int) -> int:
        return -(-minor // max(1, self._desk.shop.programme.coin_value_minor))

    def _top_up(self, member: str, minor: int) -> None:
        shop, staff, inputs = self._desk.shop, self._desk.staff_id, self._inputs
        self._change(busy=True)
        self._desk.jobs.run(
            lambda: topups.top_up(shop, staff, member, inputs.receipt, minor, inputs.code),
            self._answered,
        )

    def _pay_out(self, member: str, minor: int, approver: str) -> None:
        shop, staff, event = self._desk.shop, self._desk.staff_id, self._inputs.event
        self._change(busy=True)
        self._desk.jobs.run(
            lambda: credit.cash_out(shop, staff, approver, member, minor, event), self._answered
        )

    def _answered(self, outcome: topups.TopUpOutcome | credit.CashOutOutcome) -> None:
        self._change(busy=False)
        match outcome:
            case CreditToppedUp() | CreditPaidOut():
                self._last = outcome if isinstance(outcome, CreditToppedUp) else None
                self._done(credit_done(outcome, self._desk.money))
            case _:
                said = credit_not_done(outcome, self._desk)
                self._change(message=said, wrong=wrong_field(outcome))

    # Taking a top-up back

    @Slot()
    def giveBack(self) -> None:
        """Take the last top-up of this till back, while nothing of it was used."""
        last = self._last
        if last is not None:
            reason = translate("credit", "Take the top-up of {money} back").format(
                money=self._desk.money.short(last.paid_minor)
            )
            self._approval.ask(reason, lambda by: self._take_back(last.top_up, by))

    def _take_back(self, top_up: str, approver: str) -> None:
        shop, staff = self._desk.shop, self._desk.staff_id
        self._desk.jobs.run(
            lambda: topups.void_top_up(shop, staff, approver, top_up), self._taken_back
        )

    def _taken_back(self, outcome: topups.TopUpVoidOutcome) -> None:
        if isinstance(outcome, TopUpVoided):
            self._last = None
            self._done(credit_done(outcome, self._desk.money))
        else:
            said = credit_not_done(outcome, self._desk)
            self._change(message=said, wrong=wrong_field(outcome))

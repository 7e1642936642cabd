"""Vouchers and codes at the till: used on the bill, or handed over."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain.bill_faults import BelowMinimum, OtherGoods, VoucherUnfit
from app.domain.effects import Benefit
from app.domain.offs import covered
from app.domain.promos import PromoForMembers
from app.domain.texts import text_in
from app.services import codes, members, vouchers
from app.services.codes import CodeRead, PromoCode
from app.services.members import MemberView
from app.services.vouchers import ClaimVoucherOutcome, HandedOver, MyVoucher, VoucherView
from app.ui.bill_inputs import BillInputs
from app.ui.bill_offs import promo_title
from app.ui.bill_snapshot import BillSnapshot
from app.ui.code_sentences import claim_refused, code_refused, of_another
from app.ui.desk import Desk
from app.ui.my_voucher_sentences import stands
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.voucher_sentences import voucher_refused
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class CodesInputs:
    """The member's vouchers that can be used, those on the bill, what was typed; -1 none chosen.

    `promo` is the title of the promo that is on the bill; its row comes after the vouchers'.
    """

    language: str = "en"
    held: tuple[MyVoucher, ...] = ()
    loaded: bool = False
    member: bool = False
    on_bill: tuple[str, ...] = ()
    promo: str = ""
    for_bill: frozenset[str] = frozenset()
    chosen: int = -1
    typed: str = ""
    message: str = ""
    busy: bool = False


@dataclass(frozen=True, slots=True)
class CodesProps:
    """What QML reads. `action` names what pressing the main key does now."""

    typed: str = ""
    message: str = ""
    chosen: int = -1
    nothing: str = ""
    action: str = ""
    canAct: bool = False


@dataclass(frozen=True, slots=True)
class VoucherRow:
    """One voucher of the member."""

    title: str
    detail: str
    note: str


@dataclass(frozen=True, slots=True)
class Using:
    """What the counter does for this panel."""

    member: Callable[[MemberView], None]
    done: Callable[[str], None]
    wrong: Callable[[str], None]
    open: Callable[[], None]


def derive_codes(inputs: CodesInputs, title: str) -> CodesProps:
    """Return what the panel shows; `title` is that of the chosen voucher."""
    return CodesProps(
        typed=inputs.typed,
        message=inputs.message,
        chosen=inputs.chosen,
        nothing=_nothing(inputs),
        action=_action(inputs, title),
        canAct=bool(inputs.typed.strip() or inputs.chosen >= 0) and not inputs.busy,
    )


def _nothing(inputs: CodesInputs) -> str:
    if not inputs.loaded or inputs.held or inputs.promo:
        return ""
    if not inputs.member:
        return translate("codes", "Scan the voucher, or the member's card to see theirs.")
    return translate("codes", "This member has no voucher to use today.")


def _action(inputs: CodesInputs, title: str) -> str:
    if inputs.typed.strip() or inputs.chosen < 0:
        return translate("codes", "Use this code")
    voucher = chosen_voucher(inputs)
    if not voucher or voucher in inputs.on_bill:
        return translate("codes", "Take it off the bill again")
    if voucher in inputs.for_bill:
        return translate("codes", "Use on the bill")
    return translate("codes", "Hand over: {thing}").format(thing=title)


def chosen_voucher(inputs: CodesInputs) -> str:
    """Return the id of the chosen voucher; empty for the promo's row, or when none is chosen."""
    chosen = 0 <= inputs.chosen < len(inputs.held)
    return inputs.held[inputs.chosen].held.voucher if chosen else ""


def never_fits(unfit: VoucherUnfit) -> bool:
    """Say whether nothing that is still to be typed or scanned can make it fit the bill."""
    return not isinstance(unfit.why, BelowMinimum | OtherGoods | PromoForMembers)


def goes_on_bill(benefit: Benefit, inputs: BillInputs) -> bool:
    """Say whether a voucher takes something off this bill; else its thing is handed over."""
    if benefit.kind in {"percent", "fixed"}:
        return True
    if benefit.kind == "service" or inputs.estimate is None:
        return False
    return any(covered([entered.line for entered in inputs.lines], benefit))


@QmlElement
@QmlUncreatable("built by the counter")
class CodesViewModel(ViewModel, props=CodesProps):
    """Reads codes, lists the member's vouchers, uses one on the bill or hands over its thing."""

    def __init__(self, desk: Desk, bill: BillSnapshot, using: Using) -> None:
        super().__init__()
        self._desk = desk
        self._bill = bill
        self._using = using
        self._rows = Rows(VoucherRow, self)
        self._inputs = CodesInputs()

    @Property(Rows, constant=True)
    def vouchers(self) -> Rows:
        """The member's vouchers, as rows."""
        return self._rows

    def open(self, chosen: str = "") -> None:
        """Read the vouchers of who is at the counter; `chosen` is the one to begin with."""
        member, shop = self._bill.inputs.member, self._desk.shop
        self._inputs = CodesInputs(language=self._desk.language, member=bool(member))
        self.refresh()

        def show(found: tuple[MyVoucher, ...]) -> None:
            if self._bill.inputs.member == member:
                held = tuple(one for one in found if one.fault is None)
                at = next((i for i, one in enumerate(held) if one.held.voucher == chosen), -1)
                self._change(held=held, loaded=True, chosen=at)

        def look() -> tuple[MyVoucher, ...]:
            return vouchers.vouchers_of(shop, member) if member else ()

        self._desk.jobs.run(look, show)

    def refresh(self) -> None:
        """Say everything anew, after a change of language or of the bill."""
        self._change()

    def _change(self, **changes: Any) -> None:
        inputs, bill = replace(self._inputs, **changes), self._bill.inputs
        self._inputs = inputs = replace(
            inputs,
            language=self._desk.language,
            on_bill=bill.vouchers,
            promo=promo_title(bill),
            for_bill=frozenset(
                one.held.voucher for one in inputs.held if goes_on_bill(one.held.benefit, bill)
            ),
        )
        on_bill = translate("codes", "on this bill")
        promos = [VoucherRow(inputs.promo, "", on_bill)] if inputs.promo else []
        self._rows.set([*(self._row(one) for one in inputs.held), *promos])
        title = self._title(inputs.held[inputs.chosen]) if chosen_voucher(inputs) else ""
        self.show(derive_codes(inputs, title))

    def _row(self, one: MyVoucher) -> VoucherRow:
        used = one.held.voucher in self._inputs.on_bill
        return VoucherRow(
            title=self._title(one),
            detail=stands(one.held, one.fault, self._desk.today, self._desk.language),
            note=translate("codes", "on this bill") if used else "",
        )

    def _title(self, one: MyVoucher) -> str:
        return text_in(one.title, self._desk.language) or translate("bill", "Voucher")

    # What the cashier does

    @Slot(str)
    def typeCode(self, text: str) -> None:
        """Take a code as typed."""
        self._change(typed=text, message="")

    @Slot(int)
    def choose(self, row: int) -> None:
        """Choose a voucher of the member."""
        self._change(chosen=row, typed="", message="")

    @Slot(int)
    def move(self, step: int) -> None:
        """Choose the next voucher up or down."""
        last = self._rows.rowCount() - 1
        if last >= 0:
            self.choose(max(0, min(last, self._inputs.chosen + step)))

    @Slot()
    def act(self) -> None:
        """Read the typed code, or do what the main key says of the chosen voucher."""
        inputs, text = self._inputs, self._inputs.typed.strip()
        if inputs.busy:
            return
        if text:
            shop = self._desk.shop
            self._change(busy=True)
            self._desk.jobs.run(lambda: codes.read_code(shop, text), self._read)
        elif inputs.chosen >= 0:
            self._act_on(chosen_voucher(inputs))

    def _act_on(self, voucher: str) -> None:
        inputs = self._inputs
        if not voucher or voucher in inputs.on_bill:
            self._bill.leave_off(voucher or self._bill.inputs.promo)
            self._using.done("")
        elif voucher in inputs.for_bill:
            self._use(voucher)
        else:
            self.hand_over(inputs.held[inputs.chosen].held.number)

    def _read(self, found: CodeRead) -> None:
        self._change(busy=False)
        self.take(found)

    # What a code does

    def take(self, found: CodeRead) -> None:
        """Use what a scan or a typed code turned out to be, or say why it cannot be."""
        match found:
            case PromoCode(promo=promo, single=single):
                self._bill.use_promo(promo.id, single)
                self._said(promo.id, text_in(promo.title, self._desk.language))
            case VoucherView():
                self._take_voucher(found)
            case _:
                self._wrong(code_refused(found))

    def _take_voucher(self, found: VoucherView) -> None:
        at_counter = self._bill.inputs.member
        if found.fault is not None:
            unfit = VoucherUnfit(found.held.voucher, found.fault)
            desk = self._desk
            self._wrong(voucher_refused(unfit, desk.money, desk.today, desk.language))
        elif at_counter == found.member:
            self._offer(found)
        else:
            shop = self._desk.shop
            self._desk.jobs.run(
                lambda: members.open_member(shop, found.member),
                lambda owner: self._of_owner(found, owner),
            )

    def _of_owner(self, found: VoucherView, owner: object) -> None:
        # Whose card was scanned meanwhile stays.
        if isinstance(owner, MemberView) and not self._bill.inputs.member:
            self._using.member(owner)
        if isinstance(owner, MemberView) and self._bill.inputs.member == owner.member:
            self._offer(found)
        else:
            name = owner.name if isinstance(owner, MemberView) else ""
            self._wrong(of_another(name))

    def _offer(self, found: VoucherView) -> None:
        """Use a scanned voucher on the bill; a thing to hand over waits for a key first."""
        if goes_on_bill(found.held.benefit, self._bill.inputs):
            self._use(found.held.voucher)
        else:
            self._using.open()
            self.open(found.held.voucher)

    def _use(self, voucher: str) -> None:
        self._bill.use_voucher(voucher)
        row = self._bill.off(voucher)
        self._said(voucher, row.title if row else "")

    def _said(self, ref: str, title: str) -> None:
        """Say what a code brings, or what is missing for it; what can never fit is not kept."""
        estimate, unfit = self._bill.inputs.estimate, self._bill.props.unfit
        fault = estimate.fault if estimate else None
        if isinstance(fault, VoucherUnfit) and fault.voucher == ref and never_fits(fault):
            self._bill.leave_off(ref)
            self._wrong(unfit)
            return
        row = self._bill.off(ref)
        if unfit or row is None or not row.amount:
            self._using.done(translate("codes", "{thing} is on the bill.").format(thing=title))
        else:
            self._using.done(
                translate("codes", "{thing} is on the bill: {amount}").format(
                    thing=title, amount=row.amount
                )
            )

    def hand_over(self, number: str) -> None:
        """Hand over what a voucher is for, without a bill."""
        shop, staff = self._desk.shop, self._desk.staff_id
        self._change(busy=True)
        self._desk.jobs.run(lambda: vouchers.claim_voucher(shop, staff, number), self._handed)

    def _handed(self, outcome: ClaimVoucherOutcome) -> None:
        self._change(busy=False)
        if isinstance(outcome, HandedOver):
            title = text_in(outcome.title, self._desk.language)
            self._using.done(translate("codes", "Handed over: {thing}.").format(thing=title))
        else:
            self._wrong(claim_refused(outcome, self._desk))

    def _wrong(self, sentence: str) -> None:
        self._change(message=sentence)
        self._using.wrong(sentence)

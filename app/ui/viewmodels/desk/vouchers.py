"""A member's vouchers at the desk: all of them, and taking one back."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain.money import Money
from app.domain.texts import text_in
from app.services import vouchers
from app.services.vouchers import MyVoucher, VoidVoucherOutcome, VoucherVoided
from app.ui.desk_sentences import void_refused
from app.ui.member_case import MemberCase
from app.ui.my_voucher_sentences import stands
from app.ui.rows import Rows
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.codes import VoucherRow
from app.ui.viewmodels.desk.page import DeskPage
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class DeskVouchersInputs:
    """The vouchers, and the one chosen, -1 none."""

    money: Money
    held: tuple[MyVoucher, ...] = ()
    loaded: bool = False
    chosen: int = -1


@dataclass(frozen=True, slots=True)
class DeskVouchersProps:
    """What QML reads; `comes` says what taking the chosen one back gives the member."""

    nothing: str = ""
    chosen: int = -1
    comes: str = ""
    canVoid: bool = False


def derive_desk_vouchers(inputs: DeskVouchersInputs) -> DeskVouchersProps:
    """Return what the page shows."""
    one = inputs.held[inputs.chosen] if 0 <= inputs.chosen < len(inputs.held) else None
    return DeskVouchersProps(
        nothing=translate("desk", "This member has no voucher.")
        if inputs.loaded and not inputs.held
        else "",
        chosen=inputs.chosen,
        comes=_comes(one, inputs.money) if one is not None and one.open else "",
        canVoid=one is not None and one.open,
    )


def _comes(one: MyVoucher, money: Money) -> str:
    coins = one.held.coins
    if not coins:
        return translate("desk", "It was given: no coins come back when it is cancelled.")
    return translate(
        "desk", "Cancelled, {coins} coin(s) come back to the member.", None, coins
    ).format(coins=money.number(coins))


@QmlElement
@QmlUncreatable("built by the member desk")
class DeskVouchersViewModel(DeskPage, props=DeskVouchersProps):
    """Lists every voucher the shop still knows, and cancels one that is open."""

    def __init__(self, case: MemberCase) -> None:
        super().__init__(case)
        self._rows = Rows(VoucherRow, self)
        self._inputs = DeskVouchersInputs(case.desk.money)

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        """The vouchers, as rows."""
        return self._rows

    def open(self) -> None:
        """Read the member's vouchers."""
        self._inputs = DeskVouchersInputs(self._case.desk.money)
        self.refresh()
        shop = self._case.desk.shop
        self._case.read(
            lambda view: vouchers.vouchers_of(shop, view.member),
            lambda found: self._change(held=found, loaded=True),
        )

    def refresh(self) -> None:
        """Say everything anew."""
        self._change()

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, **changes)
        self._rows.set([self._row(one) for one in self._inputs.held])
        self.show(derive_desk_vouchers(self._inputs))

    def _row(self, one: MyVoucher) -> VoucherRow:
        desk = self._case.desk
        return VoucherRow(
            title=text_in(one.title, desk.language) or translate("bill", "Voucher"),
            detail=stands(one.held, one.fault, desk.today, desk.language),
            note="",
        )

    @Slot(int)
    def choose(self, row: int) -> None:
        """Choose a voucher."""
        self._change(chosen=row)

    @Slot(int)
    def move(self, step: int) -> None:
        """Choose the next voucher up or down."""
        last = len(self._inputs.held) - 1
        if last >= 0:
            self.choose(max(0, min(last, self._inputs.chosen + step)))

    @Slot()
    def voidVoucher(self) -> None:
        """Cancel the chosen voucher."""
        if not self.props.canVoid:
            return
        one, shop = self._inputs.held[self._inputs.chosen], self._case.desk.shop
        asked = translate("desk", "Cancel the voucher “{thing}”?").format(
            thing=self._row(one).title
        )
        self._case.act(
            asked,
            lambda _, staff, approver: vouchers.void_voucher(
                shop, staff, approver, one.held.number
            ),
            self._voided,
        )

    def _voided(self, outcome: VoidVoucherOutcome) -> None:
        desk = self._case.desk
        if not isinstance(outcome, VoucherVoided):
            self._case.say("bad", void_refused(outcome, desk))
        elif outcome.coins_back:
            said = translate(
                "desk", "Cancelled. {coins} coin(s) are back.", None, outcome.coins_back
            )
            self._case.say("good", said.format(coins=desk.money.number(outcome.coins_back)))
        else:
            self._case.say("good", translate("desk", "Cancelled."))
        self.open()
        self._case.reload()

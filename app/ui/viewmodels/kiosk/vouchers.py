"""My vouchers at the kiosk: each with its code, and back into coins."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain.codes import VoucherNumber, short_number
from app.domain.money import Money
from app.domain.texts import text_in
from app.domain.vouchers import AlreadyClaimed
from app.services.vouchers import CancelVoucherOutcome, MyVoucher, cancel_voucher, vouchers_of
from app.sync.status import SyncStatus
from app.ui import my_voucher_sentences as say
from app.ui.qr import QrRow, qr_rows
from app.ui.rows import Rows
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.photo import PhotoScreen, stays_for
from app.ui.viewmodels.kiosk.visit import Kiosk
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

Step = Literal["list", "one", "sure", "told"]


@dataclass(frozen=True, slots=True)
class VouchersInputs:
    """All that the screen depends on; `chosen` is the voucher looked at, by its id.

    `away` says that there is no connection.
    """

    money: Money
    today: date
    language: str
    found: tuple[MyVoucher, ...] | None = None
    step: Step = "list"
    chosen: str = ""
    away: bool = False
    busy: bool = False
    outcome: CancelVoucherOutcome | None = None
    left_ms: int = 0


@dataclass(frozen=True, slots=True)
class VouchersProps:
    """What QML reads; `codeSize` are the modules of the QR code, 0 = it works no more."""

    step: str = "list"
    nothing: str = ""
    title: str = ""
    picture: str = ""
    ticket: str = ""
    number: str = ""
    codeSize: int = 0
    until: str = ""
    how: str = ""
    torn: bool = False
    canCancel: bool = False
    coinsBack: str = ""
    away: str = ""
    busy: bool = False
    doneTitle: str = ""
    doneText: str = ""
    waiting: str = ""


@dataclass(frozen=True, slots=True)
class VoucherRow:
    """One voucher; `soon` when it ends in a few days, `ticket` when it waits at the counter."""

    id: str
    title: str
    picture: str
    line: str
    ticket: str
    soon: bool


def derive_voucher_rows(
    inputs: VouchersInputs,
) -> tuple[tuple[VoucherRow, ...], tuple[VoucherRow, ...]]:
    """Return the rows of what can be used, and of what is over."""
    found = inputs.found or ()

    def row(one: MyVoucher) -> VoucherRow:
        last = inputs.today + timedelta(days=say.SOON_DAYS)
        return VoucherRow(
            id=one.held.voucher,
            title=_title(one, inputs.language),
            picture=one.held.benefit.kind,
            line=say.stands(one.held, one.fault, inputs.today, inputs.language),
            ticket=inputs.money.number(one.ticket) if one.ticket else "",
            soon=one.fault is None and one.held.until <= last,
        )

    ready = tuple(row(one) for one in found if one.open)
    return ready, tuple(row(one) for one in found if not one.open)


def derive_vouchers(inputs: VouchersInputs, code_size: int = 0) -> VouchersProps:
    """Return what the screen shows around its rows."""
    shown = VouchersProps(busy=inputs.busy)
    if inputs.step == "told" and inputs.outcome is not None:
        told = say.cancelled(inputs.outcome, inputs.money)
        return replace(shown, step="told", doneTitle=told.title, doneText=told.text)
    one = chosen_of(inputs)
    if inputs.step in {"one", "sure"} and one is not None:
        return _one(replace(shown, step=inputs.step), inputs, one, code_size)
    if inputs.found is not None and not any(one.open for one in inputs.found):
        nothing = translate("myvouchers", "No vouchers just now. Take a reward and it is here.")
        return replace(shown, nothing=nothing)
    return shown


def chosen_of(inputs: VouchersInputs) -> MyVoucher | None:
    """Return the voucher that is looked at."""
    return next((one for one in inputs.found or () if one.held.voucher == inputs.chosen), None)


def _one(
    shown: VouchersProps, inputs: VouchersInputs, one: MyVoucher, code_size: int
) -> VouchersProps:
    held, money = one.held, inputs.money
    return replace(
        shown,
        title=_title(one, inputs.language),
        picture=held.benefit.kind,
        ticket=money.number(one.ticket) if one.ticket else "",
        number=short_number(VoucherNumber(held.number)),
        codeSize=code_size if one.open else 0,
        until=say.stands(held, one.fault, inputs.today, inputs.language),
        how=say.how(held, one.ticket) if one.open else "",
        torn=isinstance(one.fault, AlreadyClaimed),
        canCancel=one.open and held.coins > 0 and not inputs.busy,
        coinsBack=translate("myvouchers", "You get {count} coin(s) back.", None, held.coins).format(
            count=money.number(held.coins)
        ),
        away=translate(
            "myvouchers",
            "No connection just now, so it may have to wait. The voucher stays good until then.",
        )
        if inputs.away
        else "",
        waiting=stays_for(inputs.left_ms),
    )


def _title(one: MyVoucher, language: str) -> str:
    return text_in(one.title, language) or translate("myvouchers", "Voucher")


@QmlElement
@QmlUncreatable("built by the kiosk")
class VouchersViewModel(PhotoScreen, props=VouchersProps):
    """Lists the vouchers; one at a time shows its code."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._ready = Rows(VoucherRow, self)
        self._over = Rows(VoucherRow, self)
        self._code = Rows(QrRow, self)
        self._inputs = self._blank()

    @Property(Rows, constant=True)
    def ready(self) -> Rows:
        """What can be used, as rows."""
        return self._ready

    @Property(Rows, constant=True)
    def over(self) -> Rows:
        """What is over, as rows."""
        return self._over

    @Property(Rows, constant=True)
    def code(self) -> Rows:
        """The dark modules of the QR code, as rows."""
        return self._code

    def open(self) -> None:
        """Begin with the list."""
        self._inputs = self._blank()
        self._change()
        self._read()

    def wipe(self) -> None:
        """Forget the member."""
        super().wipe()
        self._inputs = self._blank()
        self._change()

    def refresh(self) -> None:
        """Say everything anew; a voucher used meanwhile tears."""
        self._change()
        if self._inputs.found is not None:
            self._read()

    def let_go(self) -> None:
        """Let it be tried again."""
        self._change(busy=False)

    @Slot(str)
    def look(self, voucher: str) -> None:
        """Show one voucher with its code."""
        self._change(step="one", chosen=voucher)

    @Slot()
    def back(self) -> None:
        """Go back one step."""
        self._photo.end()
        step: Step = "one" if self._inputs.step == "sure" else "list"
        self._change(step=step, outcome=None, left_ms=0)
        self._read()

    @Slot()
    def cancel(self) -> None:
        """Ask whether it is to go back into coins."""
        if self.props.canCancel:
            self._change(step="sure")

    @Slot()
    def confirm(self) -> None:
        """Turn it back into coins."""
        one = chosen_of(self._inputs)
        if one is None or self._inputs.step != "sure" or self._inputs.busy:
            return
        shop, member, number = self.kiosk.shop, self.kiosk.member, one.held.number
        self._change(busy=True)
        self.kiosk.ask(lambda: cancel_voucher(shop, member, number), self._cancelled)

    def _cancelled(self, outcome: CancelVoucherOutcome) -> None:
        self._change(step="told", busy=False, outcome=outcome)
        self._read()

    def _read(self) -> None:
        shop, member, status = self.kiosk.shop, self.kiosk.member, self.kiosk.desk.status

        def work() -> tuple[tuple[MyVoucher, ...], SyncStatus]:
            return vouchers_of(shop, member), status()

        def found(vouchers: tuple[MyVoucher, ...], stands: SyncStatus) -> None:
            self._change(found=vouchers, away=stands.away)

        if member:
            self.kiosk.ask(work, lambda answer: found(*answer))

    def _blank(self) -> VouchersInputs:
        desk = self.kiosk.desk
        return VouchersInputs(desk.money, desk.today, desk.language)

    def _change(self, **changes: object) -> None:
        desk = self.kiosk.desk
        self._inputs = inputs = replace(
            self._inputs,
            today=desk.today,
            language=desk.language,
            **changes,  # type: ignore[arg-type]
        )
        ready, over = derive_voucher_rows(inputs)
        self._ready.set(ready)
        self._over.set(over)
        one = chosen_of(inputs)
        size, code = qr_rows(one.held.number if one and one.open else "")
        self._code.set(code)
        self.show(derive_vouchers(inputs, size))

"""Bills on hold, waiting for their customers."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.services import drafts
from app.services.drafts import Draft, HeldBill
from app.ui import dates
from app.ui.desk import Desk
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class HeldInputs:
    """The bills on hold and the one chosen, -1 none."""

    bills: tuple[HeldBill, ...] = ()
    loaded: bool = False
    chosen: int = -1


@dataclass(frozen=True, slots=True)
class HeldProps:
    """What QML reads."""

    chosen: int = -1
    count: str = ""
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One bill on hold."""

    title: str
    hour: str
    amount: str


def derive_held(inputs: HeldInputs) -> HeldProps:
    """Return what the panel and its button show."""
    nothing = translate("held", "No bill is on hold. F8 puts the bill on screen on hold.")
    return HeldProps(
        chosen=inputs.chosen,
        count=str(len(inputs.bills)) if inputs.bills else "",
        nothing=nothing if inputs.loaded and not inputs.bills else "",
    )


@QmlElement
@QmlUncreatable("built by the counter")
class HeldViewModel(ViewModel, props=HeldProps):
    """Lists them; `recalled` is called with the one taken back."""

    def __init__(self, desk: Desk, recalled: Callable[[Draft], None]) -> None:
        super().__init__()
        self._desk = desk
        self._recalled = recalled
        self._rows = Rows(HeldRow, self)
        self._inputs = HeldInputs()

    @Property(Rows, constant=True)
    def bills(self) -> Rows:
        """The bills on hold, as rows."""
        return self._rows

    def load(self) -> None:
        """Read the bills on hold anew."""
        shop = self._desk.shop
        self._desk.jobs.run(lambda: drafts.held(shop), self._loaded)

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def _loaded(self, bills: tuple[HeldBill, ...]) -> None:
        self._change(bills=bills, loaded=True, chosen=0 if bills else -1)

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, **changes)
        self._rows.set([self._row(bill) for bill in self._inputs.bills])
        self.show(derive_held(self._inputs))

    def _row(self, bill: HeldBill) -> HeldRow:
        desk = self._desk
        at = dates.local_time(bill.at_ms, desk.shop.moment().offset_min)
        guest = translate("held", "Customer without a card")
        number = bill.label or translate("held", "no number yet")
        return HeldRow(
            title=f"{bill.member_name or guest} · {number}",
            hour=dates.hour(at, desk.language),
            amount=desk.money.short(bill.total_minor),
        )

    @Slot(int)
    def choose(self, row: int) -> None:
        """Choose a bill."""
        self._change(chosen=row)

    @Slot(int)
    def move(self, step: int) -> None:
        """Choose the next bill up or down."""
        last = len(self._inputs.bills) - 1
        if last >= 0:
            self._change(chosen=max(0, min(last, self._inputs.chosen + step)))

    @Slot()
    def recall(self) -> None:
        """Take the chosen bill back onto the screen."""
        if self._inputs.chosen < 0:
            return
        shop, staff = self._desk.shop, self._desk.staff_id
        held_id = self._inputs.bills[self._inputs.chosen].id
        self._desk.jobs.run(lambda: drafts.recall(shop, held_id, staff), self._back)

    def _back(self, draft: Draft | None) -> None:
        self.load()
        if draft is not None:
            self._recalled(draft)

    @Slot()
    def discard(self) -> None:
        """Throw the chosen bill away."""
        if self._inputs.chosen < 0:
            return
        shop = self._desk.shop
        held_id = self._inputs.bills[self._inputs.chosen].id
        self._desk.jobs.run(lambda: drafts.discard(shop, held_id), lambda _: self.load())

"""What waits to be handed over, what was handed over today, and the call for what is new."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from app.domain.money import Money, quantity
from app.domain.texts import text_in
from app.services import pickups
from app.services.pickups import HandOver, Pickup
from app.services.shop import Shop
from app.ui import dates
from app.ui.desk import Desk
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

CALLED_MS: Final = 12_000
"""How long a new number stands out in the list."""


@dataclass(frozen=True, slots=True)
class WaitingInputs:
    """All that the lists depend on. `called` are the vouchers that have just arrived."""

    money: Money
    waiting: tuple[Pickup, ...] = ()
    done: tuple[HandOver, ...] = ()
    loaded: bool = False
    called: frozenset[str] = frozenset()
    today: bool = False
    chosen: int = -1
    offset_min: int = 0
    language: str = "en"


@dataclass(frozen=True, slots=True)
class WaitingProps:
    """What QML reads. `today` says that the hand-overs are shown instead of what waits.

    `call` is what is called out: "27, Aarti, filter coffee".
    """

    heading: str = ""
    other: str = ""
    nothing: str = ""
    call: str = ""
    today: bool = False
    chosen: int = -1


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One thing that waits, or that was handed over; `fresh` has just arrived."""

    ticket: str
    title: str
    detail: str
    fresh: bool


class Lists(NamedTuple):
    """One look at the store's day."""

    waiting: tuple[Pickup, ...]
    done: tuple[HandOver, ...]
    offset_min: int


def derive_waiting(inputs: WaitingInputs) -> WaitingProps:
    """Return what stands around the list."""
    number = inputs.money.number
    waits = translate("redemption", "Waiting: {count}").format(count=number(len(inputs.waiting)))
    done = translate("redemption", "Handed over today: {count}").format(
        count=number(len(inputs.done))
    )
    return WaitingProps(
        heading=done if inputs.today else waits,
        other=waits if inputs.today else done,
        nothing=_nothing(inputs),
        call=_call(inputs),
        today=inputs.today,
        chosen=-1 if inputs.today else inputs.chosen,
    )


def _nothing(inputs: WaitingInputs) -> str:
    if not inputs.loaded:
        return translate("redemption", "One moment…")
    if inputs.today:
        return "" if inputs.done else translate("redemption", "Nothing was handed over yet today.")
    if inputs.waiting:
        return ""
    return translate("redemption", "Nothing waits. What members choose at the kiosk shows up here.")


def _call(inputs: WaitingInputs) -> str:
    fresh = [one for one in inputs.waiting if one.voucher in inputs.called]
    if not fresh:
        return ""
    one = fresh[-1]
    parts = (str(one.ticket or ""), _first(one.name), _thing(one, inputs))
    return ", ".join(part for part in parts if part)


def derive_rows(inputs: WaitingInputs) -> tuple[WaitingRow, ...]:
    """Return the rows of the list that is shown, in the order they are served."""
    if inputs.today:
        return tuple(_done_row(one, inputs) for one in inputs.done)
    return tuple(_row(one, inputs) for one in inputs.waiting)


def _row(one: Pickup, inputs: WaitingInputs) -> WaitingRow:
    return WaitingRow(
        ticket=str(one.ticket or "–"),
        title=_first(one.name) or translate("redemption", "Member without a name"),
        detail=f"{_thing(one, inputs)}{_nth(one.nth, one.of)} · {_hour(one.at_ms, inputs)}",
        fresh=one.voucher in inputs.called,
    )


def _done_row(one: HandOver, inputs: WaitingInputs) -> WaitingRow:
    title = text_in(one.title, inputs.language) or translate("redemption", "Reward")
    name = _first(one.name) or translate("redemption", "Member without a name")
    by = translate("redemption", "handed over by {who}").format(who=one.staff) if one.staff else ""
    return WaitingRow(
        ticket=str(one.ticket or "–"),
        title=title + _nth(one.nth, one.of),
        detail=" · ".join(part for part in (name, by, _hour(one.at_ms, inputs)) if part),
        fresh=False,
    )


def _thing(one: Pickup, inputs: WaitingInputs) -> str:
    title = text_in(one.title, inputs.language) or translate("redemption", "Reward")
    several = one.benefit.kind in {"item", "sample"} and one.benefit.value not in {0, 1000}
    return f"{quantity(one.benefit.value)} × {title}" if several else title


def _nth(nth: int, of: int) -> str:
    return " · " + translate("redemption", "{nth} of {of}").format(nth=nth, of=of) if of > 1 else ""


def _first(name: str) -> str:
    return name.partition(" ")[0]


def _hour(at_ms: int, inputs: WaitingInputs) -> str:
    said = dates.hour(dates.local_time(at_ms, inputs.offset_min), inputs.language)
    return said.replace(" ", "\N{NO-BREAK SPACE}")


@QmlElement
@QmlUncreatable("built by the redemption screen")
class WaitingViewModel(ViewModel, props=WaitingProps):
    """Lists the store's day; `open_voucher` is called with the number of the one to hand over.

    `chime` sounds when something waits that did not at the last look; `broke` tells of a look that
    failed in a way nobody foresaw.
    """

    broke = Signal(object)

    def __init__(
        self, desk: Desk, open_voucher: Callable[[str], None], chime: Callable[[], None]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._open = open_voucher
        self._chime = chime
        self._rows = Rows(WaitingRow, self)
        self._inputs = WaitingInputs(desk.money)
        self._loading = self._again = False
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALLED_MS)
        self._calm.timeout.connect(self._call_over)

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        """The list that is shown, as rows."""
        return self._rows

    def load(self) -> None:
        """Read the lists; what arrives meanwhile is read right after."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        shop = self._desk.shop
        self._desk.jobs.run(lambda: _lists(shop), self._loaded, self._failed)

    def _failed(self, error: Exception) -> None:
        self._loading = False
        self.broke.emit(error)

    def _loaded(self, lists: Lists) -> None:
        self._loading = False
        known = {one.voucher for one in self._inputs.waiting}
        fresh = {one.voucher for one in lists.waiting} - known if self._inputs.loaded else set()
        called = frozenset(fresh) or self._inputs.called
        self._change(
            waiting=lists.waiting,
            done=lists.done,
            offset_min=lists.offset_min,
            loaded=True,
            called=called,
            chosen=min(self._inputs.chosen, len(lists.waiting) - 1),
        )
        if fresh:
            self._chime()
            self._calm.start()
        if self._again:
            self._again = False
            self.load()

    def _call_over(self) -> None:
        self._change(called=frozenset())

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def wipe(self) -> None:
        """Forget the names on the screen."""
        self._calm.stop()
        self._inputs = WaitingInputs(self._desk.money)
        self._change()

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, language=self._desk.language, **changes)
        # The chosen line first: the list must not lose the line its keys are on.
        self.show(derive_waiting(self._inputs))
        self._rows.set(derive_rows(self._inputs))

    @Slot()
    def toggle(self) -> None:
        """Show what was handed over today instead of what waits, or back."""
        self._change(today=not self._inputs.today, chosen=-1)

    @Slot(int)
    def move(self, step: int) -> None:
        """Go up or down what waits."""
        last = len(self._inputs.waiting) - 1
        if last >= 0 and not self._inputs.today:
            self._change(chosen=max(0, min(last, self._inputs.chosen + step)))

    @Slot(int)
    def choose(self, row: int) -> None:
        """Open what waits in a row."""
        if not self._inputs.today and 0 <= row < len(self._inputs.waiting):
            self._open(self._inputs.waiting[row].number)

    @Slot(result=bool)
    def openChosen(self) -> bool:
        """Open what the keys have chosen; say whether anything was."""
        chosen = self._inputs.chosen
        self.choose(chosen)
        self._change(chosen=-1)
        return chosen >= 0


def _lists(shop: Shop) -> Lists:
    return Lists(pickups.waiting(shop), pickups.handed_over_today(shop), shop.moment().offset_min)

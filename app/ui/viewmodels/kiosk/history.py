"""What happened with a member's coins, newest first, each line with its reasons."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain.money import Money
from app.insight.history import Entry, history
from app.ui import dates
from app.ui.rows import Rows
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
PAGE = 20


@dataclass(frozen=True, slots=True)
class HistoryInputs:
    """All that the screen depends on; `opened` is the event whose reasons are shown."""

    entries: tuple[Entry, ...] = ()
    loaded: bool = False
    opened: str = ""
    more: bool = False


@dataclass(frozen=True, slots=True)
class HistoryProps:
    """What QML reads."""

    nothing: str = ""
    more: bool = False


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One thing that happened. `coins` is "+12" or "−50", `why` holds a line for each reason."""

    event: str
    title: str
    day: str
    coins: str
    gained: bool
    credit: str
    why: str
    opened: bool


def derive_history(inputs: HistoryInputs) -> HistoryProps:
    """Return what the screen shows around its rows."""
    empty = inputs.loaded and not inputs.entries
    return HistoryProps(
        nothing=translate("history", "Nothing yet. Your first purchase will be here.")
        if empty
        else "",
        more=inputs.more,
    )


def derive_history_rows(
    inputs: HistoryInputs, money: Money, today: date, language: str
) -> tuple[HistoryRow, ...]:
    """Return a row for each entry."""
    return tuple(_row(entry, inputs, money, today, language) for entry in inputs.entries)


def _row(
    entry: Entry, inputs: HistoryInputs, money: Money, today: date, language: str
) -> HistoryRow:
    legs = entry.legs
    net = legs.coins_in - legs.coins_out
    credit = legs.credit_in_minor - legs.credit_out_minor
    receipt = translate("history", "bill {number}").format(number=entry.receipt)
    about = (dates.day(entry.on, today, language), receipt if entry.receipt else "")
    return HistoryRow(
        event=entry.event,
        title=entry.title,
        day=" · ".join(part for part in about if part),
        coins=_signed(net, money.number(abs(net))),
        gained=net > 0,
        credit=_signed(credit, money.short(abs(credit))),
        why="\n".join(entry.why),
        opened=entry.event == inputs.opened,
    )


def _signed(amount: int, said: str) -> str:
    if not amount:
        return ""
    return f"+{said}" if amount > 0 else f"−{said}"


@QmlElement
@QmlUncreatable("built by the kiosk")
class HistoryViewModel(KioskScreen, props=HistoryProps):
    """Reads a page at a time; one entry at a time shows its reasons."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._inputs = HistoryInputs()
        self._entries = Rows(HistoryRow, self)

    @Property(Rows, constant=True)
    def entries(self) -> Rows:
        """What happened, as rows."""
        return self._entries

    def open(self) -> None:
        """Read the newest page."""
        self._change(HistoryInputs())
        self._read(PAGE)

    def refresh(self) -> None:
        """Read anew what is shown: titles and reasons are in the language of the screens."""
        if self._inputs.loaded:
            self._read(max(PAGE, len(self._inputs.entries)))

    def wipe(self) -> None:
        """Forget the member."""
        self._change(HistoryInputs())

    @Slot()
    def showMore(self) -> None:
        """Read a page more."""
        self._read(len(self._inputs.entries) + PAGE)

    @Slot(str)
    def toggle(self, event: str) -> None:
        """Show why, or hide it again."""
        opened = "" if self._inputs.opened == event else event
        self._change(replace(self._inputs, opened=opened))

    def _read(self, count: int) -> None:
        shop, member = self.kiosk.shop, self.kiosk.member
        language = self.kiosk.desk.language
        if not member:
            return

        def read(found: tuple[Entry, ...]) -> None:
            self._change(
                replace(self._inputs, entries=found[:count], loaded=True, more=len(found) > count)
            )

        self.kiosk.ask(lambda: history(shop, member, language, count + 1), read)

    def _change(self, inputs: HistoryInputs) -> None:
        self._inputs = inputs
        desk = self.kiosk.desk
        self._entries.set(derive_history_rows(inputs, desk.money, desk.today, desk.language))
        self.show(derive_history(inputs))

"""Today (F10): the day's figures, the closed days, and closing this one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain.day_closes import Sums
from app.domain.staff import may_approve
from app.insight.day_closes import try_saving
from app.insight.today import today
from app.services import changes, day_closes
from app.services.day_close_rows import CloseLine, close_rows, preview_rows
from app.services.day_close_slip import print_close
from app.services.day_closes import (
    Close,
    CloseOutcome,
    ClosePreview,
    DayIsClosed,
    PreviewOutcome,
)
from app.services.prints import PrintOutcome, PrintQueued
from app.services.writing import DiskFull
from app.ui.desk import Desk
from app.ui.print_sentences import outcome_sentence
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.today_figures import CashierRow, HourRow, Seer, TileRow, cashiers, hours, tiles
from app.ui.today_panel import (
    CloseRow,
    LineRow,
    TodayInputs,
    TodayProps,
    View,
    close_refused,
    derive_closes,
    derive_today,
)
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.approval import ApprovalViewModel
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

FIRST: Final = 3
"""So many figures stand above the chart."""


@QmlElement
@QmlUncreatable("built by the counter")
class TodayViewModel(ViewModel, props=TodayProps):
    """Shows figures and closed days; a cashier gets to the latter with a supervisor's PIN."""

    def __init__(self, desk: Desk, approval: ApprovalViewModel) -> None:
        super().__init__()
        self._desk = desk
        self._approval = approval
        self._tiles = Rows(TileRow, self)
        self._more = Rows(TileRow, self)
        self._hours = Rows(HourRow, self)
        self._cashiers = Rows(CashierRow, self)
        self._closes = Rows(CloseRow, self)
        self._lines = Rows(LineRow, self)
        self._inputs = TodayInputs(desk.money)
        self._mark: tuple[object, ...] = ()
        self._ahead: Sums | None = None
        self._reading = 0

    @Property(Rows, constant=True)
    def tiles(self) -> Rows:
        """The figures one looks for first, as rows."""
        return self._tiles

    @Property(Rows, constant=True)
    def more(self) -> Rows:
        """All other figures, as rows."""
        return self._more

    @Property(Rows, constant=True)
    def hours(self) -> Rows:
        """The bars by hour, as rows."""
        return self._hours

    @Property(Rows, constant=True)
    def cashiers(self) -> Rows:
        """What each cashier did, as rows."""
        return self._cashiers

    @Property(Rows, constant=True)
    def closes(self) -> Rows:
        """The closed days, as rows."""
        return self._closes

    @Property(Rows, constant=True)
    def lines(self) -> Rows:
        """The lines of the day that is looked at, as rows."""
        return self._lines

    def open(self) -> None:
        """Show the figures of today."""
        staff = self._desk.staff
        seer = Seer(staff.id if staff else "", staff is not None and may_approve(staff.role))
        self._inputs = TodayInputs(self._desk.money, seer)
        self._reading += 1
        self._load()

    def refresh(self) -> None:
        """Say everything anew, every minute and after a change of language."""
        same = self._inputs.language == self._desk.language
        self._change(**({} if same else {"message": ""}))
        shown, shop, language = self._inputs, self._desk.shop, self._desk.language
        close = shown.looked_at
        if shown.view == "close" and close is not None and not same:
            self._desk.jobs.run(
                lambda: close_rows(shop, close, language), lambda lines: self._said(close, lines)
            )
        elif shown.view == "preview" and shown.approver and not same:
            self._preview(shown.approver)

    def _said(self, close: Close, lines: tuple[CloseLine, ...]) -> None:
        """Show a closed day in another language, if somebody still looks at it."""
        if self._inputs.view == "close" and self._inputs.looked_at == close:
            self._change(lines=lines)

    def leave(self) -> bool:
        """Go one step back inside the panel; say whether there was one."""
        self._reading += 1
        if self._inputs.view == "figures":
            return False
        back: View = "closes" if self._inputs.view == "close" else "figures"
        self._change(view=back, message="")
        return True

    @Slot()
    def look(self) -> None:
        """Count again if anything was recorded or arrived, or on another day; reads no file."""
        if self._inputs.view == "figures" and self._now_marked() != self._mark:
            self._load()

    def _now_marked(self) -> tuple[object, ...]:
        return (*changes.mark(self._desk.shop), self._desk.today)

    def _load(self) -> None:
        shop = self._desk.shop
        self._mark = self._now_marked()
        self._change()
        self._desk.jobs.run(lambda: today(shop), lambda found: self._change(found=found))

    def _change(self, **changes: Any) -> None:
        inputs = replace(self._inputs, language=self._desk.language, **changes)
        self._inputs = inputs
        if inputs.found is not None:
            shown = tiles(inputs.found, inputs.scope, inputs.seer, inputs.money)
            self._tiles.set(shown[:FIRST])
            self._more.set(shown[FIRST:])
            self._hours.set(hours(inputs.found, inputs.seer, inputs.money, inputs.language))
            self._cashiers.set(cashiers(inputs.found, inputs.seer, inputs.money))
        self._closes.set(derive_closes(inputs))
        self._lines.set([LineRow(*line) for line in inputs.lines])
        self.show(derive_today(inputs))

    @Slot()
    def otherScope(self) -> None:
        """Show the whole store instead of this till, or the other way round."""
        if self.props.scope:
            self._change(scope="store" if self._inputs.scope == "till" else "till")

    # Closed days

    @Slot()
    def openCloses(self) -> None:
        """Show the closed days."""
        reason = translate("today", "Show what was taken on closed days?")
        self._approval.ask(reason, lambda _: self._load_closes())

    def _load_closes(self, **changes: Any) -> None:
        shop = self._desk.shop
        self._desk.jobs.run(
            lambda: day_closes.list_closes(shop),
            lambda found: self._change(
                **{"view": "closes", "closes": found, "chosen": 0 if found else -1, "message": ""}
                | changes
            ),
        )

    @Slot(int)
    def choose(self, row: int) -> None:
        """Choose a closed day."""
        self._change(chosen=row, message="")

    @Slot(int)
    def move(self, step: int) -> None:
        """Choose the next closed day up or down."""
        last = len(self._inputs.closes) - 1
        if last >= 0:
            self.choose(max(0, min(last, self._inputs.chosen + step)))

    @Slot()
    def openClose(self) -> None:
        """Look at the chosen closed day."""
        inputs = self._inputs
        if inputs.view == "closes" and 0 <= inputs.chosen < len(inputs.closes):
            self._look_at(inputs.closes[inputs.chosen])

    def _look_at(self, close: Close, **changes: Any) -> None:
        shop, language = self._desk.shop, self._desk.language
        self._desk.jobs.run(
            lambda: close_rows(shop, close, language),
            lambda lines: self._change(
                **{
                    "view": "close",
                    "looked_at": close,
                    "lines": lines,
                    "again": True,
                    "message": "",
                }
                | changes
            ),
        )

    @Slot()
    def saveCsv(self) -> None:
        """Write the closed days into the shop's folder, and say where."""
        shop = self._desk.shop
        self._desk.jobs.run(lambda: try_saving(shop), self._saved)

    def _saved(self, outcome: Path | DiskFull) -> None:
        if isinstance(outcome, DiskFull):
            text = translate("today", "The disk is full; the table was not saved.")
            self._change(kind="bad", message=text)
        else:
            text = translate("today", "Saved: {path}").format(path=outcome)
            self._change(kind="good", message=text)

    @Slot()
    def printAgain(self) -> None:
        """Print the closed day that is looked at once more; the slip says REPRINT."""
        close = self._inputs.looked_at
        if self._inputs.view == "close" and close is not None:
            self._print(close, self._printed, reprint=True)

    def _print(
        self, close: Close, done: Callable[[PrintOutcome | None], None], *, reprint: bool
    ) -> None:
        shop, language = self._desk.shop, self._desk.language
        self._desk.jobs.run(lambda: print_close(shop, close, language, reprint=reprint), done)

    def _printed(self, outcome: PrintOutcome | None) -> None:
        kind = "good" if isinstance(outcome, PrintQueued) else "bad"
        self._change(kind=kind, message=outcome_sentence(outcome))

    # Closing this day

    @Slot()
    def askClose(self) -> None:
        """Show what closing would say, when a supervisor agrees to it."""
        reason = translate("today", "Close the day at this till?")
        self._approval.ask(reason, self._preview)

    def _preview(self, approver: str) -> None:
        shop, language = self._desk.shop, self._desk.language

        def look(ahead: Sums) -> tuple[PreviewOutcome, tuple[CloseLine, ...]]:
            found = day_closes.preview_close(shop, ahead)
            if not isinstance(found, ClosePreview):
                return found, ()
            return found, preview_rows(shop, found.facts, language)

        def seen(answer: tuple[PreviewOutcome, tuple[CloseLine, ...]]) -> None:
            refused = close_refused(answer[0])
            view: View = "figures" if refused else "preview"
            self._change(
                view=view, lines=answer[1], approver=approver, kind="info", message=refused
            )

        self._reading += 1
        self._read_ahead(lambda sums: self._desk.jobs.run(lambda: look(sums), seen))

    def _read_ahead(self, whole: Callable[[Sums], None], ahead: Sums | None = None) -> None:
        """Read what a close counts piece by piece: a scan at this till comes in between.

        Ends without a word when somebody goes back or begins anew.
        """
        shop, reading = self._desk.shop, self._reading

        def heard(read: tuple[Sums, bool]) -> None:
            sums, all_read = read
            if reading != self._reading:
                return
            if all_read:
                self._ahead = sums
                whole(sums)
            else:
                self._change(kind="info", message=translate("today", "Adding up the days…"))
                self._read_ahead(whole, sums)

        self._desk.jobs.run(lambda: day_closes.read_on(shop, ahead), heard)

    @Slot()
    def closeDay(self) -> None:
        """Close the day that was looked at."""
        if self._inputs.view != "preview" or not self._inputs.approver:
            return
        shop, staff, approver = self._desk.shop, self._desk.staff_id, self._inputs.approver
        ahead, self._ahead = self._ahead, None
        self._change(approver="")
        self._desk.jobs.run(
            lambda: day_closes.close_day(shop, staff, approver, ahead), self._closed
        )

    def _closed(self, outcome: CloseOutcome) -> None:
        if isinstance(outcome, DayIsClosed):
            text = translate("today", "The day is closed. It will not change any more.")
            self._load_closes()
            self._look_at(outcome.close, again=False, kind="good", message=text)
            self._print(outcome.close, _no_word, reprint=False)
        else:
            self._change(view="figures", kind="bad", message=close_refused(outcome))


def _no_word(_outcome: PrintOutcome | None) -> None:
    """What keeps a slip waiting is said by the strip of the printer."""

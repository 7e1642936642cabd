"""The review list at the counter: how much waits, what it is, and deciding it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from app.domain.money import Money
from app.services import flags
from app.services.flag_views import FlagView, to_review
from app.services.flags import DecideOutcome
from app.ui import dates
from app.ui.desk import Desk
from app.ui.flag_sentences import approving, by, decided, rejecting, what, who, why
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.approval import ApprovalViewModel
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ReviewInputs:
    """What waits and the one chosen (-1 = none); `waiting` is known before the list is read."""

    money: Money
    language: str = "en"
    waiting: int = 0
    views: tuple[FlagView, ...] = ()
    loaded: bool = False
    chosen: int = -1
    busy: bool = False
    kind: str = "info"
    message: str = ""


@dataclass(frozen=True, slots=True)
class ReviewProps:
    """What QML reads. `badge` is "" when nothing waits; `aloud` says it to a screen reader."""

    badge: str = ""
    aloud: str = ""
    nothing: str = ""
    chosen: int = -1
    why: str = ""
    approving: str = ""
    rejecting: str = ""
    canDecide: bool = False
    kind: str = "info"
    message: str = ""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One entry: who and what, when and by whom."""

    title: str
    detail: str


def derive_review(inputs: ReviewInputs) -> ReviewProps:
    """Return what the panel and the badge show."""
    view = inputs.views[inputs.chosen] if 0 <= inputs.chosen < len(inputs.views) else None
    return ReviewProps(
        badge=inputs.money.number(inputs.waiting) if inputs.waiting else "",
        aloud=translate("review", "{count} thing(s) for a supervisor", None, inputs.waiting).format(
            count=inputs.money.number(inputs.waiting)
        ),
        nothing=translate("review", "Nothing waits. What looks unusual will be listed here.")
        if inputs.loaded and not inputs.views
        else "",
        chosen=inputs.chosen,
        why=why(view) if view else "",
        approving=approving(view, inputs.money) if view else "",
        rejecting=rejecting(view) if view else "",
        canDecide=view is not None and not inputs.busy,
        kind=inputs.kind,
        message=inputs.message,
    )


@QmlElement
@QmlUncreatable("built by the counter")
class ReviewViewModel(ViewModel, props=ReviewProps):
    """Counts what waits for whoever is signed in; lists and decides it for a supervisor.

    `broke` says that deciding failed in a way nobody foresaw.
    """

    broke = Signal(object)

    def __init__(self, desk: Desk, approval: ApprovalViewModel) -> None:
        super().__init__()
        self._desk = desk
        self._approval = approval
        self._approver = ""
        self._rows = Rows(ReviewRow, self)
        self._inputs = ReviewInputs(desk.money)

    @Property(Rows, constant=True)
    def entries(self) -> Rows:
        """What waits, newest first, as rows."""
        return self._rows

    def ask(self, opened: Callable[[], None]) -> None:
        """Open the list for a supervisor: at once, or after their PIN; then call `opened`."""

        def approved(approver: str) -> None:
            self._approver = approver
            self._change(views=(), loaded=False, chosen=-1, busy=False, message="")
            self._load()
            opened()

        self._approval.ask(translate("review", "Open the review list?"), approved)

    def count(self) -> None:
        """Count what waits, after something was recorded or arrived."""
        shop = self._desk.shop
        self._desk.jobs.run(
            lambda: flags.count_waiting(shop), lambda found: self._change(waiting=found)
        )

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def _load(self) -> None:
        shop = self._desk.shop
        self._desk.jobs.run(lambda: to_review(shop), self._loaded)

    def _loaded(self, views: tuple[FlagView, ...]) -> None:
        chosen = max(0, min(self._inputs.chosen, len(views) - 1)) if views else -1
        self._change(views=views, loaded=True, chosen=chosen, waiting=len(views))

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, language=self._desk.language, **changes)
        offset_min = self._desk.shop.moment().offset_min
        self._rows.set([self._row(view, offset_min) for view in self._inputs.views])
        self.show(derive_review(self._inputs))

    def _row(self, view: FlagView, offset_min: int) -> ReviewRow:
        language = self._desk.language
        at = dates.hour(dates.local_time(view.flag.at_ms, offset_min), language)
        day = dates.day(view.flag.on, self._desk.today, language)
        parts = (who(view), what(view, language))
        return ReviewRow(
            title=" · ".join(part for part in parts if part),
            detail=" · ".join((f"{day}, {at}", by(view))),
        )

    @Slot(int)
    def choose(self, row: int) -> None:
        """Choose an entry."""
        self._change(chosen=row, message="")

    @Slot(int)
    def move(self, step: int) -> None:
        """Choose the next entry up or down."""
        last = len(self._inputs.views) - 1
        if last >= 0:
            self.choose(max(0, min(last, self._inputs.chosen + step)))

    @Slot()
    def approve(self) -> None:
        """Approve the chosen entry; a second press while it is being done does nothing."""
        self._decide(approve=True)

    @Slot()
    def reject(self) -> None:
        """Reject the chosen entry."""
        self._decide(approve=False)

    def _decide(self, *, approve: bool) -> None:
        if not self.props.canDecide:
            return
        shop, approver = self._desk.shop, self._approver
        flag = self._inputs.views[self._inputs.chosen].flag.id
        self._change(busy=True)
        self._desk.jobs.run(
            lambda: flags.decide(shop, approver, flag, approve=approve),
            self._decided,
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self._change(busy=False)
        self.broke.emit(error)

    def _decided(self, outcome: DecideOutcome) -> None:
        kind, sentence = decided(outcome, self._desk.money)
        self._change(busy=False, kind=kind, message=sentence)
        self._load()

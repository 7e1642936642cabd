"""Recording the bill on screen, once, and taking the last sale back while there is time."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer

from app.domain.bill_faults import BadLine, NoAmount
from app.services import drafts, exchanges, members, sales, voids
from app.services.exchanges import ExchangeOutcome, ExchangeRecorded, UndoOutcome
from app.services.members import MemberView
from app.services.sales import SaleOutcome, SaleRecorded
from app.services.shop import Shop
from app.services.voids import UNDO_S, SaleVoided
from app.ui.bill_inputs import BillInputs, Exchange, bill_of
from app.ui.desk import Desk
from app.ui.exchange_sentences import ExchangeRefusal, UndoRefusal
from app.ui.sentences import SaleRefusal

UNDO_MS = int(UNDO_S * 1000)


@dataclass(frozen=True, slots=True)
class Answers:
    """Whom to tell what came of it. `recorded` gets the member as they are afterwards."""

    recorded: Callable[[SaleRecorded, MemberView | None], None]
    exchanged: Callable[[ExchangeRecorded, MemberView | None], None]
    exchange_refused: Callable[[ExchangeRefusal], None]
    refused: Callable[[SaleRefusal], None]
    failed: Callable[[Exception], None]
    undone: Callable[[BillInputs, MemberView | None], None]
    not_undone: Callable[[UndoRefusal], None]
    undo_over: Callable[[], None]


class Recorder:
    """Keeps a second press of the key from doing anything, and knows the last sale."""

    def __init__(self, desk: Desk, answers: Answers, parent: QObject) -> None:
        self._desk = desk
        self._tell = answers
        self._busy = False
        self._last: tuple[BillInputs, MemberView | None, Callable[[], UndoOutcome]] | None = None
        self._undo_ends = QTimer(parent)
        self._undo_ends.setInterval(UNDO_MS)
        self._undo_ends.setSingleShot(True)
        self._undo_ends.timeout.connect(self._over)

    @property
    def busy(self) -> bool:
        """Whether a bill is being recorded right now."""
        return self._busy

    def record(self, inputs: BillInputs, member: MemberView | None) -> None:
        """Record the bill, unless one is being recorded right now."""
        if self._busy:
            return
        fault = inputs.estimate.fault if inputs.estimate else None
        if fault is not None:
            # A bill by amount has no lines to a cashier.
            by_amount = isinstance(fault, BadLine) and not inputs.lines
            self._tell.refused(NoAmount() if by_amount else fault)
            return
        self._busy = True
        if inputs.exchange is not None:
            self._exchange(inputs, inputs.exchange, member)
            return
        shop, staff, bill = self._desk.shop, self._desk.staff_id, bill_of(inputs)

        def work() -> tuple[SaleOutcome, MemberView | None]:
            outcome = sales.record_sale(shop, staff, bill)
            if not isinstance(outcome, SaleRecorded):
                return outcome, None
            drafts.clear_draft(shop)
            return outcome, _whose(shop, outcome)

        def done(answer: tuple[SaleOutcome, MemberView | None]) -> None:
            outcome, view = answer
            self._busy = False
            if isinstance(outcome, SaleRecorded):
                sale = outcome.sale
                self._may_undo(inputs, member, lambda: voids.undo_sale(shop, staff, sale))
                self._tell.recorded(outcome, view)
            else:
                self._tell.refused(outcome)

        self._desk.jobs.run(work, done, self._failed)

    def _may_undo(
        self, inputs: BillInputs, member: MemberView | None, undo: Callable[[], UndoOutcome]
    ) -> None:
        self._last = (inputs, member, undo)
        self._undo_ends.start()

    def _exchange(self, inputs: BillInputs, goods: Exchange, member: MemberView | None) -> None:
        shop, staff, bill = self._desk.shop, self._desk.staff_id, bill_of(inputs)

        def work() -> tuple[ExchangeOutcome, MemberView | None]:
            outcome = exchanges.record_exchange(shop, staff, goods.ask, bill)
            if not isinstance(outcome, ExchangeRecorded):
                return outcome, None
            return outcome, _whose(shop, outcome.sold)

        def done(answer: tuple[ExchangeOutcome, MemberView | None]) -> None:
            outcome, view = answer
            self._busy = False
            if isinstance(outcome, ExchangeRecorded):
                recorded = outcome
                self.forget()
                if recorded.undo is not None:
                    undo = lambda: exchanges.undo_exchange(shop, staff, recorded)  # noqa: E731
                    self._may_undo(inputs, member, undo)
                self._tell.exchanged(recorded, view)
            else:
                self._tell.exchange_refused(outcome)

        self._desk.jobs.run(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._tell.failed(error)

    def undo(self) -> None:
        """Take the last sale or exchange back, once."""
        if self._last is None:
            return
        inputs, member, undo = self._last
        self.forget()
        shop = self._desk.shop

        def done(outcome: UndoOutcome) -> None:
            if isinstance(outcome, SaleVoided):
                # The sale's id is spent: the same bill is a new one when recorded again.
                self._tell.undone(replace(inputs, id=shop.mint()), member)
            else:
                self._tell.not_undone(outcome)

        self._desk.jobs.run(undo, done)

    def forget(self) -> None:
        """Let the last sale stand."""
        self._undo_ends.stop()
        self._last = None

    def _over(self) -> None:
        self._last = None
        self._tell.undo_over()


def _whose(shop: Shop, sold: SaleRecorded) -> MemberView | None:
    """Return the member of a sale as they are after it, None for a guest's."""
    view = members.open_member(shop, sold.member) if sold.member else None
    return view if isinstance(view, MemberView) else None

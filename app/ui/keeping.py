"""Bills that outlive the moment: half typed, interrupted, on hold."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.services import drafts, members, open_sales
from app.services.drafts import Draft
from app.services.members import MemberView
from app.services.writing import DiskFull
from app.ui.bill_inputs import BillInputs
from app.ui.desk import Desk
from app.ui.half_typed import draft_of, inputs_of, is_empty
from app.ui.typed import next_number

_SAVE_AFTER_MS = 300


class Keeper:
    """Saves the bill shortly after each change and brings kept ones back through `restore`.

    A bill to hold that a full disk cannot keep stays in memory; then `full` is called.
    """

    def __init__(
        self,
        desk: Desk,
        inputs: Callable[[], BillInputs],
        restore: Callable[[BillInputs, MemberView | None], None],
        parent: QObject,
        full: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._full = full
        self._unkept: list[tuple[str, Draft]] = []
        self._inputs = inputs
        self._restore = restore
        self._soon = QTimer(parent)
        self._soon.setInterval(_SAVE_AFTER_MS)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.save)

    def save_soon(self) -> None:
        """Save when the typing pauses."""
        self._soon.start()

    def stop(self) -> None:
        """Save no more until the next change."""
        self._soon.stop()

    def save(self) -> None:
        """Keep the bill as it stands, so that a crash does not lose it."""
        if self._desk.staff is None or self._inputs().exchange is not None:
            return  # Half an exchange is no bill: without its goods it would cost too much.
        shop, staff, inputs = self._desk.shop, self._desk.staff_id, self._inputs()
        if is_empty(inputs):
            self._desk.jobs.run(lambda: drafts.clear_draft(shop), _nothing)
        else:
            draft = draft_of(inputs)
            self._desk.jobs.run(lambda: drafts.save_draft(shop, staff, draft), _nothing)

    def load(self, begin: Callable[[str], None]) -> None:
        """Bring an interrupted bill back; without one, `begin` with a likely bill number."""
        shop = self._desk.shop

        def look() -> tuple[Draft | None, MemberView | None, str]:
            draft = drafts.load_draft(shop)
            last = open_sales.todays_sales(shop, limit=1)
            number = next_number(last[0].bill_number) if last else ""
            return draft, self._owner(draft) if draft else None, number

        def found(answer: tuple[Draft | None, MemberView | None, str]) -> None:
            draft, owner, number = answer
            inputs = self._as_typed(draft) if draft else None
            if inputs is not None and not is_empty(inputs):
                self._restore(inputs, owner)
            else:
                begin(number)
            self.stop()

        self._desk.jobs.run(look, found)

    def hold(self, inputs: BillInputs, held: Callable[[], None]) -> None:
        """Put a bill on hold; `held` is called when it is kept.

        One that comes back from an undo may come behind the lock: then nobody put it there.
        """
        self.stop()
        by = self._desk.staff
        self._unkept.append((by.id if by else "", draft_of(inputs, inputs.number)))
        self.keep(held)

    def keep(self, held: Callable[[], None]) -> None:
        """Keep what the disk had no room for before; `held` is called for each that is kept."""
        waiting, self._unkept = self._unkept, []
        for staff, draft in waiting:
            self._keep(staff, draft, held)

    def _keep(self, staff: str, draft: Draft, held: Callable[[], None]) -> None:
        def answered(kept: str | DiskFull) -> None:
            if isinstance(kept, DiskFull):
                self._unkept.append((staff, draft))
                self._full()
            else:
                held()

        shop = self._desk.shop
        self._desk.jobs.run(lambda: drafts.hold(shop, staff, draft), answered)

    def bring_back(self, draft: Draft) -> None:
        """Show a bill that was on hold."""
        self._desk.jobs.run(
            lambda: self._owner(draft), lambda owner: self._restore(self._as_typed(draft), owner)
        )

    def _owner(self, draft: Draft) -> MemberView | None:
        if not draft.bill.member:
            return None
        view = members.open_member(self._desk.shop, draft.bill.member)
        return view if isinstance(view, MemberView) else None

    def _as_typed(self, draft: Draft) -> BillInputs:
        return inputs_of(draft, self._desk.money, self._desk.shop.programme)


def _nothing(_: object) -> None:
    """Nobody waits for this job's result."""

"""What the pages of the member desk share: whom they are about, and how they act."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from app.services import members
from app.services.members import MemberView
from app.ui.desk import Desk
from app.ui.viewmodels.approval import ApprovalViewModel

Result = TypeVar("Result")


@dataclass(slots=True)
class MemberCase:
    """The member at the desk (None = nobody), and one act at a time for them.

    `say` shows a sentence that is good, bad or info; `changed` gets the member as they are after
    an act; `gone` is called with a sentence when there is no such member any more.
    """

    desk: Desk
    approval: ApprovalViewModel
    say: Callable[[str, str], None]
    changed: Callable[[MemberView], None]
    gone: Callable[[str], None]
    view: MemberView | None = None
    busy: bool = False

    def act(
        self,
        reason: str,
        work: Callable[[MemberView, str, str], Result],
        done: Callable[[Result], None],
    ) -> None:
        """Do `work` with the member, who is signed in, and who approves; then call `done`.

        The answer about somebody who is not at the desk any more is dropped.
        """
        view, desk = self.view, self.desk
        if view is None or self.busy:
            return
        staff = desk.staff_id

        def approved(approver: str) -> None:
            self.busy = True

            def run() -> Result:
                try:
                    return work(view, staff, approver)
                finally:
                    self.busy = False

            desk.jobs.run(run, lambda result: self._hand_on(view, done, result))

        self.approval.ask(reason, approved)

    def read(self, work: Callable[[MemberView], Result], done: Callable[[Result], None]) -> None:
        """Read something about the member; an answer that comes too late is dropped."""
        view = self.view
        if view is not None:
            self.desk.jobs.run(lambda: work(view), lambda result: self._hand_on(view, done, result))

    def reload(self) -> None:
        """Look at the member anew, after an act that moved something."""
        shop = self.desk.shop
        self.read(lambda view: members.open_member(shop, view.member), self._reloaded)

    def _reloaded(self, view: object) -> None:
        if isinstance(view, MemberView):
            self.changed(view)

    def _hand_on(self, view: MemberView, done: Callable[[Result], None], result: Result) -> None:
        if self.view is not None and self.view.member == view.member:
            done(result)

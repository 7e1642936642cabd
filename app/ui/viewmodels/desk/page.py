"""One page of the member desk."""

from app.services.members import MemberView
from app.ui.member_case import MemberCase
from app.ui.snapshot import ViewModel


class DeskPage(ViewModel):
    """The base of the pages; what is typed on a page goes when it is opened anew."""

    def __init__(self, case: MemberCase) -> None:
        super().__init__()
        self._case = case

    @property
    def view(self) -> MemberView | None:
        """The member at the desk."""
        return self._case.view

    def open(self) -> None:
        """Begin with the member at the desk."""

    def refresh(self) -> None:
        """Say everything anew, after a change of language or of the member."""

    def leave(self) -> bool:
        """Go one step back inside the page; say whether there was one."""
        return False

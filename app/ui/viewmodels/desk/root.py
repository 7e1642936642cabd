"""The member desk: which page is open, and the pages."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.services.members import MemberView
from app.ui.desk import Desk
from app.ui.member_case import MemberCase
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.approval import ApprovalViewModel
from app.ui.viewmodels.cards import CardsViewModel
from app.ui.viewmodels.desk.goodwill import GoodwillViewModel
from app.ui.viewmodels.desk.history import DeskHistoryViewModel
from app.ui.viewmodels.desk.joining import JoiningViewModel
from app.ui.viewmodels.desk.own_data import OwnDataViewModel
from app.ui.viewmodels.desk.page import DeskPage
from app.ui.viewmodels.desk.pin import DeskPinViewModel
from app.ui.viewmodels.desk.profile import ProfileViewModel
from app.ui.viewmodels.desk.vouchers import DeskVouchersViewModel
from app.ui.viewmodels.member_pin import MemberPinViewModel
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

PAGES: Final = ("profile", "cards", "pin", "coins", "vouchers", "history", "joining", "data")


@dataclass(frozen=True, slots=True)
class MemberDeskProps:
    """What QML reads. `page` is one of PAGES; `kind` is good, bad or info."""

    page: str = "profile"
    kind: str = "info"
    message: str = ""


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page to open."""

    code: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Around:
    """What the desk needs of the counter around it."""

    cards: CardsViewModel
    display: MemberPinViewModel
    changed: Callable[[MemberView], None]
    gone: Callable[[str], None]


@QmlElement
@QmlUncreatable("built by the counter")
class MemberDeskViewModel(ViewModel, props=MemberDeskProps):
    """Opens the pages about the member at the counter; the cards are the counter's own."""

    def __init__(self, desk: Desk, approval: ApprovalViewModel, around: Around) -> None:
        super().__init__()
        self._around = around
        case = MemberCase(desk, approval, self._say, self._changed, self._gone)
        self._case = case
        self._profile = ProfileViewModel(case)
        self._pin = DeskPinViewModel(case, around.display)
        self._goodwill = GoodwillViewModel(case)
        self._vouchers = DeskVouchersViewModel(case)
        self._history = DeskHistoryViewModel(case)
        self._joining = JoiningViewModel(case)
        self._own_data = OwnDataViewModel(case)
        self._pages: dict[str, DeskPage] = {
            "profile": self._profile,
            "pin": self._pin,
            "coins": self._goodwill,
            "vouchers": self._vouchers,
            "history": self._history,
            "joining": self._joining,
            "data": self._own_data,
        }
        self._rows = Rows(PageRow, self)

    @Property(Rows, constant=True)
    def pages(self) -> Rows:
        """The pages, as rows."""
        return self._rows

    @Property(ProfileViewModel, constant=True)
    def profile(self) -> ProfileViewModel:
        """What the member told the shop."""
        return self._profile

    @Property(DeskPinViewModel, constant=True)
    def pin(self) -> DeskPinViewModel:
        """The member's PIN."""
        return self._pin

    @Property(GoodwillViewModel, constant=True)
    def goodwill(self) -> GoodwillViewModel:
        """Coins by hand."""
        return self._goodwill

    @Property(DeskVouchersViewModel, constant=True)
    def vouchers(self) -> DeskVouchersViewModel:
        """The member's vouchers."""
        return self._vouchers

    @Property(DeskHistoryViewModel, constant=True)
    def history(self) -> DeskHistoryViewModel:
        """What happened, and why."""
        return self._history

    @Property(JoiningViewModel, constant=True)
    def joining(self) -> JoiningViewModel:
        """Two members who are one person."""
        return self._joining

    @Property(OwnDataViewModel, constant=True)
    def ownData(self) -> OwnDataViewModel:
        """The member's file, and erasing."""
        return self._own_data

    # Opening

    def open(self, view: MemberView) -> None:
        """Begin with a member, on the first page."""
        self._case.view = view
        self._around.cards.open(view)
        self.choose(PAGES[0])

    def set_member(self, view: MemberView | None) -> None:
        """Take the member as they are now; forget them once they are not at the counter."""
        here = self._case.view
        if here is not None:
            self._case.view = view if view and view.member == here.member else None

    def leave(self) -> bool:
        """Go one step back inside the page that is open; say whether there was one."""
        page = self._pages.get(self.props.page)
        return page is not None and page.leave()

    def scanned(self, other: MemberView) -> bool:
        """Take another card on the page that joins two; elsewhere it is the next member's."""
        here = self._case.view
        if self.props.page != "joining" or here is None or other.member == here.member:
            return False
        self._joining.scanned(other.member)
        return True

    def join(self, view: MemberView, other: MemberView) -> bool:
        """Begin with seeing two members as one; False when they are one already."""
        if other.member == view.member:
            return False
        self.open(view)
        self.choose("joining")
        return self.scanned(other)

    def refresh(self) -> None:
        """Say everything anew, after a change of language or of the member."""
        self._show(self.props)
        for page in self._pages.values():
            page.refresh()

    @Slot(str)
    def choose(self, page: str) -> None:
        """Open a page."""
        if page in PAGES:
            self._show(replace(self.props, page=page, kind="info", message=""))
            if page in self._pages:
                self._pages[page].open()

    @Slot(int)
    def turn(self, step: int) -> None:
        """Open the next page, or the one before."""
        self.choose(PAGES[(PAGES.index(self.props.page) + step) % len(PAGES)])

    # What the pages say

    def _say(self, kind: str, message: str) -> None:
        self._show(replace(self.props, kind=kind, message=message))

    def _show(self, props: MemberDeskProps) -> None:
        self._rows.set([PageRow(code, _label(code), code == props.page) for code in PAGES])
        self.show(props)

    def _changed(self, view: MemberView) -> None:
        self._case.view = view
        self._around.cards.open(view)
        self._around.changed(view)
        self.refresh()

    def _gone(self, sentence: str) -> None:
        self._around.gone(sentence)


def _label(page: str) -> str:
    return {
        "profile": translate("desk", "Profile"),
        "cards": translate("desk", "Cards"),
        "pin": translate("desk", "PIN"),
        "coins": translate("desk", "Coins"),
        "vouchers": translate("desk", "Vouchers"),
        "history": translate("desk", "History"),
        "joining": translate("desk", "Join two"),
        "data": translate("desk", "Data"),
    }[page]

"""What is inside the counter: one view model for each panel, as QML finds them."""

from dataclasses import dataclass

from PySide6.QtCore import Property

from app.ui.recording import UNDO_MS
from app.ui.snapshot import ViewModel
from app.ui.viewmodels.approval import ApprovalViewModel
from app.ui.viewmodels.baskets import BasketsViewModel
from app.ui.viewmodels.bill import BillViewModel
from app.ui.viewmodels.coins import UseCoinsViewModel
from app.ui.viewmodels.enrol import EnrolViewModel
from app.ui.viewmodels.find import FindViewModel
from app.ui.viewmodels.held import HeldViewModel
from app.ui.viewmodels.member import MemberViewModel
from app.ui.viewmodels.member_pin import MemberPinViewModel
from app.ui.viewmodels.returns import ReturnDeskViewModel
from app.ui.viewmodels.review import ReviewViewModel
from app.ui.viewmodels.setup import SetupViewModel
from app.ui.viewmodels.todays_sales import TodaysSalesViewModel


@dataclass(frozen=True, slots=True)
class CounterProps:
    """What QML reads. `panel` names what is in the middle; `kind` is good, bad or info.

    `gift` is the thing that came with the last sale and waits to be handed over.
    """

    panel: str = "bill"
    kind: str = "info"
    message: str = ""
    detail: str = ""
    canUndo: bool = False
    gift: str = ""
    undoMs: int = UNDO_MS


class CounterParts(ViewModel, props=CounterProps):
    """The parts; the counter makes them and joins them."""

    _bill: BillViewModel
    _member: MemberViewModel
    _approval: ApprovalViewModel
    _member_pin: MemberPinViewModel
    _coins: UseCoinsViewModel
    _find: FindViewModel
    _enrol: EnrolViewModel
    _returns: ReturnDeskViewModel
    _sales: TodaysSalesViewModel
    _held: HeldViewModel
    _baskets: BasketsViewModel
    _review: ReviewViewModel
    _setup: SetupViewModel

    @Property(BillViewModel, constant=True)
    def bill(self) -> BillViewModel:
        """The bill being entered."""
        return self._bill

    @Property(MemberViewModel, constant=True)
    def member(self) -> MemberViewModel:
        """The member at the counter."""
        return self._member

    @Property(ApprovalViewModel, constant=True)
    def approval(self) -> ApprovalViewModel:
        """The supervisor's PIN."""
        return self._approval

    @Property(MemberPinViewModel, constant=True)
    def memberPin(self) -> MemberPinViewModel:
        """The member's PIN, typed on the customer's display."""
        return self._member_pin

    @Property(UseCoinsViewModel, constant=True)
    def coins(self) -> UseCoinsViewModel:
        """Paying with coins."""
        return self._coins

    @Property(FindViewModel, constant=True)
    def find(self) -> FindViewModel:
        """Finding a member."""
        return self._find

    @Property(EnrolViewModel, constant=True)
    def enrol(self) -> EnrolViewModel:
        """Enrolling a customer."""
        return self._enrol

    @Property(ReturnDeskViewModel, constant=True)
    def returns(self) -> ReturnDeskViewModel:
        """The return desk."""
        return self._returns

    @Property(TodaysSalesViewModel, constant=True)
    def todaysSales(self) -> TodaysSalesViewModel:
        """The sales of today."""
        return self._sales

    @Property(HeldViewModel, constant=True)
    def held(self) -> HeldViewModel:
        """Bills on hold."""
        return self._held

    @Property(BasketsViewModel, constant=True)
    def baskets(self) -> BasketsViewModel:
        """Bills the till sent."""
        return self._baskets

    @Property(ReviewViewModel, constant=True)
    def review(self) -> ReviewViewModel:
        """What waits for a supervisor."""
        return self._review

    @Property(SetupViewModel, constant=True)
    def setup(self) -> SetupViewModel:
        """The setup checks."""
        return self._setup

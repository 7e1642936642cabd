"""The counter: one bill after the other, and the panels around it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtQml import QmlElement

from app.services import members
from app.services.cards import MemberUnknown
from app.services.members import MemberView
from app.ui.counter_bills import CounterBills
from app.ui.desk import Desk
from app.ui.desk_sentences import unknown
from app.ui.half_typed import is_empty
from app.ui.keeping import Keeper
from app.ui.recording import Answers, Recorder
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.approval import ApprovalViewModel
from app.ui.viewmodels.baskets import BasketsViewModel, Putting
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

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("built by the station")
class CounterViewModel(CounterBills):
    """Makes the panels and joins them; begins after a sign-in, and puts all away at a lock."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._language = desk.language
        self._bill = BillViewModel(desk)
        self._member = MemberViewModel(desk)
        self._approval = ApprovalViewModel(desk)
        self._member_pin = MemberPinViewModel(
            desk, self._approval, lambda sentence: self._say("info", sentence)
        )
        self._coins = UseCoinsViewModel(desk, self._use_coins)
        self._find = FindViewModel(desk, self._found, self._enrol_with)
        self._enrol = EnrolViewModel(desk, self._enrolled, self._joined)
        self._returns = ReturnDeskViewModel(desk, self._returned, self._exchanging)
        self._sales = TodaysSalesViewModel(desk, self._approval, self._after_change)
        self._keeper = Keeper(desk, lambda: self._bill.inputs, self._restore, self, self._not_kept)
        self._held = HeldViewModel(desk, self._keeper.bring_back)
        self._review = ReviewViewModel(desk, self._approval)
        self._setup = SetupViewModel(desk, self._approval)
        self._review.broke.connect(self.broke)
        self._baskets = BasketsViewModel(
            desk,
            self._bill,
            Putting(
                free=lambda: self.props.panel == "bill" and not self._approval.props.wanted,
                put=self._put,
                back=lambda: self._show_panel("bill"),
                hold=self.hold,
                say=self._say,
            ),
        )
        self._recorder = Recorder(
            desk,
            Answers(
                recorded=self._recorded,
                exchanged=self._exchanged,
                exchange_refused=self._refuse_exchange,
                refused=self._refuse,
                failed=self._failed,
                undone=self._undone,
                not_undone=self._refuse_undo,
                undo_over=lambda: self.show(replace(self.props, canUndo=False)),
            ),
            self,
        )
        self._bill.edited.connect(self._keeper.save_soon)
        self._opened_alone: Mapping[str, Callable[[], None]] = {
            "find": self._find.open,
            "codes": lambda: self._codes.open(),  # noqa: PLW0108 - made then
            "held": self._open_held,
            "today": lambda: self._today.open(),  # noqa: PLW0108
        }

    # Opening and refreshing

    def open(self) -> None:
        """Begin after a sign-in: go on with a half-typed bill, else propose a bill number."""
        self._show_panel("bill")
        self._say("info", "")
        # The PIN was typed for whoever stood here before.
        self._member_pin.set_member(None)
        self._held.load()
        if is_empty(self._bill.inputs):
            self._keeper.load(self._begin_first)
        self._baskets.load()

    def lock(self) -> bool:
        """Put away what somebody else may not see; say whether a bill waits for who signs in."""
        self.save_draft()
        self._approval.cancel()
        self._member_pin.cancel()
        self._recorder.forget()
        self._say("info", "")
        return self.has_bill

    def close(self) -> None:
        """Keep what is half-typed, and stop ticking.

        Python may free this object on another thread, where Qt cannot stop a running timer.
        """
        self.save_draft()
        self._keeper.stop()
        self._recorder.forget()

    def refresh(self) -> None:
        """Say everything anew, after a change of language, rules or day."""
        if self._language != self._desk.language:
            self._language = self._desk.language
            # What happened a moment ago was said in the other language.
            self._say("info", "")
        for part in (
            self._bill,
            self._member,
            self._approval,
            self._member_pin,
            self._coins,
            self._find,
            self._enrol,
            self._returns,
            self._sales,
            self._held,
            self._baskets,
            self._review,
            self._setup,
        ):
            part.refresh()
        super().refresh()

    def hear(self, ended_by: Callable[[], str]) -> None:
        """Ask `ended_by` from now on what key the scanner sent after its last code."""
        self._setup.hear(ended_by)

    def follow(self) -> None:
        """Count what waits; let go of a member who was erased at another station meanwhile."""
        self._review.count()
        here, shop = self._member.view, self._desk.shop
        if here is None:
            return

        def done(now: MemberView | MemberUnknown) -> None:
            if now == MemberUnknown() and self._member.view is here:
                self._member_gone(unknown(), "bad")

        self._desk.jobs.run(lambda: members.open_member(shop, here.member), done)

    @property
    def has_bill(self) -> bool:
        """Whether something half-typed is on the screen."""
        return not is_empty(self._bill.inputs)

    def say_trouble(self, sentence: str) -> None:
        """Show that something failed that nobody foresaw."""
        self._say("bad", sentence)

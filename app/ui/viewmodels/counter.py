"""The counter: one bill after the other, and the panels around it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from app.domain.bills import BadLine, NoAmount, NoBillNumber
from app.services import catalogue, drafts, members, sales, voids
from app.services.catalogue import Item, UnknownItem, Weighed
from app.services.drafts import Draft
from app.services.members import MemberView, NotACard
from app.services.returns import ReturnRecorded
from app.services.sales import SaleOutcome, SaleRecorded
from app.services.voids import UNDO_S, SaleVoided, VoidOutcome
from app.ui.bill_entry import BillInputs
from app.ui.desk import Desk
from app.ui.half_typed import draft_of, inputs_of, is_empty
from app.ui.people_sentences import ScanRefusal, scan_refused
from app.ui.return_desk import effects_of
from app.ui.sentences import sale_refused, trouble, void_refused
from app.ui.snapshot import ViewModel
from app.ui.typed import next_number
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.approval import ApprovalViewModel
from app.ui.viewmodels.bill import BillViewModel
from app.ui.viewmodels.cards import CardsViewModel, called
from app.ui.viewmodels.coins import UseCoinsViewModel
from app.ui.viewmodels.enrol import EnrolViewModel
from app.ui.viewmodels.find import FindViewModel
from app.ui.viewmodels.held import HeldViewModel
from app.ui.viewmodels.member import MemberViewModel
from app.ui.viewmodels.returns import ReturnDeskViewModel
from app.ui.viewmodels.todays_sales import TodaysSalesViewModel
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_SAVE_AFTER_MS = 300


@dataclass(frozen=True, slots=True)
class CounterProps:
    """What QML reads. `panel` names what is in the middle; `kind` is good, bad or info."""

    panel: str = "bill"
    kind: str = "info"
    message: str = ""
    detail: str = ""
    canUndo: bool = False
    undoMs: int = int(UNDO_S * 1000)


@QmlElement
@QmlUncreatable("built by the station")
class CounterViewModel(ViewModel, props=CounterProps):
    """Knows which panel is open, takes scans, records bills and undoes the last one."""

    panelOpened = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._bill = BillViewModel(desk)
        self._member = MemberViewModel(desk)
        self._approval = ApprovalViewModel(desk)
        self._coins = UseCoinsViewModel(desk, self._use_coins)
        self._find = FindViewModel(desk, self._found, self._enrol_with)
        self._enrol = EnrolViewModel(desk, self._joined)
        self._returns = ReturnDeskViewModel(desk, self._returned)
        self._sales = TodaysSalesViewModel(desk, self._approval, self._sale_changed)
        self._held = HeldViewModel(desk, self._recalled)
        self._cards = CardsViewModel(desk, self._approval, self.set_member)
        self._recording = False
        self._last: tuple[BillInputs, MemberView | None, str] | None = None
        self._undo_ends = _single_shot(int(UNDO_S * 1000), self._undo_over, self)
        self._save_soon = _single_shot(_SAVE_AFTER_MS, self.save_draft, self)
        self._bill.edited.connect(self._save_soon.start)

    # What QML finds inside

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

    @Property(CardsViewModel, constant=True)
    def cards(self) -> CardsViewModel:
        """The member's cards."""
        return self._cards

    # Opening and refreshing

    def open(self) -> None:
        """Begin after a sign-in: go on with a half-typed bill, else propose a bill number."""
        self._show_panel("bill")
        self._held.load()
        shop = self._desk.shop
        if not is_empty(self._bill.inputs):
            return

        def look() -> tuple[Draft | None, MemberView | None, str]:
            draft = drafts.load_draft(shop)
            owner = members.open_member(shop, draft.bill.member) if draft else None
            last = sales.todays_sales(shop, limit=1)
            return (
                draft,
                owner if isinstance(owner, MemberView) else None,
                next_number(last[0].bill_number) if last else "",
            )

        self._desk.jobs.run(look, lambda found: self._begin(*found))

    def _begin(self, draft: Draft | None, owner: MemberView | None, number: str) -> None:
        inputs = inputs_of(draft, self._desk.money, self._desk.shop.programme) if draft else None
        if inputs is not None and not is_empty(inputs):
            self._restore(inputs, owner)
        else:
            self._bill.begin(number)
        self._save_soon.stop()

    def close(self) -> None:
        """Keep what is half-typed, and stop ticking.

        Python may free this object on another thread, where Qt cannot stop a running timer.
        """
        self.save_draft()
        self._save_soon.stop()
        self._undo_ends.stop()

    def refresh(self) -> None:
        """Say everything anew, after a change of language, rules or day."""
        for part in (
            self._bill,
            self._member,
            self._approval,
            self._coins,
            self._find,
            self._enrol,
            self._returns,
            self._sales,
            self._held,
            self._cards,
        ):
            part.refresh()

    @property
    def has_bill(self) -> bool:
        """Whether something half-typed is on the screen."""
        return not is_empty(self._bill.inputs)

    def say_trouble(self, sentence: str) -> None:
        """Show that something failed that nobody foresaw."""
        self._recording = False
        self._say("bad", sentence)

    # Scans

    def scan(self, text: str, source: str) -> None:
        """Take what a scanner read; a burst of scans is answered in order."""
        shop, typed = self._desk.shop, source == "keyboard"

        def look() -> object:
            found = members.identify(shop, text, typed=typed)
            if isinstance(found, NotACard):
                article = catalogue.by_code(shop, text)
                return found if isinstance(article, UnknownItem) else article
            return found

        self._desk.jobs.run(look, lambda found: self._scanned(found, text))

    def _scanned(self, found: object, text: str) -> None:
        match found:
            case MemberView() if self.props.panel == "cards" and self._member.view:
                self._cards.scanned(found)
            case MemberView():
                self._found(found)
            case Item():
                self._say("info", "")
                self._show_panel("bill")
                self._bill.add(found)
            case Weighed():
                self._say("info", "")
                self._show_panel("bill")
                self._bill.add(found.item, found.quantity_milli, found.price_minor)
            case members.CardIsBlocked() | NotACard():
                self._refuse_scan(found)
            case _ if self.props.panel == "enrol" and not self._enrol.welcomed:
                self._enrol.scanned_blank(text)
            case _:
                self._refuse_scan(found)

    def _refuse_scan(self, found: object) -> None:
        assert isinstance(found, ScanRefusal)
        self._say("bad", scan_refused(found))

    # The member

    def _found(self, view: MemberView) -> None:
        """A member is at the counter."""
        self.set_member(view)
        self._say("info", "")
        if self.props.panel not in {"bill", "sales", "cards"}:
            if self.props.panel == "return":
                self._returns.open(view)
            else:
                self._show_panel("bill")

    def set_member(self, view: MemberView | None) -> None:
        """Put a member at the counter, or a guest."""
        self._bill.set_member(view)
        self._member.set_view(view)
        self._sales.set_member(view)

    @Slot()
    def removeMember(self) -> None:
        """Go on without the member."""
        self.set_member(None)

    def _enrol_with(self, phone: str, name: str) -> None:
        self._enrol.open(phone, name)
        self._show_panel("enrol")

    def _joined(self, view: MemberView, new: bool) -> None:  # noqa: FBT001 - a callback
        self.set_member(view)
        self._show_panel("bill")
        if new:
            self._say("good", translate("counter", "Welcome, {name}!").format(name=called(view)))
        else:
            self._say("info", translate("counter", "This phone belongs to a member already."))

    # Panels

    def _show_panel(self, panel: str) -> None:
        self.show(replace(self.props, panel=panel))
        self.panelOpened.emit()

    def _say(self, kind: str, message: str, detail: str = "") -> None:
        self._undo_ends.stop()
        self.show(replace(self.props, kind=kind, message=message, detail=detail, canUndo=False))

    @Slot(str)
    def openPanel(self, panel: str) -> None:
        """Open find, coins, why, return, sales, held or cards, if there is reason to."""
        view = self._member.view
        estimate = self._bill.inputs.estimate
        match panel:
            case "find":
                self._find.open()
            case "coins":
                if view is None or estimate is None or not estimate.total_minor:
                    message = translate("counter", "First a member and a bill, then coins.")
                    self._say("info", message)
                    return
                self._coins.open(self._bill.bill, view, estimate.coin_range)
            case "why":
                if not self._bill.props.canExplain:
                    return
            case "return":
                self._returns.open(view)
            case "sales":
                self._sales.open(view)
            case "held":
                self._held.load()
            case "cards":
                if view is None:
                    return
                self._cards.open(view)
            case _:
                return
        self._say("info", "")
        self._show_panel(panel)

    @Slot()
    def back(self) -> None:
        """Leave what is open, one step at a time; nothing that was typed in the bill is lost."""
        if self._approval.props.wanted:
            self._approval.cancel()
        elif self.props.panel == "return" and self._returns.leaveSale():
            self.panelOpened.emit()
        elif self.props.panel != "bill":
            self._show_panel("bill")
        elif not self._bill.leaveEntry():
            self._say("info", "")

    def _use_coins(self, coins: int) -> None:
        self._bill.use_coins(coins)
        self._show_panel("bill")

    # Recording

    @Slot()
    def record(self) -> None:
        """Record the bill; a second press while it is being recorded does nothing."""
        if self._recording or self.props.panel not in {"bill", "why"}:
            return
        inputs = self._bill.inputs
        fault = inputs.estimate.fault if inputs.estimate else None
        if fault is not None:
            self._refuse(fault)
            return
        self._recording = True
        self._save_soon.stop()
        shop, staff, bill = self._desk.shop, self._desk.staff_id, self._bill.bill

        def work() -> tuple[SaleOutcome, MemberView | None]:
            outcome = sales.record_sale(shop, staff, bill)
            if not isinstance(outcome, SaleRecorded):
                return outcome, None
            drafts.clear_draft(shop)
            view = members.open_member(shop, outcome.member) if outcome.member else None
            return outcome, view if isinstance(view, MemberView) else None

        self._desk.jobs.run(work, lambda done: self._recorded(*done), self._failed)

    def _failed(self, _error: Exception) -> None:
        self.say_trouble(trouble())

    def _recorded(self, outcome: SaleOutcome, view: MemberView | None) -> None:
        self._recording = False
        if not isinstance(outcome, SaleRecorded):
            self._refuse(outcome)
            return
        self._last = (self._bill.inputs, self._bill.member, outcome.sale)
        message, detail = self._confirmation(outcome, view)
        self._say("good", message, detail)
        self._next_bill(outcome.bill_number)
        self.show(replace(self.props, canUndo=True))
        self._undo_ends.start()

    def _next_bill(self, number: str) -> None:
        self.set_member(None)
        self._bill.begin(next_number(number))
        self._show_panel("bill")

    def _refuse(self, refusal: object) -> None:
        desk = self._desk
        if isinstance(refusal, BadLine) and not self._bill.inputs.lines:
            # A bill by amount has no lines to a cashier.
            refusal = NoAmount()
        offset = desk.shop.moment().offset_min
        self._say("bad", sale_refused(refusal, desk.money, offset, desk.language))  # type: ignore[arg-type]
        if isinstance(refusal, NoBillNumber | sales.BillNumberUsed):
            self._bill.numberWanted.emit()

    def _confirmation(self, sale: SaleRecorded, view: MemberView | None) -> tuple[str, str]:
        money = self._desk.money
        collect = translate("counter", "Collect {money}.").format(
            money=money.short(sale.collect_minor)
        )
        if view is None:
            return translate("counter", "Recorded, without a card."), collect
        if not sale.coins_earned:
            return translate("counter", "Recorded for {name}.").format(name=called(view)), collect
        message = translate(
            "counter", "Recorded. {coins} coin(s) for {name}", None, sale.coins_earned
        ).format(coins=money.number(sale.coins_earned), name=called(view))
        balance = translate(
            "counter", "{coins} coin(s) in all now.", None, view.coins.spendable
        ).format(coins=money.number(view.coins.spendable))
        return message, f"{balance} {collect}"

    @Slot()
    def undo(self) -> None:
        """Take the last sale back and put its bill on the screen again."""
        if self._last is None or not self.props.canUndo:
            return
        inputs, view, sale = self._last
        self._last = None
        self._say("info", "")
        shop, staff = self._desk.shop, self._desk.staff_id
        self._desk.jobs.run(
            lambda: voids.undo_sale(shop, staff, sale),
            lambda outcome: self._undone(outcome, inputs, view),
        )

    def _undone(self, outcome: VoidOutcome, inputs: BillInputs, view: MemberView | None) -> None:
        if isinstance(outcome, SaleVoided):
            # The sale's id is spent: the same bill is a new one when it is recorded again.
            self._restore(replace(inputs, id=self._desk.shop.mint()), view)
            self._say("info", translate("counter", "Undone. Nothing was recorded."))
        else:
            self._say("bad", void_refused(outcome))

    def _undo_over(self) -> None:
        self._last = None
        self.show(replace(self.props, canUndo=False))

    # Returns and changed sales

    def _returned(self, done: ReturnRecorded) -> None:
        money = self._desk.money
        facts = done.taken.facts
        effects = [row for row in effects_of(facts, money) if row.amount]
        message = translate("counter", "Return recorded. Hand back {money}.").format(
            money=money.short(facts.refund_minor)
        )
        detail = " · ".join(f"{row.text}: {row.amount}" for row in effects)
        self._after_change(message, detail)

    def _sale_changed(self, sentence: str) -> None:
        self._after_change(sentence, "")

    def _after_change(self, message: str, detail: str) -> None:
        self._show_panel("bill")
        self._say("good", message, detail)
        view, shop = self._member.view, self._desk.shop
        if view is not None:
            self._desk.jobs.run(lambda: members.open_member(shop, view.member), self._reloaded)

    def _reloaded(self, view: object) -> None:
        if isinstance(view, MemberView):
            self.set_member(view)

    # Hold, recall, keep

    @Slot()
    def hold(self) -> None:
        """Put the bill on hold and start the next one."""
        inputs = self._bill.inputs
        if is_empty(inputs):
            self._say("info", translate("counter", "There is nothing to hold yet."))
            return
        self._save_soon.stop()
        shop, staff = self._desk.shop, self._desk.staff_id
        draft = draft_of(inputs, inputs.number)
        self._desk.jobs.run(lambda: drafts.hold(shop, staff, draft), lambda _: self._held.load())
        self.set_member(None)
        self._bill.begin()
        self._say("info", translate("counter", "The bill is on hold. F9 brings it back."))

    @Slot()
    def recall(self) -> None:
        """Bring the chosen bill back; one that is on the screen goes on hold in its place."""
        if not is_empty(self._bill.inputs) and self._held.props.chosen >= 0:
            self.hold()
        self._held.recall()

    def _recalled(self, draft: Draft) -> None:
        inputs = inputs_of(draft, self._desk.money, self._desk.shop.programme)
        shop = self._desk.shop

        def look() -> MemberView | None:
            owner = members.open_member(shop, inputs.member) if inputs.member else None
            return owner if isinstance(owner, MemberView) else None

        self._desk.jobs.run(look, lambda owner: self._restore(inputs, owner))

    def _restore(self, inputs: BillInputs, owner: MemberView | None) -> None:
        self._bill.restore(inputs, owner)
        self._member.set_view(owner)
        self._sales.set_member(owner)
        self._show_panel("bill")

    @Slot()
    def save_draft(self) -> None:
        """Keep the bill as it stands, so that a crash does not lose it."""
        if self._desk.staff is None:
            return
        shop, staff, inputs = self._desk.shop, self._desk.staff_id, self._bill.inputs
        if is_empty(inputs):
            self._desk.jobs.run(lambda: drafts.clear_draft(shop), _nothing)
        else:
            draft = draft_of(inputs)
            self._desk.jobs.run(lambda: drafts.save_draft(shop, staff, draft), _nothing)


def _single_shot(milliseconds: int, then: Callable[[], None], parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(milliseconds)
    timer.setSingleShot(True)
    timer.timeout.connect(then)
    return timer


def _nothing(_: object) -> None:
    """Nobody waits for this job's result."""

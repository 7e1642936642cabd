"""The bills at the counter: recorded, undone, exchanged, put on hold and brought back."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot

from app.domain.bill_faults import NoBillNumber
from app.domain.members import MemberState
from app.services import surveys
from app.services.exchanges import ExchangeRecorded
from app.services.hints import SurveyOpen
from app.services.members import MemberView
from app.services.returns import ReturnRecorded
from app.services.sales import AlreadyRecorded, BillNumberUsed, SaleRecorded
from app.services.surveys import OpenSurvey
from app.ui import confirmations, exchange_sentences
from app.ui.bill_inputs import BillInputs, Exchange, paid_at_till
from app.ui.counter_panels import CounterPanels
from app.ui.exchange_sentences import ExchangeRefusal, UndoRefusal
from app.ui.half_typed import is_empty
from app.ui.hint_sentences import aloud
from app.ui.keeping import Keeper
from app.ui.recording import Recorder
from app.ui.sentences import SaleRefusal, sale_refused
from app.ui.typed import next_number
from app.ui.words import translate


class CounterBills(CounterPanels):
    """Records bills, undoes the last one, puts them on hold.

    `sold` carries a SaleRecorded and its member (None = a guest), before the bill is put away;
    `joined` a new member.
    """

    broke = Signal(object)
    sold = Signal(object, object)

    _keeper: Keeper
    _recorder: Recorder

    # Recording

    @Slot()
    def record(self) -> None:
        """Record the bill; a second press while it is being recorded does nothing.

        What it spends was proven when it was chosen, unless it was on hold since: then more may
        have been spent, and somebody else may stand here.
        """
        told = self.props.canUndo or self.props.kind == "good"
        pressed_twice = told and is_empty(self._bill.inputs)
        if self.props.panel in {"bill", "why"} and not pressed_twice:
            view, coins = self._bill.member, self._coins_on_bill
            if view is None or not coins:
                self._record()
            else:
                self._member_pin.prove(view, coins, self._record)

    @property
    def _coins_on_bill(self) -> int:
        """What the bill spends, its store credit in coins."""
        inputs = self._bill.inputs
        return inputs.coins + (self._credit.on_bill if inputs.credit_minor else 0)

    def _record(self) -> None:
        self._keeper.stop()
        self._recorder.record(self._bill.inputs, self._bill.member)
        if self._recorder.busy:
            self._bill.wait()

    def _recorded(self, sale: SaleRecorded, view: MemberView | None) -> None:
        estimate, paid_minor = self._bill.inputs.estimate, paid_at_till(self._bill.inputs)
        expected = estimate.coins if estimate else 0
        gift = self._put_away(sale, view)
        money = self._desk.money
        said = confirmations.recorded(sale, view, money, expected, gift, paid_minor)
        self._confirm(said, view, gift)

    def _put_away(
        self, sale: SaleRecorded, view: MemberView | None
    ) -> confirmations.GiftNow | None:
        """Go on to the next bill; return the gift to hand over with the one recorded."""
        self.sold.emit(sale, view)
        self.set_member(None)
        self._bill.begin(next_number(sale.bill_number))
        self._show_panel("bill")
        desk = self._desk
        return confirmations.gift_now(sale, view, desk.shop.programme, desk.language)

    def _confirm(
        self,
        said: tuple[str, str],
        view: MemberView | None,
        gift: confirmations.GiftNow | None,
        *,
        undo: bool = True,
    ) -> None:
        """Say that a bill is recorded, and offer what goes with it: undo, its gift, a survey."""
        desk = self._desk
        self._say("good", *said)
        self._gift = gift
        self.show(replace(self.props, canUndo=undo, gift=gift.title if gift else ""))
        if view is not None:
            shop, detail = desk.shop, self.props.detail
            desk.jobs.run(
                lambda: surveys.open_surveys(shop, view.member),
                lambda found: self._offer_survey(found, detail),
            )

    def _offer_survey(self, found: tuple[OpenSurvey, ...], said: str) -> None:
        """Add to what was said of a sale, if it is still there, that questions bring coins."""
        best = max(found, key=lambda one: one.coins, default=None)
        if best is not None and self.props.kind == "good" and self.props.detail == said:
            desk = self._desk
            hint = SurveyOpen(best.survey, best.coins)
            words = aloud(hint, desk.shop.programme, desk.money, desk.today, desk.language)
            self.show(replace(self.props, detail=confirmations.and_then(said, words)))

    @Slot()
    def handOverGift(self) -> None:
        """Hand over the thing that came with the last sale; a second press does nothing."""
        gift, self._gift = self._gift, None
        if gift is not None:
            self._recorder.forget()
            self._codes.hand_over(gift.number)

    def _failed(self, error: Exception) -> None:
        self._bill.go_on()
        self.broke.emit(error)

    def _refuse(self, refusal: SaleRefusal) -> None:
        self._bill.go_on()
        desk = self._desk
        offset = desk.shop.moment().offset_min
        self._say("bad", sale_refused(refusal, desk.money, offset, desk.today, desk.language))
        if not isinstance(refusal, AlreadyRecorded):
            self._bill.renew()
        if isinstance(refusal, NoBillNumber | BillNumberUsed):
            self._bill.numberWanted.emit()

    @Slot()
    def undo(self) -> None:
        """Take the last sale or exchange back and put its bill on the screen again."""
        if self.props.canUndo:
            self._say("info", "")
            self._recorder.undo()

    def _undone(self, inputs: BillInputs, view: MemberView | None) -> None:
        begun = not is_empty(self._bill.inputs)
        held = self.props.message if begun and self.hold() else ""
        self._restore(inputs, view)
        if view is not None and self._bill.inputs.member == view.member:
            # It was recorded a moment ago, so it was proven.
            self._member_pin.agree(view.member, self._coins_on_bill)
        self._say("info", translate("counter", "Undone. Nothing was recorded."), held)

    def _refuse_undo(self, refusal: UndoRefusal) -> None:
        desk = self._desk
        offset = desk.shop.moment().offset_min
        sentence = exchange_sentences.undo_refused(
            refusal, desk.money, offset, desk.today, desk.language
        )
        self._say("bad", sentence)

    # Exchanges

    def _exchanging(
        self, goods: Exchange, view: MemberView | None, state: MemberState | None
    ) -> None:
        """Ask for the new goods; a bill that was begun waits, a member alone is none."""
        begun = self._bill.inputs.lines or self._bill.inputs.amount.strip()
        if begun and self._bill.inputs.exchange is None:
            self.hold()
        self._member.set_view(view)
        self._sales.set_member(view)
        self._bill.begin_exchange(goods, view, state)
        self._say("info", "")
        self._show_panel("bill")

    def _exchanged(self, done: ExchangeRecorded, view: MemberView | None) -> None:
        gift = self._put_away(done.sold, view)
        said = exchange_sentences.exchanged(done, self._desk.money, gift)
        self._confirm(said, view, gift, undo=done.undo is not None)

    def _refuse_exchange(self, refusal: ExchangeRefusal) -> None:
        self._bill.go_on()
        desk = self._desk
        offset = desk.shop.moment().offset_min
        self._say(
            "bad",
            exchange_sentences.exchange_refused(
                refusal, desk.money, offset, desk.today, desk.language
            ),
        )
        self._bill.renew()

    # Returns

    def _returned(self, done: ReturnRecorded) -> None:
        self._after_change(*confirmations.returned(done.taken, self._desk.money))

    # Hold, recall, keep

    @Slot(result=bool)
    def hold(self) -> bool:
        """Put the bill on hold and start the next one; False if it has to stay on the screen."""
        if self._recorder.busy:
            return False
        if is_empty(self._bill.inputs):
            self._say("info", translate("counter", "There is nothing to hold yet."))
            return False
        if self._in_exchange("?"):
            return False
        self._keeper.hold(self._bill.inputs, self._held.load)
        self.set_member(None)
        self._bill.begin()
        self._say("info", translate("counter", "The bill is on hold. F9 brings it back."))
        return True

    def _open_held(self) -> None:
        """List what is on hold; what the disk had no room for is tried once more."""
        self._keeper.keep(self._held.load)
        self._held.load()

    def _not_kept(self) -> None:
        self._say(
            "bad",
            translate(
                "counter", "The disk is full: the bill on hold is lost if this counter closes."
            ),
            translate("counter", "Make room on the disk, then press F9: it is kept and listed."),
        )

    @Slot()
    def recall(self) -> None:
        """Bring the chosen bill back; one that is on the screen goes on hold in its place."""
        on_screen = not is_empty(self._bill.inputs) and self._held.props.chosen >= 0
        if on_screen and not self.hold():
            return
        self._held.recall()

    def _begin_first(self, number: str) -> None:
        """Propose the first bill's number; what was scanned meanwhile is on it already."""
        if is_empty(self._bill.inputs):
            self._bill.begin(number)
        elif not self._bill.inputs.number:
            self._bill.typeNumber(number)

    def _restore(self, inputs: BillInputs, owner: MemberView | None) -> None:
        """Put a kept bill on the screen; what was scanned while it was on its way comes on top.

        While another is recorded there, or was typed meanwhile, it goes on hold: one of the two
        would be lost.
        """
        if self._recorder.busy or self._bill.inputs.amount.strip():
            # Half an exchange is no bill: without its goods it would cost too much.
            if inputs.exchange is None:
                self._keeper.hold(inputs, self._held.load)
                self._say("info", translate("counter", "The bill is on hold. F9 brings it back."))
            return
        since = self._bill.inputs.lines
        owner = owner or self._bill.member
        self._member_pin.set_member(owner)
        self._put(inputs, owner)
        self._show_panel("bill")
        self._bill.put_on_top(since)

    def _put(self, inputs: BillInputs, owner: MemberView | None) -> None:
        self._bill.restore(inputs, owner)
        self._member.set_view(owner)
        self._sales.set_member(owner)

    def save_draft(self) -> None:
        """Keep the bill as it stands, so that a crash does not lose it.

        One that is being recorded is kept already, and gone when it is recorded.
        """
        if not self._recorder.busy:
            self._keeper.save()

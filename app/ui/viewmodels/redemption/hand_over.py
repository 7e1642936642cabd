"""Handing over: scan, answer, claim; choosing for a member; giving back."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement

from app.domain.codes import Misread, read_voucher
from app.domain.rewards import Offer
from app.services.members import MemberHit
from app.services.rewards import RedeemOutcome, RewardRedeemed
from app.ui.desk import Desk
from app.ui.redemption_answers import given_at_once
from app.ui.redemption_lookup import Seen, SeenMember, SeenVoucher, look_up, see_member
from app.ui.redemption_outcomes import Done, buy, claim, give_back, outcome_answer
from app.ui.redemption_refusals import reward_refused
from app.ui.redemption_slip import reprint
from app.ui.redemption_stage import targets
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.redemption.stage import StageViewModel
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

AGAIN_S: Final = 1.5
"""A scan sooner after its answer is a scanner that stutters, not somebody who means yes."""


@QmlElement
@QmlUncreatable("built by the redemption screen")
class HandOverViewModel(StageViewModel):
    """One scan after the other.

    `acted` says that something was recorded, `broke` that an act failed as nobody foresaw.
    """

    acted = Signal()
    broke = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._redeeming = ""
        self._rest.timeout.connect(self.back)

    # ------------------------------------------------------------ scans

    def scan(self, text: str, source: str) -> None:
        """Take what was scanned; the voucher on screen scanned again is claimed."""
        if self._claiming:
            return
        if self._is_again(text):
            waited = self._desk.shop.clock.monotonic() - self._answered_s
            if waited >= AGAIN_S and self.props.kind == "good":
                self.act()
            return
        keyboard = source == "keyboard"
        self._look(lambda shop: look_up(shop, text, by_hand=False, keyboard=keyboard))

    def _is_again(self, text: str) -> bool:
        seen, number = self._inputs.seen, read_voucher(text.strip())
        same = isinstance(seen, SeenVoucher) and number == seen.number
        return same and not isinstance(number, Misread) and self._inputs.told is None

    @Slot()
    def submit(self) -> None:
        """Look up what was typed."""
        text = self._inputs.typed.strip()
        if text and not self._claiming:
            self._look(lambda shop: look_up(shop, text, by_hand=True))

    # ------------------------------------------------------------ choosing

    @Slot(int)
    def choose(self, row: int) -> None:
        """Take a line: open a voucher or a member, or ask whether a reward is meant."""
        found = targets(self._inputs.seen)
        if not 0 <= row < len(found) or self._claiming:
            return
        self._change(chosen=row, note="")
        match found[row]:
            case SeenVoucher(number=number):
                self.open(number)
            case MemberHit(member=member):
                self._look(lambda shop: see_member(shop, member))
            case Offer() as offer if offer.fault is not None:
                self._change(note=reward_refused(offer.fault, self._inputs.saying))
            case Offer() as offer:
                self._redeeming = self._desk.shop.mint()
                self._change(offer=offer)

    @Slot(int)
    def move(self, step: int) -> None:
        """Go up or down the lines."""
        last = len(targets(self._inputs.seen)) - 1
        if last >= 0:
            self._change(chosen=max(0, min(last, self._inputs.chosen + step)), note="")

    # ------------------------------------------------------------ acting

    @Slot()
    def act(self) -> None:
        """Do what Enter does now."""
        inputs, seen = self._inputs, self._inputs.seen
        if self._claiming:
            return
        match self.props.stage:
            case "ready":
                self.submit()
            case "choose":
                self.choose(inputs.chosen)
            case "confirm":
                self._redeem()
            case "giveback":
                self._ask_supervisor()
            case "answer" if self.props.kind == "good" and isinstance(seen, SeenVoucher):
                self._record(partial(claim, self._desk.shop, self._desk.staff_id, seen))
            case _ if inputs.more:
                self.open(inputs.more)
            case _:
                self.back()

    def _record(self, work: Any) -> None:
        self._claiming = True
        self._change(busy=True)
        turn = self._turn
        self._desk.jobs.run(work, lambda done: self._done(turn, done), self._failing(turn))

    def _failing(self, turn: int) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            if turn == self._turn:
                self.wipe()
            self.broke.emit(error)

        return failed

    def _done(self, turn: int, done: Done) -> None:
        if turn == self._turn:  # else somebody signed out before it was answered
            self._tell(partial(outcome_answer, done), done.more)
        self.acted.emit()

    def _tell(self, told: Any, more: str = "") -> None:
        self._claiming = False
        self._redeeming = ""
        self._change(told=told, busy=False, giving_back=False, offer=None, more=more)
        if self.props.kind == "done":
            self._rest.start()

    @Slot()
    def back(self) -> None:
        """Leave what is open, one step at a time, until the screen is ready for a scan."""
        if self._claiming:
            return
        if self._approval.props.wanted:
            self._approval.cancel()
        elif self._inputs.giving_back or self._inputs.offer is not None:
            self._change(giving_back=False, offer=None, note="")
        else:
            self.wipe()

    # ------------------------------------------------------------ a reward for coins

    def _redeem(self) -> None:
        seen, offer = self._inputs.seen, self._inputs.offer
        if not isinstance(seen, SeenMember) or offer is None:
            return
        shop, staff, event = self._desk.shop, self._desk.staff_id, self._redeeming
        work = partial(buy, shop, staff, seen.owner.member, offer.reward.id, event)
        self._claiming = True
        self._change(busy=True)
        turn = self._turn

        def redeemed(got: tuple[RedeemOutcome, Seen | None]) -> None:
            if turn == self._turn:
                self._redeemed(seen, *got)
            self.acted.emit()

        self._desk.jobs.run(work, redeemed, self._failing(turn))

    def _redeemed(self, seen: SeenMember, outcome: RedeemOutcome, bought: Seen | None) -> None:
        self._claiming = False
        if not isinstance(outcome, RewardRedeemed):
            self._redeeming = self._desk.shop.mint()
            self._change(busy=False, note=reward_refused(outcome, self._inputs.saying))
        elif bought is None:
            self._tell(partial(given_at_once, seen.owner, outcome))
        else:
            self._seen(bought)

    # ------------------------------------------------------------ giving back, printing

    @Slot()
    def giveBack(self) -> None:
        """Ask whether the voucher is to be given back."""
        if self.props.canGiveBack:
            self._change(giving_back=True, note="")

    def _ask_supervisor(self) -> None:
        seen = self._inputs.seen
        if not isinstance(seen, SeenVoucher):
            return
        shop, staff = self._desk.shop, self._desk.staff_id

        def approved(approver: str) -> None:
            self._record(partial(give_back, shop, staff, approver, seen))

        self._approval.ask(f"{self.props.headline} {self.props.thing}", approved)

    @Slot()
    def reprint(self) -> None:
        """Print the voucher again, marked as a reprint; without a printer it becomes a file."""
        seen = self._inputs.seen
        if not self.props.canReprint or not isinstance(seen, SeenVoucher):
            return
        turn = self._turn

        def say(sentence: str) -> None:
            if turn == self._turn:
                self._change(note=sentence)

        work = reprint(self._desk, seen, self._inputs.saying)
        self._desk.jobs.run(
            work,
            say,
            lambda _: say(
                translate("redemption", "The slip could not be saved. Type the number instead.")
            ),
        )

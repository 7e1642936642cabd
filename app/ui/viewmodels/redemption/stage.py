"""What is on the redemption screen: the answer to what was looked up, until the next one."""

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Property, QTimer, Slot

from app.ui.desk import Desk
from app.ui.redemption_answers import Saying
from app.ui.redemption_lookup import Seen, SeenMember, SeenVoucher, see_member, see_voucher
from app.ui.redemption_stage import ChoiceLine, StageProps, derive_lines, derive_stage, empty
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.viewmodels.approval import ApprovalViewModel

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

DONE_MS: Final = 8_000
"""How long it is said that something was handed over before the screen is ready by itself."""


class StageViewModel(ViewModel, props=StageProps):
    """Looks up and shows; while `_claiming` an act is on its way and nothing else is shown.

    An answer that was asked for before `_turn` went on is for nobody any more.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._approval = ApprovalViewModel(desk)
        self._inputs = empty(desk.money)
        self._lines = Rows(ChoiceLine, self)
        self._turn = 0
        self._claiming = False
        self._answered_s = 0.0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(DONE_MS)

    @Property(ApprovalViewModel, constant=True)
    def approval(self) -> ApprovalViewModel:
        """The supervisor's PIN."""
        return self._approval

    @Property(Rows, constant=True)
    def lines(self) -> Rows:
        """What can be chosen, as rows."""
        return self._lines

    # ------------------------------------------------------------ life

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._approval.refresh()
        self._change()

    def wipe(self) -> None:
        """Forget whose voucher was on the screen."""
        self._turn += 1
        self._claiming = False
        self._rest.stop()
        self._approval.cancel()
        self._inputs = empty(self._desk.money)
        self._change()

    def _change(self, **changes: Any) -> None:
        moment = self._desk.shop.moment()
        saying = Saying(self._desk.money, moment.on, moment.offset_min, self._desk.language)
        self._inputs = replace(self._inputs, saying=saying, **changes)
        props = derive_stage(self._inputs)
        listed = self.props.stage == "choose"
        # A list that is on its way out, or whose keys are on a line, must not lose that line first.
        if props.stage == "choose" and not listed:
            self._lines.set(derive_lines(self._inputs))
        self.show(props)
        if props.stage == "choose" and listed:
            self._lines.set(derive_lines(self._inputs))

    # ------------------------------------------------------------ looking something up

    @Slot(str)
    def typeText(self, text: str) -> None:
        """Take a ticket, voucher number, phone or name as typed so far."""
        self._change(typed=text)

    def open(self, number: str) -> None:
        """Show the voucher with a number."""
        if not self._claiming:
            self._look(lambda shop: see_voucher(shop, number))

    def look_again(self) -> None:
        """Say what holds now of the voucher on screen: it may have been used elsewhere."""
        seen, turn, shop = self._inputs.seen, self._turn, self._desk.shop
        if not isinstance(seen, SeenVoucher) or not self._is_open():
            return

        def looked(found: Seen) -> None:
            if turn == self._turn and self._is_open() and found != seen:
                self._change(seen=found)

        self._desk.jobs.run(lambda: see_voucher(shop, seen.number), looked)

    def _is_open(self) -> bool:
        """Say whether what is on screen is an answer nobody has acted on."""
        return not self._claiming and self._inputs.told is None and self.props.stage == "answer"

    @Slot()
    def seeAll(self) -> None:
        """Show everything there is for the member whose voucher is on the screen."""
        seen = self._inputs.seen
        if isinstance(seen, SeenVoucher) and not self._claiming:
            member = seen.view.member
            self._look(lambda shop: see_member(shop, member), everything=True)

    def _look(self, work: Any, *, everything: bool = False) -> None:
        self._turn += 1
        turn, shop = self._turn, self._desk.shop
        self._rest.stop()
        self._approval.cancel()

        def seen(found: Seen) -> None:
            if turn == self._turn:
                self._seen(found, everything=everything)

        self._desk.jobs.run(lambda: work(shop), seen)

    def _seen(self, found: Seen, *, everything: bool = False) -> None:
        if isinstance(found, SeenMember) and not everything:
            # Whoever has one thing to fetch came for it; all else is one key away.
            fit = [one for one in found.vouchers if one.can_be_handed_over]
            found = fit[0] if len(fit) == 1 else found
        self._answered_s = self._desk.shop.clock.monotonic()
        self._inputs = replace(empty(self._desk.money), seen=found)
        self._change()

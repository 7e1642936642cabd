"""A member's PIN at the counter: typed on the customer's display, followed by the cashier."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.services import member_pins
from app.services.members import MemberView
from app.ui.confirmations import called
from app.ui.desk import Desk
from app.ui.member_pins import PinAsk, PinEnd, PinPad, PinSeen
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.approval import ApprovalViewModel
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

Purpose = Literal["check", "set"]


@dataclass(frozen=True, slots=True)
class MemberPinInputs:
    """Who is waited for, and how far they are."""

    view: MemberView | None = None
    purpose: Purpose = "check"
    seen: PinSeen | None = None


@dataclass(frozen=True, slots=True)
class MemberPinProps:
    """What QML reads: `dots` are as many as the member typed digits, and never one of them."""

    wanted: bool = False
    title: str = ""
    text: str = ""
    dots: str = ""
    message: str = ""
    instead: str = ""


def derive_member_pin(inputs: MemberPinInputs) -> MemberPinProps:
    """Return what the cashier sees while a member types."""
    view, seen = inputs.view, inputs.seen
    if view is None:
        return MemberPinProps()
    setting = inputs.purpose == "set"
    title = (
        translate("member_pin", "The member chooses a PIN")
        if setting
        else translate("member_pin", "The member types the PIN")
    )
    again = seen is not None and seen.step == "again"
    return MemberPinProps(
        wanted=True,
        title=title,
        text=translate("member_pin", "It is being typed once more on the customer's display.")
        if again
        else translate("member_pin", "On the customer's display. Never ask for it aloud."),
        dots="●" * seen.count if seen else "",
        message=seen.wrong if seen else "",
        instead="" if setting else translate("member_pin", "A supervisor agrees instead"),
    )


@QmlElement
@QmlUncreatable("built by the counter")
class MemberPinViewModel(ViewModel, props=MemberPinProps):
    """Has a member prove who they are before much is spent, or choose a PIN.

    `pad` is the customer's display, None without one.
    """

    def __init__(self, desk: Desk, approval: ApprovalViewModel, say: Callable[[str], None]) -> None:
        super().__init__()
        self._desk = desk
        self._say = say
        self._approval = approval
        self.pad: PinPad | None = None
        self._inputs = MemberPinInputs()
        self._reason = ""
        self._then: Callable[[], None] | None = None
        self._proven = ""
        self._agreed = ("", 0)
        self._coins = 0

    @property
    def has_pad(self) -> bool:
        """Whether a member could type a PIN now."""
        return self.pad is not None and self.pad.there()

    # ------------------------------------------------------------ what is asked

    def prove(self, view: MemberView, coins: int, then: Callable[[], None]) -> None:
        """Call `then` when so many coins may be spent: at once, or after PIN or approval.

        Who proved it once need not again while they are at the counter, nor for what a supervisor
        has agreed to.
        """
        self.cancel()
        desk = self._desk
        on, programme = desk.today, desk.shop.programme
        agreed_for, agreed = self._agreed
        if (
            view.member == self._proven
            or (view.member == agreed_for and coins <= agreed)
            or not member_pins.asks_pin(programme, view.state, on, coins)
        ):
            then()
            return
        self._reason = translate(
            "member_pin",
            "Coins or store credit of {name} worth {money} are spent without their PIN.",
        ).format(name=called(view), money=desk.money.short(coins * programme.coin_value_minor))
        self._then, self._coins = then, coins
        shop = desk.shop
        self._inputs = MemberPinInputs(view)

        def asked(has: bool) -> None:  # noqa: FBT001 - an answer
            if self._then is not then:
                return
            if has and self.has_pad:
                self._ask(view, "check")
            else:
                self.bySupervisor()

        desk.jobs.run(lambda: member_pins.has_pin(shop, view.member), asked)

    def agree(self, member: str, coins: int) -> None:
        """Ask the member at the counter no more for so many coins."""
        self._agreed = (member, coins)

    def choose(self, view: MemberView, staff: str, then: Callable[[PinEnd], None]) -> None:
        """Let a member choose a PIN on the display; `staff` answers for who it is.

        `then` hears "saved", "cancelled" or "failed"; "failed" where there is no display.
        """
        self.cancel()
        if not self.has_pad:
            then("failed")
            return
        self._ask(view, "set", staff, then)

    def set_member(self, view: MemberView | None) -> None:
        """Forget what was proven and asked of somebody who is not at the counter any more."""
        member = view.member if view else ""
        if member != self._proven:
            self._proven = ""
        if member != self._agreed[0]:
            self._agreed = ("", 0)
        if self._inputs.view is not None and self._inputs.view.member != member:
            self.cancel()

    # ------------------------------------------------------------ what the cashier does

    @Slot()
    def cancel(self) -> None:
        """Ask no more; what was to follow does not."""
        self._then = None
        self._inputs = MemberPinInputs()
        if self.pad is not None:
            self.pad.cancel()
        self.refresh()

    @Slot()
    def bySupervisor(self) -> None:
        """Have a supervisor agree in place of the PIN.

        The key that asked for the PIN does this when pressed once more, so a supervisor who is
        signed in gives their PIN too.
        """
        then, self._then = self._then, None
        view = self._inputs.view
        if then is None or view is None:
            return
        waited, agreed = self._inputs.seen is not None, (view.member, self._coins)
        self.cancel()

        def approved(_approver: str) -> None:
            self.agree(*agreed)
            then()

        self._approval.ask(self._reason, approved, always=waited)

    def retype(self) -> None:
        """Have what was typed so far typed anew: a scanner typed among it."""
        if self.pad is not None:
            self.pad.retype()

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self.show(derive_member_pin(self._inputs))

    # ------------------------------------------------------------ what the member does

    def _ask(
        self,
        view: MemberView,
        purpose: Purpose,
        staff: str = "",
        ended: Callable[[PinEnd], None] | None = None,
    ) -> None:
        assert self.pad is not None

        def done(end: PinEnd) -> None:
            then, self._then = self._then, None
            self._inputs = MemberPinInputs()
            self.refresh()
            if end == "right":
                self._proven = view.member
                if then is not None:
                    then()
            elif then is not None:
                self._say(
                    translate("member_pin", "{name} gave no PIN. Nothing was used.").format(
                        name=called(view)
                    )
                )
            if ended is not None:
                ended(end)

        self._inputs = MemberPinInputs(view, purpose)
        language = view.language or self._desk.language
        ask = PinAsk(purpose, view.member, language, self._progress, done, staff, self.bySupervisor)
        self.pad.ask(ask)

    def _progress(self, seen: PinSeen) -> None:
        self._inputs = replace(self._inputs, seen=seen)
        self.refresh()

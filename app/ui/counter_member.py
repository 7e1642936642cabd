"""Whom the counter serves, which panel is open and what is said: the ground of all that it does."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot

from app.services import members
from app.services.members import MemberView
from app.ui import confirmations
from app.ui.counter_parts import CounterParts
from app.ui.desk import Desk
from app.ui.words import translate


class CounterMember(CounterParts):
    """Puts members at the counter and lets them go; knows the open panel and the last sentence."""

    panelOpened = Signal()
    joined = Signal(object)

    _desk: Desk
    _gift: confirmations.GiftNow | None = None

    # Panels and sentences

    def _show_panel(self, panel: str) -> None:
        self._approval.cancel()
        self._member_pin.cancel()
        self.show(replace(self.props, panel=panel))
        self.panelOpened.emit()

    def _say(self, kind: str, message: str, detail: str = "") -> None:
        self._gift = None
        if self._desk.staff is None:
            # An answer that comes after the lock: nobody's name is shown before the next PIN.
            kind, message, detail = "info", "", ""
        props = replace(self.props, kind=kind, message=message, detail=detail)
        self.show(replace(props, canUndo=False, gift=""))

    def _in_exchange(self, member: str) -> bool:
        """Say whether an exchange is another member's; if so, what to do first."""
        inputs = self._bill.inputs
        if inputs.exchange is None or inputs.member == member:
            return False
        self._say("info", translate("counter", "Finish the exchange first, or leave it with Esc."))
        return True

    # The member

    def set_member(self, view: MemberView | None) -> None:
        """Put a member at the counter, or a guest; what was asked for another is dropped."""
        self._approval.cancel()
        self._member_pin.set_member(view)
        self._bill.set_member(view)
        self._member.set_view(view)
        self._sales.set_member(view)

    def _found(self, view: MemberView) -> None:
        """A member is at the counter."""
        if self._in_exchange(view.member):
            return
        self.set_member(view)
        if not self.props.canUndo:
            self._say("info", "")
        if self.props.panel not in {"bill", "sales", "cards"}:
            if self.props.panel == "return":
                self._returns.open(view)
            else:
                self._show_panel("bill")

    @Slot()
    def removeMember(self) -> None:
        """Go on without the member, and without what was open about them."""
        if self._in_exchange(""):
            return
        self.set_member(None)
        if self.props.panel == "return":
            self._returns.forget_member()
        elif self.props.panel in {"coins", "why", "cards", "desk"}:
            self._show_panel("bill")

    def _member_gone(self, sentence: str, kind: str = "good") -> None:
        """Go on without a member who was erased."""
        self.set_member(None)
        self._show_panel("bill")
        self._say(kind, sentence)

    def _enrol_with(self, phone: str, name: str, card: str = "") -> None:
        if self._in_exchange("?"):
            return
        self._enrol.open(phone, name, card)
        self._show_panel("enrol")

    def _enrolled(self, view: MemberView) -> None:
        self.set_member(view)
        self.joined.emit(view)

    def _joined(self, view: MemberView, new: bool) -> None:  # noqa: FBT001 - a callback
        self.set_member(view)
        self._show_panel("bill")
        if new:
            self._say(
                "good",
                translate("counter", "Welcome, {name}!").format(name=confirmations.called(view)),
            )
        else:
            self._say("info", translate("counter", "This phone belongs to a member already."))

    # After something was changed

    def _after_change(self, message: str, detail: str) -> None:
        self._show_panel("bill")
        self._say("good" if message else "info", message, detail)
        view, shop = self._member.view, self._desk.shop
        if view is not None:
            self._desk.jobs.run(lambda: members.open_member(shop, view.member), self._reloaded)

    def _reloaded(self, view: object) -> None:
        here = self._member.view
        if isinstance(view, MemberView) and here and here.member == view.member:
            self.set_member(view)

    def _code_used(self, sentence: str) -> None:
        """Go back to the bill, and show what the member has now."""
        self._after_change(sentence, "")

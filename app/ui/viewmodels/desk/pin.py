"""A member's PIN at the desk: chosen on the customer's display, or taken away."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.services import member_pins
from app.services.pin_removal import PinRemoved, RemovePinOutcome, remove_member_pin
from app.ui.confirmations import called
from app.ui.desk_sentences import pin_refused
from app.ui.member_case import MemberCase
from app.ui.member_pins import PinEnd
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.desk.page import DeskPage
from app.ui.viewmodels.member_pin import MemberPinViewModel
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class DeskPinInputs:
    """Who; whether they have a PIN (None = not read yet); whether the customer has a display."""

    name: str = ""
    has_pin: bool | None = None
    has_pad: bool = False


@dataclass(frozen=True, slots=True)
class DeskPinProps:
    """What QML reads."""

    stands: str = ""
    hint: str = ""
    action: str = ""
    canChoose: bool = False
    canRemove: bool = False


def derive_desk_pin(inputs: DeskPinInputs) -> DeskPinProps:
    """Return what the page shows."""
    if inputs.has_pin is None:
        return DeskPinProps()
    stands = (
        translate("desk", "{name} has a PIN.")
        if inputs.has_pin
        else translate("desk", "{name} has no PIN yet.")
    )
    return DeskPinProps(
        stands=stands.format(name=inputs.name),
        hint=_hint(inputs),
        action=translate("desk", "Choose another PIN")
        if inputs.has_pin
        else translate("desk", "Choose a PIN"),
        canChoose=inputs.has_pad,
        canRemove=inputs.has_pin,
    )


def _hint(inputs: DeskPinInputs) -> str:
    if inputs.has_pad:
        return translate(
            "desk", "The member types it on their own display. Never ask for it aloud."
        )
    sentence = translate(
        "desk",
        "Connect the customer display, so that the member can choose a PIN there. "
        "A PIN is never said aloud nor typed by anybody else.",
    )
    if not inputs.has_pin:
        return sentence
    forgotten = translate(
        "desk",
        "Forgotten? Remove it here; the member then chooses another one at the kiosk.",
    )
    return f"{sentence} {forgotten}"


@QmlElement
@QmlUncreatable("built by the member desk")
class DeskPinViewModel(DeskPage, props=DeskPinProps):
    """Lets the member choose a PIN where there is a display, and removes one."""

    def __init__(self, case: MemberCase, display: MemberPinViewModel) -> None:
        super().__init__(case)
        self._display = display
        self._has_pin: bool | None = None

    def open(self) -> None:
        """Look whether the member has a PIN."""
        self._has_pin = None
        self.refresh()
        shop = self._case.desk.shop
        self._case.read(lambda view: member_pins.has_pin(shop, view.member), self._found)

    def _found(self, has: bool) -> None:  # noqa: FBT001 - an answer
        self._has_pin = has
        self.refresh()

    def refresh(self) -> None:
        """Say everything anew."""
        name = called(self.view) if self.view else ""
        self.show(derive_desk_pin(DeskPinInputs(name, self._has_pin, self._display.has_pad)))

    @Slot()
    def choosePin(self) -> None:
        """Let the member choose a PIN on the display, when a supervisor answers for who it is."""
        view = self.view
        if view is None or not self.props.canChoose:
            return
        reason = translate("desk", "Is it {name}, who is to choose a PIN?").format(
            name=called(view)
        )
        self._case.approval.ask(
            reason, lambda approver: self._display.choose(view, approver, self._chosen)
        )

    def _chosen(self, end: PinEnd) -> None:
        if end == "saved":
            self._case.say("good", translate("desk", "The new PIN works from now on."))
        elif end == "failed":
            self._case.say(
                "bad", translate("desk", "The PIN could not be kept. Try again in a moment.")
            )
        else:
            self._case.say("info", translate("desk", "No PIN was chosen."))
        self.open()

    @Slot()
    def removePin(self) -> None:
        """Take the PIN away."""
        view, shop = self.view, self._case.desk.shop
        if view is None or not self.props.canRemove:
            return
        self._case.act(
            translate("desk", "Remove the PIN of {name}?").format(name=called(view)),
            lambda one, staff, approver: remove_member_pin(shop, staff, approver, one.member),
            self._removed,
        )

    def _removed(self, outcome: RemovePinOutcome) -> None:
        if isinstance(outcome, PinRemoved):
            self._case.say("good", translate("desk", "The PIN is removed."))
        else:
            self._case.say("bad", pin_refused(outcome))
        self.open()

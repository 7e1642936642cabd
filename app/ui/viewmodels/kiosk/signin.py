"""Coming in: the card before the camera or scanner, or phone number and PIN."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.hardware.scanner import Scanner
from app.services.member_pins import MemberSignedIn, sign_in_member
from app.services.shop import Shop
from app.ui.camera_preview import CameraPictures
from app.ui.pin_sentences import SignInRefusal, sign_in_refused
from app.ui.typed import latin_digits
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

HINT_MS: Final = 4_000


@dataclass(frozen=True, slots=True)
class KioskSignInInputs:
    """All that the screen depends on; `looked_ms` is how long the camera has seen no card."""

    phone: str = ""
    pin: str = ""
    checking: bool = False
    answer: SignInRefusal | None = None
    camera: bool = False
    seeing: bool = False
    looked_ms: int = 0
    country: str = "IN"
    language: str = "en"


@dataclass(frozen=True, slots=True)
class KioskSignInProps:
    """What QML reads. `seeing` = the camera gives pictures."""

    phone: str = ""
    pin: str = ""
    checking: bool = False
    message: str = ""
    seeing: bool = False
    lead: str = ""
    hint: str = ""


def derive_kiosk_sign_in(inputs: KioskSignInInputs) -> KioskSignInProps:
    """Return what the screen shows."""
    return KioskSignInProps(
        phone=inputs.phone,
        pin=inputs.pin,
        checking=inputs.checking,
        message=sign_in_refused(inputs.answer, inputs.country) if inputs.answer else "",
        seeing=inputs.seeing,
        lead=translate("kiosk", "Hold your card so that it fills the frame")
        if inputs.seeing
        else translate("kiosk", "Hold your card to the scanner"),
        hint=_hint(inputs),
    )


def _hint(inputs: KioskSignInInputs) -> str:
    """Return another hint every four seconds while no card is read."""
    late = inputs.looked_ms // HINT_MS
    if inputs.camera and not inputs.seeing:
        return (
            translate("kiosk", "The camera shows nothing. Use the scanner, or phone and PIN.")
            if late
            else ""
        )
    if not late:
        return ""
    if not inputs.seeing:
        return translate("kiosk", "Does it not work? Use your phone number and PIN, or ask us.")
    hints = (
        translate("kiosk", "Hold it a little closer."),
        translate("kiosk", "Hold it a little further away."),
        translate("kiosk", "Tilt it so that it does not shine."),
        translate("kiosk", "Does it not work? Use your phone number and PIN, or ask us."),
    )
    return hints[(late - 1) % len(hints)]


@QmlElement
@QmlUncreatable("built by the kiosk")
class KioskSignInViewModel(KioskScreen, props=KioskSignInProps):
    """The camera is on only while this screen is."""

    def __init__(self, kiosk: Kiosk, camera: Scanner | None = None) -> None:
        super().__init__(kiosk)
        self._camera = camera
        self._pictures = CameraPictures(camera, self)
        self._pictures.first.connect(self._sees)
        self._opened_ms = 0
        self._inputs = KioskSignInInputs()

    @Property(CameraPictures, constant=True)
    def pictures(self) -> CameraPictures:
        """The camera's pictures."""
        return self._pictures

    def open(self) -> None:
        """Begin anew, with the camera on."""
        self._opened_ms = self.kiosk.now_ms()
        self._inputs = KioskSignInInputs(
            camera=self._camera is not None, country=self.kiosk.shop.programme.country
        )
        self._pictures.start()
        self._change()

    def leave(self) -> None:
        """Switch the camera off; nothing that was typed stays."""
        self.wipe()

    def wipe(self) -> None:
        """Forget what was typed and seen."""
        self._pictures.stop()
        self._inputs = KioskSignInInputs()
        self._change()

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def let_go(self) -> None:
        """Let it be tried again."""
        self._change(checking=False)

    def tick(self) -> None:
        """Show a hint when no card was read for a while."""
        self._change(looked_ms=self.kiosk.now_ms() - self._opened_ms)

    def scanned(self, _text: str) -> bool:
        """Begin the hints anew: something was read."""
        self._opened_ms = self.kiosk.now_ms()
        self._change(answer=None, looked_ms=0)
        return False

    @Slot(str)
    def typePhone(self, text: str) -> None:
        """Take the phone number as typed so far."""
        self._change(phone=latin_digits(text), answer=None)

    @Slot(str)
    def typePin(self, text: str) -> None:
        """Take the PIN as typed so far."""
        self._change(pin=latin_digits(text), answer=None)

    @Slot()
    def submit(self) -> None:
        """Check phone and PIN."""
        inputs, shop = self._inputs, self.kiosk.shop
        if inputs.checking or not inputs.phone or not inputs.pin:
            return
        self._change(checking=True)
        self.kiosk.ask(lambda: _sign_in(shop, inputs), self._answered)

    def _answered(self, answer: MemberSignedIn | SignInRefusal) -> None:
        if isinstance(answer, MemberSignedIn):
            self.kiosk.begin(answer.view.member, proven=True)
        else:
            self._change(checking=False, pin="", answer=answer)

    def _sees(self) -> None:
        self._change(seeing=True, looked_ms=0)
        self._opened_ms = self.kiosk.now_ms()

    def _change(self, **changes: object) -> None:
        self._inputs = replace(
            self._inputs,
            language=self.kiosk.desk.language,
            **changes,  # type: ignore[arg-type]
        )
        self.show(derive_kiosk_sign_in(self._inputs))


def _sign_in(shop: Shop, inputs: KioskSignInInputs) -> MemberSignedIn | SignInRefusal:
    return sign_in_member(shop, inputs.phone, inputs.pin)

"""The member's card on the screen: to photograph, with a number short enough to read aloud."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property
from PySide6.QtQml import QmlElement

from app.services.members import MemberView, open_member
from app.ui.qr import QrRow, qr_rows
from app.ui.rows import Rows
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.frame import first_name
from app.ui.viewmodels.kiosk.photo import PhotoScreen
from app.ui.viewmodels.kiosk.visit import Kiosk
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class CardInputs:
    """All that the screen depends on; `left_ms` is how long the card may still be photographed."""

    view: MemberView | None = None
    joined: bool = False
    left_ms: int = 0
    language: str = "en"


@dataclass(frozen=True, slots=True)
class CardProps:
    """What QML reads. `size` is the number of modules of the QR code, 0 = no card works."""

    title: str = ""
    name: str = ""
    number: str = ""
    size: int = 0
    none: str = ""
    joined: bool = False
    waiting: str = ""


def derive_card(inputs: CardInputs, size: int) -> CardProps:
    """Return what the screen shows."""
    view = inputs.view
    if view is None:
        return CardProps()
    minutes = -(-inputs.left_ms // 60_000)
    return CardProps(
        title=translate("kiosk", "You are in! This is your card")
        if inputs.joined
        else translate("kiosk", "My card"),
        name=first_name(view),
        number=newest_card(view, short=True),
        size=size,
        none="" if size else translate("kiosk", "You have no card that works. Please ask us."),
        joined=inputs.joined,
        waiting=translate(
            "kiosk", "Take your time: the card stays for {minutes} minute(s).", None, minutes
        ).format(minutes=minutes)
        if inputs.left_ms > 0
        else "",
    )


def newest_card(view: MemberView, *, short: bool) -> str:
    """Return the newest card that works, "" when there is none."""
    working = [card for card in view.cards if not card.blocked]
    return (working[-1].short if short else working[-1].number) if working else ""


@QmlElement
@QmlUncreatable("built by the kiosk")
class CardViewModel(PhotoScreen, props=CardProps):
    """A member without a phone in hand may read the number; with one they take a photo."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._rows = Rows(QrRow, self)
        self._inputs = CardInputs()

    @Property(Rows, constant=True)
    def modules(self) -> Rows:
        """The dark runs of the QR code, as rows."""
        return self._rows

    def open(self) -> None:
        """Read the member's card."""
        shop, member = self.kiosk.shop, self.kiosk.member
        visit = self.kiosk.visit
        self._inputs = CardInputs(joined=visit is not None and visit.joined)
        self.kiosk.ask(lambda: open_member(shop, member), self._opened)

    def leave(self) -> None:
        """Forget the card."""
        self.wipe()

    def wipe(self) -> None:
        """Forget the card."""
        super().wipe()
        self._inputs = CardInputs()
        self._change()

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def _opened(self, view: object) -> None:
        if isinstance(view, MemberView):
            self._change(view=view)

    def _change(self, **changes: object) -> None:
        self._inputs = replace(
            self._inputs,
            language=self.kiosk.desk.language,
            **changes,  # type: ignore[arg-type]
        )
        view = self._inputs.view
        number = newest_card(view, short=False) if view else ""
        size, rows = qr_rows(number)
        self._rows.set(rows)
        self.show(derive_card(self._inputs, size))

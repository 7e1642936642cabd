"""What is inside the customer's display, as QML finds it."""

from PySide6.QtCore import Property

from app.domain.money import Money
from app.ui.bill_entry import LineRow
from app.ui.bill_offs import OffRow
from app.ui.qr import QrRow
from app.ui.rows import Rows
from app.ui.slides import SlideRow
from app.ui.snapshot import ViewModel
from app.ui.viewmodels.display.pin import PinPadViewModel
from app.ui.viewmodels.display.shown import DisplayProps
from app.ui.viewmodels.display.thanks import ThanksViewModel


class DisplayParts(ViewModel, props=DisplayProps):
    """The parts; the display fills them."""

    def __init__(self, money: Money, pin: PinPadViewModel) -> None:
        super().__init__()
        self._lines = Rows(LineRow, self)
        self._offs = Rows(OffRow, self)
        self._slides = Rows(SlideRow, self)
        self._modules = Rows(QrRow, self)
        self._thanks = ThanksViewModel(money)
        self._pin = pin

    @Property(Rows, constant=True)
    def lines(self) -> Rows:
        """The lines of the bill, as rows."""
        return self._lines

    @Property(Rows, constant=True)
    def offs(self) -> Rows:
        """What comes off, as rows."""
        return self._offs

    @Property(Rows, constant=True)
    def slides(self) -> Rows:
        """What one gets at this shop, as rows, while nobody is there."""
        return self._slides

    @Property(Rows, constant=True)
    def modules(self) -> Rows:
        """The dark runs of a new card's QR code, as rows."""
        return self._modules

    @Property(ThanksViewModel, constant=True)
    def thanks(self) -> ThanksViewModel:
        """The thank-you."""
        return self._thanks

    @Property(PinPadViewModel, constant=True)
    def pin(self) -> PinPadViewModel:
        """The PIN being asked for."""
        return self._pin

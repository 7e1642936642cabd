"""Nobody is here: what one gets at this shop, a little at a time, and how to begin."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property
from PySide6.QtQml import QmlElement

from app.ui.rows import Rows
from app.ui.slides import SHOWN, TURN_MS, SlideRow, derive_slides, window
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class AttractProps:
    """What QML reads. `turn` goes on when other slides are shown; `camera` = one reads cards."""

    turn: int = 0
    camera: bool = False


@QmlElement
@QmlUncreatable("built by the kiosk")
class AttractViewModel(KioskScreen, props=AttractProps):
    """The same three rows, filled anew every few seconds: nothing grows in a day of it."""

    def __init__(self, kiosk: Kiosk, *, camera: bool = False) -> None:
        super().__init__(kiosk)
        self._camera = camera
        self._rows = Rows(SlideRow, self)
        self._slides: tuple[SlideRow, ...] = ()
        self._turned_ms = 0

    @Property(Rows, constant=True)
    def slides(self) -> Rows:
        """What is shown now, as rows."""
        return self._rows

    def open(self) -> None:
        """Begin with the first slides."""
        self._turned_ms = self.kiosk.now_ms()
        self.show(AttractProps(camera=self._camera))
        self.refresh()

    def refresh(self) -> None:
        """Say everything anew: another language, another programme."""
        desk = self.kiosk.desk
        self._slides = derive_slides(desk.shop.programme, desk.language, desk.today)
        self._rows.set(window(self._slides, self.props.turn))

    def tick(self) -> None:
        """Show the next slides when it is time; where all are shown already, nothing moves."""
        now_ms = self.kiosk.now_ms()
        if now_ms - self._turned_ms < TURN_MS or len(self._slides) <= SHOWN:
            return
        self._turned_ms = now_ms
        self.show(replace(self.props, turn=(self.props.turn + 1) % len(self._slides)))
        self.refresh()

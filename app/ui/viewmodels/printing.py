"""The receipt printer as the counter sees it: printing again, and what keeps slips waiting."""

from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from app.domain.money import Money
from app.services import prints
from app.services.prints import PrintOutcome, PrintQueued, PrintStanding
from app.services.shop import Shop
from app.services.voids import SaleUnknown
from app.ui.desk import Desk
from app.ui.print_sentences import aside_sentence, outcome_sentence, standing_sentence
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

NO_TROUBLE: Final = PrintStanding()
SAID_MS: Final = 6_000
"""How long it is said what became of a slip that was asked for."""


@dataclass(frozen=True, slots=True)
class PrintingInputs:
    """All that the strip depends on; `said` is what was answered a moment ago."""

    money: Money
    standing: PrintStanding = NO_TROUBLE
    said: PrintOutcome | None = None
    is_said: bool = False


@dataclass(frozen=True, slots=True)
class PrintingProps:
    """What QML reads: a sentence, "" while there is nothing to say; `kind` is bad or info."""

    sentence: str = ""
    kind: str = "info"


def derive_printing(inputs: PrintingInputs) -> PrintingProps:
    """Return what the strip says: trouble first, what was answered, what was left out."""
    trouble = standing_sentence(inputs.standing, inputs.money)
    if trouble:
        return PrintingProps(trouble, "bad")
    if not inputs.is_said:
        left_out = aside_sentence(inputs.standing, inputs.money)
        return PrintingProps(left_out, "bad" if left_out else "info")
    kind = "info" if isinstance(inputs.said, PrintQueued) else "bad"
    return PrintingProps(outcome_sentence(inputs.said), kind)


def print_again(shop: Shop, event_id: str) -> PrintOutcome | None:
    """Print a slip again ("" = of the last sale here); None where no slips are printed."""
    if shop.printing is None:
        return None
    event_id = event_id or prints.newest_sale(shop)
    return shop.printing.again(event_id) if event_id else SaleUnknown()


@QmlElement
@QmlUncreatable("built by the station")
class PrintingViewModel(ViewModel, props=PrintingProps):
    """Says how it stands with the printer; `broke` carries what nobody foresaw."""

    broke = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._inputs = PrintingInputs(desk.money)
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(SAID_MS)
        self._over.timeout.connect(lambda: self._change(is_said=False))

    def look(self) -> None:
        """Ask how the printer stands, which reads no disk."""
        printing = self._desk.shop.printing
        self._change(standing=printing.standing() if printing else NO_TROUBLE)

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def close(self) -> None:
        """Stop ticking."""
        self._over.stop()

    @Slot()
    def again(self) -> None:
        """Print the slip of the last sale again."""
        shop = self._desk.shop
        self._desk.jobs.run(lambda: print_again(shop, ""), self._asked, self.broke.emit)

    def _asked(self, outcome: PrintOutcome | None) -> None:
        self._over.start()
        self._change(said=outcome, is_said=True)

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, **changes)
        self.show(derive_printing(self._inputs))

"""The blank card that the idle display shows: to be photographed, and nobody's until it is given.

Nothing of it is written anywhere. Where it is scanned it is like a printed blank card (0030).
"""

from collections.abc import Callable
from typing import Final, NamedTuple, TypeVar

from app.domain.codes import CardNumber
from app.services import changes
from app.services.cards import blank_card, who_has
from app.services.shop import Shop
from app.ui.desk import Desk
from app.ui.qr import QrRow, qr_rows

Answer = TypeVar("Answer")

STANDS_MS: Final = 20_000
"""How long a card can be photographed at least, unless somebody comes to the till."""


class _Minted(NamedTuple):
    number: CardNumber
    size: int
    rows: tuple[QrRow, ...]


def _mint(shop: Shop) -> _Minted:
    number = blank_card(shop)
    return _Minted(number, *qr_rows(number))


class BlankCard:
    """One card after the other, each shown to as few people as can be.

    `show` is given the modules of its QR code each way (0 = none) and their dark runs. Where the
    shop does not want it, none is `offered`.
    """

    def __init__(
        self,
        desk: Desk,
        show: Callable[[int, tuple[QrRow, ...]], None],
        now_ms: Callable[[], int],
        failed: Callable[[Exception], None],
        *,
        offered: bool,
    ) -> None:
        self.offered = offered
        self._desk = desk
        self._show = show
        self._now_ms = now_ms
        self._failed = failed
        self._minted: _Minted | None = None
        self._asked = 0
        self._waiting = False
        self._since_ms = 0
        self._mark = (0, 0)

    @property
    def size(self) -> int:
        """How many modules the code that is shown has each way, 0 = none is."""
        return self._minted.size if self._minted else 0

    def put_away(self) -> None:
        """Let go of it: something else is shown. One that is on its way does not come any more."""
        self._asked += 1
        self._waiting = False
        self._minted = None

    def renew(self) -> None:
        """Show another one; until it is there, the one before stays."""
        if not self.offered:
            return
        shop = self._desk.shop
        self._mark = changes.mark(shop)
        self._ask(lambda: _mint(shop), self._shown)

    def tick(self) -> None:
        """See to it that one is shown, and that nobody has it."""
        if self._waiting:
            return
        if self._minted is None:
            self.renew()
        elif changes.mark(self._desk.shop) != self._mark:
            self._look(self._minted.number)

    def turn(self) -> None:
        """The slides turn: show another one if this one stood long enough or could not be made."""
        if self._minted is None or self._now_ms() - self._since_ms >= STANDS_MS:
            self.renew()

    def _shown(self, minted: _Minted) -> None:
        self._minted = minted
        self._since_ms = self._now_ms()
        self._show(minted.size, minted.rows)

    def _look(self, number: CardNumber) -> None:
        """Take another one if this one was given, at another till or a kiosk."""
        shop = self._desk.shop
        self._mark = changes.mark(shop)

        def looked(member: str | None) -> None:
            if member is not None:
                self.put_away()
                self._show(0, ())
                self.renew()

        self._ask(lambda: who_has(shop, "card", number), looked)

    def _ask(self, work: Callable[[], Answer], done: Callable[[Answer], None]) -> None:
        self._asked += 1
        self._waiting = True
        asked = self._asked

        def answered(answer: Answer) -> None:
            if asked == self._asked:
                self._waiting = False
                done(answer)

        # What failed is not tried again every second, but at the next turn or when somebody came.
        self._desk.jobs.run(work, answered, self._failed)

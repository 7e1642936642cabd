"""The raffle at the kiosk: my tickets, more for coins, who won, how to check it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.services.leeway import leeway
from app.services.raffle_views import RaffleView, raffles_of
from app.services.raffles import Buying, buy_tickets
from app.ui.rows import Rows
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.raffle_props import (
    PrizeRow,
    RaffleInputs,
    RaffleProps,
    RaffleRow,
    TicketRow,
    WinnerRow,
    derive_prizes,
    derive_raffle,
    derive_raffle_rows,
    derive_tickets,
    derive_winners,
    most_of,
    shown_of,
)
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("built by the kiosk")
class RaffleViewModel(KioskScreen, props=RaffleProps):
    """Shows one raffle at a time; tickets are bought after a question."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._raffles = Rows(RaffleRow, self)
        self._tickets = Rows(TicketRow, self)
        self._prizes = Rows(PrizeRow, self)
        self._winners = Rows(WinnerRow, self)
        self._inputs = self._blank()

    @Property(Rows, constant=True)
    def raffles(self) -> Rows:
        """The raffles to choose from where there are several, as rows."""
        return self._raffles

    @Property(Rows, constant=True)
    def tickets(self) -> Rows:
        """The member's tickets, as rows."""
        return self._tickets

    @Property(Rows, constant=True)
    def prizes(self) -> Rows:
        """What can be won, as rows."""
        return self._prizes

    @Property(Rows, constant=True)
    def winners(self) -> Rows:
        """Who won, as rows."""
        return self._winners

    # ------------------------------------------------------------ life

    def open(self) -> None:
        """Read the raffles."""
        self._inputs = self._blank()
        self._change()
        self._read()

    def wipe(self) -> None:
        """Forget the member."""
        self._inputs = self._blank()
        self._change()

    def refresh(self) -> None:
        """Say everything anew; a draw may have happened meanwhile."""
        self._change()
        if self._inputs.found is not None:
            self._read()

    def let_go(self) -> None:
        """Let it be tried again."""
        self._change(busy=False)

    # ------------------------------------------------------------ taps

    @Slot(str)
    def choose(self, raffle: str) -> None:
        """Show another raffle."""
        self._change(chosen=raffle, count=1)

    @Slot()
    def buy(self) -> None:
        """Ask how many tickets, with the coins before and after."""
        if self.props.canBuy:
            self._change(step="buy", count=1)

    @Slot()
    def more(self) -> None:
        """One ticket more."""
        self._change(count=min(most_of(self._inputs), self._inputs.count + 1))

    @Slot()
    def fewer(self) -> None:
        """One ticket fewer."""
        self._change(count=max(1, self._inputs.count - 1))

    @Slot()
    def back(self) -> None:
        """Go back to the raffle."""
        self._change(step="show", outcome=None, count=1)
        self._read()

    @Slot()
    def confirm(self) -> None:
        """Buy them; above the shop's limit once the PIN was given."""
        view, inputs = shown_of(self._inputs), self._inputs
        if view is not None and inputs.step == "buy" and not inputs.busy:
            coins = inputs.count * view.price
            self.kiosk.before_spending(coins, lambda: self._buy(view, inputs.count))

    # ------------------------------------------------------------ work

    def _buy(self, view: RaffleView, count: int) -> None:
        asked, inputs = shown_of(self._inputs), self._inputs
        same = asked is not None and (asked.id, inputs.count) == (view.id, count)
        if inputs.busy or inputs.step != "buy" or not same:
            return  # changed, confirmed twice or left before it was known whether a PIN is asked
        shop, member = self.kiosk.shop, self.kiosk.member
        self._change(busy=True)

        def work() -> Buying:
            return buy_tickets(shop, "", member, view.id, count)

        self.kiosk.ask(work, self._bought)

    def _bought(self, outcome: Buying) -> None:
        self._change(step="told", busy=False, outcome=outcome)
        self._read()

    def _read(self) -> None:
        if self.kiosk.member:
            self.kiosk.ask(_looking(self.kiosk), lambda found: self._change(**found))

    def _blank(self) -> RaffleInputs:
        desk = self.kiosk.desk
        return RaffleInputs(desk.money, desk.today, desk.language)

    def _change(self, **changes: object) -> None:
        desk = self.kiosk.desk
        self._inputs = inputs = replace(
            self._inputs,
            today=desk.today,
            language=desk.language,
            **changes,  # type: ignore[arg-type]
        )
        self._raffles.set(derive_raffle_rows(inputs))
        self._tickets.set(derive_tickets(inputs))
        self._prizes.set(derive_prizes(inputs))
        self._winners.set(derive_winners(inputs))
        self.show(derive_raffle(inputs))


def _looking(kiosk: Kiosk) -> Callable[[], dict[str, object]]:
    """Return what reads the raffles, and the coins that may be spent without a connection."""
    shop, member, status = kiosk.shop, kiosk.member, kiosk.desk.status

    def work() -> dict[str, object]:
        stands = status()
        away = stands.away
        room = leeway(shop, stands.floor_coins, stands.floor_credit_minor).coins if away else None
        return {"found": raffles_of(shop, member), "room": room}

    return work

"""The customer's display: it follows the counter and shows the customer their side of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final, cast

from PySide6.QtCore import QTimer, Slot
from PySide6.QtQml import QmlElement

from app.domain.moments import NextReward
from app.domain.moments.gains import next_reward
from app.domain.preferences import Preferences
from app.services import moments
from app.services.members import MemberView
from app.services.preferences import preferences_of
from app.services.sales import SaleRecorded
from app.services.shop import Shop
from app.services.thanks import Thanks, thanks_of
from app.ui.bill_entry import derive_lines
from app.ui.bill_inputs import BillInputs
from app.ui.desk import Desk
from app.ui.member_pins import PinAsk
from app.ui.qr import QrRow, qr_rows
from app.ui.slides import SHOWN, TURN_MS, SlideRow, derive_slides, window
from app.ui.ticks import monotonic_ms
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.counter import CounterViewModel
from app.ui.viewmodels.display.blank import BlankCard
from app.ui.viewmodels.display.parts import DisplayParts
from app.ui.viewmodels.display.pin import PinPadViewModel
from app.ui.viewmodels.display.shown import (
    DisplayInputs,
    Screen,
    derive_display,
    derive_less,
    has_bill,
    language_for,
    same_goods,
)
from app.ui.viewmodels.display.thanks import ThanksInputs, derive_thanks
from app.ui.viewmodels.kiosk.card import newest_card

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

REST_MS: Final = 60_000
"""How long a thank-you stays, and how long a PIN is waited for, when nothing happens."""
DONE_MS: Final = 5_000
"""How long it is told that a PIN is set."""
TICK_MS: Final = 1_000


@dataclass(frozen=True, slots=True)
class _Known:
    """What is read of a member who comes to the counter."""

    preferences: Preferences
    following: NextReward | None


def _read(shop: Shop, view: MemberView) -> _Known:
    on = shop.moment().on
    following = next_reward(shop.programme, view.state, view.coins.spendable, on)
    return _Known(preferences_of(shop, view.member), following)


@QmlElement
@QmlUncreatable("built by the counter's window")
class DisplayViewModel(DisplayParts):
    """Listens to the counter; the counter goes on the same without it.

    `language` is spoken while nobody is there (empty = the shop's first). `now_ms` is a clock
    that only goes forward. `there` says whether a customer can see the window. `offers_card`: a
    blank card is shown to photograph while nobody is there.
    """

    def __init__(
        self,
        desk: Desk,
        counter: CounterViewModel,
        language: str = "",
        now_ms: Callable[[], int] = monotonic_ms,
        there: Callable[[], bool] = lambda: True,
        *,
        offers_card: bool = True,
    ) -> None:
        super().__init__(desk.money, PinPadViewModel(desk, counter.broke.emit))
        self._desk = desk
        # A Qt property hides the type of what it returns.
        self._counter = cast("Any", counter)
        self._own = language
        self._now_ms = now_ms
        self.there = there
        self._pin.changed.connect(self._pin_changed)
        self._blank = BlankCard(
            desk, self._blank_shown, now_ms, counter.broke.emit, offered=offers_card
        )
        self._offers: tuple[SlideRow, ...] = ()
        self._inputs = self._nobody()
        self._seen: BillInputs | None = None
        self._sales = 0
        self._sold_bill = ""
        self._thanking = False
        self._since_ms = now_ms()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._counter.bill.edited.connect(self.look)
        counter.sold.connect(self.sold)
        counter.joined.connect(self.joined)
        counter.panelOpened.connect(self._panel_opened)
        self.rest()

    # ------------------------------------------------------------ life

    def open(self) -> None:
        """Begin to turn the slides, with what the counter shows already.

        The first blank card waits for the first tick: nothing of it delays a launch.
        """
        self.look()
        self._timer.start()

    def close(self) -> None:
        """Stop ticking, and ask for no PIN any more."""
        self._timer.stop()
        self._pin.cancel()

    def rest(self) -> None:
        """Show the shop's offers; nothing is left of who was here."""
        self._sales += 1
        self._thanking = False
        self._pin.cancel()
        self._thanks.wipe()
        self._blank.put_away()
        self._modules.set(())
        self._lines.set(())
        self._offs.set(())
        self._turn(0)
        if self._timer.isActive():
            self._blank.renew()

    @Slot()
    def look(self) -> None:
        """Follow the counter: another bill, another member, nobody any more."""
        self._seen = bill = self._counter.bill.inputs
        view: MemberView | None = self._counter.bill.member
        if self._desk.staff is None:
            self.rest()
        elif bill.id == self._sold_bill:
            # The counter puts it away; the thank-you is on its way, or there.
            return
        elif view is not None or has_bill(bill):
            self._follow(bill, view)
        elif not self._thanking and self._inputs.screen not in {"idle", "thanks"}:
            self.rest()

    def _follow(self, bill: BillInputs, view: MemberView | None) -> None:
        shown = self._inputs
        self._sales += 1
        self._thanking = False
        self._thanks.wipe()
        self._blank.put_away()
        screen: Screen = "bill"
        if shown.screen == "card" and _same(shown.view, view) and same_goods(shown.bill, bill):
            screen = "card"
        else:
            self._modules.set(())
        self._meet(view)
        self._change(screen=screen, view=view, bill=bill)

    def tick(self) -> None:
        """Turn the slides, follow the hour, and end what nobody looks at any more."""
        if self._counter.bill.inputs is not self._seen:
            self.look()
        waited_ms, screen = self._now_ms() - self._since_ms, self.props.screen
        if screen == "pin":
            if waited_ms >= (REST_MS if self._pin.props.typing else DONE_MS):
                self._pin.cancel()
        elif screen == "thanks" and waited_ms >= REST_MS:
            self.rest()
        elif screen == "idle":
            self._stand(waited_ms)

    def _stand(self, waited_ms: int) -> None:
        """Turn the slides, and with them a blank card that has stood long enough."""
        self._blank.tick()
        if waited_ms >= TURN_MS:
            self._turn(self._inputs.turn + 1)
            self._blank.turn()

    # ------------------------------------------------------------ what the counter says

    def sold(self, sale: SaleRecorded, view: MemberView | None) -> None:
        """Thank for a sale, as soon as it is known what it brought."""
        self._sales += 1
        self._thanking = True
        turn, bill = self._sales, self._counter.bill.inputs
        self._sold_bill = bill.id
        if view is None:
            self._thank(sale, view, bill, Thanks())
            return
        shop, member = self._desk.shop, view.member

        def done(thanks: Thanks) -> None:
            # The next bill, or an undo, was quicker.
            if turn == self._sales:
                self._thank(sale, view, bill, thanks)

        def failed(error: Exception) -> None:
            if turn == self._sales:
                self.rest()
            self._counter.broke.emit(error)

        self._desk.jobs.run(lambda: thanks_of(shop, member, sale.sale), done, failed)

    def joined(self, view: MemberView) -> None:
        """Show the card of somebody who has just joined, to photograph."""

        def done(code: tuple[int, tuple[QrRow, ...]]) -> None:
            if _same(self._inputs.view, view) and self._inputs.screen == "bill":
                self._modules.set(code[1])
                self._change(screen="card", view=view, size=code[0])

        self._desk.jobs.run(lambda: qr_rows(newest_card(view, short=False)), done)

    @Slot()
    def cardSeen(self) -> None:
        """Put the card away: it is photographed."""
        if self._inputs.screen == "card":
            self._modules.set(())
            self._change(screen="bill")

    def _panel_opened(self) -> None:
        """Show another blank card once somebody joins: the next one must not photograph theirs."""
        if self._counter.props.panel == "enrol" and self._inputs.screen == "idle":
            self._blank.put_away()
            self._blank_shown(0, ())
            self._blank.renew()

    # ------------------------------------------------------------ a PIN

    def ask(self, ask: PinAsk) -> None:
        """Ask a member for a PIN, whatever is shown."""
        self._pin.ask(ask)

    def retype(self) -> None:
        """Forget what was typed of it so far."""
        self._pin.retype()

    def cancel(self) -> None:
        """Ask for none any more."""
        self._pin.cancel()

    # ------------------------------------------------------------ inside

    def _nobody(self) -> DisplayInputs:
        desk = self._desk
        programme = desk.shop.programme
        language = self._own or programme.languages[0]
        return DisplayInputs(
            desk.money, programme, language, desk.today, offers=self._blank.offered
        )

    def _meet(self, view: MemberView | None) -> None:
        """Read how a member wants screens to be, once as they come."""
        if _same(self._inputs.view, view):
            return
        self._inputs = replace(self._nobody(), view=view)
        if view is None:
            return
        shop = self._desk.shop

        def done(known: _Known) -> None:
            if _same(self._inputs.view, view):
                self._change(preferences=known.preferences, following=known.following)

        self._desk.jobs.run(lambda: _read(shop, view), done)

    def _thank(
        self, sale: SaleRecorded, view: MemberView | None, bill: BillInputs, thanks: Thanks
    ) -> None:
        desk, programme = self._desk, self._desk.shop.programme
        language = language_for(view, self._own or programme.languages[0])
        inputs = ThanksInputs(
            money=desk.money,
            programme=programme,
            language=language,
            today=desk.today,
            bill=replace(bill, language=language),
            view=view,
            collect_minor=sale.collect_minor,
            thanks=thanks,
        )
        with desk.words.aside(language):
            self._thanks.show(derive_thanks(inputs))
        self._thanking = False
        self._since_ms = self._now_ms()
        self._change(screen="thanks", bill=None, view=None, following=None)
        # A note is told once: not to a window that is hidden for want of its screen.
        if view is not None and thanks.note is not None and self.there():
            shop, marks = desk.shop, thanks.note.marks
            desk.jobs.run(lambda: moments.mark_seen(shop, view.member, marks), lambda _: None)

    def _turn(self, turn: int) -> None:
        """Show the shop's offers, the next of them at each turn."""
        self._since_ms = self._now_ms()
        self._inputs = inputs = replace(self._nobody(), turn=turn, size=self._blank.size)
        with self._desk.words.aside(inputs.language):
            self._offers = derive_slides(inputs.programme, inputs.language, inputs.today)
        self._slides.set(window(self._offers, turn if len(self._offers) > SHOWN else 0))
        self._change()

    def _blank_shown(self, size: int, rows: tuple[QrRow, ...]) -> None:
        if self._inputs.screen == "idle":
            self._modules.set(rows)
            self._change(size=size)

    def _pin_changed(self) -> None:
        self._since_ms = self._now_ms()
        self._change()

    def _change(self, **changes: Any) -> None:
        desk = self._desk
        inputs = replace(self._inputs, **changes)
        language = language_for(inputs.view, inputs.language)
        bill = replace(inputs.bill, language=language) if inputs.bill else None
        self._inputs = inputs
        screen: Screen = "pin" if self._pin.props.asked else inputs.screen
        with desk.words.aside(language):
            showing = replace(inputs, language=language, bill=bill, screen=screen)
            self._lines.set(derive_lines(bill) if bill else ())
            self._offs.set(derive_less(bill) if bill else ())
            self.show(derive_display(showing))


def _same(one: MemberView | None, other: MemberView | None) -> bool:
    return (one.member if one else "") == (other.member if other else "")

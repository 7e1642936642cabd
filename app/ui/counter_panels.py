"""What is opened at the counter, how it is left, and where a scan goes."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Slot

from app.services import scans
from app.services.cards import CardDamaged, CardOfAnotherShop, CardUnknown
from app.services.catalogue import Item, Weighed
from app.services.members import CardIsBlocked, MemberView, NotACard
from app.services.scans import Scan
from app.sync.status import SyncStatus
from app.ui.counter_later import CounterLater
from app.ui.people_sentences import ScanRefusal, card_in_doubt, scan_refused
from app.ui.words import translate


class CounterPanels(CounterLater):
    """Opens panels where there is reason to, and takes scans by what is open."""

    _opened_alone: Mapping[str, Callable[[], None]]

    # Opening and leaving

    @Slot(str)
    def openPanel(self, panel: str) -> None:
        """Open find, coins, why, return, today, sales, held or cards, if there is reason to."""
        if panel == "coins" and not self._coins_possible():
            message = translate("counter", "First a member and a bill, then coins.")
            self._say("info", message)
        elif panel == "credit" and self._member.view is None:
            self._say("info", translate("counter", "First a member, then store credit."))
        elif panel == "review":
            self._say("info", "")
            self._review.ask(lambda: self._show_panel("review"))
        elif panel == "setup":
            self._say("info", "")
            self._setup.ask(lambda: self._show_panel("setup"))
        elif self._prepare(panel, self._member.view):
            self._say("info", "")
            self._show_panel(panel)

    def _coins_possible(self) -> bool:
        estimate = self._bill.inputs.estimate
        return self._member.view is not None and bool(estimate and estimate.total_minor)

    def _prepare(self, panel: str, view: MemberView | None) -> bool:
        """Get a panel ready; say whether it has anything to show."""
        estimate = self._bill.inputs.estimate
        match panel, view:
            case "find" | "codes" | "held" | "today", _:
                self._opened_alone[panel]()
            case "coins", MemberView() if estimate is not None:
                self._coins.open(self._bill.bill, view, estimate.coin_range)
            case "credit", MemberView():
                self._credit.open(view)
            case "why", _:
                self._bill.explain()
                return bool(self._bill.props.canExplain)
            case "return", _:
                self._returns.open(view)
            case "sales", _:
                self._sales.open(view)
            case "cards", MemberView():
                self._cards.open(view)
            case "desk", MemberView():
                self._member_desk.open(view)
            case "connection" | "conflicts" | "baskets", _:
                return True
            case _:
                return False
        return True

    @Slot()
    def back(self) -> None:
        """Leave what is open, one step at a time; nothing that was typed in the bill is lost."""
        if self._approval.props.wanted:
            self._approval.cancel()
        elif self._member_pin.props.wanted:
            self._member_pin.cancel()
        elif self._left_inside():
            self.panelOpened.emit()
        elif self.props.panel == "sales":
            self.openPanel("today")
        elif self.props.panel != "bill":
            self._show_panel("bill")
        elif not self._bill.leaveEntry():
            if self._bill.inputs.exchange is not None:
                self.set_member(None)
                self._bill.begin(self._bill.inputs.number)
            self._say("info", "")

    def _left_inside(self) -> bool:
        """Go one step back inside the panel that is open; say whether there was one."""
        if self.props.panel == "today":
            return self._today.leave()
        if self.props.panel == "desk":
            return self._member_desk.leave()
        return self.props.panel == "return" and self._returns.leaveSale()

    def _use_coins(self, coins: int) -> None:
        def use() -> None:
            self._bill.use_coins(coins)
            self._show_panel("bill")

        view = self._member.view
        if view is None or not coins:
            use()
        else:
            self._member_pin.prove(view, coins + self._credit.on_bill, use)

    # Scans

    def scan(self, text: str, source: str) -> None:
        """Take what a scanner read; a burst of scans is answered in order."""
        if self.props.panel == "setup":
            self._setup.scanned(text)
            return
        shop, typed = self._desk.shop, source == "keyboard"
        if typed:
            self._member_pin.retype()
        self._desk.jobs.run(
            lambda: scans.read_scan(shop, text, typed=typed),
            lambda found: self._scanned(found, text),
        )

    def _scanned(self, found: Scan, text: str) -> None:
        match found:
            case MemberView() if self._is_second_card(found):
                pass
            case MemberView():
                self._found(found)
            case Item():
                self._scanned_item(found)
            case Weighed():
                self._scanned_item(found.item, found.quantity_milli, found.price_minor)
            case NotACard() if self._enrolling and self._enrol.scanned_friend(text):
                self._say("info", "")
            case CardIsBlocked() | NotACard():
                self._refuse_scan(found)
            case CardUnknown() | CardOfAnotherShop() | CardDamaged() if self._enrolling:
                self._enrol.scanned_blank(text)
                self._say("info", "")
            case CardUnknown() if self._may_join:
                self._offer_card(found, text)
            case CardUnknown() | CardOfAnotherShop() | CardDamaged():
                self._refuse_scan(found)
            case _:
                self._codes.take(found)

    @property
    def _may_join(self) -> bool:
        """Whether a blank card can only mean that somebody wants to be a member."""
        return self.props.panel in {"bill", "find"} and self._member.view is None

    def _offer_card(self, card: CardUnknown, text: str) -> None:
        """Begin enrolling with a blank card; without it while other tills cannot be asked."""

        def told(status: SyncStatus) -> None:
            if not self._may_join:
                return
            sure = status.solo or status.online
            phone, name = self._find.typed if self.props.panel == "find" else ("", "")
            self._enrol_with(phone, name, text if sure else "")
            if self._enrolling:
                self._say("info", "" if sure else card_in_doubt(card))

        self._desk.jobs.run(self._desk.status, told)

    def _is_second_card(self, other: MemberView) -> bool:
        """Take the card of somebody who may be the member, where two are joined."""
        here = self._member.view
        if self.props.panel == "cards" and here is not None:
            if self._member_desk.join(here, other):
                self._show_panel("desk")
            return True
        return self.props.panel == "desk" and self._member_desk.scanned(other)

    @property
    def _enrolling(self) -> bool:
        return self.props.panel == "enrol" and not self._enrol.welcomed

    def _scanned_item(
        self, item: Item, quantity_milli: int = 1000, price_minor: int | None = None
    ) -> None:
        if self.props.panel == "return":
            # Goods that come back must not land on the bill of the next sale.
            wrong = self._returns.scanned(item.sku)
            self._say("bad" if wrong else "info", wrong)
            return
        self._bill.add(item, quantity_milli, price_minor)
        if self.props.panel == "enrol":
            # What is typed about the customer stays on the screen.
            self._say("info", item.name)
        else:
            self._say("info", "")
            self._show_panel("bill")

    def _refuse_scan(self, found: ScanRefusal) -> None:
        self._say("bad", scan_refused(found))

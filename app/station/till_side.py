"""How the shop's till reaches this station: the API and the folder, and what they are told."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.config import Settings
from app.domain.baskets import Basket, SentBasket
from app.domain.calendar import business_date
from app.domain.till_troubles import TillTrouble
from app.services import baskets
from app.services.baskets import BasketReplaced, BasketTaken, BasketVoided, SameBasket, TakeOutcome
from app.services.baskets.taking import KEPT_MS
from app.services.sales import bill_period
from app.services.shop import Moment, Shop
from app.station.till_answers import answer_of
from app.storage.till_token import till_token
from app.wire.baskets import BasketAnswer

if TYPE_CHECKING:
    from app.hardware.basket_api import BasketApi
    from app.hardware.basket_folder import BasketFolder


class TillSide:
    """Listens to the till from `start()` to `close()`; both return at once or nearly so.

    `arrived` is called on another thread after every basket that changed something, `troubled` with
    all that does not work whenever that is something else.
    """

    def __init__(
        self,
        shop: Shop,
        settings: Settings,
        arrived: Callable[[], None],
        troubled: Callable[[tuple[TillTrouble, ...]], None] = lambda _: None,
    ) -> None:
        self.shop = shop
        self._settings = settings
        self._arrived = arrived
        self._troubled = troubled
        self._refused: TillTrouble | None = None
        self._after_s = 0.0
        self._closed = threading.Event()
        self._api: BasketApi | None = None
        self._folder: BasketFolder | None = None
        self._opener = threading.Thread(target=self._open, name="till side", daemon=True)

    @property
    def troubles(self) -> tuple[TillTrouble, ...]:
        """What does not work; nothing when all does."""
        folder = self._folder.trouble if self._folder else None
        return tuple(one for one in (self._refused, folder) if one is not None)

    def start(self, after_s: float = 0.0) -> None:
        """Begin to listen after so many seconds, on another thread that loads what it takes."""
        self._after_s = after_s
        self._opener.start()

    def close(self) -> None:
        """Finish what is in hand and stop."""
        self._closed.set()
        if self._opener.ident is not None:
            self._opener.join()
        for part in (self._api, self._folder):
            if part is not None:
                part.close()

    def take(self, sent: SentBasket, key: str) -> BasketAnswer:
        """Keep a basket and say what became of it; the counter hears of it."""
        return answer_of(sent, self._outcome(sent, key))

    def _take_file(self, sent: SentBasket, key: str) -> BasketAnswer:
        """Keep a basket of a file; a number that stands for an id is one in its period only.

        That is the period in which the bill was opened, if it says so: one that is paid after
        midnight is the same bill.
        """
        from app.wire.baskets_csv import id_of  # noqa: PLC0415 - see start

        basket, shop = sent.basket, self.shop
        period = bill_period(shop.programme, self._opened(basket))
        if not period or basket.external_id != id_of(basket.number):
            return self.take(sent, key)
        named = replace(basket, external_id=f"{period}:{basket.external_id}")
        return answer_of(sent, self._outcome(replace(sent, basket=named), key))

    def _opened(self, basket: Basket) -> Moment:
        """Return the business date a bill was opened on; now where that cannot be."""
        now, programme = self.shop.moment(), self.shop.programme
        if not 0 < now.at_ms - basket.opened_at_ms < KEPT_MS:
            return now
        at = datetime.fromtimestamp(basket.opened_at_ms / 1000, UTC)
        on = business_date(at, ZoneInfo(programme.time_zone), programme.day_starts)
        return now._replace(on=on)

    def _outcome(self, sent: SentBasket, key: str) -> TakeOutcome:
        outcome = baskets.take_basket(self.shop, sent, key)
        if isinstance(outcome, BasketTaken | BasketReplaced | BasketVoided) or (
            isinstance(outcome, SameBasket) and outcome.paid_changed
        ):
            self._arrived()
        return outcome

    def _open(self) -> None:
        if self._closed.wait(self._after_s):
            return
        if self._settings.till_api_port:
            self._open_api(self._settings.till_api_port)
        if self._settings.till_folder:
            from app.hardware.basket_folder import BasketFolder  # noqa: PLC0415 - see start
            from app.wire.baskets_csv import Money  # noqa: PLC0415

            programme = self.shop.programme
            money = Money(programme.currency, programme.currency_digits)
            folder = Path(self._settings.till_folder).expanduser()
            self._folder = BasketFolder(folder, self._take_file, money, self._tell, _note)
            self._folder.start()

    def _open_api(self, port: int) -> None:
        from app.hardware.basket_api import BasketApi, PortTakenError  # noqa: PLC0415 - see start

        try:
            till_token(self.shop.folder)
            self._api = BasketApi(self.take, partial(till_token, self.shop.folder), port)
        except PortTakenError:
            self._refused = TillTrouble("port", str(port))
            self._tell()
        except OSError:
            self._refused = TillTrouble("token", str(self.shop.folder))
            self._tell()
        else:
            self._api.start()

    def _tell(self) -> None:
        self._troubled(self.troubles)


def _note(error: Exception) -> None:
    from app.ui.mishaps import note  # noqa: PLC0415 - seldom needed

    note("a file of the till could not be taken", error)

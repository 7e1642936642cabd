"""The scenes of the counter."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from app.services import calls
from app.services.shop import Shop
from app.sync.status import SyncStatus
from app.ui.application import CounterWindow
from app.ui.jobs import ManualJobs
from app.ui.scenes import (
    Scenes,
    counter_bill,
    counter_day,
    counter_desk,
    counter_review,
    counter_setup,
)
from app.ui.scenes.counter_stage import CounterStage

_NEWCOMERS: Final = {"PH": "Marites"}


def _enrol(stage: CounterStage) -> None:
    stage.sign_in()
    stage.counter.openPanel("find")
    stage.counter.find.typeQuery(_NEWCOMERS.get(stage.shop.programme.country, "Sunita"))
    stage.counter.find.enrolNew()


def _away(stage: CounterStage) -> None:
    """Put the station out of reach of its hub, an hour after the last contact."""
    now_ms = stage.shop.moment().at_ms
    away = SyncStatus(solo=False, online=False, last_contact_ms=now_ms - 3_600_000)
    stage.station.reach(lambda: away)
    stage.items()


def _opened(stage: CounterStage, panel: str) -> None:
    _away(stage)
    stage.counter.openPanel(panel)


def _help(stage: CounterStage) -> None:
    """Let somebody at a kiosk call."""
    stage.items()
    calls.call_for_help(stage.shop)
    stage.station.look()


_SCENES: Final[dict[str, Callable[[CounterStage], None]]] = {
    "signin": lambda _: None,
    "guest": CounterStage.sign_in,
    "counter": CounterStage.items,
    "amount": CounterStage.amount,
    "why": lambda stage: stage.panel("why"),
    "coins": lambda stage: stage.panel("coins"),
    "codes": counter_bill.codes,
    "credit": lambda stage: stage.panel("credit"),
    "offs": counter_bill.offs,
    "exchange": counter_bill.exchange,
    "exchanged": counter_bill.exchanged,
    "find": lambda stage: stage.panel("find"),
    "return": lambda stage: stage.panel("return"),
    "sales": lambda stage: stage.panel("sales"),
    "counter-today": counter_day.today,
    "counter-own-day": counter_day.own_day,
    "counter-close-day": counter_day.close_day,
    "counter-day-closed": counter_day.day_closed,
    "counter-closed-days": counter_day.closed_days,
    "counter-till": counter_bill.till,
    "counter-baskets": counter_bill.till_bills,
    "cards": lambda stage: stage.panel("cards"),
    "held": counter_bill.held,
    "enrol": _enrol,
    "recorded": counter_bill.recorded,
    "gift": counter_bill.gift,
    "away": _away,
    "connection": lambda stage: _opened(stage, "connection"),
    "conflicts": lambda stage: _opened(stage, "conflicts"),
    "help": _help,
    "review": counter_review.review,
    "setup": counter_setup.checks,
    **{
        f"desk-{page}": partial(counter_desk.page, shown=page)
        for page in ("profile", "cards", "pin", "coins", "vouchers", "history", "data")
    },
    "desk-find": counter_desk.found,
    "desk-joining": counter_desk.joining,
    "desk-erasing": counter_desk.erasing,
}


def _play(scene: Callable[[CounterStage], None]) -> Callable[[Shop, Any, ManualJobs], None]:
    return lambda shop, station, jobs: scene(CounterStage(shop, station, jobs))


COUNTER: Final = Scenes(CounterWindow, {name: _play(scene) for name, scene in _SCENES.items()})

"""The scenes of a practice shop: what the counter and the customer's display look like there."""

from dataclasses import replace
from typing import Any, Final

from app.hardware.scanner import Scanner
from app.services.shop import Shop
from app.ui.jobs import Jobs, ManualJobs
from app.ui.scenes import Scenes, Shown
from app.ui.scenes.counter import COUNTER
from app.ui.scenes.display import DISPLAY


def in_training(scenes: Scenes) -> Scenes:
    """Return the same scenes played in a practice shop."""

    def window(shop: Shop, jobs: Jobs, scanner: Scanner, language: str) -> Shown:
        shop.place = replace(shop.place, training=True)
        return scenes.window(shop, jobs, scanner, language)

    return Scenes(window, scenes.scenes)


def _offered(_shop: Shop, station: Any, _jobs: ManualJobs) -> None:
    """Sign in where one can come and go."""
    station.training.offer(lambda: "ready", lambda _: None)


def _selling(shop: Shop, station: Any, jobs: ManualJobs) -> None:
    """Sell something where one can leave."""
    _offered(shop, station, jobs)
    COUNTER.scenes["counter"](shop, station, jobs)


PRACTISE: Final = Scenes(COUNTER.window, {"practise": _offered})
TRAINING: Final = Scenes(
    in_training(COUNTER).window, {"training": _selling, "training-signin": _offered}
)
TRAINING_DISPLAY: Final = Scenes(
    in_training(DISPLAY).window, {"training-display": DISPLAY.scenes["display-bill"]}
)

"""A scene shows what it is named after, in the demo shop of every country and on every day."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from app.services.clocks import SetClock
from app.services.shop import Shop
from app.ui.fonts import load_fonts
from app.ui.jobs import ManualJobs
from app.ui.scenes import Scenes
from app.ui.scenes.counter import COUNTER
from app.ui.scenes.display import DISPLAY
from tests.helpers.staged import NOW, demo_shop, staged

pytestmark = pytest.mark.slow
SIZE = (1366, 768)
COUNTRIES = (("IN", "hi"), ("PH", "fil"))
_THANKS = {"hi": "धन्यवाद", "fil": "Salamat"}


@pytest.fixture
def demos(
    qapp: QGuiApplication, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder that holds the demo shops, shared by all test processes of a run."""
    load_fonts(qapp)
    base: Path = tmp_path_factory.getbasetemp()
    return (base.parent if hasattr(request.config, "workerinput") else base) / "demos"


@pytest.mark.parametrize(("country", "language"), COUNTRIES)
def test_somebody_is_found(demos: Path, country: str, language: str):
    with staged(demo_shop(demos, country), COUNTER, "find", language, SIZE) as stage:
        assert stage.station.counter.find.hits.rows


@pytest.mark.parametrize(("country", "language"), COUNTRIES)
def test_a_gift_is_handed_over(demos: Path, country: str, language: str):
    with staged(demo_shop(demos, country), COUNTER, "gift", language, SIZE) as stage:
        assert stage.station.counter.props.gift


@pytest.mark.parametrize("weeks", [0, 1, 5, 20])
@pytest.mark.parametrize(("country", "language"), COUNTRIES)
def test_the_owner_has_a_note_on_any_day(demos: Path, country: str, language: str, weeks: int):
    def later(shop: Shop, station: Any, jobs: ManualJobs) -> None:
        shop.clock = SetClock(NOW + timedelta(weeks=weeks))
        DISPLAY.scenes["display-note"](shop, station, jobs)

    then = Scenes(DISPLAY.window, {"later": later})
    with staged(demo_shop(demos, country), then, "later", language, SIZE) as stage:
        shown = stage.station.counter.memberPin.pad.thanks.props
        assert shown.noteTitle
        assert shown.title.startswith(_THANKS[language])

"""A cashier's hour at a real window with the keyboard alone, by the keys written on the buttons."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from app.hardware.references import protect_singletons
from app.ui.fonts import load_fonts
from tests.helpers.cashiers_hour import work
from tests.helpers.counter import counter_in, furnish
from tests.helpers.hands import Keys

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768)])
def test_an_hour_at_the_till(qapp: QGuiApplication, tmp_path: Path, size: tuple[int, int]):
    protect_singletons()
    load_fonts(qapp)
    folder = tmp_path / "shop"
    folder.mkdir()
    ids = furnish(folder)
    with counter_in(folder, ids) as counter:
        counter.window.resize(*size)

        def settle() -> None:
            counter.jobs.drain()
            QCoreApplication.processEvents()
            counter.jobs.drain()

        settle()
        work(Keys(counter.window, settle), counter)
        assert counter.app.station.props.staff == ""

"""The scene of the setup checks, at a station with a bit of everything."""

from collections.abc import Iterator
from pathlib import Path

from app.domain import setup
from app.domain.setup import Check
from app.ui.scenes.counter_stage import CounterStage


class _Found:
    """A station as a scene has it."""

    def checks(self) -> Iterator[Check]:
        """Yield checks of every kind."""
        yield setup.check_scanner("")
        yield setup.check_printer(setup.PrinterFound("tcp://192.168.1.60:9100", "no_paper"))
        yield setup.check_display(self.display())
        yield setup.check_hub(setup.HubFound("https://hub.shop", reached=True, skew_ms=600_000))
        yield setup.check_camera(setup.CameraFound())
        yield setup.check_till(setup.TillFound(4711, listening=True))
        yield setup.check_disk(78_498)
        yield setup.check_backup(setup.BackupFound(9, 1))
        yield setup.check_fonts(())

    def print_test(self, _language: str) -> setup.PrinterFound:
        """Print nothing."""
        return setup.PrinterFound("tcp://192.168.1.60:9100", "printed")

    def display(self) -> setup.DisplayFound:
        """Return two screens."""
        return setup.DisplayFound(screens=2)


def checks(stage: CounterStage) -> None:
    """Look at the setup checks."""
    stage.sign_in_above()
    stage.counter.setup.offer(_Found(), lambda: Path("sikka-support.zip"))
    stage.counter.openPanel("setup")
    stage.jobs.drain()
    stage.counter.setup.scanned(setup.TEST_CODE)

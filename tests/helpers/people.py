"""A real shop in a folder, with a programme in force and a clock that stands where it is set."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from app.config import Settings, write_settings
from app.domain.codes import cell_hint
from app.domain.programme import Programme
from app.services.clocks import SetClock
from app.services.members import Enrolment, MemberView, Welcome, enrol
from app.services.shop import Shop
from app.services.staff import StaffSaved, set_staff
from app.station import Station, open_station
from app.wire.programmes import read_programme
from tests.helpers.copies import copied

CELL = "c" * 32
DEMO = Path(__file__).parent.parent.parent / "resources" / "demo"
NOON = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)


def create(folder: Path, programme: str = "india-grocery", label: str = "") -> None:
    """Write a shop's settings and publish a demo programme."""
    copied((programme, label), partial(_create, programme, label), folder)


def _create(programme: str, label: str, folder: Path) -> None:
    folder.mkdir()
    write_settings(
        folder, Settings("a" * 32, CELL, cell_hint(CELL), "main", "1", scale_label=label)
    )
    document = (DEMO / f"{programme}.toml").read_text(encoding="utf-8")
    read = read_programme(document, programme)
    assert isinstance(read, Programme)
    with open_station(folder, SetClock(NOON), background=False) as station:
        station.publish(document, read.id)


@contextmanager
def opened(folder: Path) -> Iterator[tuple[Station, Shop, SetClock]]:
    """Open the shop; nothing is booked until the test pumps."""
    clock = SetClock(NOON)
    with open_station(folder, clock, background=False) as station:
        yield station, station.shop, clock


def owner_of(shop: Shop) -> str:
    """Make the first member of staff, PIN 4826, and return the id."""
    saved = set_staff(shop, "", "Asha Rao", "owner", pin="4826")
    assert isinstance(saved, StaffSaved)
    return saved.staff.id


def joined(shop: Shop, name: str, phone: str | None = None, **said: object) -> MemberView:
    """Enrol a member who agrees, and return the view."""
    asked = Enrolment(phone, name, "en", consent=True, **said)  # type: ignore[arg-type]
    welcome = enrol(shop, "", asked)
    assert isinstance(welcome, Welcome), welcome
    return welcome.view

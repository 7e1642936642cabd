"""A counter in a real window over a real shop with staff, members, items and some history."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtQuick import QQuickWindow

from app.domain.bills import Bill, amount_line
from app.domain.staff import Role
from app.hardware.scanner_fake import FakeScanner
from app.services.catalogue import import_catalogue
from app.services.clocks import SetClock
from app.services.members import MemberView
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from app.services.staff import StaffSaved, list_staff, set_staff
from app.station import open_station
from app.sync.status import SyncStatus
from app.ui.application import CounterWindow
from app.ui.jobs import ManualJobs
from tests.helpers import people

PINS = {"Asha Rao": "4826", "Meera": "2749", "Ravi": "8351"}
LONG_NAME = "Venkatanarasimharajuvaripeta Lakshmi Sita Rama Anjaneyulu"
NOON = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)


@dataclass
class Counter:
    """What a test drives and looks at."""

    shop: Shop
    clock: SetClock
    jobs: ManualJobs
    scanner: FakeScanner
    app: Any  # a CounterWindow; Qt properties hide the types of what they return
    window: QQuickWindow
    member: MemberView
    other: MemberView
    warnings: list[str] = field(default_factory=list)

    @property
    def vm(self):
        """The counter's view model."""
        return self.app.station.counter

    def card(self, member: MemberView | None = None) -> str:
        """The number on a member's newest card."""
        return (member or self.member).cards[-1].number

    def sign_in(self, name: str = "Meera") -> None:
        """Sign in through the view model."""
        sign_in = self.app.station.signIn
        self.jobs.drain()
        names = [row.name for row in sign_in.people.rows]
        sign_in.choose(names.index(name))
        sign_in.typePin(PINS[name])
        sign_in.submit()
        self.jobs.drain()

    def scan(self, text: str) -> None:
        """Scan a code and wait for the answer."""
        self.scanner.scan(text)
        self.jobs.drain()


def furnish(folder: Path) -> tuple[str, str]:
    """Make the shop with its staff, items, members and some history; return two member ids."""
    people.create(folder)
    clock = SetClock(NOON - timedelta(days=40))
    with open_station(folder, clock, background=False) as station:
        shop = station.shop
        owner = people.owner_of(shop)
        others: tuple[tuple[str, Role], ...] = (("Meera", "cashier"), ("Ravi", "supervisor"))
        for name, role in others:
            assert isinstance(set_staff(shop, owner, name, role, pin=PINS[name]), StaffSaved)
        catalogue = (people.DEMO / "catalogue-india.csv").read_text("utf-8").splitlines()
        import_catalogue(shop, catalogue)
        aarti = people.joined(shop, "Aarti Sharma", "9876543210")
        other = people.joined(shop, LONG_NAME, "9812345678")
        people.joined(shop, "आरती वर्मा", "9898989898")
        for days, member, amount in (
            (0, aarti, 850_000),
            (9, aarti, 415_050),
            (20, other, 12_345_678_90),
            (31, aarti, 63_200),
            (40, None, 20_000),
            (40, aarti, 126_400),
        ):
            clock.at = NOON - timedelta(days=40 - days, minutes=30 if member else 50)
            bill = Bill(
                shop.mint(),
                f"B-{2030 + days + (member is aarti)}",
                (amount_line(amount),),
                member=member.member if member else "",
            )
            assert isinstance(record_sale(shop, owner, bill), SaleRecorded)
            station.pump()
        return aarti.member, other.member


@contextmanager
def counter_in(
    folder: Path,
    ids: tuple[str, str],
    language: str = "en",
    status: Callable[[], SyncStatus] = SyncStatus,
    **parts: Any,
) -> Iterator[Counter]:
    """Open the counter's window over the shop; nobody is signed in yet."""
    from app.services.members import open_member

    clock = SetClock(NOON)
    with open_station(folder, clock, background=False) as station:
        jobs, scanner = ManualJobs(), FakeScanner()
        scanner.start()
        app = CounterWindow(station.shop, jobs, scanner, language, status, **parts)
        warnings: list[str] = []
        app.engine.warnings.connect(lambda found: warnings.extend(w.toString() for w in found))
        try:
            window = app.load()
            views = [open_member(station.shop, one) for one in ids]
            assert isinstance(views[0], MemberView)
            assert isinstance(views[1], MemberView)
            jobs.drain()
            # Only a window that has been shown and made active hears keys.
            QCoreApplication.processEvents()
            yield Counter(
                station.shop, clock, jobs, scanner, app, window, views[0], views[1], warnings
            )
        finally:
            app.close()
        assert not warnings, "QML warned:\n" + "\n".join(warnings)
        assert list_staff(station.shop)

"""The composition root: files, cell, services and screens of one station are put together here."""

import contextlib
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from app.config import Settings, SettingsError, read_settings, write_settings
from app.domain.codes import cell_hint
from app.domain.events import Event, ProgrammePublished
from app.domain.ids import mint_id
from app.domain.names import NAME_MAX, BadName
from app.domain.programme import Programme
from app.domain.staff import WeakPin
from app.hub.local import LocalCell
from app.services import demo, members
from app.services.replay import Pace, Tally, replay
from app.services.shop import Clock, NoProgrammeError, Place, SetClock, Shop, SystemClock
from app.services.staff import StaffSaved, set_staff
from app.storage import failpoints
from app.storage.secret import VaultDamagedError
from app.storage.station import StationDb
from app.storage.vault import Vault
from app.sync.pull import tidy
from app.sync.solo import Link
from app.wire import sales_csv
from app.wire.csv_table import TableError, text_lines
from app.wire.members_csv import newcomers
from app.wire.programmes import read_programme
from app.wire.programmes.files import BadProgrammeError, demo_goods


class ShopExistsError(Exception):
    """The folder of a new shop is taken; the text says by what."""


class NewShopError(Exception):
    """A new shop cannot be made of these answers; the text says why. Nothing was left behind."""


class ShopInUseError(Exception):
    """Another process owns the shop's files; the text names it."""


class Station:
    """An open shop with everything that keeps it going; close it, or use it in `with`.

    With `background` what is recorded is booked on a thread of its own; without, call `pump`.
    """

    def __init__(self, folder: Path, clock: Clock, *, background: bool) -> None:
        self.folder = folder
        self.settings: Settings = read_settings(folder)
        self._lock = _own(folder)
        self.db = StationDb(folder, write=True)
        self.vault = Vault(folder)
        self.cell = LocalCell(folder, self.settings.cell_id)
        self.link = Link(self.db, self.cell, self.settings.station_id, 0, self.end_days)
        self.shop = Shop(
            folder, place_of(self.settings), self.db, self.vault, clock, self.link.wake
        )
        self.link.window_days = self._window_days()
        members.mend(self.shop)
        self._tended_on: date | None = None
        if background:
            self.link.start()
        else:
            self.link.pump()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def pump(self) -> None:
        """Book and fold everything that was recorded; returns when nothing is left."""
        self.link.pump()

    def end_days(self) -> None:
        """Run the day-end jobs of every business date that is over, after days off too."""
        today = self.shop.clock.now().date()
        if self.cell.programme_of(today) is None:
            return
        today = self.shop.moment().on
        if self._tended_on == today:
            return
        last = self.cell.last_day_ended() or today - timedelta(days=2)
        for ordinal in range(last.toordinal() + 1, today.toordinal()):
            self.cell.end_day(date.fromordinal(ordinal))
        self.link.pump()
        tidy(self.db, today)
        self._tended_on = today

    def publish(self, document: str, programme_id: str) -> None:
        """Put a programme version into force for the whole cell."""
        moment = self.shop.clock.now()
        event = Event(
            id=self.shop.mint(),
            kind="programme_published",
            member="",
            staff="",
            store="",
            till="",
            programme=programme_id,
            on=moment.date(),
            at_ms=int(moment.timestamp() * 1000),
            offset_min=0,
            facts=ProgrammePublished(programme_id, document),
        )
        self.cell.book_own([event])
        self.pump()
        self.shop.programme_changed()
        self.link.window_days = self._window_days()

    def close(self) -> None:
        """Book what is left, close every file, give up ownership."""
        self.link.stop()
        self.link.pump()
        self.cell.close()
        self.vault.close()
        self.db.close()
        os.close(self._lock)

    def _window_days(self) -> int:
        programme = self.cell.programme_of(self.shop.clock.now().date())
        return programme.return_window_days if programme else 0


def place_of(settings: Settings) -> Place:
    """Return which station the settings describe."""
    return Place(
        station_id=settings.station_id,
        cell_id=settings.cell_id,
        cell_hint=settings.cell_hint,
        store=settings.store,
        till=settings.till,
        scale_label=settings.scale_label,
    )


def open_station(
    folder: Path, clock: Clock | None = None, *, background: bool = True, failpoint: str = ""
) -> Station:
    """Open a shop for writing.

    Raises SettingsError when there is none, ShopInUseError when another process owns it,
    VaultDamagedError when its keys do not fit.
    """
    failpoints.arm(failpoint)
    return Station(folder, clock or SystemClock(), background=background)


@dataclass(frozen=True, slots=True)
class NewShop:
    """What a shop starts with: the programme's TOML, its first till and its owner."""

    document: str
    store: str
    till: str
    owner: str
    pin: str


def create_shop(
    folder: Path,
    new: NewShop,
    clock: Clock | None = None,
    fill: Callable[[Station], None] = lambda _: None,
) -> None:
    """Make a shop's folder, readable by its owner alone: whole, or not at all.

    `fill` puts something into the shop before anybody can see it. Raises ShopExistsError when
    something is there already, NewShopError when the programme, the name or the PIN cannot be used.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ShopExistsError(
            f"{folder} is there already and is left as it is. Name another folder with --data."
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    half = folder.with_name(f".{folder.name}.{os.getpid()}.new")
    half.mkdir(mode=0o700)
    try:
        _furnish(half, new, clock or SystemClock(), fill)
        half.rename(folder)
    except BaseException:
        shutil.rmtree(half)
        raise


def _furnish(folder: Path, new: NewShop, clock: Clock, fill: Callable[[Station], None]) -> None:
    programme = read_programme(new.document, "programme")
    if not isinstance(programme, Programme):
        raise NewShopError("\n".join(map(str, programme)))
    for name in (new.store, new.till):
        if not name.strip() or not name.isprintable() or ":" in name or len(name) > NAME_MAX:
            raise NewShopError(
                f'"{name}" cannot name a store or till: 1 to {NAME_MAX} characters, no colon.'
            )
    cell_id, station_id = (
        mint_id(int(clock.now().timestamp() * 1000), os.urandom(10)) for _ in range(2)
    )
    settings = Settings(station_id, cell_id, cell_hint(cell_id), new.store, new.till)
    write_settings(folder, settings)
    with Station(folder, clock, background=False) as station:
        station.publish(new.document, programme.id)
        try:
            owner = set_staff(station.shop, "", new.owner, "owner", pin=new.pin)
        except NoProgrammeError:
            raise NewShopError(
                f"The programme begins on {programme.effective_from}; a new shop needs one that"
                " is in force today. Leave out effective_from or give an earlier date."
            ) from None
        if not isinstance(owner, StaffSaved):
            raise NewShopError(_OWNER_FAULTS[type(owner)])
        fill(station)


_OWNER_FAULTS: Final[dict[type, str]] = {
    BadName: "The owner's name is empty, too long or holds characters that cannot be printed.",
    WeakPin: "The owner's PIN must have 4 to 8 digits and not be one that is tried first"
    " (like 1111, 1234 or 1212).",
}


def create_demo(folder: Path, country: str) -> None:
    """Make the demo shop of a country (IN, PH) with six weeks behind it."""
    now = datetime.now(UTC)
    clock = SetClock(now - timedelta(days=demo.DAYS))
    goods = demo_goods(country)
    owner = demo.STAFF[country][0]

    def fill(station: Station) -> None:
        pace = Pace(clock, station.pump, station.end_days)
        people = newcomers(goods.members)
        demo.fill(station.shop, pace, country, people, text_lines(goods.catalogue), now)

    new = NewShop(goods.document, "main", "1", owner.name, owner.pin)
    create_shop(folder, new, clock, fill)


def replay_file(folder: Path, file: Path, *, enrol: bool, past: bool) -> Tally:
    """Record the receipts of a file; with `past` it is old times, so no date is in the future.

    Raises TableError when the file as a whole cannot be used, and what `open_station` raises.
    """
    first = sales_csv.outline(file)
    now = datetime.now(UTC)
    clock = SetClock(now)
    with open_station(folder, clock, background=False) as station:
        if first.start is not None:
            clock.at = datetime.combine(first.start, time(12), UTC)
        try:
            digits = station.shop.programme.currency_digits
        except NoProgrammeError:
            raise NoProgrammeError(
                f"{file}: no programme of this shop was in force on {first.start}. Publish one"
                " without effective_from, or with an earlier one: sikka programme publish FILE"
            ) from None
        pace = Pace(clock, station.pump, station.end_days)
        receipts = sales_csv.receipts(file, digits, first.torn)
        return replay(station.shop, pace, receipts, enrol=enrol, until=None if past else now)


def exit_code(error: Exception) -> int | None:
    """Return what the command exits with: 2 bad input, 1 failed, None for a fault of ours."""
    match error:
        case (
            TableError() | NewShopError() | ShopExistsError() | BadProgrammeError()
            | SettingsError() | NoProgrammeError()
        ):  # fmt: skip
            return 2
        case ShopInUseError() | VaultDamagedError() | OSError():
            return 1
        case _:
            return None


@contextlib.contextmanager
def read_shop(folder: Path, clock: Clock | None = None) -> Iterator[Shop]:
    """Open a shop for reading only, also while a counter is running."""
    settings = read_settings(folder)
    db = StationDb(folder, write=False)
    vault = Vault(folder, write=False)
    try:
        yield Shop(folder, place_of(settings), db, vault, clock or SystemClock(), lambda: None)
    finally:
        vault.close()
        db.close()


def _own(folder: Path) -> int:
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        owner = os.read(handle, 100).decode(errors="replace").strip()
        os.close(handle)
        raise ShopInUseError(
            f"{folder}: this shop is open in another program (process {owner or 'unknown'})."
            " Close that counter first, or use a command that only reads."
        ) from None
    os.ftruncate(handle, 0)
    os.write(handle, str(os.getpid()).encode())
    return handle

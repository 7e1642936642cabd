"""New shops: a folder made whole or not at all, empty or with a demo's six weeks in it."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from app.config import Settings, write_settings
from app.domain.codes import cell_hint
from app.domain.ids import mint_id
from app.domain.names import NAME_MAX, BadName
from app.domain.programme import Programme
from app.domain.staff import WeakPin
from app.services import demo
from app.services.clocks import Clock, SetClock, SystemClock
from app.services.replay import Pace
from app.services.shop import NoProgrammeError
from app.services.staff import StaffSaved, set_staff
from app.station import Station
from app.wire.csv_table import text_lines
from app.wire.members_csv import newcomers
from app.wire.programmes import read_programme
from app.wire.programmes.files import demo_goods


class ShopExistsError(Exception):
    """The folder of a new shop is taken; the text says by what."""


class NewShopError(Exception):
    """A new shop cannot be made of these answers; the text says why. Nothing was left behind."""


@dataclass(frozen=True, slots=True)
class NewShop:
    """What a shop starts with: the programme's TOML, its first till and its owner."""

    document: str
    store: str
    till: str
    owner: str
    pin: str


def check_free(folder: Path) -> None:
    """Raise ShopExistsError when something is there already; an empty folder is nothing."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ShopExistsError(
            f"{folder} is there already and is left as it is. Name another folder with --data."
        )


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
    check_free(folder)
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


def create_demo(folder: Path, country: str, now: datetime | None = None) -> None:
    """Make the demo shop of a country (IN, PH) with six weeks behind it, until now or `now`."""
    now = now or datetime.now(UTC)
    first = now - timedelta(days=demo.DAYS)
    clock = SetClock(first)
    goods = demo_goods(country, first.date() - timedelta(days=1))
    owner = demo.STAFF[country][0]

    def fill(station: Station) -> None:
        pace = Pace(clock, station.pump, station.end_days)
        people = newcomers(goods.members)
        demo.fill(station.shop, pace, country, people, text_lines(goods.catalogue), now)

    new = NewShop(goods.document, "main", "1", owner.name, owner.pin)
    create_shop(folder, new, clock, fill)

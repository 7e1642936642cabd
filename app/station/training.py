"""Training: a throw-away shop beside the real one, to practise at the counter.

It has the real shop's programme and goods, invented members and staff whose PINs are no secret.
Nothing of it reaches the real shop: it has files, keys and a cell of its own, and no hub.
"""

import os
import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

from app.config import SETTINGS_FILE, Settings, SettingsError, read_settings, write_settings
from app.domain.catalogue import Item, read_items
from app.services import demo
from app.services.catalogue import copy_catalogue, import_catalogue
from app.services.clocks import SetClock
from app.services.replay import Pace
from app.services.shop import Shop
from app.station import ShopInUseError, Station, own, read_shop
from app.station.founding import NewShop, create_shop
from app.storage import programmes
from app.wire.csv_table import BadRow, text_lines
from app.wire.members_csv import Newcomer, newcomers
from app.wire.programmes.files import DemoGoods, demo_goods

FOLDER: Final = "training"
NEXT: Final = "training.next"
"""A practice shop that was made anew takes the place of the old one when that is closed."""
DAYS: Final = 3
"""So long invented members have been coming."""

Prepared = Literal["ready", "in_use"]


def training_of(folder: Path) -> Path:
    """Return the folder of a shop's practice shop."""
    return folder / FOLDER


def prepare(folder: Path, *, anew: bool = False, now: datetime | None = None) -> Prepared:
    """Have a practice shop ready that is like the shop as it is now.

    It is made anew if asked for, and when the shop's programme is another by now; what was there
    stays until `enter`. The real shop is only read, and may be open. Raises NewShopError, OSError.
    """
    practice = training_of(folder)
    with read_shop(folder) as shop:
        document = _document_of(shop)
        is_there = (practice / SETTINGS_FILE).exists()
        if is_there and _is_open(practice):
            return "in_use"
        if not is_there or anew or _followed(practice) != _mark(document):
            _make(folder, shop, document, now or datetime.now(UTC))
    return "ready"


def prepare_anew(folder: Path) -> None:
    """Make the practice shop anew while it is open; `enter` puts it in its place."""
    with read_shop(folder) as shop:
        _make(folder, shop, _document_of(shop), datetime.now(UTC))


def enter(folder: Path) -> Path:
    """Return the folder of the practice shop to open, a new one in place of the old.

    While somebody has the old one open it stays, and the new one waits.
    """
    practice, new = training_of(folder), folder / NEXT
    if (new / SETTINGS_FILE).exists() and not _is_open(practice):
        shutil.rmtree(practice, ignore_errors=True)
        new.rename(practice)
    return practice


def go_practise(folder: Path, *, anew: bool = False) -> Path:
    """Make a practice shop if there is none, and return its folder.

    Raises SettingsError when it is open already, NewShopError or OSError when it cannot be made.
    """
    if prepare(folder, anew=anew) == "in_use":
        raise SettingsError(
            f"{folder}: the practice shop is open in another window. Close that one first."
        )
    return enter(folder)


# ---------------------------------------------------------------- making it


def _make(folder: Path, shop: Shop, document: str, now: datetime) -> None:
    new = folder / NEXT
    shutil.rmtree(new, ignore_errors=True)
    country = shop.programme.country if shop.programme.country in demo.STAFF else "IN"
    clock = SetClock(max(now - timedelta(days=DAYS), _noon(shop.programme.effective_from, now)))
    goods = demo_goods(country, now.date())
    settings = read_settings(folder)

    def fill(station: Station) -> None:
        write_settings(station.folder, _settings(station.settings, settings))
        (station.folder / _FOLLOWS).write_text(_mark(document), encoding="utf-8")
        pace = Pace(clock, station.pump, station.end_days)
        items = _goods(shop, station.shop, goods)
        people = [_invented(one, shop, country) for one in newcomers(goods.members)]
        demo.live(station.shop, pace, country, people, items, now)

    owner = demo.STAFF[country][0]
    create_shop(new, NewShop(document, shop.store, shop.till, owner.name, owner.pin), clock, fill)


def _noon(begins: date | None, now: datetime) -> datetime:
    """Return an instant from which on the programme is in force in any time zone."""
    if begins is None:
        return now - timedelta(days=DAYS)
    return min(now, datetime.combine(begins, time(12), UTC))


_FOLLOWS: Final = "follows"
"""Holds the mark of the programme the practice shop was made of."""


def _mark(document: str) -> str:
    return sha256(document.encode()).hexdigest()


def _followed(practice: Path) -> str:
    with suppress(FileNotFoundError):
        return (practice / _FOLLOWS).read_text(encoding="utf-8")
    return ""


def _settings(own_ones: Settings, real: Settings) -> Settings:
    """Return the practice shop's settings: the real shop's devices, no hub and no till."""
    return replace(
        own_ones,
        training=True,
        scale_label=real.scale_label,
        camera=real.camera,
        printer=real.printer,
        paper_mm=real.paper_mm,
        print=real.print,
        display=real.display,
        display_card=real.display_card,
    )


def _goods(shop: Shop, practice: Shop, goods: DemoGoods) -> list[Item]:
    """Give the practice shop the shop's own goods; without any, the demo's."""
    if found := copy_catalogue(shop, practice):
        return list(found)
    lines = list(text_lines(goods.catalogue))
    import_catalogue(practice, lines)
    digits = practice.programme.currency_digits
    return [one for one in read_items(lines, digits) if isinstance(one, Item)]


def _invented(one: Newcomer | BadRow, shop: Shop, country: str) -> Newcomer | BadRow:
    """Return somebody as they would join this shop, wherever it is."""
    if isinstance(one, BadRow):
        return one
    known = shop.programme.languages
    language = one.language if one.language in known else known[0]
    phone = one.phone if shop.programme.country == country else f"+91 {one.phone}"
    return replace(one, language=language, phone=phone)


def _document_of(shop: Shop) -> str:
    with shop.db.cursor(None) as cursor:
        document = programmes.document_of(cursor, shop.programme.id)
    assert document is not None, "the programme in force is in the replica"
    return document


def _is_open(practice: Path) -> bool:
    if not practice.exists():
        return False
    try:
        os.close(own(practice))
    except ShopInUseError:
        return True
    return False

"""A solo shop becomes a station of a hub: its cell moves into the hub's store."""

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from app.config import Settings, read_settings, write_settings
from app.hub import adopting
from app.hub.adopting import AdoptionError
from app.hub.stations import Known, station_of
from app.hub.store import SqliteStore, Store
from app.hub.trust import HubKey
from app.services.clocks import SystemClock
from app.station import Station
from app.storage.replica import members_after
from app.storage.station_key import FILE as KEY_FILE
from app.storage.station_key import make_station_key, read_station_key
from app.sync.http import HttpExchange, InsecureHubError
from app.sync.link import keep_meta

OLD_CELL: Final = "cell-before-hub.db"
KEYS_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Adopted:
    """What moved: the cell, its feed rows and its members' keys."""

    cell_id: str
    rows: int
    keys: int


def adopt(folder: Path, store: Store, key: HubKey, address: str, ca: str = "") -> Adopted:
    """Move a shop's cell into a hub's store; the shop goes on as a station of it.

    `address` is where its stations reach the hub. Nothing is seen of the cell in the store
    before all of it is there; after a crash the same call goes on. Raises AdoptionError when the
    cell is there already or no station could go to the address, ShopInUseError when the shop is
    open, SettingsError when there is none.
    """
    _check_address(address, ca)
    settings = read_settings(folder)
    stands = adopting.stands_at(store, settings.cell_id)
    if stands is not None:
        return _finish(folder, store, settings, stands)
    if settings.hub and not (folder / "cell.db").exists():
        raise AdoptionError(
            f"{folder} is a station of {settings.hub} and has no cell of its own to move."
        )
    if settings.hub:
        # A move that was cut short before anybody saw the cell: the shop is solo as before.
        write_settings(folder, replace(settings, hub="", hub_key="", hub_ca=""))
    with Station(folder, SystemClock(), background=False) as station:
        adopted = _move(station, folder, store, key, address, ca)
    _set_aside(folder)
    return adopted


def _check_address(address: str, ca: str) -> None:
    try:
        HttpExchange(address, ca).close()
    except InsecureHubError as error:
        raise AdoptionError(f"{error} Give the right one with --url.") from error
    except OSError as error:
        raise AdoptionError(f"{ca} is no file with a certificate to trust ({error}).") from error


def _move(
    station: Station, folder: Path, store: Store, key: HubKey, address: str, ca: str
) -> Adopted:
    if station.db.pending:
        raise AdoptionError(
            f"{folder}: some sales are not booked yet. Open the counter, wait until nothing is"
            " waiting, close it and adopt the shop then."
        )
    settings, source = station.settings, station.cell.store
    rows = adopting.copy_cell(source, store, settings.cell_id)
    keys = adopting.keep_keys(store, settings.cell_id, _keys(station))
    if not (folder / KEY_FILE).exists():
        make_station_key(folder)
    known = Known(
        settings.station_id,
        settings.cell_id,
        settings.store,
        settings.till,
        _public(folder),
        epoch=1,
        enrolled_ms=int(time.time() * 1000),
        revoked_seq=None,
    )
    # The address first: a shop that waits for its cell loses nothing, one that goes on alone
    # after its cell was seen elsewhere would.
    moved = replace(
        settings,
        hub=address,
        hub_key=key.public.hex(),
        hub_ca=os.path.abspath(ca) if ca else "",  # noqa: PTH100 - a link stays a link
    )
    write_settings(folder, moved)
    keep_meta(station.db, {"incarnation": adopting.incarnation_of(source, settings.cell_id)})
    secret = station.vault.secret
    adopting.show(source, store, settings.cell_id, key, secret, known, secrets.token_bytes)
    return Adopted(settings.cell_id, rows, keys)


def _keys(station: Station) -> Iterator[dict[str, bytes]]:
    after = ""
    while True:
        with station.db.cursor(None) as cursor:
            members = members_after(cursor, after, KEYS_AT_ONCE)
        if not members:
            return
        after = members[-1]
        yield station.vault.sealed_keys(members)


def _finish(folder: Path, store: Store, settings: Settings, stands: tuple[int, bytes]) -> Adopted:
    """Go on after a crash when the store shows the cell already; refuse another's."""
    with store.read() as core:
        known = station_of(core, settings.station_id)
    mine = (folder / KEY_FILE).exists() and known and known.public_key == _public(folder)
    if not (mine and settings.hub and (folder / "cell.db").exists()):
        raise AdoptionError(
            f"The store has the cell of {folder} already. It moves only once; more stations join"
            " with a code from: sikka hub enrol"
        )
    _set_aside(folder)
    return Adopted(settings.cell_id, stands[0], 0)


def _set_aside(folder: Path) -> None:
    """Keep cell.db under another name: the truth is the hub's from now on."""
    path = folder / "cell.db"
    with closing(SqliteStore(path)):
        pass  # what a killed process left in its side file goes into it
    path.rename(folder / OLD_CELL)


def _public(folder: Path) -> bytes:
    return read_station_key(folder).public_key().public_bytes_raw()

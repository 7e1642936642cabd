"""Commands of whoever runs a hub: one table for the running server and for a closed store.

Arguments and results are plain JSON values, because they may travel to the server and back.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from app.config import ROLES
from app.domain.programme import money_of
from app.hub import cell, holds, programmes, stations
from app.hub.hub import Hub
from app.hub.redrive import redrive

Command = Callable[[Hub, dict[str, Any]], Any]

_ID: Final = re.compile("[0-9a-f]{32}")
NEW: Final = "new"


class AdminError(Exception):
    """A command cannot be done; the text says why and what to do."""


def enrol(hub: Hub, args: dict[str, Any]) -> dict[str, Any]:
    """Make an enrolment code for a `role` at a `till` of a `store`.

    `cell` is an id, "new", or "" for the only one.
    """
    cell_id = _cell_of(hub, args.get("cell", ""))
    store, till = args.get("store") or "main", args.get("till", "")
    role = args.get("role", "counter")
    if role not in ROLES:
        raise AdminError(f"A station is one of these: {', '.join(ROLES)}.")
    if not till:
        raise AdminError("Name the till, so that receipts and reports can tell it from others.")

    def work(core: Any) -> str:
        cell.found(core, cell_id)
        _check_till_free(core, cell_id, store, till)
        now_ms = hub.now_ms()
        return stations.make_code(core, hub.key, cell_id, store, till, now_ms, hub.random, role)

    return {"code": hub.store.run(work), "cell": cell_id}


def list_stations(hub: Hub, _args: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every station with what it said of itself last."""
    with hub.store.read() as core:
        heard = stations.heard_of(core)
    return [
        {
            "station": one.station.station_id,
            "cell": one.station.cell_id,
            "store": one.station.store,
            "till": one.station.till,
            "role": one.station.role or "counter",
            "seen_ms": one.seen_ms,
            "pushed_ms": one.pushed_ms,
            "unsent": one.unsent,
            "skew_ms": one.skew_ms,
            "version": one.version,
            "revoked_seq": one.station.revoked_seq,
        }
        for one in heard
    ]


def revoke(hub: Hub, args: dict[str, Any]) -> dict[str, Any]:
    """Shut a `station` (its id, or the beginning of it) out after row `at` (default: the last)."""
    at = args.get("at")
    if at is not None and not (isinstance(at, int) and at >= 0):
        raise AdminError("The row to shut out after is a number from 0.")
    station_id = _station_of(hub, str(args.get("station", "")))
    known = hub.store.run(lambda core: stations.revoke(core, station_id, at))
    if known is None:
        raise AdminError(f"There is no station {station_id}.")
    return {"station": known.station_id, "till": known.till, "revoked_seq": known.revoked_seq}


def release(hub: Hub, args: dict[str, Any]) -> dict[str, Any]:
    """Let go of everything that is held for a `station` (its id, or the beginning of it)."""
    found = _station_of(hub, str(args.get("station", "")))

    def work(core: Any) -> dict[str, Any]:
        known = stations.station_of(core, found)
        assert known is not None
        written_off = holds.release_of(core, known.cell_id, found)
        today = datetime.fromtimestamp(hub.now_ms() / 1000, UTC).date()
        programme = programmes.in_force(core, known.cell_id, today)
        money = money_of(programme).full if programme else str
        credit = money(written_off.credit_minor)
        return {"till": known.till, **written_off._asdict(), "credit": credit}

    return hub.store.run(work)


def redrive_all(hub: Hub, _args: dict[str, Any]) -> dict[str, int]:
    """Book what can be read now in every cell; return how many rows by cell."""
    return {cell_id: redrive(hub.cell(cell_id)) for cell_id in hub.cell_ids()}


COMMANDS: Final[dict[str, Command]] = {
    "enrol": enrol,
    "stations": list_stations,
    "revoke": revoke,
    "redrive": redrive_all,
    "release": release,
}


def _cell_of(hub: Hub, wanted: str) -> str:
    known = hub.cell_ids()
    if wanted == NEW:
        return hub.random(16).hex()
    if not wanted and len(known) == 1:
        return known[0]
    if wanted in known:
        return wanted
    if _ID.fullmatch(wanted) or known:
        raise AdminError(
            f"There is no cell {wanted!r} in this store. There are: {', '.join(known) or 'none'}."
            " Name one of them, or --cell new."
        )
    raise AdminError("The store has no cell yet. Make one with --cell new, or adopt a shop.")


def _check_till_free(core: Any, cell_id: str, store: str, till: str) -> None:
    """Refuse a second till of a name: bills of the same number would count as one."""
    for one in stations.heard_of(core, cell_id):
        if (one.station.store, one.station.till) == (store, till) and not one.station.revoked:
            raise AdminError(
                f"There is a till {till} in {store} already (station"
                f" {one.station.station_id[:12]}). Give the new one another name, or shut the old"
                " one out first: sikka hub revoke"
            )


def _station_of(hub: Hub, wanted: str) -> str:
    with hub.store.read() as core:
        ids = [one.station.station_id for one in stations.heard_of(core)]
    found = [one for one in ids if wanted and one.startswith(wanted)]
    if len(found) != 1:
        what = f"are {len(found)} stations" if found else "is no station"
        raise AdminError(f"There {what} whose id begins with {wanted!r}: sikka hub stations")
    return found[0]

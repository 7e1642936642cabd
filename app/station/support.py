"""A file for whoever helps: how a station is set up and how it stands, and nobody's name in it.

Only what is named here goes in. Nothing of what people typed does: no names, phones, PINs, keys,
tokens, addresses, and of a log only when something failed and where in the program.
"""

import json
import locale
import os
import platform
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZipFile

from app.config import Settings, read_settings
from app.domain.setup import Check
from app.insight.status import station_status
from app.insight.support_log import LINES, known_errors, safe_lines
from app.services.shop import Shop
from app.station import read_shop
from app.station.examining import examine
from app.station.premises import premises_of
from app.station.setup import Probes
from app.storage.files import open_reader

FILES: Final = ("station.db", "cell.db", "keys.db")
LOGS: Final = "logs"
README: Final = """\
This file was made by Sikka to find out what is wrong with a station.

about.json      versions of Sikka, Python, Qt and the system
settings.json   how the station is set up; no names, addresses or keys
setup.json      how scanner, printer, display, hub and so on were found
status.json     what is sent to the hub and what is not
tables.json     how many rows each table has
prints.json     slips that wait, and why
doctor.json     what sikka doctor found, by kind (absent when it was not asked)
logs/           when something failed and where in the program; other lines are left out

No name, phone number, PIN, card number, key or token is in it.
"""


def save_bundle(
    folder: Path,
    out: Path,
    now: datetime,
    screens: Sequence[str] = (),
    *,
    doctor: bool = True,
) -> Path:
    """Write the file for support about the shop in `folder`, and return where it is.

    Also while a counter is open. `screens` are their sizes; `doctor` examines the whole journal,
    which may take minutes. Raises SettingsError, StaleShopError, OSError.
    """
    settings = read_settings(folder)
    with read_shop(folder) as shop:
        parts: dict[str, Any] = {
            "about.json": _about(screens, now),
            "settings.json": settings_told(settings),
            "setup.json": [_told(one) for one in Probes(shop, settings).checks()],
            "status.json": _status(shop, settings),
            "tables.json": {name: _rows(folder / name) for name in FILES},
            "prints.json": _prints(folder / "station.db"),
        }
    if doctor:
        parts["doctor.json"] = _doctor(folder)
    part = out.with_name(f".{out.name}.part")
    out.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(part, "w", ZIP_DEFLATED) as bundle:
        bundle.writestr("README.txt", README)
        for name, told in parts.items():
            bundle.writestr(name, json.dumps(told, indent=1, sort_keys=True))
        for name, lines in _logs(folder):
            bundle.writestr(f"{LOGS}/{name}", "\n".join(lines) + "\n")
    part.replace(out)
    return out


def name_of(now: datetime) -> str:
    """Return what a file for support is called."""
    return f"sikka-support-{now:%Y%m%d-%H%M%S}.zip"


def settings_told(settings: Settings) -> Mapping[str, Any]:
    """Return what of the settings helps and names nobody; the rest is only said to be there."""
    return {
        "role": settings.role,
        "station": settings.station_id[:8],
        "hub": urlsplit(settings.hub).scheme,
        "own certificate": bool(settings.hub_ca),
        "camera": bool(settings.camera),
        "scale label": bool(settings.scale_label),
        "screen_mm": settings.screen_mm,
        "printer": urlsplit(settings.printer).scheme,
        "paper_mm": settings.paper_mm,
        "print": settings.print,
        "till_api_port": settings.till_api_port,
        "till folder": bool(settings.till_folder),
        "display": settings.display,
        "display card": settings.display_card,
        "training": settings.training,
    }


def _told(check: Check) -> Mapping[str, str]:
    return {"device": check.device, "state": check.state, "reason": check.reason}


def _about(screens: Sequence[str], now: datetime) -> Mapping[str, Any]:
    return {
        "sikka": version("sikka"),
        "python": platform.python_version(),
        "qt": version("PySide6-Essentials"),
        "sqlite": sqlite3.sqlite_version,
        "system": platform.platform(),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "language": locale.getlocale()[0] or "",
        "screens": list(screens),
        "made": now.isoformat(timespec="seconds"),
    }


def _status(shop: Shop, settings: Settings) -> Mapping[str, Any]:
    told = asdict(station_status(shop, settings.hub))
    return {**told, "hub": bool(told["hub"]), "journal": shop.db.head[0]}


def _rows(path: Path) -> Mapping[str, int]:
    if not path.exists():
        return {}
    with closing(open_reader(path)) as file:
        names = file.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        return {name: _count(file, name) for (name,) in names.fetchall()}


def _count(file: sqlite3.Connection, table: str) -> int:
    found: int = file.execute(f'SELECT COUNT(*) FROM "{table}"').fetchone()[0]  # noqa: S608
    return found


def _prints(path: Path) -> Mapping[str, int]:
    with closing(open_reader(path)) as file:
        rows = file.execute("SELECT state, problem, COUNT(*) FROM print_job GROUP BY 1, 2")
        return {f"{state} {problem}".strip(): count for state, problem, count in rows}


def _doctor(folder: Path) -> Mapping[str, Any]:
    report = examine(folder)
    kinds = Counter(f"{Path(one.where).name}: {_kind(one.what)}" for one in report.findings)
    return {
        "journal": report.journal_rows,
        "feed": report.feed_rows,
        "members": report.members,
        "open sales": report.sales,
        "findings": dict(kinds),
    }


def _kind(what: str) -> str:
    """Return what is wrong without the detail that names it."""
    return what.partition(" (")[0]


def _logs(folder: Path) -> Iterator[tuple[str, list[str]]]:
    errors = known_errors()
    for at, place in enumerate((folder / LOGS, premises_of(folder).hub / LOGS)):
        for path in sorted(place.glob("*.log")):
            lines = path.read_text("utf-8", errors="replace").splitlines()[-LINES:]
            name = path.name if path.stem in _WRITERS else "other.log"
            yield f"{at}-{name}", list(safe_lines(lines, errors))


_WRITERS: Final = frozenset({"hub", "counter", "kiosk", "redemption", "training", "station"})

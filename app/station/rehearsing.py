"""A draft programme tried on old receipts, in shops of its own that are thrown away."""

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from app.insight.rehearse import Change, Measured, difference, measure
from app.services.clocks import SetClock
from app.services.shop import NoProgrammeError
from app.station import read_shop
from app.station.founding import NewShop, create_shop
from app.station.replaying import replay_file
from app.storage import programmes
from app.wire.programmes.files import in_force_from, programme_in
from app.wire.sales_csv import outline


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What the draft would have done, and beside it the programme in force, if there is a shop."""

    draft: Measured
    current: Measured | None
    changes: tuple[Change, ...]


def rehearse(folder: Path | None, draft: Path, sales: Path) -> Rehearsal:
    """Play the receipts of a file through a draft, and through the programme in force.

    Both begin with nobody a member, on the first receipt's day, as if always in force. The shop
    in `folder` (None = compare with nothing) is only read. Raises BadProgrammeError, TableError.
    """
    _, document = programme_in(draft)
    current = None if folder is None else document_in_force(folder)
    tried = _played(document, sales)
    known = _played(current, sales) if current else None
    return Rehearsal(tried, known, difference(tried, known) if known else ())


def document_in_force(folder: Path) -> str:
    """Return the TOML of the programme in force in a shop. Raises SettingsError, ..."""
    with read_shop(folder) as shop, shop.db.cursor(None) as cursor:
        document = programmes.document_of(cursor, shop.programme.id)
    if document is None:
        raise NoProgrammeError(f"{folder}: this shop has no programme in force")
    return document


def _played(document: str, sales: Path) -> Measured:
    first = outline(sales).start or datetime.now(UTC).date()
    # Until the shop's day begins, the first receipt is still of the day before.
    dated = in_force_from(document, first - timedelta(days=1))
    clock = SetClock(datetime.combine(first, time(12), UTC))
    with tempfile.TemporaryDirectory(prefix="sikka-rehearsal-") as place:
        folder = Path(place) / "shop"
        # The owner of a shop nobody signs in to; the PIN opens nothing else.
        create_shop(folder, NewShop(dated, "main", "1", "Owner", "2580"), clock)
        tally = replay_file(folder, sales, enrol=True, past=True)
        with read_shop(folder, clock) as shop:
            clock.at = datetime.combine(tally.on or first, time(12), UTC)
            return measure(shop, tally, shop.programme.languages[0])

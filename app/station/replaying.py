"""A file of receipts into a shop that is opened for it."""

from datetime import UTC, datetime, time
from pathlib import Path

from app.services.clocks import SetClock
from app.services.replay import Pace, Tally, replay
from app.services.shop import NoProgrammeError
from app.station import open_station
from app.wire import sales_csv


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

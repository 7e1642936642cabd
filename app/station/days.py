"""The day-end jobs by hand, with what they did."""

from collections import Counter
from datetime import date

from app.station import Station
from app.wire.events import decode

ROWS_AT_ONCE = 500


def run_days(station: Station, morning: date) -> Counter[str]:
    """Do all that is due on a morning; return how many events of each kind that made.

    Everything recorded before must have been booked. Raises NoCellHereError at a station of a
    hub, which ends its days itself.
    """
    cell = station.cell
    before = station.db.feed_seq
    station.end_days(morning)
    done: Counter[str] = Counter()
    while rows := cell.rows_after(before, ROWS_AT_ONCE):
        done.update(decode(row.body).kind for row in rows)
        before = rows[-1].seq
    return done

"""When a business date is over for all stations, so that its jobs may run (SYNC.md 9)."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from app.domain.calendar import business_date
from app.hub.jobs import last_day_ended
from app.hub.open_cell import OpenCell
from app.storage.tables import presence, station

WAIT_DAYS: Final = 3
"""So long the jobs wait for a station that was heard of and has not sent everything."""


def due(core: Connection, cell_id: str, today: date) -> date | None:
    """Return the newest business date whose jobs may run now, or None when all of those ran.

    `today` is the cell's business date. A date may end when every station that was heard of in
    the last three days has nothing of it left to send; one three days ago ends in any case, also
    where no station was ever heard of.
    """
    latest = today - timedelta(days=WAIT_DAYS)
    heard = _watermarks(core, cell_id, latest)
    sent = min((one or date.min for one in heard), default=latest)
    upto = max(latest, min(sent, today - timedelta(days=1)))
    ended = last_day_ended(core, cell_id)
    return upto if ended is None or upto > ended else None


def run_days(opened: OpenCell, now_ms: int) -> date | None:
    """Run the jobs of every business date that is over for all stations; return the last one.

    `now_ms` is the hub's clock. Without a programme a cell has no business date and no jobs.
    """
    now = datetime.fromtimestamp(now_ms / 1000, UTC)
    programme = opened.programme_of(now.date())
    if programme is None:
        return None
    today = business_date(now, ZoneInfo(programme.time_zone), programme.day_starts)
    with opened.store.read() as core:
        upto = due(core, opened.cell_id, today)
    if upto is not None:
        opened.end_days(upto + timedelta(days=1))
    return upto


def _watermarks(core: Connection, cell_id: str, since: date) -> list[date | None]:
    """Return what the stations that were heard of since a date have said they sent."""
    since_ms = int(datetime.combine(since, time(), UTC).timestamp() * 1000)
    query = (
        select(presence.c.watermark)
        .join(station, station.c.station_id == presence.c.station_id)
        .where(
            presence.c.cell_id == cell_id,
            presence.c.seen_ms >= since_ms,
            station.c.cell_id == cell_id,
            station.c.revoked_seq.is_(None),
        )
    )
    return [row.watermark for row in core.execute(query)]

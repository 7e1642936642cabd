"""The shop's calendar: business dates, months, numbering periods, paydays (LEDGER.md 27)."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

Numbering = Literal["financial_year", "calendar_year", "month", "never"]


def business_date(at_utc: datetime, zone: ZoneInfo, day_starts: time) -> date:
    """Return the shop's date of an instant; before `day_starts` it is still yesterday."""
    return day_of(at_utc.astimezone(zone), day_starts)


def day_of(local: datetime, day_starts: time) -> date:
    """Return the business date of an instant given in the shop's own time."""
    return local.date() if local.time() >= day_starts else local.date() - timedelta(days=1)


@lru_cache(maxsize=1024)
def month_end(on: date) -> date:
    """Return the last day of the month of `on`."""
    return on.replace(day=monthrange(on.year, on.month)[1])


@lru_cache(maxsize=1024)
def add_months(on: date, months: int) -> date:
    """Return `on` plus months, clamped to the month's end (31 January + 1 = 28 February)."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))


def numbering_period(on: date, numbering: Numbering, first_month: int = 4) -> str:
    """Return the key of the period in which bill numbers are unique, for example `2026-27`."""
    if numbering == "never":
        return ""
    if numbering == "month":
        return f"{on:%Y-%m}"
    if numbering == "calendar_year":
        return f"{on:%Y}"
    year = on.year if on.month >= first_month else on.year - 1
    return f"{year}-{(year + 1) % 100:02d}"


def payday(on: date, paydays: frozenset[int]) -> bool:
    """Say whether wages are paid on `on`.

    `paydays` are days of the month; a day past the month's end means its last day (30 and 31
    are the usual way to write "end of month"). A payday on a weekend is paid on the Friday
    before, as employers in India and the Philippines do.
    """
    if on.weekday() >= 5:
        return False
    candidates = (
        (on, on + timedelta(days=1), on + timedelta(days=2)) if on.weekday() == 4 else (on,)
    )
    return any(_is_payday(day, paydays) for day in candidates)


def _is_payday(on: date, paydays: frozenset[int]) -> bool:
    if on.day in paydays:
        return True
    return on == month_end(on) and any(day > on.day for day in paydays)

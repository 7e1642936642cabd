"""When a rule holds: its day, its time, its store, its tier."""

from collections.abc import Sequence
from datetime import date, time

from app.domain.calendar import month_end, payday
from app.domain.events import Context
from app.domain.programme import Condition, EarnRule


def applies(when: Condition, context: Context, paydays: frozenset[int]) -> bool:
    """Say whether a condition holds by day, tier, store and first purchase, at any time."""
    on = context.on
    return (
        (not when.weekdays or on.weekday() in when.weekdays)
        and (not when.dates or any(first <= on <= last for first, last in when.dates))
        and (not when.days_of_month or _day_of_month(on, when.days_of_month))
        and (not when.payday or payday(on, paydays))
        and (not when.tiers or context.tier in when.tiers)
        and (not when.stores or context.store in when.stores)
        and (not when.first_purchase or context.first_purchase)
    )


def at_time(when: Condition, minute: int) -> bool:
    """Say whether a condition holds at a local minute of the day."""
    start = minute_of(when.from_time) if when.from_time else 0
    end = minute_of(when.until_time) if when.until_time else 24 * 60
    return start <= minute < end if start < end else minute >= start or minute < end


def minute_of(at: time) -> int:
    """Return a time as the minute of its day."""
    return at.hour * 60 + at.minute


def changes_of_day(earn: Sequence[EarnRule]) -> list[int]:
    """Return the minutes of a day at which a rule begins or ends, midnight first."""
    times = [at for rule in earn for at in (rule.when.from_time, rule.when.until_time) if at]
    return sorted({0, *(minute_of(at) for at in times)})


def _day_of_month(on: date, days: frozenset[int]) -> bool:
    return on.day in days or (on == month_end(on) and any(day > on.day for day in days))

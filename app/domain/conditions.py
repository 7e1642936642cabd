"""When a rule holds: its day, its time, its store, its tier."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from app.domain.calendar import month_end, payday
from app.domain.facts import Context

CapPeriod = Literal["bill", "day", "week", "month", "year", "ever"]


@dataclass(frozen=True, slots=True)
class Condition:
    """When a rule applies. Every field that is set must hold; empty means any.

    `weekdays` 0 = Monday. `from_time` <= local time < `until_time` (past midnight allowed).
    `dates` are inclusive windows. `days_of_month` past the month's end mean its last day.
    `minimum_minor` is compared with the amount of the bill that earns. `skus` or
    `categories` narrow the rule to those lines.
    """

    weekdays: frozenset[int] = frozenset()
    from_time: time | None = None
    until_time: time | None = None
    dates: tuple[tuple[date, date], ...] = ()
    days_of_month: frozenset[int] = frozenset()
    payday: bool = False
    skus: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    minimum_minor: int = 0
    tiers: frozenset[str] = frozenset()
    stores: frozenset[str] = frozenset()
    first_purchase: bool = False


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


def changes_of_day(conditions: Iterable[Condition]) -> list[int]:
    """Return the minutes of a day at which a condition begins or ends to hold, midnight first."""
    times = [at for when in conditions for at in (when.from_time, when.until_time) if at]
    return sorted({0, *(minute_of(at) for at in times)})


def _day_of_month(on: date, days: frozenset[int]) -> bool:
    return on.day in days or (on == month_end(on) and any(day > on.day for day in days))

"""Greetings: a birthday, the day of joining, a festival (LEDGER.md 21).

Each is given once for the calendar year of the day it is for, so years that were missed never
add up and a birthday that was changed gives no second gift (C39).
"""

from calendar import isleap
from datetime import date, timedelta

from app.domain.effects import Effect
from app.domain.grants import Giving, grant
from app.domain.members import MemberState, newest_day
from app.domain.programme import Programme
from app.domain.promises import Greeting, Prize
from app.domain.tiers import progress


def days_to_greet(programme: Programme, greeting: Greeting, on: date) -> tuple[date, ...]:
    """Return the days for which the greeting goes out on `on`, the earliest first."""
    span = range(-greeting.days, greeting.lead_days + 1)
    around = [on + timedelta(days=step) for step in span]
    if greeting.occasion != "festival":
        return tuple(around)
    named = (programme.calendar.holidays or {}).get(greeting.holiday, ())
    return tuple(day for day in around if day in greeting.dates or day in named)


def day_names(day: date) -> tuple[str, ...]:
    """Return the days of the year (MM-DD) kept on `day`: 28 February takes the 29th's in."""
    names = (f"{day:%m-%d}",)
    return (*names, "02-29") if names == ("02-28",) and not isleap(day.year) else names


def is_day_of(born: date, day: date) -> bool:
    """Say whether a birthday or day of joining is kept on `day`, in a later year."""
    return f"{born:%m-%d}" in day_names(day) and born.year < day.year


def mark(greeting: Greeting, day: date) -> str:
    """Return the once key of a greeting for a day, without the member."""
    return f"greeting:{greeting.id}:{day.year}"


def is_owed(greeting: Greeting, state: MemberState, day: date, on: date) -> bool:
    """Say whether a member whose day it is gets the greeting on `on`."""
    if state.erased or mark(greeting, day) in state.once:
        return False
    return not greeting.active_days or newest_day(state) >= on - timedelta(
        days=greeting.active_days
    )


def gift(
    programme: Programme, greeting: Greeting, state: MemberState, day: date, giving: Giving
) -> tuple[Effect, ...]:
    """Return the effects of the gift: that of the member's tier, else the greeting's own."""
    tier = progress(programme, state, giving.on).tier.id
    prize = (greeting.tier_prizes or {}).get(tier, greeting.prize)
    if prize == Prize():
        return ()
    return grant(programme, giving, f"greeting:{greeting.id}|{day.year}|", prize, giving.on)

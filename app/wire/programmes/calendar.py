"""The `[calendar]` table of a programme document: when the shop is closed, and its holidays."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import chain

from app.domain.promises import ShopCalendar
from app.wire.programmes.rules import WEEKDAYS, read_window
from app.wire.programmes.table import Table, meant, one_of, shown

YEARS_AHEAD = 5
CLOSED_DAYS_MAX = 366
_ESTIMATED = " (estimated)"
_DAYS = 'a date such as "2026-05-01", or a pair of dates in order, at most a year apart'


def read_calendar(table: Table, country: str, effective_from: date | None) -> ShopCalendar:
    """Return the shop's calendar.

    Holidays are those of the country and `state`, by their English names, for `years` or the
    five from the programme's first date on. They are worked out here, once: a station holds the
    compiled programme.
    """
    weekdays = frozenset(WEEKDAYS.index(day) for day in table.among("closed_weekdays", WEEKDAYS))
    closed = set(chain.from_iterable(table.items("closed", _read_days, _DAYS)))
    if len(weekdays) == len(WEEKDAYS):
        table.fault("closed_weekdays", "a day of the week on which the shop is open")
    holidays: dict[str, tuple[date, ...]] | None = None
    if table.get("holidays") is not None:
        own = table.table("holidays")
        holidays = _holidays(own, country, effective_from)
        names = _names(own, "closed", holidays)
        closed.update(chain.from_iterable(holidays[name] for name in names))
        own.close()
    table.close()
    return ShopCalendar(weekdays, frozenset(closed), holidays)


def _read_days(value: object) -> list[date] | None:
    """Return the dates of a stretch of at most a year."""
    dates = read_window(value)
    if dates is None or (dates[1] - dates[0]).days >= CLOSED_DAYS_MAX:
        return None
    first, last = dates
    return [first + timedelta(days=at) for at in range((last - first).days + 1)]


def _holidays(
    table: Table, country: str, effective_from: date | None
) -> dict[str, tuple[date, ...]]:
    state = table.string("state", 'the code of a state or region, such as "MH"', "")
    years = table.whole("years", 2000, 2100)
    if not years and effective_from is None:
        table.fault("years", "years such as [2026, 2027], as there is no effective_from")
    if not years and effective_from is not None:
        years = list(range(effective_from.year, effective_from.year + YEARS_AHEAD))
    return _of_country(table, country, state, years)


def _of_country(
    table: Table, country: str, state: str, years: list[int]
) -> dict[str, tuple[date, ...]]:
    # Imported only when a shop asks for holidays: the package is slow to load.
    import holidays  # noqa: PLC0415

    try:
        known = holidays.country_holidays(country)
    except NotImplementedError:
        table.fault("state", f"no holidays: those of {country or 'no country'} are not known")
        return {}
    states = (*known.subdivisions, *known.subdivisions_aliases)
    if state and state not in states:
        hint = meant(state, states) or f", one of {one_of(known.subdivisions)}"
        table.fault("state", f"a state or region of {country}{hint}")
        return {}
    english = next((one for one in known.supported_languages if one == "en_US"), None)
    found = holidays.country_holidays(
        country,
        subdiv=state or None,
        years=years,
        language=english,
        categories=known.supported_categories,
    )
    return _by_name(found)


def _by_name(found: Mapping[date, str]) -> dict[str, tuple[date, ...]]:
    """Return the dates of each holiday; several of one day stand in one text."""
    dates: dict[str, list[date]] = {}
    for day, names in sorted(found.items()):
        for name in names.split("; "):
            dates.setdefault(name.removesuffix(_ESTIMATED), []).append(day)
    return {name: tuple(days) for name, days in sorted(dates.items())}


def _names(table: Table, key: str, holidays: Mapping[str, object]) -> list[str]:
    """Return the names of holidays on which the shop is closed; an unknown one is a fault."""
    found = table.words(key, "names of holidays")
    for at, name in enumerate(found):
        if name not in holidays and not table.faults.blame((*table.path, "state")):
            expected = f"a holiday there{_closest(name, holidays)}"
            table.faults.add((*table.path, key, at), shown(name), expected)
    return [name for name in found if name in holidays]


def _closest(name: str, holidays: Mapping[str, object]) -> str:
    return meant(name, holidays) or f", one of {', '.join(holidays)}"

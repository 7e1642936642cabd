"""Dates and hours as people say them."""

from datetime import date, datetime, time, timedelta, timezone

from babel.dates import format_date, format_skeleton, format_time

from app.ui.words import translate

_FILIPINO_DAY = ((12, "umaga"), (13, "tanghali"), (18, "hapon"), (24, "gabi"))
_LOCALES = {"en": "en_IN", "hi": "hi_IN", "fil": "fil_PH"}


def _locale(language: str) -> str:
    return _LOCALES.get(language, "en_IN")


def day(on: date, today: date, language: str) -> str:
    """Return "today", "yesterday", "30 November", or with the year when it is another one."""
    if on == today:
        return translate("dates", "today")
    if on == today - timedelta(days=1):
        return translate("dates", "yesterday")
    return plain_day(on, today, language)


def plain_day(on: date, today: date, language: str) -> str:
    """Return "30 November", with the year when it is not this one."""
    if on.year == today.year:
        return str(format_skeleton("MMMMd", on, locale=_locale(language)))
    pattern = "MMMM d, y" if language == "fil" else "d MMMM y"
    return str(format_date(on, pattern, locale=_locale(language)))


def month(on: date, language: str) -> str:
    """Return "Mar 2026"."""
    return str(format_skeleton("yMMM", on, locale=_locale(language)))


def hour(at: time, language: str) -> str:
    """Return "6:05 pm", "शाम 6:05 बजे", "6:05 ng gabi".

    Babel's Filipino calls every morning hour "madaling-araw" (before dawn); people do not.
    """
    if language == "hi":
        return f"{format_time(at, 'B h:mm', locale='hi_IN')} बजे"
    if language == "fil":
        part = next(word for until, word in _FILIPINO_DAY if at.hour < until)
        return f"{format_time(at, 'h:mm', locale='fil_PH')} ng {part}"
    return str(format_time(at, "h:mm a", locale="en_IN"))


def local_time(at_ms: int, offset_min: int) -> time:
    """Return the shop's wall-clock time of an instant in Unix milliseconds."""
    zone = timezone(timedelta(minutes=offset_min))
    return datetime.fromtimestamp(at_ms / 1000, zone).time()

"""Dates and hours as people say them.

Names of months are Qt's, which has the same ones (CLDR) and has them loaded; Babel alone knows the
parts of a Hindi day.
"""

from datetime import date, datetime, time, timedelta, timezone

from PySide6.QtCore import QLocale

from app.ui.words import translate

_FILIPINO_DAY = ((12, "umaga"), (13, "tanghali"), (18, "hapon"), (24, "gabi"))
_LOCALES = {"en": "en_IN", "hi": "hi_IN", "fil": "fil_PH"}


def _locale(language: str) -> QLocale:
    return QLocale(_LOCALES.get(language, "en_IN"))


def day(on: date, today: date, language: str) -> str:
    """Return "today", "yesterday", "30 November", or with the year when it is another one."""
    if on == today:
        return translate("dates", "today")
    if on == today - timedelta(days=1):
        return translate("dates", "yesterday")
    return plain_day(on, today, language)


def plain_day(on: date, today: date, language: str) -> str:
    """Return "30 November", with the year when it is not this one."""
    name = _locale(language).monthName(on.month)
    said = f"{name} {on.day}" if language == "fil" else f"{on.day} {name}"
    if on.year == today.year:
        return said
    return f"{said}, {on.year}" if language == "fil" else f"{said} {on.year}"


def month(on: date, language: str) -> str:
    """Return "Mar 2026"; in Hindi the whole month, since nobody writes "अक्टू॰"."""
    kinds = QLocale.FormatType
    kind = kinds.LongFormat if language == "hi" else kinds.ShortFormat
    name = _locale(language).monthName(on.month, kind)
    return f"{name} {on.year}"


def hour(at: time, language: str) -> str:
    """Return "6:05 pm", "शाम 6:05 बजे", "6:05 ng gabi".

    Babel's Filipino calls every morning hour "madaling-araw" (before dawn); people do not.
    """
    return _of_the_day(at, f"{at.hour % 12 or 12}:{at.minute:02}", language)


def full_hour(at: int, language: str) -> str:
    """Return the hour from 0 to 23 without minutes: "6 pm", "शाम 6 बजे", "6 ng gabi"."""
    return _of_the_day(time(at), str(at % 12 or 12), language)


def _of_the_day(at: time, clock: str, language: str) -> str:
    if language == "hi":
        from babel.dates import format_time  # noqa: PLC0415 - not before the first hour is said

        # At 0:00 sharp Babel knows a word that nobody says.
        part = format_time(at.replace(minute=1), "B", locale="hi_IN")
        return f"{part} {clock} बजे"
    if language == "fil":
        part = next(word for until, word in _FILIPINO_DAY if at.hour < until)
        return f"{clock} ng {part}"
    return f"{clock} {'am' if at.hour < 12 else 'pm'}"


def local_time(at_ms: int, offset_min: int) -> time:
    """Return the shop's wall-clock time of an instant in Unix milliseconds."""
    zone = timezone(timedelta(minutes=offset_min))
    return datetime.fromtimestamp(at_ms / 1000, zone).time()

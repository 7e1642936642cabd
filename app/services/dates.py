"""Dates in words, in every language of a shop; no screen is needed to say them."""

from datetime import date, datetime
from typing import Final

from app.domain.texts import Text, text_in

_MONTHS: Final[Text] = {
    "en": "January February March April May June July August September October November December",
    "hi": "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "fil": "Enero Pebrero Marso Abril Mayo Hunyo"
    " Hulyo Agosto Setyembre Oktubre Nobyembre Disyembre",
}


def day(on: date, language: str) -> str:
    """Return a date that nobody reads the wrong way round: 15 June 2026."""
    said = _in_its_year(on, language)
    return f"{said}, {on.year}" if language == "fil" else f"{said} {on.year}"


def days(first: date, last: date, language: str) -> tuple[str, str]:
    """Return the first and the last date of a time; the year once when it is the same."""
    same = first.year == last.year
    return _in_its_year(first, language) if same else day(first, language), day(last, language)


def _in_its_year(on: date, language: str) -> str:
    month = text_in(_MONTHS, language).split()[on.month - 1]
    return f"{month} {on.day}" if language == "fil" else f"{on.day} {month}"


def instant(at: datetime, language: str) -> str:
    """Return a date and the hour on the shop's clock: 15 June 2026, 14:05."""
    return f"{day(at.date(), language)}, {at.hour}:{at.minute:02}"

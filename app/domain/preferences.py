"""How a member wants screens to be: one switch each, kept with the member at every station."""

from dataclasses import dataclass, fields
from typing import Final

PREFERENCES_FIELD: Final = "preferences"
"""What preferences are sealed as: they can tell of a handicap, so they are personal."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """The switches of the first screen; a member who never chose has none on."""

    large_text: bool = False
    high_contrast: bool = False
    reduced_motion: bool = False
    low_reach: bool = False
    read_aloud: bool = False


_NAMES: Final = tuple(field.name for field in fields(Preferences))


def written(preferences: Preferences) -> str:
    """Return the names of the switches that are on, by commas; "-" when all are off."""
    return ",".join(name for name in _NAMES if getattr(preferences, name)) or "-"


def read(text: str) -> Preferences:
    """Return what `written` wrote; a switch this program does not have is left out."""
    on = set(text.split(","))
    return Preferences(**{name: name in on for name in _NAMES})

"""The sentences of histories and explanations, in every language, without any screen.

They live in resources/i18n/history.toml: `{name}` is a value, `{n?one|many}` one of two words by
the number n. Numbers and money are written by `app.domain.money`, as on the screens.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

import app
from app.domain.programme import Programme, money_of

_SLOT = re.compile(r"\{(\w+)(?:\?([^|}]*)\|([^}]*))?\}")
Sentences = Mapping[str, Mapping[str, Mapping[str, str]]]


@lru_cache(maxsize=4)
def catalogue(name: str = "history") -> Sentences:
    """Return the sentences of a file by section, name and language; read once."""
    package = Path(app.__file__).parent
    inside = package / "resources"
    folder = inside if inside.is_dir() else package.parent / "resources"
    with (folder / "i18n" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


class Writer:
    """Writes sentences in one language, money as one shop writes it."""

    def __init__(
        self, programme: Programme, language: str, sentences: Sentences | None = None
    ) -> None:
        self.language = language
        self.figures = money_of(programme)
        self._sentences = sentences or catalogue()

    def knows(self, section: str, name: str) -> bool:
        """Say whether there is such a sentence."""
        return name in self._sentences[section]

    def say(self, section: str, name: str, **values: str | int) -> str:
        """Return a sentence with its values; whole numbers are grouped, and choose words."""
        texts = self._sentences[section][name]

        def fill(slot: re.Match[str]) -> str:
            value = values[slot[1]]
            if slot[2] is not None:
                return slot[2] if value == 1 else slot[3]
            return self.figures.number(value) if isinstance(value, int) else value

        return _SLOT.sub(fill, texts.get(self.language) or texts["en"])

    def money(self, minor: int) -> str:
        """Return minor units for a sentence."""
        return self.figures.short(minor)

    def day(self, on: date) -> str:
        """Return a date as people say it, with its year."""
        month = self.say("dates", "months").split()[on.month - 1]
        return self.say("dates", "day", day=str(on.day), month=month, year=str(on.year))

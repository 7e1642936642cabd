"""Where a shop's programme comes from: its own file, or a template with the owner's answers."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.domain.programme import Programme
from app.wire.programmes.reading import read_programme

_DEMO = {
    "IN": ("india-grocery.toml", "members-india.csv", "catalogue-india.csv"),
    "PH": ("philippines-sarisari.toml", "members-philippines.csv", "catalogue-philippines.csv"),
}
_STARTS = re.compile(r"^effective_from\s*=.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class DemoGoods:
    """What the demo shop of a country is made of: the programme's TOML, two CSV files."""

    document: str
    members: Path
    catalogue: Path


class BadProgrammeError(Exception):
    """There is no programme in this; the text has one line for each fault."""


def programme_in(file: Path) -> tuple[Programme, str]:
    """Return a file's programme and its text. Raises BadProgrammeError."""
    try:
        document = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise BadProgrammeError(f"{file}: cannot be read: {why}") from error
    programme = read_programme(document, str(file))
    if not isinstance(programme, Programme):
        raise BadProgrammeError("\n".join(map(str, programme)))
    return programme, document


def document_of(
    kind: str, name: str, languages: str, country: str, store: str, file: Path | None
) -> str:
    """Return the programme a new shop starts with: a file's, or a template with the answers.

    `languages` are codes between commas. Raises BadProgrammeError.
    """
    if file is not None:
        return programme_in(file)[1]
    # Only a new shop needs an editor of TOML and the currencies of the world.
    from app.wire.programmes.templates import TEMPLATES, Answers, template  # noqa: PLC0415

    known = next((one for one in TEMPLATES if one == kind), None)
    if known is None:
        raise BadProgrammeError(f'"{kind}" is no kind of shop; there are {", ".join(TEMPLATES)}.')
    if not name.strip():
        raise BadProgrammeError("The shop needs a name: --name.")
    spoken = tuple(dict.fromkeys(languages.replace(",", " ").split()))
    return template(known, Answers(name.strip(), country.upper(), languages=spoken, store=store))


def demo_goods(country: str, begins: date) -> DemoGoods:
    """Return what the demo shop of a country (IN, PH) is made of; its programme `begins` then."""
    from app.wire.programmes.templates import demo_folder  # noqa: PLC0415 - as above

    programme, members, catalogue = (demo_folder() / name for name in _DEMO[country])
    document = in_force_from(programme.read_text(encoding="utf-8"), begins)
    return DemoGoods(document, members, catalogue)


def in_force_from(document: str, day: date) -> str:
    """Return a programme's TOML with another first day."""
    return f"effective_from = {day}\n{_STARTS.sub('', document)}"

"""Text into a programme: parse, read the tables, check that the parts fit, name the id."""

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal

from app.domain.programme import Programme
from app.wire.programmes.checks import check
from app.wire.programmes.lines import key_lines
from app.wire.programmes.sections import programme_of
from app.wire.programmes.table import Fault, Faults

_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


def read_programme(text: str, file: str) -> Programme | tuple[Fault, ...]:
    """Return the programme in `text`, or all its faults in the order of the lines.

    `file` is the name the faults carry.
    """
    text = text.removeprefix("\ufeff")
    try:
        document = _parsed(text)
    except tomllib.TOMLDecodeError as error:
        return (_slip(error, text, file),)
    faults = Faults(file, key_lines(text))
    programme = programme_of(document, faults, _identity(document))
    check(programme, faults)
    return tuple(sorted(faults.found)) if faults.found else programme


def normalised(text: str) -> str:
    """Return the JSON of a TOML document's values with sorted keys: what a programme's id hashes.

    Comments, spacing and the order of keys do not change it. Raises `ValueError` when the text
    is not TOML.
    """
    return _normalised(_parsed(text.removeprefix("\ufeff")))


def _parsed(text: str) -> dict[str, object]:
    # Decimal keeps a bare 100.00 as its author wrote it, so that the fault can quote it.
    return tomllib.loads(text, parse_float=Decimal)


def _normalised(document: Mapping[str, object]) -> str:
    return json.dumps(
        document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain
    )


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _identity(document: Mapping[str, object]) -> str:
    return hashlib.sha256(_normalised(document).encode()).hexdigest()


def _slip(error: tomllib.TOMLDecodeError, text: str, file: str) -> Fault:
    """Return the fault of a text that is not TOML, at the line the parser stopped."""
    message = str(error)
    place = _PLACE.search(message)
    line = text.rstrip().count("\n") + 1
    column = ""
    if place and place["line"]:
        line, column = int(place["line"]), f" at column {place['column']}"
    what = _PLACE.sub("", message)
    return Fault(file, line, "", f"a slip{column} ({what[:1].lower()}{what[1:]})", "valid TOML")

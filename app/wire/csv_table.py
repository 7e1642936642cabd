"""CSV files people bring: any delimiter a spreadsheet writes, plain or .xz, line numbers kept.

Rows are read one by one, so a file may be larger than memory.
"""

import csv
import lzma
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TextIO

DELIMITERS = ",;\t"
GUARDED = "=+-@"
"""A spreadsheet takes a text that begins so for a formula; an apostrophe before it guards it."""


class TableError(Exception):
    """The whole file cannot be used; the text says where, what, and what to do."""


class BadRow(NamedTuple):
    """One row that cannot be used: its line in the file (from 1) and a sentence."""

    line: int
    reason: str


class Row(NamedTuple):
    """One row: its line in the file and its cells in the order they were asked for."""

    line: int
    cells: tuple[str, ...]


def read_table(
    path: Path, needed: Sequence[str], optional: Sequence[str] = ()
) -> Iterator[Row | BadRow]:
    """Yield the rows of a CSV file with the named columns, "" where an optional one is absent.

    Raises TableError when the file cannot be read or a needed column is missing.
    """
    with _opened(path) as file:
        yield from rows_of(file, f"{path}:", needed, optional)


def rows_of(
    file: TextIO, name: str, needed: Sequence[str], optional: Sequence[str] = ()
) -> Iterator[Row | BadRow]:
    """Yield the rows of an open CSV file as `read_table` does; `name` begins its complaints."""
    rows = _numbered(csv.reader(file, delimiter=_delimiter(file)))
    places, width = _places(name, next(rows, None), needed, optional)
    for row in rows:
        if isinstance(row, BadRow):
            yield row
        elif any(cell.strip() for cell in row.cells):
            yield _picked(row, places, width)


def text_lines(path: Path) -> Iterator[str]:
    """Yield the lines of a text file, plain or .xz. Raises TableError."""
    with _opened(path) as file:
        yield from file


def unguarded(cell: str) -> str:
    """Return a cell as it was meant: without blanks around it and the formula guard."""
    text = cell.strip()
    return text[1:] if text[:1] == "'" and text[1:2] in set(GUARDED) else text


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    opener = lzma.open if path.suffix == ".xz" else open
    try:
        with opener(path, "rt", encoding="utf-8-sig", errors="replace", newline="") as file:
            yield file
    except lzma.LZMAError as error:
        raise TableError(f"{path}: not a whole .xz file ({error}). Copy it again.") from error
    except EOFError as error:
        raise TableError(f"{path}: the .xz file ends too soon. Copy it again.") from error
    except OSError as error:
        raise TableError(f"{path}: cannot be read: {error.strerror or error}.") from error


def _delimiter(file: TextIO) -> str:
    header = file.readline()
    file.seek(0)
    return max(DELIMITERS, key=header.count)


def _numbered(reader: "csv._reader") -> Iterator[Row | BadRow]:  # type: ignore[name-defined]
    while True:
        line = reader.line_num + 1
        try:
            yield Row(line, tuple(next(reader)))
        except StopIteration:
            return
        except csv.Error as error:
            yield BadRow(line, f"cannot be read as CSV ({error}); check the quotation marks")


def _places(
    name: str, header: Row | BadRow | None, needed: Sequence[str], optional: Sequence[str]
) -> tuple[tuple[int, ...], int]:
    if not isinstance(header, Row):
        raise TableError(f"{name}1: there is no header. Needed are {', '.join(needed)}.")
    names = [cell.strip().lower() for cell in header.cells]
    missing = [name for name in needed if name not in names]
    if missing:
        raise TableError(
            f"{name}{header.line}: the header lacks {', '.join(missing)}."
            f" Needed are {', '.join(needed)}; there may be {', '.join(optional) or 'no more'}."
        )
    wanted = (*needed, *optional)
    return tuple(names.index(name) if name in names else -1 for name in wanted), len(names)


def _picked(row: Row, places: tuple[int, ...], width: int) -> Row | BadRow:
    cells = row.cells
    if len(cells) != width:
        return BadRow(
            row.line,
            f"has {len(cells)} cells where the header has {width};"
            " put texts that contain the delimiter into quotation marks",
        )
    picked = tuple([unguarded(cells[at]) if at >= 0 else "" for at in places])
    if any("\ufffd" in cell for cell in picked):
        return BadRow(row.line, "has letters that are not UTF-8; save the file as CSV UTF-8")
    return Row(row.line, picked)

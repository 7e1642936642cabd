"""Rows that leave as CSV or JSON lines.

A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV
injection); the import takes it off again.
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from typing import IO, Final, Literal

import msgspec

Cell = str | int | bool | date | None | msgspec.Raw
Format = Literal["csv", "jsonl"]

FORMULA: Final = frozenset("=+-@\t\r")


def write_rows(
    file: IO[str], columns: Sequence[str], rows: Iterable[Sequence[Cell]], form: Format
) -> int:
    """Write rows as they come; return how many there were."""
    count = 0
    if form == "csv":
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([_plain(cell) for cell in row])
            count += 1
        return count
    encoder = msgspec.json.Encoder()
    for row in rows:
        file.write(encoder.encode(dict(zip(columns, row, strict=True))).decode() + "\n")
        count += 1
    return count


def _plain(cell: Cell) -> str | int:
    if isinstance(cell, str):
        # A lone carriage return would end the row for some readers.
        text = cell.replace("\r\n", "\n").replace("\r", "\n")
        return f"'{text}" if cell[:1] in FORMULA else text
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int):
        return cell
    if isinstance(cell, msgspec.Raw):
        return bytes(cell).decode()
    return cell.isoformat() if cell else ""

"""Commands that write what is in the books, and read codes in pictures."""

# ruff: noqa: PLC0415 - imports are inside, so that `sikka` starts fast

import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from app.cli.options import Data, folder_of


def register(sikka: typer.Typer) -> None:
    """Add the commands."""
    sikka.command("export")(export)
    sikka.command("scan")(scan)


def export(
    what: Annotated[
        Literal["members", "sales", "coins", "journal"], typer.Argument(help="What to write.")
    ],
    data: Data = None,
    form: Annotated[
        Literal["csv", "jsonl"], typer.Option("--format", help="The file's format.")
    ] = "csv",
    as_of: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="How the books stood then (default: the newest business date in them).",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="F", help="The file to write (default: screen).")
    ] = None,
) -> None:
    """Write members, sales, coins or the journal; reads only, also while a counter runs."""
    from app.insight.exports import export as exported
    from app.services.clocks import SetClock
    from app.station import read_shop
    from app.wire.exports import write_rows

    clock = SetClock(datetime.now(UTC))
    with read_shop(folder_of(data), clock) as shop:
        found = exported(shop, clock, what, as_of.date() if as_of else None)
        target = out.open("w", encoding="utf-8", newline="") if out else nullcontext(sys.stdout)
        with target as file:
            count = write_rows(file, found.columns, found.rows, form)
    print(f"{count} rows as of {found.on}", file=sys.stderr)


def scan(
    images: Annotated[list[Path], typer.Argument(metavar="IMAGE…", help="Pictures to read.")],
) -> None:
    """Find the codes in pictures; one line of JSON for each picture."""
    from app.hardware.scanner_image import scan_lines

    for line in scan_lines(images):
        print(line)

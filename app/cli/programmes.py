"""Commands to check a programme and to put it into force."""

# ruff: noqa: PLC0415 - imports are inside, so that `sikka` starts fast

import sys
from pathlib import Path
from typing import Annotated

import typer

from app.cli.options import Data, File, folder_of

programme_commands = typer.Typer(help="Check and publish programmes.", no_args_is_help=True)


def register(sikka: typer.Typer) -> None:
    """Add the commands."""
    sikka.add_typer(programme_commands, name="programme")


@programme_commands.command("check")
def programme_check(
    file: File,
    catalogue: Annotated[
        Path | None,
        typer.Option(metavar="CSV", help="Warn of goods that this catalogue does not have."),
    ] = None,
    data: Data = None,
) -> None:
    """Print every fault of a programme with its line, or warnings and what it can cost.

    Goods are compared with the catalogue of --catalogue, else with that of the shop in --data.
    """
    from app.station.checking import goods_of
    from app.wire.programmes import check_lines

    lines, code = check_lines(file, goods=goods_of(catalogue, data))
    print("\n".join(lines), file=sys.stderr if code else sys.stdout)
    sys.exit(code)


@programme_commands.command("publish")
def programme_publish(file: File, data: Data = None) -> None:
    """Put a programme into force, from its effective_from on."""
    from app.station import open_station
    from app.wire.programmes.files import programme_in

    programme, document = programme_in(file)
    with open_station(folder_of(data), background=False) as station:
        station.publish(document, programme.id)
    begins = programme.effective_from or "now"
    print(f"{file}: published as {programme.id[:12]}, in force from {begins}.")

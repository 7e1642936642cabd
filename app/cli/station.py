"""Commands of one station of a hub."""

# ruff: noqa: PLC0415 - imports are inside, so that `sikka` starts fast

from pathlib import Path
from typing import Annotated, Literal

import typer

from app.cli.options import Data, folder_of

station_commands = typer.Typer(help="This computer as a station of a hub.", no_args_is_help=True)


def register(sikka: typer.Typer) -> None:
    """Add the commands."""
    sikka.add_typer(station_commands, name="station")


@station_commands.command("join")
def join(
    url: Annotated[str, typer.Argument(metavar="URL", help="The hub's address, https://…")],
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code from `sikka hub enrol`.")],
    data: Data = None,
    role: Annotated[
        Literal["counter", "kiosk", "redemption"] | None,
        typer.Option(help="What this screen is (default: what the code was made for)."),
    ] = None,
    ca: Annotated[
        Path | None,
        typer.Option("--ca", metavar="FILE", help="The certificate to trust, if it is your own."),
    ] = None,
) -> None:
    """Make this computer a station of a hub, with all members of its cell."""
    from app.config import read_environment
    from app.station.joining import join as join_hub
    from app.storage import failpoints

    failpoints.arm(read_environment().failpoint)
    folder = folder_of(data, "shop")
    settings = join_hub(folder, url, code, str(ca) if ca else "", role=role)
    print(
        f"This is till {settings.till} of {settings.store} now."
        f" Open it: sikka {settings.role} --data {folder}"
    )

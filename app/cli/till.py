"""Commands for the shop's till: how it reaches this computer's counter."""

# ruff: noqa: PLC0415 - imports are inside, so that `sikka` starts fast

from pathlib import Path
from typing import Annotated

import typer

from app.cli.options import Data, folder_of

till_commands = typer.Typer(
    help="Let the shop's till put its bills on the counter.", no_args_is_help=True
)


def register(sikka: typer.Typer) -> None:
    """Add the commands."""
    sikka.add_typer(till_commands, name="till")


@till_commands.command("connect")
def connect(
    data: Data = None,
    port: Annotated[
        int | None,
        typer.Option(min=0, max=65535, help="Where the till posts its bills (0: nowhere)."),
    ] = None,
    drop: Annotated[
        str | None,
        typer.Option("--folder", metavar="DIR", help='Where it drops them as files ("": nowhere).'),
    ] = None,
) -> None:
    """Say how the till sends its bills, and how that stands; open the counter again after it."""
    from dataclasses import replace

    from app.config import read_settings, write_settings

    folder = folder_of(data)
    before = settings = read_settings(folder)
    if port is not None:
        settings = replace(settings, till_api_port=port)
    if drop is not None:
        settings = replace(settings, till_folder=str(Path(drop).absolute()) if drop else "")
    if settings != before:
        write_settings(folder, settings)
        print("Saved. Close the counter and open it again.")
    if settings.till_api_port:
        print(f"API: http://127.0.0.1:{settings.till_api_port}/v1/baskets (sikka till token)")
    if settings.till_folder:
        print(f"Folder: {settings.till_folder}")
    if not settings.till_api_port and not settings.till_folder:
        print("The till is not connected. Give --port NUMBER or --folder DIR.")


@till_commands.command("token")
def token(
    data: Data = None,
    renew: Annotated[bool, typer.Option(help="Make a new one; the old one is over.")] = False,
) -> None:
    """Show the token that the till sends with every bill."""
    from app.config import read_settings
    from app.storage.till_token import renew_till_token, till_token

    folder = folder_of(data)
    read_settings(folder)  # no token where there is no shop
    print(renew_till_token(folder) if renew else till_token(folder))

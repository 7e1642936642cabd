"""`sikka hub holds release`: what a lost station had reserved is its members' again."""

from typing import Annotated

import typer

from app.cli.hub.places import Data, Store, perform

holds_commands = typer.Typer(
    help="What stations reserved before they spend it.", no_args_is_help=True
)


def register(hub: typer.Typer) -> None:
    """Add the commands."""
    hub.add_typer(holds_commands, name="holds")


@holds_commands.callback()
def holds() -> None:
    """Look after what stations reserved before they spend it."""


@holds_commands.command("release")
def release(
    station: Annotated[
        str, typer.Argument(metavar="STATION", help="Its id, or enough of the beginning of it.")
    ],
    store: Store,
    data: Data = None,
) -> None:
    """Let go of what a lost station reserved, so that members can spend it elsewhere.

    Not for one that only has no network: it may have spent it already.
    """
    done = perform(store, data, "release", {"station": station})
    if not done["holds"]:
        print(f"Nothing is held for till {done['till']}.")
        return
    print(
        f"Till {done['till']}: {done['holds']} reserved no longer, with {done['coins']} coins and"
        f" {done['credit']} of store credit. If it spent them, that counts too when it arrives,"
        " and a member may then owe coins."
    )

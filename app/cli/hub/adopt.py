"""`sikka hub adopt`: a shop that was on its own goes on as a station of this hub."""

# ruff: noqa: PLC0415 - imports are inside: `sikka` starts fast

from pathlib import Path
from typing import Annotated

import typer

from app.cli.hub.places import Data, Store, owned_hub, told


def register(hub: typer.Typer) -> None:
    """Add the command."""
    hub.command("adopt")(adopt)


def adopt(
    shop: Annotated[Path, typer.Argument(metavar="DIR", help="The shop's folder; it is closed.")],
    store: Store,
    url: Annotated[
        str, typer.Option("--url", metavar="URL", help="Where stations reach this hub, https://…")
    ] = "http://127.0.0.1:8765",
    data: Data = None,
    ca: Annotated[
        Path | None,
        typer.Option("--ca", metavar="FILE", help="The certificate the shop is to trust."),
    ] = None,
) -> None:
    """Move a shop's cell into the store. Its counter goes on as a station; nothing is lost.

    With a SQLite store, stop the hub first.
    """
    from app.station.adopting import adopt as move

    with told(), owned_hub(store, data) as hub:
        done = move(shop.absolute(), hub.store, hub.key, url, str(ca) if ca else "")
    print(
        f"The hub has the shop's {done.rows} events and {done.keys} members' keys now."
        f" Start the hub, then open the counter: sikka counter --data {shop}"
    )

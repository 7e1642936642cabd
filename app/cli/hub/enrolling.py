"""`sikka hub enrol | stations | revoke`: who may push and pull."""

from datetime import UTC, datetime
from typing import Annotated, Literal

import typer

from app.cli.hub.places import Data, Store, perform

NEVER = "never"


def register(hub: typer.Typer) -> None:
    """Add the commands."""
    hub.command("enrol")(enrol)
    hub.command("stations")(stations)
    hub.command("revoke")(revoke)


def enrol(
    store: Store,
    till: Annotated[str, typer.Option(metavar="NAME", help="The new station's till.")],
    cell: Annotated[
        str,
        typer.Option(metavar="CELL", help='A cell\'s id, or "new" (default: the only one).'),
    ] = "",
    store_name: Annotated[
        str, typer.Option(metavar="NAME", help="The shop the till stands in.")
    ] = "main",
    role: Annotated[
        Literal["counter", "kiosk", "redemption"],
        typer.Option(help="What the station may be: a kiosk's key records no sale, for one."),
    ] = "counter",
    data: Data = None,
) -> None:
    """Print a code with which one station may join within a day: sikka station join URL CODE."""
    done = perform(
        store, data, "enrol", {"cell": cell, "store": store_name, "till": till, "role": role}
    )
    print(done["code"])
    print(f"For one station of cell {done['cell']} ({role}), within a day.")


def stations(store: Store, data: Data = None) -> None:
    """List stations: till, when last heard of, what they have not sent, whether shut out."""
    for one in perform(store, data, "stations", {}):
        seen = one["seen_ms"]
        when = f"{datetime.fromtimestamp(seen / 1000, UTC):%Y-%m-%d %H:%M} UTC" if seen else NEVER
        out = "" if one["revoked_seq"] is None else f"  shut out after {one['revoked_seq']}"
        print(
            f"{one['station']}  cell {one['cell'][:8]}  {one['store']}/{one['till']:10}"
            f"  {one['role']:10}"
            f"  {when:20}  unsent {one['unsent']:5}  clock {round(one['skew_ms'] / 1000):+d}s"
            f"  {one['version']}{out}"
        )


def revoke(
    station: Annotated[
        str, typer.Argument(metavar="STATION", help="Its id, or enough of the beginning of it.")
    ],
    store: Store,
    at: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="The last row that counts (default: as sent)."),
    ] = None,
    data: Data = None,
) -> None:
    """Shut a station out: later rows are kept aside, and it wipes what it knows of members."""
    done = perform(store, data, "revoke", {"station": station, "at": at})
    print(f"Till {done['till']} is shut out after its row {done['revoked_seq']}.")

"""`sikka hub exposure`: what could be overdrawn because stations may spend without the hub."""

# ruff: noqa: PLC0415 - imports are inside the command: `sikka` starts fast

import json
from time import time
from typing import TYPE_CHECKING

import typer

from app.cli.hub.places import Store, told
from app.cli.options import AsJson

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.hub.exposure import Exposure


def register(hub: typer.Typer) -> None:
    """Add the command."""
    hub.command("exposure")(exposure)


def exposure(store: Store, as_json: AsJson = False) -> None:
    """Print the most that can be overdrawn offline, and what is exposed now, in money.

    Reads one instant, also while the hub runs.
    """
    from app.hub.exposure import exposure_of
    from app.hub.reports import cell_ids
    from app.hub.store import read_store

    with told(), read_store(store) as core:
        now_ms = int(time() * 1000)
        found = {one: exposure_of(core, one, now_ms) for one in cell_ids(core)}
    if as_json:
        said = {
            one: {**seen._asdict(), "today_minor": seen.today_minor}
            for one, seen in found.items()
            if seen
        }
        print(json.dumps(said, indent=2))
        return
    for one, seen in found.items():
        print(one)
        for line in _lines(seen) if seen else ["It has no programme yet."]:
            print(f"  {line}")


def _lines(seen: "Exposure") -> "Iterator[str]":
    from app.domain.money import Money

    money = Money(seen.currency, seen.digits).full
    yield (
        f"{seen.stations} stations: a member can overdraw at most"
        f" {money(seen.member_bound_minor)}, all members together {money(seen.bound_minor)}."
    )
    yield f"Exposed now: {money(seen.today_minor)}."
    yield f"  may still be spent without the hub: {money(seen.at_risk_minor)}"
    yield f"  was spent so and is not booked yet: {money(seen.floor_minor)}"
    yield f"  held for stations that are silent or shut out: {money(seen.lost_holds_minor)}"
    yield f"  owed by members already: {money(seen.overdrawn_minor)}"
    if seen.silent:
        yield f"{seen.silent} stations were not heard of lately and spend nothing meanwhile."

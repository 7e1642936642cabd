"""`sikka simulate`: the proof of the sync, run for long; for developers, in a checkout only.

The engine is part of the tests: it breaks rules on purpose, and no shop needs it.
"""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

from typing import Annotated

import typer

from app.cli.options import refuse


def register(sikka: typer.Typer) -> None:
    """Add the command of this file; it is not listed, since no shop has a use for it."""
    sikka.command("simulate", hidden=True)(simulate)


def simulate(
    seeds: Annotated[int, typer.Option(min=1, help="How many runs.")] = 200,
    first: Annotated[int, typer.Option(min=0, help="The first seed.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    mutants: Annotated[
        bool, typer.Option("--mutants", help="Switch each rule off, one at a time.")
    ] = False,
    trace: Annotated[
        bool, typer.Option("--trace", help="Print every step of the runs that fail.")
    ] = False,
) -> None:
    """Simulate stations, a hub and everything that goes wrong between them; a seed is one run."""
    from importlib import import_module

    try:
        engine = import_module("tests.simulation.__main__")
    except ModuleNotFoundError:
        refuse("sikka simulate needs a checkout of Sikka: the simulation is one of its tests.", 1)
    given = [f"--seeds={seeds}", f"--first={first}"]
    flags = {"--json": as_json, "--mutants": mutants, "--trace": trace}
    given += [name for name, wanted in flags.items() if wanted]
    raise typer.Exit(engine.main(given))

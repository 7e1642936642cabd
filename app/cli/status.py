"""`sikka status` and `sikka conflicts`: how this station stands towards its hub."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

from typing import Annotated

import typer

from app.cli.options import AsJson, Data, folder_of


def register(sikka: typer.Typer) -> None:
    """Add the commands."""
    sikka.command("status")(status)
    sikka.command("conflicts")(conflicts)


def status(*, data: Data = None, as_json: AsJson = False) -> None:
    """Say when the hub was last reached, what is not sent yet, and what turned out otherwise.

    Reads the shop's files only: it answers while a counter is running, and without a network.
    """
    import json
    from dataclasses import asdict

    from app.config import read_settings
    from app.insight.status import station_status, status_lines
    from app.station import read_shop

    folder = folder_of(data)
    with read_shop(folder) as shop:
        found = station_status(shop, read_settings(folder).hub)
        lines = [json.dumps(asdict(found))] if as_json else status_lines(shop, found)
        for line in lines:
            print(line)


def conflicts(
    *,
    data: Data = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Those that were looked at, too.")
    ] = False,
) -> None:
    """List what turned out otherwise than was said here: what, which rule, coins and money."""
    from app.domain.programme import money_of
    from app.services.conflict_sentences import conflict_sentence
    from app.services.conflicts import list_conflicts
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        money = money_of(shop.programme)
        found = [one for one in list_conflicts(shop) if everything or not one.seen]
        for one in found:
            print(conflict_sentence(one, money))
    if not found:
        print("Everything turned out as was said here.")

"""`sikka import openings`: coins, credit and status from an earlier system."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

from contextlib import ExitStack
from typing import Annotated

import typer

from app.cli.imports import import_commands
from app.cli.options import Data, File, folder_of, left_out


def register(_sikka: typer.Typer) -> None:
    """Add the command of this file to `sikka import`."""
    import_commands.command("openings")(import_openings)


def import_openings(
    file: File,
    data: Data = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen, record nothing.")
    ] = False,
) -> None:
    """Take over what members bring: one lot a line.

    Columns: member, phone or card; coins, expires, usable_from; credit, credit_expires;
    status_points, status_date; lifetime_spend, visits. The same file again adds nothing.
    """
    from app.domain.programme import money_of
    from app.services.openings import take_openings
    from app.station import open_station, read_shop
    from app.wire.openings_csv import file_digest, openings

    folder = folder_of(data)
    with ExitStack() as opened:
        if dry_run:
            shop = opened.enter_context(read_shop(folder))
        else:
            shop = opened.enter_context(open_station(folder, background=False)).shop
        money = money_of(shop.programme)
        done = take_openings(shop, openings(file, money.digits), file_digest(file), dry=dry_run)
    said = "would be taken" if dry_run else "taken"
    print(
        f"{file}: {done.taken} lines {said}: {done.coins} coins,"
        f" {money.full(done.credit_minor)} of credit;"
        f" {done.already} were here already."
    )
    left_out([(row.line, row.reason) for row in done.refused])

"""Commands that bring members, items and old sales in."""

# ruff: noqa: PLC0415 - imports are inside, so that `sikka` starts fast

import sys
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer

from app.cli.options import AsJson, Data, File, folder_of, left_out

REFUSED_SHOWN = 20

import_commands = typer.Typer(
    help="Bring members, a catalogue or sales from CSV files.", no_args_is_help=True
)


def register(sikka: typer.Typer) -> None:
    """Add the commands."""
    sikka.add_typer(import_commands, name="import")
    sikka.command("replay")(replay)


@import_commands.command("members")
def import_members(file: File, data: Data = None) -> None:
    """Take over members: columns member, phone; name, language, birthday, marketing if you like.

    Their consent is recorded as imported. A member who is here already is left as is.
    """
    from app.services.imports import take_over_all
    from app.station import open_station
    from app.wire.members_csv import newcomers

    with open_station(folder_of(data), background=False) as station:
        taken = take_over_all(station.shop, newcomers(file))
    print(f"{file}: {taken.joined} new members, {taken.known} known already.")
    left_out([(row.line, row.reason) for row in taken.refused])


@import_commands.command("catalogue")
def import_catalogue(file: File, data: Data = None) -> None:
    """Add or change items: columns sku, name, price; category, gtin, unit if you like."""
    from app.services.catalogue import import_catalogue as add
    from app.station import open_station
    from app.wire.csv_table import text_lines

    with open_station(folder_of(data), background=False) as station:
        done = add(station.shop, text_lines(file))
    print(f"{file}: {done.added} new items, {done.changed} given again.")
    left_out([(row.line, row.why) for row in done.bad])


@import_commands.command("sales")
def import_sales(
    file: File,
    data: Data = None,
    enrol: Annotated[bool, typer.Option("--enrol", help="Enrol unknown member numbers.")] = False,
    as_json: AsJson = False,
) -> None:
    """Record the receipts of another till; what is here already is not recorded again."""
    _replayed(file, data, enrol=enrol, past=False, as_json=as_json)


def replay(
    file: File,
    data: Data = None,
    enrol: Annotated[bool, typer.Option("--enrol", help="Enrol unknown member numbers.")] = False,
    as_json: AsJson = False,
) -> None:
    """Send old receipts (CSV, also .xz) through the counter, day-end jobs included.

    Columns: receipt, kind (sale or return), occurred_at, member, sku, name, quantity,
    unit_price; original_receipt, category, discount, store, till, cashier if you like.
    """
    _replayed(file, data, enrol=enrol, past=True, as_json=as_json)


def _replayed(file: Path, data: Path | None, *, enrol: bool, past: bool, as_json: bool) -> None:
    from app.station.replaying import replay_file

    begun = monotonic()
    tally = replay_file(folder_of(data), file, enrol=enrol, past=past)
    report = tally.fields() | {"seconds": round(monotonic() - begun, 3)}
    if as_json:
        import json

        print(json.dumps(report, ensure_ascii=False))
    else:
        for name, value in report.items():
            shown = len(value) if isinstance(value, list) else value
            print(f"{name.replace('_', ' '):26} {shown}")
        rows = sorted(tally.broken + tally.refused, key=lambda row: row.line)
        for row in rows[:REFUSED_SHOWN]:
            print(f"{file}:{row.line}: receipt {row.receipt or '?'}: {row.reason}")
        if len(rows) > REFUSED_SHOWN:
            print(f"… and {len(rows) - REFUSED_SHOWN} more; --json names them all.")
    if tally.broken:
        sys.exit(2)

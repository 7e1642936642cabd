"""`sikka jobs run` and `sikka rebuild`: by hand what otherwise happens by itself."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

import sys
from datetime import datetime
from typing import Annotated

import typer

from app.cli.options import Data, folder_of

job_commands = typer.Typer(help="What is due at the end of a day.", no_args_is_help=True)


def register(sikka: typer.Typer) -> None:
    """Add the commands of this file."""
    sikka.add_typer(job_commands, name="jobs")
    sikka.command("rebuild")(rebuild)


@job_commands.command("run")
def jobs_run(
    data: Data = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="As on the morning of this business date (default: today's).",
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing.")] = False,
) -> None:
    """Do everything that is due: expiry, evaluation, draws, greetings; twice changes nothing.

    With a date that has not come, what would lapse until then lapses now.
    """
    from app.station import open_station
    from app.station.days import run_days

    with open_station(folder_of(data), background=False) as station:
        today = station.shop.moment().on
        morning = as_of.date() if as_of else today
        if morning > today and sys.stdin.isatty() and not yes:
            question = f"{morning} has not come. Let everything lapse that ends before it?"
            typer.confirm(question, abort=True)
        done = run_days(station, morning)
    for kind, count in sorted(done.items()):
        print(f"{kind.replace('_', ' '):26} {count}")
    if not done:
        print(f"Nothing is due on {morning}.")


def rebuild(data: Data = None) -> None:
    """Fold every event again, as after an update; the journal and the feed stay as they are."""
    from app.station import open_station

    folder = folder_of(data)
    with open_station(folder, background=False, rebuild=True) as station:
        count = station.db.feed_seq
    print(f"{folder}: everything folded again from {count} rows of the feed.")

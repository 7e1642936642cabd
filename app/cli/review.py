"""`sikka review`: what somebody should look at, and deciding it."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

from pathlib import Path
from typing import Annotated

import typer

from app.cli.options import Data, Pin, approver_in, folder_of, refuse

review_commands = typer.Typer(help="The review list.", no_args_is_help=True)
Id = Annotated[str, typer.Argument(metavar="ID", help="The entry, or how its id begins.")]


def register(sikka: typer.Typer) -> None:
    """Add the commands of this file."""
    sikka.add_typer(review_commands, name="review")


@review_commands.command("list")
def review_list(data: Data = None) -> None:
    """Show what waits, oldest first."""
    from app.services.flags import waiting
    from app.services.survey_sentences import flag_sentence
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        flags = waiting(shop)
        for flag in flags:
            print(f"{flag.id}  {flag.on}  {flag_sentence(shop, flag)}")
    if not flags:
        print("Nothing waits.")


@review_commands.command("approve")
def review_approve(flag: Id, pin: Pin = "", data: Data = None) -> None:
    """Approve an entry; a doubted survey pays its coins now."""
    _decide(flag, pin, data, approve=True)


@review_commands.command("reject")
def review_reject(flag: Id, pin: Pin = "", data: Data = None) -> None:
    """Reject an entry; it pays nothing."""
    _decide(flag, pin, data, approve=False)


def _decide(flag: str, pin: str, data: Path | None, *, approve: bool) -> None:
    from app.services.flags import FlagClosed, decide, waiting
    from app.services.survey_sentences import decision_sentence
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        shop = station.shop
        meant = [one.id for one in waiting(shop) if one.id.startswith(flag)]
        if len(meant) > 1:
            refuse(f'{len(meant)} entries begin with "{flag}"; give more of the id.')
        done = decide(shop, approver_in(shop, pin), meant[0] if meant else flag, approve=approve)
        if not isinstance(done, FlagClosed):
            refuse(decision_sentence(done))
    print(decision_sentence(done))

"""The command line: argument parsing only. Imports are inside the commands: `sikka` starts fast.

Every refusal is a sentence on standard error. Exit codes: 0 done, 1 failed, 2 bad input.
"""

import os
import sys

import typer

from app.cli import (
    backups,
    campaigns,
    cards,
    credit,
    day,
    explain,
    exports,
    goals,
    hub,
    imports,
    jobs,
    leash,
    openings,
    people,
    prints,
    programmes,
    raffles,
    rehearse,
    review,
    rewards,
    setup,
    shops,
    simulate,
    station,
    status,
    surveys,
    till,
)
from app.cli.options import refuse
from app.config import read_environment

sikka = typer.Typer(
    name="sikka",
    help="Loyalty for real shops: counter, members, coins. Runs on the shop's own computer.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
for noun in (
    shops,
    programmes,
    imports,
    cards,
    exports,
    day,
    jobs,
    backups,
    campaigns,
    raffles,
    explain,
    rehearse,
    credit,
    openings,
    surveys,
    review,
    goals,
    rewards,
    people,
    prints,
    hub,
    station,
    till,
    setup,
    status,
    simulate,
):
    noun.register(sikka)


def main() -> None:
    """Run the command of this process's arguments."""
    if read_environment().leashed:
        leash.hold()
    try:
        sikka()
    except BrokenPipeError:
        # Whoever read the output has seen enough; nothing is left to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        from app.station.exits import exit_code, sentence  # noqa: PLC0415 - only when it is needed

        code = exit_code(error)
        if code is None:
            raise
        refuse(sentence(error), code)

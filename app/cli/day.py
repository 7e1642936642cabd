"""`sikka day`: what today comes to, and closing the till's day."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.options import AsJson, Data, Language, Pin, approver_in, folder_of, refuse

if TYPE_CHECKING:
    from app.services.day_close_rows import CloseLine

day_commands = typer.Typer(help="Today's figures, and closing the day.", no_args_is_help=True)
On = Annotated[
    datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], metavar="DATE", help="Which day (default: today)."),
]


def register(sikka: typer.Typer) -> None:
    """Add the commands of this file."""
    sikka.add_typer(day_commands, name="day")


@day_commands.command("show")
def show(*, on: On = None, data: Data = None, as_json: AsJson = False) -> None:
    """Say what a day comes to at this till and in the store; also while a counter runs."""
    import json

    from app.insight.day_sentences import today_json, today_lines
    from app.insight.today import today
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        found = today(shop, on.date() if on else None)
        for line in [json.dumps(today_json(found))] if as_json else today_lines(shop, found):
            print(line)


@day_commands.command("close")
def close(pin: Pin = "", data: Data = None, lang: Language = None) -> None:
    """Close this till's day: it gets a number, and nothing in it changes any more."""
    from app.insight.day_sentences import close_refused
    from app.services.day_close_rows import close_rows, close_title
    from app.services.day_closes import DayIsClosed, close_day
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        shop = station.shop
        approver = approver_in(shop, pin)
        done = close_day(shop, approver, approver)
        if not isinstance(done, DayIsClosed):
            refuse(close_refused(done))
        language = lang or shop.programme.languages[0]
        print(close_title(done.close.facts.number, language))
        _print_lines(close_rows(shop, done.close, language))


@day_commands.command("list")
def list_all(data: Data = None) -> None:
    """List this till's closed days, newest first."""
    from app.insight.day_sentences import close_line
    from app.services.day_closes import list_closes
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        found = list_closes(shop, -1)
        for one in found:
            print(close_line(shop, one))
    if not found:
        print("No day was closed yet.")


@day_commands.command("print")
def print_one(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The close's number.")],
    data: Data = None,
    lang: Language = None,
) -> None:
    """Write a closed day once more; it says REPRINT."""
    from app.domain.texts import text_in
    from app.services.day_close_rows import close_rows, close_title
    from app.services.day_closes import find_close
    from app.services.slips.words import REPRINT
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        found = find_close(shop, number)
        if found is None:
            refuse(f"This till has no closed day number {number}. See: sikka day list")
        language = lang or shop.programme.languages[0]
        print(f"{close_title(number, language)} · {text_in(REPRINT, language)}")
        _print_lines(close_rows(shop, found, language))


@day_commands.command("export")
def export(
    csv: Annotated[
        Path | None,
        typer.Option("--csv", metavar="FILE", help="The file (default: in the shop's folder)."),
    ] = None,
    data: Data = None,
) -> None:
    """Write all closed days of this till as CSV, and say where."""
    from app.insight.day_closes import save_closes
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        print(save_closes(shop, csv.absolute() if csv else None))


@day_commands.command("verify")
def verify(data: Data = None) -> None:
    """Add every closed day up again from the rows it counted, and follow the journal's chain."""
    from app.insight.day_sentences import many
    from app.insight.day_verify import verify_closes

    found = verify_closes(folder_of(data))
    for finding in found.findings:
        print(finding)
    if found.findings:
        refuse(f"{found.right} of {many(found.closes, 'closed day')} are right.", 1)
    each = "every one as its" if found.closes > 1 else "as its"
    print(f"{many(found.closes, 'closed day')}, {each} rows add up.")


def _print_lines(lines: "tuple[CloseLine, ...]") -> None:
    width = max(len(line.title) for line in lines)
    for line in lines:
        print(f"{line.title:<{width}}  {line.value}")

"""Commands to print a member's card and to block it."""

# ruff: noqa: PLC0415 - imports are inside, so that `sikka` starts fast

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from app.cli.options import Data, folder_of, refuse


class _CardCommands(TyperGroup):
    """`sikka card WHO…` prints; only `block` is a command of its own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in {*self.commands, "--help"}:
            args = ["print", *args]
        return super().parse_args(ctx, args)


card_commands = typer.Typer(
    cls=_CardCommands, help="Print a member's card, or block it.", no_args_is_help=True
)


def register(sikka: typer.Typer) -> None:
    """Add the commands."""
    sikka.add_typer(card_commands, name="card")


@card_commands.command("print")
def card_print(
    who: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHO…", help="Card number, old number, member id, phone or name (none: all)."
        ),
    ] = None,
    data: Data = None,
    out: Annotated[
        Path | None, typer.Option(metavar="F.png", help="One card as a picture.")
    ] = None,
    sheet: Annotated[
        Path | None, typer.Option(metavar="F.pdf", help="Ten cards a page, to cut.")
    ] = None,
    issue: Annotated[
        bool, typer.Option("--issue", help="Give a card to members who have none.")
    ] = False,
) -> None:
    """Print cards: `sikka card WHO --out F.png` or `sikka card [WHO…] --sheet F.pdf`."""
    from app.services.card_prints import CardPrint, NoPrint, all_prints, print_of, shop_name
    from app.station import open_station, read_shop

    if (out is None) == (sheet is None) or (out and len(who or ()) != 1):
        refuse("Name one member and --out F.png, or any number of them and --sheet F.pdf.")
    folder = folder_of(data)
    with ExitStack() as opened:
        if issue:
            shop = opened.enter_context(open_station(folder, background=False)).shop
        else:
            shop = opened.enter_context(read_shop(folder))
        found = [print_of(shop, one, issue=issue) for one in who or ()]
        prints = found if who else list(all_prints(shop, issue=issue))
        name = shop_name(shop)
    bad = [one for one in prints if isinstance(one, NoPrint)]
    for one in bad:
        print(one.reason, file=sys.stderr)
    cards = [one for one in prints if isinstance(one, CardPrint)]
    if cards and out:
        from app.services.cards import card_png

        out.write_bytes(card_png(cards[0].number, cards[0].name, name))
    elif cards and sheet:
        from app.hardware.card_file import write_sheet_file

        write_sheet_file(sheet, [(one.number, one.name) for one in cards], name)
    if cards:
        print(f"{out or sheet}: {len(cards)} card{'s' * (len(cards) != 1)}")
    if bad or not cards:
        sys.exit(2)


@card_commands.command("block")
def card_block(
    who: Annotated[str, typer.Argument(metavar="NUMBER", help="The card, or whose cards.")],
    data: Data = None,
    reason: Annotated[str, typer.Option(help="Why, as the counter will say.")] = "lost",
) -> None:
    """Block a lost or stolen card; its member stays a member."""
    from app.services.card_prints import NoPrint, block
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        done = block(station.shop, who, reason)
    if isinstance(done, NoPrint):
        refuse(done.reason)
    print(f"Blocked ({reason}): {', '.join(done.cards)}")

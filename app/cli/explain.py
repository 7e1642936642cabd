"""`sikka explain`: why every coin came, and where it went."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

from typing import Annotated

import typer

from app.cli.options import Data, Language, folder_of, refuse


def register(sikka: typer.Typer) -> None:
    """Add the command."""
    sikka.command("explain")(explain)


def explain(
    who: Annotated[
        str,
        typer.Argument(
            metavar="EVENT|MEMBER", help="An event's id; or a card, phone, name or member id."
        ),
    ],
    data: Data = None,
    language: Language = None,
) -> None:
    """Say how every coin of a member came and went, or why an event gave what it gave."""
    from app.insight.explain import explain_event, explain_member, is_event
    from app.services.card_prints import NoPrint, whose
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        spoken = language or shop.programme.languages[0]
        if is_event(shop, who):
            lines = explain_event(shop, who, spoken)
        else:
            view = whose(shop, who)
            if isinstance(view, NoPrint):
                refuse(view.reason)
            lines = explain_member(shop, view.member, spoken)
        for line in lines:
            print(line)

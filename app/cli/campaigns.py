"""`sikka campaigns`: the shop's seasons, their goals and what they have given."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

from typing import Annotated

import typer

from app.cli.options import Data, folder_of


def register(sikka: typer.Typer) -> None:
    """Add the commands of this file."""
    sikka.command("campaigns")(campaigns)


def campaigns(
    data: Data = None,
    language: Annotated[str, typer.Option("--lang", help="Of en, hi, fil.")] = "",
) -> None:
    """Show each campaign: its dates, what belongs to it, its goal, its coins and their budget."""
    from app.domain.programme import money_of
    from app.domain.texts import text_in
    from app.insight.campaigns import seasons
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        spoken = language or shop.programme.languages[0]
        money = money_of(shop.programme)
        found = seasons(shop)
    if not found:
        print("The programme has no campaign.")
    for season in found:
        campaign = season.campaign
        first, last = campaign.dates
        print(f"{first} to {last}  {text_in(campaign.title, spoken)} ({season.state})")
        parts = ", ".join(f"{noun} {one}" for noun, one in season.parts)
        print(f"  {parts or 'nothing belongs to it yet'}")
        if campaign.measure:
            spend = campaign.measure == "spend"
            reached, target = (
                money.short(one) if spend else str(one) for one in (season.reached, campaign.target)
            )
            percent = season.reached * 100 // campaign.target
            name = campaign.measure.replace("_", " ")
            print(f"  {name}: {reached} of {target} ({percent} %)")
        budget = f" of {campaign.budget_coins}" if campaign.budget_coins else ""
        over = f", {season.over} over budget" if season.over else ""
        print(f"  coins given: {season.coins}{budget}{over}")

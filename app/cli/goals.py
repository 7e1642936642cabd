"""`sikka goals`, `sikka rate` and `sikka ratings`: what to reach, and stars for products."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

from typing import Annotated

import typer

from app.cli.options import Data, Language, folder_of, refuse

Who = Annotated[
    str, typer.Argument(metavar="MEMBER", help="A card, member number, member id, phone or name.")
]


def register(sikka: typer.Typer) -> None:
    """Add the commands of this file."""
    sikka.command("goals")(goals)
    sikka.command("rate")(rate)
    sikka.command("ratings")(ratings)


def goals(who: Who, data: Data = None, language: Language = None) -> None:
    """Show what a member can reach and how far it is: challenges, streaks, badges."""
    from app.insight.goals import goal_lines
    from app.services.card_prints import NoPrint, whose
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        view = whose(shop, who)
        if isinstance(view, NoPrint):
            refuse(view.reason)
        for line in goal_lines(shop, view.member, language or shop.programme.languages[0]):
            print(line)


def rate(
    who: Who,
    sku: Annotated[str, typer.Argument(metavar="SKU", help="The product's code.")],
    stars: Annotated[int, typer.Argument(metavar="STARS", help="1 to 5.")],
    text: Annotated[str, typer.Option(help="The member's own words.")] = "",
    data: Data = None,
) -> None:
    """Give a product stars for a member who bought it; paid once for each product."""
    from app.services.card_prints import NoPrint, whose
    from app.services.reviews import ProductRated, rate_product, rating_sentence
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        view = whose(station.shop, who)
        if isinstance(view, NoPrint):
            refuse(view.reason)
        done = rate_product(station.shop, "", view.member, sku, stars, text)
    if not isinstance(done, ProductRated):
        refuse(rating_sentence(done))
    print(f"{done.sku}: {done.stars} of 5 stars, {done.coins} coins.")


def ratings(data: Data = None) -> None:
    """List the stars of every product members rated, best first."""
    from app.insight.reviews import stars_by_product
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        rows = stars_by_product(shop)
    for row in rows:
        whole, part = divmod(row.average_hundredths, 100)
        print(f"{row.sku}  {whole}.{part:02d}  ({row.ratings})")
    if not rows:
        print("No product was rated yet.")

"""What members think of products: stars by sku, from the booked ratings."""

from datetime import date
from typing import NamedTuple

from app.domain.facts import Rated
from app.domain.money import round_half_up
from app.insight import feed
from app.services.shop import Shop


class Stars(NamedTuple):
    """`ratings` of one product; `average_hundredths` 425 = 4.25 stars."""

    sku: str
    ratings: int
    average_hundredths: int


def stars_by_product(shop: Shop, until: date | None = None) -> tuple[Stars, ...]:
    """Return each rated product, best first, among equals the more often rated.

    A rating that came second for the same member and product counts for nothing, here too.
    """
    given: dict[str, list[int]] = {}
    for _, event in feed.events(shop.folder, until):
        match event.facts:
            case Rated(sku=sku, stars=stars) if event.once:
                given.setdefault(sku, []).append(stars)
            case _:
                pass
    rows = [
        Stars(sku, len(stars), round_half_up(sum(stars) * 100, len(stars)))
        for sku, stars in given.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.average_hundredths, -row.ratings, row.sku)))

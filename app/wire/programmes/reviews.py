"""The `[reviews]` table of a programme document: coins for rating what one bought."""

from app.domain.promises import ReviewTerms
from app.wire.programmes.table import INTEGER_MAX, Table

MONTH_MAX = 100


def read_reviews(table: Table) -> ReviewTerms:
    """Return what a product rating gives, and how many a month are paid."""
    default = ReviewTerms()
    terms = ReviewTerms(
        coins=table.integer("coins", 0, INTEGER_MAX, default.coins),
        limit=table.integer("limit", 1, MONTH_MAX, default.limit),
    )
    table.close()
    return terms

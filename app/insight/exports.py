"""What a shop can take with it: members, sales, coins, the journal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Literal

from app.insight import coins, feed, journal, members, sales
from app.services.clocks import SetClock
from app.services.shop import Shop
from app.storage import replica
from app.wire.exports import Cell

What = Literal["members", "sales", "coins", "journal"]


@dataclass(frozen=True, slots=True)
class Export:
    """Named columns, rows to be read once, and the business date they describe."""

    columns: Sequence[str]
    rows: Iterator[tuple[Cell, ...]]
    on: date


def export(shop: Shop, clock: SetClock, what: What, as_of: date | None) -> Export:
    """Return an export up to a business date, else up to the newest one in the books.

    Raises FeedElsewhereError for what a station of a hub does not have.

    `clock` is the shop's: it is set to that date, so that balances and tiers are those of then.
    """
    if what in {"sales", "coins"} or (what == "members" and as_of is not None):
        feed.file_of(shop.folder)  # before anybody makes a file for it
    on = as_of or newest(shop)
    clock.at = datetime.combine(on, time(12), UTC)
    if what == "members":
        return Export(members.COLUMNS, members.member_rows(shop, on, past=as_of is not None), on)
    if what == "sales":
        return Export(sales.COLUMNS, sales.sale_rows(shop, as_of), on)
    if what == "coins":
        return Export(coins.COLUMNS, coins.coin_rows(shop, as_of), on)
    return Export(journal.COLUMNS, journal.journal_rows(shop, as_of), on)


def newest(shop: Shop) -> date:
    """Return the business date the books have reached: of the newest sale, or of the open day.

    It is not the computer's date where a replay has filled the books with another time.
    """
    with shop.db.cursor(None) as cursor:
        sold = replica.newest_sale(cursor)
    days = [event.on for events in shop.db.pending.values() for _, event in events]
    days += [day for day in (sold, feed.open_day(shop.folder)) if day]
    return max(days, default=shop.clock.now().date())

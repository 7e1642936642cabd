"""The latest sales of a member, as the counter's panel shows them."""

from app.domain.events import Event
from app.domain.facts import Returned, Sold
from app.domain.fold.draft import Draft
from app.domain.members import RECENT_KEPT, RecentSale


def recent_of(event: Event, sold: Sold) -> RecentSale:
    """Return a sale as the panel shows it."""
    return RecentSale(
        event.id,
        event.on,
        event.at_ms,
        sold.bill_number,
        sum([line.net_minor for line in sold.lines]),
        sum([step.granted for step in sold.steps]),
    )


def keep_recent(draft: Draft, sale: RecentSale) -> None:
    """Keep a sale among the newest, which come first."""
    newer = 0
    for kept in draft.recent:
        if (kept.at_ms, kept.sale) < (sale.at_ms, sale.sale):
            break
        newer += 1
    draft.recent.insert(newer, sale)
    del draft.recent[RECENT_KEPT:]


def lower_recent(draft: Draft, returned: Returned) -> None:
    """Take what came back off the sales it came from."""
    for at, sale in enumerate(draft.recent):
        amount = sum(part.amount_minor for part in returned.parts if part.sale == sale.sale)
        coins = sum(coins for of, _, coins in returned.steps if of == sale.sale)
        if amount or coins:
            draft.recent[at] = sale._replace(
                paid_minor=sale.paid_minor - amount, coins=sale.coins - coins
            )

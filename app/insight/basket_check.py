"""Bills of the till against the journal: what is said to be recorded must be there."""

from sqlalchemy import Connection, exists, select

from app.insight.findings import Findings
from app.storage.tables import basket, journal


def check_baskets(station: Connection, findings: Findings) -> None:
    """Check that the sale of every recorded basket is in the journal."""
    sold = exists().where(journal.c.event_id == basket.c.sale)
    named = select(basket.c.source, basket.c.external_id)
    recorded = basket.c.state.in_(("recorded", "cancel"))
    for row in station.execute(named.where(recorded, ~sold)):
        where = f"{row.source} {row.external_id}"
        findings.add("station.db", "a bill of the till has no sale in the journal", where)
    open_with_sale = ~recorded & (basket.c.sale != "")
    for row in station.execute(named.where(open_with_sale)):
        where = f"{row.source} {row.external_id}"
        findings.add("station.db", "a bill of the till waits though it was recorded", where)

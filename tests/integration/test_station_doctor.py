"""`sikka doctor` at a station of a hub: its own files, and what the hub has of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.insight.doctor import Report
from app.services.shop import Shop
from app.station.examining import examine
from app.sync.exchange import Answer, UnreachableError
from tests.helpers.shops import enrol, sell
from tests.helpers.stations import Chain, chain_of

pytestmark = pytest.mark.slow


class NoNetwork:
    """Nobody answers."""

    def send(
        self, method: str, path: str, body: bytes = b"", *, token: str = "",
        timeout_s: float = 10.0,
    ) -> Answer:  # fmt: skip
        raise UnreachableError("no network")

    def close(self) -> None:
        pass


def a_first_sale(shop: Shop) -> None:
    sell(shop, "A-1", 50_000, member=enrol(shop))


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    """A hub with a closed station in tmp_path/till that has sold, sent and received."""
    with chain_of(tmp_path, a_first_sale) as chain:
        member = chain.joined("till")
        ravi = enrol(member.shop, "ravi")
        for at in range(4):
            sell(member.shop, f"T-{at}", 20_000, member=ravi)
        member.pump()
        chain.opened.remove(member)
        member.close()
        yield chain


def examined(chain: Chain) -> Report:
    return examine(chain.folder / "till", chain.exchange())


def change(chain: Chain, statement: str, file: str = "station.db") -> None:
    with closing(sqlite3.connect(chain.folder / "till" / file)) as database, database:
        assert database.execute(statement).rowcount


def test_a_healthy_station_agrees_with_its_hub(chain: Chain):
    report = examined(chain)
    assert (report.findings, report.remark) == ((), "")
    assert report.journal_rows == 5
    assert report.members == 2


def test_without_a_network_it_says_that_the_hub_was_not_asked(chain: Chain):
    report = examine(chain.folder / "till", NoNetwork())
    assert report.findings == ()
    assert "hub was not asked" in report.remark


LONGER = "CAST(body || ' ' AS BLOB)"
CHANGES = {
    "a row of the journal was changed": f"UPDATE journal SET body = {LONGER} WHERE seq = 2",
    "the journal has a hole": "DELETE FROM journal WHERE seq = 2",
    "a received row was changed": (
        f"UPDATE received SET body = {LONGER} WHERE seq = (SELECT max(seq) FROM received)"
    ),
    "the end of what was received": (
        "UPDATE meta SET value = lower(hex(randomblob(32))) WHERE key = 'feed_head'"
    ),
    "not what the hub signed": "UPDATE signed SET signature = randomblob(64)",
    "a member cannot be read": "UPDATE member SET state = x'00'",
    "less than nothing": (
        "INSERT INTO own_hold (hold_id, state, coins, credit_minor, at_ms)"
        " VALUES ('f', 'asking', -1, 0, 0)"
    ),
    "it waits for its hub": "INSERT INTO meta (key, value) VALUES ('refolding', '3')",
    "its feed is older": "UPDATE meta SET value = 9999 WHERE key = 'feed_seq'",
}


@pytest.mark.parametrize("kind", CHANGES)
def test_what_was_changed_is_named(chain: Chain, kind: str):
    change(chain, CHANGES[kind])
    found = [one.what for one in examined(chain).findings]
    assert any(kind in what for what in found), found


def test_a_journal_older_than_the_hubs_copy_is_named(chain: Chain):
    change(chain, "DELETE FROM journal WHERE seq = 5")
    change(chain, "UPDATE meta SET value = 4 WHERE key = 'own_seq'")
    found = [one.what for one in examined(chain).findings]
    assert any("older than the hub's copy" in what for what in found), found


def test_a_hub_that_does_not_know_what_came_back_is_named(chain: Chain):
    chain.hub.store.run(lambda core: core.exec_driver_sql("DELETE FROM booked"))
    found = [one.what for one in examined(chain).findings]
    assert sum("unknown to the hub" in what for what in found) == 5

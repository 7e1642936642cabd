"""A station older than its hub: it goes on earning and waits for the update, without haste."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.chain import link
from app.storage.tables import cell, feed
from app.sync.exchange import UpdateNeededError
from tests.helpers.shops import sell
from tests.helpers.stations import Chain, chain_of

pytestmark = pytest.mark.slow

NEWER = b'{"v":99,"id":"x","kind":"dreamt"}'


def make_newer(chain: Chain) -> None:
    """Have the last row of the feed be one that only a newer program can read."""

    def work(core: sa.Connection) -> None:
        last = core.execute(sa.select(feed).order_by(feed.c.seq.desc()).limit(2)).all()
        seq, head = last[0].seq, link(last[1].hash, last[0].seq, NEWER)
        core.execute(sa.update(feed).where(feed.c.seq == seq).values(body=NEWER, hash=head))
        core.execute(sa.update(cell).values(head=head))

    chain.hub.store.run(work)


def test_who_needs_an_update_does_not_ask_for_the_same_page_without_a_pause(
    tmp_path: Path,
) -> None:
    with chain_of(tmp_path) as chain:
        here, there = chain.open(chain.folder / "shop"), chain.joined("2")
        sell(here.shop, "B-1", 10_000)
        here.pump()
        make_newer(chain)
        # A listener asks again at once after a call that returns, and pauses after one that raises.
        with pytest.raises(UpdateNeededError):
            there.link.follow(0)
        assert there.link.status().needs_update
        assert there.link.online
        sell(there.shop, "N-1", 10_000)
        there.pump()
        assert there.link.status().unsent == 0

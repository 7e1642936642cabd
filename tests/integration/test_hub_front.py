"""The hub's front: pushing, pulling, epochs, keys, all in one transaction each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.wire.sync import Acked, Fed, Page, Pushed
from tests.helpers.hub import Desk, bodies_of, hub_in, told


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with hub_in(tmp_path) as made:
        yield made


def test_what_is_pushed_comes_back_in_the_feed(desk: Desk):
    till = desk.station()
    done = told(till.push(*bodies_of("asha", "ravi")), Pushed)
    assert isinstance(done, Acked)
    assert (done.last_seq, done.head, done.contact.last_seq) == (2, till.head, 2)
    page = told(till.feed(), Fed)
    assert isinstance(page, Page)
    assert [row.body for row in page.rows] == bodies_of("asha", "ravi")
    again = told(till.feed(2, page.rows[-1].hash), Fed)
    assert isinstance(again, Page)
    assert not again.rows

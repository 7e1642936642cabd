"""What stations that are lost, broken or shut out cannot do to a hub and its other stations."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.chain import CHAIN_START, link
from app.hub import cell, stations
from app.wire import events
from app.wire.sync import Acked, EnrolAsk, Epoch, EpochAsk
from tests.helpers.hub import (
    CELL,
    Desk,
    Till,
    bodies_of,
    enrolled_body,
    hub_in,
    key_of,
    pushed,
    refused,
    told,
)
from tests.helpers.shops import number

pytestmark = pytest.mark.slow

DAY_MS = 24 * 3_600_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with hub_in(tmp_path) as made:
        yield made


def outcomes(desk: Desk) -> list[tuple[int, str]]:
    with desk.hub.store.read() as core:
        rows = cell.rows_after(core, CELL, 0, 100)
    return [(row.lane_seq, row.outcome) for row in rows]


def revoke(desk: Desk, till: Till) -> None:
    desk.hub.store.run(lambda core: stations.revoke(core, till.station_id, None))


def test_a_revoked_station_books_nothing_more_also_where_an_older_epoch_came_further(
    desk: Desk,
) -> None:
    till = desk.station()
    bodies = bodies_of("asha", "ravi", "mina", "jose")
    pushed(till.push(*bodies))
    # Put back to a copy of its first row, it goes on in a new epoch.
    till.seq, till.head = 1, link(CHAIN_START, 1, bodies[0])
    lane = f"/v1/cells/{CELL}/lanes/{till.station_id}"
    till.epoch = told(till.ask("POST", lane, EpochAsk(1, 1, till.head)), Epoch).epoch
    pushed(till.push(enrolled_body("sara")))
    revoke(desk, till)
    pushed(till.push(enrolled_body("thief")))
    assert outcomes(desk)[-2:] == [(2, "booked"), (3, "parked")]


def test_a_revoked_station_cannot_make_the_others_take_everything_anew(desk: Desk) -> None:
    till = desk.station()
    pushed(till.push(enrolled_body("asha")))
    revoke(desk, till)
    answer = pushed(till.push(enrolled_body("thief"), incarnation=77))
    assert answer.contact.incarnation == 1


def test_an_enrolment_is_not_answered_again_long_after_its_code_was_over(desk: Desk) -> None:
    till, code = Till(desk, key_of("a")), desk.code()
    first = till.enrol(code)
    assert till.enrol(code).secret == first.secret
    desk.clock.now_ms += 2 * DAY_MS
    ask = EnrolAsk(code, till.key.public_key().public_bytes_raw())
    assert refused(desk.ask("POST", "/v1/enrolments", ask)) == (401, "code")


def test_an_event_that_names_a_key_twice_books_once_and_blocks_nobody(desk: Desk) -> None:
    till = desk.station()
    event = replace(events.decode(enrolled_body("asha")), once=("k:1", "k:1"))
    answer = pushed(till.push(events.encode(event), enrolled_body("ravi")))
    assert isinstance(answer, Acked)
    assert answer.last_seq == 2
    assert outcomes(desk) == [(1, "booked"), (2, "booked")]


def test_a_hub_keeps_no_files_that_are_called_keys(desk: Desk) -> None:
    till = desk.station()
    answer = till.push(enrolled_body("asha"), keys={number("member asha"): bytes(101)})
    assert refused(answer) == (400, "malformed")
    pushed(till.push(enrolled_body("asha"), keys={number("member asha"): bytes(60)}))


def test_a_station_gets_no_epoch_in_which_it_could_not_push(desk: Desk) -> None:
    till = desk.station()
    lane = f"/v1/cells/{CELL}/lanes/{till.station_id}"
    ask = EpochAsk(stations.EPOCH_MAX, 0, CHAIN_START)
    assert refused(till.ask("POST", lane, ask)) == (422, "epoch")
    till.epoch = told(
        till.ask("POST", lane, EpochAsk(stations.EPOCH_MAX - 1, 0, CHAIN_START)), Epoch
    ).epoch
    pushed(till.push(enrolled_body("asha")))

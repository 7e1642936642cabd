"""Whatever a client does wrong gets a clear status and a sentence, and nothing is booked."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.hub.front import Request
from app.hub.trust import TOKEN_MS
from app.wire.sync import (
    ASK_BYTES_MAX,
    JSON,
    MSGPACK,
    PUSH_BYTES_MAX,
    PUSH_EVENTS_MAX,
    EpochAsk,
    HoldAsk,
    KnownAsk,
    Standing,
    encode,
)
from tests.helpers.hub import (
    CELL,
    NOW_MS,
    OTHER_CELL,
    Desk,
    Till,
    bodies_of,
    hub_in,
    key_of,
    page,
    pushed,
    refused,
)
from tests.helpers.shops import number

pytestmark = pytest.mark.slow


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with hub_in(tmp_path) as made:
        yield made


@pytest.fixture(scope="module")
def till(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Till]:
    """One station for the tests that send many bad requests; none of them books."""
    with hub_in(tmp_path_factory.mktemp("hub")) as made:
        yield made.station()
        assert made.count() == 0


def raw(till: Till, path: str, body: bytes, media_type: str = MSGPACK) -> tuple[int, str]:
    return refused(till.desk.front.handle(Request("POST", path, body, till.token, media_type)))


MALFORMED = {
    "nothing": b"",
    "no MessagePack": b"\xc1",
    "no object": encode([1, 2, 3]),
    "an unknown field": encode({"code": "x", "public_key": bytes(32), "more": 1}),
    "a wrong type": encode({"incarnation": "one"}),
    "cut off": encode(KnownAsk((number("a"),)))[:-3],
    "deeply nested": b"\x91" * 100_000,
}


@pytest.mark.parametrize("what", MALFORMED)
def test_malformed_bodies(till: Till, what: str):
    for path in (till.lane, "/v1/enrolments", "/v1/sessions", f"/v1/cells/{CELL}/known"):
        status, code = raw(till, path, MALFORMED[what])
        limited = path.startswith(("/v1/enrol", "/v1/sess")) and len(MALFORMED[what]) > 4096
        assert (status, code) == ((413, "too_large") if limited else (400, "malformed"))


@given(body=st.binary(max_size=200), media_type=st.sampled_from([JSON, MSGPACK]))
def test_noise_is_refused(till: Till, body: bytes, media_type: str):
    for path in (till.lane, "/v1/enrolments", f"/v1/cells/{CELL}/refill"):
        assert raw(till, path, body, media_type) == (400, "malformed")


@given(path=st.text(max_size=60), method=st.sampled_from(["GET", "POST", "DELETE", "PUT", "🙂"]))
def test_paths_nobody_has(till: Till, path: str, method: str):
    reply = till.desk.front.handle(Request(method, f"/{path}", b"", till.token))
    assert refused(reply) in {(404, "path"), (405, "method")}


def test_a_media_type_nobody_speaks(till: Till):
    assert raw(till, till.lane, b"<a/>", "application/xml") == (415, "media_type")


@pytest.mark.parametrize(
    "query",
    ["", "after=-1", "after=0", "after=x&head=00", "wait=26", "wait=1&wait=2", "nobody=1", "&&=="],
)
def test_a_feed_asked_for_wrongly(till: Till, query: str):
    full = f"head={bytes(32).hex()}&incarnation=1&{query}" if "wait" in query else query
    path = f"/v1/cells/{CELL}/feed?{full}"
    assert refused(till.ask("GET", path)) == (400, "malformed")


def test_too_much_at_once(till: Till):
    for ask, expected in (
        (till.rows(*[b"x"] * (PUSH_EVENTS_MAX + 1)), (400, "malformed")),
        (till.rows(bytes(PUSH_BYTES_MAX), b"x"), (422, "too_many")),
        (
            till.rows(b"x", keys={number(str(at)): b"k" for at in range(PUSH_EVENTS_MAX + 1)}),
            (422, "too_many"),
        ),
    ):
        assert refused(till.ask("POST", till.lane, ask)) == expected
    assert raw(till, till.lane, bytes(ASK_BYTES_MAX + 1)) == (413, "too_large")
    known = KnownAsk(tuple(number(str(at)) for at in range(1001)))
    assert refused(till.ask("POST", f"/v1/cells/{CELL}/known", known)) == (400, "malformed")


def test_numbers_that_cannot_be(till: Till):
    lane = f"/v1/cells/{CELL}/lanes/{till.station_id}"
    assert refused(till.ask("POST", lane, EpochAsk(2**40, 0, bytes(32)))) == (422, "epoch")
    ask = till.rows(*bodies_of("asha"))
    assert refused(till.ask("POST", f"{lane}/9999999999", ask)) == (422, "epoch")
    for epoch in ("0", "-1", "x", "99999999999"):
        assert refused(till.ask("POST", f"{lane}/{epoch}", ask)) == (404, "path")
    hold = HoldAsk(number("spend"), coins=2**53)
    far = encode(hold).replace(b"\xcf\x00\x20", b"\xcf\x7f\x20")
    assert raw(till, f"/v1/cells/{CELL}/holds", far) == (400, "malformed")


def test_a_zero_byte_that_no_database_keeps(till: Till):
    holds = f"/v1/cells/{CELL}/holds"
    for ask in (
        HoldAsk(number("spend"), "a\0"),
        HoldAsk(number("spend"), keys=("voucher:\0",)),
        HoldAsk(number("spend"), stock="\0"),
    ):
        assert refused(till.ask("POST", holds, ask)) == (400, "malformed")
    rows = till.rows(*bodies_of("asha"), standing=Standing(NOW_MS, "0\0"))
    assert refused(till.ask("POST", till.lane, rows)) == (400, "malformed")


def test_without_a_token_or_with_a_wrong_one(desk: Desk):
    till = desk.station()
    good = till.token
    for token in ("", "x", good[:-1], desk.hub.key.token(till.station_id, NOW_MS)):
        till.token = token
        assert refused(till.push(*bodies_of("asha"))) == (401, "token")
        assert refused(till.feed()) == (401, "token")
    till.token = good
    desk.clock.now_ms += TOKEN_MS
    assert refused(till.feed()) == (401, "token")
    assert desk.count() == 0


SIGNED: dict[str, Callable[[Till], Any]] = {
    "unsigned": lambda till: till.rows(*bodies_of("asha"), signature=bytes(64)),
    "changed afterwards": lambda till: till.rows(
        *bodies_of("asha"), bodies=tuple(bodies_of("ravi"))
    ),
    "signed by another": lambda till: Till(
        till.desk, key_of("b"), till.station_id, till.cell_id
    ).rows(*bodies_of("asha")),
    "signed for another epoch": lambda till: Till(
        till.desk, till.key, till.station_id, till.cell_id, epoch=2
    ).rows(*bodies_of("asha")),
    "signed for another cell": lambda till: Till(
        till.desk, till.key, till.station_id, OTHER_CELL
    ).rows(*bodies_of("asha")),
    "moved to another number": lambda till: till.rows(*bodies_of("asha"), first_seq=2),
}


@pytest.mark.parametrize("what", SIGNED)
def test_rows_that_the_station_did_not_sign(desk: Desk, what: str):
    till = desk.station("a")
    ask = SIGNED[what](till)
    assert refused(till.ask("POST", till.lane, ask)) == (401, "signature")
    assert desk.count() == 0


def test_another_stations_lane_and_another_cell(desk: Desk):
    mine, other = desk.station("a"), desk.station("b", OTHER_CELL)
    neighbour = desk.station("c")
    ask = mine.rows(*bodies_of("asha"))
    assert refused(mine.ask("POST", neighbour.lane, ask)) == (403, "other_station")
    theirs = f"/v1/cells/{OTHER_CELL}"
    assert refused(mine.ask("POST", f"{theirs}/lanes/{mine.station_id}/1", ask)) == (
        403,
        "other_cell",
    )
    fields = f"after=0&head={bytes(32).hex()}&incarnation=1"
    for method, path, message in (
        ("GET", f"{theirs}/feed?{fields}", None),
        ("GET", f"{theirs}/keys", None),
        ("GET", f"{theirs}/snapshot", None),
        ("GET", f"{theirs}/snapshots/x.db", None),
        ("POST", f"{theirs}/known", KnownAsk(())),
        ("POST", f"{theirs}/holds", HoldAsk(number("spend"))),
        ("DELETE", f"{theirs}/holds/{number('spend')}", None),
        ("GET", f"/v1/cells/{number('no cell')}/keys", None),
        ("POST", f"/v1/cells/{number('no cell')}/holds", HoldAsk(number("spend"))),
        ("POST", f"/v1/cells/{number('no cell')}/lanes/{mine.station_id}/1", ask),
    ):
        assert refused(mine.ask(method, path, message)) == (403, "other_cell"), path
    assert (desk.count(), desk.count(OTHER_CELL)) == (0, 0)
    assert other.station_id != mine.station_id


def test_a_replayed_push_books_nothing_again(desk: Desk):
    till = desk.station()
    first = till.rows(*bodies_of("asha"))
    pushed(till.ask("POST", till.lane, first))
    till.seq, till.head = 1, page(till.feed()).rows[0].hash
    pushed(till.push(*bodies_of("ravi")))
    for _ in range(3):
        pushed(till.ask("POST", till.lane, first))
    assert desk.count() == 2


def test_a_push_replayed_by_a_thief_of_the_token_books_no_row_of_his(desk: Desk):
    till, thief = desk.station("a"), desk.station("b")
    thief.token = till.token
    assert refused(thief.push(*bodies_of("asha"))) == (403, "other_station")
    assert desk.count() == 0


def test_a_refusal_leaves_the_cell_open_to_others(desk: Desk):
    bad, good = desk.station("a"), desk.station("b")
    assert refused(bad.push(*bodies_of("asha"), signature=bytes(64))) == (401, "signature")
    pushed(good.push(*bodies_of("asha")))
    assert desk.count() == 1

"""A real server on a loopback port: what HTTP adds to the front, and how it ends."""

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.hub import patience
from app.hub.front import Reply
from app.hub.server import Place, ServeError, check_listening
from app.wire.sync import (
    ASK_BYTES_MAX,
    JSON,
    MSGPACK,
    Acked,
    Challenge,
    Page,
    Refusal,
    decode,
    encode,
)
from tests.helpers.hub import CELL, RunningHub, Till, bodies_of, fed, pushed, running_hub

pytestmark = pytest.mark.slow


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RunningHub]:
    with running_hub(tmp_path) as running:
        yield running


@pytest.fixture
def client(hub: RunningHub) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=hub.url, trust_env=False, timeout=40) as made:
        yield made


def bearer(till: Till, media_type: str = MSGPACK) -> dict[str, str]:
    return {"Authorization": f"Bearer {till.token}", "Content-Type": media_type}


def feed_path(till: Till, **query: Any) -> str:
    fields = {"after": 0, "head": bytes(32).hex(), "incarnation": 1, **query}
    return f"/v1/cells/{till.cell_id}/feed?" + "&".join(f"{k}={v}" for k, v in fields.items())


def push(client: httpx.Client, till: Till, *bodies: bytes) -> httpx.Response:
    ask = encode(till.rows(*bodies))
    return client.post(till.lane, content=ask, headers=bearer(till))


def test_a_push_over_http_is_booked_and_comes_back(hub: RunningHub, client: httpx.Client):
    till = hub.desk.station()
    answer = push(client, till, *bodies_of("asha", "ravi"))
    assert answer.status_code == 200
    assert isinstance(pushed(Reply(200, answer.content, MSGPACK)), Acked)
    page = fed(client.get(feed_path(till), headers=bearer(till)).content)
    assert isinstance(page, Page)
    assert [row.body for row in page.rows] == bodies_of("asha", "ravi")


def test_who_speaks_json_is_answered_in_json(hub: RunningHub, client: httpx.Client):
    till = hub.desk.station()
    ask = encode(till.rows(*bodies_of("asha")), JSON)
    answer = client.post(till.lane, content=ask, headers=bearer(till, f"{JSON}; charset=utf-8"))
    assert answer.headers["content-type"] == JSON
    assert answer.json()["type"] == "acknowledged"
    nonce = client.get("/v1/challenge", headers={"Accept": JSON})
    assert decode(nonce.content, Challenge, JSON).nonce


def test_a_long_poll_is_answered_when_something_is_booked(hub: RunningHub, client: httpx.Client):
    reader, writer = hub.desk.station("a"), hub.desk.station("b")
    got: list[Page] = []

    def read() -> None:
        answer = httpx.get(
            hub.url + feed_path(reader, wait=25), headers=bearer(reader), timeout=40,
            trust_env=False,
        )  # fmt: skip
        page = fed(answer.content)
        assert isinstance(page, Page)
        got.append(page)

    waiting = threading.Thread(target=read)
    waiting.start()
    while "sikka_hub_waiting_polls 1.0" not in client.get("/metrics").text:
        pass
    assert push(client, writer, *bodies_of("asha")).status_code == 200
    waiting.join(20)
    assert [row.body for row in got[0].rows] == bodies_of("asha")


def test_a_long_poll_sees_what_another_process_booked(hub: RunningHub, client: httpx.Client):
    reader, writer = hub.desk.station("a"), hub.desk.station("b")
    hub.desk.hub.on_booked = lambda _cell_id, _outcomes: None  # as in another process
    answered: list[int] = []

    def read() -> None:
        path = hub.url + feed_path(reader, wait=25)
        answer = httpx.get(path, headers=bearer(reader), timeout=40, trust_env=False)
        page = fed(answer.content)
        assert isinstance(page, Page)
        answered.append(len(page.rows))

    waiting = threading.Thread(target=read)
    waiting.start()
    while "sikka_hub_waiting_polls 1.0" not in client.get("/metrics").text:
        pass
    writer.push(*bodies_of("asha"))
    waiting.join(20)
    assert answered == [1]


def test_the_end_answers_who_waits_and_finishes(tmp_path: Path):
    with running_hub(tmp_path) as hub:
        till = hub.desk.station()
        statuses: list[int] = []

        def read() -> None:
            path = hub.url + feed_path(till, wait=25)
            answer = httpx.get(path, headers=bearer(till), timeout=40, trust_env=False)
            statuses.append(answer.status_code)

        waiting = threading.Thread(target=read)
        waiting.start()
        with httpx.Client(base_url=hub.url, trust_env=False) as client:
            while "sikka_hub_waiting_polls 1.0" not in client.get("/metrics").text:
                pass
    waiting.join(20)
    assert statuses == [200]


def test_too_long_a_body_is_refused_before_it_is_read(hub: RunningHub, client: httpx.Client):
    till = hub.desk.station()

    def endless() -> Iterator[bytes]:
        for _ in range(ASK_BYTES_MAX // 65536 + 2):
            yield bytes(65536)

    said = {**bearer(till), "Content-Length": str(ASK_BYTES_MAX + 1)}
    with socket.create_connection(("127.0.0.1", int(hub.url.rpartition(":")[2])), 20) as line:
        head = "".join(f"{name}: {value}\r\n" for name, value in said.items())
        line.sendall(f"POST {till.lane} HTTP/1.1\r\nHost: hub\r\n{head}\r\n".encode())
        assert b"413" in line.recv(4096).split(b"\r\n")[0]
    try:
        answer = client.post(till.lane, content=endless(), headers=bearer(till))
        assert answer.status_code == 413
        assert decode(answer.content, Refusal).code == "too_large"
    except httpx.TransportError:
        pass  # it hung up on the rest, which is as good
    assert hub.desk.count() == 0


def test_a_stranger_may_not_even_send_five_thousand_bytes(hub: RunningHub, client: httpx.Client):
    with socket.create_connection(("127.0.0.1", int(hub.url.rpartition(":")[2])), 20) as line:
        line.sendall(b"POST /v1/enrolments HTTP/1.1\r\nHost: h\r\nContent-Length: 5000\r\n\r\n")
        assert b"413" in line.recv(4096).split(b"\r\n")[0]
        line.settimeout(20)


def test_a_body_that_never_ends_is_given_up(tmp_path: Path):
    with running_hub(tmp_path, read_s=0.2) as hub:
        till = hub.desk.station()
        port = int(hub.url.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), 20) as line:
            head = f"Authorization: Bearer {till.token}\r\nContent-Length: 100\r\n"
            line.sendall(f"POST {till.lane} HTTP/1.1\r\nHost: h\r\n{head}\r\nx".encode())
            assert b"408" in line.recv(4096).split(b"\r\n")[0]
        assert hub.desk.count() == 0


def test_headers_that_never_end_are_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(patience, "HEAD_S", 0.2)
    with running_hub(tmp_path) as hub:
        port = int(hub.url.rpartition(":")[2])
        for begun in (b"", b"GET /healthz HTTP/1.1\r\nX-Slow: "):
            with socket.create_connection(("127.0.0.1", port), 20) as line:
                line.sendall(begun)
                assert line.recv(4096) == b""


def test_the_store_is_looked_at_for_its_health(hub: RunningHub, client: httpx.Client):
    assert client.get("/healthz").json() == {"status": "ok"}


def test_metrics_count_rows_refusals_and_answers(hub: RunningHub, client: httpx.Client):
    till = hub.desk.station()
    push(client, till, *bodies_of("asha"), b"no event")
    client.post(till.lane, content=b"?", headers=bearer(till))
    text = client.get("/metrics").text
    assert 'sikka_hub_rows_total{outcome="booked"} 1.0' in text
    assert 'sikka_hub_rows_total{outcome="parked"} 1.0' in text
    assert 'sikka_hub_refusals_total{code="malformed"} 1.0' in text
    assert "sikka_hub_push_seconds_count 2.0" in text
    assert "sikka_hub_stations_seen 1.0" in text
    assert CELL not in text
    assert till.station_id not in text


def test_admin_commands_need_the_token(hub: RunningHub, client: httpx.Client):
    assert client.post("/admin/stations", content=b"{}").status_code == 401
    said = {"Authorization": f"Bearer {hub.admin_token}"}
    done = client.post("/admin/enrol", json={"cell": CELL, "till": "3"}, headers=said)
    assert done.json()["cell"] == CELL
    wrong = client.post("/admin/enrol", json={"cell": "x", "till": "3"}, headers=said)
    assert wrong.status_code == 422
    assert "There is no cell 'x'" in wrong.json()["error"]
    assert client.post("/admin/nothing", json={}, headers=said).status_code == 404


def test_the_openapi_document_names_every_route(hub: RunningHub, client: httpx.Client):
    told = client.get("/openapi.json").json()
    assert "/v1/cells/{cell}/lanes/{station}/{epoch}" in told["paths"]
    assert "PushAsk" in told["components"]["schemas"]
    assert json.dumps(told).count('"$ref"') > 10


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "hub.example"])
def test_off_loopback_it_speaks_tls_or_not_at_all(tmp_path: Path, host: str):
    with pytest.raises(ServeError, match="--tls-cert"):
        check_listening(Place("sqlite:///x", tmp_path, host))
    check_listening(Place("sqlite:///x", tmp_path, host, tls_cert="c", tls_key="k"))
    with pytest.raises(ServeError, match="go together"):
        check_listening(Place("sqlite:///x", tmp_path, host, tls_cert="c"))

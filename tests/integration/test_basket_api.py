"""The till API over real HTTP on loopback: who is let in, and what every bill is answered."""

import asyncio
import http.client
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app.config import Settings
from app.domain.baskets import SentBasket
from app.domain.till_troubles import TillTrouble
from app.hardware import basket_api
from app.hardware.basket_api import BasketApi, PortTakenError
from app.services.baskets import OpenedBasket, open_basket, waiting_baskets
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from app.station.till_side import TillSide
from app.storage.till_token import TOKEN_FILE, renew_till_token, till_token
from app.wire.baskets import DOCUMENT_BYTES_MAX, BasketAnswer
from tests.helpers import people
from tests.helpers.baskets import body, until


class Told(NamedTuple):
    """An answer."""

    status: int
    said: dict[str, Any]
    headers: dict[str, str]


class Till:
    """A till that speaks HTTP, and the shop it speaks to."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.arrivals = 0
        settings = Settings("a" * 32, people.CELL, "K2", "main", "1")
        self.side = TillSide(shop, settings, self._arrived)
        self.api = BasketApi(self.side.take, lambda: till_token(shop.folder), 0)
        self.api.start()

    def _arrived(self) -> None:
        self.arrivals += 1

    def post(self, data: bytes = b"", method: str = "POST", path: str = "/v1/baskets",
             **headers: str | None) -> Told:  # fmt: skip
        """Send a request; a header of None is left out."""
        sent = {
            "Authorization": f"Bearer {till_token(self.shop.folder)}",
            "Content-Type": "application/json",
        } | {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.api.port, timeout=30)
        try:
            connection.request(method, path, data, {k: v for k, v in sent.items() if v is not None})
            answer = connection.getresponse()
            told = {name.lower(): value for name, value in answer.headers.items()}
            return Told(answer.status, json.loads(answer.read()), told)
        finally:
            connection.close()


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    people.create(tmp_path)
    with people.opened(tmp_path) as (_, shop, _clock):
        till = Till(shop)
        yield till
        till.api.close()


def sentence(told: Told) -> str:
    return str(told.said["faults"][0]["message"])


def test_a_bill_is_taken_and_told_again(till: Till) -> None:
    told = till.post(body(), Idempotency_Key="k1")
    assert (told.status, told.said["code"], told.said["state"]) == (201, "taken", "waiting")
    again = till.post(body(), Idempotency_Key="k1")
    assert (again.status, again.said["code"]) == (200, "same")
    changed = till.post(body(bill_number="B-9"), Idempotency_Key="k2")
    assert (changed.status, changed.said["code"]) == (200, "replaced")
    late = till.post(body(), Idempotency_Key="k1")
    assert (late.status, late.said["code"]) == (200, "same")
    assert [one.number for one in waiting_baskets(till.shop)] == ["B-9"]
    assert till.arrivals == 2


def test_a_recorded_bill_is_refused_with_what_it_became(till: Till) -> None:
    till.post(body())
    found = open_basket(till.shop, "till-7", "1")
    assert isinstance(found, OpenedBasket)
    sale = record_sale(till.shop, people.CELL, found.draft.bill)
    assert isinstance(sale, SaleRecorded)
    told = till.post(body(bill_number="B-9"))
    assert (told.status, told.said["sale"], told.said["state"]) == (409, sale.sale, "recorded")
    assert "recorded as bill A-1" in told.said["message"]
    void = till.post(body(state="voided"))
    assert (void.status, void.said["code"], void.said["sale"]) == (200, "voided", sale.sale)


@pytest.mark.parametrize("given", [None, "Bearer wrong", "Basic x", "Bearer", "Bearer é"])
def test_without_the_token_nothing_is_taken(till: Till, given: str | None) -> None:
    told = till.post(body(), Authorization=given)
    assert (told.status, told.headers["www-authenticate"]) == (401, "Bearer")
    assert "sikka till token" in sentence(told)
    assert waiting_baskets(till.shop) == ()


def test_a_token_file_that_was_emptied_lets_nobody_in(till: Till) -> None:
    (till.shop.folder / TOKEN_FILE).write_text("\n")
    assert till.post(body(), Authorization="Bearer ").status == 401


def test_a_renewed_token_is_the_only_one_from_then_on(till: Till) -> None:
    old = till_token(till.shop.folder)
    assert old != renew_till_token(till.shop.folder)
    assert till.post(body(), Authorization=f"Bearer {old}").status == 401
    assert till.post(body()).status == 201
    assert (till.shop.folder / "till-token").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "0.0.0.0:1", ""])
def test_a_name_that_was_rebound_is_refused(till: Till, host: str) -> None:
    told = till.post(body(), Host=host)
    assert told.status in {400, 421}
    assert waiting_baskets(till.shop) == ()


def test_localhost_is_this_computer(till: Till) -> None:
    assert till.post(body(), Host=f"localhost:{till.api.port}").status == 201


def test_a_page_in_a_browser_is_told_nothing(till: Till) -> None:
    asked = till.post(method="OPTIONS", Origin="https://evil.example",
                      Access_Control_Request_Method="POST")  # fmt: skip
    assert asked.status == 405
    told = till.post(body(), Origin="https://evil.example", Authorization=None)
    assert not [name for name in told.headers if name.startswith("access-control")]
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", None):
        assert till.post(body(), Content_Type=kind).status == 415


def test_what_is_wrong_is_told_field_by_field(till: Till) -> None:
    told = till.post(body(total_minor=1))
    assert (told.status, told.said["faults"][0]["field"]) == (422, "total_minor")
    assert till.post(b"{").status == 400
    assert till.post(b"\xff\xfe").status == 400
    assert till.post(body(currency="PHP")).status == 422
    assert till.post(body(), Idempotency_Key="x" * 201).status == 400
    assert till.post(body("1"), Idempotency_Key="k").status == 201
    assert till.post(body("2"), Idempotency_Key="k").said["code"] == "key_reused"


def test_a_bill_that_is_too_large_is_not_read(till: Till) -> None:
    told = till.post(b" " * (DOCUMENT_BYTES_MAX + 1))
    assert told.status == 413
    assert "256 KB" in sentence(told)


def test_a_body_of_no_stated_length_is_cut_off_as_well(till: Till) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", till.api.port, timeout=30)
    headers = {"Authorization": f"Bearer {till_token(till.shop.folder)}",
               "Content-Type": "application/json"}  # fmt: skip
    pieces = (b" " * 4096 for _ in range(DOCUMENT_BYTES_MAX // 4096 + 2))
    connection.request("POST", "/v1/baskets", pieces, headers, encode_chunked=True)
    assert connection.getresponse().status == 413
    connection.close()


def test_other_paths_and_methods_are_told_where_to_go(till: Till) -> None:
    assert till.post(path="/v1/basket").status == 404
    assert till.post(method="GET").status == 405
    told = till.post(method="GET", path="/v1/openapi.json", Authorization=None)
    assert (told.status, told.said["info"]["title"]) == (200, "Sikka till API")


def test_fifty_at_once_are_one_bill(till: Till) -> None:
    told: list[Told] = []
    threads = [
        threading.Thread(target=lambda: told.append(till.post(body(), Idempotency_Key="one")))
        for _ in range(50)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.status for one in told) == [200] * 49 + [201]
    assert len(waiting_baskets(till.shop)) == 1
    assert till.arrivals == 1


def test_a_slow_till_keeps_nobody_waiting(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    token = till_token(till.shop.folder)
    head = (
        f"POST /v1/baskets HTTP/1.1\r\nHost: 127.0.0.1:{till.api.port}\r\nContent-Length: 900\r\n"
        f"Content-Type: application/json\r\nAuthorization: Bearer {token}\r\n\r\n{{"
    )
    slow = [socket.create_connection(("127.0.0.1", till.api.port)) for _ in range(20)]
    for connection in slow:
        connection.sendall(head.encode())
    assert till.post(body()).status == 201
    for connection in slow:
        connection.close()
    assert till.post(body()).status == 200


def test_a_body_that_never_ends_is_given_up(till: Till) -> None:
    app = basket_api.basket_app(till.side.take, lambda: "t", {"till"}, body_s=0.05)

    async def asked() -> list[dict[str, Any]]:
        told: list[dict[str, Any]] = []
        pieces = iter([{"type": "http.request", "body": b"{", "more_body": True}])

        async def receive() -> dict[str, Any]:
            piece = next(pieces, None)
            if piece is None:
                await asyncio.Event().wait()
            return piece or {}

        async def send(message: Any) -> None:
            told.append(message)

        headers = [(b"host", b"till"), (b"authorization", b"Bearer t"),
                   (b"content-type", b"application/json")]  # fmt: skip
        scope = {"type": "http", "method": "POST", "path": "/v1/baskets", "headers": headers,
                 "query_string": b"", "root_path": "", "http_version": "1.1"}  # fmt: skip
        await app(scope, receive, send)
        return told

    told = asyncio.run(asked())
    app.state.close()
    assert told[0]["status"] == 408
    assert "Send it again" in told[1]["body"].decode()


def test_headers_that_never_come_are_given_up(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(basket_api, "HEAD_S", 0.05)
    with socket.create_connection(("127.0.0.1", till.api.port), timeout=30) as connection:
        connection.sendall(b"POST /v1/baskets HTTP/1.1\r\n")
        assert connection.recv(1) == b""


def test_a_full_disk_is_told_and_may_be_tried_again(till: Till) -> None:
    def full(sent: SentBasket, _key: str) -> BasketAnswer:
        basket = sent.basket
        return BasketAnswer(code="disk_full", message="The disk is full.", source=basket.source,
                            external_id=basket.external_id)  # fmt: skip

    api = BasketApi(full, lambda: till_token(till.shop.folder), 0)
    api.start()
    till.api, before = api, till.api
    told = till.post(body())
    assert (told.status, told.headers["retry-after"]) == (503, "30")
    till.api = before
    api.close()


def test_it_listens_to_this_computer_alone(till: Till) -> None:
    assert till.api._socket.getsockname()[0] == "127.0.0.1"
    with pytest.raises(PortTakenError, match="is taken"):
        BasketApi(till.side.take, lambda: "t", till.api.port)


def test_both_ways_are_open_and_closed_at_once(till: Till, tmp_path: Path) -> None:
    port = till.api.port
    till.api.close()
    drop = tmp_path / "bills"
    settings = Settings(
        "a" * 32, people.CELL, "K2", "main", "1", till_api_port=port, till_folder=str(drop)
    )
    side = TillSide(till.shop, settings, till._arrived)
    side.start()
    until((drop / "failed").exists)
    assert till.post(body("1")).status == 201
    (drop / "2.json").write_bytes(body("2"))
    until((drop / "done" / "2.json").exists)
    assert till.arrivals == 2
    side.close()
    with pytest.raises(ConnectionRefusedError):
        till.post(body("3"))
    assert side.troubles == ()


def test_a_counter_that_ends_at_once_never_listens(till: Till) -> None:
    settings = Settings("a" * 32, people.CELL, "K2", "main", "1", till_folder="/nowhere")
    side = TillSide(till.shop, settings, lambda: None)
    side.start(after_s=3_600)
    side.close()
    assert side.troubles == ()


def test_a_token_that_cannot_be_kept_is_said_and_the_folder_works_all_the_same(
    till: Till, tmp_path: Path
) -> None:
    token = till.shop.folder / TOKEN_FILE
    token.unlink(missing_ok=True)
    token.mkdir()
    troubles: list[tuple[TillTrouble, ...]] = []
    folder = tmp_path / "drop"
    settings = Settings(
        "a" * 32, people.CELL, "K2", "main", "1", till_api_port=4711, till_folder=str(folder)
    )
    side = TillSide(till.shop, settings, lambda: None, troubles.append)
    side.start()
    until((folder / "done").exists)
    side.close()
    token.rmdir()
    assert troubles == [(TillTrouble("token", str(till.shop.folder)),)] == [side.troubles]


def test_a_port_that_is_taken_is_a_problem_of_the_counter_not_its_end(till: Till) -> None:
    troubles: list[tuple[TillTrouble, ...]] = []
    settings = Settings("a" * 32, people.CELL, "K2", "main", "1", till_api_port=till.api.port)
    side = TillSide(till.shop, settings, lambda: None, troubles.append)
    side.start()
    until(lambda: troubles)
    side.close()
    assert troubles == [(TillTrouble("port", str(till.api.port)),)] == [side.troubles]

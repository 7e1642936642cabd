"""A station that closes does not stay for an answer its hub is in no hurry to give."""

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from app.sync.exchange import UnreachableError
from app.sync.http import HttpExchange

LONG_S = 600.0


@pytest.fixture
def silent() -> Iterator[socket.socket]:
    """A server that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


def test_whoever_waits_hears_at_once_that_no_answer_comes(silent: socket.socket):
    exchange = HttpExchange(f"http://127.0.0.1:{silent.getsockname()[1]}")
    with ThreadPoolExecutor(1) as elsewhere:
        asked = elsewhere.submit(exchange.send, "GET", "/v1/feed", timeout_s=LONG_S)
        taken, _ = silent.accept()
        with taken:
            assert taken.recv(1024)
            exchange.close()
            with pytest.raises(UnreachableError):
                asked.result(timeout=60)


def test_a_connection_that_is_made_while_closing_is_given_up(silent: socket.socket):
    exchange = HttpExchange(f"http://127.0.0.1:{silent.getsockname()[1]}")
    connected = threading.Event()
    follow = exchange._follow

    def close_then_follow(happened: str, told: dict[str, Any]) -> None:
        if happened == "connection.connect_tcp.complete":
            exchange.close()
            connected.set()
        follow(happened, told)

    exchange._follow = close_then_follow  # type: ignore[method-assign]
    with pytest.raises(UnreachableError):
        exchange.send("GET", "/v1/feed", timeout_s=LONG_S)
    assert connected.is_set()

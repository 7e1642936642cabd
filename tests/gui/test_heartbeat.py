"""What systemd hears of a window: that it is up, that it lives, that it closes."""

import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.heartbeat import Heartbeat


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[socket.socket]:
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.setblocking(False)
        yield listening


def test_it_is_ready_beats_and_stops(qtbot: QtBot, heard: socket.socket):
    said: list[bytes] = []

    def listen() -> None:
        with suppress(BlockingIOError):
            while True:
                said.append(heard.recv(100))

    def has_beaten_twice() -> bool:
        listen()
        return said.count(b"WATCHDOG=1") >= 2

    beat = Heartbeat(heard.getsockname(), beat_ms=5)
    qtbot.waitUntil(has_beaten_twice)
    beat.stop()
    listen()
    assert (said[0], said[-1]) == (b"READY=1", b"STOPPING=1")
    assert set(said[1:-1]) == {b"WATCHDOG=1"}


def test_nobody_who_listens_is_no_trouble(qtbot: QtBot, tmp_path: Path):
    nobody = tmp_path / "nobody"
    beat = Heartbeat(str(nobody))
    beat.stop()
    assert not nobody.exists()

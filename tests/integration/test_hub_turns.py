"""Pushes of a process take turns, and none waits for ever for another one's."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.hub import turns
from app.hub.turns import turn


def test_one_at_a_time():
    inside: list[int] = []
    most: list[int] = []

    def work(number: int) -> None:
        with turn():
            inside.append(number)
            most.append(len(inside))
            inside.remove(number)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(400)))
    assert max(most) == 1
    assert len(most) == 400


def test_who_waited_long_goes_on_without_one(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(turns, "PATIENCE_S", 0.01)
    through = threading.Event()

    def pass_by() -> None:
        with turn():
            through.set()

    with turn():
        waiting = threading.Thread(target=pass_by)
        waiting.start()
        assert through.wait(30), "a push that hangs holds up nobody"
        waiting.join()
    assert not turns._turn.locked()


def test_a_turn_ends_with_what_failed():
    with pytest.raises(ValueError, match="full"), turn():
        raise ValueError("full")
    assert not turns._turn.locked()

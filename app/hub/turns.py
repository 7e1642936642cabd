"""Pushes of one process are booked in turns (SYNC.md 4)."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

PATIENCE_S: Final = 2.0
"""Who waited so long goes on without a turn: one cell that hangs must not hold up the others."""

_turn: Final = threading.Lock()  # of the process, as the interpreter is


@contextmanager
def turn() -> Iterator[None]:
    """Keep other pushes of this process waiting, for as long as they have patience.

    Python runs one thread at a time: batches booked at once only take the interpreter, and what
    the processor keeps near, from each other. A tenth more are booked one after the other, while
    other processes use the time that this one waits for the database.
    """
    mine = _turn.acquire(timeout=PATIENCE_S)
    try:
        yield
    finally:
        if mine:
            _turn.release()

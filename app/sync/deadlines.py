"""Waiting no longer than was said, whatever is waited for."""

import threading
from collections.abc import Callable
from typing import TypeVar

from app.sync.exchange import UnreachableError

T = TypeVar("T")


def in_time(work: Callable[[], T], limit_s: float) -> T:
    """Return what `work` returns, or raise UnreachableError when it takes longer.

    Time-outs of a connection do not count name look-ups, nor a second request: this does.
    """
    done = threading.Event()
    answers: list[T] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            answers.append(work())
        except Exception as error:  # noqa: BLE001 - raised again by whoever waits
            errors.append(error)
        done.set()

    threading.Thread(target=run, name="hub hold", daemon=True).start()
    if not done.wait(limit_s):
        raise UnreachableError(f"no answer within {limit_s} seconds")
    if errors:
        raise errors[0]
    return answers[0]

"""A clock for what waits on a screen: nobody can set it."""

import time


def monotonic_ms() -> int:
    """Return milliseconds that only go forward, from any beginning."""
    return time.monotonic_ns() // 1_000_000

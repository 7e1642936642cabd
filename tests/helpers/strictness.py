"""Nothing unexpected goes unnoticed: stray logs fail the test, and no test reaches the network."""

import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import Any

import structlog

GUARDED = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})


class _Listener(logging.Handler):
    """Keeps the text of every record of level WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.name} {record.levelname}: {record.getMessage()}")


@contextmanager
def heard_logs() -> Iterator[list[str]]:
    """Collect records of level WARNING or above from logging and structlog while the block runs."""
    listener = _Listener()
    root = logging.getLogger()
    root.addHandler(listener)
    try:
        with structlog.testing.capture_logs() as entries:
            yield listener.heard
    finally:
        root.removeHandler(listener)
    for entry in entries:
        level = entry["log_level"]
        if logging.getLevelNamesMapping().get(level.upper(), logging.ERROR) >= logging.WARNING:
            listener.heard.append(f"structlog {level.upper()}: {entry['event']} {entry}")


def complaints(heard: list[str], expected: list[str]) -> list[str]:
    """Say which records nobody expected, and which expected ones never came.

    Args:
        heard: texts of the records.
        expected: regular expressions of `@pytest.mark.expects_log`.
    """
    stray = [text for text in heard if not any(re.search(pattern, text) for pattern in expected)]
    silent = [pattern for pattern in expected if not any(re.search(pattern, t) for t in heard)]
    return [f"unexpected log record: {text}" for text in stray] + [
        f"expected a log record like {pattern!r}, and none came" for pattern in silent
    ]


def is_local(address: Any) -> bool:
    """Tell whether a socket address stays on this machine: a unix path or a loopback number."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    if host == "localhost":
        return True
    try:
        return ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


def forbid_network() -> None:
    """Refuse every Python socket that would leave this machine or be reachable from outside.

    An audit hook sees asyncio and C callers of the socket module too; it lives as long as the
    process, which is a test process.
    """

    def guard(event: str, arguments: tuple[Any, ...]) -> None:
        if event in GUARDED and not is_local(arguments[1]):
            raise PermissionError(f"tests stay on this machine, but {event} got {arguments[1]!r}")

    sys.addaudithook(guard)

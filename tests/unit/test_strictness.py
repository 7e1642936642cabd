"""The net under every other test has no holes."""

import logging
import socket
import warnings

import pytest
import structlog

from tests.helpers.strictness import complaints, heard_logs, is_local


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_loopback_is_local(host: str):
    assert is_local((host, 80))


@pytest.mark.parametrize(
    "host", ["", "0.0.0.0", "10.0.0.1", "192.168.1.5", "203.0.113.9", "a.invalid"]
)
def test_anything_else_is_not(host: str):
    assert not is_local((host, 80))


def test_a_socket_to_the_outside_is_refused():
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outward,
        pytest.raises(PermissionError),
    ):
        outward.connect(("203.0.113.9", 9))


def test_a_listening_socket_for_everybody_is_refused():
    with socket.socket() as listener, pytest.raises(PermissionError):
        listener.bind(("0.0.0.0", 0))


def test_a_loopback_socket_works():
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        socket.create_connection(listener.getsockname()) as caller,
    ):
        assert caller.getpeername() == listener.getsockname()


@pytest.mark.expects_log("paper is low")  # the outer net hears logging too
def test_warnings_from_logging_and_structlog_are_heard_and_quieter_ones_are_not():
    with heard_logs() as heard:
        logging.getLogger("sikka.printer").warning("paper is %s", "low")
        logging.getLogger("sikka.printer").info("all is well")
        structlog.get_logger().error("feed.broken", sequence=7)
        structlog.get_logger().info("feed.fine")
    assert len(heard) == 2
    assert "paper is low" in heard[0]
    assert "feed.broken" in heard[1]


def test_an_announced_record_passes_a_stray_one_and_a_missing_one_do_not():
    assert complaints(["paper is low"], ["paper"]) == []
    assert complaints(["paper is low"], []) == ["unexpected log record: paper is low"]
    assert complaints([], ["paper"]) == ["expected a log record like 'paper', and none came"]


@pytest.mark.expects_log("paper is low")
def test_a_test_may_announce_a_record():
    logging.getLogger("sikka.printer").warning("paper is low")


def test_a_python_warning_is_an_error():
    with pytest.raises(UserWarning):
        warnings.warn("old", UserWarning, stacklevel=1)

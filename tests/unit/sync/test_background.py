"""Booking in the background: what stops it is told, and it is tried again."""

import threading

from app.sync.background import Background


def test_a_failing_booking_is_told_and_tried_again():
    told: list[str] = []
    went = threading.Event()
    attempts: list[int] = []

    def book() -> None:
        attempts.append(1)
        if len(attempts) == 1:
            raise RuntimeError("the cell knows another journal")

    def failed(error: Exception | None) -> None:
        told.append(str(error or ""))
        (background.wake if error else went.set)()

    background = Background(book, lambda: None, failed)
    background.start()
    background.wake()
    assert went.wait(10)
    background.stop()
    assert told == ["the cell knows another journal", ""]

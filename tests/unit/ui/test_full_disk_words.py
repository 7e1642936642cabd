"""A full disk is told in a sentence that says what was not done, and what to do."""

from app.services.writing import DiskFull
from app.ui.moment_sentences import welcome_refused
from app.ui.people_sentences import enrol_refused


def test_at_the_counter_who_joins_is_no_member_yet():
    said = enrol_refused(DiskFull(), "IN")
    assert said == (
        "The disk of this computer is full. The customer is no member yet. "
        "Free some space, then try again."
    )


def test_at_the_kiosk_the_gift_is_not_called_taken():
    assert welcome_refused(DiskFull()) == "Nothing was saved here. Please ask us at the counter."

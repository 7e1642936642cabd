"""Who sent a new customer is asked at enrolment, typed or scanned."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from app.services.friends import friend_number
from tests.helpers.counter import Counter
from tests.helpers.keys import press, texts

pytestmark = pytest.mark.slow


def settle(counter: Counter) -> None:
    counter.jobs.drain()
    QCoreApplication.processEvents()
    counter.jobs.drain()


@pytest.fixture
def enrolling(counter: Counter) -> Counter:
    counter.vm.openPanel("find")
    counter.vm.find.typeQuery("Sunita")
    counter.vm.find.enrolNew()
    counter.vm.enrol.typePhone("9811100000")
    counter.vm.enrol.setConsent(True)
    settle(counter)
    return counter


def enrol(counter: Counter) -> None:
    press(counter.window, Qt.Key.Key_F12)
    settle(counter)


def test_a_friends_number_is_scanned_into_its_field(enrolling: Counter):
    number = friend_number(enrolling.shop, enrolling.member.member)
    enrolling.scan(number)
    settle(enrolling)
    assert enrolling.vm.enrol.props.referrer == number
    enrol(enrolling)
    assert enrolling.vm.enrol.props.welcomed
    new = enrolling.vm.member.view
    brought = enrolling.shop.state(new.member).brought
    assert brought is not None
    assert brought.referrer == enrolling.member.member


def test_what_both_get_is_said_before_anybody_asks(enrolling: Counter):
    assert enrolling.vm.enrol.props.referralHint
    assert "Sunita" in texts(enrolling.window)


@pytest.mark.parametrize("code", ["9876543210", "98765 43210"])
def test_a_phone_names_the_friend_too(enrolling: Counter, code: str):
    enrolling.vm.enrol.typeReferrer(code)
    enrol(enrolling)
    new = enrolling.vm.member.view
    brought = enrolling.shop.state(new.member).brought
    assert brought is not None
    assert brought.referrer == enrolling.member.member


def test_a_friend_who_is_no_member_is_refused_and_nothing_is_lost(enrolling: Counter):
    enrolling.vm.enrol.typeReferrer("9000000001")
    enrol(enrolling)
    assert not enrolling.vm.enrol.props.welcomed
    assert "not a member here" in enrolling.vm.enrol.props.message
    assert enrolling.vm.enrol.props.phone == "9811100000"
    enrolling.vm.enrol.typeReferrer("")
    enrol(enrolling)
    assert enrolling.vm.enrol.props.welcomed

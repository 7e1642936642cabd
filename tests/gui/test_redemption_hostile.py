"""The redemption screen in a hurry: others act meanwhile, and people sign out mid-answer."""

from collections import deque
from collections.abc import Callable
from typing import Any

import pytest

from app.services.erasing import MemberErased, erase
from app.services.staff import list_staff
from app.services.vouchers import HandedOver, cancel_voucher, claim_voucher
from tests.helpers.keys import texts
from tests.helpers.redemption import COFFEE, TEA, Redemption
from tests.helpers.rewards import give

pytestmark = pytest.mark.slow


def staff(desk: Redemption, name: str) -> str:
    return next(one.id for one in list_staff(desk.shop) if one.name == name)


def sign_out_before_the_answer(desk: Redemption, name: str) -> Callable[[], None]:
    """Let somebody else sign in while an act is under way; return what lets it be answered."""
    jobs: Any = desk.jobs
    under_way, jobs._waiting = jobs._waiting, deque()
    desk.root.lock()
    desk.sign_in(name)

    def answer() -> None:
        jobs._waiting = under_way
        jobs.drain()

    return answer


class TestAnotherStation:
    def test_claimed_elsewhere_it_is_not_handed_over_here(self, desk: Redemption):
        got = desk.chosen(TEA)
        desk.scan(got.number)
        assert desk.vm.props.kind == "good"
        claimed = claim_voucher(desk.shop, staff(desk, "Ravi"), got.number)
        assert isinstance(claimed, HandedOver), claimed
        desk.news()
        assert desk.vm.props.kind == "bad"
        assert "Ravi" in desk.vm.props.thing

    def test_given_back_elsewhere_too(self, desk: Redemption):
        got = desk.chosen(TEA)
        desk.scan(got.number)
        cancel_voucher(desk.shop, desk.member.member, got.number)
        assert desk.status_of(got.number) == "void"
        desk.news()
        assert desk.vm.props.kind == "bad"

    def test_who_was_erased_is_not_named_any_more(self, desk: Redemption):
        desk.scan(desk.chosen(TEA).number)
        assert "Aarti" in "\n".join(texts(desk.window))
        meera, ravi = staff(desk, "Meera"), staff(desk, "Ravi")
        assert isinstance(erase(desk.shop, meera, ravi, desk.member.member), MemberErased)
        desk.news()
        assert "Aarti" not in "\n".join(texts(desk.window))

    def test_what_was_handed_over_here_stays_said(self, desk: Redemption):
        desk.scan(desk.chosen(TEA).number)
        desk.act()
        desk.chosen(COFFEE)
        desk.news()
        assert desk.vm.props.kind == "done"


class TestSignedOutMidAnswer:
    def test_a_claim_is_not_told_to_who_signs_in_next(self, desk: Redemption):
        got = desk.chosen(TEA)
        desk.scan(got.number)
        desk.vm.act()
        answer = sign_out_before_the_answer(desk, "Ravi")
        answer()
        assert desk.status_of(got.number) == "claimed"
        assert desk.vm.props.stage == "ready"

    def test_a_reward_taken_is_not_shown_over_another_member(self, desk: Redemption):
        give(desk.shop, desk.member.member, 500)
        desk.scan(desk.member.cards[-1].number)
        titles = [row.title for row in desk.vm.lines.rows]
        desk.vm.choose(titles.index("Try instant coffee free"))
        desk.vm.act()
        answer = sign_out_before_the_answer(desk, "Ravi")
        desk.scan(desk.other.cards[-1].number)
        shown = desk.vm.props.thing
        assert shown
        answer()
        assert desk.vm.props.thing == shown

    @pytest.mark.expects_log("a job of the redemption screen failed")
    def test_what_breaks_then_leaves_the_next_one_at_work(self, desk: Redemption):
        def breaks() -> None:
            raise RuntimeError("nobody foresaw it")

        desk.scan(desk.chosen(TEA).number)
        desk.vm._record(breaks)
        answer = sign_out_before_the_answer(desk, "Ravi")
        desk.scan(desk.chosen(COFFEE).number)
        answer()
        assert desk.vm.props.thing == "Try instant coffee free"


def test_a_scanner_that_stutters_claims_nothing(desk: Redemption):
    got = desk.chosen(TEA)
    for _ in range(3):
        desk.scanner.scan(got.number)
    desk.jobs.drain()
    desk.scanner.scan(got.number)
    desk.jobs.drain()
    assert desk.status_of(got.number) == "live"

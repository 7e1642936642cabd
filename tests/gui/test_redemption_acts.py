"""The redemption screen: choosing at the desk, giving back, printing again, touch alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt

from app.domain.codes import short_number
from app.services.rewards import redeem
from tests.helpers import people
from tests.helpers.counter import PINS
from tests.helpers.redemption import CREDIT, TEA, Redemption
from tests.helpers.rewards import give, spendable

pytestmark = pytest.mark.slow

Open = Callable[..., Redemption]
Key = Qt.Key


class TestAtTheDesk:
    def test_a_card_shows_rewards_and_one_is_bought_and_handed_over(self, desk: Redemption):
        give(desk.shop, desk.member.member, 500)
        before = spendable(desk.shop, desk.member.member)
        desk.scan(desk.member.cards[-1].number)
        titles = [row.title for row in desk.vm.lines.rows]
        desk.vm.choose(titles.index("Assam tea, 250 g, free"))
        props = desk.vm.props
        assert props.stage == "confirm"
        assert (props.before, props.after) == (str(before), str(before - 260))
        assert props.action == "Take 260 coins"
        desk.vm.act()
        desk.vm.act()
        desk.jobs.drain()
        assert spendable(desk.shop, desk.member.member) == before - 260
        assert (desk.vm.props.kind, desk.vm.props.thing) == ("good", "Assam tea, 250 g, free")
        desk.act()
        assert desk.vm.props.kind == "done"

    def test_keys_alone(self, desk: Redemption):
        give(desk.shop, desk.other.member, 500)
        desk.scan(desk.other.cards[-1].number)
        assert desk.vm.props.thing == "Soan papdi, 500 g, free"
        desk.window.grabWindow()
        desk.key(Key.Key_F4)
        titles = [row.title for row in desk.vm.lines.rows]
        desk.window.grabWindow()
        for _ in range(titles.index("Try instant coffee free")):
            desk.key(Key.Key_Down)
        desk.key(Key.Key_Return)
        assert desk.vm.props.thing == "Try instant coffee free"
        desk.window.grabWindow()
        desk.key(Key.Key_Escape)
        assert desk.vm.props.stage == "choose"
        desk.key(Key.Key_Escape)
        assert desk.vm.props.stage == "ready"

    def test_store_credit_needs_no_handing_over(self, desk: Redemption):
        give(desk.shop, desk.member.member, 500)
        desk.scan(desk.member.cards[-1].number)
        titles = [row.title for row in desk.vm.lines.rows]
        desk.vm.choose(titles.index("₹100 of store credit"))
        desk.act()
        assert desk.vm.props.kind == "done"
        assert desk.vm.props.step == "Nothing to hand over: Aarti has it already."
        assert CREDIT in {held.reward for held in desk.shop.state(desk.member.member).vouchers}

    def test_what_is_almost_within_reach_says_how_many_coins_are_missing(self, desk: Redemption):
        joined = people.joined(desk.shop, "Nikhil", "9811111111")
        give(desk.shop, joined.member, 230)
        desk.scan(joined.cards[-1].number)
        tea = next(row for row in desk.vm.lines.rows if row.title == "Assam tea, 250 g, free")
        assert (tea.possible, tea.detail) == (False, "30 coins more are needed.")
        desk.vm.choose(desk.vm.lines.rows.index(tea))
        assert desk.vm.props.stage == "choose"
        assert desk.vm.props.note == "30 coins more are needed."

    def test_coins_spent_meanwhile_are_said_and_nothing_is_taken(self, desk: Redemption):
        joined = people.joined(desk.shop, "Nikhil", "9811111111")
        give(desk.shop, joined.member, 300)
        desk.scan(joined.cards[-1].number)
        titles = [row.title for row in desk.vm.lines.rows]
        desk.vm.choose(titles.index("Assam tea, 250 g, free"))
        redeem(desk.shop, "", joined.member, TEA)
        desk.act()
        assert (desk.vm.props.stage, desk.vm.props.note) == (
            "confirm",
            "220 coins more are needed.",
        )
        assert spendable(desk.shop, joined.member) == 40

    def test_who_has_nothing_is_told_so(self, desk: Redemption):
        joined = people.joined(desk.shop, "Nikhil", "9811111111")
        desk.scan(joined.cards[-1].number)
        assert desk.vm.props.nothing.startswith("Nothing to hand over yet")
        desk.act()
        assert desk.vm.props.stage == "choose"


class TestTouchAlone:
    def test_from_the_sign_in_to_the_hand_over(self, open_redemption: Open):
        desk = open_redemption()
        desk.tap("Meera")
        for digit in PINS["Meera"]:
            desk.tap(digit)
        desk.tap("Sign in")
        got = desk.chosen(TEA)
        desk.news()
        desk.tap("Aarti")
        desk.tap("Claim and hand over")
        assert desk.status_of(got.number) == "claimed"
        desk.tap("Next customer")
        assert desk.vm.props.stage == "ready"
        desk.tap("Handed over today: 1")
        desk.tap("Waiting: 0")
        desk.tap("Lock")
        assert desk.root.props.screen == "signin"

    def test_a_ticket_and_a_voucher_number_on_the_keys(self, desk: Redemption):
        got = desk.chosen(TEA)
        desk.tap("Show keys")
        desk.tap("1")
        desk.tap("Look")
        assert desk.vm.props.kind == "good"
        desk.tap("Back")
        desk.tap("Show keys")
        desk.tap("Letters too")
        for letter in got.number:
            desk.tap(letter)
        assert desk.vm.props.typed == got.number
        desk.tap("Look")
        assert desk.vm.props.kind == "good"

    def test_a_reward_and_its_return(self, desk: Redemption):
        give(desk.shop, desk.member.member, 500)
        desk.scan(desk.member.cards[-1].number)
        desk.tap("Assam tea, 250 g, free")
        desk.tap("Take 260 coins")
        assert desk.vm.props.kind == "good"
        desk.tap("Give back")
        desk.tap("Give back")
        for digit in PINS["Ravi"]:
            desk.tap(digit)
        desk.tap("Agree")
        assert desk.vm.props.headline == "Given back"


class TestGivingBack:
    def test_a_supervisor_agrees_in_place_and_the_coins_are_back(self, desk: Redemption):
        got = desk.chosen(TEA)
        coins = spendable(desk.shop, desk.member.member)
        desk.scan(got.number)
        desk.window.grabWindow()
        desk.key(Key.Key_F5)
        assert desk.vm.props.step == "Aarti gets 260 coins back. The voucher ends."
        desk.act()
        assert desk.vm.approval.props.wanted
        desk.vm.approval.typePin(PINS["Ravi"])
        desk.vm.approval.submit()
        desk.jobs.drain()
        assert desk.vm.props.headline == "Given back"
        assert spendable(desk.shop, desk.member.member) == coins + 260
        desk.scan(got.number)
        assert desk.vm.props.thing == "This voucher was cancelled"

    def test_a_cashiers_pin_is_not_enough(self, desk: Redemption):
        got = desk.chosen(TEA)
        desk.scan(got.number)
        desk.vm.giveBack()
        desk.act()
        desk.vm.approval.typePin("0000")
        desk.vm.approval.submit()
        desk.jobs.drain()
        assert desk.vm.approval.props.message
        desk.vm.back()
        assert not desk.vm.approval.props.wanted
        desk.vm.back()
        assert desk.vm.props.kind == "good"
        assert desk.status_of(got.number) == "live"

    def test_a_supervisor_is_asked_once_without_a_pin(self, open_redemption: Open):
        desk = open_redemption()
        desk.sign_in("Ravi")
        got = desk.chosen(TEA)
        desk.scan(got.number)
        desk.vm.giveBack()
        assert desk.status_of(got.number) == "live"
        desk.act()
        assert desk.status_of(got.number) == "void"

    def test_a_reprint_is_a_file_marked_as_one(self, desk: Redemption):
        QStandardPaths.setTestModeEnabled(True)
        got = desk.chosen(TEA)
        desk.scan(got.number)
        desk.window.grabWindow()
        desk.key(Key.Key_F6)
        documents = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        name = f"sikka-{short_number(got.number)}-reprint.pdf"  # type: ignore[arg-type]
        assert desk.vm.props.note == f"Ready to print: {name}"
        assert (documents / name).read_bytes().startswith(b"%PDF")
        (documents / name).unlink()

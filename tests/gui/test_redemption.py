"""The redemption screen: scan, one giant answer, claim, give back, choose at the desk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from app.domain.codes import mint_voucher, short_number
from app.domain.staff import Role
from app.domain.vouchers import NotYet
from app.services.authority import Ask, NeedsNetwork, Verdict
from app.services.cards import CardBlockedNow, block_card
from app.services.vouchers import claim_voucher
from app.sync.status import SyncStatus
from app.ui.redemption_answers import Saying, answer_to
from app.ui.redemption_lookup import SeenVoucher, look_up
from tests.helpers.counter import LONG_NAME, NOON, PINS
from tests.helpers.keys import texts
from tests.helpers.redemption import COFFEE, OFF, TEA, Redemption

pytestmark = pytest.mark.slow

Open = Callable[..., Redemption]
Key = Qt.Key


class TestAnswer:
    def test_a_voucher_says_what_to_hand_over_to_whom_and_what_to_check(self, desk: Redemption):
        got = desk.chosen(TEA)
        desk.scan(got.number)
        props = desk.vm.props
        assert (props.stage, props.kind, props.headline) == ("answer", "good", "Hand over")
        assert props.thing == "Assam tea, 250 g, free"
        assert props.who == "to Aarti Sharma · 98•••••210"
        assert props.check == "Check: Assam tea 250 g"
        assert props.ticket == "1"
        assert desk.status_of(got.number) == "live"

    def test_enter_claims_and_the_next_enter_is_ready_for_the_next_one(self, desk: Redemption):
        got = desk.chosen(TEA)
        desk.scan(got.number)
        desk.window.grabWindow()
        desk.key(Key.Key_Return)
        assert desk.vm.props.kind == "done"
        assert desk.status_of(got.number) == "claimed"
        desk.window.grabWindow()
        desk.key(Key.Key_Return)
        assert desk.vm.props.stage == "ready"

    def test_the_same_scan_again_claims_but_a_stuttering_scanner_does_not(self, desk: Redemption):
        got = desk.chosen(TEA)
        desk.scan(got.number)
        desk.scan(got.number)
        assert desk.status_of(got.number) == "live"
        desk.clock.at += timedelta(seconds=2)
        desk.scan(got.number)
        assert desk.status_of(got.number) == "claimed"

    def test_another_scan_answers_the_other_voucher(self, desk: Redemption):
        first, second = desk.chosen(TEA), desk.chosen(COFFEE, desk.other)
        desk.scan(first.number)
        desk.clock.at += timedelta(seconds=2)
        desk.scan(second.number)
        assert desk.vm.props.thing == "Try instant coffee free"
        assert desk.status_of(first.number) == "live"

    def test_the_last_of_two_quick_scans_is_answered(self, desk: Redemption):
        first, second = desk.chosen(TEA), desk.chosen(COFFEE, desk.other)
        desk.scanner.scan(first.number)
        desk.scanner.scan(second.number)
        desk.jobs.drain()
        assert desk.vm.props.thing == "Try instant coffee free"

    def test_nothing_is_looked_up_while_a_claim_is_on_its_way(self, desk: Redemption):
        first, second = desk.chosen(TEA), desk.chosen(COFFEE, desk.other)
        desk.scan(first.number)
        desk.vm.act()
        desk.scanner.scan(second.number)
        desk.vm.act()
        desk.jobs.drain()
        assert desk.vm.props.kind == "done"
        assert desk.vm.props.thing == "Assam tea, 250 g, free"

    def test_several_of_one_thing_are_counted(self, desk: Redemption):
        first, second = desk.chosen(TEA), desk.chosen(TEA)
        desk.scan(first.number)
        assert desk.vm.props.count == "1 of 2"
        desk.act()
        assert desk.vm.props.step == "Aarti has something more: press Enter"
        desk.act()
        assert (desk.vm.props.kind, desk.vm.props.count) == ("good", "2 of 2")
        desk.act()
        assert desk.vm.props.step == "Scan the next one"
        assert desk.status_of(second.number) == "claimed"

    def test_the_answer_follows_the_language(self, desk: Redemption):
        desk.scan(desk.chosen(TEA).number)
        desk.root.setLanguage("hi")
        assert desk.vm.props.headline == "दे दीजिए"
        assert desk.vm.props.thing == "असम चाय 250 ग्राम, मुफ़्त"
        desk.act()
        desk.root.setLanguage("en")
        assert desk.vm.props.headline == "Handed over"


class TestRefusals:
    def test_claimed_before_says_when_and_by_whom(self, desk: Redemption):
        got = desk.chosen(TEA)
        desk.scan(got.number)
        desk.act()
        desk.clock.at += timedelta(hours=2)
        desk.scan(got.number)
        props = desk.vm.props
        assert (props.kind, props.headline) == ("bad", "Do not hand over")
        assert props.thing.replace("\N{NO-BREAK SPACE}", " ") == "Already claimed 12:00 pm by Meera"
        assert not props.canGiveBack
        desk.act()
        assert desk.vm.props.stage == "ready"

    def test_claimed_at_another_screen_meanwhile(self, desk: Redemption):
        got = desk.chosen(TEA)
        desk.scan(got.number)
        claim_voucher(desk.shop, desk.app.desk.staff_id, got.number)
        desk.act()
        assert desk.vm.props.kind == "bad"
        assert "Already claimed" in desk.vm.props.thing

    def test_too_late(self, desk: Redemption):
        got = desk.chosen(COFFEE)
        desk.clock.at += timedelta(days=20)
        desk.scan(got.number)
        assert desk.vm.props.thing == "Too late: it was good until 5 December"

    def test_not_yet(self, desk: Redemption):
        seen = look_up(desk.shop, desk.chosen(TEA).number, by_hand=False)
        assert isinstance(seen, SeenVoucher)
        early = replace(seen, view=replace(seen.view, fault=NotYet(date(2026, 12, 1))))
        answer = answer_to(early, Saying(desk.app.desk.money, NOON.date(), 330, "en"))
        assert (answer.kind, answer.thing) == ("bad", "Not yet: it is good from 1 December")
        assert answer.step == "Nothing is lost: Aarti can come back then."

    def test_a_voucher_for_a_bill_goes_to_the_counter(self, desk: Redemption):
        got = desk.chosen(OFF, pickup=False)
        desk.scan(got.number)
        props = desk.vm.props
        assert (props.kind, props.headline) == ("bad", "Not at this screen")
        assert props.step == "Send Aarti to the counter: it comes off the bill there."
        desk.act()
        assert desk.status_of(got.number) == "live"

    def test_without_the_connection_the_thing_stays_here(self, desk: Redemption):
        class Away:
            def authorise(self, _ask: Ask) -> Verdict:
                return NeedsNetwork(only_hub=True)

            def void(self, _hold_id: str) -> None:
                """Nothing was reserved."""

        got = desk.chosen(TEA)
        desk.shop.authority = Away()
        desk.scan(got.number)
        desk.act()
        assert desk.vm.props.thing == "This needs the connection"
        assert desk.status_of(got.number) == "live"

    def test_another_shops_voucher(self, desk: Redemption):
        desk.scan(mint_voucher(bytes(range(16)), "XX"))
        assert desk.vm.props.thing == "This voucher is from another shop"

    def test_an_unknown_voucher_of_ours(self, desk: Redemption):
        number = mint_voucher(bytes(range(16)), desk.shop.place.cell_hint)
        desk.scan(number)
        assert desk.vm.props.thing == f"No voucher has the number {short_number(number)}"

    @pytest.mark.parametrize(
        ("text", "thing"),
        [
            ("SV7FA3KM9PX2C4", "The voucher could not be read"),
            ("SK7FA3KM9PX2C4", "The card could not be read"),
            ("upi://pay?pa=shop@bank&pn=Shop", "This is a payment code"),
            ("8901063014374", "This is the code of an item"),
            ("https://example.com/x", "This is neither a voucher nor a card"),
        ],
    )
    def test_what_is_no_voucher(self, desk: Redemption, text: str, thing: str):
        desk.scan(text)
        assert (desk.vm.props.kind, desk.vm.props.thing) == ("bad", thing)
        assert desk.vm.props.step

    def test_a_blocked_card(self, desk: Redemption):
        card = desk.member.cards[-1]
        assert isinstance(block_card(desk.shop, "", desk.member.member, "lost"), CardBlockedNow)
        desk.scan(card.number)
        assert desk.vm.props.thing == f"Card {card.short} is blocked"


class TestTyping:
    def test_a_ticket(self, desk: Redemption):
        desk.chosen(COFFEE, desk.other)
        desk.chosen(TEA)
        desk.type("2")
        assert desk.vm.props.thing == "Assam tea, 250 g, free"
        desk.type("7")
        assert desk.vm.props.thing == "There is no number 7 today"

    def test_a_ticket_on_the_keyboard_alone(self, desk: Redemption):
        got = desk.chosen(TEA)
        desk.window.grabWindow()
        desk.key(Key.Key_1, "1")
        desk.key(Key.Key_Return)
        desk.window.grabWindow()
        desk.key(Key.Key_Return)
        assert desk.status_of(got.number) == "claimed"

    def test_a_voucher_number_as_people_type_it(self, desk: Redemption):
        got = desk.chosen(TEA)
        desk.type(short_number(got.number).lower())  # type: ignore[arg-type]
        assert desk.vm.props.kind == "good"

    def test_a_phone_number_shows_the_one_thing_there_is(self, desk: Redemption):
        desk.chosen(TEA)
        desk.type("98765 43210")
        assert (desk.vm.props.stage, desk.vm.props.kind) == ("answer", "good")

    def test_a_name_that_fits_two_asks_which(self, desk: Redemption):
        desk.type("aarti")
        assert (desk.vm.props.stage, desk.vm.props.headline) == ("choose", "Who is it?")
        titles = [row.title for row in desk.vm.lines.rows]
        assert {"Aarti Sharma", "आरती वर्मा"} <= set(titles)
        desk.vm.choose(titles.index("Aarti Sharma"))
        desk.jobs.drain()
        assert desk.vm.props.headline == "Aarti Sharma"

    def test_nobody(self, desk: Redemption):
        desk.type("9000000001")
        assert desk.vm.props.thing == "Nobody found: 9000000001"


class TestWhoIsThere:
    def test_nothing_is_read_before_the_pin(self, open_redemption: Open):
        desk = open_redemption()
        got = desk.chosen(TEA)
        desk.scan(got.number)
        desk.news()
        assert desk.vm.props.stage == "ready"
        assert desk.root.waiting.rows.rows == ()

    def test_locking_leaves_no_name_on_the_screen(self, desk: Redemption):
        desk.chosen(TEA)
        desk.news()
        desk.scan(desk.member.cards[-1].number)
        desk.root.lock()
        desk.jobs.drain()
        shown = " ".join(texts(desk.window))
        assert "Aarti" not in shown
        assert desk.vm.props.stage == "ready"

    def test_an_answer_that_comes_after_the_lock_is_dropped(self, desk: Redemption):
        got = desk.chosen(TEA)
        desk.scanner.scan(got.number)
        desk.root.lock()
        desk.jobs.drain()
        assert desk.vm.props.stage == "ready"

    def test_an_idle_screen_locks_itself(self, desk: Redemption):
        desk.scan(desk.chosen(TEA).number)
        assert desk.root._idle.isActive()
        desk.root._idle.timeout.emit()
        desk.jobs.drain()
        assert (desk.root.props.screen, desk.vm.props.stage) == ("signin", "ready")

    def test_the_claim_names_who_is_signed_in(self, open_redemption: Open):
        desk = open_redemption()
        desk.sign_in("Ravi")
        got = desk.chosen(TEA)
        desk.scan(got.number)
        desk.act()
        desk.root.waiting.toggle()
        desk.news()
        assert "handed over by Ravi" in desk.root.waiting.rows.rows[0].detail

    def test_an_hour_away_says_what_can_be_handed_over_still(self, open_redemption: Open):
        since = int(NOON.timestamp() * 1000) - 3_600_000
        desk = open_redemption(
            status=lambda: SyncStatus(solo=False, online=False, last_contact_ms=since)
        )
        desk.sign_in()
        connection = desk.root.connection.props
        assert connection.sentence == "No connection since 11:00 am."
        assert connection.detail.startswith("You can hand over what was chosen at this screen.")


def test_a_long_name_stays_whole_in_the_answer(desk: Redemption):
    desk.scan(desk.chosen(TEA, desk.other).number)
    assert LONG_NAME in desk.vm.props.who


def test_every_role_may_hand_over(open_redemption: Open):
    roles: tuple[Role, ...] = ("cashier", "supervisor", "owner")
    for name, _ in zip(PINS, roles, strict=True):
        desk = open_redemption()
        desk.sign_in(name)
        got = desk.chosen(COFFEE if name == "Ravi" else TEA)
        desk.scan(got.number)
        desk.act()
        assert desk.status_of(got.number) == "claimed"

"""Help and history at the kiosk, by taps and keys in a real window."""

from app.domain.bills import Bill, amount_line
from app.services.sales import SaleRecorded, record_sale
from tests.helpers import people
from tests.helpers.keys import type_text
from tests.helpers.kiosk import KioskStage


class TestHelp:
    def test_a_question_that_is_tapped_is_answered_with_ones_own_figures(self, kiosk: KioskStage):
        kiosk.arrive()
        kiosk.go("help")
        kiosk.tap("How many coins do I have?")
        coins = kiosk.member.coins.spendable
        assert f"You have {coins} coins" in kiosk.texts()

    def test_a_misspelt_question_is_answered_too(self, kiosk: KioskStage):
        kiosk.arrive()
        kiosk.go("help")
        kiosk.tap("Your question")
        type_text(kiosk.window, "when do my coinz expier")
        assert "Space" in kiosk.names()
        kiosk.tap("Ask")
        assert "Until when are my coins good?" in kiosk.texts()
        assert "Space" not in kiosk.names()

    def test_what_nobody_can_answer_leads_to_a_person(self, kiosk: KioskStage):
        kiosk.arrive()
        kiosk.go("help")
        kiosk.vm.help.typeQuestion("qwzx")
        kiosk.tap("Ask")
        assert "I do not know that one. Call us, and somebody comes." in kiosk.texts()
        kiosk.tap("All questions")
        assert "How many coins do I have?" in kiosk.texts()

    def test_an_answer_leads_to_the_screen_that_shows_more(self, kiosk: KioskStage):
        kiosk.arrive()
        kiosk.go("help")
        kiosk.tap("I bought something and got too few coins")
        kiosk.tap("Show me")
        assert kiosk.vm.props.screen == "history"

    def test_another_language_answers_in_it(self, kiosk: KioskStage):
        kiosk.arrive()
        kiosk.go("help")
        kiosk.tap("How many coins do I have?")
        kiosk.vm.setLanguage("hi")
        kiosk.settle()
        assert "आपके पास" in kiosk.vm.help.props.answer

    def test_nothing_of_an_answer_is_left_for_the_next_member(self, kiosk: KioskStage):
        kiosk.arrive()
        kiosk.go("help")
        kiosk.tap("How many coins do I have?")
        kiosk.vm.finish()
        kiosk.settle()
        assert not kiosk.vm.help.props.answer
        assert not kiosk.vm.help.questions.rows


class TestHistory:
    def test_the_newest_is_first_and_a_tap_says_why(self, kiosk: KioskStage):
        kiosk.arrive()
        kiosk.go("history")
        rows = kiosk.vm.history.entries.rows
        sold = next(row for row in rows if row.title.startswith("Bought for ₹1,264"))
        assert "1 coin for every ₹100" not in kiosk.texts()
        kiosk.tap(", ".join(part for part in (sold.title, sold.day, sold.coins) if part))
        assert "1 coin for every ₹100" in kiosk.texts()

    def test_a_purchase_is_there_the_moment_the_counter_records_it(self, kiosk: KioskStage):
        kiosk.arrive()
        kiosk.go("history")
        before = len(kiosk.vm.history.entries.rows)
        shop = kiosk.shop
        bill = Bill(shop.mint(), "B-9001", (amount_line(50_000),), member=kiosk.member.member)
        sold = record_sale(shop, "", bill)
        assert isinstance(sold, SaleRecorded)
        kiosk.vm.beat()
        kiosk.settle()
        titles = [row.title for row in kiosk.vm.history.entries.rows]
        assert len(titles) > before
        assert titles[0] == "Bought for ₹500"

    def test_a_new_member_sees_how_it_began(self, kiosk: KioskStage):
        fresh = people.joined(kiosk.shop, "Nandini", "9000000001")
        kiosk.arrive(fresh)
        kiosk.go("history")
        assert [row.title for row in kiosk.vm.history.entries.rows] == ["Got a card", "Joined"]

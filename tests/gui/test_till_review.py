"""What must not get lost or into the wrong hands while a cashier is in the middle of something."""

import pytest
from PySide6.QtCore import QCoreApplication

from app.domain.bills import Bill, BillLine
from app.services.baskets import take_basket
from app.services.open_sales import sale_of
from app.services.sales import SaleRecorded, record_sale
from tests.gui.test_codes import bought
from tests.helpers.baskets import of_amount
from tests.helpers.counter import Counter

pytestmark = pytest.mark.slow
RICE = BillLine("IN101", "Basmati rice 5 kg", "Staples", 1000, 62_500)


def settle(counter: Counter) -> None:
    counter.jobs.drain()
    QCoreApplication.processEvents()
    counter.jobs.drain()


def begin_exchange(counter: Counter, member: str) -> str:
    bill = Bill(counter.shop.mint(), "A1", (RICE,), member=member)
    outcome = record_sale(counter.shop, "", bill)
    assert isinstance(outcome, SaleRecorded)
    vm = counter.vm
    vm.openPanel("return")
    settle(counter)
    vm.returns.typeNumber("A1")
    vm.returns.search()
    settle(counter)
    vm.returns.takeAll()
    vm.returns.typeReceipt("R9")
    settle(counter)
    vm.returns.exchange()
    settle(counter)
    assert vm.bill.props.exchange != ""
    return outcome.sale


def basket(counter: Counter, external_id: str, amount_minor: int) -> None:
    take_basket(counter.shop, of_amount(amount_minor, external_id))
    counter.vm.baskets.arrived.emit()


def test_a_bill_of_the_till_does_not_push_an_exchange_off_the_screen(counter: Counter):
    begin_exchange(counter, counter.member.member)
    basket(counter, "1", 70_000)
    settle(counter)
    assert counter.vm.bill.props.exchange != ""
    assert len(counter.vm.baskets.bills.rows) == 1


def test_a_bill_of_the_till_is_not_taken_over_an_exchange(counter: Counter):
    begin_exchange(counter, counter.member.member)
    basket(counter, "1", 70_000)
    settle(counter)
    counter.vm.openPanel("baskets")
    counter.vm.baskets.take()
    settle(counter)
    assert counter.vm.bill.props.exchange != ""
    assert "Finish the exchange first" in counter.vm.props.message


def test_a_bill_on_hold_does_not_come_back_over_an_exchange(counter: Counter):
    counter.vm.bill.typeEntry("99")
    counter.vm.hold()
    settle(counter)
    begin_exchange(counter, counter.member.member)
    counter.vm.openPanel("held")
    settle(counter)
    counter.vm.recall()
    settle(counter)
    assert counter.vm.bill.props.exchange != ""
    assert counter.vm.held.props.count == "1"


def test_nobody_joins_in_the_middle_of_a_guests_exchange(counter: Counter):
    sale = begin_exchange(counter, "")
    counter.vm.openPanel("find")
    settle(counter)
    counter.vm.find.typeQuery("9000000001")
    settle(counter)
    counter.vm.find.enrolNew()
    settle(counter)
    assert counter.vm.props.panel != "enrol"
    assert "Finish the exchange first" in counter.vm.props.message
    assert counter.vm.bill.props.exchange != ""
    assert sale_of(counter.shop, sale) is not None


def test_a_member_alone_is_not_put_on_hold_for_their_exchange(counter: Counter):
    counter.scan(counter.card())
    begin_exchange(counter, counter.member.member)
    assert counter.vm.held.props.count == ""


def test_goods_scanned_while_a_bill_of_the_till_is_read_stay(counter: Counter):
    basket(counter, "1", 70_000)
    counter.scanner.scan("IN101")
    settle(counter)
    assert [row.name for row in counter.vm.bill.lines.rows] == ["Surya whole wheat atta 5 kg"]
    assert len(counter.vm.baskets.bills.rows) == 1


def test_a_card_scanned_after_a_voucher_is_not_replaced_by_the_vouchers_owner(counter: Counter):
    voucher = bought(counter, "fifty-off")
    counter.scanner.scan(voucher.held.number)
    counter.scanner.scan(counter.card(counter.other))
    settle(counter)
    assert counter.vm.member.view.member == counter.other.member
    assert counter.vm.bill.inputs.vouchers == ()


@pytest.mark.parametrize("late", [False, True])
def test_a_bill_that_was_paid_at_the_till_is_not_collected_again(counter: Counter, late: bool):
    states = ["open", "paid"] if late else ["paid"]
    for state in states:
        take_basket(counter.shop, of_amount(70_000, "1", state=state))
        counter.vm.baskets.arrived.emit()
        settle(counter)
    assert counter.vm.bill.props.tender == "Paid at the till."
    counter.vm.hold()
    settle(counter)
    counter.vm.recall()
    settle(counter)
    assert counter.vm.bill.props.tender == "Paid at the till."
    counter.vm.record()
    settle(counter)
    assert counter.vm.props.kind == "good"
    assert counter.vm.props.detail == "Paid at the till."


def test_what_comes_off_a_bill_that_is_paid_is_handed_back(counter: Counter):
    voucher = bought(counter, "fifty-off")
    take_basket(counter.shop, of_amount(70_000, "1", state="paid"))
    counter.vm.baskets.arrived.emit()
    settle(counter)
    counter.scan(voucher.held.number)
    assert counter.vm.bill.props.tender == "Paid at the till. Hand back ₹50."
    counter.vm.record()
    settle(counter)
    assert "Paid at the till. Hand back ₹50." in counter.vm.props.detail


def test_a_bill_the_till_cancelled_while_it_was_on_hold_says_so_when_it_is_back(counter: Counter):
    basket(counter, "1", 70_000)
    settle(counter)
    counter.vm.hold()
    settle(counter)
    take_basket(counter.shop, of_amount(70_000, "1", state="voided"))
    counter.vm.baskets.arrived.emit()
    settle(counter)
    counter.vm.recall()
    settle(counter)
    assert counter.vm.bill.lines.rows
    assert counter.vm.props.message.startswith("The till cancelled this bill.")


def test_a_bill_that_is_paid_while_it_is_on_hold_is_paid_when_it_is_back(counter: Counter):
    basket(counter, "1", 70_000)
    settle(counter)
    counter.vm.hold()
    settle(counter)
    take_basket(counter.shop, of_amount(70_000, "1", state="paid"))
    counter.vm.baskets.arrived.emit()
    settle(counter)
    counter.vm.recall()
    settle(counter)
    assert counter.vm.bill.props.tender == "Paid at the till."

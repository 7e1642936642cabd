"""The rows of today's sales, as the list shows them."""

from app.domain.money import Money
from app.services.open_sales import SaleRow
from app.ui.viewmodels.todays_sales import SalesInputs, derive_rows

BILL = SaleRow("s", "B-7", 0, "member", 126_400, 12, voided=False, returned=False)
GUEST = SaleRow("t", "B-8", 0, "", 900, 0, voided=False, returned=False)


def test_coins_are_said_to_be_coins():
    first, second = derive_rows(SalesInputs(Money("INR"), rows=(BILL, GUEST)))
    assert (first.coins, first.note) == ("12 coin(s)", "")
    assert (second.coins, second.note) == ("", "no card")

"""Tickets of a day: which number comes next, what an event gives or hands over."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.events import Event
from app.domain.facts import Redeemed, VoucherClaimed
from app.domain.pickups import Handed, Ticketed, handed, next_ticket, ticketed
from app.wire.events import decode, encode

ON = date(2026, 6, 15)
REDEEMED = Event(
    "1" * 32, "redeemed", "2" * 32, "", "main", "2", "p", ON, 1_000, 330,
    Redeemed("tea", "3" * 32, 27),
)  # fmt: skip
CLAIMED = replace(
    REDEEMED, id="4" * 32, kind="voucher_claimed", staff="5" * 32, facts=VoucherClaimed("3" * 32)
)


def row(ticket: int) -> Ticketed:
    return Ticketed(f"{ticket:032x}", "2" * 32, "main", ON, ticket, 0)


@given(st.lists(st.integers(1, 10_000)))
def test_the_next_number_is_above_all_that_were_given(given_before: list[int]):
    number = next_ticket(map(row, given_before))
    assert number == (max(given_before) + 1 if given_before else 1)


def test_a_redemption_with_a_ticket_waits():
    assert ticketed(REDEEMED) == Ticketed("3" * 32, "2" * 32, "main", ON, 27, 1_000)
    assert ticketed(replace(REDEEMED, facts=Redeemed("tea", "3" * 32))) is None
    assert ticketed(CLAIMED) is None


def test_only_what_goes_with_no_bill_is_handed_over():
    done = Handed("4" * 32, "3" * 32, "2" * 32, "5" * 32, "main", ON, 1_000)
    assert handed(CLAIMED) == done
    assert handed(replace(CLAIMED, facts=VoucherClaimed("3" * 32, "6" * 32))) is None
    assert handed(REDEEMED) is None


def test_redemptions_of_before_there_were_tickets_are_read():
    body = encode(REDEEMED)
    old = body.replace(b',"ticket":27', b"")
    assert old != body
    assert decode(body) == REDEEMED
    assert decode(old).facts == Redeemed("tea", "3" * 32, 0)

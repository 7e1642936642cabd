"""Bills of the shop's till: taken once, recorded once, nothing personal kept."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.bills import Bill, amount_line
from app.services.baskets import (
    BasketChanged,
    BasketGone,
    BasketReplaced,
    BasketTaken,
    BasketVoided,
    KeyReused,
    OpenedBasket,
    SameBasket,
    WrongCurrency,
    dismiss_basket,
    open_basket,
    take_basket,
    waiting_baskets,
)
from app.services.catalogue import import_catalogue
from app.services.clocks import SetClock
from app.services.drafts import discard, hold
from app.services.members import MemberView
from app.services.open_sales import sale_of
from app.services.sales import AlreadyRecorded, SaleRecorded, record_sale
from app.services.shop import Shop
from app.services.voids import SaleVoided, undo_sale, void_sale
from app.station import Station
from app.station.examining import examine
from app.storage import failpoints
from app.storage.writer import Tx
from tests.helpers import people
from tests.helpers.baskets import of_amount, sent, until

SOURCE = "till-7"
PHONE = "98765 43210"


class PulledPlugError(Exception):
    """The power went."""


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Station, Shop, SetClock]]:
    people.create(tmp_path)
    with people.opened(tmp_path) as shop:
        yield shop


@pytest.fixture
def shop(opened: tuple[Station, Shop, SetClock]) -> Shop:
    return opened[1]


@pytest.fixture
def asha(shop: Shop) -> MemberView:
    return people.joined(shop, "Aarti Sharma", PHONE)


def opened_basket(shop: Shop, external_id: str = "1") -> OpenedBasket:
    found = open_basket(shop, SOURCE, external_id)
    assert isinstance(found, OpenedBasket), found
    return found


def recorded(shop: Shop, external_id: str = "1") -> SaleRecorded:
    outcome = record_sale(shop, people.CELL, opened_basket(shop, external_id).draft.bill)
    assert isinstance(outcome, SaleRecorded), outcome
    return outcome


def test_a_basket_waits_with_its_member_and_becomes_a_sale(shop: Shop, asha: MemberView) -> None:
    taken = take_basket(shop, sent(customer={"phone": PHONE}))
    assert taken == BasketTaken(asha.member, unknown=False)
    (waiting,) = waiting_baskets(shop)
    assert (waiting.number, waiting.total_minor) == ("A-1", 54_500)
    assert waiting.member_name == "Aarti Sharma"
    found = opened_basket(shop)
    assert found.member is not None
    assert found.member.member == asha.member
    sale = recorded(shop)
    assert (sale.total_minor, sale.bill_number, sale.member) == (54_500, "A-1", asha.member)
    assert waiting_baskets(shop) == ()


def test_a_card_leads_to_its_member_and_a_strange_one_to_a_note(
    shop: Shop, asha: MemberView
) -> None:
    card = asha.cards[-1].number
    assert take_basket(shop, sent(customer={"card": card})) == BasketTaken(asha.member, False)
    assert take_basket(shop, sent("2", customer={"card": "K2-0000"})) == BasketTaken("", True)
    assert take_basket(shop, sent("3", customer={"phone": "12"})) == BasketTaken("", True)
    assert [one.unknown for one in waiting_baskets(shop)] == [False, True, True]


def test_a_customer_who_joins_at_the_counter_makes_no_other_basket(shop: Shop) -> None:
    customer = {"phone": PHONE}
    take_basket(shop, sent(customer=customer), "first")
    bill = opened_basket(shop).draft.bill
    joined = people.joined(shop, "Aarti Sharma", PHONE)
    sale = record_sale(shop, people.CELL, replace(bill, member=joined.member))
    assert isinstance(sale, SaleRecorded)
    again = SameBasket("recorded", sale.sale, "", unknown=True)
    assert take_basket(shop, sent(customer=customer), "first") == again
    assert take_basket(shop, sent(customer=customer, state="paid"), "second") == again
    assert isinstance(take_basket(shop, of_amount(100, customer=customer)), BasketChanged)


def test_a_retry_is_the_same_whoever_joined_and_whatever_was_named_meanwhile(shop: Shop) -> None:
    customer = {"phone": PHONE}
    take_basket(shop, sent(customer=customer), "first")
    people.joined(shop, "Aarti Sharma", PHONE)
    import_catalogue(shop, ["sku,name,unit,price,category", "ATTA5,Atta,each,250,Staples"])
    same = SameBasket("waiting", "", "", unknown=True)
    assert take_basket(shop, sent(customer=customer), "first") == same
    assert take_basket(shop, sent(customer={"phone": "98765 43211"}), "first") == KeyReused()


def test_a_payment_under_an_old_key_is_refused_not_lost(shop: Shop) -> None:
    take_basket(shop, sent(), "first")
    assert take_basket(shop, sent(state="paid"), "first") == KeyReused()
    assert isinstance(take_basket(shop, sent(state="paid"), "second"), SameBasket)
    assert [one.paid for one in waiting_baskets(shop)] == [True]


def test_the_same_basket_changes_nothing(shop: Shop) -> None:
    take_basket(shop, sent())
    assert take_basket(shop, sent()) == SameBasket("waiting", "", "", unknown=False)
    assert take_basket(shop, sent(), "key") == SameBasket("waiting", "", "", unknown=False)
    assert len(waiting_baskets(shop)) == 1


def test_a_changed_basket_takes_the_place_of_the_one_that_waits(shop: Shop) -> None:
    take_basket(shop, sent())
    assert isinstance(take_basket(shop, of_amount(9_900)), BasketReplaced)
    (waiting,) = waiting_baskets(shop)
    assert waiting.total_minor == 9_900


def test_a_late_retry_does_not_bring_old_lines_back(shop: Shop) -> None:
    take_basket(shop, sent(), "first")
    take_basket(shop, of_amount(9_900), "second")
    assert isinstance(take_basket(shop, sent(), "first"), SameBasket)
    assert waiting_baskets(shop)[0].total_minor == 9_900


def test_a_key_is_good_for_one_basket_and_one_content(shop: Shop) -> None:
    take_basket(shop, sent("1"), "key")
    assert take_basket(shop, of_amount(100, "1"), "key") == KeyReused()
    assert take_basket(shop, sent("2"), "key") == KeyReused()
    assert take_basket(shop, sent("1", state="voided"), "key") == KeyReused()
    assert [one.number for one in waiting_baskets(shop)] == ["A-1"]
    assert isinstance(shop.clock, SetClock)
    shop.clock.at += timedelta(hours=25)
    assert isinstance(take_basket(shop, sent("2"), "key"), BasketTaken)


def test_what_was_recorded_is_refused_with_what_it_became(shop: Shop) -> None:
    take_basket(shop, sent())
    sale = recorded(shop)
    same = take_basket(shop, sent())
    assert same == SameBasket("recorded", sale.sale, "", unknown=False)
    assert take_basket(shop, of_amount(100)) == BasketChanged(sale.sale, "A-1")


def test_one_basket_on_two_screens_is_one_sale(shop: Shop) -> None:
    take_basket(shop, sent(bill_number=""))
    first, second = opened_basket(shop).draft.bill, opened_basket(shop).draft.bill
    one = record_sale(shop, people.CELL, replace(first, number="A-1"))
    assert isinstance(one, SaleRecorded)
    other = record_sale(shop, people.CELL, replace(second, number="A-2"))
    assert other == AlreadyRecorded(one.sale)
    assert sale_of(shop, second.id) is None


@pytest.mark.parametrize("point", ["journal.written", "journal.committed"])
def test_a_power_cut_leaves_the_basket_waiting_or_recorded_never_both(
    tmp_path: Path, point: str
) -> None:
    def pull() -> None:
        raise PulledPlugError

    people.create(tmp_path)
    with people.opened(tmp_path) as (_, shop, _clock):
        take_basket(shop, sent(bill_number=""))
        bill = replace(opened_basket(shop).draft.bill, number="A-1")
        failpoints.arm(point, pull)
        with pytest.raises(PulledPlugError):
            record_sale(shop, people.CELL, bill)
        failpoints.arm("")
    with people.opened(tmp_path) as (station, shop, _clock):
        again = take_basket(shop, sent(bill_number=""))
        assert isinstance(again, SameBasket)
        if point == "journal.written":
            assert again.state == "waiting"
            bill = replace(opened_basket(shop).draft.bill, number="A-2")
            assert isinstance(record_sale(shop, people.CELL, bill), SaleRecorded)
        else:
            assert (again.state, again.sale) == ("recorded", bill.id)
            assert isinstance(open_basket(shop, SOURCE, "1"), BasketGone)
        station.pump()
    assert not examine(tmp_path).findings


def test_a_change_that_comes_too_late_is_refused_from_then_on(shop: Shop) -> None:
    take_basket(shop, sent())
    bill = opened_basket(shop).draft.bill
    take_basket(shop, of_amount(100))
    assert isinstance(record_sale(shop, people.CELL, bill), SaleRecorded)
    assert take_basket(shop, of_amount(100)) == BasketChanged(bill.id, "A-1")
    assert take_basket(shop, sent()) == SameBasket("recorded", bill.id, "", unknown=False)


def test_undo_puts_the_basket_back_and_a_void_does_not(shop: Shop) -> None:
    take_basket(shop, sent())
    sale = recorded(shop)
    assert isinstance(undo_sale(shop, people.CELL, sale.sale), SaleVoided)
    assert len(waiting_baskets(shop)) == 1
    sale = recorded(shop)
    assert isinstance(void_sale(shop, people.CELL, people.CELL, sale.sale), SaleVoided)
    assert waiting_baskets(shop) == ()
    assert isinstance(take_basket(shop, sent()), SameBasket)
    assert isinstance(take_basket(shop, of_amount(100)), BasketReplaced)
    assert isinstance(recorded(shop), SaleRecorded)


def test_a_till_that_voids_undoes_nothing_here(shop: Shop) -> None:
    take_basket(shop, sent("1"))
    assert take_basket(shop, sent("1", state="voided")) == BasketVoided("")
    assert waiting_baskets(shop) == ()
    assert take_basket(shop, sent("1")) == BasketChanged("", "")
    take_basket(shop, sent("2"))
    sale = recorded(shop, "2")
    assert take_basket(shop, sent("2", state="voided")) == BasketVoided(sale.sale)
    (shown,) = waiting_baskets(shop)
    assert (shown.cancelled, shown.sale) == (True, sale.sale)
    standing = sale_of(shop, sale.sale)
    assert standing is not None
    assert not standing.voided
    assert dismiss_basket(shop, SOURCE, "2")
    assert waiting_baskets(shop) == ()
    assert take_basket(shop, sent("2")) == SameBasket("recorded", sale.sale, "", unknown=False)


def test_a_void_that_overtakes_its_bill_is_kept(shop: Shop) -> None:
    assert take_basket(shop, sent(state="voided")) == BasketVoided("")
    assert take_basket(shop, sent()) == BasketChanged("", "")


def test_what_was_thrown_away_comes_back_only_changed(shop: Shop) -> None:
    take_basket(shop, sent())
    assert dismiss_basket(shop, SOURCE, "1")
    assert not dismiss_basket(shop, SOURCE, "1")
    assert isinstance(take_basket(shop, sent(state="paid")), SameBasket)
    assert waiting_baskets(shop) == ()
    assert isinstance(take_basket(shop, of_amount(100)), BasketReplaced)
    assert len(waiting_baskets(shop)) == 1


def test_that_it_is_paid_is_no_change(shop: Shop) -> None:
    take_basket(shop, sent())
    same = SameBasket("waiting", "", "", unknown=False)
    assert take_basket(shop, sent(state="paid")) == replace(same, paid_changed=True)
    assert take_basket(shop, sent(state="paid")) == same
    assert [one.paid for one in waiting_baskets(shop)] == [True]


def test_a_basket_on_hold_does_not_wait_as_well(shop: Shop) -> None:
    take_basket(shop, sent())
    held = hold(shop, people.CELL, opened_basket(shop).draft)
    assert isinstance(held, str)
    assert waiting_baskets(shop) == ()
    discard(shop, held)
    assert len(waiting_baskets(shop)) == 1


def test_nobody_waits_for_a_bill_of_yesterday(shop: Shop) -> None:
    take_basket(shop, sent())
    assert isinstance(shop.clock, SetClock)
    shop.clock.at += timedelta(hours=19)
    assert waiting_baskets(shop) == ()
    shop.clock.at += timedelta(days=70)
    take_basket(shop, sent("2"))
    assert open_basket(shop, SOURCE, "1") == BasketGone(None)


def test_a_bill_of_yesterday_that_is_sent_again_waits_again(shop: Shop) -> None:
    take_basket(shop, sent())
    assert isinstance(shop.clock, SetClock)
    shop.clock.at += timedelta(hours=19)
    assert take_basket(shop, sent(state="paid")) == BasketTaken("", unknown=False)
    (waiting,) = waiting_baskets(shop)
    assert waiting.paid
    assert waiting.at_ms == shop.moment().at_ms


def test_a_bill_of_yesterday_that_the_till_voids_is_shown_to_the_cashier(shop: Shop) -> None:
    take_basket(shop, sent())
    sale = recorded(shop)
    assert isinstance(shop.clock, SetClock)
    shop.clock.at += timedelta(hours=19)
    assert take_basket(shop, sent(state="voided")) == BasketVoided(sale.sale)
    (waiting,) = waiting_baskets(shop)
    assert (waiting.cancelled, waiting.sale) == (True, sale.sale)


def test_another_currency_is_refused(shop: Shop) -> None:
    assert take_basket(shop, sent(currency="PHP")) == WrongCurrency("PHP", "INR")


def test_the_catalogue_says_what_the_goods_are(shop: Shop) -> None:
    lines = (people.DEMO / "catalogue-india.csv").read_text("utf-8").splitlines()
    import_catalogue(shop, lines)
    header, first = lines[0].split(","), lines[1].split(",")
    item = dict(zip(header, first, strict=False))
    sold = [
        {"sku": item["sku"].lower(), "unit_price_minor": 100, "category": "Till's own"},
        {"sku": "nobody's", "unit_price_minor": 100, "category": "Till's own"},
    ]
    take_basket(shop, sent(lines=sold, total_minor=200))
    known, strange = opened_basket(shop).draft.bill.lines
    assert (known.sku, known.name, known.category) == (item["sku"], item["name"], item["category"])
    assert (strange.sku, strange.category) == ("nobody's", "Till's own")


def test_a_sale_never_waits_behind_bills_that_the_till_sends(shop: Shop) -> None:
    writer, held, go = shop.db.writer, threading.Event(), threading.Event()
    bill = Bill(shop.mint(), "B-1", (amount_line(10_000),))
    sold: list[bool] = []

    def hold_up(_: Tx) -> None:
        held.set()
        assert go.wait(30)

    def taken() -> None:
        take_basket(shop, sent())
        sold.append(sale_of(shop, bill.id) is not None)

    threads = [threading.Thread(target=writer.run, args=(hold_up,))]
    threads[0].start()
    assert held.wait(30)
    threads.append(threading.Thread(target=taken))
    threads[-1].start()
    until(lambda: sum(writer._waiting))
    threads.append(threading.Thread(target=record_sale, args=(shop, people.CELL, bill)))
    threads[-1].start()
    until(lambda: sum(writer._waiting) == 2)
    go.set()
    for thread in threads:
        thread.join()
    assert sold == [True]


def test_fifty_at_once_are_one_basket(shop: Shop) -> None:
    outcomes: list[object] = []
    together = threading.Barrier(50)

    def post() -> None:
        together.wait()
        outcomes.append(take_basket(shop, sent(), "key"))

    threads = [threading.Thread(target=post) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(isinstance(one, BasketTaken) for one in outcomes) == 1
    assert sum(isinstance(one, SameBasket) for one in outcomes) == 49
    assert len(waiting_baskets(shop)) == 1


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("sale = 'nowhere'", "a bill of the till has no sale in the journal"),
        ("state = 'waiting'", "a bill of the till waits though it was recorded"),
    ],
)
def test_the_doctor_knows_a_basket_that_lies(tmp_path: Path, change: str, found: str) -> None:
    people.create(tmp_path)
    with people.opened(tmp_path) as (station, shop, _clock):
        take_basket(shop, sent())
        recorded(shop)
        station.pump()
    assert not examine(tmp_path).findings
    with people.opened(tmp_path) as (_, shop, _clock):
        shop.db.writer.run(lambda tx: tx.cursor.execute(f"UPDATE basket SET {change}"))
    assert [one.what for one in examine(tmp_path).findings] == [f"{found} (till-7 1)"]


def test_neither_card_nor_phone_is_kept(tmp_path: Path) -> None:
    people.create(tmp_path)
    with people.opened(tmp_path) as (_, shop, _clock):
        member = people.joined(shop, "Aarti Sharma", PHONE)
        card = member.cards[-1].number
        take_basket(shop, sent("1", customer={"card": card}), "key-one")
        take_basket(shop, sent("2", customer={"phone": PHONE}), "key-two")
        take_basket(shop, sent("3", customer={"phone": "91234 56789"}))
        recorded(shop, "1")
    digits = ["9876543210", "98765 43210", "9123456789", "91234 56789", "key-one"]
    for path in (*tmp_path.glob("station.db*"), *tmp_path.glob("cell.db*")):
        bytes_in_it = path.read_bytes()
        for secret in (card, *digits):
            assert secret.encode() not in bytes_in_it, f"{secret} is in {path.name}"

"""Money paid in for store credit, bonuses, voids, pay-outs, coins by hand: over real stations."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.bill_faults import CreditNotAllowed, NotEnoughCoins
from app.domain.credit import top_ups_of
from app.domain.facts import ToppedUp
from app.domain.members import credit_on
from app.domain.tiers import status_points
from app.services.credit import (
    AmountNotAllowed,
    BadCode,
    CashOutNotAllowed,
    CashOutOutcome,
    CreditPaidOut,
    CreditToppedUp,
    NoReceipt,
    NotEnoughPaidIn,
    NotOnThisDay,
    OfferUsed,
    ReceiptUsed,
    TopUpNotToday,
    TopUpOutcome,
    TopUpSpent,
    TopUpUnknown,
    TopUpVoided,
    TopUpVoidOutcome,
    cash_out,
    top_up,
    void_top_up,
)
from app.services.goodwill import CoinsGiven, NoCoins, NoReason, give_coins
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.services.sales import record_sale
from app.services.shop import Shop
from app.services.voids import AlreadyVoided, NeedsApproval
from app.station.examining import examine
from tests.helpers.people import owner_of
from tests.helpers.shops import (
    STAFF,
    bill,
    document_of,
    enrol,
    goods,
    later,
    new_station,
    sell,
)

pytestmark = pytest.mark.slow

OFFERS = """
[credit]
minimum = "50.00"
maximum = "5000.00"
cash_out = {cash_out}

[[credit.offer]]
id = "first"
title = {{ en = "Pay 1,000, get 1,600" }}
code = "START1600"
pay = "1000.00"
get = "1600.00"
expiry_months = 3

[[credit.offer]]
id = "festival"
title = {{ en = "Pay 500, get 550" }}
code = "FEST"
pay = "500.00"
get = "550.00"
first_only = false
dates = ["2026-06-01", "2026-06-30"]
"""
DOCUMENT = document_of() + OFFERS.format(cash_out="false")
PAYS_OUT = document_of() + OFFERS.format(cash_out="true")


def spendable(shop: Shop, member: str) -> int:
    """Store credit the member can use now."""
    return credit_on(shop.state(member), shop.moment().on).spendable


def topped(shop: Shop, member: str, receipt: str, paid_minor: int, code: str = "") -> str:
    """Top up and return the event's id."""
    done = top_up(shop, STAFF, member, receipt, paid_minor, code)
    assert isinstance(done, CreditToppedUp), done
    return done.top_up


def test_the_first_top_up_with_its_code_brings_the_bonus_once(tmp_path: Path) -> None:
    with new_station(tmp_path, document=DOCUMENT) as station:
        shop = station.shop
        asha = enrol(shop)
        done = top_up(shop, STAFF, asha, "T-1", 100_000, "start1600")
        assert isinstance(done, CreditToppedUp)
        assert (done.bonus_minor, done.spendable_minor) == (60_000, 160_000)
        again = top_up(shop, STAFF, asha, "T-2", 100_000, "START1600")
        assert again == OfferUsed("START1600")
        station.pump()
        assert top_up(shop, STAFF, asha, "T-2", 100_000, "START1600") == OfferUsed("START1600")
        assert spendable(shop, asha) == 160_000
        paid, bonus = sorted(shop.state(asha).credit.lots, key=lambda lot: lot.terms)
        assert (paid.terms, paid.expires_on, paid.amount) == ("", None, 100_000)
        assert (bonus.terms, str(bonus.expires_on)) == ("topup:first", "2026-09-30")
        topped(shop, asha, "T-2", 50_000, "FEST")
        topped(shop, asha, "T-3", 50_000, "FEST")
        assert spendable(shop, asha) == 270_000
        station.pump()
    assert examine(tmp_path).findings == ()


def test_a_plain_top_up_uses_up_the_first(tmp_path: Path) -> None:
    with new_station(tmp_path, document=DOCUMENT) as station:
        shop = station.shop
        asha = enrol(shop)
        topped(shop, asha, "T-1", 5_000)
        assert top_up(shop, STAFF, asha, "T-2", 100_000, "START1600") == OfferUsed("START1600")


def test_a_bonus_won_twice_counts_once_and_no_money_is_lost(tmp_path: Path) -> None:
    """Another station took the offer's key first: the bonus is worth nothing, the money is in."""
    with new_station(tmp_path, document=DOCUMENT) as station:
        shop = station.shop
        asha = enrol(shop)
        facts = ToppedUp("T-9", 0, 60_000, "first")
        elsewhere = shop.event("topped_up", facts, member=asha, once=(f"topup:first:{asha}",))
        station.pump()
        station.cell.book_own([elsewhere])
        topped(shop, asha, "T-1", 100_000, "START1600")
        assert spendable(shop, asha) == 160_000, "the station cannot know yet"
        station.pump()
        assert spendable(shop, asha) == 100_000
        assert top_ups_of(shop.state(asha)) == 1


def test_what_cannot_be_topped_up(tmp_path: Path) -> None:
    with new_station(tmp_path, document=DOCUMENT) as station:
        shop = station.shop
        asha = enrol(shop)
        topped(shop, asha, "T-1", 5_000)
        assert isinstance(top_up(shop, STAFF, asha, " t-1 ", 5_000), ReceiptUsed)
        assert top_up(shop, STAFF, asha, "", 5_000) == NoReceipt()
        assert top_up(shop, STAFF, asha, "T-2", 4_999) == AmountNotAllowed(4_999, 5_000, 500_000)
        assert isinstance(top_up(shop, STAFF, asha, "T-2", 500_001), AmountNotAllowed)
        assert isinstance(top_up(shop, STAFF, asha, "T-2", -5_000), AmountNotAllowed)
        assert top_up(shop, STAFF, asha, "T-2", 5_000, "NOPE") == BadCode("NOPE")
        exactly = AmountNotAllowed(60_000, 50_000, 50_000, "FEST")
        assert top_up(shop, STAFF, asha, "T-2", 60_000, "FEST") == exactly
        later(shop, days=30)
        assert top_up(shop, STAFF, asha, "T-2", 50_000, "FEST") == NotOnThisDay("FEST")
        assert spendable(shop, asha) == 5_000


def test_a_void_takes_all_back_and_frees_receipt_and_offer(tmp_path: Path) -> None:
    with new_station(tmp_path, document=DOCUMENT) as station:
        shop = station.shop
        asha, owner = enrol(shop), owner_of(shop)
        first = topped(shop, asha, "T-1", 100_000, "START1600")
        assert void_top_up(shop, STAFF, "", first) == NeedsApproval()
        done = void_top_up(shop, STAFF, owner, first)
        assert done == TopUpVoided(first, asha, 100_000, 60_000)
        assert void_top_up(shop, STAFF, owner, first) == AlreadyVoided()
        assert (spendable(shop, asha), shop.state(asha).credit.debt) == (0, 0)
        station.pump()
        topped(shop, asha, "T-1", 100_000, "START1600")
        station.pump()
        assert spendable(shop, asha) == 160_000
        assert void_top_up(shop, STAFF, owner, "f" * 32) == TopUpUnknown()
    assert examine(tmp_path).findings == ()


def test_a_top_up_that_was_used_or_is_of_yesterday_stays(tmp_path: Path) -> None:
    with new_station(tmp_path, document=PAYS_OUT) as station:
        shop = station.shop
        asha, owner = enrol(shop), owner_of(shop)
        first = topped(shop, asha, "T-1", 100_000)
        assert isinstance(cash_out(shop, STAFF, owner, asha, 1), CreditPaidOut)
        assert void_top_up(shop, STAFF, owner, first) == TopUpSpent()
        second = topped(shop, enrol(shop, "ravi"), "T-2", 5_000)
        later(shop, days=1)
        assert void_top_up(shop, STAFF, owner, second) == TopUpNotToday()


def test_credit_is_not_paid_out_unless_the_programme_says_so(tmp_path: Path) -> None:
    with new_station(tmp_path, document=DOCUMENT) as station:
        shop = station.shop
        asha = enrol(shop)
        topped(shop, asha, "T-1", 100_000)
        assert cash_out(shop, STAFF, owner_of(shop), asha, 100) == CashOutNotAllowed()


def test_a_bonus_is_never_paid_out(tmp_path: Path) -> None:
    with new_station(tmp_path, document=PAYS_OUT) as station:
        shop = station.shop
        asha, owner = enrol(shop), owner_of(shop)
        topped(shop, asha, "T-1", 100_000, "START1600")
        assert cash_out(shop, STAFF, "", asha, 100) == NeedsApproval()
        assert cash_out(shop, STAFF, owner, asha, 0) == AmountNotAllowed(0, 1, 0)
        refused = cash_out(shop, STAFF, owner, asha, 100_001)
        assert refused == NotEnoughPaidIn(100_001, 100_000)
        assert cash_out(shop, STAFF, owner, asha, 100_000) == CreditPaidOut(asha, 100_000, 60_000)
        assert cash_out(shop, STAFF, owner, asha, 1) == NotEnoughPaidIn(1, 0)
        station.pump()
        assert spendable(shop, asha) == 60_000
    assert examine(tmp_path).findings == ()


STEPS = st.lists(
    st.tuples(st.sampled_from(["plain", "first", "fest", "out", "void"]), st.integers(0, 150_000)),
    max_size=8,
)


@settings(max_examples=12, deadline=None)
@given(STEPS)
def test_c27_stored_value_never_pays_more_than_came_in(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    """C27: a gift card redeemable many times, or with nothing on it.

    After any top-ups, voids and pay-outs the credit is what came in less what went out, the
    bonus was given at most once, and no money was paid out that was not paid in.
    """
    with new_station(tmp_path_factory.mktemp("credit"), document=PAYS_OUT) as station:
        shop = station.shop
        asha, owner = enrol(shop), owner_of(shop)
        held = paid = 0
        last = "f" * 32
        for at, (step, amount) in enumerate(steps):
            done: CashOutOutcome | TopUpVoidOutcome | TopUpOutcome
            match step:
                case "out":
                    done = cash_out(shop, STAFF, owner, asha, amount)
                case "void":
                    done = void_top_up(shop, STAFF, owner, last)
                case "plain":
                    done = top_up(shop, STAFF, asha, f"T-{at}", amount)
                case code:
                    price, word = (100_000, "START1600") if code == "first" else (50_000, "FEST")
                    done = top_up(shop, STAFF, asha, f"T-{at}", price, word)
            match done:
                case CreditToppedUp():
                    last = done.top_up
                    held += done.paid_minor + done.bonus_minor
                    paid += done.paid_minor
                case TopUpVoided():
                    held -= done.paid_minor + done.bonus_minor
                    paid -= done.paid_minor
                case CreditPaidOut():
                    held -= done.amount_minor
                    paid -= done.amount_minor
                case _:
                    pass
            assert spendable(shop, asha) == held
            assert paid >= 0
            if at % 3 == 0:
                station.pump()
        station.pump()
        assert spendable(shop, asha) == held
        assert shop.state(asha).credit.debt == shop.state(asha).credit.overdraft == 0


def test_coins_by_hand_need_a_reason_and_an_approver_and_never_count_for_status(
    tmp_path: Path,
) -> None:
    with new_station(tmp_path) as station:
        shop = station.shop
        asha, owner = enrol(shop), owner_of(shop)
        assert give_coins(shop, STAFF, owner, asha, 50, "  ") == NoReason()
        assert give_coins(shop, STAFF, "", asha, 50, "Broken egg") == NeedsApproval()
        assert give_coins(shop, STAFF, owner, asha, 0, "Broken egg") == NoCoins(0)
        assert give_coins(shop, STAFF, owner, asha, 50, "Broken egg") == CoinsGiven(asha, 50, 50)
        assert give_coins(shop, STAFF, owner, asha, -51, "Slip") == NotEnoughCoins(51, 50)
        assert give_coins(shop, STAFF, owner, asha, -20, "Slip") == CoinsGiven(asha, -20, 30)
        station.pump()
        state = shop.state(asha)
        assert (state.earned, state.spent, state.purchases) == (50, 20, 0)
        assert status_points(shop.programme, state, shop.moment().on) == 0
        [lot] = state.lots
        assert (lot.amount, str(lot.expires_on)) == (30, "2026-09-30")
        sell(shop, "B-1", 100_000, member=asha)
    assert examine(tmp_path).findings == ()


SPENDING = (
    DOCUMENT
    + """
[[cashback]]
id = "all"
title = { en = "1 % back" }
percent = "1"
expiry_months = 3
"""
)


def given_back(shop: Shop, sale: str, receipt: str, units: int) -> ReturnRecorded:
    """Bring units of the sale's first line back."""
    ask = ReturnAsk(shop.mint(), receipt, sale=sale, lines=((0, units * 1000),))
    done = record_return(shop, STAFF, ask)
    assert isinstance(done, ReturnRecorded), done
    return done


def test_c27_credit_pays_once_and_comes_back_exactly_once(tmp_path: Path) -> None:
    """C27: credit that is used up pays nothing more; a return gives back what was paid with."""
    with new_station(tmp_path, document=SPENDING) as station:
        shop = station.shop
        asha = enrol(shop)
        topped(shop, asha, "T-1", 100_000, "START1600")
        sale = sell(shop, "B-1", goods("a", 50_000, 4), member=asha, credit_minor=160_000)
        cashback = 400  # 1 % of the 400.00 that were paid in money
        station.pump()
        assert spendable(shop, asha) == cashback
        over = bill(shop, "B-2", goods("a", 50_000), member=asha, credit_minor=cashback + 1)
        assert record_sale(shop, STAFF, over) == CreditNotAllowed(cashback + 1, cashback)
        half = given_back(shop, sale.sale, "R-1", 2)
        assert half.taken.facts.credit_back_minor == 80_000
        station.pump()
        assert spendable(shop, asha) == 80_000 + 200
        given_back(shop, sale.sale, "R-2", 2)
        station.pump()
        assert spendable(shop, asha) == 160_000
        lots = {lot.terms: lot.amount for lot in shop.state(asha).credit.lots}
        assert lots == {"": 100_000, "topup:first": 60_000}, "each part to its own lot"
    assert examine(tmp_path).findings == ()


def test_a_bonus_is_spent_before_the_money_paid_in(tmp_path: Path) -> None:
    with new_station(tmp_path, document=SPENDING) as station:
        shop = station.shop
        asha = enrol(shop)
        topped(shop, asha, "T-1", 100_000, "START1600")
        sell(shop, "B-1", 100_000, member=asha, credit_minor=70_000)
        lots = {lot.terms: lot.amount for lot in shop.state(asha).credit.lots}
        assert lots == {"": 90_000, "cashback:all": 300}

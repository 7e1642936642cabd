"""An hour of a cashier at a counter, told once for every hand that can work it."""

from app.services import open_sales, promos
from app.services.promos import PromoBatch
from tests.helpers.counter import PINS, Counter
from tests.helpers.hands import Fingers, Keys

Worker = Keys | Fingers
AARTI = "9876543210"
SUNITA = "9811100000"


def work(hand: Worker, counter: Counter) -> None:
    """Sign in, work an hour, lock."""
    _sign_in(hand)
    _enrol(hand)
    _first_bill(hand, _leaflet(counter))
    _top_up_and_pay(hand)
    _record_undo_record(hand)
    _coins_and_a_gift(hand)
    _hold_and_bring_back(hand)
    _return(hand)
    _today_and_back(hand)
    hand.do("Lock")
    hand.see("Who is at the till?")
    _is_in_the_journal(counter)


def _is_in_the_journal(counter: Counter) -> None:
    rows = open_sales.todays_sales(counter.shop)
    told = sorted((row.total_minor, row.voided, row.returned) for row in rows[:4])
    assert told == [
        (9_000, False, False),
        (70_000, False, True),
        (70_000, True, False),
        (310_000, False, False),
    ]
    sunita = next(row.member for row in rows if row.returned)
    brought = counter.shop.state(sunita).brought
    assert brought is not None
    assert brought.referrer == counter.member.member


def _leaflet(counter: Counter) -> str:
    batch = promos.batch_of(counter.shop, "new-street")
    assert isinstance(batch, PromoBatch)
    return batch.codes[0]


def _sign_in(hand: Worker) -> None:
    hand.choose("Meera")
    hand.write(PINS["Meera"])
    hand.do("Sign in")
    hand.see("Scan the card")


def _enrol(hand: Worker) -> None:
    hand.do("Find member")
    hand.write(SUNITA)
    hand.do("Enrol")
    hand.see("New member")
    hand.into("Name or nickname")
    hand.write("Sunita")
    hand.into("Who sent them?")
    hand.write(AARTI)
    hand.tick("I agree")
    hand.do("Enrol")
    hand.see("The customer can take a picture of this code now.")
    hand.do("Go on with the bill")
    hand.see("Welcome, Sunita!")


def _first_bill(hand: Worker, leaflet: str) -> None:
    hand.do("Items")
    hand.write("atta")
    hand.open("Surya whole wheat atta 5 kg")
    hand.choose("Surya whole wheat atta 5 kg")
    hand.do("Quantity")
    hand.write("3")
    hand.enter()
    hand.see("₹735.00")
    hand.choose("Surya whole wheat atta 5 kg")
    hand.do("Discount")
    hand.write("35")
    hand.enter()
    hand.see("₹35 off", "₹700.00")
    hand.do("Vouchers and codes")
    hand.write(leaflet)
    hand.do("Use this code")
    hand.see("is on the bill: -₹75.00")


def _top_up_and_pay(hand: Worker) -> None:
    hand.do("Store credit")
    hand.see("Top up store credit")
    hand.write("1000")
    hand.into("Receipt number from the till")
    hand.write("R77")
    hand.into("Bonus code")
    hand.write("START1600")
    hand.do("Top up ₹1,000")
    hand.see("₹1,000 is in, and ₹600 on top.")
    hand.do("Store credit")
    hand.see("Use store credit")
    hand.write("50")
    hand.do("Use ₹50")
    hand.see("Collect ₹575.")


def _record_undo_record(hand: Worker) -> None:
    hand.do("Record sale")
    hand.see("Recorded.", "Collect ₹575.")
    hand.do("Undo")
    hand.see("Undone. Nothing was recorded.", "-₹75.00", "-₹50.00")
    hand.do("Record sale")
    hand.see("Recorded.", "Collect ₹575.")


def _coins_and_a_gift(hand: Worker) -> None:
    hand.do("Amount")
    hand.do("Find member")
    hand.write(AARTI)
    hand.open("Aarti Sharma")
    hand.write("3100")
    hand.do("Use coins")
    hand.write("20")
    hand.do("Use 20")
    hand.see("Collect ₹3,090.", "A gift comes with it")
    hand.do("Why")
    hand.see("1 coin for every ₹100")
    hand.do("Back")
    hand.do("Record sale")
    hand.see("Recorded.", "Hand over the gift")
    hand.do("Gift given")
    hand.see("Handed over: Soan papdi, 500 g, free.")


def _hold_and_bring_back(hand: Worker) -> None:
    hand.write("90")
    hand.do("Hold")
    hand.see("The bill is on hold.")
    hand.do("On hold")
    hand.choose("Customer without a card")
    hand.do("Bring back")
    hand.see("₹90.00", "No member, no coins")
    hand.do("Record sale")
    hand.see("Recorded, without a card.")


def _return(hand: Worker) -> None:
    hand.do("Find member")
    hand.write(SUNITA)
    hand.open("Sunita")
    hand.do("Return")
    hand.open("B-")
    hand.more("Surya whole wheat atta 5 kg")
    hand.see("Hand back")
    hand.into("Number of the return")
    hand.write("R-1")
    hand.do("Record return")
    hand.see("Return recorded. Hand back ₹")
    hand.do("Go on without this member")


def _today_and_back(hand: Worker) -> None:
    hand.do("Today")
    hand.do("Bills")
    hand.see("Today's sales")
    hand.do("Back")
    hand.do("Back")
    hand.see("Record sale")

"""One customer's story through real windows: counter, kiosk and redemption screen of one shop.

Hub and stations are processes of their own with files of their own, talking over loopback.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.config import Role
from app.domain.codes import CardCode, VoucherCode, classify
from app.services.clocks import SystemClock
from app.services.staff import StaffSaved, set_staff
from app.station.premises import Premises, port_of, premises_of, set_up
from tests.helpers.command import sikka
from tests.helpers.driven_screen import Screen, screens
from tests.helpers.hub_process import HubProcess
from tests.helpers.launched import until
from tests.helpers.people import owner_of
from tests.helpers.shops import document_of, new_station

pytestmark = [pytest.mark.slow, pytest.mark.process]

PIN = "2749"
PROMISES = """
[welcome]
prize = { coins = 20 }

[[challenge]]
id = "basket"
title = { en = "Shop for ₹500" }
count = "spend"
target = "500.00"
prize = { coins = 40 }

[[reward]]
id = "tea"
title = { en = "Tea, 250 g" }
kind = "item"
coins = 60
skus = ["T1"]
"""


@pytest.fixture
def premises(tmp_path: Path) -> Iterator[Premises]:
    """A shop with Meera, a cashier, whose hub is running and whose three stations have joined."""
    document = document_of() + PROMISES
    with new_station(tmp_path / "shop", SystemClock(), document=document) as station:  # type: ignore[arg-type]
        shop = station.shop
        saved = set_staff(shop, owner_of(shop), "Meera", "cashier", pin=PIN)
        assert isinstance(saved, StaffSaved)
    made = premises_of(tmp_path / "shop")
    set_up(made)
    hub = HubProcess(made.hub, made.store, port_of(made))
    hub.start()
    yield made
    hub.stop()


def sign_in(screen: Screen) -> None:
    """Meera signs in where staff work."""
    screen.tap("Meera")
    screen.type(PIN)
    screen.press("F12")


def join(kiosk: Screen) -> str:
    """Join at the kiosk in three taps; return what the card on the screen says."""
    kiosk.tap("Join")
    for digit in "9876543210":
        kiosk.tap(digit)
    kiosk.tap("Next")
    kiosk.see("Do you agree?")
    kiosk.tap("I agree, join")
    kiosk.see("You are in! This is your card")
    return kiosk.photograph()


def tell_name(kiosk: Screen) -> None:
    """Type the name on the screen's own keys; want no PIN."""
    kiosk.tap("Next")
    kiosk.see("What may we call you?")
    for letter in "Aarti":
        kiosk.tap(letter)
    kiosk.tap("OK")
    kiosk.see("Choose a PIN")
    kiosk.tap("Next")


def buy(counter: Screen, card: str) -> None:
    """Sell something for 600 to whoever shows the card."""
    counter.scan(card)
    counter.see("Aarti")
    counter.type("600")
    counter.press("F12")
    counter.see("Type the bill number that the till printed.")
    counter.type("B-1")
    counter.press("F12")


def bring_back(counter: Screen) -> None:
    """Take all of the bill back."""
    counter.press("F5")
    counter.type("B-1")
    counter.press("Return")
    counter.see("Coins taken back")
    counter.press("Return")
    counter.type("R-1")
    counter.press("F12")


def number(database: Path, question: str, *needs: str) -> int:
    """Ask a database of another process for one number; 0 where it has none."""
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as found:
        row = found.execute(question, needs).fetchone()
        return int(row[0] or 0) if row else 0


def walk(premises: Premises, start: Role, end: Role) -> None:
    """Go to a station, which by then knows the other's last act and what the hub made of it."""
    with closing(sqlite3.connect(premises.stations[start] / "station.db")) as left:
        (act,) = left.execute("SELECT event_id FROM journal ORDER BY seq DESC").fetchone()

    def there() -> bool:
        hub = premises.hub / "hub.db"
        if not number(hub, "SELECT seq FROM feed WHERE event_id = ?", act):
            return False
        last = number(hub, "SELECT MAX(seq) FROM feed")
        reached = premises.stations[end] / "station.db"
        return number(reached, "SELECT value FROM meta WHERE key = 'feed_seq'") >= last

    until(there, lambda: f"the {end} never heard of the last act at the {start}")


def come_in(kiosk: Screen, card: str) -> None:
    """Show the card at the kiosk, where nobody is."""
    kiosk.see("Show your card to see your coins")
    kiosk.scan(card)


def check(premises: Premises) -> None:
    """Let `sikka doctor` examine the stations, and the hub's store."""
    for folder in premises.stations.values():
        found = sikka("doctor", "--data", folder)
        assert (found.code, found.out.split("\n")[-2]) == (0, "Everything agrees."), found
    found = sikka("hub", "doctor", "--store", premises.store)
    assert (found.code, found.out.split("\n")[-2]) == (0, "Everything agrees."), found


def test_enrol_buy_win_redeem_hand_over_and_return(premises: Premises, tmp_path: Path):
    with screens(premises.stations, tmp_path) as shown:
        counter, kiosk, desk = (shown[one] for one in ("counter", "kiosk", "redemption"))
        sign_in(counter)
        sign_in(desk)

        card = join(kiosk)
        assert isinstance(classify(card), CardCode)
        tell_name(kiosk)
        kiosk.see("Good to have you here!")
        kiosk.tap("Take your gift: 20 coin")
        kiosk.see("It is yours: 20 coin")
        kiosk.tap("Finish")

        walk(premises, "kiosk", "counter")
        buy(counter, card)
        counter.see("Recorded. 31 coins for Aarti")
        counter.see("51 coins in all now.")

        walk(premises, "counter", "kiosk")
        come_in(kiosk, card)
        kiosk.see("71 coin")  # of the bill, and 40 for the challenge it filled
        kiosk.see("Bill B-1 · ₹600 · today")
        kiosk.see("₹500 / ₹500")
        kiosk.tap("Rewards")

        kiosk.tap("Tea, 250 g")
        kiosk.tap("Take it")
        kiosk.tap("Yes, take it")
        kiosk.see("You had 91 coins, now you have 31.")
        voucher = kiosk.photograph()
        assert isinstance(classify(voucher), VoucherCode)
        desk.see("1, Aarti, Tea, 250 g")

        desk.scan(voucher)
        desk.see("to Aarti · 98•••••210")
        desk.press("Return")
        desk.see("Handed over today: 1")
        kiosk.see("Handed over. Enjoy it!")
        kiosk.tap("Finish")

        bring_back(counter)
        counter.see("Return recorded. Hand back ₹600.")
        walk(premises, "counter", "kiosk")
        come_in(kiosk, card)
        kiosk.see(" went back with a return; your next coins fill this first.")
        kiosk.see("₹0 / ₹500")
        kiosk.tap("History")
        kiosk.see("Returned goods, ₹600 back")
        kiosk.tap("Taken back: Shop for ₹500")
        kiosk.see("40 coins taken back: Shop for ₹500")

        check(premises)
        assert {one.role: one.complaints() for one in shown.values()} == dict.fromkeys(shown, "")

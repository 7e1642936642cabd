"""Bills typed, recorded, undone, held and recalled in any order, sooner than all is answered."""

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from app.services import drafts, open_sales
from app.services.cards import blank_card
from tests.helpers.counter import PINS, Counter
from tests.helpers.keys import press

pytestmark = pytest.mark.slow
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
PANELS = ["find", "today", "held", "codes", "why", "sales", "cards", "desk"]


class Cashier:
    """Does one thing after the other; what is on its way arrives piece by piece."""

    def __init__(self, counter: Counter, seed: int) -> None:
        self.counter, self.chance = counter, Random(seed)
        self.typed: list[int] = []

    def act(self) -> None:
        """Do one thing, or sign in at a locked till."""
        counter, chance = self.counter, self.chance
        station = counter.app.station
        if counter.app.desk.staff is None:
            counter.sign_in(chance.choice(list(PINS)))
            return
        match chance.choice(["type", "type", "keys", "keys", "scan", "else"]):
            case "type":
                self.type()
            case "keys":
                keys = [Key.Key_F12, Key.Key_F8, Key.Key_F9]
                undo = (Key.Key_F12, SHIFT)
                none = Qt.KeyboardModifier.NoModifier
                which, held = chance.choice([*((one, none) for one in keys), undo])
                press(counter.window, which, modifiers=held)
                if counter.vm.props.panel == "held":
                    counter.vm.recall()
            case "scan":
                scanned = [counter.card(), counter.card(counter.other), blank_card(counter.shop)]
                counter.scanner.scan(chance.choice(scanned))
            case _:
                opened = chance.choice(PANELS)
                acts = [station.lock, station.nextLanguage, station.look]
                chance.choice([*acts, lambda: counter.vm.openPanel(opened)])()

    def type(self) -> None:
        """Type a bill that no other has the amount of, where an empty one waits for it."""
        vm = self.counter.vm
        if vm.props.panel != "bill":
            vm.back()
        if vm.props.panel == "bill" and vm.bill.props.empty and vm.bill.props.mode == "amount":
            amount = 10_001 + len(self.typed)
            vm.bill.typeEntry(str(amount))
            vm.bill.typeNumber(f"N{amount}")
            self.typed.append(amount * 100)

    def kept(self) -> list[int]:
        """What is recorded, on hold or on the screen, when all has arrived."""
        counter = self.counter
        for _ in range(3):
            counter.jobs.drain()
            QCoreApplication.processEvents()
        bill, shop = counter.vm.bill, counter.shop
        sold = [row.total_minor for row in open_sales.todays_sales(shop) if not row.voided]
        held = [one.total_minor for one in drafts.held(shop)]
        here = bill.inputs.estimate.total_minor if bill.inputs.amount else 0
        return [*sold, *held, here]


@pytest.mark.parametrize("seed", [5, 7, 9])
def test_each_is_kept_once(open_counter: Callable[..., Counter], seed: int):
    counter = open_counter()
    counter.sign_in("Ravi")
    cashier = Cashier(counter, seed)
    for _ in range(120):
        cashier.act()
        if cashier.chance.random() < 0.3:
            kept = cashier.kept()
            assert [(one, kept.count(one)) for one in cashier.typed if kept.count(one) != 1] == []
    assert len(cashier.typed) > 5
    assert counter.app.station.props.statusGood

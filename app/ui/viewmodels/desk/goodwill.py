"""Coins given or taken by hand at the desk, with a reason the member reads."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.services import goodwill
from app.services.goodwill import REASON_LENGTH_MAX, CoinsGiven, GoodwillOutcome
from app.ui.confirmations import called
from app.ui.desk_sentences import goodwill_refused
from app.ui.member_case import MemberCase
from app.ui.typed import latin_digits
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.desk.page import DeskPage
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class GoodwillInputs:
    """What was typed; `event` makes a second press harmless."""

    coins: str = ""
    reason: str = ""
    event: str = ""


@dataclass(frozen=True, slots=True)
class GoodwillProps:
    """What QML reads."""

    coins: str = ""
    reason: str = ""
    reasonMax: int = REASON_LENGTH_MAX
    canGive: bool = False


def derive_goodwill(inputs: GoodwillInputs) -> GoodwillProps:
    """Return what the page shows."""
    return GoodwillProps(
        coins=inputs.coins,
        reason=inputs.reason,
        canGive=_amount(inputs) > 0 and bool(inputs.reason.strip()),
    )


def _amount(inputs: GoodwillInputs) -> int:
    text = inputs.coins.strip().replace(",", "")
    return int(text) if text.isascii() and text.isdigit() else 0


@QmlElement
@QmlUncreatable("built by the member desk")
class GoodwillViewModel(DeskPage, props=GoodwillProps):
    """Gives coins, or takes them back."""

    def __init__(self, case: MemberCase) -> None:
        super().__init__(case)
        self._inputs = GoodwillInputs()

    def open(self) -> None:
        """Begin with empty fields."""
        self._inputs = GoodwillInputs(event=self._case.desk.shop.mint())
        self.refresh()

    def refresh(self) -> None:
        """Say everything anew; what is typed stays."""
        self._change()

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, **changes)
        self.show(derive_goodwill(self._inputs))

    @Slot(str)
    def typeCoins(self, text: str) -> None:
        """Take how many coins, as typed."""
        self._change(coins=latin_digits(text))

    @Slot(str)
    def typeReason(self, text: str) -> None:
        """Take the reason as typed."""
        self._change(reason=text)

    @Slot()
    def give(self) -> None:
        """Give the coins."""
        self._move(
            _amount(self._inputs),
            translate("desk", "Give {name} {coins} coin(s)?", None, _amount(self._inputs)),
        )

    @Slot()
    def takeBack(self) -> None:
        """Take so many coins back."""
        self._move(
            -_amount(self._inputs),
            translate("desk", "Take {coins} coin(s) from {name}?", None, _amount(self._inputs)),
        )

    def _move(self, coins: int, asked: str) -> None:
        view, inputs, desk = self.view, self._inputs, self._case.desk
        if view is None or not self.props.canGive:
            return
        self._case.act(
            asked.format(name=called(view), coins=desk.money.number(abs(coins))),
            lambda one, staff, approver: goodwill.give_coins(
                desk.shop, staff, approver, one.member, coins, inputs.reason, inputs.event
            ),
            self._moved,
        )

    def _moved(self, outcome: GoodwillOutcome) -> None:
        if not isinstance(outcome, CoinsGiven):
            self._case.say("bad", goodwill_refused(outcome, self._case.desk.money))
            return
        self.open()
        self._case.reload()
        number = self._case.desk.money.number
        done = (
            translate("desk", "{coins} coin(s) given.", None, outcome.coins)
            if outcome.coins > 0
            else translate("desk", "{coins} coin(s) taken.", None, -outcome.coins)
        ).format(coins=number(abs(outcome.coins)))
        left = translate("counter", "{coins} coin(s) in all now.", None, outcome.spendable)
        self._case.say("good", f"{done} {left.format(coins=number(outcome.spendable))}")

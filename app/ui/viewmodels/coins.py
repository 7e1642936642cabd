"""Paying part of a bill with coins."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.domain.bills import Bill, CoinRange
from app.domain.money import Money
from app.services import estimates
from app.services.estimates import Estimate
from app.services.members import MemberView
from app.ui.bill_entry import off_money
from app.ui.desk import Desk
from app.ui.snapshot import ViewModel
from app.ui.typed import latin_digits
from app.ui.uncreatable import QmlUncreatable
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_NO_COINS = CoinRange(0, 0, 1)


@dataclass(frozen=True, slots=True)
class CoinsInputs:
    """What the member has, what the bill takes, what was typed, and what that would do."""

    money: Money
    spendable: int = 0
    worth_minor: int = 0
    limits: CoinRange = _NO_COINS
    typed: str = ""
    estimate: Estimate | None = None


@dataclass(frozen=True, slots=True)
class CoinsProps:
    """What QML reads."""

    available: str = ""
    limits: str = ""
    typed: str = ""
    error: str = ""
    tender: str = ""
    possible: bool = False
    ready: bool = False
    confirm: str = ""


def typed_coins(inputs: CoinsInputs) -> int | None:
    """Return the number of coins typed, None if it is none."""
    text = inputs.typed.strip().replace(",", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def allowed(coins: int | None, limits: CoinRange) -> bool:
    """Say whether that many coins may pay for the bill."""
    return (
        coins is not None
        and limits.minimum <= coins <= limits.maximum
        and coins % limits.step == 0
        and coins > 0
    )


def derive_coins(inputs: CoinsInputs) -> CoinsProps:
    """Return what the panel shows."""
    money, limits = inputs.money, inputs.limits
    coins = typed_coins(inputs)
    ready = allowed(coins, limits)
    estimate = inputs.estimate if ready else None
    return CoinsProps(
        available=translate(
            "coins", "{coins} coin(s), worth {money}", None, inputs.spendable
        ).format(coins=money.number(inputs.spendable), money=money.short(inputs.worth_minor)),
        limits=_limits(inputs),
        typed=inputs.typed,
        error=_error(inputs, coins, ready=ready),
        tender=off_money(estimate.till_off_minor, estimate.collect_minor, money)
        if estimate
        else "",
        possible=limits.maximum > 0,
        ready=ready,
        confirm=translate("coins", "Use {coins} coin(s)", None, coins or 0).format(
            coins=money.number(coins or 0)
        ),
    )


def _limits(inputs: CoinsInputs) -> str:
    money, limits = inputs.money, inputs.limits
    if not limits.maximum:
        return translate("coins", "Coins cannot be used on this bill yet.")
    text = translate("coins", "On this bill: {least} to {most}").format(
        least=money.number(limits.minimum), most=money.number(limits.maximum)
    )
    if limits.step > 1:
        text += translate("coins", ", in steps of {step}").format(step=money.number(limits.step))
    return text


def _error(inputs: CoinsInputs, coins: int | None, *, ready: bool) -> str:
    if ready or not inputs.typed.strip() or not inputs.limits.maximum:
        return ""
    if coins is None:
        return translate("coins", "Type a number of coins.")
    return _limits(inputs)


@QmlElement
@QmlUncreatable("built by the counter")
class UseCoinsViewModel(ViewModel, props=CoinsProps):
    """Lets the cashier choose how many coins pay; the most possible is filled in."""

    def __init__(self, desk: Desk, use: Callable[[int], None]) -> None:
        super().__init__()
        self._desk = desk
        self._use = use
        self._inputs = CoinsInputs(desk.money)
        self._bill: Bill | None = None
        self._member: MemberView | None = None

    def open(self, bill: Bill, member: MemberView, limits: CoinRange) -> None:
        """Start with the most coins that this bill takes, or with those chosen before."""
        self._bill, self._member = bill, member
        self._inputs = CoinsInputs(
            self._desk.money, member.coins.spendable, member.worth_minor, limits
        )
        self.typeCoins(str(bill.coins or limits.maximum or ""))

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self.show(derive_coins(self._inputs))

    @Slot(str)
    def typeCoins(self, text: str) -> None:
        """Take the number of coins as typed."""
        inputs = replace(self._inputs, typed=latin_digits(text))
        coins = typed_coins(inputs)
        estimate = None
        if allowed(coins, inputs.limits) and self._bill and self._member:
            estimate = estimates.estimate(
                self._desk.shop,
                replace(self._bill, coins=coins or 0),
                self._member.state,
                self._desk.shop.moment(),
            )
        self._inputs = replace(inputs, estimate=estimate)
        self.refresh()

    @Slot()
    def useThem(self) -> None:
        """Use that many."""
        coins = typed_coins(self._inputs)
        if allowed(coins, self._inputs.limits):
            self._use(coins or 0)

    @Slot()
    def none(self) -> None:
        """Use none."""
        self._use(0)

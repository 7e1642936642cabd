"""An exchange in words: what was done, and why it was not."""

from datetime import date
from typing import assert_never

from app.domain.money import Money
from app.services.authority import KeyTaken, NeedsNetwork, SoldOut, SpentElsewhere
from app.services.exchanges import BackRefused, BillRefused, ExchangeRecorded
from app.services.spending import SpendRefusal
from app.services.writing import DiskFull
from app.ui.confirmations import GiftNow, effects_told
from app.ui.return_desk import effects_of
from app.ui.sentences import VoidRefusal, disk_full, return_refused, sale_refused, void_refused
from app.ui.spend_sentences import spend_refused
from app.ui.words import translate

ExchangeRefusal = BackRefused | BillRefused | SpendRefusal | DiskFull
UndoRefusal = VoidRefusal | SpendRefusal


def exchanged(done: ExchangeRecorded, money: Money, gift: GiftNow | None = None) -> tuple[str, str]:
    """Say that an exchange is recorded, the money, what became of the coins, and of a gift."""
    taken = done.returned.taken
    effects = effects_told(effects_of(taken.facts, money, taken.effects))
    if done.sold.coins_earned:
        new = translate("exchange", "New coins: {coins}").format(
            coins=money.number(done.sold.coins_earned)
        )
        effects.append(new)
    detail = " · ".join(effects)
    if gift is not None:
        hand_over = translate("counter", "Hand over the gift: {thing}.").format(thing=gift.title)
        detail = f"{hand_over} {detail}".strip()
    headline = translate("exchange", "Exchange recorded.")
    return f"{headline} {_settled(done.collect_minor, money)}", detail


def _settled(due_minor: int, money: Money) -> str:
    if due_minor > 0:
        return translate("counter", "Collect {money}.").format(money=money.short(due_minor))
    if due_minor < 0:
        return translate("sales", "Hand back {money}.").format(money=money.short(-due_minor))
    return translate("exchange", "Nothing to pay.")


def undo_refused(
    refusal: UndoRefusal, money: Money, offset_min: int, today: date, language: str
) -> str:
    """Say why the last sale or exchange stands; what it gave back may be spent meanwhile."""
    match refusal:
        case SpentElsewhere() | KeyTaken() | SoldOut() | NeedsNetwork():
            return spend_refused(refusal, money, offset_min, today, language)
        case _:
            return void_refused(refusal)


def exchange_refused(
    refusal: ExchangeRefusal, money: Money, offset_min: int, today: date, language: str
) -> str:
    """Say why nothing was exchanged, and what to do."""
    match refusal:
        case BackRefused(why=why):
            return return_refused(why, money, today, language)
        case BillRefused(why=why):
            return sale_refused(why, money, offset_min, today, language)
        case DiskFull():
            return disk_full()
        case SpentElsewhere() | KeyTaken() | SoldOut() | NeedsNetwork():
            return spend_refused(refusal, money, offset_min, today, language)
        case _:
            assert_never(refusal)

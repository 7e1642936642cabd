"""What became of taking a reward, or of giving one back, as a shopper reads it."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from app.domain.bill_faults import NotEnoughCoins
from app.domain.money import Money
from app.domain.programme import Programme
from app.domain.rewards import LimitReached, NotForCoins, NotOpen, NotYours, OutOfStock
from app.services.authority import KeyTaken, NeedsNetwork, SoldOut, SpentElsewhere
from app.services.rewards import AimOutcome, RedeemOutcome, RewardRedeemed, RewardUnknown
from app.services.sales import AlreadyRecorded
from app.services.spending import SpendRefusal
from app.services.writing import DiskFull
from app.ui.reward_sentences import in_the_way
from app.ui.words import translate


@dataclass(frozen=True, slots=True)
class Told:
    """A heading, and what to do."""

    title: str
    text: str


def coins_safe() -> str:
    """Return the sentence after everything that did not happen."""
    return translate("rewards", "Your coins are as they were.")


def not_taken(
    outcome: RedeemOutcome | AimOutcome, programme: Programme, money: Money, today: date, lang: str
) -> Told:
    """Say why nothing was taken, and what to do; nothing of it costs coins."""
    match outcome:
        case SpentElsewhere() | KeyTaken() | SoldOut() | NeedsNetwork():
            return not_spent(outcome, money)
        case NotEnoughCoins() | NotYours() | NotOpen() | LimitReached() | NotForCoins():
            return Told(
                translate("rewards", "This did not work"),
                f"{in_the_way(outcome, programme, money, today, lang)}. {coins_safe()}",
            )
        case OutOfStock():
            return _gone()
        case RewardUnknown():
            others = translate("rewards", "Have a look at the others.")
            return Told(translate("rewards", "This reward is over"), f"{others} {coins_safe()}")
        case AlreadyRecorded():
            return Told(
                translate("rewards", "You have this already"),
                translate("rewards", "It is under “My vouchers”. The coins went only once."),
            )
        case DiskFull():
            return full()
        case RewardRedeemed():
            raise ValueError("a reward that was taken needs no excuse")
        case _:
            raise ValueError(f"no excuse for {outcome}")


def full() -> Told:
    """Say that nothing could be kept here."""
    return Told(translate("rewards", "This did not work"), nothing_saved())


def nothing_saved() -> str:
    """Say that this kiosk can keep nothing, and where to go."""
    return translate("rewards", "Nothing was saved here. Please ask us at the counter.")


def not_spent(refusal: SpendRefusal, money: Money) -> Told:
    """Say why coins cannot be spent now."""
    match refusal:
        case SoldOut():
            return _gone()
        case KeyTaken():
            return Told(
                translate("rewards", "This was used before"),
                translate("rewards", "Please ask us at the counter, we will look it up."),
            )
        case SpentElsewhere(coins=coins):
            return Told(
                translate("rewards", "Coins are on their way"),
                translate(
                    "rewards",
                    "Only {count} coin(s) can be spent now: the others were used somewhere else "
                    "or have not arrived yet. Nothing was taken.",
                    None,
                    coins,
                ).format(count=money.number(coins)),
            )
        case NeedsNetwork(coins=coins, only_hub=only) if coins and not only:
            return Told(
                translate("rewards", "Your coins are safe"),
                translate(
                    "rewards",
                    "There is no connection just now, so at most {count} coin(s) can be spent. "
                    "Choose something smaller, or try again in a while.",
                    None,
                    coins,
                ).format(count=money.number(coins)),
            )
        case NeedsNetwork():
            return Told(
                translate("rewards", "Your coins are safe"),
                translate(
                    "rewards",
                    "There is no connection just now, and this needs one. Try again in a while, "
                    "or ask us at the counter.",
                ),
            )
        case _:
            assert_never(refusal)


def _gone() -> Told:
    gone = translate("rewards", "The last one has just gone.")
    return Told(translate("rewards", "Somebody was faster"), f"{gone} {coins_safe()}")

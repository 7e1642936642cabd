"""What a cashier says aloud to a member, as it would be said."""

from datetime import date
from typing import assert_never

from app.domain.money import Money
from app.domain.programme import Programme
from app.domain.texts import text_in
from app.services.hints import (
    AimNear,
    AimReached,
    ChallengeNear,
    CoinsLapse,
    Hint,
    SpecialDay,
    SurveyOpen,
    VoucherWaits,
)
from app.ui import dates
from app.ui.goal_sentences import missing, prize_words, to_do
from app.ui.words import translate


def aloud(hint: Hint, programme: Programme, money: Money, today: date, language: str) -> str:
    """Return the sentence to say, in quotation marks."""
    said = hint_words(hint, programme, money, today, language)
    return translate("hints", "Say: “{words}”").format(words=said)


def hint_words(hint: Hint, programme: Programme, money: Money, today: date, language: str) -> str:
    """Return what is said to the member."""
    match hint:
        case SpecialDay(title=title):
            return title
        case AimReached(reward=reward):
            return translate("hints", "Your reward is ready: {reward}. Take it today.").format(
                reward=text_in(reward.title, language)
            )
        case CoinsLapse(coins=coins, until=until):
            return translate("hints", "Use your {coins} coin(s) by {day}.", None, coins).format(
                coins=money.number(coins), day=dates.plain_day(until, today, language)
            )
        case VoucherWaits(title=title, until=until):
            return translate("hints", "You have a voucher until {day}: {title}.").format(
                title=text_in(title, language), day=dates.plain_day(until, today, language)
            )
        case AimNear(reward=reward, missing=left):
            return translate(
                "hints", "{coins} more coin(s), then it is yours: {reward}.", None, left
            ).format(coins=money.number(left), reward=text_in(reward.title, language))
        case ChallengeNear(bar=bar):
            to_go = missing(bar.source, bar.target - bar.amount, money)
            prize = prize_words(bar.prize, programme, money, language)
            return f"{text_in(bar.title, language)}: {to_do(to_go, prize)}"
        case SurveyOpen(coins=coins) if coins:
            return translate(
                "hints", "A few questions at the kiosk bring you {coins} coin(s).", None, coins
            ).format(coins=money.number(coins))
        case SurveyOpen():
            return translate("hints", "Tell us what you think, at the kiosk.")
        case _:
            assert_never(hint)

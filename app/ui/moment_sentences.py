"""What the moments say: in the member's language, short, and never an age."""

from datetime import date

from app.domain.moments import LastBill, NextReward, SinceLastTime
from app.domain.money import Money
from app.domain.programme import Programme
from app.domain.texts import text_in
from app.services.welcome import WelcomeClaimed, WelcomeGift, WelcomeOutcome, WelcomeWaits
from app.services.writing import DiskFull
from app.ui import dates
from app.ui import goal_sentences as say
from app.ui.reward_outcomes import nothing_saved
from app.ui.words import translate

REASONS_SHOWN = 2


def gained(moment: SinceLastTime, money: Money) -> str:
    """Return "12 coins for you", or of several bills how many there were."""
    coins = say.coins(moment.coins, money)
    if moment.bills > 1:
        return translate("moments", "{coins} from {count} bill(s)", None, moment.bills).format(
            coins=coins, count=money.number(moment.bills)
        )
    return translate("moments", "{coins} for you").format(coins=coins)


def bill_line(bill: LastBill | None, money: Money, today: date, language: str) -> str:
    """Return the last bill: number, amount, day."""
    if bill is None:
        return ""
    return translate("moments", "Bill {number} · {money} · {day}").format(
        number=bill.bill_number,
        money=money.short(bill.paid_minor),
        day=dates.day(bill.on, today, language),
    )


def reasons(bill: LastBill | None, programme: Programme, money: Money, language: str) -> str:
    """Return what gave the most of a bill's coins, a line for each reason."""
    if bill is None:
        return ""
    titles = {one.id: one.title for one in programme.earn}
    best = sorted(bill.steps, key=lambda step: -step.granted)[:REASONS_SHOWN]
    return "\n".join(
        f"{text_in(titles[step.rule], language)}: +{money.number(step.granted)}"
        for step in best
        if step.rule in titles and step.granted > 0
    )


def what_is_next(following: NextReward | None, money: Money, language: str) -> str:
    """Return the one sentence of what is next."""
    if following is None:
        return translate("moments", "You can have every reward here!")
    title = text_in(following.title, language)
    if not following.missing:
        return translate("moments", "It is yours to take: {title}").format(title=title)
    return translate("moments", "{count} more coin(s): {title}", None, following.missing).format(
        count=money.number(following.missing), title=title
    )


def usable_later(later: int, money: Money) -> str:
    """Return how many of the new coins can be used only on a later day, or ""."""
    if not later:
        return ""
    return translate("moments", "{count} of them can be used later", None, later).format(
        count=money.number(later)
    )


def welcome_words(gift: WelcomeGift | None, money: Money, language: str) -> str:
    """Return what the welcome gift is, or ""."""
    if gift is None:
        return ""
    said = [say.coins(gift.coins, money)] if gift.coins else []
    if gift.reward:
        said.append(text_in(gift.title, language))
    return " + ".join(said)


def welcome_refused(outcome: WelcomeOutcome) -> str:
    """Return why the gift is not the member's now, "" when it is."""
    match outcome:
        case WelcomeClaimed():
            return ""
        case WelcomeWaits():
            return translate(
                "moments",
                "Your gift is kept for you. It is yours after your first purchase, or ask us.",
            )
        case DiskFull():
            return nothing_saved()
        case _:
            return translate("moments", "This gift was taken before. Your coins are safe.")


def first_steps(done: int) -> str:
    """Return what of joining, a first purchase and a first reward is done, and what is next."""
    if done <= 1:
        return translate("moments", "You have joined. Next: your first purchase.")
    if done == 2:
        return translate("moments", "You have joined and shopped. Next: your first reward.")
    return translate("moments", "Joined, shopped, rewarded: you know your way!")

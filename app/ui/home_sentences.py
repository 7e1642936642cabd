"""What home says beside its figures: the tier, the streak, what to look at, what can be done."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from app.domain.dashboard import minutes_of
from app.domain.money import Money
from app.domain.offers import CoinsLapsing, VoucherEnding
from app.domain.programme import Programme
from app.domain.rewards import Offer
from app.domain.texts import text_in
from app.domain.tiers import TierProgress
from app.services.dashboard import Dashboard
from app.services.goals import StreakBar
from app.services.welcome import WelcomeClaimed, WelcomeOutcome
from app.ui import dates
from app.ui import goal_sentences as say
from app.ui.moment_sentences import welcome_refused, welcome_words
from app.ui.words import translate

TIPS_SHOWN = 2
GIFT = "gift"
"""Where the tip of the welcome gift leads: nowhere, a tap takes the gift."""


@dataclass(frozen=True, slots=True)
class TipRow:
    """Something pointed out to the member, and what a tap does."""

    text: str
    action: str
    screen: str
    kind: str


@dataclass(frozen=True, slots=True)
class TileRow:
    """One thing that can be done: `extra` is what it brings, `kind` its colour."""

    screen: str
    title: str
    line: str
    extra: str
    kind: str


@dataclass(frozen=True, slots=True)
class StreakWords:
    """A streak in words; all empty without one."""

    title: str = ""
    now: str = ""
    todo: str = ""
    figures: str = ""
    value: float = 0.0


def tier_words(
    tier: TierProgress, programme: Programme, money: Money, language: str
) -> tuple[str, str]:
    """Return the tier and what is missing to the next, in money as the shop counts it."""
    name = text_in(tier.tier.name, language)
    if tier.next is None:
        return name, translate("home", "The highest level. Thank you!")
    # Points come per full amount, so the money still to pay is a whole number of amounts.
    amounts = -(-tier.missing // programme.status.points)
    return name, translate("home", "{money} more and you are {tier}").format(
        money=money.short(amounts * programme.status.per_minor),
        tier=text_in(tier.next.name, language),
    )


def streak_words(
    bar: StreakBar | None, programme: Programme, money: Money, language: str
) -> StreakWords:
    """Return how a streak stands and what is next."""
    if bar is None:
        return StreakWords()
    now = bar.standing
    target = now.next_target or max(bar.streak.targets)
    return StreakWords(
        title=text_in(bar.streak.title, language),
        now=_in_a_row(bar.streak.unit, now.current, money) if now.current else "",
        todo=_streak_todo(bar, programme, money, language),
        figures=f"{money.number(now.current)} / {money.number(target)}",
        value=min(1.0, now.current / target),
    )


def _streak_todo(bar: StreakBar, programme: Programme, money: Money, language: str) -> str:
    now, unit = bar.standing, bar.streak.unit
    more = bar.streak.visits - now.visits
    if now.next_target is None:
        return _in_a_row(unit, now.current, money)
    if more > 0:
        return {
            "day": translate("home", "Come today to keep it going"),
            "week": translate("home", "Come {count} more time(s) this week", None, more),
            "month": translate("home", "Come {count} more time(s) this month", None, more),
        }[unit].format(count=money.number(more))
    left = now.next_target - now.current
    prize = say.prize_words(bar.prize, programme, money, language)
    return say.to_do(_more_of(unit, left, money), prize)


def _in_a_row(unit: str, count: int, money: Money) -> str:
    return {
        "day": translate("home", "{count} day(s) in a row", None, count),
        "week": translate("home", "{count} week(s) in a row", None, count),
        "month": translate("home", "{count} month(s) in a row", None, count),
    }[unit].format(count=money.number(count))


def _more_of(unit: str, count: int, money: Money) -> str:
    return {
        "day": translate("home", "{count} more day(s) without a break", None, count),
        "week": translate("home", "{count} more week(s) without a break", None, count),
        "month": translate("home", "{count} more month(s) without a break", None, count),
    }[unit].format(count=money.number(count))


def tips(
    found: Dashboard, money: Money, language: str, claimed: WelcomeOutcome | None = None
) -> tuple[TipRow, ...]:
    """Return what to point out that home does not show anyway.

    The welcome gift waits first of all (`claimed` is what became of it just now), then comes what
    lapses, and nothing that can wait stands beside coins that lapse.
    """
    return tuple(islice(_tips(found, money, language, claimed), TIPS_SHOWN))


def _welcome(
    found: Dashboard, money: Money, language: str, claimed: WelcomeOutcome | None
) -> Iterator[TipRow]:
    if isinstance(claimed, WelcomeClaimed):
        gift = welcome_words(claimed.gift, money, language)
        see = translate("home", "See it") if claimed.number else ""
        yield TipRow(
            translate("home", "It is yours: {gift}").format(gift=gift), see, "vouchers", "coins"
        )
    elif claimed is not None:
        yield TipRow(welcome_refused(claimed), "", "", "coins")
    elif found.welcome is not None:
        gift = welcome_words(found.welcome, money, language)
        yield TipRow(
            translate("home", "Your welcome gift: {gift}").format(gift=gift),
            translate("home", "Take it"),
            GIFT,
            "coins",
        )


def _tips(
    found: Dashboard, money: Money, language: str, claimed: WelcomeOutcome | None
) -> Iterator[TipRow]:
    yield from _welcome(found, money, language, claimed)
    if found.lapsing is not None:
        yield _lapsing(found, found.lapsing, money, language)
    for one in found.for_you:
        if isinstance(one, VoucherEnding):
            yield TipRow(
                translate("home", "A voucher of yours: use it by {day}").format(
                    day=dates.plain_day(one.held.until, found.on, language)
                ),
                translate("home", "Show it"),
                "vouchers",
                "rewards",
            )
        elif isinstance(one, Offer) and one != found.offered and found.lapsing is None:
            title = text_in(one.reward.title, language)
            text = (
                translate("home", "{count} more coin(s): {title}", None, one.missing)
                if one.missing
                else translate("home", "You can have: {title}")
            )
            yield TipRow(
                text.format(count=money.number(one.missing), title=title),
                translate("home", "See it"),
                "rewards",
                "rewards",
            )


def _lapsing(found: Dashboard, lapsing: CoinsLapsing, money: Money, language: str) -> TipRow:
    day = dates.plain_day(lapsing.until, found.on, language)
    return TipRow(
        translate("home", "{count} coin(s): use by {day}", None, lapsing.coins).format(
            count=money.number(lapsing.coins), day=day
        ),
        translate("home", "Use them"),
        "rewards",
        "coins",
    )


def tiles(found: Dashboard, money: Money, language: str) -> tuple[TileRow, ...]:
    """Return what the member can do here; what the shop does not have is left out."""
    return tuple(_tiles(found, money, language))


def _tiles(found: Dashboard, money: Money, language: str) -> Iterator[TileRow]:
    if found.surveys:
        yield _survey_tile(found, money)
    yield _rewards_tile(found, money)
    if found.raffle is not None:
        count = found.raffle.tickets
        said = translate("home", "{count} ticket(s)", None, count).format(count=money.number(count))
        drawn = translate("home", "drawn on {day}").format(
            day=dates.plain_day(found.raffle.raffle.draws_on, found.on, language)
        )
        title = text_in(found.raffle.raffle.title, language)
        yield TileRow("raffle", title, f"{said} · {drawn}", "", "play")
    if found.board is not None:
        place = found.board.position
        line = (
            translate("home", "You are number {place}").format(place=money.number(place))
            if place
            else translate("home", "See who is ahead")
        )
        yield TileRow("board", text_in(found.board.terms.title, language), line, "", "people")
    if found.friend is not None:
        given = found.friend.referrer.coins
        yield TileRow(
            "friend",
            translate("home", "Bring a friend"),
            translate("home", "A gift for both of you"),
            f"+{money.number(given)}" if given else "",
            "people",
        )


def _survey_tile(found: Dashboard, money: Money) -> TileRow:
    best = max(found.surveys, key=lambda one: one.coins)
    minutes, questions = minutes_of(best.survey), len(best.survey.questions)
    return TileRow(
        "surveys",
        translate("home", "Answer and get coins"),
        " · ".join(
            (
                translate("home", "{count} minute(s)", None, minutes).format(count=minutes),
                translate("home", "{count} question(s)", None, questions).format(count=questions),
            )
        ),
        f"+{money.number(best.coins)}" if best.coins else "",
        "coins",
    )


def _rewards_tile(found: Dashboard, money: Money) -> TileRow:
    if found.within:
        line = translate("home", "{count} reward(s) within reach", None, found.within)
    elif found.almost:
        line = translate("home", "{count} reward(s) almost there", None, found.almost)
    else:
        line = translate("home", "See what there is")
    count = found.within or found.almost
    return TileRow(
        "rewards",
        translate("home", "Choose a reward"),
        line.format(count=money.number(count)),
        "",
        "rewards",
    )

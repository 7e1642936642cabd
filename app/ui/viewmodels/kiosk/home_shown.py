"""What home looks like: from a dashboard to what is on the screen."""

from dataclasses import dataclass

from app.domain.dashboard import CHALLENGES_SHOWN
from app.domain.money import Money
from app.domain.programme import Programme
from app.domain.texts import text_in
from app.services.dashboard import Dashboard
from app.ui import goal_sentences as say
from app.ui.home_sentences import streak_words, tier_words
from app.ui.words import translate

BADGES_DRAWN = 5
"""So many badges have room; of more, the last place says how many others there are."""


@dataclass(frozen=True, slots=True)
class HomeInputs:
    """All that home depends on; without a `found` it is not known yet.

    `chosen` says that the goal was chosen just now.
    """

    found: Dashboard | None
    programme: Programme
    money: Money
    language: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class HomeProps:
    """What QML reads. `ring`, `tierValue`, `streakValue` go from 0 to 1.

    `goalNew` says that the goal was chosen just now and did not fly into the ring yet.
    """

    ready: bool = False
    coins: str = ""
    coinsSaid: str = ""
    worth: str = ""
    owed: str = ""
    ring: float = 0.0
    goalHeading: str = ""
    goalTitle: str = ""
    goalMissing: str = ""
    goalAction: str = ""
    goalReached: bool = False
    goalNew: bool = False
    tier: str = ""
    tierNext: str = ""
    tierValue: float = 0.0
    hasNext: bool = False
    noChallenges: str = ""
    streakShown: bool = False
    streakText: str = ""
    streakTitle: str = ""
    streakTodo: str = ""
    streakFigures: str = ""
    streakValue: float = 0.0
    badges: str = ""
    badgesMore: str = ""


@dataclass(frozen=True, slots=True)
class ChallengeRow:
    """One challenge with its bar; `kind` is its colour."""

    title: str
    figures: str
    todo: str
    until: str
    value: float
    kind: str
    picture: str


KINDS = {
    "visits": "visits",
    "bills": "visits",
    "spend": "category",
    "units": "category",
    "categories": "category",
    "surveys": "coins",
    "reviews": "coins",
    "referrals": "people",
    "goals": "play",
}


def derive_home(inputs: HomeInputs) -> HomeProps:
    """Return what home shows."""
    found, money = inputs.found, inputs.money
    if found is None:
        return HomeProps()
    heading, title, missing, action = _goal(inputs, found)
    percent = found.aim.percent if found.aim else found.offered.percent if found.offered else 0
    tier, tier_next = tier_words(found.tier, inputs.programme, money, inputs.language)
    streak = streak_words(found.streak, inputs.programme, money, inputs.language)
    won = sum(one.level > 0 for one in found.badges)
    hidden = len(found.badges) - BADGES_DRAWN
    return HomeProps(
        ready=True,
        coins=money.number(found.coins.spendable),
        coinsSaid=say.coins(found.coins.spendable, money),
        worth=translate("home", "worth {money}").format(money=money.short(found.worth_minor)),
        owed=_owed(found, money),
        ring=percent / 100,
        goalHeading=heading,
        goalTitle=title,
        goalMissing=missing,
        goalAction=action,
        goalReached=percent >= 100,
        goalNew=inputs.chosen,
        tier=tier,
        tierNext=tier_next,
        tierValue=_tier_value(found),
        hasNext=found.tier.next is not None,
        noChallenges=""
        if found.challenges
        else translate("home", "No challenge just now. New ones appear here."),
        streakShown=found.streak is not None and len(found.challenges) < CHALLENGES_SHOWN,
        streakText=streak.now,
        streakTitle=streak.title,
        streakTodo=streak.todo,
        streakFigures=streak.figures,
        streakValue=streak.value,
        badges=translate("home", "Badges · {won} of {all}").format(
            won=money.number(won), all=money.number(len(found.badges))
        )
        if found.badges
        else "",
        badgesMore=f"+{money.number(hidden + 1)}" if hidden > 0 else "",
    )


def _goal(inputs: HomeInputs, found: Dashboard) -> tuple[str, str, str, str]:
    """Return heading, title, what is missing and what to tap, of the reward the ring fills for."""
    money, language = inputs.money, inputs.language
    reward = found.aim.reward if found.aim else found.offered.reward if found.offered else None
    if reward is None:
        return "", "", "", ""
    left = found.aim.missing if found.aim else found.offered.missing if found.offered else 0
    missing = translate("home", "{count} more coin(s)", None, left).format(count=money.number(left))
    if not found.aim:
        heading = translate("home", "A goal for you?")
        action = translate("home", "Choose my goal")
    elif left:
        heading, action = translate("home", "My goal"), ""
    else:
        heading = translate("home", "My goal: you have enough coins!")
        action = translate("home", "Take it")
    return heading, text_in(reward.title, language), missing, action


def aim(found: Dashboard) -> str:
    """Return the id of the reward saved for, "" without one."""
    return found.aim.reward.id if found.aim else ""


def _owed(found: Dashboard, money: Money) -> str:
    if not found.coins.debt:
        return ""
    return translate(
        "home",
        "{count} coin(s) went back with a return; your next coins fill this first.",
        None,
        found.coins.debt,
    ).format(count=money.number(found.coins.debt))


def _tier_value(found: Dashboard) -> float:
    if found.tier.next is None or not found.tier.next.threshold:
        return 1.0
    return min(1.0, found.tier.points / found.tier.next.threshold)


def derive_challenges(inputs: HomeInputs) -> tuple[ChallengeRow, ...]:
    """Return a row for each challenge that is shown, at most three."""
    found, money, language = inputs.found, inputs.money, inputs.language
    if found is None:
        return ()
    return tuple(
        ChallengeRow(
            title=text_in(bar.title, language),
            figures=say.figures(bar.source, bar.amount, bar.target, money),
            todo=say.to_do(
                say.missing(bar.source, max(1, bar.target - bar.amount), money),
                say.prize_words(bar.prize, inputs.programme, money, language),
            ),
            until=say.by_day(bar.until, found.on, language),
            value=min(1.0, bar.amount / max(1, bar.target)),
            kind=KINDS[bar.source],
            picture=bar.source,
        )
        for bar in found.challenges
    )

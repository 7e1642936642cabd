"""What a moment looks like: from what is celebrated to what is on the screen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.effects import Gift
from app.domain.moments import BadgeWon, FirstVisit, GoalFilled, Moment, OwnersNote, SinceLastTime
from app.domain.money import Money
from app.domain.programme import Programme
from app.domain.texts import text_in
from app.services.welcome import WelcomeClaimed, WelcomeGift, WelcomeOutcome
from app.ui import goal_sentences as say
from app.ui import moment_sentences as words
from app.ui.viewmodels.kiosk.home_shown import KINDS
from app.ui.words import translate

COINS_FLYING = 8
FIRST_STEPS = 3


@dataclass(frozen=True, slots=True)
class MomentsInputs:
    """The moment on screen and what it needs; `at` counts from 0 among `count`.

    `steps` of the first three are done: joining, a purchase, a reward. `outcome` is what became
    of the welcome gift (None = it was not asked for yet).
    """

    moment: Moment | None
    at: int
    count: int
    name: str
    gift: WelcomeGift | None
    steps: int
    outcome: WelcomeOutcome | None
    programme: Programme
    money: Money
    language: str
    today: date


@dataclass(frozen=True, slots=True)
class MomentsProps:
    """What QML reads; `kind` names the scene: first, since, filled, badge or note.

    `before` and `after` are coins, the rings and bars go from 0 to 1.
    """

    kind: str = ""
    at: int = 0
    count: int = 0
    title: str = ""
    text: str = ""
    detail: str = ""
    name: str = ""
    before: int = 0
    after: int = 0
    flying: int = 0
    ringBefore: float = 0.0
    ringAfter: float = 0.0
    barTitle: str = ""
    barFigures: str = ""
    barFiguresBefore: str = ""
    barMissing: str = ""
    barBefore: float = 0.0
    barAfter: float = 0.0
    barKind: str = "visits"
    next: str = ""
    picture: str = ""
    gift: str = ""
    claimed: bool = False
    refused: str = ""


def derive_moments(inputs: MomentsInputs) -> MomentsProps:
    """Return what the moment on screen shows."""
    place = MomentsProps(at=inputs.at, count=inputs.count, name=inputs.name)
    match inputs.moment:
        case FirstVisit():
            return _first(inputs, place)
        case SinceLastTime() as since:
            return _since(inputs, since, place)
        case GoalFilled() as filled:
            return replace(
                place,
                kind="filled",
                title=translate("moments", "Your goal is full!"),
                text=text_in(filled.title, inputs.language),
                detail=say.coins(filled.coins, inputs.money),
            )
        case BadgeWon() as badge:
            return _badge(inputs, badge, place)
        case OwnersNote() as note:
            return replace(
                place,
                kind="note",
                title=note.title,
                text=note.text,
                gift=_gifts(inputs, note.gifts),
            )
        case None:
            return MomentsProps()


def _first(inputs: MomentsInputs, place: MomentsProps) -> MomentsProps:
    gift = words.welcome_words(inputs.gift, inputs.money, inputs.language)
    return replace(
        place,
        kind="first",
        title=translate("moments", "Good to have you here!"),
        text=text_in(inputs.programme.name, inputs.language),
        barTitle=words.first_steps(inputs.steps),
        barFigures=f"{inputs.steps} / {FIRST_STEPS}",
        barAfter=inputs.steps / FIRST_STEPS,
        barKind="rewards",
        picture="member",
        gift=gift,
        claimed=isinstance(inputs.outcome, WelcomeClaimed),
        refused=words.welcome_refused(inputs.outcome) if inputs.outcome else "",
    )


def _since(inputs: MomentsInputs, since: SinceLastTime, place: MomentsProps) -> MomentsProps:
    money, language, bar = inputs.money, inputs.language, since.bar
    whole = (
        since.aim.coins if since.aim else since.after + (since.next.missing if since.next else 0)
    )
    shown = replace(
        place,
        kind="since",
        title=words.gained(since, money),
        text=words.bill_line(since.last, money, inputs.today, language),
        detail="\n".join(
            one
            for one in (
                words.reasons(since.last, inputs.programme, money, language),
                words.usable_later(since.later, money),
            )
            if one
        ),
        before=since.before,
        after=since.after,
        flying=min(COINS_FLYING, max(0, since.coins)),
        ringBefore=min(1.0, since.before / whole) if whole else 0.0,
        ringAfter=min(1.0, since.after / whole) if whole else 0.0,
        next=words.what_is_next(since.next, money, language),
    )
    if bar is None:
        return shown
    return replace(
        shown,
        barTitle=text_in(bar.title, language),
        barFigures=say.figures(bar.source, bar.after, bar.target, money),
        barFiguresBefore=say.figures(bar.source, bar.before, bar.target, money),
        barMissing=say.missing(bar.source, bar.target - bar.after, money)
        if bar.after < bar.target
        else "",
        barBefore=bar.before / bar.target,
        barAfter=bar.after / bar.target,
        barKind=KINDS[bar.source],
    )


def _badge(inputs: MomentsInputs, badge: BadgeWon, place: MomentsProps) -> MomentsProps:
    goal = next((one for one in inputs.programme.goals if one.id == badge.badge), None)
    level = translate("moments", "Level {level} of {levels}").format(
        level=inputs.money.number(badge.level), levels=inputs.money.number(badge.levels)
    )
    return replace(
        place,
        kind="badge",
        title=translate("moments", "A badge for you!"),
        text=text_in(badge.title, inputs.language),
        detail=level if badge.levels > 1 else "",
        picture=goal.source if goal else "goals",
    )


def _gifts(inputs: MomentsInputs, gifts: Sequence[Gift]) -> str:
    """Return what came with a note: coins, a voucher, tickets, store credit."""
    money, said = inputs.money, []
    for gift in gifts:
        match gift.kind:
            case "coins":
                said.append(say.coins(gift.amount, money))
            case "credit":
                said.append(
                    translate("goals", "{money} to shop with").format(
                        money=money.short(gift.amount)
                    )
                )
            case "tickets":
                said.append(
                    translate("goals", "{count} raffle ticket(s)", None, gift.amount).format(
                        count=money.number(gift.amount)
                    )
                )
            case "voucher":
                said.append(translate("moments", "a voucher"))
            case "badge":
                pass
    return " + ".join(said)

"""The moments: what is celebrated with a member as they come in, one after another, once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.domain.effects import Gift
from app.domain.money import Money
from app.domain.programme import Programme
from app.domain.texts import text_in
from app.services.moments import (
    BadgeWon,
    FirstVisit,
    GoalFilled,
    Moment,
    OwnersNote,
    SinceLastTime,
    mark_seen,
    moments_of,
)
from app.services.shop import Shop
from app.services.welcome import WelcomeClaimed, WelcomeGift, claim_welcome, welcome_gift
from app.ui import goal_sentences as say
from app.ui import moment_sentences as words
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.home import KINDS
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

COINS_FLYING = 8
FIRST_STEPS = 3


@dataclass(frozen=True, slots=True)
class MomentsInputs:
    """The moment on screen and what it needs; `at` counts from 0 among `count`.

    `steps` of the first three are done: joining, a purchase, a reward.
    """

    moment: Moment | None
    at: int
    count: int
    name: str
    gift: WelcomeGift | None
    steps: int
    claimed: bool
    refused: bool
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
        claimed=inputs.claimed,
        refused=translate("moments", "This gift was taken before. Your coins are safe.")
        if inputs.refused
        else "",
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


@dataclass(frozen=True, slots=True)
class _Found:
    moments: tuple[Moment, ...]
    gift: WelcomeGift | None = None
    steps: int = 1


def _find(shop: Shop, member: str) -> _Found:
    moments = moments_of(shop, member)
    if not any(isinstance(one, FirstVisit) for one in moments):
        return _Found(moments)
    state = shop.state(member)
    steps = 1 + (state.purchases > 0) + (state.spent > 0)
    return _Found(moments, welcome_gift(shop, member), steps)


@QmlElement
@QmlUncreatable("built by the kiosk")
class MomentsViewModel(KioskScreen, props=MomentsProps):
    """Shows the moments in their order; what was on screen is noted when the last one is left."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self.looked = False
        """Whether this visit's moments were looked for."""
        self._empty()

    def _empty(self) -> None:
        self._member = self._name = ""
        self._found = _Found(())
        self._at = -1
        self._claimed = self._refused = False
        self._shown: list[str] = []

    def begin(self, member: str, name: str) -> None:
        """Look for moments of who just came in; go to them, or home when there are none."""
        self._empty()
        self.looked = True
        self._member, self._name = member, name
        shop = self.kiosk.shop
        self.kiosk.ask(lambda: _find(shop, member), self._begun)

    @Slot()
    def goOn(self) -> None:
        """Show the next moment, or home after the last."""
        if self._at + 1 >= len(self._found.moments):
            self.kiosk.go("home")
            return
        self._at += 1
        self._shown += self._found.moments[self._at].marks
        self.refresh()

    @Slot()
    def take(self) -> None:
        """Go to the rewards, where the full goal can be taken."""
        self.kiosk.go("rewards")

    @Slot()
    def claim(self) -> None:
        """Take the welcome gift."""
        shop, member = self.kiosk.shop, self._member
        if not self._claimed:
            self.kiosk.ask(lambda: claim_welcome(shop, member), self._answered)

    @Slot(int, result=str)
    def number(self, value: int) -> str:
        """Return a number of coins as it is written, while it ticks up."""
        return self.kiosk.desk.money.number(value)

    def leave(self) -> None:
        """Note what was shown, so that no kiosk shows it again."""
        shop, member, marks = self.kiosk.shop, self._member, tuple(self._shown)
        self._empty()
        if member and marks:
            self.kiosk.ask(lambda: mark_seen(shop, member, marks), lambda _: None)

    def wipe(self) -> None:
        """Note what was shown and forget the member."""
        self.leave()
        self.looked = False
        self.show(MomentsProps())

    def refresh(self) -> None:
        """Say everything anew."""
        desk, moments = self.kiosk.desk, self._found.moments
        self.show(
            derive_moments(
                MomentsInputs(
                    moment=moments[self._at] if 0 <= self._at < len(moments) else None,
                    at=self._at,
                    count=len(moments),
                    name=self._name,
                    gift=self._found.gift,
                    steps=self._found.steps,
                    claimed=self._claimed,
                    refused=self._refused,
                    programme=desk.shop.programme,
                    money=desk.money,
                    language=desk.language,
                    today=desk.today,
                )
            )
        )

    def _begun(self, found: _Found) -> None:
        self._found = found
        if not found.moments:
            self.kiosk.go("home")
            return
        self.kiosk.go("moments")
        self.goOn()

    def _answered(self, outcome: object) -> None:
        self._claimed = isinstance(outcome, WelcomeClaimed)
        self._refused = not self._claimed
        self.refresh()

"""Nobody is here: what one gets at this shop, a little at a time, and how to begin."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from PySide6.QtCore import Property
from PySide6.QtQml import QmlElement

from app.domain.programme import EarnRule, Programme, money_of
from app.domain.promises import Goal, Reward
from app.domain.texts import text_in
from app.ui.rows import Rows
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN: Final = 3
"""Slides side by side."""
TURN_MS: Final = 8_000
MOST: Final = 12


@dataclass(frozen=True, slots=True)
class AttractProps:
    """What QML reads. `turn` goes on when other slides are shown; `camera` = one reads cards."""

    turn: int = 0
    camera: bool = False


@dataclass(frozen=True, slots=True)
class SlideRow:
    """One thing one gets here; `kind` is its colour (Paper)."""

    kind: str
    lead: str
    title: str
    number: str


def derive_slides(programme: Programme, language: str, on: date) -> tuple[SlideRow, ...]:
    """Return what the shop can promise to anybody on a business date.

    Earn rules, rewards and challenges by turns, at most `MOST`; those for one tier, not yet open
    or over are left out.
    """
    earn = [
        SlideRow("coins", translate("kiosk", "Collect coins"), text_in(rule.title, language), "")
        for rule in programme.earn
        if _for_all(rule)
    ]
    rewards = [_reward(one, programme, language) for one in programme.rewards if _offered(one, on)]
    goals = [
        SlideRow("visits", translate("kiosk", "Take part"), text_in(one.title, language), "")
        for one in programme.goals
        if _open(one, on)
    ]
    slides: list[SlideRow] = []
    for at in range(max(len(earn), len(rewards), len(goals), 0)):
        slides += [kind[at] for kind in (rewards, earn, goals) if at < len(kind)]
    return tuple(slides[:MOST])


def _reward(reward: Reward, programme: Programme, language: str) -> SlideRow:
    number = money_of(programme).number(reward.coins)
    return SlideRow(
        "rewards",
        translate("kiosk", "Reward"),
        text_in(reward.title, language),
        translate("kiosk", "{coins} coins").format(coins=number),
    )


def _for_all(rule: EarnRule) -> bool:
    return not rule.when.tiers


def _offered(reward: Reward, on: date) -> bool:
    begun = reward.opens is None or reward.opens <= on
    over = reward.closes is not None and reward.closes < on
    return reward.coins > 0 and not reward.tiers and begun and not over


def _open(goal: Goal, on: date) -> bool:
    in_time = goal.dates is None or goal.dates[0] <= on <= goal.dates[1]
    return goal.kind == "challenge" and not goal.when.tiers and in_time


def window(slides: tuple[SlideRow, ...], turn: int) -> tuple[SlideRow, ...]:
    """Return the slides shown at a turn: three at a time, round and round."""
    if len(slides) <= SHOWN:
        return slides
    start = turn * SHOWN % len(slides)
    return tuple(slides[(start + at) % len(slides)] for at in range(SHOWN))


@QmlElement
@QmlUncreatable("built by the kiosk")
class AttractViewModel(KioskScreen, props=AttractProps):
    """The same three rows, filled anew every few seconds: nothing grows in a day of it."""

    def __init__(self, kiosk: Kiosk, *, camera: bool = False) -> None:
        super().__init__(kiosk)
        self._camera = camera
        self._rows = Rows(SlideRow, self)
        self._slides: tuple[SlideRow, ...] = ()
        self._turned_ms = 0

    @Property(Rows, constant=True)
    def slides(self) -> Rows:
        """What is shown now, as rows."""
        return self._rows

    def open(self) -> None:
        """Begin with the first slides."""
        self._turned_ms = self.kiosk.now_ms()
        self.show(AttractProps(camera=self._camera))
        self.refresh()

    def refresh(self) -> None:
        """Say everything anew: another language, another programme."""
        desk = self.kiosk.desk
        self._slides = derive_slides(desk.shop.programme, desk.language, desk.today)
        self._rows.set(window(self._slides, self.props.turn))

    def tick(self) -> None:
        """Show the next slides when it is time; where all are shown already, nothing moves."""
        now_ms = self.kiosk.now_ms()
        if now_ms - self._turned_ms < TURN_MS or len(self._slides) <= SHOWN:
            return
        self._turned_ms = now_ms
        self.show(replace(self.props, turn=(self.props.turn + 1) % len(self._slides)))
        self.refresh()

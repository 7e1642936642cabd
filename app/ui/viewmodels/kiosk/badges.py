"""The badge wall: every badge with its picture, what is won and the way to the next level."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property
from PySide6.QtQml import QmlElement

from app.domain.money import Money
from app.domain.texts import text_in
from app.services.dashboard import badges_of
from app.services.goals import Badge
from app.ui import goal_sentences as say
from app.ui.rows import Rows
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class BadgeRow:
    """One badge; `picture` is the name of its drawing, `value` the way to the next level."""

    title: str
    picture: str
    won: bool
    level: str
    todo: str
    value: float


@dataclass(frozen=True, slots=True)
class BadgesProps:
    """What QML reads of the wall."""

    heading: str = ""
    empty: str = ""


def derive_badges(badges: Sequence[Badge], money: Money, language: str) -> tuple[BadgeRow, ...]:
    """Return a row for each badge; the drawing of one not won yet has a name of its own."""
    return tuple(
        BadgeRow(
            title=text_in(badge.title, language),
            picture=badge.source if badge.level else f"{badge.source}-missing",
            won=badge.level > 0,
            level=_level(badge, money),
            todo=_todo(badge, money, language),
            value=min(1.0, badge.amount / badge.next_target) if badge.next_target else 1.0,
        )
        for badge in badges
    )


def derive_wall(badges: Sequence[Badge], money: Money) -> BadgesProps:
    """Return what stands above the wall."""
    if not badges:
        return BadgesProps(empty=translate("badges", "There are no badges to win just now."))
    won = sum(badge.level > 0 for badge in badges)
    return BadgesProps(
        heading=translate("badges", "My badges · {won} of {all}").format(
            won=money.number(won), all=money.number(len(badges))
        )
    )


def _level(badge: Badge, money: Money) -> str:
    if not badge.level:
        return translate("badges", "not yet")
    if badge.levels == 1:
        return translate("badges", "won")
    return translate("badges", "level {level} of {levels}").format(
        level=money.number(badge.level), levels=money.number(badge.levels)
    )


def _todo(badge: Badge, money: Money, language: str) -> str:
    if badge.locked_by:
        first = text_in(badge.locked_by[0], language)
        return translate("badges", "First: {title}").format(title=first)
    if badge.next_target is None:
        return translate("badges", "All levels done!")
    return say.missing(badge.source, max(1, badge.next_target - badge.amount), money)


@QmlElement
@QmlUncreatable("built by the kiosk")
class BadgesViewModel(KioskScreen, props=BadgesProps):
    """Shows the whole wall."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._badges: tuple[Badge, ...] | None = None
        self._wall = Rows(BadgeRow, self)

    @Property(Rows, constant=True)
    def wall(self) -> Rows:
        """Every badge, what is won first, as rows."""
        return self._wall

    def open(self) -> None:
        """Gather the member's badges."""
        shop, member = self.kiosk.shop, self.kiosk.member
        if member:
            self.kiosk.ask(lambda: badges_of(shop, member), self._take)

    def wipe(self) -> None:
        """Forget the member."""
        self._badges = None
        self.refresh()

    def refresh(self) -> None:
        """Say everything anew."""
        desk = self.kiosk.desk
        self._wall.set(derive_badges(self._badges or (), desk.money, desk.language))
        self.show(BadgesProps() if self._badges is None else derive_wall(self._badges, desk.money))

    def _take(self, badges: tuple[Badge, ...]) -> None:
        self._badges = badges
        self.refresh()

"""Home: how far the member is with everything, and one tap to all that can be done."""

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.services.dashboard import Dashboard, dashboard_of
from app.services.welcome import WelcomeClaimed, WelcomeOutcome, claim_welcome
from app.ui.home_sentences import GIFT, TileRow, TipRow, tiles, tips
from app.ui.rows import Rows
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.badges import BadgeRow, derive_badges
from app.ui.viewmodels.kiosk.home_shown import (
    BADGES_DRAWN,
    ChallengeRow,
    HomeInputs,
    HomeProps,
    aim,
    derive_challenges,
    derive_home,
)
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("built by the kiosk")
class HomeViewModel(KioskScreen, props=HomeProps):
    """Gathers the dashboard away from the screen and shows what changed of it."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._found: Dashboard | None = None
        self._chosen = False
        self._gift: WelcomeOutcome | None = None
        self._claiming = False
        self._challenges = Rows(ChallengeRow, self)
        self._wall = Rows(BadgeRow, self)
        self._tips = Rows(TipRow, self)
        self._tiles = Rows(TileRow, self)
        kiosk.news.connect(self._look_again)

    @Property(Rows, constant=True)
    def challenges(self) -> Rows:
        """At most three challenges, as rows."""
        return self._challenges

    @Property(Rows, constant=True)
    def wall(self) -> Rows:
        """The first badges of the wall, as rows."""
        return self._wall

    @Property(Rows, constant=True)
    def tips(self) -> Rows:
        """What is pointed out to the member, at most two rows."""
        return self._tips

    @Property(Rows, constant=True)
    def tiles(self) -> Rows:
        """What can be done here, as rows."""
        return self._tiles

    def open(self) -> None:
        """Gather the member's dashboard."""
        shop, member = self.kiosk.shop, self.kiosk.member
        if member:
            self.kiosk.ask(lambda: dashboard_of(shop, member), self.take)

    def take(self, found: Dashboard) -> None:
        """Show a dashboard that was gathered."""
        if self._found is not None and found.aim and aim(found) != aim(self._found):
            self._chosen = True
        self._found = found
        self.refresh()

    def wipe(self) -> None:
        """Forget the member."""
        self._found, self._chosen = None, False
        self._gift, self._claiming = None, False
        self.refresh()

    def leave(self) -> None:
        """What became of the gift was read."""
        self._gift = None

    def let_go(self) -> None:
        """Let the gift be taken again."""
        self._claiming = False

    def refresh(self) -> None:
        """Say everything anew."""
        desk = self.kiosk.desk
        inputs = HomeInputs(
            self._found, desk.shop.programme, desk.money, desk.language, self._chosen
        )
        found = self._found
        shown = derive_badges(found.badges if found else (), desk.money, desk.language)
        if len(shown) > BADGES_DRAWN:
            shown = shown[: BADGES_DRAWN - 1]
        self._challenges.set(derive_challenges(inputs))
        self._wall.set(shown)
        self._tips.set(tips(found, desk.money, desk.language, self._gift) if found else ())
        self._tiles.set(tiles(found, desk.money, desk.language) if found else ())
        self.show(derive_home(inputs))

    @Slot(str)
    def follow(self, screen: str) -> None:
        """Do what a tip points at: take the welcome gift, or show a screen."""
        if screen != GIFT:
            self.kiosk.go(screen)
        elif not self._claiming:
            self._claiming = True
            shop, member = self.kiosk.shop, self.kiosk.member
            self.kiosk.ask(lambda: claim_welcome(shop, member), self._claimed)

    def _claimed(self, outcome: WelcomeOutcome) -> None:
        self._gift, self._claiming = outcome, False
        if isinstance(outcome, WelcomeClaimed):
            self.kiosk.gained.emit(outcome.gift.coins)
        self.open()

    @Slot()
    def goalSeen(self) -> None:
        """The goal is in the ring."""
        self._chosen = False
        self.refresh()

    def _look_again(self) -> None:
        """Something happened in the shop while somebody is here."""
        if self._found is not None:
            self.open()

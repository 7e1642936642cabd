"""The moments: what is celebrated with a member as they come in, one after another, once."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.services.moments import (
    CoinsTold,
    FirstVisit,
    Moment,
    coins_to_tell,
    mark_seen,
    moments_of,
)
from app.services.shop import Shop
from app.services.welcome import (
    WelcomeClaimed,
    WelcomeGift,
    WelcomeOutcome,
    claim_welcome,
    welcome_gift,
)
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.moments_shown import MomentsInputs, MomentsProps, derive_moments
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class _Found:
    coins: CoinsTold | None = None
    moments: tuple[Moment, ...] = ()
    gift: WelcomeGift | None = None
    steps: int = 1


def _find(shop: Shop, member: str) -> _Found:
    coins = coins_to_tell(shop, member)
    moments = moments_of(shop, member)
    if not any(isinstance(one, FirstVisit) for one in moments):
        return _Found(coins, moments)
    state = shop.state(member)
    steps = 1 + (state.purchases > 0) + (state.spent > 0)
    return _Found(coins, moments, welcome_gift(shop, member), steps)


@QmlElement
@QmlUncreatable("built by the kiosk")
class MomentsViewModel(KioskScreen, props=MomentsProps):
    """Shows the moments in their order; what was on screen is noted when the last one is left."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self.looked = False
        """Whether this visit's moments were looked for."""
        self._told: tuple[str, CoinsTold] | None = None
        self._came = 0
        self._empty()
        kiosk.gained.connect(self._gained)

    def _empty(self) -> None:
        self._member = self._name = ""
        self._found = _Found()
        self._at = -1
        self._outcome: WelcomeOutcome | None = None
        self._claiming = False
        self._shown: list[str] = []

    def begin(self, member: str, name: str) -> None:
        """Look for moments of who just came in; go to them, or home when there are none."""
        self._empty()
        self.looked = True
        self._came = 0
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
        self._note_told()
        self.refresh()

    @Slot()
    def take(self) -> None:
        """Go to the rewards, where the full goal can be taken."""
        self.kiosk.go("rewards")

    @Slot()
    def claim(self) -> None:
        """Take the welcome gift."""
        shop, member = self.kiosk.shop, self._member
        if not (isinstance(self._outcome, WelcomeClaimed) or self._claiming):
            self._claiming = True
            self.kiosk.ask(lambda: claim_welcome(shop, member), self._answered)

    @Slot(int, result=str)
    def number(self, value: int) -> str:
        """Return a number of coins as it is written, while it ticks up."""
        return self.kiosk.desk.money.number(value)

    def leave(self) -> None:
        """Note what was shown, so that no kiosk shows it again."""
        member, marks = self._member, tuple(self._shown)
        self._empty()
        if member and marks:
            self._note(member, marks)

    def _note(self, member: str, marks: tuple[str, ...]) -> None:
        shop = self.kiosk.shop
        self.kiosk.ask(lambda: mark_seen(shop, member, marks), lambda _: None)

    def wipe(self) -> None:
        """Note what was shown and forget the member.

        Who was told everything saw the coins that came after it here (a survey, the gift) as they
        came; what came from elsewhere meanwhile is told the next time.
        """
        self.leave()
        if self._told:
            member, coins = self._told
            self._note(member, (coins.mark(self._came),))
        self._told = None
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
                    outcome=self._outcome,
                    programme=desk.shop.programme,
                    money=desk.money,
                    language=desk.language,
                    today=desk.today,
                )
            )
        )

    def let_go(self) -> None:
        """Let the gift be taken again."""
        self._claiming = False

    def _note_told(self) -> None:
        if self._found.coins and self._at + 1 == len(self._found.moments):
            self._told = self._member, self._found.coins

    def _gained(self, coins: int) -> None:
        self._came += coins

    def _begun(self, found: _Found) -> None:
        self._found = found
        if not found.moments:
            self._note_told()
            self.kiosk.go("home")
            return
        self.kiosk.go("moments")
        self.goOn()

    def _answered(self, outcome: WelcomeOutcome) -> None:
        self._claiming = False
        self._outcome = outcome
        if isinstance(outcome, WelcomeClaimed):
            self.kiosk.gained.emit(outcome.gift.coins)
        self.refresh()

"""The kiosk's screens and what lies over them, as QML reaches them from the root."""

from collections.abc import Callable

from PySide6.QtCore import Property

from app.hardware.scanner import Scanner
from app.ui.viewmodels.connection import ConnectionViewModel
from app.ui.viewmodels.kiosk.access import AccessViewModel
from app.ui.viewmodels.kiosk.attract import AttractViewModel
from app.ui.viewmodels.kiosk.badges import BadgesViewModel
from app.ui.viewmodels.kiosk.board import BoardViewModel
from app.ui.viewmodels.kiosk.calling import CallingViewModel
from app.ui.viewmodels.kiosk.card import CardViewModel
from app.ui.viewmodels.kiosk.frame import KioskProps
from app.ui.viewmodels.kiosk.friend import FriendViewModel
from app.ui.viewmodels.kiosk.help import HelpViewModel
from app.ui.viewmodels.kiosk.history import HistoryViewModel
from app.ui.viewmodels.kiosk.home import HomeViewModel
from app.ui.viewmodels.kiosk.join import JoinViewModel
from app.ui.viewmodels.kiosk.keyboard import KeyboardViewModel
from app.ui.viewmodels.kiosk.leaving import LeavingViewModel
from app.ui.viewmodels.kiosk.moments import MomentsViewModel
from app.ui.viewmodels.kiosk.pin import PinViewModel
from app.ui.viewmodels.kiosk.raffle import RaffleViewModel
from app.ui.viewmodels.kiosk.rewards import RewardsViewModel
from app.ui.viewmodels.kiosk.signin import KioskSignInViewModel
from app.ui.viewmodels.kiosk.surveys import SurveysViewModel
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen
from app.ui.viewmodels.kiosk.vouchers import VouchersViewModel
from app.ui.viewmodels.root import RootViewModel

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


class KioskScreens(RootViewModel, props=KioskProps):
    """Makes every screen once, and hands it to QML under its name.

    `left` is called when somebody who works here wants the kiosk closed.
    """

    def __init__(
        self,
        kiosk: Kiosk,
        retranslate: Callable[[], None],
        camera: Scanner | None,
        left: Callable[[], None],
        *,
        voice: bool,
        screen_mm: int,
    ) -> None:
        super().__init__(kiosk.desk, retranslate, ConnectionViewModel(kiosk.desk))
        self._kiosk = kiosk
        self._access = AccessViewModel(kiosk, voice=voice, screen_mm=screen_mm)
        self._surveys = SurveysViewModel(kiosk)
        self._screens: dict[str, KioskScreen] = {"surveys": self._surveys, "access": self._access}
        self._history = self._screens["history"] = HistoryViewModel(kiosk)
        self._help = self._screens["help"] = HelpViewModel(kiosk)
        self._home = self._screens["home"] = HomeViewModel(kiosk)
        self._rewards = self._screens["rewards"] = RewardsViewModel(kiosk)
        self._friend = self._screens["friend"] = FriendViewModel(kiosk)
        self._board = self._screens["board"] = BoardViewModel(kiosk)
        self._raffle = self._screens["raffle"] = RaffleViewModel(kiosk)
        self._vouchers = self._screens["vouchers"] = VouchersViewModel(kiosk)
        self._badges = self._screens["badges"] = BadgesViewModel(kiosk)
        self._moments = self._screens["moments"] = MomentsViewModel(kiosk)
        self._attract = self._screens["attract"] = AttractViewModel(
            kiosk, camera=camera is not None
        )
        self._sign_in = self._screens["signin"] = KioskSignInViewModel(kiosk, camera)
        self._join = self._screens["join"] = JoinViewModel(kiosk)
        self._card = self._screens["card"] = CardViewModel(kiosk)
        self._exit = self._screens["exit"] = LeavingViewModel(kiosk, left)
        self._pin = PinViewModel(kiosk)
        self._keyboard = KeyboardViewModel(kiosk)
        self._calling = CallingViewModel(kiosk)

    @Property(AccessViewModel, constant=True)
    def access(self) -> AccessViewModel:
        """Large text, contrast, motion, reach and reading aloud."""
        return self._access

    @Property(HomeViewModel, constant=True)
    def homeScreen(self) -> HomeViewModel:
        """How far the member is with everything."""
        return self._home

    @Property(MomentsViewModel, constant=True)
    def moments(self) -> MomentsViewModel:
        """What is celebrated with the member."""
        return self._moments

    @Property(BadgesViewModel, constant=True)
    def badges(self) -> BadgesViewModel:
        """The badge wall."""
        return self._badges

    @Property(RewardsViewModel, constant=True)
    def rewards(self) -> RewardsViewModel:
        """What coins can be exchanged for."""
        return self._rewards

    @Property(FriendViewModel, constant=True)
    def friend(self) -> FriendViewModel:
        """Bringing a friend."""
        return self._friend

    @Property(BoardViewModel, constant=True)
    def board(self) -> BoardViewModel:
        """Who is ahead."""
        return self._board

    @Property(RaffleViewModel, constant=True)
    def raffle(self) -> RaffleViewModel:
        """The lucky draw."""
        return self._raffle

    @Property(VouchersViewModel, constant=True)
    def vouchers(self) -> VouchersViewModel:
        """The member's own vouchers."""
        return self._vouchers

    @Property(HistoryViewModel, constant=True)
    def history(self) -> HistoryViewModel:
        """What happened with the coins."""
        return self._history

    @Property(HelpViewModel, constant=True)
    def help(self) -> HelpViewModel:
        """Questions and answers."""
        return self._help

    @Property(SurveysViewModel, constant=True)
    def surveys(self) -> SurveysViewModel:
        """Surveys, quizzes and polls."""
        return self._surveys

    @Property(AttractViewModel, constant=True)
    def attract(self) -> AttractViewModel:
        """What one gets here, while nobody is."""
        return self._attract

    @Property(KioskSignInViewModel, constant=True)
    def signIn(self) -> KioskSignInViewModel:
        """Card, or phone and PIN."""
        return self._sign_in

    @Property(JoinViewModel, constant=True)
    def join(self) -> JoinViewModel:
        """Becoming a member."""
        return self._join

    @Property(CardViewModel, constant=True)
    def card(self) -> CardViewModel:
        """The card to photograph."""
        return self._card

    @Property(LeavingViewModel, constant=True)
    def exit(self) -> LeavingViewModel:
        """The way out for staff."""
        return self._exit

    @Property(PinViewModel, constant=True)
    def pin(self) -> PinViewModel:
        """The member's PIN, over any screen."""
        return self._pin

    @Property(KeyboardViewModel, constant=True)
    def keyboard(self) -> KeyboardViewModel:
        """The letters on the screen."""
        return self._keyboard

    @Property(CallingViewModel, constant=True)
    def calling(self) -> CallingViewModel:
        """Calling a person."""
        return self._calling

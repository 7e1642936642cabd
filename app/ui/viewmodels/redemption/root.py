"""The redemption screen: who is signed in, which language is spoken, what news there are."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain.stores import store_name
from app.hardware.scanner import Scanner
from app.services.sounds import is_muted, mute
from app.services.staff import StaffCard
from app.ui.desk import Desk
from app.ui.people import role_name
from app.ui.redemption_offline import derive_redemption_connection
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.connection import ConnectionViewModel
from app.ui.viewmodels.redemption.hand_over import HandOverViewModel
from app.ui.viewmodels.redemption.waiting import WaitingViewModel
from app.ui.viewmodels.staffed import NEVER, StaffedViewModel
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
NEWS_MS: Final = 500


@dataclass(frozen=True, slots=True)
class RedemptionInputs:
    """All that the frame around the screen depends on."""

    language: str = "en"
    shop_name: str = ""
    store: str = ""
    staff: StaffCard | None = None
    trouble: bool = False
    muted: bool = False
    scanner_problem: str = ""


@dataclass(frozen=True, slots=True)
class RedemptionProps:
    """What QML reads. `screen` is signin or desk; `notice` is about the screen itself."""

    screen: str = "signin"
    language: str = "en"
    title: str = ""
    store: str = ""
    staff: str = ""
    staffName: str = ""
    notice: str = ""
    muted: bool = False
    mute: str = ""


def derive_redemption(inputs: RedemptionInputs) -> RedemptionProps:
    """Return what the frame shows."""
    staff = inputs.staff
    return RedemptionProps(
        screen="desk" if staff else "signin",
        language=inputs.language,
        title=" · ".join((inputs.shop_name, translate("redemption", "Hand-over"))),
        store=store_name(inputs.store),
        staff=translate("station", "{name} ({role})").format(
            name=staff.name, role=role_name(staff.role)
        )
        if staff
        else "",
        staffName=staff.name if staff else "",
        notice=_notice(inputs),
        muted=inputs.muted,
        mute=translate("redemption", "Sound on")
        if inputs.muted
        else translate("redemption", "Sound off"),
    )


def _notice(inputs: RedemptionInputs) -> str:
    if inputs.trouble:
        return translate(
            "redemption", "Something went wrong here. Call your supervisor before you go on."
        )
    return inputs.scanner_problem


@QmlElement
@QmlUncreatable("built by the application")
class RedemptionViewModel(StaffedViewModel, props=RedemptionProps):
    """The root of the redemption screen's view models; `chime` sounds for a new pick-up."""

    failure = "a job of the redemption screen failed"

    def __init__(
        self,
        desk: Desk,
        scanner: Scanner,
        retranslate: Callable[[], None],
        chime: Callable[[], None] = lambda: None,
    ) -> None:
        connection = ConnectionViewModel(desk, derive_redemption_connection)
        super().__init__(desk, scanner, retranslate, connection, NEWS_MS)
        self._chime = chime
        self._muted = False
        self._hand_over = HandOverViewModel(desk)
        self._waiting = WaitingViewModel(desk, self._hand_over.open, self._ring)
        self._help.rung.connect(self._ring)
        self._hand_over.acted.connect(self.look)
        for part in (self._hand_over, self._waiting):
            part.broke.connect(self.failed)
        self._parts = (*self._parts, self._hand_over, self._waiting)
        self._refresh_frame()

    @Property(HandOverViewModel, constant=True)
    def handOver(self) -> HandOverViewModel:
        """What fills the screen: the answer to a scan."""
        return self._hand_over

    @Property(WaitingViewModel, constant=True)
    def waiting(self) -> WaitingViewModel:
        """What waits, and what was handed over today."""
        return self._waiting

    # ------------------------------------------------------------ life

    def open(self) -> None:
        """Begin with the sign-in."""
        super().open()
        shop = self._desk.shop
        self._desk.jobs.run(lambda: is_muted(shop), self._set_muted, self.failed)

    def close(self) -> None:
        """Stop listening and ticking; nothing of anybody's stays."""
        self._put_away()
        super().close()

    def look(self) -> None:
        """Look whether anything was recorded here or arrived; only then is anything read."""
        before = self._mark
        super().look()
        if self._mark != before:
            self._hand_over.look_again()

    def _load(self) -> None:
        super()._load()
        if self._desk.staff is not None:
            self._waiting.load()

    def _ring(self) -> None:
        if not self._muted:
            self._chime()

    # ------------------------------------------------------------ who is signed in

    def signed_in(self, staff: StaffCard) -> None:
        """Open the screen for somebody whose PIN was right."""
        self._trouble = False
        super().signed_in(staff)
        self._hand_over.wipe()
        self._mark = NEVER
        self.look()

    def _put_away(self) -> bool:
        """Forget whose things were on the screen."""
        self._hand_over.wipe()
        self._waiting.wipe()
        return False

    def _take(self, text: str, source: str) -> None:
        self._hand_over.scan(text, source)

    # ------------------------------------------------------------ sound, frame

    @Slot()
    def toggleSound(self) -> None:
        """Switch the chime off or on; it stays so, also when the program starts again."""
        shop, muted = self._desk.shop, not self._muted
        self._desk.jobs.run(lambda: mute(shop, muted), lambda _: None, self.failed)
        self._set_muted(muted)

    def _set_muted(self, muted: bool) -> None:  # noqa: FBT001 - an answer
        self._muted = muted
        self._refresh_frame()

    def _refresh_frame(self) -> None:
        super()._refresh_frame()
        desk = self._desk
        self.show(
            derive_redemption(
                RedemptionInputs(
                    language=desk.language,
                    shop_name=desk.say(desk.shop.programme.name),
                    store=desk.shop.store,
                    staff=desk.staff,
                    trouble=self._trouble or bool(desk.shop.trouble),
                    muted=self._muted,
                    scanner_problem=self._scanner.problem,
                )
            )
        )

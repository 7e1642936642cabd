"""What every screen of the kiosk works with: the open shop, who is here, where to go."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.services.member_pins import is_pin_asked
from app.services.shop import Shop
from app.ui.desk import Desk
from app.ui.snapshot import ViewModel
from app.ui.ticks import monotonic_ms

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Visit:
    """The member at the kiosk.

    `proven` by a PIN too, which spending above the limit asks for; `joined` during this visit.
    """

    member: str
    proven: bool = False
    joined: bool = False


class Kiosk(QObject):
    """The kiosk as its screens see it.

    `moved` asks for another screen, `ended` for the end of the visit; `news` says that something
    was recorded here or arrived from another station, `changed` that the member's own profile was
    changed here, `gained` that coins were shown as they came here; `proving` asks for the PIN and
    then calls what it carries. `paused` holds the idle time, while a card is being photographed.
    `now_ms` is a clock that only goes forward (milliseconds, from any beginning). `broke` says
    that a job failed in a way nobody foresaw, `broke_late` the same of a visit that has ended.
    """

    moved = Signal(str)
    ended = Signal()
    news = Signal()
    changed = Signal()
    gained = Signal(int)
    begun = Signal()
    broke = Signal(object)
    broke_late = Signal(object)
    proving = Signal(object)

    def __init__(self, desk: Desk, now_ms: Callable[[], int] = monotonic_ms) -> None:
        super().__init__()
        self.desk = desk
        self.now_ms = now_ms
        self.visit: Visit | None = None
        self.paused = False
        self._visits = 0

    @property
    def shop(self) -> Shop:
        """The open shop."""
        return self.desk.shop

    @property
    def member(self) -> str:
        """The id of who is here, "" when nobody is."""
        return self.visit.member if self.visit else ""

    def begin(self, member: str, *, proven: bool = False, joined: bool = False) -> None:
        """Open a member's visit; what the one before left is wiped by `ended`."""
        self._visits += 1
        self.visit = Visit(member, proven, joined)
        self.begun.emit()

    def forget(self) -> None:
        """End the visit: answers that are still on their way are for nobody any more."""
        self._visits += 1
        self.visit = None
        self.paused = False

    def go(self, screen: str) -> None:
        """Show another screen."""
        self.moved.emit(screen)

    def prove(self, then: Callable[[], None]) -> None:
        """Call `then` once the member has given their PIN in this visit; never if they do not."""
        if self.visit and self.visit.proven:
            then()
        elif self.visit:
            self.proving.emit(then)

    def proven(self) -> None:
        """Note that the member gave their PIN."""
        if self.visit:
            self.visit = replace(self.visit, proven=True)

    def before_spending(self, coins: int, then: Callable[[], None]) -> None:
        """Call `then`; once so many coins go in one day that the shop asks, after the PIN."""
        shop, member = self.shop, self.member

        def asked(needed: bool) -> None:  # noqa: FBT001 - an answer
            self.prove(then) if needed else then()

        self.ask(lambda: is_pin_asked(shop, member, coins), asked)

    def ask(self, work: Callable[[], Answer], done: Callable[[Answer], None]) -> None:
        """Work away from the screen; an answer that comes after the visit is dropped."""
        visits = self._visits

        def answer(result: Answer) -> None:
            if visits == self._visits:
                done(result)

        def failed(error: Exception) -> None:
            (self.broke if visits == self._visits else self.broke_late).emit(error)

        self.desk.jobs.run(work, answer, failed)


class KioskScreen(ViewModel):
    """The base of the kiosk's screens."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__()
        self.kiosk = kiosk

    def open(self) -> None:
        """The screen is about to be shown."""

    def leave(self) -> None:
        """Another screen is about to be shown."""

    def refresh(self) -> None:
        """Say everything anew: another language, or news while the screen is on."""

    def wipe(self) -> None:
        """Forget the member: nothing of a visit is left for the next one."""

    def let_go(self) -> None:
        """A job failed: nothing waits for its answer any more."""

    def tick(self) -> None:
        """Look at the clock, twice a second while the screen is on."""

    def scanned(self, _text: str) -> bool:
        """Take what was scanned while the screen is on; false leaves it to the kiosk."""
        return False

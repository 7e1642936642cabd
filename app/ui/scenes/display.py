"""The scenes of the customer's display: the counter works, the picture is of the second window."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from PySide6.QtQuick import QQuickWindow

from app.hardware.scanner import Scanner
from app.services import catalogue, greetings, members, moments, staff
from app.services.clocks import SetClock
from app.services.members import MemberView
from app.services.shop import Shop
from app.services.thanks import thanks_of
from app.ui.application import CounterWindow
from app.ui.jobs import Jobs, ManualJobs
from app.ui.scenes import PictureError, Scenes
from app.ui.viewmodels.station import StationViewModel

_LETTERS: Final = "aeimrsआ"
_FEW: Final = 30
_YEAR: Final = 366
_GOODS: Final = ("atta", "rice", "milk", "butter", "soap", "tea", "dal")


class DisplayWindow(CounterWindow):
    """A counter of which the customer's window is looked at."""

    def __init__(self, shop: Shop, jobs: Jobs, scanner: Scanner, language: str = "") -> None:
        super().__init__(shop, jobs, scanner, language, display="window")

    def load(self) -> QQuickWindow:
        """Load both windows; return the customer's."""
        super().load()
        if self.customer is None or self.customer.window is None:
            raise PictureError("The customer's display has no place on this screen.")
        return self.customer.window


class _Stage:
    """The counter with somebody signed in, and the few things a scene does."""

    def __init__(self, shop: Shop, station: StationViewModel, jobs: ManualJobs) -> None:
        self.shop = shop
        self.station = station
        self.jobs = jobs
        people = staff.list_staff(shop)
        if people:
            station.signed_in(people[0])
        jobs.drain()

    @property
    def counter(self) -> Any:  # A Qt property hides the type of what it returns.
        return self.station.counter

    @property
    def display(self) -> Any:
        """What the second window shows."""
        return self.counter.memberPin.pad

    def members(self) -> list[MemberView]:
        """Return members with names, those of the picture's language first, most coins first."""
        found = {hit.member for text in _LETTERS for hit in members.find(self.shop, text, _FEW)}
        opened = [members.open_member(self.shop, member) for member in found]
        views = [view for view in opened if isinstance(view, MemberView) and view.name]
        if not views:
            raise PictureError("This shop has no members yet. Draw the demo shop instead.")
        language = self.station.props.language
        views.sort(key=lambda one: (one.language != language, -one.coins.spendable, one.member))
        return views

    def arrive(self, view: MemberView) -> None:
        """Put a member at the counter."""
        self.counter.set_member(view)
        self.jobs.drain()

    def goods(self) -> None:
        """Enter a bill of a few items; without a catalogue, by amount."""
        bill = self.counter.bill
        bill.typeNumber("B-2041")
        found = [item for text in _GOODS for item in catalogue.search(self.shop, text, 1)]
        if not found:
            bill.typeEntry("1264")
        for item in found[:4]:
            bill.add(item)

    def sell(self, view: MemberView) -> None:
        """Record a bill of a member's."""
        self.arrive(view)
        self.goods()
        self.counter.record()
        self.jobs.drain()


def _idle(stage: _Stage) -> None:
    """Show the offers, and a blank card to photograph."""
    stage.display.tick()
    stage.jobs.drain()


def _bill(stage: _Stage) -> None:
    stage.arrive(stage.members()[0])
    stage.goods()


def _guest(stage: _Stage) -> None:
    stage.goods()


def _hello(stage: _Stage) -> None:
    stage.arrive(stage.members()[0])


def _amount(stage: _Stage) -> None:
    """Enter a bill by its amount, with coins on it."""
    stage.arrive(stage.members()[0])
    bill = stage.counter.bill
    bill.typeEntry("1264")
    bill.use_coins(bill.inputs.estimate.coin_range.maximum)


def _off(stage: _Stage) -> None:
    """Pay part of the bill with coins."""
    _bill(stage)
    bill = stage.counter.bill
    bill.use_coins(bill.inputs.estimate.coin_range.maximum)


def _thanks(stage: _Stage) -> None:
    """Thank a member for whom the bill has moved a bar."""
    for view in stage.members():
        noted = thanks_of(stage.shop, view.member, "").note
        if noted is not None:
            moments.mark_seen(stage.shop, view.member, noted.marks)
        stage.sell(view)
        if stage.display.thanks.props.barTitle:
            return
    raise PictureError("Nobody in this shop has a bar that moves. Draw the demo shop instead.")


def _note(stage: _Stage) -> None:
    """Thank a member whom the owner has something to say to, today or on the next such day.

    It is a member of the picture's language, if there is one.
    """
    now = stage.shop.clock.now()
    own = [view for view in stage.members() if view.language == stage.station.props.language]
    if not (_noted(stage, now, own) or _noted(stage, now, stage.members())):
        raise PictureError("The owner has no note for anybody here. Draw the demo shop instead.")


def _noted(stage: _Stage, now: datetime, views: list[MemberView]) -> bool:
    """Thank the first of some members whom the owner has something to say to within a year."""
    for days in range(_YEAR):
        if days:
            stage.shop.clock = SetClock(now + timedelta(days=days))
        if not greetings.greet(stage.shop, stage.shop.moment().on) and days:
            continue
        for view in views:
            if thanks_of(stage.shop, view.member, "").note is None:
                continue
            stage.sell(view)
            # An old one may be over with what this bill brings.
            if stage.display.thanks.props.noteTitle:
                return True
    return False


def _pin(stage: _Stage, digits: str = "284") -> None:
    """Let a member choose a PIN; some of it is typed."""
    view = stage.members()[0]
    stage.arrive(view)
    stage.counter.memberPin.choose(view, "", lambda _: None)
    for digit in digits:
        stage.display.pin.press(digit)
    stage.jobs.drain()


def _weak(stage: _Stage) -> None:
    """Let a member choose a PIN that is easy to guess."""
    pin = stage.display.pin
    _pin(stage, "1234")
    pin.submit()
    for digit in "1234":
        pin.press(digit)
    pin.submit()
    stage.jobs.drain()


def _card(stage: _Stage) -> None:
    """Show the card of somebody who has just joined."""
    view = stage.members()[0]
    stage.arrive(view)
    stage.counter.joined.emit(view)
    stage.jobs.drain()


_SCENES: Final[dict[str, Callable[[_Stage], None]]] = {
    "display-idle": _idle,
    "display-hello": _hello,
    "display-guest": _guest,
    "display-bill": _bill,
    "display-off": _off,
    "display-amount": _amount,
    "display-thanks": _thanks,
    "display-note": _note,
    "display-pin": _pin,
    "display-weak": _weak,
    "display-card": _card,
}


def _play(scene: Callable[[_Stage], None]) -> Callable[[Shop, Any, ManualJobs], None]:
    return lambda shop, station, jobs: scene(_Stage(shop, station, jobs))


DISPLAY: Final = Scenes(DisplayWindow, {name: _play(scene) for name, scene in _SCENES.items()})

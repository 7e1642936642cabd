"""The connection, as a cashier needs it; a shop of one counter shows nothing of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from app.services.conflicts import unseen_conflicts
from app.services.leeway import Leeway, leeway
from app.services.shop import Moment, Shop
from app.services.unsent import Unsent, count_unsent
from app.sync.status import SyncStatus
from app.ui import connection_sentences as sentences
from app.ui.connection_sentences import ConnectionInputs, standing
from app.ui.desk import Desk
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
POLL_MS = 1_000


@dataclass(frozen=True, slots=True)
class ConnectionProps:
    """What QML reads.

    `known` is false in a shop of one counter. `kind` of the strip across the screen is waiting, bad
    or info, and `sentence` empty when there is none; `panel` is what its button opens. `works` and
    `waits` hold a line for each thing.
    """

    known: bool = False
    kind: str = "waiting"
    sentence: str = ""
    detail: str = ""
    action: str = ""
    panel: str = "connection"
    sending: str = ""
    heading: str = ""
    works: str = ""
    waits: str = ""
    waitsTitle: str = ""
    conflicts: str = ""
    hasConflicts: bool = False


@dataclass(frozen=True, slots=True)
class ConnectionFact:
    """One line of the panel."""

    title: str
    value: str


class Polled(NamedTuple):
    """One look at the station, taken away from the screen.

    While `mark` (what waits, what was recorded) is the same, `unsent` is not counted anew.
    """

    status: SyncStatus
    mark: tuple[int, int]
    unsent: Unsent
    moment: Moment
    leeway: Leeway


_KINDS = {"revoked": "bad", "update": "waiting", "offline": "waiting", "clock": "bad"}


def derive_connection(inputs: ConnectionInputs) -> ConnectionProps:
    """Return what the strip, the bar and the panel show."""
    stands = standing(inputs.status)
    if stands == "solo":
        return ConnectionProps()
    look = stands == "online" and inputs.status.conflicts > 0
    return ConnectionProps(
        known=True,
        kind=_KINDS.get(stands, "info"),
        sentence=sentences.strip(inputs),
        detail=sentences.strip_detail(inputs),
        action=translate("connection", "Look") if look else translate("connection", "Details"),
        panel="conflicts" if look else "connection",
        sending=sentences.sending(inputs),
        heading=_heading(inputs),
        works="\n".join(sentences.works(inputs)),
        waits="\n".join(sentences.waits(inputs)),
        waitsTitle=translate("connection", "Waits for the update")
        if stands == "update"
        else translate("connection", "Waits for the connection"),
        conflicts=_conflicts(inputs),
        hasConflicts=inputs.status.conflicts > 0,
    )


def _conflicts(inputs: ConnectionInputs) -> str:
    if not inputs.status.conflicts:
        return translate("connection", "What came out differently")
    return translate("connection", "What came out differently ({count})").format(
        count=inputs.money.number(inputs.status.conflicts)
    )


def _heading(inputs: ConnectionInputs) -> str:
    match standing(inputs.status):
        case "offline":
            return translate("connection", "No connection")
        case "trying":
            return translate("connection", "Looking for the connection …")
        case "update":
            return translate("connection", "Update needed")
        case "revoked":
            return translate("connection", "This counter is out of use")
        case _:
            return translate("connection", "Connected")


def derive_facts(inputs: ConnectionInputs) -> tuple[ConnectionFact, ...]:
    """Return the plain facts, the owner's line last."""
    lines = (
        (translate("connection", "Last contact"), sentences.contact(inputs)),
        (translate("connection", "Not sent yet"), sentences.queue(inputs)),
        (translate("connection", "Clock"), sentences.clock(inputs)),
        (translate("connection", "Used meanwhile"), sentences.used(inputs)),
        (translate("connection", "For the owner"), sentences.exposure(inputs)),
    )
    return tuple(ConnectionFact(title, value) for title, value in lines if value)


@QmlElement
@QmlUncreatable("built by the station")
class ConnectionViewModel(ViewModel, props=ConnectionProps):
    """Looks at the station every second, off the screen's thread.

    `derive` says it in the words of this kind of station. `broke` tells of the first of several
    looks that failed in a way nobody foresaw.
    """

    changed = Signal()
    broke = Signal(object)

    def __init__(
        self,
        desk: Desk,
        derive: Callable[[ConnectionInputs], ConnectionProps] = derive_connection,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._derive = derive
        self._inputs = ConnectionInputs(desk.money)
        self._facts = Rows(ConnectionFact, self)
        self._asked = False
        self._broken = False
        self._last: Polled | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self.look)

    @Property(Rows, constant=True)
    def facts(self) -> Rows:
        """The facts, as rows."""
        return self._facts

    def open(self) -> None:
        """Begin looking."""
        self._timer.start()
        self.look()

    def close(self) -> None:
        """Stop looking."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Look now; while an answer is on its way nothing more is asked."""
        if not self._asked:
            self._asked = True
            desk, last = self._desk, self._last
            desk.jobs.run(lambda: _poll(desk.shop, desk.status(), last), self._seen, self._failed)

    def _failed(self, error: Exception) -> None:
        first, self._broken = not self._broken, True
        self._asked = False
        if first:
            self.broke.emit(error)

    def _seen(self, polled: Polled) -> None:
        self._asked = self._broken = False
        self._last = polled
        if polled.status.solo:
            # Nothing will change while the program runs.
            self._timer.stop()
        self._change(
            status=polled.status,
            unsent=polled.unsent,
            today=polled.moment.on,
            offset_min=polled.moment.offset_min,
            coins_per_member=polled.leeway.coins,
            credit_per_member_minor=polled.leeway.credit_minor,
        )

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def _change(self, **changes: Any) -> None:
        inputs = replace(self._inputs, language=self._desk.language, **changes)
        if inputs == self._inputs and inputs.status.solo:
            return
        self._inputs = inputs
        self._facts.set(derive_facts(inputs))
        self.show(self._derive(inputs))
        self.changed.emit()


def _poll(shop: Shop, status: SyncStatus, last: Polled | None) -> Polled:
    mark = (status.unsent, shop.db.head[0])
    if status.solo:
        return Polled(status, mark, Unsent(), shop.moment(), Leeway())
    room = leeway(shop, status.floor_coins, status.floor_credit_minor)
    known = replace(status, conflicts=unseen_conflicts(shop), exposure_minor=room.exposure_minor)
    same = last if last and last.mark == mark else None
    unsent = same.unsent if same else count_unsent(shop, status.unsent)
    return Polled(known, mark, unsent, shop.moment(), room)

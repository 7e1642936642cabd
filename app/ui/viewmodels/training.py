"""Training at the counter: going to the practice shop, beginning it anew, leaving it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.ui.desk import Desk
from app.ui.people import role_name
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

Prepared = Literal["ready", "in_use"]
Where = Literal["shop", "training"]


@dataclass(frozen=True, slots=True)
class TrainingInputs:
    """All that it depends on; `offered` says that the window can go elsewhere."""

    active: bool = False
    offered: bool = False
    busy: bool = False
    failed: bool = False
    answer: Prepared = "ready"
    country: str = "IN"
    language: str = "en"


@dataclass(frozen=True, slots=True)
class TrainingProps:
    """What QML reads. `active`: this is the practice shop; `people` says who signs in how."""

    active: bool = False
    canPractise: bool = False
    canLeave: bool = False
    busy: bool = False
    people: str = ""
    message: str = ""


def derive_training(inputs: TrainingInputs) -> TrainingProps:
    """Return what the screens show of it."""
    said = _people(inputs.country) if inputs.active else ""
    return TrainingProps(
        active=inputs.active,
        canPractise=inputs.offered and not inputs.active,
        canLeave=inputs.offered and inputs.active,
        busy=inputs.busy,
        people=translate("training", "Practice PINs: {people}").format(people=said) if said else "",
        message=_message(inputs),
    )


def _people(country: str) -> str:
    """Say who signs in to a practice shop with which PIN."""
    from app.services.demo import STAFF  # noqa: PLC0415 - in a practice shop only

    return " · ".join(
        translate("launcher", "{name} ({role}): {pin}").format(
            name=one.name, role=role_name(one.role), pin=one.pin
        )
        for one in STAFF.get(country, STAFF["IN"])
    )


def _message(inputs: TrainingInputs) -> str:
    if inputs.busy:
        return translate("training", "Getting the practice shop ready. This takes a few seconds.")
    if inputs.failed:
        return translate(
            "training",
            "The practice shop could not be made. See that the disk has room, then try again.",
        )
    if inputs.answer == "in_use":
        return translate(
            "training", "The practice shop is open in another window. Close that one first."
        )
    return ""


@QmlElement
@QmlUncreatable("built by the station")
class TrainingViewModel(ViewModel, props=TrainingProps):
    """Asks the station to make the practice shop, and to open it or the real one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ready: Callable[[], Prepared] | None = None
        self._go: Callable[[Where], None] = lambda _: None
        self._inputs = TrainingInputs(
            active=desk.shop.training, country=desk.shop.programme.country
        )
        self.refresh()

    def offer(self, ready: Callable[[], Prepared], go: Callable[[Where], None]) -> None:
        """Let people come and go: `ready` makes a practice shop and may take seconds."""
        self._ready, self._go = ready, go
        self._change(offered=True)

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, language=self._desk.language, **changes)
        self.show(derive_training(self._inputs))

    @Slot()
    def practise(self) -> None:
        """Go to the practice shop; from inside, to a new one."""
        ready = self._ready
        if ready is None or self._inputs.busy:
            return
        self._change(busy=True, failed=False, answer="ready")
        self._desk.jobs.run(lambda: _tried(ready), self._answered)

    @Slot()
    def leave(self) -> None:
        """Go back to the real shop."""
        if self._inputs.offered and self._inputs.active and not self._inputs.busy:
            self._go("shop")

    def _answered(self, answer: Prepared | None) -> None:
        self._change(busy=False, failed=answer is None, answer=answer or "ready")
        if answer == "ready":
            self._go("training")


def _tried(ready: Callable[[], Prepared]) -> Prepared | None:
    try:
        return ready()
    except Exception as error:  # noqa: BLE001 - whatever it was, the shop goes on
        from app.ui.mishaps import note  # noqa: PLC0415 - seldom needed

        note("the practice shop could not be made", error)
        return None

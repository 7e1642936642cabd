"""What turned out otherwise than was said at this till, one entry after the other."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain.money import Money
from app.services import conflicts
from app.services.conflicts import ConflictToTell
from app.ui import conflict_sentences as sentences
from app.ui import dates
from app.ui.desk import Desk
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ConflictsInputs:
    """The entries, which were looked at, and the one chosen, -1 none."""

    money: Money
    entries: tuple[ConflictToTell, ...] = ()
    seen: frozenset[str] = frozenset()
    loaded: bool = False
    chosen: int = -1
    here: tuple[str, str] = ("", "")
    today: date = date.min
    language: str = "en"


@dataclass(frozen=True, slots=True)
class ConflictsProps:
    """What QML reads: the list's state, and the chosen entry in full."""

    chosen: int = -1
    nothing: str = ""
    left: str = ""
    what: str = ""
    who: str = ""
    first: str = ""
    rule: str = ""
    effect: str = ""


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """One entry of the list."""

    title: str
    detail: str
    amount: str
    note: str


def derive_conflicts(inputs: ConflictsInputs) -> ConflictsProps:
    """Return the state of the list, and the chosen entry."""
    nothing = translate("conflicts", "Everything came out as this counter said.")
    left = sum(one.event not in inputs.seen for one in inputs.entries)
    props = ConflictsProps(
        chosen=inputs.chosen,
        nothing=nothing if inputs.loaded and not inputs.entries else "",
        left=translate("conflicts", "{count} not looked at yet", None, left).format(
            count=inputs.money.number(left)
        )
        if left
        else "",
    )
    if not 0 <= inputs.chosen < len(inputs.entries):
        return props
    told = inputs.entries[inputs.chosen]
    return replace(
        props,
        what=sentences.what_happened(told, inputs.language),
        who=_who(inputs, told),
        first=sentences.who_was_first(told.first, inputs.today, inputs.language, inputs.here),
        rule=sentences.rule_of(told),
        effect=sentences.effects(told.conflict, inputs.money),
    )


def derive_lines(inputs: ConflictsInputs) -> tuple[ConflictLine, ...]:
    """Return a line for each entry."""
    return tuple(
        ConflictLine(
            title=sentences.what_happened(told, inputs.language),
            detail=_who(inputs, told),
            amount=sentences.short_effect(told.conflict, inputs.money),
            note="" if told.event in inputs.seen else translate("conflicts", "new"),
        )
        for told in inputs.entries
    )


def _who(inputs: ConflictsInputs, told: ConflictToTell) -> str:
    day = dates.day(told.on, inputs.today, inputs.language)
    hour = dates.hour(dates.local_time(told.at_ms, told.offset_min), inputs.language)
    parts = (told.member, f"{day}, {hour}", told.staff)
    return " · ".join(part for part in parts if part)


@QmlElement
@QmlUncreatable("built by the station")
class ConflictsViewModel(ViewModel, props=ConflictsProps):
    """Lists them; whoever chooses one has looked at it. `looked` is called after that is kept."""

    def __init__(self, desk: Desk, looked: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        self._looked = looked
        self._rows = Rows(ConflictLine, self)
        self._inputs = ConflictsInputs(desk.money)

    @Property(Rows, constant=True)
    def lines(self) -> Rows:
        """The entries, as rows."""
        return self._rows

    @Slot()
    def open(self) -> None:
        """Read them anew, and choose the first that nobody looked at."""
        shop = self._desk.shop
        self._desk.jobs.run(lambda: conflicts.list_conflicts(shop), self._loaded)

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        if self._inputs.loaded:
            self._change()

    def _loaded(self, entries: tuple[ConflictToTell, ...]) -> None:
        seen = frozenset(one.event for one in entries if one.seen)
        self._change(entries=entries, seen=seen, loaded=True, chosen=-1)
        if entries:
            self.choose(0)

    def _change(self, **changes: Any) -> None:
        desk = self._desk
        self._inputs = replace(
            self._inputs,
            here=(desk.shop.store, desk.shop.till),
            today=desk.today,
            language=desk.language,
            **changes,
        )
        self._rows.set(derive_lines(self._inputs))
        self.show(derive_conflicts(self._inputs))

    @Slot(int)
    def choose(self, row: int) -> None:
        """Show an entry in full; it counts as looked at from now on."""
        if 0 <= row < len(self._inputs.entries):
            self._change(chosen=row)
            self._see((self._inputs.entries[row].event,))

    @Slot(int)
    def move(self, step: int) -> None:
        """Choose the next entry up or down."""
        last = len(self._inputs.entries) - 1
        self.choose(max(0, min(last, self._inputs.chosen + step)))

    @Slot()
    def seeAll(self) -> None:
        """Every entry counts as looked at."""
        self._see(tuple(one.event for one in self._inputs.entries))

    def _see(self, events: tuple[str, ...]) -> None:
        new = tuple(event for event in events if event not in self._inputs.seen)
        if not new:
            return
        shop = self._desk.shop
        self._change(seen=self._inputs.seen | frozenset(new))
        self._desk.jobs.run(
            lambda: conflicts.see_conflicts(shop, new), lambda _kept: self._looked()
        )

"""Finding a member by phone, name or card number; who is not found can be enrolled."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.services import members
from app.services.cards import MemberUnknown
from app.services.members import BadPhone, MemberHit, MemberView, Phone
from app.ui.desk import Desk
from app.ui.people_sentences import bad_phone
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.typed import latin_digits
from app.ui.uncreatable import QmlUncreatable
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class FindInputs:
    """What was typed and what it found; `phone` says whether it reads as a phone number."""

    query: str = ""
    hits: tuple[MemberHit, ...] = ()
    chosen: int = -1
    answered: str = ""
    phone: Phone | BadPhone | None = None
    refused: str = ""
    country: str = "IN"


@dataclass(frozen=True, slots=True)
class FindProps:
    """What QML reads."""

    query: str = ""
    chosen: int = -1
    nothing: str = ""
    message: str = ""
    enrol: str = ""


@dataclass(frozen=True, slots=True)
class HitRow:
    """One member found."""

    initial: str
    name: str
    phone: str


def is_number(query: str) -> bool:
    """Say whether digits were typed, so that a phone is meant."""
    bare = query.replace(" ", "").replace("+", "").replace("-", "")
    return bare.isascii() and bare.isdigit()


def derive_find(inputs: FindInputs) -> FindProps:
    """Return what the panel shows."""
    return FindProps(
        query=inputs.query,
        chosen=inputs.chosen,
        nothing=_nothing(inputs),
        message=inputs.refused,
        enrol=translate("find", "Enrol {phone}").format(phone=inputs.phone.national)
        if isinstance(inputs.phone, Phone) and not inputs.hits
        else translate("find", "New member"),
    )


def _nothing(inputs: FindInputs) -> str:
    query = inputs.query.strip()
    if inputs.hits or len(query) < _SHORTEST or inputs.answered != inputs.query:
        return ""
    if isinstance(inputs.phone, Phone):
        return translate("find", "Nobody has this number yet. Press Enter to enrol.")
    if is_number(query):
        return translate("find", "Nobody found yet. Type the whole phone number.")
    return translate("find", "Nobody is called “{name}”. Try the phone number.").format(name=query)


@QmlElement
@QmlUncreatable("built by the counter")
class FindViewModel(ViewModel, props=FindProps):
    """One field for everything a cashier may know of a member."""

    def __init__(
        self,
        desk: Desk,
        opened: Callable[[MemberView], None],
        enrol: Callable[[str, str], None],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._opened = opened
        self._enrol = enrol
        self._hits = Rows(HitRow, self)
        self._inputs = FindInputs()

    @Property(Rows, constant=True)
    def hits(self) -> Rows:
        """The members found, as rows."""
        return self._hits

    @property
    def typed(self) -> tuple[str, str]:
        """What was typed, as a phone number and as a name: one of them at least is empty."""
        query = self._inputs.query.strip()
        return (query, "") if is_number(query) else ("", query)

    def open(self) -> None:
        """Begin with an empty field."""
        self._inputs = FindInputs(country=self._desk.shop.programme.country)
        self.refresh()

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, **changes)
        nameless = translate("find", "Without a name")
        self._hits.set(
            [
                HitRow(hit.initial, hit.name or nameless, hit.phone_masked)
                for hit in self._inputs.hits
            ]
        )
        self.show(derive_find(self._inputs))

    @Slot(str)
    def typeQuery(self, text: str) -> None:
        """Take the query as typed and look for it."""
        query = latin_digits(text)
        self._change(query=query, refused="")
        if len(query.strip()) < _SHORTEST:
            self._change(hits=(), chosen=-1, phone=None)
            return
        self._look(query, self._show)

    def _look(
        self,
        query: str,
        show: Callable[[str, tuple[MemberHit, ...], Phone | BadPhone | None], None],
    ) -> None:
        shop = self._desk.shop

        def look() -> tuple[tuple[MemberHit, ...], Phone | BadPhone | None]:
            phone = members.read_phone(shop, query) if is_number(query) else None
            return members.find(shop, query, 8), phone

        self._desk.jobs.run(look, lambda found: show(query, *found))

    def _show(
        self, query: str, hits: tuple[MemberHit, ...], phone: Phone | BadPhone | None
    ) -> None:
        # An answer to an older query would replace the right one.
        if query == self._inputs.query:
            self._change(hits=hits, chosen=0 if hits else -1, answered=query, phone=phone)

    @Slot(int)
    def move(self, step: int) -> None:
        """Choose the next hit up or down."""
        last = len(self._inputs.hits) - 1
        if last >= 0:
            self._change(chosen=max(0, min(last, self._inputs.chosen + step)))

    @Slot(int)
    def choose(self, hit: int) -> None:
        """Open a hit."""
        shop, member = self._desk.shop, self._inputs.hits[hit].member
        self._desk.jobs.run(lambda: members.open_member(shop, member), self._open)

    def _open(self, view: MemberView | MemberUnknown) -> None:
        if isinstance(view, MemberView):
            self._opened(view)

    @Slot()
    def enter(self) -> None:
        """Open who was found; a phone number that nobody has enrols."""
        query = self._inputs.query
        if len(query.strip()) >= _SHORTEST:
            # Asked again: Enter may come before the answer to the last key.
            self._look(query, self._entered)

    def _entered(
        self, query: str, hits: tuple[MemberHit, ...], phone: Phone | BadPhone | None
    ) -> None:
        chosen = self._inputs.chosen if hits == self._inputs.hits else 0
        self._change(hits=hits, chosen=max(0, chosen) if hits else -1, answered=query, phone=phone)
        if hits:
            self.choose(self._inputs.chosen)
        elif isinstance(phone, Phone):
            self._enrol(phone.national, "")
        elif isinstance(phone, BadPhone):
            self._change(refused=bad_phone(self._inputs.country))

    @Slot()
    def enrolNew(self) -> None:
        """Enrol somebody with what was typed, a number or a name, or with nothing."""
        self._enrol(*self.typed)

"""What can be done with a member's cards: show, print, replace, block."""

import base64
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Property, QStandardPaths, Slot
from PySide6.QtQml import QmlElement

from app.domain.codes import CardNumber
from app.services import cards, members
from app.services.cards import CardBlockedNow, CardIssuedNow
from app.services.members import CardView, MemberView
from app.ui import dates
from app.ui.confirmations import called
from app.ui.desk import Desk
from app.ui.people_sentences import CardRefusal, card_refused
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.approval import ApprovalViewModel
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class CardsInputs:
    """Whose cards, and what happened last."""

    view: MemberView | None = None
    message: str = ""
    good: bool = False
    picture: str = ""
    pictured: str = ""
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class CardsProps:
    """What QML reads. `picture` is a data URL of the card on show."""

    name: str = ""
    hasCard: bool = False
    message: str = ""
    good: bool = False
    picture: str = ""
    cardNumber: str = ""
    canReplace: bool = False


@dataclass(frozen=True, slots=True)
class CardLine:
    """One card of the member."""

    number: str
    issued: str
    note: str
    works: bool


def derive_cards(inputs: CardsInputs) -> CardsProps:
    """Return what the panel shows."""
    view = inputs.view
    if view is None:
        return CardsProps()
    return CardsProps(
        name=called(view),
        hasCard=any(not card.blocked for card in view.cards),
        message=inputs.message,
        good=inputs.good,
        picture=inputs.picture,
        cardNumber=inputs.pictured,
        canReplace=not inputs.replaced,
    )


@QmlElement
@QmlUncreatable("built by the counter")
class CardsViewModel(ViewModel, props=CardsProps):
    """Acts on one member; `changed` is called with the member as it is afterwards."""

    def __init__(
        self, desk: Desk, approval: ApprovalViewModel, changed: Callable[[MemberView], None]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._approval = approval
        self._changed = changed
        self._rows = Rows(CardLine, self)
        self._inputs = CardsInputs()

    @Property(Rows, constant=True)
    def cards(self) -> Rows:
        """The member's cards, as rows."""
        return self._rows

    def open(self, view: MemberView) -> None:
        """Begin with a member."""
        self._inputs = CardsInputs(view)
        self.refresh()

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, **changes)
        view = self._inputs.view
        self._rows.set([self._line(card) for card in reversed(view.cards)] if view else [])
        self.show(derive_cards(self._inputs))

    def _line(self, card: CardView) -> CardLine:
        issued = dates.day(card.issued_on, self._desk.today, self._desk.language)
        note = translate("cards", "blocked") if card.blocked else translate("cards", "works")
        return CardLine(card.short, issued, note, not card.blocked)

    @Slot()
    def replaceCard(self) -> None:
        """Block the member's cards and give a new one, when a supervisor agrees to it.

        Once however often the key is pressed; who never had a card needs nobody's leave.
        """
        view = self._inputs.view
        if view is None or self._inputs.replaced:
            return
        if view.cards:
            reason = translate("desk", "Give a new card and block the old one?")
            self._approval.ask(reason, lambda approver: self._replace(view, approver))
        else:
            self._replace(view, "")

    def _replace(self, view: MemberView, approver: str) -> None:
        here = self._inputs.view
        if here is None or here.member != view.member:
            return
        self._change(replaced=True)
        shop, staff = self._desk.shop, self._desk.staff_id
        self._run(
            here,
            lambda: cards.replace_card(shop, staff, approver, view.member, "replaced"),
            self._replaced,
        )

    def _replaced(self, outcome: CardIssuedNow | CardRefusal) -> None:
        if isinstance(outcome, CardIssuedNow):
            sentence = translate("cards", "The new card is {number}. The old one is blocked.")
            self._change(message=sentence.format(number=outcome.short), good=True)
            self._reload()
            self._draw(outcome.number, outcome.short)
        else:
            self._change(message=card_refused(outcome), good=False, replaced=False)

    @Slot()
    def blockCard(self) -> None:
        """Block every card of the member at once; coins stay, and nobody is asked for a PIN."""
        view = self._inputs.view
        if view is None:
            return
        shop, staff = self._desk.shop, self._desk.staff_id
        self._run(view, lambda: cards.block_card(shop, staff, view.member, "lost"), self._blocked)

    def _blocked(self, outcome: CardBlockedNow | CardRefusal) -> None:
        if isinstance(outcome, CardBlockedNow):
            sentence = translate("cards", "The card is blocked. The coins are safe.")
            self._change(message=sentence, good=True, picture="", pictured="", replaced=False)
            self._reload()
        else:
            self._change(message=card_refused(outcome), good=False)

    @Slot()
    def showCard(self) -> None:
        """Show the newest working card, to be photographed or printed."""
        view = self._inputs.view
        working = [card for card in view.cards if not card.blocked] if view else []
        if working:
            self._draw(CardNumber(working[-1].number), working[-1].short)

    @Slot()
    def printCard(self) -> None:
        """Save the newest working card as a PDF sheet among the user's documents."""
        view = self._inputs.view
        working = [card for card in view.cards if not card.blocked] if view else []
        if view is None or not working:
            return
        card, name = working[-1], view.name
        title = self._desk.say(self._desk.shop.programme.name)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        path = Path(QStandardPaths.writableLocation(documents)) / f"sikka-{card.short}.pdf"

        def write() -> Path:
            from app.hardware.card_file import write_sheet_file  # noqa: PLC0415 - heavy

            path.parent.mkdir(parents=True, exist_ok=True)
            write_sheet_file(path, [(CardNumber(card.number), name)], title)
            return path

        self._desk.jobs.run(write, self._printed, self._not_printed)

    def _printed(self, path: Path) -> None:
        sentence = translate("cards", "The card is ready to print: {file}")
        self._change(message=sentence.format(file=path), good=True)

    def _not_printed(self, _error: Exception) -> None:
        sentence = translate(
            "cards", "The card could not be saved for printing. Show it on the screen (F9)."
        )
        self._change(message=sentence, good=False)

    def _draw(self, number: CardNumber, short: str) -> None:
        view = self._inputs.view
        name = view.name if view else ""
        title = self._desk.say(self._desk.shop.programme.name)

        def draw() -> str:
            from app.services.card_picture import draw_card  # noqa: PLC0415 - Pillow is heavy

            png = draw_card(number, name, title)
            return f"data:image/png;base64,{base64.b64encode(png).decode()}"

        if view is not None:
            self._run(view, draw, lambda picture: self._change(picture=picture, pictured=short))

    def _reload(self) -> None:
        view, shop = self._inputs.view, self._desk.shop
        if view is not None:
            self._run(view, lambda: members.open_member(shop, view.member), self._reloaded)

    def _run(
        self, view: MemberView, work: Callable[[], Answer], done: Callable[[Answer], None]
    ) -> None:
        """Do work for a member; an answer that comes when another is in the panel is dropped."""

        def answered(answer: Answer) -> None:
            here = self._inputs.view
            if here is not None and here.member == view.member:
                done(answer)

        self._desk.jobs.run(work, answered)

    def _reloaded(self, view: object) -> None:
        if isinstance(view, MemberView):
            self._change(view=view)
            self._changed(view)

"""Help at the kiosk: questions to tap or to type, answered with the member's own figures."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.insight.help import Answer, Helped, answers, ask
from app.ui.rows import Rows
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

CALL: Final = "call"
"""What an answer leads to that no screen gives: a person."""


@dataclass(frozen=True, slots=True)
class HelpInputs:
    """All that the screen depends on; `topic` is the question that is open ("" = the list).

    `asked` is what was typed; `near` are the topics offered instead of an answer, or beside it.
    """

    answers: tuple[Answer, ...] = ()
    asked: str = ""
    topic: str = ""
    near: tuple[str, ...] = ()
    missed: bool = False


@dataclass(frozen=True, slots=True)
class HelpProps:
    """What QML reads. `go` is the screen that shows more, under `goLabel`."""

    asked: str = ""
    question: str = ""
    answer: str = ""
    go: str = ""
    goLabel: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question to tap."""

    topic: str
    question: str


def derive_help(inputs: HelpInputs) -> HelpProps:
    """Return what the screen shows."""
    opened = next((one for one in inputs.answers if one.topic == inputs.topic), None)
    return HelpProps(
        asked=inputs.asked,
        question=opened.question if opened else "",
        answer=opened.answer if opened else "",
        go=opened.go if opened else "",
        goLabel=_go_label(opened.go) if opened else "",
        heading=_heading(inputs, opened),
    )


def derive_questions(inputs: HelpInputs) -> tuple[QuestionRow, ...]:
    """Return the questions to tap: those that are near, or all of them."""
    if not inputs.topic and not inputs.missed:
        return tuple(QuestionRow(one.topic, one.question) for one in inputs.answers)
    told = {one.topic: one for one in inputs.answers}
    near = [told[topic] for topic in inputs.near if topic in told]
    return tuple(QuestionRow(one.topic, one.question) for one in near)


def _heading(inputs: HelpInputs, opened: Answer | None) -> str:
    if opened is not None:
        return translate("help", "Or did you mean this?") if inputs.near else ""
    if inputs.missed and inputs.near:
        return translate("help", "Did you mean one of these?")
    if inputs.missed:
        return translate("help", "I do not know that one. Call us, and somebody comes.")
    return translate("help", "Tap a question, or write yours")


def _go_label(screen: str) -> str:
    if screen == CALL:
        return translate("help", "Call us")
    return translate("help", "Show me") if screen else ""


@QmlElement
@QmlUncreatable("built by the kiosk")
class HelpViewModel(KioskScreen, props=HelpProps):
    """Answers at any hour."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._inputs = HelpInputs()
        self._questions = Rows(QuestionRow, self)

    @Property(Rows, constant=True)
    def questions(self) -> Rows:
        """The questions to tap, as rows."""
        return self._questions

    def open(self) -> None:
        """Begin with the list."""
        self._change(HelpInputs())
        self._read()

    def refresh(self) -> None:
        """Read the answers anew: figures or the language may be others."""
        if self._inputs.answers:
            self._read()

    def wipe(self) -> None:
        """Forget the member."""
        self._change(HelpInputs())

    @Slot(str)
    def typeQuestion(self, text: str) -> None:
        """Take the question as typed so far."""
        self._change(replace(self._inputs, asked=text))

    @Slot()
    def submit(self) -> None:
        """Answer what was typed."""
        text = self._inputs.asked.strip()
        if not text:
            return
        shop, member = self.kiosk.shop, self.kiosk.member
        language = self.kiosk.desk.language
        self.kiosk.ask(lambda: ask(shop, member, language, text), self._helped)

    def _helped(self, helped: Helped) -> None:
        found = helped.answer
        self._change(
            replace(
                self._inputs,
                topic=found.topic if found else "",
                near=tuple(one.topic for one in helped.near),
                missed=found is None,
            )
        )

    @Slot(str)
    def choose(self, topic: str) -> None:
        """Open a question."""
        self._change(replace(self._inputs, topic=topic, near=(), missed=False))

    @Slot()
    def back(self) -> None:
        """Show all questions again."""
        self._change(replace(self._inputs, asked="", topic="", near=(), missed=False))

    def _read(self) -> None:
        shop, member = self.kiosk.shop, self.kiosk.member
        language = self.kiosk.desk.language
        if member:
            self.kiosk.ask(
                lambda: answers(shop, member, language),
                lambda found: self._change(replace(self._inputs, answers=found)),
            )

    def _change(self, inputs: HelpInputs) -> None:
        self._inputs = inputs
        self._questions.set(derive_questions(inputs))
        self.show(derive_help(inputs))

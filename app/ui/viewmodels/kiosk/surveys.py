"""Surveys, quizzes and polls at the kiosk: one question at a time, coins at the end."""

from dataclasses import replace

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain.questions import Question, Survey
from app.domain.surveys import choices, following, path
from app.services.half_answered import Half, begun, hand_in, keep_answers, kept_answers
from app.services.surveys import AnswerOutcome, AnswerTaken, OpenSurvey, open_surveys
from app.ui.rows import Rows
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.surveys_shown import (
    ChoiceRow,
    ResultRow,
    SurveyRow,
    SurveysInputs,
    SurveysProps,
    asked_now,
    derive_choices,
    derive_open,
    derive_results,
    derive_surveys,
    first_open,
    is_judged,
    is_quiz,
)
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("built by the kiosk")
class SurveysViewModel(KioskScreen, props=SurveysProps):
    """Asks; what was answered is kept after every question, so that it can be gone on with."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._inputs = SurveysInputs()
        self._surveys = Rows(SurveyRow, self)
        self._choices = Rows(ChoiceRow, self)
        self._results = Rows(ResultRow, self)
        self._begun_s = 0.0

    @Property(Rows, constant=True)
    def surveys(self) -> Rows:
        """What can be answered now, as rows."""
        return self._surveys

    @Property(Rows, constant=True)
    def choices(self) -> Rows:
        """The answers to choose from, as rows."""
        return self._choices

    @Property(Rows, constant=True)
    def results(self) -> Rows:
        """What everybody answered, as rows."""
        return self._results

    def open(self) -> None:
        """Read what can be answered; a single one is begun at once."""
        self._change(SurveysInputs())
        shop, member = self.kiosk.shop, self.kiosk.member

        def work() -> tuple[tuple[OpenSurvey, ...], frozenset[str]]:
            found = open_surveys(shop, member)
            return found, begun(shop, member, [one.survey for one in found])

        self.kiosk.ask(work, lambda answer: self._loaded(*answer))

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change(self._inputs)

    def wipe(self) -> None:
        """Forget the member."""
        self._change(SurveysInputs())

    def let_go(self) -> None:
        """Let it be handed in again."""
        self._change(replace(self._inputs, sending=False))

    def _loaded(self, found: tuple[OpenSurvey, ...], half: frozenset[str]) -> None:
        self._change(replace(self._inputs, open=found, begun=half, loaded=True))
        if len(found) == 1:
            self.begin(0)

    @Slot(int)
    def begin(self, row: int) -> None:
        """Begin a survey, or go on where it was left."""
        if not 0 <= row < len(self._inputs.open):
            return  # the list was read anew under the finger
        shop, member, survey = self.kiosk.shop, self.kiosk.member, self._inputs.open[row].survey
        self.kiosk.ask(
            lambda: kept_answers(shop, member, survey), lambda half: self._begin(survey, half)
        )

    def _begin(self, survey: Survey, half: Half) -> None:
        given, question = half.given, first_open(survey, half.given)
        self._begun_s = self.kiosk.shop.clock.monotonic() - half.seconds
        self._change(
            replace(
                self._inputs,
                survey=survey,
                given=given,
                question=question,
                judged=is_judged(survey, question, given),
                outcome=None,
            )
        )

    @Slot(str)
    def choose(self, choice: str) -> None:
        """Choose an answer; of several, one more or one less."""
        question = asked_now(self._inputs)
        if question is None or self._inputs.judged or choice not in choices(question):
            return
        if question.kind == "many":
            said = [one for one in self._inputs.given.get(question.id, "").split("+") if one]
            kept = [one for one in said if one != choice] if choice in said else [*said, choice]
            self._say(question, "+".join(kept))
            return
        self._say(question, choice)
        if any(option.right for option in question.options):
            self._change(replace(self._inputs, judged=True))
            self._keep()

    @Slot(str)
    def typeText(self, text: str) -> None:
        """Take the member's own words as typed so far."""
        question = asked_now(self._inputs)
        if question is not None and question.kind == "text":
            self._say(question, text)

    def _say(self, question: Question, value: str) -> None:
        self._change(replace(self._inputs, given={**self._inputs.given, question.id: value}))

    @Slot()
    def goOn(self) -> None:
        """Go on to the next question; after the last one everything is handed in."""
        inputs = self._inputs
        question = asked_now(inputs)
        if question is None or inputs.survey is None or inputs.sending:
            return
        said = inputs.given.get(question.id, "")
        if question.needed and not said.strip():
            return
        if (
            is_quiz(inputs.survey)
            and not inputs.judged
            and any(one.right for one in question.options)
        ):
            self._change(replace(inputs, judged=True))
            self._keep()
            return
        self._keep()
        after = following(inputs.survey, question, said)
        if after is not None:
            self._change(replace(inputs, question=after.id, judged=False))
        else:
            self._hand_in(inputs.survey)

    @Slot()
    def skip(self) -> None:
        """Leave out a question that needs no answer."""
        question = asked_now(self._inputs)
        if question is not None and not question.needed:
            self._say(question, "")
            self.goOn()

    @Slot()
    def back(self) -> None:
        """Go back one question; in a quiz what was answered stands."""
        inputs = self._inputs
        if inputs.survey is None or is_quiz(inputs.survey):
            return
        way = [one.id for one in path(inputs.survey, inputs.given)]
        at = way.index(inputs.question) if inputs.question in way else 0
        if at:
            self._change(replace(inputs, question=way[at - 1]))

    @Slot()
    def another(self) -> None:
        """Show what else can be answered."""
        self.open()

    def _keep(self) -> None:
        shop, member, inputs = self.kiosk.shop, self.kiosk.member, self._inputs
        if inputs.survey is not None:
            survey, half = inputs.survey, Half(dict(inputs.given), self._seconds())
            self.kiosk.ask(lambda: keep_answers(shop, member, survey, half), lambda _: None)

    def _hand_in(self, survey: Survey) -> None:
        self._change(replace(self._inputs, sending=True))
        shop, member = self.kiosk.shop, self.kiosk.member
        half = Half(dict(self._inputs.given), self._seconds())
        self.kiosk.ask(lambda: hand_in(shop, member, survey, half), self._handed_in)

    def _seconds(self) -> int:
        """Return how long answering took so far, breaks left out."""
        return int(self.kiosk.shop.clock.monotonic() - self._begun_s)

    def _handed_in(self, outcome: AnswerOutcome) -> None:
        self._change(replace(self._inputs, sending=False, outcome=outcome))
        if isinstance(outcome, AnswerTaken):
            self.kiosk.gained.emit(outcome.coins)

    def _change(self, inputs: SurveysInputs) -> None:
        self._inputs = inputs = replace(inputs, language=self.kiosk.desk.language)
        self._surveys.set(derive_open(inputs, self.kiosk.desk.money))
        self._choices.set(derive_choices(inputs))
        self._results.set(derive_results(inputs))
        self.show(derive_surveys(inputs))

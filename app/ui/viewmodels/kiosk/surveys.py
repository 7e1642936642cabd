"""Surveys, quizzes and polls at the kiosk: one question at a time, coins at the end."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain.polls import QuestionResult
from app.domain.promises import Question, Survey
from app.domain.surveys import choices, following, path
from app.domain.texts import text_in
from app.services.half_answered import Half, begun, hand_in, keep_answers, kept_answers
from app.services.surveys import AnswerOutcome, AnswerTaken, OpenSurvey, open_surveys
from app.ui.rows import Rows
from app.ui.survey_sentences import (
    choice_words,
    done_sentences,
    feedback_sentence,
    survey_detail,
)
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class SurveysInputs:
    """All that the screen depends on; `survey` None = the list of those that are open.

    `judged` says that a quiz question was answered and the right answer is shown.
    """

    open: tuple[OpenSurvey, ...] = ()
    begun: frozenset[str] = frozenset()
    loaded: bool = False
    survey: Survey | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    question: str = ""
    judged: bool = False
    sending: bool = False
    outcome: AnswerOutcome | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class SurveysProps:
    """What QML reads. `step` is list, question or done; `progress` from 0 to 1."""

    step: str = "list"
    title: str = ""
    nothing: str = ""
    question: str = ""
    kind: str = ""
    position: str = ""
    progress: float = 0.0
    text: str = ""
    canBack: bool = False
    canSkip: bool = False
    canGoOn: bool = False
    goOnLabel: str = ""
    feedback: str = ""
    feedbackGood: bool = False
    doneTitle: str = ""
    doneText: str = ""
    coins: int = 0
    more: bool = False


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """A survey that can be answered now."""

    title: str
    detail: str
    coins: str
    started: bool


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """An answer to choose; `mark` is "", right or wrong once a quiz question was answered."""

    id: str
    label: str
    chosen: bool
    mark: str


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What part of everybody chose an answer: in words, and from 0 to 1."""

    label: str
    percent: str
    value: float
    mine: bool


def derive_surveys(inputs: SurveysInputs) -> SurveysProps:
    """Return what the screen shows."""
    more = len(inputs.open) > 1
    if inputs.survey is None:
        nothing = translate("surveys", "Nothing to answer just now. Thank you for looking in!")
        return SurveysProps(nothing=nothing if inputs.loaded and not inputs.open else "")
    title = text_in(inputs.survey.title, inputs.language)
    if inputs.outcome is not None:
        heading, text = done_sentences(inputs.outcome)
        won = inputs.outcome.coins if isinstance(inputs.outcome, AnswerTaken) else 0
        return SurveysProps("done", title, doneTitle=heading, doneText=text, coins=won, more=more)
    return _asking(inputs, inputs.survey, title)


def _asking(inputs: SurveysInputs, survey: Survey, title: str) -> SurveysProps:
    question = asked_now(inputs)
    if question is None:
        return SurveysProps("question", title)
    way = path(survey, inputs.given)
    at = way.index(question) if question in way else 0
    said = inputs.given.get(question.id, "")
    last = following(survey, question, said) is None
    feedback, good = (
        feedback_sentence(question, said, inputs.language) if inputs.judged else ("", True)
    )
    return SurveysProps(
        step="question",
        title=title,
        question=text_in(question.text, inputs.language),
        kind=question.kind,
        position=translate("surveys", "Question {at} of {all}").format(at=at + 1, all=len(way)),
        progress=(at + (1 if inputs.judged else 0.35)) / len(way),
        text=said if question.kind == "text" else "",
        canBack=at > 0 and not is_quiz(survey),
        canSkip=not question.needed and not said,
        canGoOn=(bool(said.strip()) or inputs.judged) and not inputs.sending,
        goOnLabel=translate("surveys", "Done") if last else translate("surveys", "Next"),
        feedback=feedback,
        feedbackGood=good,
    )


def derive_choices(inputs: SurveysInputs) -> tuple[ChoiceRow, ...]:
    """Return the answers of the question that is asked."""
    question = asked_now(inputs)
    if question is None or inputs.outcome is not None:
        return ()
    said = inputs.given.get(question.id, "").split("+")
    right = {option.id for option in question.options if option.right}

    def mark(choice: str) -> str:
        if not inputs.judged:
            return ""
        if choice in right:
            return "right"
        return "wrong" if choice in said else ""

    return tuple(
        ChoiceRow(one, choice_words(question, one, inputs.language), one in said, mark(one))
        for one in choices(question)
    )


def derive_results(inputs: SurveysInputs) -> tuple[ResultRow, ...]:
    """Return what everybody answered to a poll, once the member has."""
    outcome, survey = inputs.outcome, inputs.survey
    if not isinstance(outcome, AnswerTaken) or survey is None:
        return ()
    questions = {question.id: question for question in survey.questions}
    rows: list[ResultRow] = []
    for result in outcome.results:
        rows += _shares(result, questions[result.question], inputs)
    return tuple(rows)


def _shares(result: QuestionResult, question: Question, inputs: SurveysInputs) -> list[ResultRow]:
    mine = inputs.given.get(question.id, "").split("+")
    return [
        ResultRow(
            choice_words(question, share.option, inputs.language),
            f"{share.percent} %",
            share.percent / 100,
            share.option in mine,
        )
        for share in result.shares
    ]


def asked_now(inputs: SurveysInputs) -> Question | None:
    """Return the question on the screen."""
    if inputs.survey is None:
        return None
    return next((one for one in inputs.survey.questions if one.id == inputs.question), None)


def first_open(survey: Survey, given: Mapping[str, str]) -> str:
    """Return the first question on the member's way without an answer, or the last one."""
    way = path(survey, given)
    return next((one.id for one in way if not given.get(one.id)), way[-1].id if way else "")


def _is_judged(survey: Survey, question_id: str, given: Mapping[str, str]) -> bool:
    """Say whether an answer stands from before: whoever saw the right one chooses no other."""
    asked = next((one for one in survey.questions if one.id == question_id), None)
    rights = asked is not None and any(option.right for option in asked.options)
    return is_quiz(survey) and rights and bool(given.get(question_id))


def is_quiz(survey: Survey) -> bool:
    """Say whether answers are right or wrong."""
    return survey.kind == "quiz"


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
                judged=_is_judged(survey, question, given),
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
        money = self.kiosk.desk.money
        self._surveys.set(
            [
                SurveyRow(
                    text_in(one.survey.title, inputs.language),
                    survey_detail(one.survey),
                    f"+{money.number(one.coins)}" if one.coins else "",
                    one.survey.id in inputs.begun,
                )
                for one in inputs.open
            ]
        )
        self._choices.set(derive_choices(inputs))
        self._results.set(derive_results(inputs))
        self.show(derive_surveys(inputs))

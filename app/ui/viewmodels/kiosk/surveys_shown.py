"""What the surveys look like: from what was answered so far to what is on the screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.money import Money
from app.domain.polls import QuestionResult
from app.domain.questions import Question, Survey
from app.domain.surveys import choices, following, path
from app.domain.texts import text_in
from app.services.surveys import AnswerOutcome, AnswerTaken, OpenSurvey
from app.ui.survey_sentences import (
    choice_words,
    done_sentences,
    feedback_sentence,
    survey_detail,
)
from app.ui.words import translate


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


def derive_open(inputs: SurveysInputs, money: Money) -> tuple[SurveyRow, ...]:
    """Return a row for each survey that can be answered now."""
    return tuple(
        SurveyRow(
            text_in(one.survey.title, inputs.language),
            survey_detail(one.survey),
            f"+{money.number(one.coins)}" if one.coins else "",
            one.survey.id in inputs.begun,
        )
        for one in inputs.open
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


def is_judged(survey: Survey, question_id: str, given: Mapping[str, str]) -> bool:
    """Say whether an answer stands from before: whoever saw the right one chooses no other."""
    asked = next((one for one in survey.questions if one.id == question_id), None)
    rights = asked is not None and any(option.right for option in asked.options)
    return is_quiz(survey) and rights and bool(given.get(question_id))


def is_quiz(survey: Survey) -> bool:
    """Say whether answers are right or wrong."""
    return survey.kind == "quiz"

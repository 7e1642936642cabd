"""Surveys, quizzes and polls: which question follows, what may be answered, what looks dishonest.

What a member says travels as text by question: an option's id (several joined by `+`), a number,
or words of the member's own (LEDGER.md 19).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from app.domain.coins import expiry
from app.domain.effects import Earn, Effect
from app.domain.facts import Answer
from app.domain.goals import act_progress
from app.domain.programme import Programme
from app.domain.questions import Option, Question, Survey
from app.domain.rating import Rules

Given = Mapping[str, str]
Doubt = Literal["fast", "straight_line", "attention"]

END: Final = "end"
SEALED: Final = "sealed:"
"""Before the ciphertext of a text; no option's id and no number begins like it."""
TEXT_MAX: Final = 1000
LINE_LEAST: Final = 4
OFFERED_DAYS: Final = 7

_SCALES: Final = {
    "nps": tuple(str(mark) for mark in range(11)),
    "stars": tuple(str(mark) for mark in range(1, 6)),
    "yes_no": ("yes", "no"),
}


@dataclass(frozen=True, slots=True)
class UnknownQuestion:
    """The survey has no such question."""

    question: str


@dataclass(frozen=True, slots=True)
class MissingAnswer:
    """A question that needs an answer has none."""

    question: str


@dataclass(frozen=True, slots=True)
class NotOnPath:
    """The question exists, but the other answers lead past it."""

    question: str


@dataclass(frozen=True, slots=True)
class BadAnswer:
    """`value` is not one of what the question can be answered with."""

    question: str
    value: str


AnswerFault = UnknownQuestion | MissingAnswer | NotOnPath | BadAnswer


class Score(NamedTuple):
    """How many quiz questions on the member's path there were, and how many were right."""

    right: int
    asked: int


# ---------------------------------------------------------------- the way through


def choices(question: Question) -> tuple[str, ...]:
    """Return what a question can be answered with, in order; nothing for a text."""
    if question.kind in _SCALES:
        return _SCALES[question.kind]
    return tuple(option.id for option in question.options)


def following(survey: Survey, question: Question, value: str) -> Question | None:
    """Return the question after an answer (empty = left out), or None at the end.

    Of several chosen options the first with a way of its own decides. A way that leads nowhere
    or back ends the survey, so that nobody is ever asked in circles.
    """
    at = survey.questions.index(question)
    later = survey.questions[at + 1 :]
    goto = next((one.goto for one in _chosen(question, value) if one.goto), question.goto)
    if not goto:
        return later[0] if later else None
    return next((one for one in later if one.id == goto), None)


def path(survey: Survey, given: Given) -> tuple[Question, ...]:
    """Return the questions these answers lead through."""
    asked = []
    question = survey.questions[0] if survey.questions else None
    while question is not None:
        asked.append(question)
        question = following(survey, question, given.get(question.id, ""))
    return tuple(asked)


def fault_of(survey: Survey, given: Given) -> AnswerFault | None:
    """Return the first thing wrong with a set of answers; an empty value is no answer."""
    known = {question.id for question in survey.questions}
    for name in given:
        if name not in known:
            return UnknownQuestion(name)
    asked = path(survey, given)
    for question in asked:
        value = given.get(question.id, "")
        if not value.strip():
            if question.needed:
                return MissingAnswer(question.id)
        elif not _fits(question, value):
            return BadAnswer(question.id, value)
    on_path = {question.id for question in asked}
    for name, value in given.items():
        if value.strip() and name not in on_path:
            return NotOnPath(name)
    return None


def _fits(question: Question, value: str) -> bool:
    if question.kind == "text":
        return len(value) <= TEXT_MAX
    chosen = value.split("+") if question.kind == "many" else [value]
    return len(set(chosen)) == len(chosen) and set(chosen) <= set(choices(question))


def _chosen(question: Question, value: str) -> list[Option]:
    ids = value.split("+")
    return [option for option in question.options if option.id in ids]


# ---------------------------------------------------------------- what it is worth


def score(survey: Survey, given: Given) -> Score:
    """Return how a quiz went; of `many` options exactly the right ones must be chosen."""
    right = asked = 0
    for question in path(survey, given):
        wanted = {option.id for option in question.options if option.right}
        if wanted:
            asked += 1
            said = set(given.get(question.id, "").split("+"))
            right += said == wanted if question.kind == "many" else bool(said & wanted)
    return Score(right, asked)


def doubts(survey: Survey, given: Given, seconds: int) -> tuple[Doubt, ...]:
    """Return what makes the answers look dishonest; nothing for honest ones."""
    found: list[Doubt] = []
    if seconds < survey.least_seconds:
        found.append("fast")
    answered = [(one, given.get(one.id, "")) for one in path(survey, given)]
    places = [choices(one).index(said) for one, said in answered if said in choices(one)]
    if len(places) >= LINE_LEAST and len(set(places)) == 1:
        found.append("straight_line")
    if any(one.attention and said != one.attention for one, said in answered):
        found.append("attention")
    return tuple(found)


def worth(survey: Survey, right: int) -> int:
    """Return the coins for taking part with that many right answers."""
    return survey.coins + survey.coins_right * right


def pays(rules: Rules, survey: Survey, right: int, on: date) -> tuple[Effect, ...]:
    """Return what a survey answered without doubts gives on a business date."""
    progress = act_progress(rules.goals, "surveys", on)
    amount = worth(survey, right)
    if not amount:
        return progress
    rule = f"survey:{survey.id}"
    terms = survey.terms or rules.programme.terms
    earn = Earn(
        amount=amount,
        terms=rule if survey.terms else "",
        available_from=on + timedelta(days=terms.pending_days),
        expires_on=expiry(terms, on),
        rule=rule,
        base_minor=0,
        percent=100,
        wanted=amount,
        period="",
    )
    return (earn, *progress)


# ---------------------------------------------------------------- who is asked, and when


def once_key(survey: Survey) -> str:
    """Return the key that pays a version once, as a member's state remembers it."""
    return f"survey:{survey.id}:v{survey.version}"


def survey_of(programme: Programme, survey_id: str) -> Survey | None:
    """Return a survey of the programme, or None."""
    return next((one for one in programme.surveys if one.id == survey_id), None)


def open_on(survey: Survey, on: date, tier: str, early_days: int) -> bool:
    """Say whether somebody in a tier may answer on a date; `early_days` before the others."""
    if survey.tiers and tier not in survey.tiers:
        return False
    if survey.dates is None:
        return True
    first, last = survey.dates
    return first - timedelta(days=early_days) <= on <= last


def asks_after(survey: Survey, on: date) -> tuple[date, date]:
    """Return the first and the last day of purchases after which a follow-up is due on a date."""
    last = on - timedelta(days=survey.after_days)
    return last - timedelta(days=OFFERED_DAYS - 1), last


def is_sealed(answer: Answer) -> bool:
    """Say whether an answer is the ciphertext of a text."""
    return answer.value.startswith(SEALED)

"""What many people answered, question by question: counts, shares, averages (LEDGER.md 19)."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.domain.facts import Answer
from app.domain.money import allocate, round_half_up
from app.domain.questions import Question, Survey
from app.domain.surveys import choices, is_sealed

EVERYBODY = ""
"""The option under which everybody is counted who answered a question."""

Counts = Mapping[tuple[str, str], int]
"""How many chose (question, option)."""


class Share(NamedTuple):
    """How many chose an option, and what part of those who answered, in whole percent."""

    option: str
    people: int
    percent: int


class QuestionResult(NamedTuple):
    """What `answered` people said to a question.

    `stars_hundredths` is the average of 1 to 5 stars in hundredths; `nps` promoters (9, 10) less
    detractors (0 to 6) in percent, -100 to 100; `right_percent` the part that was right in a
    quiz. Each is None where it means nothing.
    """

    question: str
    answered: int
    shares: tuple[Share, ...]
    stars_hundredths: int | None = None
    nps: int | None = None
    right_percent: int | None = None


def marks(answers: Iterable[Answer]) -> list[tuple[str, str]]:
    """Return what a set of answers counts for: (question, option), and once for everybody."""
    counted = []
    for answer in answers:
        counted.append((answer.question, EVERYBODY))
        if not is_sealed(answer):
            counted += [(answer.question, option) for option in answer.value.split("+")]
    return counted


def results(survey: Survey, counts: Counts) -> tuple[QuestionResult, ...]:
    """Return the result of each question from what was counted."""
    return tuple(_result(question, counts) for question in survey.questions)


def _result(question: Question, counts: Counts) -> QuestionResult:
    answered = counts.get((question.id, EVERYBODY), 0)
    options = choices(question)
    chosen = [counts.get((question.id, option), 0) for option in options]
    if question.kind == "many":
        percents = tuple(_percent(count, answered) for count in chosen)
    else:
        percents = allocate(100, chosen)  # so that they add up
    shares = tuple(Share(*one) for one in zip(options, chosen, percents, strict=True))
    result = QuestionResult(question.id, answered, shares)
    if not answered:
        return result
    if question.kind == "stars":
        stars = sum(int(option) * count for option, count in zip(options, chosen, strict=True))
        return result._replace(stars_hundredths=round_half_up(100 * stars, answered))
    if question.kind == "nps":
        return result._replace(
            nps=round_half_up(100 * (sum(chosen[9:]) - sum(chosen[:7])), answered)
        )
    right = [option.id for option in question.options if option.right]
    if right and question.kind != "many":
        count = sum(counts.get((question.id, option), 0) for option in right)
        return result._replace(right_percent=_percent(count, answered))
    return result


def _percent(part: int, whole: int) -> int:
    return round_half_up(100 * part, whole) if whole else 0

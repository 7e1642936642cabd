"""What members answered: counts, averages, NPS, and every answer as a row (LEDGER.md 19).

Answers that wait in the review list or were rejected there are counted apart and in nothing else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from app.domain.events import Event
from app.domain.facts import Answered, FlagDecided
from app.domain.money import round_half_up
from app.domain.polls import QuestionResult, marks, results
from app.domain.questions import Survey
from app.domain.surveys import SEALED, is_sealed, survey_of
from app.insight import feed
from app.services.shop import Shop
from app.services.surveys import ANSWER_FIELD
from app.wire.exports import Cell

COLUMNS = ("member", "on", "version", "seconds", "right", "asked")


class Counted(NamedTuple):
    """An answered survey and what the review list says of it."""

    event: Event
    facts: Answered
    decision: str


@dataclass(frozen=True, slots=True)
class VersionReport:
    """One version of a survey: how many answered, and what.

    `right_percent` is the part of all quiz answers that was right, None where nothing was asked.
    """

    survey: Survey
    answered: int
    waiting: int
    rejected: int
    right_percent: int | None
    questions: tuple[QuestionResult, ...]


@dataclass(slots=True)
class _Sums:
    survey: Survey
    answered: int = 0
    waiting: int = 0
    rejected: int = 0
    right: int = 0
    asked: int = 0
    counts: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, one: Counted) -> None:
        if one.decision == "waiting":
            self.waiting += 1
        elif one.decision == "rejected":
            self.rejected += 1
        else:
            self.answered += 1
            self.right += one.facts.right
            self.asked += one.facts.asked
            for mark in marks(one.facts.answers):
                self.counts[mark] = self.counts.get(mark, 0) + 1


def survey_reports(shop: Shop, survey_id: str) -> tuple[VersionReport, ...]:
    """Return a report of each version of a survey that somebody answered, oldest first.

    A survey of the programme that nobody answered yet is reported as it is.
    """
    sums: dict[int, _Sums] = {}
    for one in _counted(shop, survey_id):
        survey = survey_of(shop.rules_of(one.event.programme).programme, survey_id)
        if survey is not None and survey.version == one.facts.version:
            sums.setdefault(survey.version, _Sums(survey)).add(one)
    now = survey_of(shop.programme, survey_id)
    if now is not None:
        sums.setdefault(now.version, _Sums(now))
    return tuple(_report(sums[version]) for version in sorted(sums))


def answer_columns(shop: Shop, survey_id: str, *, texts: bool) -> tuple[str, ...]:
    """Return the columns of `answer_rows`: who and when, then a column for each question."""
    questions: dict[str, None] = {}
    for one in _counted(shop, survey_id):
        for answer in one.facts.answers:
            if texts or not is_sealed(answer):
                questions[answer.question] = None
    return (*COLUMNS, *questions)


def answer_rows(shop: Shop, survey_id: str, *, texts: bool) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each answered survey that counts, in the order of the feed.

    Members are numbered as they come, so that the file names nobody. What they wrote themselves
    is left out unless `texts`; of somebody who was erased it is empty.
    """
    columns = answer_columns(shop, survey_id, texts=texts)
    numbers: dict[str, int] = {}
    for event, facts, decision in _counted(shop, survey_id):
        if decision in {"waiting", "rejected"}:
            continue
        number = numbers.setdefault(event.member, len(numbers) + 1)
        said = _said(shop, event.member, facts) if texts else _closed(facts)
        row = (number, event.on, facts.version, facts.seconds, facts.right, facts.asked)
        yield (*row, *(said.get(question, "") for question in columns[len(COLUMNS) :]))


def _counted(shop: Shop, survey_id: str) -> Iterator[Counted]:
    """Yield the booked answers to a survey; one that came second for its member is none."""
    decided = {
        event.facts.flag: event.facts.decision
        for _, event in feed.events(shop.folder)
        if isinstance(event.facts, FlagDecided) and event.once
    }
    for _, event in feed.events(shop.folder):
        if isinstance(event.facts, Answered) and event.facts.survey == survey_id and event.once:
            usual = "waiting" if event.facts.doubts else ""
            yield Counted(event, event.facts, decided.get(event.id, usual))


def _closed(facts: Answered) -> Mapping[str, str]:
    return {one.question: one.value for one in facts.answers if not is_sealed(one)}


def _said(shop: Shop, member: str, facts: Answered) -> Mapping[str, str]:
    sealed = [one for one in facts.answers if is_sealed(one)]
    values = [(ANSWER_FIELD, one.value.removeprefix(SEALED)) for one in sealed]
    opened = shop.vault.open_all(member, values)
    texts = {one.question: text for one, text in zip(sealed, opened, strict=True)}
    return {**_closed(facts), **texts}


def _report(sums: _Sums) -> VersionReport:
    return VersionReport(
        survey=sums.survey,
        answered=sums.answered,
        waiting=sums.waiting,
        rejected=sums.rejected,
        right_percent=round_half_up(100 * sums.right, sums.asked) if sums.asked else None,
        questions=results(sums.survey, sums.counts),
    )

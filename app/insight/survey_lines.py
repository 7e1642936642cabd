"""A survey's report in lines, as the command line prints it."""

from collections.abc import Iterator

from app.domain.polls import QuestionResult
from app.domain.questions import Question
from app.domain.texts import text_in
from app.insight.surveys import VersionReport

_SCALE = {"yes": "Yes", "no": "No"}


def report_lines(report: VersionReport, language: str) -> Iterator[str]:
    """Yield the lines of one version's report; texts in `language`."""
    survey = report.survey
    yield f"{text_in(survey.title, language)} ({survey.id}, version {survey.version})"
    line = f"{report.answered} answered"
    if report.waiting:
        line += f", {report.waiting} wait in the review list"
    if report.rejected:
        line += f", {report.rejected} rejected"
    yield line
    if report.right_percent is not None:
        yield f"{report.right_percent} % of the quiz answers were right"
    for question, result in zip(survey.questions, report.questions, strict=True):
        yield ""
        yield f"{text_in(question.text, language)} ({question.id}; {result.answered} answers)"
        yield from _question_lines(question, result, language)


def _question_lines(question: Question, result: QuestionResult, language: str) -> Iterator[str]:
    if result.stars_hundredths is not None:
        whole, part = divmod(result.stars_hundredths, 100)
        yield f"  average {whole}.{part:02} of 5 stars"
    if result.nps is not None:
        yield f"  NPS {result.nps:+d} (promoters less detractors)"
    names = {option.id: text_in(option.text, language) for option in question.options}
    for share in result.shares:
        name = names.get(share.option) or _SCALE.get(share.option, share.option)
        yield f"  {share.percent:3} %  {share.people:6}  {name}"
    if result.right_percent is not None:
        yield f"  {result.right_percent} % right"

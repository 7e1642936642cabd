"""`sikka survey results` and `answer`: what members said, and saying it for one."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.options import Data, Who, folder_of, member_of, refuse

if TYPE_CHECKING:
    from app.domain.questions import Question, Survey

survey_commands = typer.Typer(help="Surveys, quizzes and polls.", no_args_is_help=True)
Id = Annotated[str, typer.Argument(metavar="ID", help="The survey's id in the programme.")]
Lang = Annotated[str, typer.Option("--lang", help="Of en, hi, fil (default: the shop's first).")]


def register(sikka: typer.Typer) -> None:
    """Add the commands of this file."""
    sikka.add_typer(survey_commands, name="survey")


@survey_commands.command("results")
def survey_results(
    survey_id: Id,
    data: Data = None,
    csv: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write every answer; names nobody.")
    ] = None,
    texts: Annotated[
        bool, typer.Option("--texts", help="With what members wrote themselves.")
    ] = False,
    language: Lang = "",
) -> None:
    """Show counts, averages and NPS of each version; what waits or was rejected counts nowhere."""
    from app.insight.survey_lines import report_lines
    from app.insight.surveys import answer_columns, answer_rows, survey_reports
    from app.station import read_shop
    from app.wire.exports import write_rows

    with read_shop(folder_of(data)) as shop:
        reports = survey_reports(shop, survey_id)
        if not reports:
            refuse(f'There is no survey "{survey_id}", and nobody ever answered one.')
        for report in reports:
            print("\n".join(report_lines(report, language or shop.programme.languages[0])))
        if csv is not None:
            columns = answer_columns(shop, survey_id, texts=texts)
            rows = answer_rows(shop, survey_id, texts=texts)
            with csv.open("w", encoding="utf-8", newline="") as file:
                count = write_rows(file, columns, rows, "csv")
            print(f"{csv}: {count} rows")


@survey_commands.command("answer")
def survey_answer(
    who: Who,
    survey_id: Id,
    data: Data = None,
    answers: Annotated[
        str, typer.Option(metavar="Q=V,…", help="question=option; several options joined by +.")
    ] = "",
    seconds: Annotated[
        int | None, typer.Option(min=0, help="How long it took (default: as measured).")
    ] = None,
    language: Lang = "",
) -> None:
    """Answer a survey for a member: asks here, or takes --answers."""
    from app.domain.surveys import survey_of
    from app.services.survey_sentences import answer_sentence
    from app.services.surveys import AnswerTaken, SurveyUnknown, answer
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        shop = station.shop
        member = member_of(shop, who)
        survey = survey_of(shop.programme, survey_id)
        if survey is None:
            refuse(answer_sentence(SurveyUnknown(survey_id)))
        begun = monotonic()
        given = _typed(answers) or _asked(survey, language or shop.programme.languages[0])
        took = int(monotonic() - begun) if seconds is None else seconds
        done = answer(shop, "", member, survey_id, given, took)
        if not isinstance(done, AnswerTaken):
            refuse(answer_sentence(done))
    print(answer_sentence(done))
    for result in done.results:
        for share in result.shares:
            print(f"  {share.percent:3} %  {share.option}")


def _typed(answers: str) -> dict[str, str]:
    given = {}
    for part in filter(None, answers.split(",")):
        question, equals, value = part.partition("=")
        if not equals:
            refuse(f'"{part}" is no answer; write --answers question=option,question=option.')
        given[question.strip()] = value.strip()
    return given


def _asked(survey: "Survey", language: str) -> dict[str, str]:
    from app.domain.surveys import following
    from app.domain.texts import text_in

    given: dict[str, str] = {}
    print(text_in(survey.title, language))
    question = survey.questions[0] if survey.questions else None
    while question is not None:
        value = _ask(question, language)
        given[question.id] = value
        question = following(survey, question, value)
    return given


def _ask(question: "Question", language: str) -> str:
    from app.domain.surveys import choices
    from app.domain.texts import text_in

    known = choices(question)
    for option in question.options:
        print(f"  {option.id}: {text_in(option.text, language)}")
    hint = f" ({', '.join(known)})" if known and not question.options else ""
    default = None if question.needed else ""
    while True:
        said = typer.prompt(
            text_in(question.text, language) + hint, default=default, show_default=False
        )
        value = str(said).strip()
        chosen = set(value.split("+") if question.kind == "many" else [value])
        if not known or chosen <= set(known) or (not value and not question.needed):
            return value
        print(f"Answer with {', '.join(known)}.")

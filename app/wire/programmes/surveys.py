"""The `[[survey]]` tables of a programme document, and their checks."""

from typing import cast, get_args

from app.domain.coins import expiry
from app.domain.programme import Programme
from app.domain.promises import Dates
from app.domain.questions import Option, Question, QuestionKind, Survey, SurveyKind
from app.domain.surveys import END, choices, worth
from app.wire.programmes.lines import Path
from app.wire.programmes.parts import DAYS_MAX, text
from app.wire.programmes.rules import Words, own_terms
from app.wire.programmes.table import INTEGER_MAX, Faults, Table, as_day, meant, shown

SECONDS_MAX = 3600
FOLLOW_UP_DAYS_MAX = 60

_OPTIONS: dict[QuestionKind, int] = {"one": 2, "many": 2}
"""How many options a kind of question needs at least."""


def read_surveys(root: Table, words: Words) -> tuple[Survey, ...]:
    """Return the surveys, quizzes and polls of the shop."""
    return tuple(_survey(table, words) for table in root.tables("survey"))


def _survey(table: Table, words: Words) -> Survey:
    survey = Survey(
        id=table.name("id"),
        version=table.integer("version", 1, INTEGER_MAX),
        kind=cast("SurveyKind", table.choice("kind", get_args(SurveyKind), "survey")),
        title=text(table, "title", words.languages),
        questions=tuple(_question(one, words) for one in table.tables("question")),
        coins=table.integer("coins", 0, INTEGER_MAX, 0),
        coins_right=table.integer("coins_right", 0, INTEGER_MAX, 0),
        terms=own_terms(table, words.terms),
        dates=_dates(table),
        tiers=frozenset(table.among("tiers", words.tiers)),
        least_seconds=table.integer("least_seconds", 0, SECONDS_MAX, 0),
        enrols=table.switch("sign_up", default=False),
        after_days=table.integer("after_days", 1, FOLLOW_UP_DAYS_MAX, 0),
        categories=frozenset(table.words("categories", "categories")),
        campaign=table.string("campaign", "the id of a campaign", ""),
    )
    if not survey.questions and not table.faults.blame((*table.path, "question")):
        table.fault("question", "at least one [[survey.question]]")
    table.close()
    return survey


def _question(table: Table, words: Words) -> Question:
    question = Question(
        id=table.name("id"),
        text=text(table, "text", words.languages),
        kind=cast("QuestionKind", table.choice("kind", get_args(QuestionKind), "one")),
        options=tuple(_option(one, words) for one in table.tables("options")),
        needed=table.switch("needed", default=True),
        goto=table.string("goto", 'the id of a later question, or "end"', ""),
        attention=table.string("attention", "the id of an option", ""),
    )
    table.close()
    return question


def _option(table: Table, words: Words) -> Option:
    option = Option(
        id=table.name("id"),
        text=text(table, "text", words.languages),
        right=table.switch("right", default=False),
        goto=table.string("goto", 'the id of a later question, or "end"', ""),
    )
    table.close()
    return option


def _dates(table: Table) -> Dates | None:
    found = table.get("dates")
    if found is None:
        return None
    days = [as_day(one) for one in found] if isinstance(found, list) else []
    match days:
        case [first, last] if first is not None and last is not None and first <= last:
            return first, last
        case _:
            table.fault("dates", 'two dates in order, such as ["2026-10-15", "2026-11-15"]')
            return None


# ---------------------------------------------------------------- checks


def check_surveys(programme: Programme, faults: Faults) -> None:
    """Add what does not fit together in the surveys."""
    _own_ids(("survey",), [one.id for one in programme.surveys], faults)
    sign_up = [at for at, one in enumerate(programme.surveys) if one.enrols]
    for at in sign_up[1:]:
        first = programme.surveys[sign_up[0]].id
        expected = f'false, since "{first}" is the survey for signing up'
        faults.add(("survey", at, "sign_up"), "true", expected)
    for at, survey in enumerate(programme.surveys):
        _check_survey(programme, survey, ("survey", at), faults)


def _check_survey(programme: Programme, survey: Survey, path: Path, faults: Faults) -> None:
    right = any(option.right for one in survey.questions for option in one.options)
    if survey.kind == "quiz" and survey.questions and not right:
        expected = "at least one option with right = true in a quiz"
        faults.add((*path, "question"), "no right answer", expected)
    if survey.kind != "quiz" and survey.coins_right:
        found = f"{survey.coins_right} on a {survey.kind}"
        faults.add((*path, "coins_right"), found, 'coins_right on a kind = "quiz" only')
    if survey.categories and not survey.after_days:
        expected = "after_days: how long after the purchase it is asked"
        faults.add((*path, "categories"), "categories without after_days", expected)
    if survey.enrols and survey.after_days:
        faults.add((*path, "after_days"), "a survey for signing up", "no after_days on it")
    _check_start(programme, survey, path, faults)
    _own_ids((*path, "question"), [one.id for one in survey.questions], faults)
    for at, question in enumerate(survey.questions):
        _check_question(survey, question, (*path, "question", at), faults)


def _check_start(programme: Programme, survey: Survey, path: Path, faults: Faults) -> None:
    start, terms = programme.effective_from, survey.terms
    if start and survey.dates and survey.dates[1] < start:
        faults.add((*path, "dates"), "only past dates", f"a last date from {start} on")
    if terms and worth(survey, 1) and programme.effective_from:
        last = expiry(terms, programme.effective_from)
        alive = (last - programme.effective_from).days if last else DAYS_MAX
        if alive < terms.pending_days:
            found = f"{terms.pending_days} days"
            faults.add((*path, "pending_days"), found, "coins usable before they expire")


def _check_question(survey: Survey, question: Question, path: Path, faults: Faults) -> None:
    _own_ids((*path, "options"), [option.id for option in question.options], faults)
    least = _OPTIONS.get(question.kind, 0)
    if len(question.options) < least and not faults.blame((*path, "options")):
        faults.add((*path, "options"), str(len(question.options)), f"{least} options or more")
    if question.options and not least:
        _check_scale(question, path, faults)
    known = choices(question)
    if question.attention and question.attention not in known:
        expected = f"one of {', '.join(known)}{meant(question.attention, known)}"
        faults.add((*path, "attention"), shown(question.attention), expected)
    later = [one.id for one in survey.questions[survey.questions.index(question) + 1 :]]
    _check_goto(question.goto, later, (*path, "goto"), faults)
    for at, option in enumerate(question.options):
        _check_goto(option.goto, later, (*path, "options", at, "goto"), faults)


def _check_scale(question: Question, path: Path, faults: Faults) -> None:
    known = choices(question)
    if question.kind != "yes_no":
        expected = f"no options on a {question.kind} question"
        faults.add((*path, "options"), "options", expected)
        return
    for at, option in enumerate(question.options):
        if option.id and option.id not in known:
            faults.add((*path, "options", at, "id"), shown(option.id), '"yes" or "no"')


def _check_goto(goto: str, later: list[str], path: Path, faults: Faults) -> None:
    """Only forward: so nobody is ever asked in circles."""
    if goto and goto not in (*later, END):
        hint = meant(goto, later)
        expected = f'a question after this one ({", ".join(later) or "there is none"}) or "end"'
        faults.add(path, shown(goto), expected + hint)


def _own_ids(path: Path, ids: list[str], faults: Faults) -> None:
    first: dict[str, int] = {}
    for at, one in enumerate(ids):
        if one and one in first:
            expected = f"an id of its own ({path[-1]}[{first[one] + 1}] has this one)"
            faults.add((*path, at, "id"), shown(one), expected)
        elif one == END and "question" in path:
            faults.add((*path, at, "id"), shown(one), 'another id: "end" ends the survey')
        first.setdefault(one, at)

"""Surveys, quizzes and polls: which are open, answering one, what everybody answered.

A survey pays once for each member and version: the key is remembered in the member's state by
every station, decided and written in one transaction (features C38, C43).
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.effects import Earn
from app.domain.events import Event
from app.domain.facts import Answer, Answered
from app.domain.members import MemberState
from app.domain.open_sales import OpenSale
from app.domain.polls import QuestionResult, marks, results
from app.domain.questions import Survey
from app.domain.surveys import (
    OFFERED_DAYS,
    SEALED,
    AnswerFault,
    Doubt,
    Given,
    asks_after,
    doubts,
    fault_of,
    once_key,
    open_on,
    path,
    pays,
    score,
    survey_of,
    worth,
)
from app.domain.tiers import tier_on
from app.services.cards import MemberUnknown
from app.services.members import Enrolment, Welcome, enrol
from app.services.members.enrolment import Refused
from app.services.open_sales import sales_of_member
from app.services.shop import Moment, Shop
from app.services.writing import DiskFull, write_outcome
from app.storage import sales as sale_rows
from app.storage.flags import tally_of
from app.storage.writer import Tx

ANSWER_FIELD = "answer"
"""Under which a text of the member's own is sealed."""


@dataclass(frozen=True, slots=True)
class OpenSurvey:
    """A survey the member can answer now; `coins` at most, `until` the last day (None = open)."""

    survey: Survey
    coins: int
    until: date | None


@dataclass(frozen=True, slots=True)
class AnswerTaken:
    """The answers are in the journal.

    `coins` were paid, or with `doubts` wait in the review list as entry `event`. `right` of
    `asked` quiz questions were right. `results` is what everybody answered so far (polls only).
    """

    event: str
    survey: str
    member: str
    coins: int
    waiting: int
    doubts: tuple[Doubt, ...]
    right: int
    asked: int
    results: tuple[QuestionResult, ...]


@dataclass(frozen=True, slots=True)
class AlreadyAnswered:
    """The member answered this version before; nothing was added."""

    survey: str


@dataclass(frozen=True, slots=True)
class SurveyClosed:
    """The survey exists, and this member cannot answer it today."""

    survey: str


@dataclass(frozen=True, slots=True)
class SurveyUnknown:
    """The programme has no such survey."""

    survey: str


@dataclass(frozen=True, slots=True)
class NoSignUpSurvey:
    """The programme asks new members nothing."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A new member, and what became of the sign-up survey."""

    welcome: Welcome
    answered: "AnswerOutcome"


AnswerOutcome = (
    AnswerTaken
    | AlreadyAnswered
    | SurveyClosed
    | SurveyUnknown
    | AnswerFault
    | MemberUnknown
    | DiskFull
)
JoinOutcome = Joined | NoSignUpSurvey | AnswerFault | Refused


def open_surveys(shop: Shop, member: str) -> tuple[OpenSurvey, ...]:
    """Return what the member can answer today, in the programme's order."""
    return surveys_in(shop, shop.state(member), shop.moment())


def surveys_in(shop: Shop, state: MemberState, moment: Moment) -> tuple[OpenSurvey, ...]:
    """Return what a member in a known state can answer at a moment."""
    return tuple(
        OpenSurvey(survey, worth(survey, _askable(survey)), _until(shop, survey, state, moment))
        for survey in shop.programme.surveys
        if once_key(survey) not in state.once and _is_open(shop, survey, state, moment)
    )


def answer(
    shop: Shop, staff: str, member: str, survey_id: str, answers: Given, seconds: int
) -> AnswerOutcome:
    """Take a member's answers and pay for them, once; a second press adds nothing.

    `answers` are by question: an option's id (several joined by `+`), a number, or a text;
    `seconds` is how long they took.
    """
    rules = shop.rules
    survey = survey_of(rules.programme, survey_id)
    profile = shop.profile(member)
    if survey is None:
        return SurveyUnknown(survey_id)
    if profile is None:
        return MemberUnknown()
    fault = fault_of(survey, answers)
    if fault is not None:
        return fault
    moment = shop.moment()
    event_id = shop.mint()
    doubted = doubts(survey, answers, seconds)
    right, asked = score(survey, answers)
    said = _sealed(shop, profile.member, survey, answers)
    facts = Answered(survey.id, survey.version, said, seconds, right, asked, doubted)
    effects = () if doubted else pays(rules, survey, right, moment.on)
    coins = worth(survey, right)

    def decide(tx: Tx) -> tuple[tuple[Event, ...], AnswerOutcome]:
        state = shop.state(profile.member, tx)
        key = f"{once_key(survey)}:{state.member}"
        if once_key(survey) in state.once or sale_rows.owner_of_key(tx.cursor, key):
            return (), AlreadyAnswered(survey.id)
        if not _is_open(shop, survey, state, moment, tx):
            return (), SurveyClosed(survey.id)
        event = shop.event(
            "answered",
            facts,
            member=profile.member,
            staff=staff,
            effects=effects,
            once=(key,),
            event_id=event_id,
            moment=moment,
        )
        sale_rows.keep_key(tx.cursor, key, event_id)
        paid = sum(effect.amount for effect in effects if isinstance(effect, Earn))
        waits = coins if doubted else 0
        return (event,), AnswerTaken(
            event_id, survey.id, state.member, paid, waits, doubted, right, asked, ()
        )

    outcome = write_outcome(shop, decide)
    if isinstance(outcome, AnswerTaken) and survey.kind == "poll":
        return replace(outcome, results=poll_results(shop, survey))
    return outcome


def sign_up_survey(shop: Shop) -> Survey | None:
    """Return the survey that is asked when somebody joins, if there is one."""
    return next((one for one in shop.programme.surveys if one.enrols), None)


def enrol_by_survey(
    shop: Shop, staff: str, asked: Enrolment, answers: Given, seconds: int
) -> JoinOutcome:
    """Join by answering the sign-up survey; answers that do not fit make no member.

    Somebody who is a member already is answered like any enrolment, and is paid nothing here.
    """
    survey = sign_up_survey(shop)
    if survey is None:
        return NoSignUpSurvey()
    fault = fault_of(survey, answers)
    if fault is not None:
        return fault
    welcome = enrol(shop, staff, asked)
    if not isinstance(welcome, Welcome):
        return welcome
    return Joined(welcome, answer(shop, staff, welcome.view.member, survey.id, answers, seconds))


def poll_results(shop: Shop, survey: Survey) -> tuple[QuestionResult, ...]:
    """Return what everybody answered, own answers not booked yet included; doubted ones wait."""
    with shop.db.rows(None) as (cursor, pending):
        counts = tally_of(cursor, survey.id, survey.version)
    for event in pending:
        match event.facts:
            case Answered(survey=survey.id, version=survey.version, doubts=()) as answered:
                for mark in marks(answered.answers):
                    counts[mark] = counts.get(mark, 0) + 1
            case _:
                pass
    return results(survey, counts)


# ---------------------------------------------------------------- inside


def _askable(survey: Survey) -> int:
    return sum(any(option.right for option in one.options) for one in survey.questions)


def _sealed(shop: Shop, member: str, survey: Survey, given: Given) -> tuple[Answer, ...]:
    texts = {one.id for one in survey.questions if one.kind == "text"}

    def value(question: str, text: str) -> str:
        if question not in texts:
            return text
        return SEALED + shop.vault.seal(member, ANSWER_FIELD, text.strip())

    asked = [one.id for one in path(survey, given) if given.get(one.id, "").strip()]
    return tuple(Answer(question, value(question, given[question])) for question in asked)


def _is_open(
    shop: Shop, survey: Survey, state: MemberState, moment: Moment, tx: Tx | None = None
) -> bool:
    tier = tier_on(shop.programme, state, moment.on)
    if not open_on(survey, moment.on, tier.id, tier.early_days):
        return False
    return not survey.after_days or bool(_purchases(shop, survey, state.member, moment, tx))


def _purchases(
    shop: Shop, survey: Survey, member: str, moment: Moment, tx: Tx | None = None
) -> list[date]:
    """Return the days of kept purchases after which a follow-up is due now."""
    first, last = asks_after(survey, moment.on)
    # Sales are looked up from one return window before a moment on.
    since = moment._replace(on=first + timedelta(days=shop.programme.return_window_days))
    sales = sales_of_member(shop, member, since, tx)
    return [sale.on for sale in sales if sale.on <= last and _kept(sale, survey.categories)]


def _kept(sale: OpenSale, categories: frozenset[str]) -> bool:
    return any(
        kept.quantity_milli > 0 and (not categories or line.category in categories)
        for line, kept in zip(sale.sold.lines, sale.kept, strict=True)
    )


def _until(shop: Shop, survey: Survey, state: MemberState, moment: Moment) -> date | None:
    last = survey.dates[1] if survey.dates else None
    if not survey.after_days:
        return last
    newest = max(_purchases(shop, survey, state.member, moment))
    due = newest + timedelta(days=survey.after_days + OFFERED_DAYS - 1)
    return min(due, last) if last else due

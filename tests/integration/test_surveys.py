"""Surveys over a real shop: paid once, waiting where doubted, readable by nobody once erased."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.facts import Answered
from app.domain.members import coins_on
from app.domain.polls import QuestionResult
from app.domain.surveys import BadAnswer, Given, MissingAnswer, UnknownQuestion, survey_of
from app.insight.survey_lines import report_lines
from app.insight.surveys import answer_columns, answer_rows, survey_reports
from app.services.cards import MemberUnknown
from app.services.flags import AlreadyDecided, FlagClosed, FlagUnknown, decide, waiting
from app.services.members import Enrolment, PhoneTaken
from app.services.shop import Shop
from app.services.surveys import (
    AlreadyAnswered,
    AnswerOutcome,
    AnswerTaken,
    Joined,
    NoSignUpSurvey,
    SurveyClosed,
    SurveyUnknown,
    answer,
    enrol_by_survey,
    open_surveys,
    poll_results,
)
from app.services.voids import NeedsApproval, void_sale
from app.station import Station, open_station
from tests.helpers.command import sikka
from tests.helpers.shops import (
    STAFF,
    SUPERVISOR,
    document_of,
    enrol,
    goods,
    later,
    merge,
    new_station,
    programme_in,
    sell,
)
from tests.helpers.surveys import SURVEYS, join, owner, survey_station

pytestmark = pytest.mark.slow

QUIZ = {"mango": "a", "guava": "b"}
HASTY = 1
CHALLENGE = """
[[challenge]]
id = "tell-us"
title = { en = "Two surveys" }
count = "surveys"
target = 2
prize = { coins = 50 }
"""


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with survey_station(tmp_path / "shop") as station:
        yield station


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


def say(shop: Shop, member: str, survey: str, said: Given, seconds: int = 60) -> AnswerOutcome:
    return answer(shop, STAFF, member, survey, said, seconds)


def took(shop: Shop, member: str, survey: str, said: Given, seconds: int = 60) -> AnswerTaken:
    outcome = say(shop, member, survey, said, seconds)
    assert isinstance(outcome, AnswerTaken), outcome
    return outcome


def coins(shop: Shop, member: str) -> int:
    return coins_on(shop.state(member), shop.moment().on).available


def everybody(shop: Shop, survey_id: str) -> tuple[QuestionResult, ...]:
    survey = survey_of(shop.programme, survey_id)
    assert survey is not None
    return poll_results(shop, survey)


def open_ids(shop: Shop, member: str) -> list[str]:
    return [one.survey.id for one in open_surveys(shop, member)]


# ---------------------------------------------------------------- paid once


def test_a_quiz_pays_taking_part_and_right_answers_once_c38(station: Station, shop: Shop):
    """C38: a quiz was paid again with every try; here once for each member and version."""
    member = enrol(shop)
    taken = took(shop, member, "fruit", QUIZ)
    assert (taken.coins, taken.right, taken.asked) == (8, 2, 2)
    for _ in range(2):  # before the feed brings it back, and after
        assert say(shop, member, "fruit", {"mango": "b", "guava": "a"}) == AlreadyAnswered("fruit")
        assert coins(shop, member) == 8
        assert "fruit" not in open_ids(shop, member)
        station.pump()


def test_another_version_of_a_survey_pays_again(tmp_path: Path):
    with survey_station(tmp_path / "shop") as station:
        member = enrol(station.shop)
        say(station.shop, member, "fruit", QUIZ)
        document = document_of() + SURVEYS.replace("version = 2", "version = 3")
        station.publish(document, programme_in(document).id)
        took(station.shop, member, "fruit", QUIZ)
        assert coins(station.shop, member) == 16
        first, second = survey_reports(station.shop, "fruit")
        assert (first.survey.version, first.answered, second.answered) == (2, 1, 0)


def test_signing_up_by_survey_pays_a_new_member_once_c43(shop: Shop, station: Station):
    """C43: a read, then a write, credited new members twice; here both are one transaction."""
    asked = Enrolment("98765 43210", "Ravi", "en", consent=True)
    joined = enrol_by_survey(shop, STAFF, asked, {"from": "near", "wish": "pickles"}, 30)
    assert isinstance(joined, Joined)
    assert isinstance(joined.answered, AnswerTaken)
    member = joined.welcome.view.member
    assert coins(shop, member) == 10
    again = enrol_by_survey(shop, STAFF, asked, {"from": "near"}, 30)
    assert isinstance(again, PhoneTaken)
    assert say(shop, member, "join", {"from": "far"}) == AlreadyAnswered("join")
    station.pump()
    assert coins(shop, member) == 10


def test_answers_that_do_not_fit_make_no_member(shop: Shop):
    asked = Enrolment("98765 43210", "Ravi", "en", consent=True)
    assert enrol_by_survey(shop, STAFF, asked, {"wish": "x"}, 9) == MissingAnswer("from")
    assert not shop.db.pending.keys() - {""}


def test_a_programme_without_a_sign_up_survey_says_so(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        asked = Enrolment("98765 43210", "Ravi", "en", consent=True)
        assert enrol_by_survey(station.shop, STAFF, asked, {}, 9) == NoSignUpSurvey()


def test_an_answer_from_two_stations_is_paid_once_and_counted_once(shop: Shop, station: Station):
    """The second station had not heard of the first: the cell keeps its answer worthless."""
    member = enrol(shop)
    say(shop, member, "fruit", QUIZ)
    first = next(event for _, event in shop.db.pending[member] if event.kind == "answered")
    copy = replace(first, id=shop.mint())
    shop.record(lambda _: ((copy,), None))
    station.pump()
    assert coins(shop, member) == 8
    assert [one.answered for one in survey_reports(shop, "fruit")] == [1]
    assert everybody(shop, "fruit")[0].answered == 1


def test_who_answered_before_a_merge_is_not_paid_again(station: Station, shop: Shop):
    one, other = enrol(shop, "one"), enrol(shop, "other")
    say(shop, other, "fruit", QUIZ)
    station.pump()
    merge(shop, one, other)
    station.pump()
    assert say(shop, one, "fruit", QUIZ) == AlreadyAnswered("fruit")
    assert say(shop, other, "fruit", QUIZ) == AlreadyAnswered("fruit")
    assert coins(shop, one) == 8


# ---------------------------------------------------------------- refused


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ({"mango": "a", "guava": "c"}, BadAnswer("guava", "c")),
        ({"mango": "a"}, MissingAnswer("guava")),
        ({**QUIZ, "kiwi": "a"}, UnknownQuestion("kiwi")),
    ],
)
def test_answers_that_do_not_fit_write_nothing(shop: Shop, said, outcome):
    member = enrol(shop)
    before = shop.db.head
    assert say(shop, member, "fruit", said) == outcome
    assert shop.db.head == before


def test_a_survey_that_is_not_there_or_not_open_is_refused(shop: Shop):
    member = enrol(shop)
    assert say(shop, member, "nothing", {}) == SurveyUnknown("nothing")
    assert say(shop, member, "later", {"ok": "yes"}) == SurveyClosed("later")
    assert say(shop, member, "after", {"again": "9"}) == SurveyClosed("after")
    assert say(shop, "f" * 32, "fruit", QUIZ) == MemberUnknown()


# ---------------------------------------------------------------- who is asked


def test_a_follow_up_is_asked_for_a_week_after_a_purchase_that_is_kept(
    station: Station, shop: Shop
):
    member = enrol(shop)
    sell(shop, "1", goods("atta", 20000, category="Staples"), member=member)
    sell(shop, "2", goods("soap", 20000, category="Care"), member=member)
    assert "after" not in open_ids(shop, member)
    later(shop, days=2)
    assert "after" in open_ids(shop, member)  # not booked yet
    station.pump()
    offered = next(one for one in open_surveys(shop, member) if one.survey.id == "after")
    assert (offered.coins, offered.until) == (4, date(2026, 6, 23))
    later(shop, days=6)
    assert "after" in open_ids(shop, member)
    later(shop, days=1)
    assert "after" not in open_ids(shop, member)


def test_a_purchase_that_was_voided_is_not_asked_about(shop: Shop):
    member = enrol(shop)
    sale = sell(shop, "1", goods("atta", 20000, category="Staples"), member=member)
    void_sale(shop, STAFF, SUPERVISOR, sale.sale)
    later(shop, days=2)
    assert "after" not in open_ids(shop, member)


def test_a_poll_shows_what_everybody_answered(station: Station, shop: Shop):
    votes = {"one": "rice", "two": "rice", "three": "dal"}
    for at, (name, vote) in enumerate(votes.items()):
        taken = took(shop, enrol(shop, name), "shelf", {"pick": vote})
        assert [one.answered for one in taken.results] == [at + 1]
        if at == 1:
            station.pump()
    (result,) = everybody(shop, "shelf")
    assert [(one.option, one.people, one.percent) for one in result.shares] == [
        ("rice", 2, 67),
        ("dal", 1, 33),
    ]
    station.pump()
    assert everybody(shop, "shelf") == (result,)


# ---------------------------------------------------------------- doubts and the review list


def test_a_hasty_answer_waits_and_pays_when_it_is_approved(station: Station, shop: Shop):
    boss, member = owner(shop), enrol(shop)
    taken = took(shop, member, "join", {"from": "near"}, HASTY)
    assert (taken.coins, taken.waiting, taken.doubts) == (0, 10, ("fast",))
    (flag,) = waiting(shop)
    assert (flag.id, flag.guard, flag.subject, flag.coins) == (taken.event, "survey", "join", 10)
    assert coins(shop, member) == 0
    station.pump()
    assert waiting(shop) == (flag,)
    assert decide(shop, STAFF, flag.id, approve=True) == NeedsApproval()
    assert decide(shop, boss, "f" * 32, approve=True) == FlagUnknown()
    assert decide(shop, boss, flag.id, approve=True) == FlagClosed(flag.id, True, member, 10)
    for _ in range(2):
        assert waiting(shop) == ()
        assert decide(shop, boss, flag.id, approve=False) == AlreadyDecided("approved")
        assert coins(shop, member) == 10
        station.pump()
    assert everybody(shop, "join")[0].answered == 1


def test_an_answer_may_be_decided_before_it_is_booked(station: Station, shop: Shop):
    boss, member = owner(shop), enrol(shop)
    taken = took(shop, member, "join", {"from": "near"}, HASTY)
    assert isinstance(decide(shop, boss, taken.event, approve=True), FlagClosed)
    assert decide(shop, boss, taken.event, approve=True) == AlreadyDecided("approved")
    station.pump()
    assert coins(shop, member) == 10


def test_a_rejected_answer_pays_nothing_and_is_not_asked_again(station: Station, shop: Shop):
    boss, member = owner(shop), enrol(shop)
    taken = took(shop, member, "join", {"from": "near"}, HASTY)
    assert decide(shop, boss, taken.event, approve=False) == FlagClosed(taken.event, False, "", 0)
    station.pump()
    assert coins(shop, member) == 0
    assert say(shop, member, "join", {"from": "near"}) == AlreadyAnswered("join")
    (report,) = survey_reports(shop, "join")
    assert (report.answered, report.waiting, report.rejected) == (0, 0, 1)


def test_the_review_list_survives_reopening_and_a_rebuild(tmp_path: Path):
    with survey_station(tmp_path / "shop") as station:
        clock = station.shop.clock
        say(station.shop, enrol(station.shop), "join", {"from": "near"}, HASTY)
        before = waiting(station.shop)
    with open_station(tmp_path / "shop", clock, background=False) as station:
        assert waiting(station.shop) == before
    with open_station(tmp_path / "shop", clock, background=False, rebuild=True) as station:
        assert waiting(station.shop) == before
        assert len(before) == 1


def test_an_answered_survey_counts_for_a_challenge_once_nobody_doubts_it(tmp_path: Path):
    with new_station(tmp_path / "shop", document=document_of() + SURVEYS + CHALLENGE) as station:
        shop = station.shop
        boss, member = owner(shop), enrol(shop)
        doubted = took(shop, member, "join", {"from": "near"}, HASTY)
        took(shop, member, "shelf", {"pick": "dal"})
        station.pump()
        assert coins(shop, member) == 0
        decide(shop, boss, doubted.event, approve=True)
        station.pump()
        assert coins(shop, member) == 10 + 50


def test_two_supervisors_at_once_pay_once(station: Station, shop: Shop):
    """The cell books the first decision; the second is kept, worth nothing."""
    boss, member = owner(shop), enrol(shop)
    taken = took(shop, member, "join", {"from": "near"}, HASTY)
    decide(shop, boss, taken.event, approve=True)
    first = next(one for _, one in shop.db.pending[member] if one.kind == "flag_decided")
    shop.record(lambda _: ((replace(first, id=shop.mint()),), None))
    station.pump()
    assert coins(shop, member) == 10


# ---------------------------------------------------------------- results


def test_results_count_what_stands_and_the_csv_names_nobody(
    station: Station, shop: Shop, tmp_path: Path
):
    ravi, mina, late = join(shop, "Ravi"), join(shop, "Mina"), join(shop, "Late")
    say(shop, ravi, "join", {"from": "near", "wish": "mango pickle"})
    say(shop, mina, "join", {"from": "far"})
    say(shop, late, "join", {"from": "far", "wish": "nothing"}, HASTY)
    station.pump()
    (report,) = survey_reports(shop, "join")
    assert (report.answered, report.waiting) == (2, 1)
    assert [share.people for share in report.questions[0].shares] == [1, 1]
    assert "   50 %       1  Near" in "\n".join(report_lines(report, "en"))
    assert answer_columns(shop, "join", texts=False)[-1] == "from"
    rows = list(answer_rows(shop, "join", texts=False))
    assert [(row[0], row[-1]) for row in rows] == [(1, "near"), (2, "far")]
    told = list(answer_rows(shop, "join", texts=True))
    assert [row[-1] for row in told] == ["mango pickle", ""]
    assert not any(member in str(told) for member in (ravi, mina, "Ravi"))


def test_a_text_is_ciphertext_in_the_files_and_gone_with_the_key(station: Station, shop: Shop):
    ravi = join(shop)
    say(shop, ravi, "join", {"from": "near", "wish": "mango pickle"})
    answered = next(one for _, one in shop.db.pending[ravi] if isinstance(one.facts, Answered))
    assert "mango" not in repr(answered)
    station.pump()
    shop.vault.forget(ravi)
    assert [row[-1] for row in answer_rows(shop, "join", texts=True)] == [""]


@pytest.mark.process
@pytest.mark.slow
def test_the_command_line_answers_shows_and_decides(tmp_path: Path):
    folder = tmp_path / "shop"
    with survey_station(folder) as station:
        owner(station.shop)
        member = join(station.shop)
    here = ("--data", folder)
    refused = sikka("survey", "answer", member, "fruit", "--answers", "mango=a,guava=z", *here)
    assert (refused.code, refused.err) == (2, '"z" is no answer to the question "guava".\n')
    quiz = sikka("survey", "answer", member, "fruit", "--answers", "mango=a,guava=b", *here)
    assert "2 of 2 right" in quiz.out
    asked = sikka("survey", "answer", member, "join", *here, answers="near\n\n")
    assert "10 coins wait" in asked.out
    listed = sikka("review", "list", *here)
    flag = listed.out.split()[0]
    assert "answered too fast" in listed.out
    assert "10 coins are added" in sikka("review", "approve", flag, "--pin", "4826", *here).out
    out = tmp_path / "answers.csv"
    shown = sikka("survey", "results", "fruit", "--csv", out, *here)
    assert "100 % of the quiz answers were right" in shown.out
    (row,) = csv.DictReader(out.read_text(encoding="utf-8").splitlines())
    assert (row["member"], row["mango"], row["guava"]) == ("1", "a", "b")
    doctor = sikka("doctor", *here)
    assert (doctor.code, doctor.err) == (0, "")

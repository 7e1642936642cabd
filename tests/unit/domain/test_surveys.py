"""Surveys: the way through, what may be answered, what looks dishonest."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.coins import LotTerms
from app.domain.effects import Earn
from app.domain.facts import Answer
from app.domain.polls import Share, marks, results
from app.domain.questions import Option, Question, QuestionKind, Survey, SurveyKind
from app.domain.rating import Rules
from app.domain.surveys import (
    END,
    BadAnswer,
    MissingAnswer,
    NotOnPath,
    UnknownQuestion,
    asks_after,
    choices,
    doubts,
    fault_of,
    following,
    open_on,
    path,
    pays,
    score,
)
from tests.helpers.programmes import MONDAY, PROGRAMME
from tests.helpers.tries import tries

KINDS = get_args(QuestionKind)


def option(name: str, **other) -> Option:
    return Option(name, {"en": name}, **other)


def ask(name: str, *options: Option, kind: QuestionKind = "one", **other) -> Question:
    return Question(name, {"en": name}, kind, options, **other)


def survey(*questions: Question, kind: SurveyKind = "survey", **other) -> Survey:
    return Survey("talk", 1, kind, {"en": "Talk"}, questions, **other)


@st.composite
def branching(draw) -> Survey:
    """Any survey the programme check lets through: every way leads forward."""
    count = draw(st.integers(1, 7))
    questions = []
    for at in range(count):
        ahead = st.sampled_from(["", END, *(f"q{later}" for later in range(at + 1, count))])
        kind = draw(st.sampled_from(KINDS))
        many = draw(st.integers(2, 4)) if kind in {"one", "many"} else 0
        questions.append(
            ask(
                f"q{at}",
                *(option(f"o{one}", goto=draw(ahead)) for one in range(many)),
                kind=kind,
                needed=draw(st.booleans()),
                goto=draw(ahead),
            )
        )
    return survey(*questions)


def value_for(draw, question: Question) -> str:
    if not question.needed and draw(st.booleans()):
        return ""
    if question.kind == "text":
        return str(draw(st.text("ab c", min_size=1).filter(str.strip)))
    if question.kind == "many":
        return "+".join(draw(st.lists(st.sampled_from(choices(question)), min_size=1, unique=True)))
    return str(draw(st.sampled_from(choices(question))))


@st.composite
def walked(draw) -> tuple[Survey, dict[str, str]]:
    """A survey and the answers of somebody who went through it question by question."""
    asked = draw(branching())
    said: dict[str, str] = {}
    question: Question | None = asked.questions[0]
    while question is not None:
        said[question.id] = value_for(draw, question)
        question = following(asked, question, said[question.id])
    return asked, said


@given(walked())
def test_every_way_through_a_survey_is_taken_and_asks_each_question_once(case):
    asked, said = case
    assert fault_of(asked, said) is None
    names = [question.id for question in path(asked, said)]
    assert names == list(said)
    assert names == sorted(set(names), key=lambda name: int(name[1:]))


@given(walked(), st.data())
def test_anything_else_is_refused_and_the_question_named(case, data):
    asked, said = case
    on_path = path(asked, said)
    assert fault_of(asked, {**said, "other": "x"}) == UnknownQuestion("other")
    for question in on_path:
        if question.needed:
            left_out = {name: text for name, text in said.items() if name != question.id}
            assert fault_of(asked, left_out) == MissingAnswer(question.id)
        if question.kind != "text":
            assert fault_of(asked, {**said, question.id: "?"}) == BadAnswer(question.id, "?")
    past = [one for one in asked.questions if one not in on_path]
    if past:
        extra = data.draw(st.sampled_from(past))
        assert fault_of(asked, {**said, extra.id: "x"}) == NotOnPath(extra.id)


@tries(50)
@given(st.lists(st.sampled_from("abc"), min_size=3, max_size=3))
def test_a_missing_answer_in_a_straight_survey_is_named(said):
    asked = survey(*(ask(f"q{at}", *map(option, "abc")) for at in range(3)))
    answers = {f"q{at}": one for at, one in enumerate(said)}
    for name in answers:
        assert fault_of(asked, {**answers, name: " "}) == MissingAnswer(name)


@pytest.mark.parametrize(
    ("kind", "value"),
    [("nps", "11"), ("nps", "-1"), ("stars", "0"), ("stars", "6"), ("yes_no", "maybe"),
     ("one", "a+b"), ("many", "a+a"), ("many", "a+x"), ("text", "x" * 1001)],
)  # fmt: skip
def test_what_does_not_fit_a_question_is_refused(kind, value):
    options = map(option, "ab") if kind in {"one", "many"} else ()
    asked = survey(ask("q", *options, kind=kind))
    assert fault_of(asked, {"q": value}) == BadAnswer("q", value)


def test_a_way_back_ends_the_survey_instead_of_asking_in_circles():
    asked = survey(ask("a", *map(option, "xy")), ask("b", option("x", goto="a"), option("y")))
    assert [one.id for one in path(asked, {"a": "x", "b": "x"})] == ["a", "b"]


def test_a_quiz_counts_what_was_asked_and_what_was_right():
    quiz = survey(
        ask("a", option("x", right=True), option("y")),
        ask("b", option("x", right=True), option("y", right=True), option("z"), kind="many"),
        ask("c", option("yes", right=True), kind="yes_no"),
        ask("d", *map(option, "xy")),
        kind="quiz",
    )
    assert score(quiz, {"a": "x", "b": "x+y", "c": "yes", "d": "x"}) == (3, 3)
    assert score(quiz, {"a": "y", "b": "x", "c": "no", "d": "x"}) == (0, 3)
    assert score(quiz, {"a": "x", "b": "x+y+z", "c": "yes", "d": "x"}) == (2, 3)


@pytest.mark.parametrize(
    ("said", "seconds", "found"),
    [
        ("acab", 20, ()),
        ("acab", 19, ("fast",)),
        ("aaaa", 20, ("straight_line", "attention")),
        ("cccc", 3, ("fast", "straight_line")),
        ("acbb", 20, ("attention",)),
        ("bcbb", 25, ("attention",)),
    ],
)
def test_hasty_even_and_inattentive_answers_are_doubted(said, seconds, found):
    questions = [ask(f"q{at}", *map(option, "abc")) for at in range(4)]
    questions[2] = replace(questions[2], attention=said[2] if "attention" not in found else "c")
    asked = survey(*questions, least_seconds=20)
    answers = {f"q{at}": one for at, one in enumerate(said)}
    assert doubts(asked, answers, seconds) == found


def test_the_same_place_in_three_questions_is_no_straight_line():
    asked = survey(*(ask(f"q{at}", *map(option, "abc")) for at in range(3)))
    assert doubts(asked, {"q0": "a", "q1": "a", "q2": "a"}, 0) == ()


def test_a_survey_pays_for_taking_part_and_for_each_right_answer_with_its_own_terms():
    asked = survey(coins=5, coins_right=3, terms=LotTerms(1, 1, month_end=False))
    (earn,) = pays(Rules(PROGRAMME), asked, 2, MONDAY)
    assert isinstance(earn, Earn)
    assert (earn.amount, earn.rule, earn.terms) == (11, "survey:talk", "survey:talk")
    assert (earn.available_from, earn.expires_on) == (date(2026, 6, 16), date(2026, 7, 15))
    assert pays(Rules(PROGRAMME), survey(), 2, MONDAY) == ()


def test_a_tier_with_early_access_may_answer_before_the_others():
    dated = survey(dates=(date(2026, 6, 20), date(2026, 6, 30)), tiers=frozenset({"gold"}))
    assert not open_on(dated, date(2026, 6, 17), "gold", 2)
    assert open_on(dated, date(2026, 6, 18), "gold", 2)
    assert not open_on(dated, date(2026, 6, 18), "gold", 0)
    assert not open_on(dated, date(2026, 6, 20), "silver", 2)
    assert open_on(dated, date(2026, 6, 30), "gold", 0)
    assert not open_on(dated, date(2026, 7, 1), "gold", 2)


def test_a_follow_up_is_asked_for_a_week():
    asked = survey(after_days=3)
    assert asks_after(asked, date(2026, 6, 18)) == (date(2026, 6, 9), date(2026, 6, 15))


# ---------------------------------------------------------------- results


def counts_of(*answered: dict[str, str]) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    for said in answered:
        for mark in marks(Answer(question, value) for question, value in said.items()):
            counts[mark] = counts.get(mark, 0) + 1
    return counts


def test_nps_is_promoters_less_detractors_and_says_how_many_answered():
    asked = survey(ask("again", kind="nps"))
    said = [{"again": mark} for mark in ("10", "9", "9", "8", "7", "6", "0")]
    (result,) = results(asked, counts_of(*said))
    assert (result.answered, result.nps) == (7, 14)  # (3 - 2) of 7


def test_stars_average_and_shares_of_a_poll_add_up():
    asked = survey(ask("good", kind="stars"), ask("pick", *map(option, "abc")))
    said = [{"good": "5", "pick": "a"}, {"good": "4", "pick": "b"}, {"good": "4", "pick": "c"}]
    good, pick = results(asked, counts_of(*said))
    assert good.stars_hundredths == 433
    assert pick.shares == (Share("a", 1, 34), Share("b", 1, 33), Share("c", 1, 33))


def test_several_choices_are_shares_of_the_people():
    asked = survey(ask("likes", *map(option, "ab"), kind="many"))
    (result,) = results(asked, counts_of({"likes": "a+b"}, {"likes": "a"}))
    assert result.answered == 2
    assert [share.percent for share in result.shares] == [100, 50]


@given(st.lists(st.sampled_from("abcd"), min_size=1))
def test_the_percentages_of_a_single_choice_always_make_100(said):
    asked = survey(ask("pick", *map(option, "abcd")))
    (result,) = results(asked, counts_of(*({"pick": one} for one in said)))
    assert sum(share.percent for share in result.shares) == 100
    assert sum(share.people for share in result.shares) == result.answered == len(said)


def test_what_somebody_wrote_is_counted_but_never_told():
    asked = survey(ask("why", kind="text"))
    (result,) = results(asked, counts_of({"why": "sealed:abc"}))
    assert (result.answered, result.shares) == (1, ())

"""Surveys and guards in a programme document: read whole, faults with their line."""

import pytest

from app.domain.promises import GuardTerms
from app.storage.rows import pack, unpack_programme
from app.wire.programmes import read_programme
from tests.helpers.programmes import MONDAY
from tests.helpers.shops import document_of, programme_in
from tests.helpers.surveys import SURVEYS

TALK = """
[[survey]]
id = "talk"
version = 1
title = { en = "Talk" }

[[survey.question]]
id = "first"
text = { en = "First?" }
options = [
  { id = "a", text = { en = "A" } },
  { id = "b", text = { en = "B" }, goto = "last" },
]

[[survey.question]]
id = "middle"
text = { en = "Middle?" }
kind = "yes_no"

[[survey.question]]
id = "last"
text = { en = "Last?" }
kind = "stars"
"""


def test_surveys_and_guards_are_read_and_kept_as_they_are() -> None:
    programme = programme_in(document_of() + SURVEYS)
    join, fruit, shelf, after, later = programme.surveys
    assert (join.enrols, join.coins, join.least_seconds) == (True, 10, 5)
    assert (fruit.kind, fruit.version, fruit.coins_right) == ("quiz", 2, 3)
    assert fruit.questions[0].options[0].right
    assert shelf.tiers == {"silver", "gold"}
    assert (after.after_days, after.categories) == (2, frozenset({"Staples"}))
    assert later.dates is not None
    assert later.dates[0] > MONDAY
    assert programme.guards == GuardTerms(3, 50, 4, 30, 1, 1, 2, 100)
    assert unpack_programme(pack(programme)) == programme


def test_a_shop_that_says_nothing_has_the_usual_guards_and_asks_nothing() -> None:
    programme = programme_in(document_of())
    assert (programme.surveys, programme.guards) == ((), GuardTerms())


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('goto = "last"', 'goto = "lost"', "goto"),
        ('kind = "yes_no"', 'kind = "yes_no"\ngoto = "first"', "goto"),
        ('kind = "yes_no"', 'kind = "yes_no"\ngoto = "middle"', "goto"),
        ('kind = "stars"', 'kind = "stars"\ngoto = "talk"', "goto"),
        ('id = "middle"', 'id = "first"', "id"),
        ('id = "middle"', 'id = "end"', "id"),
        ('{ id = "b"', '{ id = "a"', "id"),
        ('kind = "yes_no"', 'kind = "yes_no"\nattention = "maybe"', "attention"),
        ('text = { en = "First?" }', 'text = { en = "First?" }\nattention = "c"', "attention"),
        ('kind = "yes_no"', 'kind = "one"', "options"),
        ('kind = "stars"', 'kind = "stars"\noptions = [{ id = "1", text = { en = "x" } }]',
         "options"),
        ('kind = "yes_no"', 'kind = "yes_no"\noptions = [{ id = "ja", text = { en = "x" } }]',
         "id"),
        ("version = 1", "version = 0", "version"),
        ("version = 1", 'version = 1\nkind = "quiz"', "question"),
        ("version = 1", "version = 1\ncoins_right = 2", "coins_right"),
        ("version = 1", 'version = 1\ncategories = ["Rice"]', "categories"),
        ("version = 1", "version = 1\nsign_up = true\nafter_days = 2", "after_days"),
        ("version = 1", 'version = 1\ntiers = ["iron"]', "tiers"),
        ("version = 1", 'version = 1\ndates = ["2026-06-30", "2026-06-01"]', "dates"),
        ("version = 1", "version = 1\nexpiry_months = 1\npending_days = 400\ncoins = 1",
         "pending_days"),
        ("version = 1", "version = 1\nguesses = 2", "guesses"),
    ],
)  # fmt: skip
def test_a_fault_of_a_survey_names_its_line(old: str, new: str, where: str) -> None:
    document = "effective_from = 2026-01-01\n" + document_of() + TALK
    changed = (
        document.replace(old, new, 1)
        if old != "version = 1"
        else document.replace('id = "talk"\nversion = 1', f'id = "talk"\n{new}')
    )
    read = read_programme(changed, "p")
    assert isinstance(read, tuple), "no fault was found"
    (found,) = read
    assert where in found.where.rpartition(".")[2]
    keys = (where, "[[survey.question]]")  # the table, where the key itself is missing
    own_lines = [
        at for at, line in enumerate(changed.split("\n"), 1) if any(key in line for key in keys)
    ]
    assert found.line in own_lines
    assert found.line > document_of().count("\n")


def test_only_one_survey_signs_up_and_ids_are_their_own() -> None:
    second = TALK.replace("version = 1", "version = 1\nsign_up = true")
    read = read_programme(document_of() + second + second, "p")
    assert isinstance(read, tuple)
    assert [(one.where, one.found) for one in read] == [
        ("survey[2].id", '"talk"'),
        ("survey[2].sign_up", "true"),
    ]


def test_a_survey_without_questions_is_a_fault() -> None:
    read = read_programme(document_of() + TALK.partition("[[survey.question]]")[0], "p")
    assert isinstance(read, tuple)
    (found,) = read
    assert (found.where, found.expected) == (
        "survey[1].question",
        "at least one [[survey.question]]",
    )


def test_a_guard_has_limits() -> None:
    read = read_programme(document_of() + "\n[guards]\nstaff_share = 100\nvoid = 3\n", "p")
    assert isinstance(read, tuple)
    assert [one.where for one in read] == ["guards.staff_share", "guards.void"]

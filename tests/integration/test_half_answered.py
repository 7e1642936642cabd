"""A survey left in the middle at one kiosk, at another: paid once, and nothing lies about."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.questions import Survey
from app.domain.surveys import survey_of
from app.services.conflicts import list_conflicts
from app.services.half_answered import Half, begun, hand_in, keep_answers, kept_answers
from app.services.shop import Shop
from app.services.surveys import AlreadyAnswered, AnswerTaken, open_surveys
from tests.helpers.rewards import spendable
from tests.helpers.shops import document_of
from tests.helpers.stations import Chain, Member, chain_of
from tests.helpers.surveys import SURVEYS, join

HALF = Half({"mango": "a"}, 20)
WHOLE = Half({"mango": "a", "guava": "b"}, 40)
WORTH = 8


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    with chain_of(tmp_path, document=document_of() + SURVEYS) as made:
        yield made


def meet(*stations: Member) -> None:
    for station in stations * 2:
        station.pump()


def quiz(shop: Shop) -> Survey:
    found = survey_of(shop.programme, "fruit")
    assert found is not None
    return found


def left_in_the_middle(chain: Chain) -> tuple[Member, Member, str]:
    """Return two kiosks, and a member who left the quiz in the middle at the first."""
    first, second = chain.joined("2"), chain.joined("3")
    member = join(first.shop)
    keep_answers(first.shop, member, quiz(first.shop), HALF)
    meet(first, second)
    return first, second, member


def test_what_was_answered_at_one_kiosk_waits_there(chain: Chain):
    first, second, member = left_in_the_middle(chain)
    assert begun(second.shop, member, [quiz(second.shop)]) == frozenset()
    assert kept_answers(first.shop, member, quiz(first.shop)) == HALF


def test_answered_to_the_end_at_another_it_is_open_nowhere_and_paid_once(chain: Chain):
    first, second, member = left_in_the_middle(chain)
    done = hand_in(second.shop, member, quiz(second.shop), WHOLE)
    assert isinstance(done, AnswerTaken)
    meet(second, first)
    assert "fruit" not in [one.survey.id for one in open_surveys(first.shop, member)]
    # Who had the last question on screen meanwhile is told, and nothing is kept any more.
    assert hand_in(first.shop, member, quiz(first.shop), WHOLE) == AlreadyAnswered("fruit")
    assert kept_answers(first.shop, member, quiz(first.shop)) == Half({})
    meet(first, second)
    for one in (first, second):
        assert spendable(one.shop, member) == WORTH


def test_of_two_kiosks_out_of_touch_one_pays_and_the_other_s_people_are_told(chain: Chain):
    first, second, member = left_in_the_middle(chain)
    for one in (first, second):
        assert isinstance(hand_in(one.shop, member, quiz(one.shop), WHOLE), AnswerTaken)
        assert begun(one.shop, member, [quiz(one.shop)]) == frozenset()
    meet(first, second)
    for one in (first, second):
        assert spendable(one.shop, member) == WORTH
    assert list_conflicts(first.shop) == ()
    (told,) = list_conflicts(second.shop)
    assert (told.conflict.kind, told.title) == ("survey_paid", {"en": "Fruit quiz"})

"""What screens give by themselves, beside what the programme promises."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.audit import Difference, given_again
from app.domain.effects import Benefit, Earn, Effect, Issue, Spend
from app.domain.events import Event
from app.domain.facts import (
    Answer,
    Answered,
    Facts,
    Greeted,
    Rated,
    Redeemed,
    Seen,
    TicketsBought,
    Welcomed,
)
from app.domain.programme import Programme
from app.wire.programmes import read_programme
from tests.helpers.shops import document_of

ON = date(2026, 6, 15)
TEA = Benefit("service", 0)

DOCUMENT = (
    document_of().replace("[shop]\n", "[shop]\nraffles = true\n")
    + """
[reviews]
coins = 4

[welcome]
prize = { coins = 20, reward = "tea" }

[[reward]]
id = "tea"
title = { en = "Tea" }
kind = "service"
coins = 12

[[greeting]]
id = "birthday"
occasion = "birthday"
title = { en = "Happy birthday" }
note = { en = "For you" }
prize = { coins = 5 }

[[survey]]
id = "quiz"
version = 1
title = { en = "Quiz" }
kind = "quiz"
coins = 2
coins_right = 3

[[survey.question]]
id = "which"
text = { en = "Which?" }
options = [
  { id = "apple", text = { en = "Apple" }, right = true },
  { id = "mango", text = { en = "Mango" } },
]

[[raffle]]
id = "draw"
title = { en = "Draw" }
opens = 2026-06-01
closes = 2026-06-30
draws_on = 2026-07-01
ticket_coins = 10
permit = "P-1"
mechanics = { en = "One ticket for ten coins" }
claim_days = 30

[[raffle.prize]]
id = "pan"
title = { en = "Pan" }
"""
)


@pytest.fixture(scope="module")
def programme() -> Programme:
    found = read_programme(DOCUMENT, "programme")
    assert isinstance(found, Programme), found
    return found


def event(facts: Facts, *effects: Effect) -> Event:
    return Event("1" * 32, "answered", "2" * 32, "", "s", "1", "p", ON, 0, 0, facts, effects)


def earn(amount: int) -> Earn:
    return Earn(amount, "", ON, None, "", 0, 100, amount, "")


def issue(coins: int = 0, benefit: Benefit = TEA) -> Issue:
    return Issue("3" * 32, "tea", "V", ON, ON, coins, benefit, "")


def answered(said: str, *doubts: str, right: int = 1) -> Answered:
    return Answered("quiz", 1, (Answer("which", said),), 60, right, 1, doubts)


HONEST = [
    event(answered("apple"), earn(5)),
    event(answered("mango", right=0), earn(2)),
    event(answered("apple", "fast")),
    event(Rated("sku", 5, ""), earn(4)),
    event(Rated("sku", 5, ""), earn(1)),
    event(Greeted("birthday", 2026), earn(5)),
    event(Welcomed(), earn(20), issue()),
    event(Redeemed("tea", "3" * 32), Spend(12, "3" * 32), issue(12)),
    event(TicketsBought("draw", 3), Spend(30, "1" * 32)),
    event(Seen(())),
]


@pytest.mark.parametrize("honest", HONEST, ids=lambda one: type(one.facts).__name__)
def test_what_was_promised_is_no_difference(programme: Programme, honest: Event):
    assert given_again(programme, honest) is None


@pytest.mark.parametrize("honest", HONEST[:7], ids=lambda one: type(one.facts).__name__)
def test_a_thousand_coins_more_are(programme: Programme, honest: Event):
    forged = replace(honest, effects=(*honest.effects, earn(1000)))
    found = given_again(programme, forged)
    assert found is not None
    assert found.what == "coins"
    assert found.found >= 1000 > found.expected


@pytest.mark.parametrize(
    ("forged", "found"),
    [
        # The answers count, whatever the fact says of them.
        (event(answered("mango", right=1), earn(5)), Difference("coins", 5, 2)),
        (event(Welcomed(), earn(20), issue(), issue()), Difference("vouchers", 2, 1)),
        (
            event(Welcomed(), earn(20), issue(benefit=Benefit("fixed", 90_000))),
            Difference("goods", 1, 0),
        ),
        (event(Greeted("of nobody", 2026), earn(5)), Difference("coins", 5, 0)),
        (
            event(Redeemed("tea", "3" * 32), Spend(1, "3" * 32), issue(1)),
            Difference("price", 1, 12),
        ),
        (
            event(
                Redeemed("tea", "3" * 32),
                Spend(12, "3" * 32),
                issue(12, Benefit("fixed", 90_000)),
            ),
            Difference("goods", 1, 0),
        ),
        (event(TicketsBought("draw", 3), Spend(3, "1" * 32)), Difference("price", 3, 30)),
    ],
)
def test_what_was_not_promised_is_told(programme: Programme, forged: Event, found: Difference):
    assert given_again(programme, forged) == found

"""The `[referral]` and `[[greeting]]` tables: what is read, what is said of faults."""

from datetime import date

import pytest

from app.domain.greetings import day_names, days_to_greet, is_day_of
from app.domain.programme import Programme
from app.domain.promises import Prize
from app.wire.programmes import read_programme
from tests.helpers.shops import document_of

GREETING = """
[[greeting]]
id = "day"
occasion = "birthday"
title = { en = "Happy birthday" }
note = { en = "Dear {name}" }
prize = { coins = 5 }
tiers = { gold = { coins = 9 } }
"""


def programme(more: str) -> Programme:
    read = read_programme(document_of() + more, "programme")
    assert isinstance(read, Programme), [str(fault) for fault in read]
    return read


def faults(more: str) -> str:
    read = read_programme(document_of() + more, "programme")
    assert not isinstance(read, Programme)
    return "\n".join(str(fault) for fault in read)


def test_both_tables_are_read():
    read = programme(
        '[referral]\nreferrer = { coins = 50 }\nminimum = "100.00"\nlimit = 3\n' + GREETING
    )
    terms, (greeting,) = read.referral, read.greetings
    assert terms is not None
    assert (terms.referrer, terms.friend) == (Prize(coins=50), Prize())
    assert (terms.minimum_minor, terms.limit) == (10_000, 3)
    assert greeting.prize == Prize(coins=5)
    assert greeting.tier_prizes == {"gold": Prize(coins=9)}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("[referral]\nlimit = 3\n", "a prize for the referrer, the friend, or both"),
        ("[referral]\nfriend = { reward = 'tea' }\n", "the id of a reward here"),
        (GREETING + GREETING, "an id no other greeting has"),
        (GREETING.replace('birthday"\nt', 'party"\nt'), "one of"),
        (GREETING.replace("gold", "golden"), "unknown key"),
        (GREETING.replace('birthday"\nt', 'festival"\nt'), "the English name of a holiday"),
        (
            "[calendar]\nholidays = { years = [2026] }\n"
            + GREETING.replace('birthday"\nt', 'festival"\nholiday = "Diwalli"\nt'),
            'did you mean "Diwali"',
        ),
    ],
)  # fmt: skip
def test_faults_are_named(more, said):
    assert said in faults(more)


def test_a_leap_day_is_kept_on_the_28th_in_other_years():
    assert day_names(date(2027, 2, 28)) == ("02-28", "02-29")
    assert day_names(date(2028, 2, 28)) == ("02-28",)
    assert is_day_of(date(2024, 2, 29), date(2027, 2, 28))
    assert not is_day_of(date(2024, 2, 29), date(2024, 2, 29))


def test_a_greeting_goes_out_late_but_not_early():
    (greeting,) = programme(GREETING).greetings
    on = date(2026, 6, 15)
    days = days_to_greet(programme(GREETING), greeting, on)
    assert (days[0], days[-1]) == (date(2026, 6, 8), on)

"""Challenges, badges, milestones, streaks and the calendar as a programme document says them."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.programme import Programme
from app.domain.promises import Prize, ShopCalendar
from app.storage.rows import pack, unpack_programme
from app.wire.programmes import read_programme
from tests.helpers.shops import document_of, programme_in
from tests.helpers.tree import ROOT
from tests.helpers.tries import tries

BASE = document_of()
HEAD = BASE.count("\n") + 1


def faults_of(text: str) -> list[str]:
    """The faults of the test programme with more tables, lines counted from the first of them."""
    read = read_programme(BASE + "\n" + text, "p")
    assert not isinstance(read, Programme)
    return [f"{one.line - HEAD}: {one.where}: {one.found} | {one.expected}" for one in read]


def read(text: str) -> Programme:
    return programme_in(BASE + "\n" + text)


CHALLENGE = """\
[[challenge]]
id = "soap"
title = { en = "Soap" }
count = "units"
"""

WEEKEND = '[calendar]\nclosed_weekdays = ["sat", "sun"]\n'


# ---------------------------------------------------------------- reading


def test_everything_a_challenge_says_is_read():
    text = (
        CHALLENGE
        + """\
targets = [5, 10]
prizes = [{ coins = 5, expiry_months = 1 }, { credit = "20.00" }]
when = { categories = ["Care"], weekdays = ["sat"] }
window = "month"
dates = ["2026-10-01", "2026-12-31"]
repeat = true
note = { en = "Well done" }
"""
    )
    [goal] = read(text).goals
    assert (goal.kind, goal.source, goal.targets, goal.window, goal.repeat) == (
        "challenge",
        "units",
        (5, 10),
        "month",
        True,
    )
    assert goal.dates == (date(2026, 10, 1), date(2026, 12, 31))
    assert goal.when.categories == {"Care"}
    first, second = goal.prizes
    assert (first.coins, first.terms and first.terms.expiry_months) == (5, 1)
    assert (second.credit_minor, second.credit_terms) == (2_000, None)
    assert goal.note == {"en": "Well done"}


def test_money_is_the_unit_of_spend():
    text = """\
[[milestone]]
id = "spent"
title = { en = "Spent" }
count = "spend"
targets = ["100.50", "2000.00"]
prizes = [{ coins = 1 }, { coins = 2 }]
"""
    assert read(text).goals[0].targets == (10_050, 200_000)


def test_dates_alone_are_the_window():
    [goal] = read(CHALLENGE + 'target = 1\ndates = ["2026-10-01", "2026-10-31"]\n').goals
    assert goal.window == "dates"


def test_a_streak_and_its_defaults():
    text = """\
[[streak]]
id = "weekly"
title = { en = "Weekly" }
target = 4
prize = { coins = 9 }
"""
    [streak] = read(text).streaks
    assert (streak.unit, streak.visits, streak.targets) == ("week", 1, (4,))
    assert streak.prizes == (Prize(coins=9),)


# ---------------------------------------------------------------- faults, each with its line


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (CHALLENGE, "1: challenge[1].target: nothing | a whole number from 1 up"),
        (CHALLENGE + "targets = [3, 3]\n", "5: challenge[1].targets: [3, 3] | rising"),
        (CHALLENGE + "targets = []\n", "5: challenge[1].targets: [] | 1 to 50 targets"),
        (CHALLENGE + "target = 1\ntargets = [1]\n", "5: challenge[1].target: 1 | either"),
        (
            CHALLENGE + "targets = [1, 2]\nprizes = [{ coins = 1 }]\n",
            "6: challenge[1].prizes: 1 for 2 targets | one prize for each target",
        ),
        (
            CHALLENGE + 'target = 1\nprize = { reward = "tea" }\n',
            '6: challenge[1].prize.reward: "tea" | the id of a reward here',
        ),
        (
            CHALLENGE + 'target = 1\nprize = { raffle = "car", tickets = 1 }\n',
            '6: challenge[1].prize.raffle: "car" | the id of a raffle here',
        ),
        (
            CHALLENGE + 'target = 1\nprize = { raffle = "car" }\n',
            "6: challenge[1].prize.tickets: nothing | how many tickets",
        ),
        (
            CHALLENGE + "target = 1\nprize = {}\n",
            "6: challenge[1].prize: nothing | coins, credit, a reward or tickets",
        ),
        (
            CHALLENGE + 'target = 1\nwindow = "dates"\n',
            "1: challenge[1].dates: nothing | a pair of dates",
        ),
        (
            CHALLENGE + 'target = 1\ndates = ["2026-10-02", "2026-10-01"]\n',
            "6: challenge[1].dates: ['2026-10-02', '2026-10-01'] | a pair of dates in order",
        ),
        (
            CHALLENGE + 'target = 1\ndates = ["2026-01-01", "2027-01-02"]\n',
            "6: challenge[1].dates: 367 days | at most a year",
        ),
        (
            CHALLENGE + 'target = 1\nwhen = { categories = ["Tobacco"] }\n',
            "6: challenge[1].when: only what [earning] excludes | a sku or category",
        ),
        (
            CHALLENGE.replace("units", "visits") + 'target = 9\nwhen = { weekdays = ["sun"] }\n',
            '1: challenge[1].window: "ever" | a window for visits under a condition',
        ),
        (
            CHALLENGE.replace("units", "surveys") + 'target = 9\nwhen = { weekdays = ["sun"] }\n',
            "6: challenge[1].when: conditions | no condition, as surveys come without a bill",
        ),
        (
            CHALLENGE.replace("units", "goals") + 'target = 9\nwindow = "week"\n',
            '6: challenge[1].window: "week" | no window where challenges are counted',
        ),
        (
            CHALLENGE.replace("units", "smiles") + "target = 9\n",
            '4: challenge[1].count: "smiles" | one of "visits", "bills"',
        ),
        (
            CHALLENGE + 'target = 9\nrequires = ["saop"]\n',
            '6: challenge[1].requires[1]: "saop" | the id of a challenge, badge or',
        ),
        (
            CHALLENGE + 'target = 9\nrequires = ["soap"]\n',
            '6: challenge[1].requires: "soap" → "soap" | no goal that waits for itself',
        ),
        (
            CHALLENGE.replace("challenge", "milestone") + "target = 9\n",
            "1: milestone[1].prize: nothing | a prize for each target",
        ),
        (
            CHALLENGE.replace("challenge", "badge") + 'target = 9\nwindow = "week"\n',
            "6: badge[1].window: an unknown key | one of",
        ),
        (
            '[[streak]]\nid = "s"\ntitle = { en = "S" }\ntarget = 53\n',
            "4: streak[1].target: 53 | a whole number from 1 to 52",
        ),
        (
            WEEKEND + '[[streak]]\nid = "s"\ntitle = { en = "S" }\ntarget = 2\nvisits = 6\n',
            "7: streak[1].visits: 6 | at most 5",
        ),
        (
            '[calendar]\nclosed_weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]\n',
            "2: calendar.closed_weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] |",
        ),
        (
            '[calendar]\nholidays = { state = "XX", years = [2026] }\n',
            '2: calendar.holidays.state: "XX" | a state or region of IN',
        ),
        (
            '[calendar]\nholidays = { state = "MH", closed = ["Diwalli"], years = [2026] }\n',
            '2: calendar.holidays.closed[1]: "Diwalli" | a holiday there (did you mean "Diwali"?)',
        ),
        (
            '[calendar]\nholidays = { state = "MH" }\n',
            "2: calendar.holidays.years: nothing | years such as",
        ),
    ],
)
def test_each_slip_is_found_on_its_line(text, fault):
    found = faults_of(text)
    assert any(one.startswith(fault) for one in found), found


def test_goals_that_wait_for_each_other_are_found():
    text = CHALLENGE + 'target = 1\nrequires = ["b"]\n'
    text += text.replace('"soap"', '"b"', 1).replace('["b"]', '["soap"]')
    assert len([one for one in faults_of(text) if "waits for itself" in one]) == 2


def test_an_id_is_used_once_among_all_kinds():
    other = CHALLENGE.replace("challenge", "badge")
    [fault] = faults_of(CHALLENGE + "target = 1\n" + other + "target = 1\n")
    assert "badge[1].id" in fault
    assert "challenge[1] has this one" in fault


# ---------------------------------------------------------------- the calendar


def test_holidays_of_the_state_have_their_names_and_only_named_ones_are_days_off():
    text = """\
[calendar]
closed_weekdays = ["wed"]
closed = ["2026-05-02", ["2026-06-01", "2026-06-03"]]
holidays = { state = "MH", closed = ["Diwali", "Independence Day"], years = [2026, 2027] }
"""
    calendar = read(text).calendar
    assert calendar.holidays is not None
    assert calendar.holidays["Diwali"] == (date(2026, 11, 8), date(2027, 10, 29))
    assert calendar.holidays["Gudi Padwa"][0] == date(2026, 3, 19)
    assert date(2026, 3, 19) not in calendar.closed
    assert {date(2026, 8, 15), date(2026, 11, 8), date(2027, 10, 29)} <= calendar.closed
    assert {date(2026, 5, 2), date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 3)} <= (
        calendar.closed
    )
    assert calendar.closed_weekdays == {2}


def test_a_country_without_states_has_holidays_all_the_same():
    text = BASE.replace('"IN"', '"PH"').replace("INR", "PHP").replace("Kolkata", "Manila")
    text += '\n[calendar]\nholidays = { closed = ["Good Friday"], years = [2026] }\n'
    assert programme_in(text).calendar.closed == {date(2026, 4, 3)}


@tries(20)
@given(
    st.sampled_from(["", "MH", "TN", "WB", "KL", "GJ"]),
    st.sets(st.integers(2024, 2030), min_size=1, max_size=3),
)
def test_every_holiday_falls_into_its_years_and_survives_the_way_to_a_station(state, years):
    own = f'state = "{state}", ' if state else ""
    programme = read(f"[calendar]\nholidays = {{ {own}years = {sorted(years)} }}\n")
    calendar = programme.calendar
    assert calendar.holidays
    for name, days in calendar.holidays.items():
        assert "estimated" not in name
        assert days == tuple(sorted(set(days)))
        assert {day.year for day in days} <= years
    assert calendar.closed == frozenset()
    assert unpack_programme(pack(programme)) == programme


def test_a_shop_without_a_calendar_loads_no_package_of_holidays():
    assert read("").calendar == ShopCalendar()
    code = (
        "import sys; from pathlib import Path; from app.wire.programmes import read_programme;"
        "read_programme(Path('resources/demo/template-cafe.toml').read_text('utf-8'), 'f');"
        "sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0

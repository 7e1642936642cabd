"""Every fault of a programme's document is found, with its line and what was expected."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.wire.programmes import read_programme
from app.wire.programmes.lines import key_lines
from tests.helpers.programme_text import GOOD, faults

# faults: (what is replaced, by what, line, where, found, part of what is expected)
ONE_MORE = """coins = 25
group = "g"
[[earn]]
id = "x"
title = {en = "x", hi = "x"}
coins = 1
per = "9"
group = "g\""""


ONE_FAULT = [
    # values of the wrong kind or out of range
    ('value = "0.50"', "value = 0.50", 14, "coins.value", "0.50", 'money in quotes: "0.50"'),
    ('per = "100.00"', "per = 100", 34, "earn[1].per", "100", 'money in quotes: "100"'),
    ('per = "100.00"', 'per = "0"', 34, "earn[1].per", '"0"', "money above zero in quotes"),
    ('per = "100.00"', 'per = "1.005"', 34, "earn[1].per", '"1.005"', "at most 2 decimals"),
    ('minimum = "300"', 'minimum = "-5"', 51, "earn[3].when.minimum", '"-5"', "money above zero"),
    (
        "share_percent = 50",
        "share_percent = 101",
        19,
        "coins.pay.share_percent",
        "101",
        "from 0 to 100",
    ),
    (
        "share_percent = 50",
        'share_percent = "50"',
        19,
        "coins.pay.share_percent",
        '"50"',
        "0 to 100",
    ),
    ("coins = 25", "coins = true", 47, "earn[3].coins", "true", "a whole number from 1 up"),
    (
        "window_days = 15",
        "window_days = -1",
        22,
        "returns.window_days",
        "-1",
        "a whole number from 0",
    ),
    (
        "first_purchase = true",
        "first_purchase = 1",
        50,
        "earn[3].when.first_purchase",
        "1",
        "true or",
    ),
    (
        '"within_balance"',
        '"within_balanc"',
        23,
        "returns.clawback",
        '"within_balanc"',
        "did you mean",
    ),
    (
        'numbering = "financial_year"',
        'numbering = "week"',
        10,
        "shop.numbering",
        '"week"',
        '"never"',
    ),
    ("paydays = [1, 31]", "paydays = [1, 32]", 28, "earning.paydays[2]", "32", "from 1 to 31"),
    ("paydays = [1, 31]", "paydays = 31", 28, "earning.paydays", "31", "a list of"),
    ('day_starts = "04:00"', 'day_starts = "4 am"', 8, "shop.day_starts", '"4 am"', '"17:00"'),
    ('day_starts = "04:00"', 'day_starts = "24:30"', 8, "shop.day_starts", '"24:30"', '"17:00"'),
    ("= 2026-04-01", '= "1 April"', 1, "effective_from", '"1 April"', '"2026-10-15"'),
    ('version = "1"', "version = 1", 70, "consent.version", "1", "a version in quotes"),
    ('id = "base"', 'id = "Base Rule"', 31, "earn[1].id", '"Base Rule"', "small letters"),
    ('times = "1.5"', 'times = "1"', 40, "earn[2].times", '"1"', "above 1 in quotes"),
    ('times = "1.5"', "times = 1.5", 40, "earn[2].times", "1.5", "above 1 in quotes"),
    ('times = "1.5"', "percent = 100", 40, "earn[2].percent", "100", "from 101 to"),
    ("expiry_months = 12", "expiry_months = 0", 15, "coins.expiry_months", "0", "from 1 to 600"),
    # names nobody knows
    ('country = "IN"', 'country = "India"', 5, "shop.country", '"India"', 'code such as "IN"'),
    ('"INR"', '"INT"', 6, "shop.currency", '"INT"', "did you mean"),
    (
        '"Asia/Kolkata"',
        '"Asia/Kolkatta"',
        7,
        "shop.time_zone",
        '"Asia/Kolkatta"',
        '"Asia/Kolkata"?',
    ),
    (
        '["sat", "sun"]',
        '["sat", "sunday"]',
        41,
        "earn[2].when.weekdays[2]",
        '"sunday"',
        'mean "sun"?',
    ),
    ('per = "day"', 'per = "dya"', 42, "earn[2].cap.per", '"dya"', 'did you mean "day"?'),
    (
        "{ weekdays",
        '{ tiers = ["golden"], weekdays',
        41,
        "earn[2].when.tiers[1]",
        '"golden"',
        '"gold"',
    ),
    (
        "{ weekdays",
        '{ stores = ["Mall"], weekdays',
        41,
        "earn[2].when.stores[1]",
        '"Mall"',
        '"Market"',
    ),
    # keys
    ("window_days = 15", "windowdays = 15", 22, "returns.windowdays", "unknown", '"window_days"?'),
    ("share_percent", "share_percen", 19, "coins.pay.share_percen", "unknown", '"share_percent"?'),
    ("{ coins = 50, ", "{ coins = 50, max = 3, ", 42, "earn[2].cap.max", "unknown", "coins, per"),
    ("[status]", "[statuses]", 53, "statuses", "an unknown key", '"status"?'),
    (
        "coins = 25",
        "coins = 25\npercent = 10",
        47,
        "earn[3].coins",
        "25",
        "no coins in a multiplier",
    ),
    ('version = "1"\n', "", 69, "consent.version", "nothing", "a version in quotes"),
    ('per = "1.00"', "per = []", 54, "status.per", "[]", "money above zero"),
    # texts
    ('"Base", hi = "मूल"', '"Base"', 32, "earn[1].title.hi", "nothing", "the text in Hindi"),
    ('hi = "गोल्ड"', 'hi = " "', 63, "tier[2].name.hi", '" "', "the text in Hindi"),
    ('hi = "गोल्ड"', 'hi = "गोल्ड", fil = "G"', 63, "tier[2].name.fil", "an unknown key", "en, hi"),
    (
        'title = { en = "Base", hi = "मूल" }',
        'title = "B"',
        32,
        "earn[1].title",
        '"B"',
        "each language",
    ),
    (
        '{ en = "Delivery", hi',
        '{ en = "Delivery", de',
        66,
        "tier[2].services[1].hi",
        "nothing",
        "Hindi",
    ),
    # how the parts fit together
    ("threshold = 0", "threshold = 5", 59, "tier[1].threshold", "5", "0 for the first tier"),
    ("threshold = 25000", "threshold = 0", 64, "tier[2].threshold", "0", "more than 0"),
    ('id = "welcome"', 'id = "base"', 45, "earn[3].id", '"base"', "earn[1] has this one"),
    ('id = "gold"', 'id = "silver"', 62, "tier[2].id", '"silver"', "tier[1] has this one"),
    (
        "expiry_months = 3",
        "expiry_months = 3\npending_days = 125",
        49,
        "earn[3].pending_days",
        "125 days, with coins gone after 3 months",
        "usable before they expire",
    ),
    (
        'until = "21:00"',
        'until = "17:00"',
        41,
        "earn[2].when.until",
        "the same time",
        "another time",
    ),
    (
        "{ weekdays",
        '{ dates = [["2026-12-02", "2026-12-01"]], weekdays',
        41,
        "earn[2].when.dates[1]",
        "['2026-12-02', '2026-12-01']",
        "a pair of dates in order",
    ),
    (
        "{ weekdays",
        '{ dates = ["2026-03-07"], weekdays',
        41,
        "earn[2].when.dates",
        "only past dates",
        "a date from 2026-04-01 on",
    ),
    (
        "{ weekdays",
        '{ dates = ["2026-10-12"], weekdays',
        41,
        "earn[2].when",
        "never meet",
        "a day on",
    ),
    (
        "{ weekdays",
        '{ categories = ["Tobacco"], weekdays',
        41,
        "earn[2].when",
        "excludes",
        "that earns",
    ),
    (
        "first_purchase = true",
        'first_purchase = true\ntiers = ["gold"]',
        51,
        "earn[3].when.tiers",
        "tiers no new member has",
        '"silver" among them',
    ),
    ("coins = 25", ONE_MORE, 54, "earn[4].group", "per_amount rule", "without"),
]


@pytest.mark.parametrize(("old", "new", "line", "where", "found", "expected"), ONE_FAULT)
def test_a_fault_names_its_line_and_what_was_expected(
    old: str, new: str, line: int, where: str, found: str, expected: str
) -> None:
    assert GOOD.count(old) >= 1, "the sample changed"
    text = GOOD.replace(old, new, 1)
    hits = [fault for fault in faults(text) if fault.where == where]
    assert hits, [str(fault) for fault in faults(text)]
    fault = hits[0]
    assert found in fault.found
    assert expected in fault.expected
    assert fault.line == line
    place = f"shop.toml:{fault.line}: {where}: found {fault.found}, expected {fault.expected}"
    assert str(fault) == place


def test_every_fault_is_found_at_once_in_the_order_of_lines() -> None:
    text = GOOD.replace('"0.50"', "0.5").replace("threshold = 0", "threshold = -1")
    text = text.replace('"INR"', '"RUPEE"').replace("[status]", "[stat]")
    found = faults(text)
    assert [fault.where for fault in found] == [
        "shop.currency", "coins.value", "stat", "tier[1].threshold",
    ]  # fmt: skip
    assert [fault.line for fault in found] == sorted(fault.line for fault in found)


def test_an_empty_document_says_all_that_is_needed() -> None:
    where = {fault.where for fault in faults("")}
    assert {"shop.name", "shop.currency", "shop.languages", "coins.value", "tier"} <= where
    assert {"consent.version", "consent.text"} <= where


def test_a_rule_that_gives_nothing_is_a_fault() -> None:
    text = GOOD.replace('coins = 1\nper = "100.00"\n', "")
    assert any(fault.where == "earn[1].coins" for fault in faults(text))


def test_a_multiplier_alone_has_nothing_to_multiply() -> None:
    text = GOOD.replace('coins = 1\nper = "100.00"', "coins = 1")
    (fault,) = faults(text)
    assert (fault.where, fault.line) == ("earn[2]", text.splitlines().index("[[earn]]", 30) + 1)


def test_a_payday_rule_needs_paydays() -> None:
    text = GOOD.replace("{ weekdays", "{ payday = true, weekdays").replace("paydays = [1, 31]", "")
    (fault,) = faults(text)
    assert (fault.where, fault.expected) == ("earn[2].when.payday", "days in paydays of [earning]")


def test_a_table_where_a_value_belongs_and_a_value_where_a_table_belongs() -> None:
    (fault,) = faults(GOOD.replace('value = "0.50"', 'value = { big = "1" }'))
    assert (fault.where, fault.found, fault.line) == ("coins.value", "a table", 14)
    (fault,) = faults(GOOD.replace('[status]\nper = "1.00"', "").replace("\n\n", "\n", 1).replace(
        "effective_from", "status = 3\neffective_from"))  # fmt: skip
    assert (fault.where, fault.found, fault.expected, fault.line) == ("status", "3", "a table", 1)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("[shop]\nname = \n", 2, "invalid value"),
        ("[shop\n", 1, "expected ']'"),
        ('a = 1\nb = "open\n', 2, "illegal character"),
        ("a = 1\na = 2\n", 2, "cannot overwrite"),
        ("a = 1\n\nb = [1,\n2", 4, "unclosed array"),
    ],
)
def test_text_that_is_not_toml_names_the_line_where_it_stops(
    text: str, line: int, says: str
) -> None:
    (fault,) = faults(text)
    assert (fault.line, fault.expected) == (line, "valid TOML")
    assert says in fault.found
    assert str(fault).startswith(f"shop.toml:{line}: found a slip")


def test_lines_are_known_for_every_form_toml_has() -> None:
    text = (
        'a.b = 1\n"q.\\u0041" = """\nx = 2\n"""\n[t]\n# c = 1\n'
        'c = [\n  1, # one\n  { d = "]}" },\n]\n'
        "[[t.many]]\nk = '''\n\n'''\nz = 2026-01-01 10:00:00\n"
        "[[t.many]]\n[t.many.deep]\ne = {f.g = 1}\n"
    )
    lines = key_lines(text)
    assert {path: line for path, line in lines.items() if path} == {
        ("a",): 1, ("a", "b"): 1, ("q.A",): 2, ("t",): 5, ("t", "c"): 7, ("t", "c", 0): 8,
        ("t", "c", 1): 9, ("t", "c", 1, "d"): 9, ("t", "many"): 11, ("t", "many", 0): 11,
        ("t", "many", 0, "k"): 12, ("t", "many", 0, "z"): 15, ("t", "many", 1): 16,
        ("t", "many", 1, "deep"): 17, ("t", "many", 1, "deep", "e"): 18,
        ("t", "many", 1, "deep", "e", "f"): 18, ("t", "many", 1, "deep", "e", "f", "g"): 18,
    }  # fmt: skip


VALUES = [
    "1", "-1", "0.5", "true", '""', '"x"', '"100.00"', "[]", "[[]]", "[1, true]", "{}",
    "{ en = 1 }", '{ en = "x", hi = "y" }', "2026-02-28", "25:00", "17:00:00",
    "2026-01-01T00:00:00Z", "inf", "nan", '["a", ["b"]]', '[["2026-01-01"]]', '"never"',
]  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 200), st.sampled_from(VALUES)), min_size=1, max_size=3))
def test_any_value_anywhere_gives_a_programme_or_faults_with_lines(
    changes: list[tuple[int, str]],
) -> None:
    lines = GOOD.splitlines()
    places = [at for at, text in enumerate(lines) if re.match(r"[a-z_.]+ =", text)]
    for place, value in changes:
        at = places[place % len(places)]
        lines[at] = f"{lines[at].split(' =')[0]} = {value}"
    found = read_programme("\n".join(lines), "shop.toml")
    if isinstance(found, tuple):
        assert found
        assert all(1 <= fault.line <= len(lines) for fault in found)
        assert all(fault.where or "valid TOML" in fault.expected for fault in found)

"""A programme document is read whole: every fault with its line, or a programme with its id."""

import re
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.coins import LotTerms
from app.domain.programme import Programme
from app.wire.programmes import Fault, check_lines, normalised, read_programme
from app.wire.programmes.lines import key_lines
from app.wire.programmes.templates import (
    TEMPLATES,
    Answers,
    TemplateName,
    demo_folder,
    template,
)

GOOD = """\
effective_from = 2026-04-01

[shop]
name = { en = "Asha", hi = "आशा" }
country = "IN"
currency = "INR"
time_zone = "Asia/Kolkata"
day_starts = "04:00"
languages = ["en", "hi"]
numbering = "financial_year"
stores = ["Main", "Market"]

[coins]
value = "0.50"
expiry_months = 12

[coins.pay]
minimum = 20
share_percent = 50

[returns]
window_days = 15
clawback = "within_balance"

[earning]
stacking = "best"
exclude_categories = ["Tobacco"]
paydays = [1, 31]

[[earn]]
id = "base"
title = { en = "Base", hi = "मूल" }
coins = 1
per = "100.00"

[[earn]]
id = "evening"
title.en = "Evening"
title.hi = "शाम"
times = "1.5"
when = { weekdays = ["sat", "sun"], from = "17:00", until = "21:00" }
cap = { coins = 50, per = "day" }

[[earn]]
id = "welcome"
title = { en = "Welcome", hi = "स्वागत" }
coins = 25
expiry_months = 3
[earn.when]
first_purchase = true
minimum = "300"

[status]
per = "1.00"

[[tier]]
id = "silver"
name = { en = "Silver", hi = "सिल्वर" }
threshold = 0

[[tier]]
id = "gold"
name = { en = "Gold", hi = "गोल्ड" }
threshold = 25000
services = [
  { en = "Delivery", hi = "पहुँच" },
]

[consent]
version = "1"
text = { en = "I agree.", hi = "मैं सहमत हूँ।" }
marketing = { en = "Tell me.", hi = "मुझे बताएँ।" }
"""


def good(text: str = GOOD) -> Programme:
    programme = read_programme(text, "shop.toml")
    assert isinstance(programme, Programme), programme
    return programme


def faults(text: str) -> tuple[Fault, ...]:
    found = read_programme(text, "shop.toml")
    assert isinstance(found, tuple)
    return found


def test_a_good_document_is_read_into_minor_units_and_dates() -> None:
    programme = good()
    base, evening, welcome = programme.earn
    assert (programme.coin_value_minor, programme.currency_digits) == (50, 2)
    assert programme.day_starts == time(4)
    assert programme.effective_from == date(2026, 4, 1)
    assert (base.kind, base.coins, base.per_minor, base.terms) == ("per_amount", 1, 10_000, None)
    assert (evening.kind, evening.percent) == ("multiplier", 150)
    assert evening.title == {"en": "Evening", "hi": "शाम"}
    assert (evening.cap_coins, evening.cap_period) == (50, "day")
    assert evening.when.weekdays == {5, 6}
    assert (evening.when.from_time, evening.when.until_time) == (time(17), time(21))
    assert (welcome.kind, welcome.when.minimum_minor) == ("fixed", 30_000)
    assert welcome.terms == LotTerms(0, 3)
    assert programme.tiers[1].services == ({"en": "Delivery", "hi": "पहुँच"},)
    assert programme.pay.share_percent == 50


@pytest.mark.parametrize("kind", ["percent = 150", 'times = "1.50"'])
def test_a_multiplier_is_written_as_times_or_percent(kind: str) -> None:
    assert good(GOOD.replace('times = "1.5"', kind)).earn[1].percent == 150


def test_a_window_may_be_one_day_and_dates_may_be_quoted_or_not() -> None:
    when = 'dates = ["2026-10-15", [2026-11-01, "2026-11-15"]], weekdays'
    windows = good(GOOD.replace("{ weekdays", "{ " + when)).earn[1].when.dates
    assert windows == (
        (date(2026, 10, 15), date(2026, 10, 15)),
        (date(2026, 11, 1), date(2026, 11, 15)),
    )


def test_a_currency_without_decimals_takes_whole_amounts() -> None:
    yen = GOOD.replace("INR", "JPY").replace('"0.50"', '"1"')
    assert good(yen).earn[0].per_minor == 100


def test_a_rule_may_outlive_the_shop_s_terms() -> None:
    own = good(GOOD.replace("expiry_months = 3", 'expiry_months = "never"'))
    assert own.earn[2].terms == LotTerms(0, None)


# id of a programme


def test_comments_spacing_and_order_do_not_change_the_id() -> None:
    other = GOOD.replace("[status]\n", "# about status\n\n[status]   # points\n")
    other = other.replace('country = "IN"\ncurrency = "INR"', 'currency="INR"\ncountry="IN"')
    assert good(other).id == good().id
    assert normalised(other) == normalised(GOOD)
    assert good(GOOD.replace("\n", "\r\n")).id == good().id
    assert good("\ufeff" + GOOD).id == good().id


def test_any_value_changes_the_id() -> None:
    assert good(GOOD.replace("window_days = 15", "window_days = 16")).id != good().id
    assert len(good().id) == 64


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


# the command


@pytest.mark.parametrize("name", ["india-grocery", "philippines-sarisari"])
def test_the_demo_programmes_are_good_and_cost_what_a_shop_can_bear(name: str) -> None:
    lines, code = check_lines(demo_folder() / f"{name}.toml", date(2026, 11, 22))
    assert code == 0
    assert lines[1] == "An ordinary weekday costs at most 0.50 % of sales."
    worst = next(line for line in lines if line.startswith("The worst case costs"))
    assert float(worst.split()[4]) < 5, "member price and cashback included"


def test_the_command_prints_the_dearest_bill_and_the_bonuses(tmp_path: Path) -> None:
    file = tmp_path / "shop.toml"
    file.write_text(GOOD)
    lines, code = check_lines(file, date(2026, 11, 22))
    who = 'by a member of tier "silver"'
    assert code == 0
    assert lines[1:] == [
        "An ordinary weekday costs at most 0.50 % of sales.",
        "The worst case costs 0.75 % of sales.",
        f"  For example ₹200.00 on 2026-11-22 at 17:00 {who}: 3 coins, worth ₹1.50",
        "  by the rules base, evening.",
        "Fixed bonuses come on top and add up to 25 coins a bill (₹12.50):",
        "  welcome: 25 coins (₹12.50), 4.17 % of the smallest bill, ₹300.00.",
    ]


def test_the_command_says_what_is_wrong_and_gives_two(tmp_path: Path) -> None:
    file = tmp_path / "shop.toml"
    file.write_text(GOOD.replace('"0.50"', "0.5"))
    lines, code = check_lines(file)
    assert code == 2
    assert lines[0] == f'{file}:14: coins.value: found 0.5, expected money in quotes: "0.5"'
    file.write_bytes(b"# fine\n# \xff\n")
    assert check_lines(file) == (
        [f"{file}:2: found bytes that are not text, expected UTF-8"], 2,
    )  # fmt: skip
    lines, code = check_lines(tmp_path / "none.toml")
    assert (code, "cannot be read: No such file" in lines[0]) == (2, True)


# templates


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("languages", [("en",), ("en", "hi"), ("fil",), ("hi", "en", "fil")])
@pytest.mark.parametrize("country", ["IN", "PH"])
def test_a_template_with_answers_is_a_good_programme(
    name: TemplateName, languages: tuple[str, ...], country: str
) -> None:
    answers = Answers('Rosa\'s "Best" \\ Shop', country, languages=languages, store="Main")
    programme = good(template(name, answers))
    assert set(programme.name.values()) == {answers.shop}
    assert programme.languages == languages
    assert set(programme.earn[0].title) == set(languages)
    assert (programme.currency, programme.time_zone) == (
        ("INR", "Asia/Kolkata") if country == "IN" else ("PHP", "Asia/Manila")
    )
    assert programme.stores == ("Main",)
    assert answers.shop in next(iter(programme.consent.text.values()))


def test_a_template_takes_any_country_with_its_time_zone() -> None:
    answers = Answers("Corner", "GB", languages=("en",), time_zone="Europe/London")
    programme = good(template("cafe", answers))
    assert (programme.currency, programme.time_zone) == ("GBP", "Europe/London")
    assert programme.numbering == "calendar_year"

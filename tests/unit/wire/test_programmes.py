"""A good programme document is read whole, and has its id; templates and the check of a file."""

from datetime import date, time
from pathlib import Path

import pytest

from app.domain.coins import LotTerms
from app.wire.programmes import check_lines, normalised
from app.wire.programmes.templates import TEMPLATES, Answers, TemplateName, demo_folder, template
from tests.helpers.programme_text import GOOD, good


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

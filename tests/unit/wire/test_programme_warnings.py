"""Every bad configuration is caught with its line: a fault where it is wrong, else a warning."""

from datetime import date
from pathlib import Path

import pytest

from app.wire.programmes import check_lines
from app.wire.programmes.unknown_goods import Goods, goods_in
from tests.helpers.command import ONE_RULE

DOCUMENT = ONE_RULE.replace('coins = 3\nper = "7.00"', 'coins = 1\nper = "100.00"').replace(
    '[coins]\nvalue = "0.10"', '[coins]\nvalue = "0.50"'
)
REWARD = """
[[reward]]
id = "off"
title = { en = "Off" }
coins = 100
kind = "fixed"
value = "60.00"
minimum = "200.00"
"""
RAFFLE = """
[[raffle]]
id = "draw"
title = { en = "Draw" }
opens = 2026-10-01
closes = 2026-10-31
draws_on = 2026-11-02
ticket_coins = 10
mechanics = { en = "One ticket, one chance." }
[[raffle.prize]]
id = "cup"
title = { en = "Cup" }
"""
CHALLENGE = """
[[challenge]]
id = "often"
title = { en = "Often" }
count = "visits"
target = 3
window = "week"
prize = { coins = 5 }
"""
CAMPAIGN = """
[[campaign]]
id = "fair"
title = { en = "Fair" }
dates = [2026-10-01, 2026-10-31]
"""
NEWCOMERS = """
[[earn]]
id = "hello"
title = { en = "Hello" }
coins = 50
when = { first_purchase = true, minimum = "500.00" }
campaign = "fair"
"""
PROMO = """
[[promo]]
id = "first"
title = { en = "First" }
kind = "percent"
value = 10
code = "FIRST10"
first_purchase = true
"""
GIFT = """
[[gift]]
id = "mug"
title = { en = "Mug" }
prize = { coins = 10 }
when = { minimum = "500.00" }
"""
OFFER = """
[credit]
cash_out = true
[[credit.offer]]
id = "more"
title = { en = "More" }
code = "MORE"
pay = "1000.00"
get = "1600.00"
"""
DRAWS = DOCUMENT.replace("[shop]\n", "[shop]\nraffles = true\n")


def checked(tmp_path: Path, text: str, goods: Goods | None = None) -> tuple[list[str], int]:
    file = tmp_path / "programme.toml"
    file.write_text(text, encoding="utf-8")
    return check_lines(file, date(2026, 6, 1), goods)


def line_of(text: str, mark: str) -> int:
    return text[: text.index(mark)].count("\n") + 1


@pytest.mark.parametrize(
    "more",
    [REWARD, CHALLENGE, CAMPAIGN, CAMPAIGN + NEWCOMERS + NEWCOMERS.replace("hello", "all").replace(
        "first_purchase = true, ", ""), GIFT, OFFER],
)  # fmt: skip
def test_what_is_meant_well_is_not_warned_of(tmp_path, more):
    lines, code = checked(tmp_path, DOCUMENT + more)
    assert code == 0, lines
    assert not [line for line in lines if "warning" in line]


FAULTS = {
    "cycles": (
        DOCUMENT
        + CHALLENGE.replace("window", 'requires = ["often"]\nwindow').replace('"week"', '"week"'),
        'requires = ["often"]',
    ),
    "a voucher over 100 %": (DOCUMENT + PROMO.replace("value = 10", "value = 120"), "value = 120"),
    "a voucher over 100 % of its bill": (
        DOCUMENT + REWARD.replace('minimum = "200.00"', 'minimum = "50.00"'), 'value = "60.00"'
    ),
    "cashback over 100 %": (
        DOCUMENT + '[[cashback]]\nid = "back"\ntitle = { en = "Back" }\npercent = "120"\n',
        'percent = "120"',
    ),
    "expiry before the coins can be used": (
        DOCUMENT.replace(
            "[coins]\n", "[coins]\nexpiry_months = 1\nmonth_end = false\npending_days = 60\n"
        ), "pending_days = 60",
    ),
    "a reward that closes before it opens": (
        DOCUMENT + REWARD + "opens = 2026-10-02\ncloses = 2026-10-01\n", "closes = 2026-10-01",
    ),
    "a draw before its tickets": (
        DRAWS + RAFFLE.replace("draws_on = 2026-11-02", "draws_on = 2026-10-20"),
        "draws_on = 2026-10-20",
    ),
    "a campaign that ends before it begins": (
        DOCUMENT + CAMPAIGN.replace("2026-10-31", "2026-09-01"), "dates = [2026-10-01, 2026-09-01",
    ),
    "a draw in the Philippines without a permit": (
        DRAWS.replace('"IN"', '"PH"').replace("INR", "PHP").replace("Kolkata", "Manila") + RAFFLE,
        "[[raffle]]",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_wrong_is_a_fault_with_its_line(tmp_path, name):
    text, mark = FAULTS[name]
    lines, code = checked(tmp_path, text)
    assert code == 2
    place = f"programme.toml:{line_of(text, mark)}:"
    assert any(place in line for line in lines), lines


WARNINGS = {
    "a reward that pays itself": (
        DOCUMENT + REWARD.replace('"60.00"', '"9900.00"').replace('"200.00"', '"9900.00"').replace(
            "coins = 100", "coins = 99"),
        "coins = 99", "pays itself",
    ),
    "a raffle that pays itself": (
        DRAWS + RAFFLE.replace("ticket_coins", "coins_for_part = 12\nticket_coins"),
        "coins_for_part", "pays itself",
    ),
    "a bonus cashed out again and again": (
        DOCUMENT + OFFER + "first_only = false\n", "first_only", "keeps the bonus",
    ),
    "credit for coins worth less": (
        DOCUMENT + REWARD.replace('kind = "fixed"', 'kind = "credit"').replace(
            'minimum = "200.00"\n', ""), 'value = "60.00"', "of credit out of coins",
    ),
    "new-member gifts only": (
        DOCUMENT + CAMPAIGN + NEWCOMERS, "[[campaign]]", "new-member gifts only",
    ),
    "codes for new members only": (DOCUMENT + PROMO, "first_purchase", "new members only"),
    "a gift worth more than the bill": (
        DOCUMENT + GIFT.replace("coins = 10", "coins = 1001"), "[[gift]]", "for a bill of",
    ),
    "a gift with any bill": (
        DOCUMENT + GIFT.replace('when = { minimum = "500.00" }\n', ""), "[[gift]]", "however small",
    ),
    "coins that buy nothing": (
        DOCUMENT.replace('value = "0.50"', 'value = "0"'), 'value = "0"', "earn for nothing",
    ),
    "a costly everyday": (
        DOCUMENT.replace("coins = 1\n", "coins = 30\n"), "[[earn]]", "of sales back",
    ),
    "eight visits in a week": (
        DOCUMENT + CHALLENGE.replace("target = 3", "target = 8"), "[[challenge]]",
        "never be reached",
    ),
    "more categories than named": (
        DOCUMENT + CHALLENGE.replace('"visits"', '"categories"').replace(
            "window", 'when = { categories = ["Tea", "Rice"] }\nwindow'),
        "[[challenge]]", "it counts 2 categories",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WARNINGS)
def test_what_is_seldom_meant_is_warned_of_with_its_line(tmp_path, name):
    text, mark, said = WARNINGS[name]
    lines, code = checked(tmp_path, text)
    assert code == 0, lines
    (warned,) = [line for line in lines if "warning" in line]
    assert f"programme.toml:{line_of(text, mark)}: warning:" in warned
    assert said in warned


def test_unknown_goods_are_named_with_the_nearest(tmp_path):
    rows = ("RICE-1,Rice,50.00,Rice & grain", "TEA-01,Tea,20.00,Tea")
    goods = goods_in(["sku,name,price,category", *rows])
    when = 'when = { categories = ["Tea", "rice & grains"], skus = ["RICE-1", "TEA-10"] }'
    text = DOCUMENT + CHALLENGE.replace("window", f"{when}\nwindow")
    lines, code = checked(tmp_path, text, goods)
    warned = [line.partition("warning: ")[2] for line in lines if "warning" in line]
    assert code == 0
    assert warned == [
        'the catalogue has no category "rice & grains"; did you mean "Rice & grain"?',
        'the catalogue has no sku "TEA-10"; did you mean "TEA-01"?',
    ]
    assert all(f":{line_of(text, 'when = { cat')}:" in line for line in lines if "warning" in line)
    assert not [line for line in checked(tmp_path, text)[0] if "warning" in line]

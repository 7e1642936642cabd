"""The welcome gift in a programme document: what is read, what is a fault, what it costs."""

from pathlib import Path

import pytest

from app.domain.coins import LotTerms
from app.domain.programme import Programme
from app.domain.promises import Prize
from app.storage.rows import pack, unpack_programme
from app.wire.programmes import read_programme
from app.wire.programmes.report import FAULTY, GOOD, check_lines
from app.wire.programmes.templates import demo_folder
from tests.helpers.shops import document_of, programme_in

TEA = """
[[reward]]
id = "tea"
title = { en = "Tea" }
kind = "item"
coins = 50
skus = ["T1"]
"""
DEMOS = ("india-grocery.toml", "philippines-sarisari.toml")


def with_welcome(prize: str, more: str = "") -> str:
    return f"{document_of()}{more}\n[welcome]\nprize = {prize}\n"


def test_coins_with_terms_of_their_own():
    programme = programme_in(with_welcome("{ coins = 20, expiry_months = 2 }"))
    assert programme.welcome is not None
    assert programme.welcome.coins == 20
    assert programme.welcome.terms == LotTerms(expiry_months=2, month_end=True)
    assert unpack_programme(pack(programme)) == programme


def test_a_reward():
    assert programme_in(with_welcome('{ reward = "tea" }', TEA)).welcome == Prize(reward="tea")


def test_the_limit_of_a_kiosk_s_day():
    assert programme_in(with_welcome("{ coins = 20 }")).welcome_limit == 20
    programme = programme_in(with_welcome("{ coins = 20 }") + "kiosk_limit = 3\n")
    assert programme.welcome_limit == 3
    assert unpack_programme(pack(programme)) == programme


def test_a_shop_without_the_table_gives_nothing():
    assert programme_in(document_of()).welcome is None


@pytest.mark.parametrize(
    ("prize", "key", "expected"),
    [
        ('{ credit = "5.00" }', "welcome.prize.credit", "coins or a reward"),
        ('{ reward = "teh" }', "welcome.prize.reward", 'did you mean "tea"?'),
        ("{ coins = 0 }", "welcome.prize.coins", "1"),
        ("{}", "welcome.prize", "coins, credit, a reward"),
        ("{ coins = 5, colour = 1 }", "welcome.prize.colour", ""),
    ],
)
def test_a_fault_names_its_line(prize: str, key: str, expected: str):
    document = with_welcome(prize, TEA)
    read = read_programme(document, "shop.toml")
    assert not isinstance(read, Programme)
    (fault,) = [str(one) for one in read]
    line = document.rstrip().count("\n") + 1
    assert fault.startswith(f"shop.toml:{line}: {key}")
    assert expected in fault


def test_a_table_without_a_prize_is_a_fault():
    document = f"{document_of()}\n[welcome]\n"
    read = read_programme(document, "shop.toml")
    assert not isinstance(read, Programme)
    assert any("coins or a reward" in str(one) for one in read)


def costs(each: str, hundred: str) -> str:
    return (
        f"The welcome gift costs at most {each} for each phone, once: {hundred} for"
        " 100 new members."
    )


@pytest.mark.parametrize(
    ("prize", "said"),
    [
        ("{ coins = 20 }", costs("₹10.00", "₹1,000.00")),
        ('{ reward = "tea" }', costs("₹0.00", "₹0.00")),
        (
            '{ reward = "tea" }',
            '  What "tea" costs comes on top: say it with cost in its [[reward]].',
        ),
    ],
)
def test_the_check_says_what_it_costs_at_worst(tmp_path: Path, prize: str, said: str):
    file = tmp_path / "shop.toml"
    file.write_text(with_welcome(prize, TEA), encoding="utf-8")
    lines, code = check_lines(file)
    assert code == GOOD
    assert said in lines


def test_a_faulty_file_says_no_cost(tmp_path: Path):
    file = tmp_path / "shop.toml"
    file.write_text(with_welcome("{ coins = 0 }"), encoding="utf-8")
    said, code = check_lines(file)
    assert (code, "welcome gift" in "".join(said)) == (FAULTY, False)


@pytest.mark.parametrize("name", DEMOS)
def test_both_demo_shops_welcome_people(name: str):
    text = (demo_folder() / name).read_text(encoding="utf-8")
    assert programme_in(text).welcome is not None

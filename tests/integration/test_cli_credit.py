"""`sikka topup`, `credit`, `cashout`, `give` and `import openings`, as a person runs them."""

from pathlib import Path

import pytest

from tests.helpers.command import ONE_RULE, one_rule_shop, sikka

pytestmark = pytest.mark.slow

PROGRAMME = (
    ONE_RULE
    + """
[credit]
cash_out = true

[[credit.offer]]
id = "first"
title = { en = "Pay 1,000, get 1,600" }
code = "START1600"
pay = "1000.00"
get = "1600.00"
expiry_months = 3
"""
)


def test_money_in_and_out_and_coins_by_hand(tmp_path: Path) -> None:
    shop = one_rule_shop(tmp_path, PROGRAMME)
    members = tmp_path / "members.csv"
    members.write_text("member,phone\nA-1,9876543210\n", encoding="utf-8")
    assert sikka("import", "members", members, "--data", shop).code == 0

    paid = sikka("topup", "A-1", "1000", "--receipt", "T-1", "--code", "start1600", "--data", shop)
    assert (paid.code, paid.err) == (0, "")
    assert paid.out == "Receipt T-1: ₹1,000.00 paid in and ₹600.00 on top; ₹1,600.00 can be used.\n"
    again = sikka("topup", "A-1", "1000", "--receipt", "T-1", "--data", shop)
    assert (again.code, again.out) == (2, "")
    assert "has the receipt number T-1" in again.err
    assert sikka("topup", "A-1", "1.234", "--receipt", "T-2", "--data", shop).code == 2

    assert "supervisor must approve" in sikka("cashout", "A-1", "100", "--data", shop).err
    out = sikka("cashout", "A-1", "100", "--pin", "2580", "--data", shop)
    assert out.out == "Hand over ₹100.00; ₹1,500.00 of credit can still be used.\n"
    most = sikka("cashout", "A-1", "1000", "--pin", "2580", "--data", shop)
    assert "At most ₹900 can be paid out" in most.err

    shown = sikka("credit", "A-1", "--data", shop).out.splitlines()
    assert shown[0] == "₹1,500.00 can be used."
    assert shown[1].startswith("₹600.00 until ")
    assert [line.split()[1] for line in shown[2:]] == ["-₹100.00", "₹600.00", "₹1,000.00"]

    given = sikka("give", "A-1", "50", "--reason", "Broken egg", "--pin", "2580", "--data", shop)
    assert given.out == "50 coins given; 50 can be used.\n"
    taken = sikka("give", "A-1", "-20", "--reason", "A slip", "--pin", "2580", "--data", shop)
    assert taken.out == "20 coins taken; 30 can be used.\n"
    wrong = sikka("give", "A-1", "5", "--reason", "x", "--pin", "9999", "--data", shop)
    assert (wrong.code, wrong.err) == (2, "This is no supervisor's PIN.\n")


def test_openings_are_tried_first_and_taken_once(tmp_path: Path) -> None:
    shop = one_rule_shop(tmp_path, PROGRAMME)
    members = tmp_path / "members.csv"
    members.write_text("member,phone\nA-1,9876543210\n", encoding="utf-8")
    sikka("import", "members", members, "--data", shop)
    file = tmp_path / "old.csv"
    file.write_text(
        "member,coins,expires,credit\nA-1,120,2099-07-31,250.00\nA-9,5,,\n", encoding="utf-8"
    )
    tried = sikka("import", "openings", file, "--dry-run", "--data", shop)
    assert tried.code == 2
    assert f"{file}: 1 lines would be taken: 120 coins, ₹250.00 of credit" in tried.out
    assert tried.err.startswith("line 3: nobody here has this number")
    assert "1 lines taken: 120 coins" in sikka("import", "openings", file, "--data", shop).out
    assert "0 lines taken" in sikka("import", "openings", file, "--data", shop).out
    assert "₹250.00 can be used." in sikka("credit", "9876543210", "--data", shop).out

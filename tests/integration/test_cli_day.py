"""`sikka day`, as a person runs it."""

import csv
import json
from pathlib import Path

import pytest

from tests.helpers.command import one_rule_shop, sales_file, sikka

pytestmark = pytest.mark.slow


def test_the_day_is_shown_closed_listed_exported_and_proved(tmp_path: Path) -> None:
    shop = one_rule_shop(tmp_path)
    empty = sikka("day", "close", "--pin", "2580", "--data", shop)
    assert (empty.code, empty.out) == (2, "")
    assert "done nothing yet" in empty.err
    assert sikka("day", "list", "--data", shop).out == "No day was closed yet.\n"
    sales = sales_file(
        tmp_path / "sales.csv",
        "B-1,sale,2026-06-15T11:00:00,,tea,Tea,2,70",
        "B-2,sale,2026-06-16T18:30:00,,tea,Tea,1,70",
    )
    sold = sikka("import", "sales", sales, "--data", shop)
    assert sold.code == 0, sold.err

    shown = sikka("day", "show", "--on", "2026-06-15", "--data", shop)
    assert "This till (1): 1 bill, taken ₹140.00" in shown.out
    assert "11:00  1 bill, ₹140.00" in shown.out
    told = json.loads(sikka("day", "show", "--on", "2026-06-16", "--json", "--data", shop).out)
    assert (told["store"]["taken_minor"], told["by_hour"]) == (
        7000,
        [{"hour": 18, "bills": 1, "taken_minor": 7000}],
    )

    nobody = sikka("day", "close", "--data", shop)
    assert (nobody.code, nobody.out) == (2, "")
    assert "--pin" in nobody.err
    closed = sikka("day", "close", "--pin", "2580", "--data", shop)
    assert closed.out.startswith("Day closed: no. 1\n"), closed.err
    assert "15 June to 16 June 2026" in closed.out
    again = sikka("day", "close", "--pin", "2580", "--data", shop)
    assert "Nothing happened since the day was closed as number 1." in again.err

    assert sikka("day", "list", "--data", shop).out.startswith("1  2026-06-15 to 2026-06-16")
    reprint = sikka("day", "print", "1", "--lang", "hi", "--data", shop)
    assert reprint.out.startswith("दिन का हिसाब: नं. 1 · दोबारा छपा · REPRINT\n")
    assert sikka("day", "print", "2", "--data", shop).code == 2
    out = tmp_path / "closes.csv"
    assert sikka("day", "export", "--csv", out, "--data", shop).out == f"{out}\n"
    with out.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert (rows[0]["cashier"], rows[0]["taken"]) == ("", "210")
    proved = sikka("day", "verify", "--data", shop)
    assert (proved.code, proved.out) == (0, "1 closed day, as its rows add up.\n")

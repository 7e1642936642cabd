"""Imports and exports: good rows in, broken ones named, nothing twice, everything out again."""

import json
import sqlite3

import pytest

from tests.helpers.command import one_rule_shop, sales_file, sikka

pytestmark = pytest.mark.process


def sale(number: str, sku: str = "A", units: object = 1, price: str = "70.00", **other: str) -> str:
    said = {"kind": "sale", "at": "2026-05-02T10:00:00", "member": "M1", "name": "Atta"} | other
    head = (number, said["kind"], said["at"], said["member"])
    return ",".join((*head, sku, said["name"], str(units), price))


def members(shop, *arguments: str) -> dict[str, dict[str, str]]:
    return {
        row["member"]: row for row in sikka("export", "members", "--data", shop, *arguments).rows
    }


def events(shop) -> int:
    with sqlite3.connect(shop / "station.db") as core:
        count: int = core.execute("SELECT count(*) FROM journal").fetchone()[0]
    return count


def test_good_members_join_and_broken_rows_are_named(tmp_path):
    shop = one_rule_shop(tmp_path)
    file = tmp_path / "members.csv"
    file.write_text(
        "member,phone,name,birthday\n"
        "17,98200 11201,Aarti,1990-05-31\n"
        ",12,Bad phone,\n"
        ",,Nobody,\n"
        "18,,,2999-01-01\n"
        "19,,,\n",
        encoding="utf-8",
    )
    done = sikka("import", "members", file, "--data", shop)
    assert done.code == 2
    assert "2 new members, 0 known already" in done.out
    assert [line.split(":")[0] for line in done.err.splitlines()] == ["line 3", "line 4", "line 5"]
    assert '"12" is no phone number of IN' in done.err
    found = members(shop)
    assert set(found) == {"17", "19"}
    assert found["17"]["name"] == "Aarti"
    assert found["17"]["phone"] == "'+919820011201"  # guarded: a plus sign begins a formula
    before = events(shop)
    again = sikka("import", "members", file, "--data", shop)
    assert "0 new members, 2 known already" in again.out
    assert events(shop) == before
    body = sikka("export", "journal", "--format", "jsonl", "--data", shop).out
    enrolled = [json.loads(line)["event"] for line in body.splitlines() if "enrolled" in line]
    assert {event["facts"]["consent_version"] for event in enrolled} == {"import"}
    assert "Aarti" not in body


def test_good_receipts_go_in_whole_and_broken_ones_stay_out_whole(tmp_path):
    shop = one_rule_shop(tmp_path)
    file = sales_file(
        tmp_path / "sales.csv",
        sale("1"),
        sale("2"),
        sale("2", sku="B", units="none"),
        sale("3", at="2999-01-01T10:00:00"),
        sale("4", member=""),
        sale("5"),
        sale("4", sku="B", member=""),
    )
    done = sikka("import", "sales", file, "--enrol", "--data", shop, "--json")
    report = json.loads(done.out)
    assert done.code == 2
    assert (report["receipts"], report["sales"]) == (6, 2)
    assert [row["line"] for row in report["broken_rows"]] == [4, 6, 8]
    left_out = {row["receipt"]: row["reason"] for row in report["refused_receipts"]}
    assert left_out["2"] == "receipt 2 (lines 3 to 4) was left out whole"
    assert "in the future" in left_out["3"]
    assert members(shop)["M1"]["spend_minor"] == "14000"


def test_the_same_file_twice_adds_nothing(tmp_path):
    shop = one_rule_shop(tmp_path)
    file = sales_file(
        tmp_path / "sales.csv",
        sale("1", units=3),
        sale("1", kind="return", units=1, at="2026-05-03T10:00:00"),
        sale("2", member="", price="5.00"),
    )
    first = sikka("import", "sales", file, "--enrol", "--data", shop, "--json")
    assert json.loads(first.out)["matched_return_quantity"] == 1
    before, had = events(shop), members(shop)
    again = json.loads(sikka("import", "sales", file, "--enrol", "--data", shop, "--json").out)
    assert (again["recorded_before"], again["sales"], again["returns"]) == (3, 0, 0)
    assert (events(shop), members(shop)) == (before, had)


def test_another_bill_with_a_used_number_is_refused_until_the_next_period(tmp_path):
    shop = one_rule_shop(tmp_path)  # numbers begin again on 1 January
    file = sales_file(
        tmp_path / "sales.csv",
        sale("1", at="2025-05-02T10:00:00"),
        sale("1", at="2025-05-03T10:00:00"),
        sale("1", at="2026-05-02T10:00:00"),
    )
    report = json.loads(sikka("replay", file, "--enrol", "--data", shop, "--json").out)
    assert report["sales"] == 2
    ((refused),) = report["refused_receipts"]
    assert refused["line"] == 3
    assert "has the number 1 in this period" in refused["reason"]


def test_numbers_are_those_of_a_till(tmp_path):
    shop = one_rule_shop(tmp_path)
    header = "receipt,kind,occurred_at,member,sku,name,quantity,unit_price,till,cashier"
    file = sales_file(tmp_path / "s.csv", sale("1") + ",1,c7", sale("1") + ",2,", header=header)
    report = json.loads(sikka("import", "sales", file, "--data", shop, "--json").out)
    assert (report["sales"], report["unknown_member_receipts"]) == (2, 2)
    rows = sikka("export", "sales", "--data", shop).rows
    assert [(row["till"], row["cashier"]) for row in rows] == [("1", "c7"), ("2", "")]


def test_a_return_that_names_its_bill_takes_from_that_bill(tmp_path):
    shop = one_rule_shop(tmp_path)
    header = "receipt,kind,occurred_at,member,sku,name,quantity,unit_price,original_receipt"
    back = {"kind": "return", "at": "2026-05-04T10:00:00"}
    file = sales_file(
        tmp_path / "s.csv",
        sale("1", units=2) + ",",
        sale("2", units=2, at="2026-05-03T10:00:00") + ",",
        sale("R1", **back) + ",1",
        sale("R2", units=9, **back) + ",1",
        sale("R3", **back) + ",none",
        header=header,
    )
    report = json.loads(sikka("replay", file, "--enrol", "--data", shop, "--json").out)
    reasons = [row["reason"] for row in report["refused_receipts"]]
    assert reasons == [
        "it returns 8 of A more than is left of bill 1",
        "it returns bill none, which is not known here",
    ]
    rows = sikka("export", "sales", "--data", shop).rows
    assert [row["original_receipt"] for row in rows if row["kind"] == "return"] == ["1"]


def test_a_day_in_the_past_is_folded_from_the_feed(tmp_path):
    shop = one_rule_shop(tmp_path)
    file = sales_file(
        tmp_path / "s.csv",
        sale("1", units=2),
        sale("2", at="2026-05-05T10:00:00"),
        sale("R", kind="return", units=2, at="2026-05-06T10:00:00"),
    )
    assert sikka("replay", file, "--enrol", "--data", shop).code == 0
    spent = {
        on: members(shop, "--as-of", on).get("M1", {}).get("spend_minor")
        for on in ("2026-05-01", "2026-05-02", "2026-05-05", "2026-05-06")
    }
    assert spent == {
        "2026-05-01": None,
        "2026-05-02": "14000",
        "2026-05-05": "21000",
        "2026-05-06": "7000",
    }
    assert members(shop) == members(shop, "--as-of", "2026-05-06")
    assert members(shop)["M1"]["visits"] == "1"
    assert len(sikka("export", "sales", "--as-of", "2026-05-02", "--data", shop).rows) == 1


def test_exported_sales_make_the_same_members_elsewhere(tmp_path):
    shop = one_rule_shop(tmp_path)
    header = "receipt,kind,occurred_at,member,sku,name,quantity,unit_price,discount"
    file = sales_file(
        tmp_path / "s.csv",
        sale("1", units="1.250", name='"=cmd|calc, ""x"""') + ",0.55",
        sale("1", sku="B", units=2, price="9.99") + ",",
        sale("2", member="", price="3.5") + ",",
        sale("R", kind="return", sku="B", at="2026-05-06T10:00:00", price="9.99") + ",",
        sale("R2", kind="return", sku="Z", at="2026-05-06T10:05:00") + ",",
        header=header,
    )
    assert sikka("replay", file, "--enrol", "--data", shop).code == 0
    out = tmp_path / "out.csv"
    assert sikka("export", "sales", "--data", shop, "--out", out).code == 0
    assert "'=cmd" in out.read_text("utf-8")
    (tmp_path / "b").mkdir()
    other = one_rule_shop(tmp_path / "b")
    assert sikka("replay", out, "--enrol", "--data", other).code == 0

    def known(folder):
        return {
            number: {key: value for key, value in row.items() if key != "member_id"}
            for number, row in members(folder).items()
        }

    assert known(other) == known(shop)
    assert known(shop)["M1"]["spend_minor"] == str(8695 + 999)


def test_every_coin_is_exported(tmp_path):
    shop = one_rule_shop(tmp_path)
    file = sales_file(
        tmp_path / "s.csv", sale("1", units=2), sale("R", kind="return", at="2026-05-03T10:00:00")
    )
    assert sikka("replay", file, "--enrol", "--data", shop).code == 0
    rows = sikka("export", "coins", "--data", shop).rows
    assert [(row["movement"], row["coins"], row["receipt"]) for row in rows] == [
        ("earned", "60", "1"),
        ("reversed", "-30", "R"),
    ]
    assert members(shop)["M1"]["coins_available"] == "30"


def test_a_file_nobody_can_use_changes_nothing(tmp_path):
    shop = one_rule_shop(tmp_path)
    before = events(shop)
    file = tmp_path / "s.csv"
    file.write_bytes(b"\x00\xff\xfe not a table")
    for command in (("import", "sales"), ("import", "members"), ("import", "catalogue"),
                    ("replay",)):  # fmt: skip
        done = sikka(*command, file, "--data", shop)
        assert done.code == 2
        assert done.err
    assert events(shop) == before


def test_old_times_need_a_programme_of_then(tmp_path):
    (tmp_path / "a").mkdir()
    from tests.helpers.command import ONE_RULE

    shop = one_rule_shop(tmp_path / "a", "effective_from = 2026-01-01\n" + ONE_RULE)
    file = sales_file(tmp_path / "s.csv", sale("1", at="2010-12-01T08:26:00"))
    done = sikka("replay", file, "--data", shop)
    assert done.code == 2
    assert "no programme of this shop was in force on 2010-12-01" in done.err

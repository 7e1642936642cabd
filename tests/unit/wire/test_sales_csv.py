"""A sales file is read receipt by receipt; what is broken is named by line, and left out whole."""

import lzma
from datetime import datetime
from pathlib import Path

import pytest

from app.domain.bills import BillLine
from app.wire.csv_table import BadRow, TableError
from app.wire.sales_csv import BadReceipt, Receipt, outline, receipts
from tests.helpers.command import RECEIPTS, sales_file

GOOD = "7,sale,2026-05-02T10:00:00,M1,A,Atta,2,12.50"


def read(path: Path) -> list[Receipt | BadReceipt]:
    return list(receipts(path, 2, outline(path).torn))


def rows(path: Path) -> list[BadRow]:
    return [row for one in read(path) if isinstance(one, BadReceipt) for row in one.rows]


def test_a_receipt_is_its_adjacent_lines(tmp_path):
    path = sales_file(
        tmp_path / "s.csv",
        GOOD,
        "7,sale,2026-05-02T10:00:05,M1,B,Loose rice,0.750,52",
        "8,return,2026-05-02T10:01:00,,A,Atta,1,12.5",
    )
    first, second = read(path)
    assert first == Receipt(
        line=2,
        last_line=3,
        number="7",
        kind="sale",
        occurred_at=datetime.fromisoformat("2026-05-02T10:00:00"),
        member="M1",
        original="",
        store="",
        till="",
        cashier="",
        lines=(
            BillLine("A", "Atta", "", 2000, 1250),
            BillLine("B", "Loose rice", "", 750, 5200),
        ),
    )
    assert isinstance(second, Receipt)
    assert (second.kind, second.line, second.member) == ("return", 4, "")


def test_optional_columns_come_in_any_order_and_others_are_ignored(tmp_path):
    header = "till,discount,colour," + ",".join(reversed(RECEIPTS)) + ",category,original_receipt"
    line = "2,1.25,red,12.50,2,Atta,A,M1,2026-05-02T10:00:00,return,7,Flour,B-3"
    (found,) = read(sales_file(tmp_path / "s.csv", line, header=header))
    assert isinstance(found, Receipt)
    assert (found.till, found.original) == ("2", "B-3")
    assert found.lines == (BillLine("A", "Atta", "Flour", 2000, 1250, 125),)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("7,sale,2026-05-02T10:00:00,M1,A,Atta,0,12.50", 'quantity is "0"'),
        ("7,sale,2026-05-02T10:00:00,M1,A,Atta,-1,12.50", 'quantity is "-1"'),
        ("7,sale,2026-05-02T10:00:00,M1,A,Atta,1.2345,12.50", 'quantity is "1.2345"'),
        ("7,sale,2026-05-02T10:00:00,M1,A,Atta,1,twelve", 'unit_price is "twelve"'),
        ("7,sale,2026-05-02T10:00:00,M1,A,Atta,1,12.505", "at most 2 decimals"),
        ("7,sale,2026-05-02T10:00:00,M1,A,Atta,1,-3", "not negative"),
        ("7,sale,2026-05-02T10:00:00,M1,A,Atta,1,1e9", 'unit_price is "1e9"'),
        ("7,sale,2026-05-02T10:00:00,M1,A,Atta,1,9999999999999", "far too large"),
        ("7,gift,2026-05-02T10:00:00,M1,A,Atta,1,12.50", "it must be sale or return"),
        ("7,sale,02/05/2026 10:00,M1,A,Atta,1,12.50", "write it like 2026-11-20T18:05:00"),
        ("7,sale,2026-05-02,M1,A,Atta,1,12.50", "write it like 2026-11-20T18:05:00"),
        (",sale,2026-05-02T10:00:00,M1,A,Atta,1,12.50", "has no receipt number"),
        ("7,sale,2026-05-02T10:00:00,M1,A,Atta", "has 6 cells where the header has 8"),
        ("7,sale,2026-05-02T10:00:00,M1,A,Atta,big,1,12.50", "has 9 cells"),
        (f"{'7' * 81},sale,2026-05-02T10:00:00,M1,A,Atta,1,12.50", "longer than 80 characters"),
    ],
)
def test_a_broken_row_is_named_by_its_line_and_what_to_do(tmp_path, line, said):
    good_before = GOOD.replace("7,", "6,", 1)
    path = sales_file(tmp_path / "s.csv", good_before, line, GOOD.replace("7,", "9,", 1))
    before, bad, after = read(path)
    assert isinstance(before, Receipt)
    assert isinstance(after, Receipt)
    assert isinstance(bad, BadReceipt)
    assert [row.line for row in bad.rows] == [3]
    assert said in bad.rows[0].reason


def test_one_broken_line_leaves_its_whole_receipt_out(tmp_path):
    path = sales_file(tmp_path / "s.csv", GOOD, "7,sale,2026-05-02T10:00:00,M1,B,Rice,x,5", GOOD)
    (found,) = read(path)
    assert isinstance(found, BadReceipt)
    assert (found.number, found.line, found.last_line) == ("7", 2, 4)
    assert [row.line for row in found.rows] == [3]


def test_the_halves_of_a_torn_receipt_are_both_left_out(tmp_path):
    other = GOOD.replace("7,", "8,", 1)
    found = rows(sales_file(tmp_path / "s.csv", GOOD, other, GOOD.replace(",A,", ",B,")))
    assert [row.line for row in found] == [2, 4]
    assert all("put all of them together" in row.reason for row in found)


def test_a_number_may_come_back_on_another_day(tmp_path):
    path = sales_file(tmp_path / "s.csv", GOOD, GOOD.replace("2026-05", "2027-05"))
    assert [type(one) for one in read(path)] == [Receipt, Receipt]


def test_a_receipt_has_one_member(tmp_path):
    (bad,) = rows(sales_file(tmp_path / "s.csv", GOOD, GOOD.replace("M1", "M2")))
    assert "more than one member" in bad.reason


def test_quotation_marks_keep_commas_and_line_breaks_and_lines_are_counted(tmp_path):
    path = sales_file(
        tmp_path / "s.csv",
        GOOD.replace("Atta", '"Atta, whole\nwheat"'),
        "8,sale,2026-05-02T10:00:00,M1,A,Atta,none,12.50",
    )
    assert [row.line for row in rows(path)] == [4]


def test_a_guarded_text_is_read_as_it_was(tmp_path):
    (found,) = read(sales_file(tmp_path / "s.csv", GOOD.replace("Atta", "'=1+1")))
    assert isinstance(found, Receipt)
    assert found.lines[0].name == "=1+1"


def test_spreadsheets_write_semicolons_and_marks(tmp_path):
    path = tmp_path / "s.csv"
    text = ";".join(RECEIPTS) + "\r\n" + GOOD.replace(",", ";") + "\r\n\r\n"
    path.write_bytes("\ufeff".encode() + text.encode())
    assert [type(one) for one in read(path)] == [Receipt]


def test_letters_that_are_not_utf_8_are_said(tmp_path):
    path = tmp_path / "s.csv"
    path.write_bytes((",".join(RECEIPTS) + "\n" + GOOD + "\n").encode() + "7,ñ\n".encode("latin-1")
                     + GOOD.replace("Atta", "Año").encode("latin-1"))  # fmt: skip
    assert any("save the file as CSV UTF-8" in row.reason for row in rows(path))


def test_an_xz_file_is_the_same_and_a_cut_one_is_refused(tmp_path):
    plain = sales_file(tmp_path / "s.csv", *[GOOD.replace("7,", f"{n},", 1) for n in range(500)])
    packed = tmp_path / "s.csv.xz"
    packed.write_bytes(lzma.compress(plain.read_bytes()))
    assert read(packed) == read(plain)
    packed.write_bytes(packed.read_bytes()[:-40])
    with pytest.raises(TableError, match=r"s\.csv\.xz: .*Copy it again"):
        read(packed)


def test_a_missing_column_or_file_is_one_sentence(tmp_path):
    path = sales_file(tmp_path / "s.csv", "x", header="receipt,kind,member")
    with pytest.raises(TableError, match="lacks occurred_at, sku, name, quantity, unit_price"):
        read(path)
    with pytest.raises(TableError, match="cannot be read: No such file"):
        read(tmp_path / "none.csv")
    (tmp_path / "empty.csv").touch()
    with pytest.raises(TableError, match="there is no header"):
        read(tmp_path / "empty.csv")

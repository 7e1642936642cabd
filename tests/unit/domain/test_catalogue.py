"""Catalogue files with broken rows, and labels that a scale prints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue import (
    BadRow,
    Item,
    Label,
    LabelLayout,
    quantity_for,
    read_items,
    read_label,
    read_layout,
)

HEAD = "sku,name,category,gtin,unit,price\n"
RICE = Item("10001", "Rice, loose", "Rice", "", "kg", 5200)


def read(text: str) -> list[Item | BadRow]:
    return list(read_items(text.splitlines(keepends=True), 2))


def with_check(digits: str) -> str:
    weighted = sum(int(d) * (3 if i % 2 == 0 else 1) for i, d in enumerate(reversed(digits)))
    return digits + str(-weighted % 10)


def test_good_rows_are_items_whatever_the_order_of_columns():
    text = '\ufeffPrice,Name,SKU,unit,aliases,colour\n52.00,"Rice, loose",10001,KG,चावल bigas,red\n'
    assert read(text) == [Item("10001", "Rice, loose", "", "", "kg", 5200, "चावल bigas")]


@pytest.mark.parametrize(
    ("row", "word"),
    [
        (",No sku,c,,each,1.00", "sku"),
        ("A,,c,,each,1.00", "name"),
        ("A,Name,c,,each,1.005", "price"),
        ("A,Name,c,,each,free", "price"),
        ("A,Name,c,,each,-1", "price"),
        ("A,Name,c,,each,9999999999999", "price"),
        ("A,Name,c,,dozen,1", "unit"),
        ("A,Name,c,8901030865238,each,1", "gtin"),
        ("A,Name,c,12,each,1", "gtin"),
        ("A,Name,c,,each,1,too,many", "columns"),
        (f"{'A' * 61},Name,c,,each,1", "sku"),
    ],
)
def test_a_broken_row_names_its_line_and_what_is_wrong(row, word):
    found = read(f'{HEAD}10001,"Rice, loose",Rice,,kg,52\n{row}\nB,Good,c,,each,1\n')
    assert found[0] == RICE
    assert isinstance(found[1], BadRow)
    assert found[1].line == 3
    assert word in found[1].why
    assert isinstance(found[2], Item)


def test_a_code_that_stands_twice_is_told_with_both_lines():
    found = read(f"{HEAD}A,One,,,,1\n\na ,Two,,,,1\n")
    assert isinstance(found[1], BadRow)
    assert (found[1].line, "line 2" in found[1].why) == (4, True)


@pytest.mark.parametrize("text", ["", "sku,name\nA,B\n", "\n"])
def test_a_file_without_its_columns_is_one_fault(text):
    found = read(text)
    assert [type(one) for one in found] == [BadRow]
    assert "price" in found[0].why  # type: ignore[union-attr]


def test_an_open_quotation_mark_keeps_the_rows_before_it():
    found = read(f'{HEAD}A,One,,,,1\nB,"Two,,,,1\n')
    assert isinstance(found[0], Item)
    assert isinstance(found[-1], BadRow)


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text):
    assert all(isinstance(one, Item | BadRow) for one in read(HEAD + text))


@pytest.mark.parametrize(
    "pattern", ["21IIIIIWWWWWC", "2NIIIIIPPPPPC", "2IIIIIIWWWWWC", "28IIIIVPPPPPC", "21iiiiiwwwwwc"]
)
def test_layouts_that_scales_print(pattern):
    assert read_layout(pattern) == LabelLayout(pattern.upper())


@pytest.mark.parametrize(
    "pattern",
    ["", "21IIIIIWWWWWW", "21IIIIIWWPPPC", "31IIIIIWWWWWC", "21IIIIIWWWWC", "21WWWWWWWWWWC"],
)
def test_layouts_that_make_no_sense(pattern):
    assert read_layout(pattern) is None


@given(st.integers(0, 99999), st.integers(0, 99999), st.integers(0, 12))
def test_a_label_reads_as_printed_and_a_misread_digit_never_does(code, grams, at):
    layout = LabelLayout("21IIIIIWWWWWC")
    digits = with_check(f"21{code:05d}{grams:05d}")
    assert read_label(digits, layout) == Label(f"{code:05d}", grams, None)
    wrong = digits[:at] + str((int(digits[at]) + 1) % 10) + digits[at + 1 :]
    assert read_label(wrong, layout) is None


@given(st.text(max_size=14))
def test_any_scan_may_be_tried_as_a_label(text):
    assert read_label(text, LabelLayout("2NIIIIIPPPPPC")) is None or len(text) == 13


def test_a_price_label_says_how_much_that_is():
    label = read_label(with_check("221000101300"), LabelLayout("22IIIIIPPPPPC"))
    assert label == Label("10001", None, 1300)
    assert quantity_for(1300, RICE) == 250
    assert quantity_for(0, RICE) == 1
    assert quantity_for(1300, Item("A", "Free", "", "", "kg", 0)) == 1000

"""The document a till sends: strict, and every fault a sentence that says what to do."""

import json
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.baskets import SentBasket, basket_total_minor
from app.domain.bills import Bill, total_minor
from app.wire.basket_openapi import openapi
from app.wire.baskets import (
    DOCUMENT_BYTES_MAX,
    BadBasket,
    BasketDocument,
    read_basket,
)
from tests.helpers.baskets import LINES, body, document, sent


def faults_of(**said: Any) -> dict[str, str]:
    read = read_basket(body(**said))
    assert isinstance(read, BadBasket), read
    return {one.field: one.message for one in read.faults}


def line(**said: Any) -> list[dict[str, Any]]:
    return [{"name": "Goods", "unit_price_minor": 100} | said]


def test_a_whole_document_is_taken() -> None:
    read = sent(
        opened_at="2026-11-20T18:05:00+05:30",
        discount_minor=4_500,
        total_minor=50_000,
        state="paid",
        customer={"card": " K2-1 ", "phone": None},
    )
    assert (read.card, read.phone, read.voided) == ("K2-1", "", False)
    assert read.basket.paid
    assert read.basket.opened_at_ms == 1_795_178_100_000
    first, second = (one.line for one in read.basket.lines)
    assert (first.sku, first.quantity_milli, first.unit_price_minor) == ("ATTA5", 2_000, 25_000)
    assert (second.quantity_milli, second.discount_minor) == (1_250, 500)


def test_nothing_of_the_customer_shows_in_a_log() -> None:
    assert "98765" not in repr(sent(customer={"phone": "9876543210"}))


@pytest.mark.parametrize("quantity", [1.25, "1.25", "1.250", "01.25"])
def test_a_quantity_may_be_a_number_or_a_text(quantity: object) -> None:
    read = sent(lines=line(quantity=quantity), total_minor=125)
    assert read.basket.lines[0].line.quantity_milli == 1_250


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({"source": None}, "source", "this field is missing. Write one name for this till"),
        ({"source": "two words"}, "source", "what is sent here does not fit. Write one name"),
        ({"external_id": ""}, "external_id", "does not fit. Write the till's own id"),
        ({"external_id": 5}, "external_id", "expected a text, got a whole number"),
        ({"bill_number": "x" * 61}, "bill_number", "60 characters at most"),
        ({"bill_number": "A\u0007"}, "bill_number", "no printer prints"),
        ({"currency": "rupees"}, "currency", "INR or PHP"),
        ({"lines": []}, "lines", "1 to 1500"),
        ({"lines": line(quantity=0)}, "lines[0].quantity", "0 is no quantity"),
        ({"lines": line(quantity=-1)}, "lines[0].quantity", "three decimals at most"),
        ({"lines": line(quantity="1.2345")}, "lines[0].quantity", "1.2345 is no quantity"),
        ({"lines": line(quantity="1e999999999")}, "lines[0].quantity", "is no quantity"),
        ({"lines": line(quantity="1e-999999999")}, "lines[0].quantity", "is no quantity"),
        ({"lines": line(quantity="NaN")}, "lines[0].quantity", "NaN is no quantity"),
        ({"lines": line(quantity=True)}, "lines[0].quantity", "Write pieces, kilograms"),
        ({"lines": line(quantity=1_000_001)}, "lines[0].quantity", "is no quantity"),
        ({"lines": line(unit_price_minor=1.5)}, "lines[0].unit_price_minor", "a whole number"),
        ({"lines": line(unit_price_minor="1")}, "lines[0].unit_price_minor", "got a text"),
        ({"lines": line(unit_price_minor=-1)}, "lines[0].unit_price_minor", "does not fit"),
        ({"lines": line(unit_price_minor=10**30)}, "lines[0].unit_price_minor", "does not fit"),
        ({"lines": line(discount_minor=101)}, "lines[0].discount_minor", "more than the line"),
        ({"lines": line(gtin="123")}, "lines[0].gtin", "8, 12, 13 or 14 digits"),
        ({"lines": line(color="red")}, "lines[0].color", "no such field is known"),
        ({"total_minor": 54_501}, "total_minor", "the lines come to 54500"),
        ({"discount_minor": 60_000}, "discount_minor", "more than the bill costs"),
        ({"lines": line(unit_price_minor=0), "total_minor": 0}, "total_minor", "nothing"),
        ({"customer": {"name": "Asha"}}, "customer.name", "leave it out"),
        ({"customer": "Asha"}, "customer", 'Write {"card"'),
        ({"state": "done"}, "state", "Write open, paid, or voided"),
        ({"opened_at": "yesterday"}, "opened_at", "2026-11-20T18:05:00+05:30"),
        ({"opened_at": "2026-11-20T18:05:00"}, "opened_at", "2026-11-20T18:05:00+05:30"),
        ({"store": "main"}, "store", "no such field is known; leave it out."),
    ],
)
def test_a_fault_says_where_what_and_what_to_do(
    said: dict[str, Any], field: str, words: str
) -> None:
    faults = faults_of(**said)
    assert words in faults[field]
    assert "`" not in faults[field]


def test_all_sums_that_are_wrong_are_told_at_once() -> None:
    lines = [*line(quantity=0), *line(discount_minor=200)]
    assert set(faults_of(lines=lines)) == {"lines[0].quantity", "lines[1].discount_minor"}


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"\xff", b"[]", b"null", b"[" * 100_000])
def test_what_is_no_document_is_told(data: bytes) -> None:
    read = read_basket(data)
    assert isinstance(read, BadBasket)
    assert read.faults[0].field == ""


def test_a_document_that_no_event_holds_is_refused() -> None:
    read = read_basket(body() + b" " * DOCUMENT_BYTES_MAX)
    assert isinstance(read, BadBasket)
    assert "256 KB" in read.faults[0].message


def test_a_byte_order_mark_is_no_fault() -> None:
    assert isinstance(read_basket(b"\xef\xbb\xbf" + body()), SentBasket)


MINOR = st.integers(0, 10**7)
LINE = st.fixed_dictionaries(
    {"unit_price_minor": MINOR, "name": st.text(max_size=20)},
    optional={
        "quantity": st.decimals("0.001", "999", places=3).map(str),
        "sku": st.text(max_size=20),
        "gtin": st.sampled_from(["", "8901030865278"]),
    },
)


@given(st.lists(LINE, min_size=1, max_size=12), st.data())
def test_what_is_taken_comes_to_the_bill_it_becomes(
    lines: list[dict[str, Any]], data: st.DataObject
) -> None:
    """The total of the document, of the basket and of the bill made from it are one."""
    comes_to = sum(
        int(
            (one["unit_price_minor"] * Decimal(one.get("quantity", "1"))).to_integral(ROUND_HALF_UP)
        )
        for one in lines
    )
    assume(comes_to > 0)
    off = data.draw(st.integers(0, comes_to - 1))
    read = read_basket(body(lines=lines, total_minor=comes_to - off, discount_minor=off))
    assert isinstance(read, SentBasket), read
    bill_lines = tuple(one.line for one in read.basket.lines)
    bill = Bill("b", "1", bill_lines, discount_minor=read.basket.discount_minor)
    assert total_minor(bill) == basket_total_minor(read.basket) == comes_to - off


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20,
), st.sampled_from(sorted(document())))  # fmt: skip
def test_no_value_in_any_field_is_more_than_a_fault(value: Any, field: str) -> None:
    read = read_basket(json.dumps(document() | {field: value}).encode())
    assert isinstance(read, SentBasket | BadBasket)
    if isinstance(read, BadBasket):
        assert all(one.message.strip() for one in read.faults)


def test_the_description_names_every_field_and_says_what_to_write() -> None:
    told = openapi("1")
    shapes = told["components"]["schemas"]
    assert set(shapes["BasketDocument"]["properties"]) == set(BasketDocument.__struct_fields__)
    for shape in ("BasketDocument", "BasketLineDocument", "CustomerDocument"):
        for name, field in shapes[shape]["properties"].items():
            assert field["description"].startswith("Write"), name
    assert json.dumps(told)


def test_the_helper_sends_what_the_tests_say() -> None:
    assert len(sent().basket.lines) == len(LINES)

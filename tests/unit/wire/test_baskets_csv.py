"""Bills in CSV and JSON files, as old tills write them."""

import json

import pytest

from app.domain.baskets import SentBasket, basket_total_minor
from app.wire.basket_files import read_basket_file
from app.wire.baskets import BadBasket
from app.wire.baskets_csv import Money
from tests.helpers.baskets import document

RUPEES = Money("INR", 2)
GOOD = """bill_number,name,quantity,unit_price,discount,total
A-1,Atta,2,250,,545.00
A-1,Tomato,1.25,40,5,545.00
"""


def read(text: str | bytes, name: str = "bill.csv") -> tuple[SentBasket, ...] | BadBasket:
    return read_basket_file(name, text if isinstance(text, bytes) else text.encode(), RUPEES)


def bills(text: str | bytes, name: str = "bill.csv") -> tuple[SentBasket, ...]:
    found = read(text, name)
    assert isinstance(found, tuple), found
    return found


def faults(text: str | bytes, name: str = "bill.csv") -> list[str]:
    found = read(text, name)
    assert isinstance(found, BadBasket), found
    return [f"{one.field}: {one.message}" for one in found.faults]


def test_a_file_is_a_bill() -> None:
    (one,) = bills(GOOD)
    assert (one.basket.source, one.basket.external_id, one.basket.number) == (
        "folder",
        "A-1",
        "A-1",
    )
    assert basket_total_minor(one.basket) == 54_500
    assert [line.line.quantity_milli for line in one.basket.lines] == [2_000, 1_250]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_any_encoding_and_delimiter_a_till_writes(encoding: str, delimiter: str, end: str) -> None:
    text = GOOD.replace(",", delimiter).replace("\n", end).replace("Atta", "Crème")
    (one,) = bills(text.encode(encoding))
    assert one.basket.lines[0].line.name == "Crème"


def test_all_columns() -> None:
    (one,) = bills(
        "Source,External_ID,Bill_Number,Opened_At,Currency,SKU,GTIN,Category,Unit_Price,"
        "Bill_Discount,Total,Card,Phone,State\n"
        "marg,99,A/1,2026-11-20T18:05:00+05:30,INR,S1,8901030865278,Food,100.50,0.50,100,K2-1,"
        "9876543210,paid\n"
    )
    basket = one.basket
    assert (basket.source, basket.external_id, basket.number) == ("marg", "99", "A/1")
    assert (basket.discount_minor, basket.paid) == (50, True)
    assert basket.lines[0].gtin == "8901030865278"
    assert (one.card, one.phone) == ("K2-1", "9876543210")


def test_several_bills_in_one_file() -> None:
    text = "bill_number,unit_price,total\nA-1,10,10\nA-2,20,20\n"
    assert [one.basket.number for one in bills(text)] == ["A-1", "A-2"]
    listed = json.dumps([document("1"), document("2")])
    assert [one.basket.external_id for one in bills(listed, "two.json")] == ["1", "2"]


def test_a_number_no_id_may_have_makes_one() -> None:
    (one,) = bills("bill_number,unit_price,total\nबिल 7,10,10\n")
    assert one.basket.number == "बिल 7"
    assert one.basket.external_id.isascii()


def test_two_numbers_never_make_the_same_id() -> None:
    rows = "".join(f"{number},10,10\n" for number in ("बिल ७", "बिल ८", "A 1", "A_1", "१" * 60))
    found = bills(f"bill_number,unit_price,total\n{rows}")
    assert len({one.basket.external_id for one in found}) == 5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The file is empty"),
        (" \n", "The file is empty"),
        ("a,b\n1,2\n", "the header lacks bill_number, unit_price, total"),
        ("bill_number,unit_price,total\n", "There is no bill in this file"),
        ("bill_number,unit_price,total\nA-1,10\n", "line 2: has 2 cells where the header has 3"),
        ("bill_number,unit_price,total\n,10,10\n", "line 2: there is no bill_number"),
        ("bill_number,unit_price,total\nA-1,,0\n", 'line 2: unit_price is "none"'),
        ('bill_number;unit_price;total\nA-1;"12,50";"12,50"\n', "like 1264.50, with a point"),
        ("bill_number,unit_price,total\nA-1,-1,-1\n", "not below 0"),
        ("bill_number,unit_price,total\nA-1,10,11\n", "line 2: total: 1100 is said"),
        (
            "bill_number,unit_price,total\nA-1,10,20\nA-1,10,21\n",
            "line 2: the rows of this bill differ in total",
        ),
        (
            "bill_number,unit_price,total\nA-1,10,10\nA-2,5,5\nA-1,10,10\n",
            "line 4: bill A-1 has other rows elsewhere",
        ),
        (
            "bill_number,unit_price,total,quantity\nA-1,10,20,1\nA-1,10,20,0\n",
            "line 3: quantity: 0 is no quantity",
        ),
        ("bill_number,unit_price,total,state\nA-1,10,10,done\n", "state: what is sent"),
    ],
)
def test_a_fault_names_its_line_and_what_to_do(text: str, words: str) -> None:
    assert any(words in one for one in faults(text)), faults(text)


def test_thousands_may_be_grouped() -> None:
    (one,) = bills('bill_number,unit_price,total\nA-1,"1,23,456.50","1,23,456.50"\n')
    assert basket_total_minor(one.basket) == 12_345_650


@pytest.mark.parametrize("data", [b"\x00\x01\x02,", b"bill\x81\x8d"])
def test_bytes_that_are_no_letters_are_told(data: bytes) -> None:
    assert faults(data) == [": The letters of this file cannot be read. Save it as UTF-8."]


@pytest.mark.parametrize("text", ["[", "[]", "{", "5", '[{"source": 5}]'])
def test_json_that_is_no_bill_is_told(text: str) -> None:
    assert faults(text, "bill.JSON")


def test_one_bad_bill_keeps_the_others_of_its_file_out() -> None:
    listed = json.dumps([document("1"), document("2") | {"total_minor": 5}])
    (fault,) = faults(listed, "two.json")
    assert fault.startswith("[1].total_minor: 5 is said")

"""One word for one thing in Hindi: who reads a screen meets it in one spelling and one tone."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[3]
QML: Final = ROOT / "resources" / "qml" / "Sikka"
# What people at the till read: panels and screens, and the sentences these are filled with.
TILL: Final = {
    file.stem for folder in ("Panels", "Screens") for file in (QML / folder).glob("*")
} | {
    *("approval", "baskets", "bill", "calls", "cards", "codes", "coins", "conflicts"),
    *("connection", "counter", "credit", "desk", "enrol", "exchange", "find", "held", "member"),
    *("member_pin", "people", "printing", "returns", "review", "sales", "sentences", "setup"),
    *("signin", "spending", "station", "today", "training", "vouchers"),
}


def _said() -> dict[str, list[str]]:
    root = ET.parse(ROOT / "resources" / "i18n" / "sikka_hi.ts").getroot()
    return {
        context.findtext("name") or "": [
            text for said in context.iter("translation") for text in said.itertext() if text.strip()
        ]
        for context in root.iter("context")
    }


def _with(pattern: str, texts: list[str]) -> list[str]:
    return [text for text in texts if re.search(pattern, text)]


@pytest.mark.parametrize("customers", ["सदस्य", "पिन", "टिल", "दर्ज[ाे]", "स्तर"])
def test_people_at_the_till_do_not_read_the_words_for_customers(customers: str):
    found = {name: _with(customers + r"(?!\w)", texts) for name, texts in _said().items()}
    assert {name: texts for name, texts in found.items() if texts and name in TILL} == {}


def test_people_at_the_till_are_asked_in_one_tone():
    # What is said aloud to a customer stands in quotes, and is said as one speaks to a customer.
    politely = ("इए", "िए")
    others = {"चाहिए", "लिए", "इसलिए", "दिए", "किए"}
    found = [
        (name, text)
        for name, texts in _said().items()
        if name in TILL
        for text in texts
        for word in re.findall(r"[ऀ-ॣ]+", re.sub("“[^”]*”", "", text))
        if word.endswith(politely) and word not in others
    ]
    assert found == []


def test_words_are_spelt_in_one_way():
    dotted = {name: _with("[खग]\u093c|[\u0959\u095a]", texts) for name, texts in _said().items()}
    assert {name: texts for name, texts in dotted.items() if texts} == {}

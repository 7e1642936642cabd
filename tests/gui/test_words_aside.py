"""A word in another language, while the screens stay in theirs."""

import pytest
from PySide6.QtGui import QGuiApplication

from app.ui.application import resources
from app.ui.words import Words, translate


def number(n: int) -> str:
    return translate("goals", "{count} coin(s)", None, n).format(count=n)


@pytest.fixture
def words(qapp: QGuiApplication):
    words = Words(resources() / "i18n")
    words.use("en")
    yield words
    words.drop()


def test_a_member_is_spoken_to_in_another_language_than_the_cashier(words: Words):
    with words.aside("hi"):
        assert translate("bill", "Store credit") == "स्टोर क्रेडिट"
        assert number(2) == "2 सिक्के"
        with words.aside("fil"):
            assert translate("codes", "Use on the bill") == "Gamitin sa resibo"
        assert number(1) == "1 सिक्का"
    assert translate("bill", "Store credit") == "Store credit"
    assert number(1) == "1 coin"
    assert number(2) == "2 coins"


def test_what_fails_inside_leaves_the_screens_language_as_it_was(words: Words):
    with pytest.raises(ZeroDivisionError), words.aside("hi"):
        _ = 1 / 0
    assert number(2) == "2 coins"


def test_english_is_spoken_aside_as_well(words: Words):
    words.use("hi")
    with words.aside("en"):
        assert number(2) == "2 coins"
    assert number(2) == "2 सिक्के"

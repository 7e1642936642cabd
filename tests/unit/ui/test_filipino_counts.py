"""In Filipino coins are counted as in English, one word for one coin and another for more."""

import re
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from app.ui.application import resources
from app.ui.words import Words, translate

I18N = resources() / "i18n"


def _forms() -> Iterator[tuple[str, str, str]]:
    """Yield every text that counts coins, with what it says of one and of more."""
    for message in ET.parse(I18N / "sikka_fil.ts").getroot().iter("message"):
        source, said = message.findtext("source") or "", message.find("translation")
        if message.get("numerus") and said is not None and "coin(s)" in source:
            one, more = (form.text or "" for form in said)
            yield source, one, more


def _sentences(part: object) -> Iterator[dict[str, str]]:
    """Yield every sentence of a part of the history's words, by language."""
    if isinstance(part, dict) and "fil" in part:
        yield part
    elif isinstance(part, dict):
        for one in part.values():
            yield from _sentences(one)


def test_one_coin_and_several_coins_on_the_screens():
    found = list(_forms())
    assert len(found) > 40
    wrong = [
        source
        for source, one, more in found
        if re.search(r"\} (pang )?coins\b", one) or re.search(r"\} (pang )?coin\b", more)
    ]
    assert not wrong


def test_one_coin_and_several_coins_in_the_history():
    text = tomllib.loads((I18N / "history.toml").read_text("utf-8"))
    counted = [one["fil"] for one in _sentences(text) if "{coins?" in one["en"]]
    assert len(counted) > 15
    assert not [one for one in counted if re.search(r"\{coins\} (pang )?coins?\b", one)]


def test_the_form_goes_by_the_number():
    with Words(I18N).aside("fil"):
        said = {n: translate("goals", "{count} coin(s)", None, n) for n in (1, 2, 4, 6, 9, 21)}
    assert said == {n: "{count} coin" if n == 1 else "{count} coins" for n in said}

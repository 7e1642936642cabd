"""The kiosk's help: what is asked in four ways of writing finds its topic, answered truly.

help_phrasings.toml holds 352 ways to ask, written before their author had seen the phrases of
resources/i18n/help.toml. Of the two that a topic has in each way of writing, the first and every
other second were then used to improve the help; 88 were kept out of that, nearly all misspelt.
Right topic: before, 66 % of all, 52 % of the second ones; after, 97 % of all, 93 % of the 88
(English 21 of 22, Hindi 20, Hinglish 21, Filipino 20), 91 % of all with one slip more; of what is
about something else 81 % goes unanswered. One person wrote the questions and improved
the help, so strangers may be understood a little less well.
"""

import random
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

import app
from app.domain.texts import text_in
from app.insight.help import Answer, answers, ask, topic_of
from app.insight.help_figures import figures_of
from app.insight.help_words import Words
from app.insight.words import catalogue
from app.services.rewards import redeem
from app.services.shop import Shop
from app.station import Station
from tests.helpers.people import create, joined, opened
from tests.helpers.rewards import give
from tests.helpers.shops import document_of, enrol, new_station

LANGUAGES = ("en", "hi", "fil")
SHOPS = {"india-grocery": "+919812345670", "philippines-sarisari": "+639171234567"}
I18N = Path(app.__file__).parent.parent / "resources" / "i18n"
BUTTON = re.compile("“(.*?)”")
SLOT = re.compile(r"\{(\w+)")
TEXTS = ("title", "answer", "none", "done")
TOPICS = catalogue("help")


class Phrasing(NamedTuple):
    """A way to ask, and whether it was kept out of all work on the help."""

    topic: str
    language: str
    text: str
    held_out: bool


def phrasings() -> Iterator[Phrasing]:
    path = Path(__file__).with_name("help_phrasings.toml")
    for number, (topic, languages) in enumerate(tomllib.loads(path.read_text("utf-8")).items()):
        for at, (language, texts) in enumerate(languages.items()):
            for order, text in enumerate(texts):
                yield Phrasing(topic, language, text, order == 1 and (number + at) % 2 == 1)


ASKED = [one for one in phrasings() if one.topic != "none"]
ELSEWHERE = [one for one in phrasings() if one.topic == "none"]


def share_right(some: list[Phrasing]) -> float:
    right = [one for one in some if topic_of(one.text) == one.topic]
    return len(right) / len(some)


# ---------------------------------------------------------------- finding


def test_every_topic_is_asked_for_in_every_way_of_writing():
    assert {one.topic for one in ASKED} == set(TOPICS)
    assert len(ASKED) == 2 * 4 * len(TOPICS)
    assert sum(one.held_out for one in ASKED) == len(ASKED) // 4


def test_nine_of_ten_questions_find_their_topic():
    assert share_right(ASKED) >= 0.9


def test_nine_of_ten_questions_never_worked_on_find_their_topic():
    assert share_right([one for one in ASKED if one.held_out]) >= 0.9


@pytest.mark.parametrize("language", ["en", "hi", "hinglish", "fil"])
def test_every_way_of_writing_is_understood(language):
    assert share_right([one for one in ASKED if one.language == language]) >= 0.85


def test_a_slip_more_in_every_question_is_mostly_forgiven():
    slips = random.Random(11)
    slipped = [one._replace(text=with_slip(one.text, slips)) for one in ASKED]
    assert share_right(slipped) >= 0.85


def with_slip(text: str, slips: random.Random) -> str:
    """Return a text with a letter left out, doubled or swapped with the next."""
    at = slips.randrange(len(text) - 1)
    one, two = text[at], text[at + 1]
    return text[:at] + slips.choice((two, one + one + two, two + one)) + text[at + 2 :]


def test_what_is_asked_about_something_else_is_seldom_answered():
    unanswered = [one for one in ELSEWHERE if not topic_of(one.text)]
    assert len(unanswered) / len(ELSEWHERE) >= 0.8


@pytest.mark.parametrize("text", ["", "   ", "?!", "🙂", "\u0000", "9" * 5000, "ab" * 5000])
def test_no_text_is_too_odd_to_ask(text):
    assert topic_of(text) == ""


def test_titles_find_themselves():
    wrong = {
        text: topic_of(text)
        for topic, entry in TOPICS.items()
        for text in entry["title"].values()
        if topic_of(text) != topic
    }
    assert wrong == {}


SOURCE = {"small": "the my", "meanings": {"coin": "coin sikka", "voucher": "voucher", "old": "old"}}


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("sikka", "coin"),  # as it is written
        ("सिक्का", "coin"),  # in another script
        ("sika", "coin"),  # as it sounds
        ("vowcher", "voucher"),  # a slip
        ("vchr", "voucher"),  # by its consonants
    ],
)
def test_a_word_is_known_however_it_is_spelt(typed, meaning):
    assert [set(one) for one in Words(SOURCE, []).read(f"the {typed}")] == [{meaning}]


def test_words_typed_without_a_blank_are_taken_apart():
    assert Words(SOURCE, []).read("myoldvoucher") == ({"old": 1.0}, {"voucher": 1.0})


def test_a_word_like_no_other_means_nothing():
    assert Words(SOURCE, ["desk"]).read("xyzzy desk my") == ({}, {"desk": 1.0})


# ---------------------------------------------------------------- the sentences


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_is_told_in_every_language_with_the_same_figures(topic):
    entry = TOPICS[topic]
    assert {"title", "answer"} <= entry.keys()
    assert ("none" in entry) == ("needs" in entry)
    assert ("done" in entry) == ("left" in entry)
    for name in TEXTS:
        if name in entry:
            said = entry[name]
            assert tuple(said) == LANGUAGES
            assert len({frozenset(SLOT.findall(text)) for text in said.values()}) == 1, name
            assert all(text.strip() for text in said.values())


def translations(language: str) -> set[str]:
    """Return what the screens say in a language; in English, what is translated."""
    root = ET.parse(I18N / f"sikka_{'hi' if language == 'en' else language}.ts").getroot()
    tag = "source" if language == "en" else "translation"
    return {message.findtext(tag) or "" for message in root.iter("message")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_is_called_what_the_screen_calls_it(language):
    named = {
        name
        for entry in TOPICS.values()
        for variant in TEXTS[1:]
        for name in BUTTON.findall(entry.get(variant, {}).get(language, ""))
    }
    assert named
    assert named - translations(language) == set()


# ---------------------------------------------------------------- real shops


class Place(NamedTuple):
    station: Station
    shop: Shop
    phone: str


@pytest.fixture(scope="module", params=SHOPS)
def place(request, tmp_path_factory):
    """A demo shop and a phone number of its country."""
    folder = tmp_path_factory.mktemp(request.param)
    create(folder, request.param)
    with opened(folder) as (station, shop, _):
        yield Place(station, shop, SHOPS[request.param])


def said(shop: Shop, member: str, language: str, topic: str) -> str:
    return next(one.answer for one in answers(shop, member, language) if one.topic == topic)


def told(shop: Shop, member: str) -> list[Answer]:
    return [one for language in LANGUAGES for one in answers(shop, member, language)]


def test_every_figure_named_is_given(place):
    shop = place.shop
    member = joined(shop, "Noor").member
    named = {
        slot
        for entry in TOPICS.values()
        for name in TEXTS
        for text in entry.get(name, {}).values()
        for slot in SLOT.findall(text)
    }
    needed = {entry[key] for entry in TOPICS.values() for key in ("needs", "left") if key in entry}
    assert named | needed <= figures_of(shop, member, "en").keys()


def test_a_new_member_and_one_with_coins_are_answered_in_full(place):
    shop = place.shop
    member = joined(shop, "Lata").member
    for coins in (0, 1, 5000):
        if coins:
            give(shop, member, coins)
        for one in told(shop, member):
            assert one.question, one
            assert one.answer, one
            assert "{" not in one.answer, one
            assert not re.search(r"\s[.,।]|  |: ?[.।]|^,|\.\.", one.answer), one


def test_one_coin_is_one_and_two_are_two(place):
    shop = place.shop
    member = joined(shop, "Mohan").member
    give(shop, member, 1)
    assert "1 coin," in said(shop, member, "en", "balance")
    assert "1 सिक्का है" in said(shop, member, "hi", "balance")
    give(shop, member, 1)
    assert "2 coins," in said(shop, member, "en", "balance")
    assert "2 सिक्के हैं" in said(shop, member, "hi", "balance")


def test_a_reward_taken_is_told_of(place):
    shop = place.shop
    member = joined(shop, "Tara").member
    nothing = {topic: said(shop, member, "en", topic) for topic in ("voucher_use", "pickup")}
    give(shop, member, 100_000)
    for reward in shop.programme.rewards:
        redeem(shop, "", member, reward.id, pickup=True)
    place.station.pump()
    live = [held for held in shop.state(member).vouchers if held.status == "live"]
    first = min(live, key=lambda held: held.until)
    titles = {reward.id: text_in(reward.title, "en") for reward in shop.programme.rewards}
    assert titles[first.reward] in said(shop, member, "en", "voucher_expiry")
    for topic, before in nothing.items():
        assert said(shop, member, "en", topic) != before


def test_no_answer_shows_a_birthday_or_a_phone_number(place):
    shop, phone = place.shop, place.phone
    known = joined(shop, "Usha", phone, birthday=date(1987, 12, 29)).member
    unknown = joined(shop, "Rita").member
    shown = " ".join(one.answer for one in told(shop, known))
    digits = re.sub(r"\D", "", shown)
    assert phone[-10:] not in digits
    assert phone[-6:] not in shown
    assert not re.search(r"1987|29 Dec|Dec\w* 29|29 दिस|29/12|12/29|12-29", shown)
    assert said(shop, known, "en", "birthday") != said(shop, unknown, "en", "birthday")


def test_asking_gives_the_answer_and_what_is_near(place):
    shop = place.shop
    member = joined(shop, "Vani").member
    helped = ask(shop, member, "hi", "mera card kho gya")
    assert helped.answer is not None
    assert helped.answer.topic == "card_lost"
    assert helped.answer.answer == said(shop, member, "hi", "card_lost")
    assert "card_lost" not in {one.topic for one in helped.near}
    assert ask(shop, member, "en", "asdfgh jkl").answer is None


PLAIN = document_of().replace("expiry_months = 3\nmonth_end = true\n", "").replace("= 15", "= 0")


def test_a_shop_that_offers_little_says_so(tmp_path):
    with new_station(tmp_path, document=PLAIN.replace("step = 5", "step = 1")) as station:
        shop = station.shop
        member = enrol(shop)
        heard = {one.topic: one.answer for one in answers(shop, member, "en")}
    assert heard["expiry"].startswith("Your coins do not end.")
    assert heard["rewards"].startswith("There is nothing to choose from just now.")
    assert heard["birthday"] == "There is no birthday gift just now."
    assert "days" not in heard["return"]
    assert "steps" not in heard["use_coins"]
    assert "From 10 coins on; coins can pay up to 50 % of a bill." in heard["use_coins"]

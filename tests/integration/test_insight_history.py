"""A member's history: every kind of event and every effect in plain words, in every language."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.effects import EFFECTS, Earn, Effect, Spend
from app.domain.events import Event, Kind
from app.domain.facts import FACTS, Facts
from app.domain.members import coins_on
from app.insight.explain import explain_event, explain_member
from app.insight.history import history, legs_of
from app.insight.lots import coin_book
from app.insight.member_events import Told, open_tape, whole_life
from app.insight.telling import Teller
from app.insight.words import catalogue
from app.services.returns import ReturnAsk, record_return
from tests.helpers.command import one_rule_shop, sales_file, sikka
from tests.helpers.shops import STAFF, document_of, enrol, later, merge, new_station, sell
from tests.helpers.tree import ROOT

LANGUAGES = ("en", "hi", "fil")
SLOT = re.compile(r"\{(\w+)")
small = st.integers(1, 2000)
dates = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    with new_station(tmp_path_factory.mktemp("told")) as station:
        yield station.shop


def test_every_sentence_is_there_in_every_language_with_the_same_values():
    for section, sentences in catalogue().items():
        for name, texts in sentences.items():
            assert set(texts) == set(LANGUAGES), f"{section}.{name}"
            slots = [set(SLOT.findall(texts[one])) for one in LANGUAGES]
            assert slots[0] == slots[1] == slots[2], f"{section}.{name}"
            assert all(text.strip() for text in texts.values())


def some(kind: type) -> st.SearchStrategy:
    """Any values of a kind, with numbers and dates people meet."""
    texts = st.sampled_from(["base", "goal:x|2026-06-30|1", "reward", "0" * 32])
    with_sense = {int: small, str: texts, date: dates}
    for one, how in with_sense.items():
        st.register_type_strategy(one, how)
    try:
        return st.from_type(kind)
    finally:
        for one, how in ((int, st.integers()), (str, st.text()), (date, st.dates())):
            st.register_type_strategy(one, how)


def an_event(kind: Kind, facts: Facts, *effects: Effect) -> Event:
    return Event(
        "1" * 32,
        kind,
        "2" * 32,
        "",
        "",
        "",
        "",
        date(2026, 6, 15),
        0,
        330,
        facts,
        effects,
    )


def told(shop, event, language):
    with open_tape(shop) as tape:
        story = Teller(shop, tape, language).tell(Told(1, event), every_effect=True)
    for sentence in (story.title, *story.why):
        assert sentence.strip()
        assert "{" not in sentence
        assert "}" not in sentence
    return story


QUICK = settings(max_examples=4, suppress_health_check=list(HealthCheck), deadline=None)


@pytest.mark.parametrize("kind", list(FACTS))
@QUICK
@given(data=st.data())
def test_every_kind_of_event_has_its_sentence(shop, kind, data):
    event = an_event(kind, data.draw(some(FACTS[kind])))
    titles = [told(shop, event, language).title for language in LANGUAGES]
    if kind != "greeted":  # its sentence is the shop's own
        assert len(set(titles)) == len(LANGUAGES), titles


@pytest.mark.parametrize("effect", EFFECTS, ids=lambda one: one.__name__)
@QUICK
@given(data=st.data())
def test_every_effect_has_its_sentence(shop, effect, data):
    event = an_event("day_ended", data.draw(some(FACTS["day_ended"])), data.draw(some(effect)))
    lines = [told(shop, event, language).why[0] for language in LANGUAGES]
    assert len(set(lines)) == len(LANGUAGES), lines


def test_coins_used_and_coins_earned_on_one_bill_stay_apart():
    """C34: fifty used and three earned are never shown as forty-seven used."""
    day = date(2026, 6, 15)
    legs = legs_of((Spend(50, "s"), Earn(3, "", day, None, "base", 300, 100, 3, "")))
    assert (legs.coins_in, legs.coins_out) == (3, 50)


def test_a_history_reads_newest_first_and_goes_on_where_it_stopped(tmp_path):
    with new_station(tmp_path) as station:
        shop = station.shop
        member = enrol(shop)
        for at in range(5):
            later(shop, days=1)
            sell(shop, f"A-{at}", 40_000, member=member)
        station.pump()
        sell(shop, "A-fresh", 10_000, member=member)
        whole = history(shop, member, "en", 20)
        assert [one.receipt for one in whole] == [
            "A-fresh", "A-4", "A-3", "A-2", "A-1", "A-0", "",
        ]  # fmt: skip
        assert whole[0].number == 0
        first = history(shop, member, "en", 3)
        rest = history(shop, member, "en", 20, before=first[-1].number)
        assert first + rest == whole
        assert whole[-2].title == "Bought for ₹400"
        assert "4 coins: 1 for 100, counted on ₹400" in whole[-2].why
        assert "25 coins: Welcome, counted on ₹400" in whole[-2].why


def test_a_title_stays_the_one_that_was_promised(tmp_path):
    with new_station(tmp_path) as station:
        member = enrol(station.shop)
        sell(station.shop, "A-1", 20_000, member=member)
        station.pump()
        document = document_of().replace("1 for 100", "Something else")
        from tests.helpers.shops import programme_in

        station.publish(document, programme_in(document).id)
        assert (
            "2 coins: 1 for 100, counted on ₹200" in history(station.shop, member, "en", 5)[0].why
        )


def test_what_came_back_and_what_a_merge_brought_are_explained_to_the_coin(tmp_path):
    with new_station(tmp_path) as station:
        shop = station.shop
        asha, ravi = enrol(shop, "asha"), enrol(shop, "ravi")
        sold = sell(shop, "A-1", 90_000, member=asha)
        sell(shop, "B-1", 50_000, member=ravi)
        later(shop, days=1)
        sell(shop, "A-2", 30_000, member=asha, coins=20)
        ask = ReturnAsk(shop.mint(), "R-1", sale=sold.sale, amount_minor=40_000)
        record_return(shop, STAFF, ask)
        merge(shop, asha, ravi)
        station.pump()
        state = shop.state(asha)
        balance = coins_on(state, shop.moment().on)
        with open_tape(shop) as tape:
            book = coin_book(asha, [one.event for one in whole_life(tape, asha)])
        assert book.balance == sum(lot.amount for lot in state.lots) - state.debt - state.overdraft
        assert sum(one.coins for one in book.movements) == balance.available + balance.pending
        for language in LANGUAGES:
            text = "\n".join(explain_member(shop, asha, language))
            assert f"{book.balance}" in text.splitlines()[-1]
            assert "B-1" in text
        text = "\n".join(explain_event(shop, sold.sale, "en"))
        assert "1 for 100: ₹900, ×100%, wanted 9, given 9" in text
        assert "What took it back:" in text
        assert "R-1" in "".join(one.receipt for one in history(shop, asha, "en", 9))


def test_a_bill_that_was_counted_before_says_so(shop):
    event = an_event("sold", _sold(shop))
    with open_tape(shop) as tape:
        story = Teller(shop, tape, "en").tell(Told(3, replace(event, effects=()), counted=False))
    assert story.why[0] == "This had been counted before, so it adds nothing"


def _sold(shop):
    member = enrol(shop, "twice")
    sale = sell(shop, "Z-1", 10_000, member=member).sale
    with open_tape(shop) as tape:
        found = tape.event(sale)
    assert found is not None
    return found.event.facts


def test_no_sentence_is_left_over():
    """A sentence nobody says would be translated for nothing."""
    code = "".join(path.read_text() for path in (ROOT / "app" / "insight").glob("*.py"))
    code = code.replace("'", '"')
    sentences = catalogue()
    for section in ("why", "explain", "movement", "dates"):
        for name in sentences[section]:
            assert f'"{name}"' in code, f"{section}.{name}"
    kinds = sorted((*FACTS, "tier", "adjusted"), key=len, reverse=True)
    for name in sentences["event"]:
        assert f'"{name}"' in code or any(name.startswith(kind) for kind in kinds), name


@pytest.mark.process
def test_a_member_and_an_event_are_explained_on_the_command_line(tmp_path):
    folder = one_rule_shop(tmp_path)
    sales = sales_file(tmp_path / "sales.csv", "1,sale,2026-05-04T10:00:00,ann,tea,Tea,2,70.00")
    assert sikka("import", "sales", sales, "--data", folder, "--enrol").code == 0
    said = sikka("explain", "ann", "--data", folder)
    assert said.code == 0, said.err
    assert "3 coins for every 7 (bill 1)" in said.out
    assert said.out.splitlines()[-1] == "In all: 60 came, 0 went, 60 left"
    (event,) = set(re.findall(r"\[(\w{32})\]", said.out))
    why = sikka("explain", event, "--data", folder, "--lang", "hi")
    assert "3 coins for every 7: ₹140, ×100%, बनते थे 60, मिले 60" in why.out
    nobody = sikka("explain", "nobody at all", "--data", folder)
    assert nobody.code == 2
    assert nobody.err.strip()

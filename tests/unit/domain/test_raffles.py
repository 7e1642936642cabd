"""Draws: the same for everybody, fair, and nothing of them can be changed unseen."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.draws import Ticket, Win, draw, path_of, root_by_path, root_of, seed_hash
from app.domain.effects import Gift
from app.domain.facts import Entry
from app.domain.fold import blank
from app.domain.members import Award
from app.domain.promises import Raffle, RafflePrize
from app.domain.raffle_proofs import Place, proof_of_draw, proof_of_ticket, verify
from app.domain.raffles import Opening, cuts, entries_of, raffle_keep_until, terms_of, tickets_of
from tests.helpers.programmes import PROGRAMME
from tests.helpers.tries import tries

RAFFLE = Raffle(
    "pasko",
    {"en": "Christmas draw"},
    opens=date(2026, 11, 16),
    closes=date(2026, 12, 24),
    draws_on=date(2027, 1, 6),
    prizes=(
        RafflePrize("rice", {"en": "Sack of rice"}, 2),
        RafflePrize("ham", {"en": "Ham"}, 3),
    ),
    mechanics={"en": "One ticket for every 500."},
    permit="DTI-1",
    claim_days=60,
)
RUNNING = replace(PROGRAMME, raffles=(RAFFLE,))
SEED = bytes(range(32))
OPENING = Opening(date(2026, 11, 1), 7, "ab" * 32, seed_hash(SEED))
TERMS = terms_of(RUNNING, RAFFLE, OPENING)
PRIZES = [(prize.id, prize.count) for prize in RAFFLE.prizes]


def entries(members: int, tickets: int = 3) -> tuple[Entry, ...]:
    return tuple(Entry(f"{at:032x}", f"gift:g||{at:032x}", tickets) for at in range(members))


def proof_text(members: int = 9) -> str:
    tickets = tickets_of("pasko", entries(members))
    root = root_of(TERMS, tickets)
    wins = draw(SEED, root, PRIZES, tickets)
    frozen = Place(date(2027, 1, 6), 40, "cd" * 32)
    drawn = Place(date(2027, 1, 6), 41, "ef" * 32)
    return proof_of_draw(TERMS, tickets, SEED.hex(), root, wins, frozen, drawn)


# ---------------------------------------------------------------- tickets


def test_tickets_count_from_the_opening_to_the_close():
    awards = tuple(
        Award(f"gift:g||{day}", day, None, (Gift("tickets", 2, "pasko", day, None),))
        for day in (date(2026, 11, 15), RAFFLE.opens, RAFFLE.closes, date(2026, 12, 25))
    )
    other = Award(
        "gift:h||1", RAFFLE.opens, None, (Gift("tickets", 9, "diwali", RAFFLE.opens, None),)
    )
    state = replace(blank("m"), awards=(*awards, other))
    assert [one.tickets for one in entries_of(state, RAFFLE)] == [2, 2]


def test_an_erased_or_merged_member_has_no_ticket():
    award = Award(
        "gift:g||1", RAFFLE.opens, None, (Gift("tickets", 2, "pasko", RAFFLE.opens, None),)
    )
    state = replace(blank("m"), awards=(award,))
    assert entries_of(state, RAFFLE)
    assert not entries_of(replace(state, erased=True), RAFFLE)
    assert not entries_of(replace(state, merged_into="n"), RAFFLE)


def test_grants_of_one_key_join_so_that_no_number_stands_twice():
    """Two members who had reached the same goal and are one now."""
    gift = Gift("tickets", 2, "pasko", RAFFLE.opens, None)
    award = Award("goal:g|2026-12|1", RAFFLE.opens, None, (gift,))
    state = replace(blank("m"), awards=(award, award))
    numbers = [one.number for one in tickets_of("pasko", entries_of(state, RAFFLE))]
    assert len(numbers) == len(set(numbers)) == 4


def test_a_published_ticket_names_neither_member_nor_bill():
    ticket = tickets_of("pasko", [Entry("a" * 32, "gift:g||" + "b" * 32, 1)])[0]
    assert "a" * 8 not in str(ticket).lower()
    assert "b" * 8 not in str(ticket).lower()
    assert ticket.holder != tickets_of("diwali", [Entry("a" * 32, "k", 1)])[0].holder


def test_grants_with_tickets_are_kept_until_the_prizes_are_claimed():
    assert raffle_keep_until(RUNNING, "pasko") == date(2027, 3, 7)
    assert raffle_keep_until(RUNNING, "gone") is None


# ---------------------------------------------------------------- the draw


def test_everybody_wins_at_most_once():
    tickets = tickets_of("pasko", entries(20, 50))
    wins = draw(SEED, root_of(TERMS, tickets), PRIZES, tickets)
    assert [win.prize for win in wins] == ["rice", "rice", "ham", "ham", "ham"]
    assert len({win.holder for win in wins}) == 5


def test_with_many_a_member_wins_once_for_each_ticket():
    tickets = tickets_of("pasko", entries(1, 4))
    wins = draw(SEED, "00" * 32, [("rice", 10)], tickets, many=True)
    assert sorted(win.ticket for win in wins) == [one.number for one in tickets]


def test_prizes_nobody_is_left_for_stay():
    assert len(draw(SEED, "00" * 32, PRIZES, tickets_of("pasko", entries(2)))) == 2
    assert draw(SEED, "00" * 32, PRIZES, ()) == ()


def test_every_ticket_has_the_same_chance():
    """Chi-square over 3,000 seeds: with 9 degrees of freedom 27.9 is passed once in a thousand."""
    tickets = tuple(Ticket(f"{at}", f"{at}") for at in range(10))
    hits = dict.fromkeys((one.number for one in tickets), 0)
    for at in range(3000):
        hits[draw(at.to_bytes(32), "00" * 32, [("p", 1)], tickets)[0].ticket] += 1
    assert sum((count - 300) ** 2 / 300 for count in hits.values()) < 27.9


def test_a_holder_of_more_tickets_wins_more_often():
    tickets = tuple(Ticket(f"{at}", "much" if at < 8 else "little") for at in range(10))
    wins = [draw(at.to_bytes(32), "00" * 32, [("p", 1)], tickets)[0] for at in range(1000)]
    assert 760 < sum(win.holder == "much" for win in wins) < 840


@given(st.binary(min_size=32, max_size=32), st.integers(0, 30), st.integers(1, 4))
@tries(40)
def test_a_draw_follows_from_seed_and_root_alone(seed: bytes, members: int, tickets: int):
    listed = tickets_of("pasko", entries(members, tickets))
    root = root_of(TERMS, listed)
    wins = draw(seed, root, PRIZES, listed)
    assert wins == draw(seed, root, PRIZES, tickets_of("pasko", entries(members, tickets)[::-1]))
    assert len(wins) == min(5, members)
    assert {(win.ticket, win.holder) for win in wins} <= set(listed)


# ---------------------------------------------------------------- root and paths


@given(st.integers(1, 40), st.data())
@tries(40)
def test_a_short_path_proves_any_ticket_and_no_other(members: int, data: st.DataObject):
    tickets = tickets_of("pasko", entries(members, 1))
    ticket = data.draw(st.sampled_from(tickets))
    path = path_of(tickets, ticket.number)
    assert len(path) <= 6
    assert root_by_path(TERMS, ticket, path) == root_of(TERMS, tickets)
    forged = ticket._replace(holder=ticket.holder + "X")
    assert root_by_path(TERMS, forged, path) != root_of(TERMS, tickets)


@given(st.integers(0, 20))
@tries(20)
def test_one_ticket_more_is_another_root(members: int):
    few, more = tickets_of("pasko", entries(members)), tickets_of("pasko", entries(members + 1))
    assert root_of(TERMS, few) != root_of(TERMS, more)
    assert root_of(TERMS, more) != root_of(TERMS + " ", more)


# ---------------------------------------------------------------- proofs


def test_a_published_proof_holds_and_says_what_was_checked():
    verdict = verify(proof_text(), seed_hash=seed_hash(SEED))
    assert verdict.good
    said = " ".join(check.sentence for check in verdict.checks)
    assert seed_hash(SEED) in said
    assert "27 tickets" in said
    assert "the same 5 winners" in said


def test_a_raffle_nobody_took_part_in_has_a_proof_too():
    assert verify(proof_text(members=0)).good


PROOF = json.loads(proof_text())


@pytest.mark.parametrize("key", sorted(PROOF))
def test_any_changed_field_fails(key: str):
    for changed in _changed(PROOF[key]):
        assert not verify(json.dumps({**PROOF, key: changed})).good, (key, changed)
    assert not verify(json.dumps({one: PROOF[one] for one in PROOF if one != key})).good


def _changed(value: object) -> list[object]:
    match value:
        case str():
            return [value[:-1] + ("0" if value[-1] != "0" else "1"), value + "0", ""]
        case int():
            return [value + 1]
        case list():
            return [value[:-1], value[::-1], [*value, value[0]], []]
        case dict():
            return [{**value, key: new} for key, one in value.items() for new in _changed(one)]
        case _:
            return []


@given(st.integers(0, len(proof_text()) - 1), st.sampled_from('0a" Z'))
@tries(150)
def test_any_changed_character_that_means_something_fails(at: int, character: str):
    text = proof_text()
    changed = text[:at] + character + text[at + 1 :]
    try:
        same = json.loads(changed) == json.loads(text)
    except ValueError:
        same = False
    assert verify(changed).good == same


def test_a_shop_that_forges_a_whole_new_proof_is_caught_by_what_hung_in_the_shop():
    tickets = tickets_of("pasko", entries(9))
    chosen = bytes(32)
    terms = terms_of(RUNNING, RAFFLE, OPENING._replace(seed_hash=seed_hash(chosen)))
    root = root_of(terms, tickets)
    place = Place(date(2027, 1, 6), 40, "cd" * 32)
    wins = draw(chosen, root, PRIZES, tickets)
    forged = proof_of_draw(
        terms, tickets, chosen.hex(), root, wins, place, place._replace(position=41)
    )
    assert verify(forged).good
    assert not verify(forged, seed_hash=seed_hash(SEED)).good
    assert not verify(forged, root=PROOF["root"]).good


def test_a_winner_put_in_by_hand_is_found_though_the_digest_was_made_anew():
    tickets = tickets_of("pasko", entries(9))
    root = root_of(TERMS, tickets)
    wins = list(draw(SEED, root, PRIZES, tickets))
    loser = next(one for one in tickets if one.holder not in {win.holder for win in wins})
    wins[0] = Win("rice", *loser)
    frozen = Place(date(2027, 1, 6), 40, "")
    forged = proof_of_draw(
        TERMS, tickets, SEED.hex(), root, wins, frozen, frozen._replace(position=41)
    )
    bad = [check.sentence for check in verify(forged).checks if not check.holds]
    assert len(bad) == 1
    assert "Drawing again" in bad[0]


def test_one_ticket_has_a_proof_of_its_own():
    tickets = tickets_of("pasko", entries(9))
    text = proof_of_ticket(TERMS, tickets, tickets[5].number)
    assert verify(text, root=root_of(TERMS, tickets)).good
    assert len(text) < 4000
    for key, value in json.loads(text).items():
        for changed in _changed(value):
            assert not verify(json.dumps({**json.loads(text), key: changed})).good
    with pytest.raises(ValueError, match="not in list"):
        proof_of_ticket(TERMS, tickets, "AAAA")


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", "7", '{"a":1,"a":2}', "[" * 100_000, '{"sikka_raffle": 1}']
)
def test_what_is_no_proof_is_refused_in_words(text: str):
    verdict = verify(text)
    assert not verdict.good
    assert "not the whole file" in verdict.checks[0].sentence


# ---------------------------------------------------------------- a running raffle is kept

DURING = date(2026, 12, 1)


def cut(**change: object) -> tuple[str, ...]:
    raffle = replace(RAFFLE, **change)  # type: ignore[arg-type]
    return cuts(RUNNING, replace(PROGRAMME, raffles=(raffle,)), DURING)


def test_a_running_raffle_keeps_what_it_promised():
    fewer = (replace(RAFFLE.prizes[0], count=1), RAFFLE.prizes[1])
    other = (replace(RAFFLE.prizes[0], title={"en": "Spoon"}), RAFFLE.prizes[1])
    assert "2 times promised and would be 1" in cut(prizes=fewer)[0]
    assert "cannot become another" in cut(prizes=other)[0]
    assert len(cut(prizes=RAFFLE.prizes[:1])) == 1
    assert cut(closes=date(2026, 12, 20))
    assert cut(opens=date(2026, 12, 1))
    assert cut(draws_on=date(2027, 1, 7))
    assert cut(claim_days=30)
    assert cut(permit="DTI-2")
    assert "cannot be taken out" in cuts(RUNNING, PROGRAMME, DURING)[0]


def test_a_raffle_may_grow_while_it_runs():
    more = (*RAFFLE.prizes, RafflePrize("pen", {"en": "Pen"}, 9))
    assert cut(prizes=more) == ()
    assert cut(closes=date(2026, 12, 31), claim_days=90) == ()


def test_before_it_opens_and_once_it_is_frozen_nothing_is_running():
    assert cuts(RUNNING, PROGRAMME, date(2026, 11, 15)) == ()
    assert cuts(RUNNING, PROGRAMME, RAFFLE.draws_on) == ()
    assert cuts(RUNNING, replace(PROGRAMME, effective_from=RAFFLE.draws_on), DURING) == ()

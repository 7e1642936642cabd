"""Raffles, leaderboards and campaigns of a programme: what is read, what is a fault and where."""

import pytest

from app.domain.programme import Programme
from app.storage.rows import pack, unpack_programme
from app.wire.programmes import read_programme
from tests.helpers.people import DEMO
from tests.helpers.shops import document_of, programme_in

RAFFLE = """
[[raffle]]
id = "draw"
title = { en = "Draw" }
opens = 2026-11-20
closes = 2026-12-24
draws_on = 2027-01-06
mechanics = { en = "Two coins a ticket." }
ticket_coins = 2

[[raffle.prize]]
id = "rice"
title = { en = "Rice" }
count = 2
"""

CAMPAIGN = """
[[campaign]]
id = "pasko"
title = { en = "Christmas" }
dates = ["2026-11-16", "2027-01-06"]
goal = { measure = "spend", target = "1000.00" }
budget_coins = 100
"""


def faults(extra: str, replaced: dict[str, str] | None = None, *, on: bool = True) -> list[str]:
    """The faults of the test programme with more tables: line of `extra` (from 0), and words."""
    base = document_of()
    if on:
        base = base.replace("[shop]", "[shop]\nraffles = true", 1)
    for old, new in (replaced or {}).items():
        base = base.replace(old, new)
    read = read_programme(base + extra, "p")
    if isinstance(read, Programme):
        return []
    start = base.count("\n") + 1
    return [f"{one.line - start}: {one.where}: {one.found}, {one.expected}" for one in read]


def test_a_raffle_is_a_fault_unless_the_shop_switched_draws_on():
    assert faults(RAFFLE) == []
    (fault,) = faults(RAFFLE, on=False)
    assert fault.startswith("1: raffle[1]:")
    assert "restricted in India" in fault
    assert "DTI permit" in fault


def test_a_draw_in_the_philippines_needs_a_permit():
    (fault,) = faults(RAFFLE, {'country = "IN"': 'country = "PH"'})
    assert "permit" in fault
    with_permit = RAFFLE.replace("mechanics", 'permit = "DTI-1"\nmechanics', 1)
    assert faults(with_permit, {'country = "IN"': 'country = "PH"'}) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("draws_on = 2027-01-06", "draws_on = 2026-12-24", "6: raffle[1].draws_on"),
        ("closes = 2026-12-24", "closes = 2026-11-19", "5: raffle[1].closes"),
        ("opens = 2026-11-20", "opens = 7", "4: raffle[1].opens"),
        ("opens = 2026-11-20\n", "", "1: raffle[1].opens"),
        ('mechanics = { en = "Two coins a ticket." }\n', "", "1: raffle[1].mechanics"),
        ("ticket_coins = 2\n", "", "nobody can have a ticket"),
        ("ticket_coins = 2\n", "ticket_limit = 2\n", "a limit on tickets not for sale"),
        ("count = 2", "count = 0", "13: raffle[1].prize[1].count"),
        ("count = 2", "counts = 2", "an unknown key"),
        ("count = 2", "count = 9999\n" + RAFFLE[RAFFLE.index("[[raffle.p") :], "own (prize[1]"),
        (RAFFLE[RAFFLE.index("[[raffle.p") :], "", "no prize"),
    ],
)
def test_a_raffle_that_does_not_fit_is_a_fault_at_its_line(old: str, new: str, said: str):
    assert old in RAFFLE
    found = faults(RAFFLE.replace(old, new))
    assert any(said in fault for fault in found), found


def test_an_id_stands_once():
    assert "an id of its own (raffle[1]" in faults(RAFFLE * 2)[0]
    assert "an id of its own (campaign[1]" in faults(CAMPAIGN * 2)[0]
    board = '\n[[leaderboard]]\nid = "a"\ntitle = { en = "A" }\n'
    assert faults(board) == []
    assert "an id of its own (leaderboard[1]" in faults(board * 2)[0]
    assert "3 to 10000" in faults(board + "at_least = 2\n")[0]


def test_tickets_of_a_raffle_nobody_knows_are_a_fault():
    challenge = """
[[challenge]]
id = "three"
title = { en = "Three" }
count = "visits"
target = 3
prize = { raffle = "drow", tickets = 1 }
"""
    (fault,) = faults(RAFFLE + challenge)
    assert "did you mean" in fault
    assert faults(RAFFLE + challenge.replace("drow", "draw")) == []


def test_every_mechanic_names_a_campaign_that_is_there():
    raffle = RAFFLE.replace("ticket_coins", 'campaign = "paskp"\nticket_coins', 1)
    (fault,) = faults(CAMPAIGN + raffle)
    assert 'raffle[1].campaign: "paskp"' in fault
    assert 'did you mean "pasko"' in fault
    (fault,) = faults("", {'id = "staples"': 'id = "staples"\ncampaign = "none"'})
    assert "earn[2].campaign" in fault


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('["2026-11-16", "2027-01-06"]', '["2027-01-06", "2026-11-16"]'),
        ('["2026-11-16", "2027-01-06"]', '"2026-11-16"'),
        ('"1000.00"', "1000"),
        ('measure = "spend", ', ""),
        ('"spend"', '"money"'),
        ("budget_coins = 100", "budget_coins = 0"),
    ],
)
def test_a_campaign_that_cannot_be_read_is_a_fault(old: str, new: str):
    assert faults(CAMPAIGN) == []
    assert faults(CAMPAIGN.replace(old, new))


def test_a_programme_with_all_of_it_is_packed_and_unpacked():
    base = document_of().replace("[shop]", "[shop]\nraffles = true", 1)
    programme = programme_in(base + RAFFLE + CAMPAIGN)
    assert programme.campaigns[0].target == 100_000
    assert unpack_programme(pack(programme)) == programme


@pytest.mark.parametrize("name", ["india-grocery", "philippines-sarisari"])
def test_the_demo_shops_use_them(name: str):
    programme = programme_in((DEMO / f"{name}.toml").read_text(encoding="utf-8"))
    assert len(programme.campaigns) == 2
    assert programme.leaderboards
    assert bool(programme.raffles) == (programme.country == "PH")

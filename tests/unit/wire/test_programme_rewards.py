"""Rewards, promo codes and gifts in a programme document: what is read, and what is a fault."""

from dataclasses import dataclass
from datetime import date

import pytest

from app.domain.effects import Benefit
from app.domain.programme import Programme
from app.storage.rows import pack, unpack_programme
from app.wire.programmes import read_programme
from app.wire.programmes.templates import demo_folder
from tests.helpers.shops import document_of, programme_in

REWARD = """
[[reward]]
id = "tea"
title = { en = "Tea" }
kind = "item"
coins = 50
skus = ["T1"]
"""
PROMO = """
[[promo]]
id = "diwali"
title = { en = "Diwali" }
kind = "percent"
value = 10
code = "DIWALI26"
"""
GIFT = """
[[gift]]
id = "big"
title = { en = "Big" }
when = { minimum = "500.00" }
prize = { reward = "tea" }
"""


def faults_of(more: str) -> list[str]:
    read = read_programme(document_of() + more, "shop.toml")
    return [] if isinstance(read, Programme) else [str(fault) for fault in read]


def test_a_reward_has_all_its_keys():
    document = (
        document_of()
        + """
[[reward]]
id = "hamper"
title = { en = "Hamper" }
kind = "percent"
coins = 500
value = 15
minimum = "100.00"
ceiling = "75.00"
skus = ["A"]
categories = ["Sweets"]
stock = 25
limit = { times = 2, per = "month" }
tiers = ["gold"]
opens = 2026-10-20
closes = "2026-11-11"
valid_days = 20
starts_after_days = 1
brand = "B"
paid_by = "P"
cost = "12.50"
"""
    )
    (reward,) = programme_in(document).rewards
    assert reward.benefit == Benefit("percent", 15, 10_000, 7_500, ("sku:A", "category:Sweets"))
    assert (reward.stock, reward.limit, reward.limit_period) == (25, 2, "month")
    assert reward.tiers == frozenset({"gold"})
    assert (reward.opens, reward.closes) == (date(2026, 10, 20), date(2026, 11, 11))
    assert (reward.valid_days, reward.starts_after_days, reward.cost_minor) == (20, 1, 1_250)


def test_kinds_that_are_given_at_once():
    programme = programme_in(
        document_of()
        + """
[[reward]]
id = "credit"
title = { en = "Credit" }
kind = "credit"
coins = 100
value = "50.00"
"""
    )
    assert programme.rewards[0].credit_minor == 5_000
    assert unpack_programme(pack(programme)) == programme


@pytest.mark.parametrize("name", ["india-grocery.toml", "philippines-sarisari.toml"])
def test_the_demo_programmes_have_every_kind(name: str):
    text = (demo_folder() / name).read_text(encoding="utf-8")
    programme = programme_in(text)
    kinds = {reward.benefit.kind for reward in programme.rewards if not reward.credit_minor}
    assert kinds == {"percent", "fixed", "item", "sample", "service"}
    assert any(reward.credit_minor for reward in programme.rewards)
    assert any(reward.tiers for reward in programme.rewards)
    assert any(reward.opens for reward in programme.rewards)
    assert sorted(promo.batch for promo in programme.promos) == [0, 50]
    assert len(programme.gifts) >= 2
    assert unpack_programme(pack(programme)) == programme


@dataclass(frozen=True)
class Bad:
    more: str
    line: str
    said: str


BAD = [
    Bad(REWARD.replace('"item"', '"percent"').replace("skus", "value = 101\nskus"),
        "value = 101", "whole number from 1 to 100"),
    Bad(REWARD + "stock = 0\n", "stock = 0", "whole number from 1"),
    Bad(REWARD + "limit = { times = 0 }\n", "limit =", "whole number from 1"),
    Bad(REWARD + "opens = 2026-10-02\ncloses = 2026-10-01\n", "closes =", "from 2026-10-02 on"),
    Bad(REWARD.replace('skus = ["T1"]\n', ""), "[[reward]]", "skus or categories"),
    Bad(REWARD.replace('kind = "item"\n', ""), "[[reward]]", "one of percent, fixed"),
    Bad(REWARD + 'value = "0"\n', "value =", 'such as "1"'),
    Bad(REWARD.replace('"item"', '"fixed"') + 'value = "90.00"\nminimum = "50.00"\n',
        "value =", "at most the minimum"),
    Bad(REWARD.replace('"item"', '"tickets"') + 'value = 3\nraffle = "none"\n',
        "raffle =", "the id of a raffle"),
    Bad(REWARD + REWARD, 'id = "tea"', "an id of its own (reward[1]"),
    Bad(REWARD + 'tiers = ["bronze"]\n', "tiers =", '"silver", "gold"'),
    Bad(PROMO + PROMO.replace('"diwali"', '"again"').replace("DIWALI26", "D1WALI26"),
        "D1WALI26", "another than that of promo[1]"),
    Bad(PROMO.replace("DIWALI26", "SK7FA3KM9PX2C4D"), "code =", "card or voucher number"),
    Bad(PROMO.replace("DIWALI26", "SKVALI") + "batch = 5\n", "code =", "card or voucher number"),
    Bad(PROMO.replace("DIWALI26", "दिवाली"), "code =", "capitals and digits"),
    Bad(PROMO + "limit = 0\n", "limit =", "whole number from 1"),
    Bad(PROMO + 'dates = ["2026-11-11", "2026-10-26"]\n', "dates =", "two dates in order"),
    Bad(GIFT, "prize =", "the id of a reward"),
    Bad(REWARD + GIFT + 'per = "100.00"\n', "per =", "a voucher comes once with a bill"),
    Bad(REWARD + GIFT + "cap = { times = 0 }\n", "cap =", "whole number from 1"),
]  # fmt: skip


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.said)
def test_a_fault_names_its_line(bad: Bad):
    found = faults_of(bad.more)
    assert len(found) == 1, found
    assert bad.said in found[0]
    lines = (document_of() + bad.more).split("\n")
    named = lines[int(found[0].split(":")[1]) - 1]
    assert bad.line.split(" =")[0] in named or named.startswith("[["), (named, found)


def test_early_access_needs_something_that_opens_for_the_tier():
    early = document_of().replace("grace_days = 15", "grace_days = 15\nearly_days = 2") + REWARD
    read = read_programme(early, "shop.toml")
    assert not isinstance(read, Programme)
    assert "early access to nothing" in str(read[0])
    assert programme_in(early + "opens = 2026-10-02\n").rewards[0].opens == date(2026, 10, 2)

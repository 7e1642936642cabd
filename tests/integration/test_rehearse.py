"""A rehearsal says what a real replay would have done, and leaves the shop as it is."""

import json
import sqlite3
from fractions import Fraction

import pytest

from app.insight import feed
from app.station.rehearsing import rehearse
from app.station.replaying import replay_file
from tests.helpers.command import ONE_RULE, one_rule_shop, sales_file, sikka

pytestmark = pytest.mark.slow

SALES = (
    "1,sale,2026-05-04T10:00:00,ann,tea,Tea,2,70.00",
    "2,sale,2026-05-05T10:00:00,bob,rice,Rice,1,350.50",
    "3,sale,2026-05-05T11:00:00,,rice,Rice,1,100.00",
    "4,return,2026-05-06T10:00:00,ann,tea,Tea,1,70.00",
    "5,sale,2026-05-07T10:00:00,ann,tea,Tea,1,70.00",
    "6,sale,2026-05-08T10:00:00,bob,tea,Tea,3,70.00",
)
DRAFT = (
    ONE_RULE.replace("coins = 3", "coins = 5")
    + """
[[earn]]
id = "welcome"
title = { en = "Welcome" }
coins = 40
when = { first_purchase = true }

[[challenge]]
id = "twice"
title = { en = "Come twice" }
count = "visits"
target = 2
window = "week"
prize = { coins = 10 }

[[campaign]]
id = "may"
title = { en = "May" }
dates = ["2026-05-01", "2026-05-31"]
budget_coins = 5
"""
).replace('per = "7.00"', 'per = "7.00"\ncampaign = "may"')


def files(tmp_path):
    draft = tmp_path / "draft.toml"
    draft.write_text(DRAFT, encoding="utf-8")
    return draft, sales_file(tmp_path / "sales.csv", *SALES)


def test_a_rehearsal_counts_every_coin_by_rule(tmp_path):
    draft, sales = files(tmp_path)
    measured = rehearse(None, draft, sales).draft
    given = {one.source: one for one in measured.given}
    # ann keeps 70 + 70, bob 350.50 and 210: 5 coins for every full 7 of each bill that is kept.
    assert given["every-7"].coins == 5 * (10 + 10 + 50 + 30)
    assert (given["welcome"].coins, given["welcome"].winners) == (80, 2)
    assert (given["goal:twice"].coins, given["goal:twice"].winners) == (20, 2)
    assert measured.coins == 600
    assert measured.sales_minor == 14_000 + 35_050 + 10_000 + 21_000
    assert measured.cost_minor == 600 * 10
    assert measured.cost_percent == Fraction(6000 * 100, 80_050)
    assert (measured.liability_coins, measured.liability_minor) == (600, 6000)
    assert [(one.member, one.coins) for one in measured.top] == [("BOB", 450), ("ANN", 150)]
    assert [(one.campaign, one.coins, one.days_over) for one in measured.budgets] == [
        ("may", 500, 5),
    ]  # fmt: skip


def test_a_rehearsal_is_what_a_replay_does(tmp_path):
    shop = one_rule_shop(tmp_path, DRAFT)
    draft, sales = files(tmp_path)
    measured = rehearse(None, draft, sales).draft
    tally = replay_file(shop, sales, enrol=True, past=True)
    assert measured.liability_coins == tally.outstanding
    assert measured.members == tally.members
    assert measured.receipts == tally.receipts == len(SALES)
    sums: dict[str, int] = {}
    for _, event in feed.events(shop):
        for effect in event.effects:
            sign = {"Earn": 1, "Reverse": -1}.get(type(effect).__name__, 0)
            if sign:
                sums[effect.rule] = sums.get(effect.rule, 0) + sign * effect.amount  # type: ignore[union-attr]
    assert {one.source: one.coins for one in measured.given if one.coins} == sums


def test_the_difference_to_the_programme_in_force(tmp_path):
    shop = one_rule_shop(tmp_path)
    before = contents(shop)
    draft, sales = files(tmp_path)
    done = sikka("rehearse", draft, "--on", sales, "--data", shop, "--json")
    assert done.code == 0, done.err
    report = json.loads(done.out)
    assert report["current"]["coins"] == 300
    changes = {one["source"]: one["coins"] for one in report["changes"]}
    assert changes == {"every-7": 200, "welcome": 80, "goal:twice": 20}
    assert contents(shop) == before
    said = sikka("rehearse", draft, "--on", sales, "--data", shop)
    assert "The draft costs ₹30.00 more:" in said.out
    assert "Campaign may: 500 of 5 coins, over its budget on 5 days" in said.out


def contents(shop):
    """Every row of every file of a shop."""
    rows = {}
    for path in sorted(shop.glob("*.db")):
        with sqlite3.connect(path) as db:
            rows[path.name] = list(db.iterdump())
    return rows

"""Months of receipts through the counter's use cases agree with an independent short oracle."""

import csv
import json
import random
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.command import one_rule_shop, sikka
from tests.helpers.oracle import Answer, Rule, Told, told
from tests.helpers.tree import ROOT

pytestmark = pytest.mark.process

RULE = Rule(coins=3, per_minor=700, window_days=15)
REAL = sorted((ROOT.parent / "shared" / "data").glob("*.csv.xz"))
COLUMNS = "receipt kind occurred_at member sku name quantity unit_price".split()


def synthetic(path: Path, seed: int) -> None:
    """Write some weeks with everything that is awkward: see the comments."""
    rng = random.Random(seed)
    at = datetime.fromisoformat("2026-05-20T09:00:00")
    skus = [(f"S{n}", rng.choice([0, 5, 99, 250, 333, 1999])) for n in range(12)]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number in range(400):
            # Half of them in the same minute as the one before, days off in between.
            if rng.random() < 0.5:
                at += rng.choice([timedelta(minutes=40), timedelta(hours=9), timedelta(days=3)])
            kind = "return" if rng.random() < 0.3 else "sale"
            member = rng.choice(["", "M1", "M2", "M3", "m4 ", "M5"]).strip()
            for sku, price in rng.choices(skus, k=rng.randint(1, 5)):  # a sku twice on a bill
                units = rng.randint(1, 4)
                writer.writerow([f"N{number}", kind, at.isoformat(), member, sku, f"Item {sku}",
                                 units, f"{price // 100}.{price % 100:02d}"])  # fmt: skip


def replayed(path: Path, folder: Path) -> tuple[dict[str, Any], dict[str, Answer]]:
    shop = one_rule_shop(folder)
    done = sikka("replay", path, "--data", shop, "--enrol", "--json")
    assert done.code == 0, done.err
    exported = sikka("export", "members", "--data", shop)
    members = {
        row["member"]: Answer(
            coins=int(row["coins_available"]) + int(row["coins_pending"]) - int(row["coins_debt"]),
            status_points=int(row["status_points"]),
            spend_minor=int(row["spend_minor"]),
            visits=int(row["visits"]),
        )
        for row in exported.rows
    }
    return json.loads(done.out), members


def agrees(report: dict[str, Any], members: dict[str, Answer], oracle: Told) -> None:
    assert members == oracle.members
    assert report["matched_return_quantity"] == oracle.matched
    assert report["unmatched_return_quantity"] == oracle.unmatched
    assert report["coins_outstanding"] == sum(one.coins for one in oracle.members.values())
    assert report["coins_earned"] - report["coins_reversed"] == report["coins_outstanding"]


@pytest.mark.parametrize("seed", range(3))
def test_every_member_has_what_the_oracle_says(tmp_path, seed):
    path = tmp_path / "sales.csv"
    synthetic(path, seed)
    oracle = told(path, RULE)
    assert oracle.matched > 50  # the file is worth asking about
    assert oracle.unmatched > 50
    members = {number.upper(): answer for number, answer in oracle.members.items()}
    report, found = replayed(path, tmp_path)
    agrees(report, found, Told(members, oracle.matched, oracle.unmatched))


@pytest.mark.slow
@pytest.mark.skipif(not REAL, reason="the real file is kept outside the project")
def test_half_a_year_of_a_real_shop_agrees_with_the_oracle(tmp_path):
    report, members = replayed(REAL[0], tmp_path)
    agrees(report, members, told(REAL[0], RULE))
    assert report["receipts"] == report["sales"] + report["returns"]
    assert report["refused_receipts"] == report["broken_rows"] == []

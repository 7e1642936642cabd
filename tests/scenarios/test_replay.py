"""Months of receipts through the counter's use cases agree with an independent short oracle."""

import csv
import json
import lzma
import random
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from itertools import groupby, islice
from pathlib import Path
from typing import Any

import pytest

from app.domain.effects import Earn, Expire, Grant, Reverse
from app.insight.feed import events
from app.station.examining import examine
from tests.helpers.command import ONE_RULE, one_rule_shop, sikka
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


def replayed(
    path: Path, folder: Path, programme: str = ONE_RULE
) -> tuple[dict[str, Any], dict[str, Answer]]:
    shop = one_rule_shop(folder, programme)
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


def everything_promised() -> str:
    """Return the demo's whole programme, in force in those years.

    Prices are those of the file, so the one adaptation is that no tier has prices of its own.
    """
    text = (ROOT / "resources/demo/india-grocery.toml").read_text(encoding="utf-8")
    assert "effective_from = 2026-04-01\n" in text
    text = text.replace("effective_from = 2026-04-01\n", "effective_from = 2010-04-01\n")
    return text.replace("member_price = 2\n", "")


def some_of(path: Path, to: Path, receipts: int) -> None:
    """Write the first receipts of a file."""
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        taken = islice(groupby(rows, key=lambda row: row[0]), receipts)
        with to.open("w", newline="", encoding="utf-8") as out:
            csv.writer(out).writerows([header, *(row for _, group in taken for row in group)])


def by_rule(shop: Path) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """Return rule -> member -> coins given less taken back, and how often each source granted."""
    coins: dict[str, Counter[str]] = defaultdict(Counter)
    grants: Counter[str] = Counter()
    for _, event in events(shop):
        for effect in event.effects:
            match effect:
                case Earn():
                    coins[effect.rule][event.member] += effect.amount
                case Reverse():
                    coins[effect.rule][event.member] -= effect.amount
                case Expire():
                    coins["expired"][event.member] -= effect.amount
                case Grant():
                    grants[effect.key.partition(":")[0]] += 1
                case _:
                    pass
    return coins, grants


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


@pytest.mark.slow
@pytest.mark.skipif(not REAL, reason="the real file is kept outside the project")
def test_a_real_shop_under_the_whole_demo_programme(tmp_path, rounds):
    """The beginning of the half year; all of it with `--rounds 200`."""
    path = tmp_path / "sales.csv"
    some_of(REAL[0], path, 51 * rounds)
    rule = Rule(coins=1, per_minor=10_000, window_days=15)
    oracle = told(path, rule)
    report, members = replayed(path, tmp_path, everything_promised())
    assert report["refused_receipts"] == report["broken_rows"] == []
    assert report["matched_return_quantity"] == oracle.matched
    assert {
        name: (one.status_points, one.spend_minor, one.visits) for name, one in members.items()
    } == {
        name: (one.status_points, one.spend_minor, one.visits)
        for name, one in oracle.members.items()
    }
    coins, grants = by_rule(tmp_path / "shop")
    base = [one for one in coins["every-100"].values() if one]
    assert sorted(base) == sorted(one.coins for one in oracle.members.values() if one.coins)
    assert sum(one.total() for one in coins.values()) == report["coins_outstanding"]
    assert min(grants["goal"], grants["gift"]) > 0
    assert [str(one) for one in examine(tmp_path / "shop").findings] == []

"""What a file of receipts leaves each member under one rule, worked out the short way.

Shares no code with the program: units are sold and come back one line at a time, and the coins
of a sale are those of what is still kept of it.
"""

import csv
import lzma
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Rule:
    """`coins` for every full `per_minor`, a status point for every 100, a return window."""

    coins: int
    per_minor: int
    window_days: int


@dataclass(frozen=True)
class Answer:
    """What one member has in the end."""

    coins: int
    status_points: int
    spend_minor: int
    visits: int


@dataclass
class _Sale:
    on: date
    lines: list[list[Any]] = field(default_factory=list)  # [sku, units kept, price in minor units]

    def kept_minor(self) -> int:
        return sum(units * price for _, units, price in self.lines)


@dataclass
class Told:
    """All members' answers, and the units of returns that matched a sale or did not."""

    members: dict[str, Answer]
    matched: int
    unmatched: int


def told(path: Path, rule: Rule) -> Told:
    """Work a whole file out; quantities must be whole numbers."""
    sales: dict[str, list[_Sale]] = defaultdict(list)
    seen: set[str] = set()
    matched = unmatched = 0
    for head, rows in _receipts(path):
        on = date.fromisoformat(head["occurred_at"][:10])
        member = head["member"]
        seen.add(member)
        if head["kind"] == "sale":
            lines = [[r["sku"], int(r["quantity"]), _minor(r["unit_price"])] for r in rows]
            sales[member].append(_Sale(on, lines))
            continue
        for row in rows:
            back = _take_back(sales[member] if member else [], row, on, rule.window_days)
            matched += back
            unmatched += int(row["quantity"]) - back
    answers = {member: _answer(sales[member], rule) for member in seen if member}
    return Told(answers, matched, unmatched)


def _receipts(path: Path) -> Iterator[tuple[dict[str, str], list[dict[str, str]]]]:
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        for _, group in groupby(csv.DictReader(file), key=lambda row: row["receipt"]):
            rows = list(group)
            yield rows[0], rows


def _take_back(sales: list[_Sale], row: dict[str, str], on: date, window_days: int) -> int:
    missing = int(row["quantity"])
    for sale in reversed(sales):
        if sale.on + timedelta(days=window_days) < on:
            continue
        for line in reversed(sale.lines):
            if line[0] == row["sku"]:
                units = min(missing, line[1])
                line[1] -= units
                missing -= units
    return int(row["quantity"]) - missing


def _answer(sales: list[_Sale], rule: Rule) -> Answer:
    return Answer(
        coins=sum(sale.kept_minor() // rule.per_minor * rule.coins for sale in sales),
        status_points=sum(sale.kept_minor() // 100 for sale in sales),
        spend_minor=sum(sale.kept_minor() for sale in sales),
        visits=len({sale.on for sale in sales if any(units for _, units, _ in sale.lines)}),
    )


def _minor(price: str) -> int:
    return int(Decimal(price) * 100)

"""The money of a bill that earns: in all, by sku, by category."""

from collections.abc import Sequence

from app.domain.conditions import Condition
from app.domain.facts import Line
from app.domain.programme import EarnRule, Programme


class Amounts:
    """Money that earns, in all and by sku and category."""

    __slots__ = ("by_category", "by_sku", "found", "lines", "total")

    def __init__(self, programme: Programme, lines: Sequence[Line]) -> None:
        skus = programme.excluded_skus
        categories = programme.excluded_categories
        self.lines = [
            line for line in lines if line.sku not in skus and line.category not in categories
        ]
        self.total = 0
        self.found: dict[str, int] = {}
        self.by_sku: dict[str, int] = {}
        self.by_category: dict[str, int] = {}
        for line in self.lines:
            net = line.net_minor
            self.total += net
            self.by_sku[line.sku] = self.by_sku.get(line.sku, 0) + net
            self.by_category[line.category] = self.by_category.get(line.category, 0) + net

    def covered(self, rule: EarnRule) -> int:
        """Return the money of the lines a narrowed rule covers."""
        found = self.found.get(rule.id)
        if found is None:
            found = self.found[rule.id] = self.within(rule.when)
        return found

    def within(self, when: Condition) -> int:
        """Return the money of the lines a narrowed condition covers."""
        if not when.categories:
            return _sum(when.skus, self.by_sku)
        if not when.skus:
            return _sum(when.categories, self.by_category)
        return sum([line.net_minor for line in self.lines if _covers(when, line)])

    def shared(self, when: Condition, other: Condition) -> int:
        """Return the money of the lines two narrowed rules both cover."""
        if not when.skus and not other.skus:
            return _sum(when.categories & other.categories, self.by_category)
        return sum(
            [line.net_minor for line in self.lines if _covers(when, line) and _covers(other, line)]
        )


def _sum(names: frozenset[str], money: dict[str, int]) -> int:
    if len(names) > len(money):
        return sum([net for name, net in money.items() if name in names])
    total = 0
    for name in names:
        if name in money:
            total += money[name]
    return total


def _covers(when: Condition, line: Line) -> bool:
    return line.sku in when.skus or line.category in when.categories

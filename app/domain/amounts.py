"""The money of a bill that earns: in all, by sku, by category."""

from collections.abc import Sequence

from app.domain.events import Line
from app.domain.programme import Condition, Programme


class Amounts:
    """Money that earns, in all and by sku and category."""

    __slots__ = ("by_category", "by_sku", "lines", "total")

    def __init__(self, programme: Programme, lines: Sequence[Line]) -> None:
        skus = programme.excluded_skus
        categories = programme.excluded_categories
        self.lines = [
            line for line in lines if line.sku not in skus and line.category not in categories
        ]
        self.total = 0
        self.by_sku: dict[str, int] = {}
        self.by_category: dict[str, int] = {}
        for line in self.lines:
            net = line.net_minor
            self.total += net
            self.by_sku[line.sku] = self.by_sku.get(line.sku, 0) + net
            self.by_category[line.category] = self.by_category.get(line.category, 0) + net

    def covered(self, when: Condition) -> int:
        """Return the money of the lines a narrowed rule covers."""
        if not when.categories:
            by_sku = self.by_sku
            return sum(by_sku[sku] for sku in when.skus & by_sku.keys())
        if not when.skus:
            by_category = self.by_category
            return sum(by_category[name] for name in when.categories & by_category.keys())
        return sum([line.net_minor for line in self.lines if _covers(when, line)])

    def shared(self, when: Condition, other: Condition) -> int:
        """Return the money of the lines two narrowed rules both cover."""
        return sum(
            [line.net_minor for line in self.lines if _covers(when, line) and _covers(other, line)]
        )


def _covers(when: Condition, line: Line) -> bool:
    return line.sku in when.skus or line.category in when.categories

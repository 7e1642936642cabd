"""Goods that a programme names and the catalogue does not have: a rule nobody can earn by."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from app.domain.catalogue import Item, read_items, sku_key
from app.domain.conditions import Condition
from app.domain.effects import Benefit
from app.domain.programme import Programme
from app.wire.programmes.goals import goal_places
from app.wire.programmes.lines import Path
from app.wire.programmes.tiers import path_of

_DIGITS_MAX = 4  # prices are not looked at, so any currency will do


class Goods(NamedTuple):
    """What a catalogue has: categories as written, and skus by their key (see `sku_key`)."""

    categories: frozenset[str]
    skus: frozenset[str]


def goods_in(lines: Iterable[str]) -> Goods:
    """Return the goods of a catalogue CSV; rows that cannot be read are left out."""
    items = [one for one in read_items(lines, _DIGITS_MAX) if isinstance(one, Item)]
    return Goods(
        frozenset(item.category for item in items if item.category),
        frozenset(sku_key(item.sku) for item in items),
    )


_Named = Iterator[tuple[Path, str, str]]


def unknown_goods(programme: Programme, goods: Goods) -> Iterator[tuple[Path, str]]:
    """Yield where a category or sku is named that the catalogue does not have, and the nearest."""
    for path, kind, name in _named(programme):
        if kind == "category" and name not in goods.categories:
            yield path, _sentence("category", name, goods.categories)
        elif kind == "sku" and sku_key(name) not in goods.skus:
            yield path, _sentence("sku", name, goods.skus)


def _sentence(what: str, name: str, known: frozenset[str]) -> str:
    key = name if what == "category" else sku_key(name)
    folded = {one.casefold(): one for one in sorted(known)}
    close = get_close_matches(key.casefold(), list(folded), n=1)
    hint = f'; did you mean "{folded[close[0]]}"?' if close else ""
    return f'the catalogue has no {what} "{name}"{hint}'


def _named(programme: Programme) -> _Named:
    """Yield every category and sku a programme names: where, which of the two, the name."""
    yield from _of(
        Condition(categories=programme.excluded_categories, skus=programme.excluded_skus),
        ("earning",),
        "exclude_",
    )
    for path, when in _conditions(programme):
        yield from _of(when, (*path, "when"))
    for at, survey in enumerate(programme.surveys):
        yield from _of(Condition(categories=survey.categories), ("survey", at))
    for at, reward in enumerate(programme.rewards):
        yield from _goods_of(reward.benefit, ("reward", at))
    for at, promo in enumerate(programme.promos):
        yield from _goods_of(promo.benefit, ("promo", at))


def _conditions(programme: Programme) -> Iterator[tuple[Path, Condition]]:
    for at, rule in enumerate(programme.earn):
        yield path_of(programme, rule, at), rule.when
    for path, goal in goal_places(programme.goals):
        yield path, goal.when
    for at, gift in enumerate(programme.gifts):
        yield ("gift", at), gift.when
    for at, back in enumerate(programme.cashback):
        yield ("cashback", at), back.when


def _goods_of(benefit: Benefit, path: Path) -> _Named:
    for entry in benefit.goods:
        kind, _, name = entry.partition(":")
        yield (*path, "skus" if kind == "sku" else "categories"), kind, name


def _of(when: Condition, path: Path, prefix: str = "") -> _Named:
    for name in sorted(when.categories):
        yield (*path, f"{prefix}categories"), "category", name
    for name in sorted(when.skus):
        yield (*path, f"{prefix}skus"), "sku", name

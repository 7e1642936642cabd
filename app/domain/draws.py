"""A draw that anybody can check: a seed fixed before, a frozen list, one rule to draw by.

The shop publishes the seed's hash before the first ticket, and before the draw the root of all
tickets and of what was promised (LEDGER.md 20). Afterwards it shows the seed: seed and root give
the winners, and neither can be changed any more. Everything here is sha256 over text.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_SPACE = 1 << 256


class Ticket(NamedTuple):
    """One ticket: its number, and the name its holder goes by in this raffle only."""

    number: str
    holder: str


class Win(NamedTuple):
    """The winner of one prize."""

    prize: str
    ticket: str
    holder: str


def canonical(value: object) -> str:
    """Return the JSON of a value with sorted keys and no blanks: what hashes are taken of."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def seed_hash(seed: bytes) -> str:
    """Return what is published of a seed before the first ticket (64 hex digits)."""
    return hashlib.sha256(seed).hexdigest()


# ---------------------------------------------------------------- the root


def root_of(terms: str, tickets: Sequence[Ticket]) -> str:
    """Return the hash that stands for what was promised and every ticket (64 hex digits)."""
    return _root(terms, _top([_leaf(one) for one in tickets]))


def path_of(tickets: Sequence[Ticket], number: str) -> tuple[str, ...]:
    """Return what proves that a ticket is in the list: the hashes beside its way to the top.

    Each is hex with `l` or `r` before it, the side it stands on. Raises ValueError when no
    ticket has the number.
    """
    at = [one.number for one in tickets].index(number)
    level = [_leaf(one) for one in tickets]
    path = []
    while len(level) > 1:
        beside = at ^ 1
        if beside < len(level):
            path.append(("l" if beside < at else "r") + level[beside].hex())
        level, at = _above(level), at // 2
    return tuple(path)


def root_by_path(terms: str, ticket: Ticket, path: Iterable[str]) -> str:
    """Return the root that follows from one ticket and its path. Raises ValueError."""
    node = _leaf(ticket)
    for step in path:
        other = bytes.fromhex(step[1:])
        if step[:1] not in {"l", "r"} or len(other) != len(node):
            raise ValueError("a step of the path is no hash with its side")
        node = _node(other, node) if step[0] == "l" else _node(node, other)
    return _root(terms, node)


def _root(terms: str, top: bytes) -> str:
    return _hash(b"\x02" + _hash(terms.encode()) + top).hex()


def _top(level: list[bytes]) -> bytes:
    while len(level) > 1:
        level = _above(level)
    return level[0] if level else bytes(32)


def _above(level: list[bytes]) -> list[bytes]:
    pairs = [_node(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)]
    return pairs + level[len(level) & ~1 :]


def _leaf(ticket: Ticket) -> bytes:
    return _hash(b"\x00" + canonical(ticket).encode())


def _node(left: bytes, right: bytes) -> bytes:
    return _hash(b"\x01" + left + right)


def _hash(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


# ---------------------------------------------------------------- the draw


def draw(
    seed: bytes,
    root: str,
    prizes: Iterable[tuple[str, int]],
    tickets: Sequence[Ticket],
    *,
    many: bool = False,
) -> tuple[Win, ...]:
    """Return who wins: prizes in their order, each (id, count), as long as there are tickets.

    Each ticket has the same chance. A ticket wins once, and unless `many` its holder too.
    """
    numbers = _numbers(seed + bytes.fromhex(root))
    left = list(tickets)
    wins = []
    for prize in (prize for prize, count in prizes for _ in range(count)):
        if not left:
            break
        won = left[_below(len(left), numbers)]
        wins.append(Win(prize, won.number, won.holder))
        if many:
            left.remove(won)
        else:
            left = [one for one in left if one.holder != won.holder]
    return tuple(wins)


def _numbers(start: bytes) -> Iterator[int]:
    """Yield whole numbers of 256 bits: sha256 of the start and a counter of 8 bytes."""
    at = 0
    while True:
        yield int.from_bytes(_hash(start + at.to_bytes(8)))
        at += 1


def _below(limit: int, numbers: Iterator[int]) -> int:
    """Return a number under `limit`; those that would favour the first tickets are passed over."""
    fair = _SPACE - _SPACE % limit
    return next(number for number in numbers if number < fair) % limit

"""Event bytes: every kind comes back as it was written, and no bytes make the reader fall over."""

import types
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.chain import CHAIN_START, link
from app.domain.effects import EFFECTS
from app.domain.events import Event
from app.domain.facts import FACTS, Sold
from app.wire.events import UnknownEventError, decode, encode
from tests.helpers.ledger import Book
from tests.helpers.programmes import MONDAY
from tests.helpers.shops import goods


def strategy(kind: Any) -> st.SearchStrategy[Any]:  # noqa: PLR0911
    """Values of a field's type, within what JSON and SQLite hold."""
    plain: dict[Any, st.SearchStrategy[Any]] = {
        int: st.integers(-(2**63), 2**63 - 1),
        str: st.text(max_size=8),
        bool: st.booleans(),
        date: st.dates(),
        type(None): st.none(),
    }
    if kind in plain:
        return plain[kind]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in {Union, types.UnionType}:
        return st.one_of([strategy(one) for one in arguments])
    if origin is tuple and arguments[-1] is ...:
        return st.lists(strategy(arguments[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*[strategy(one) for one in arguments])
    if origin in {dict, Mapping}:
        return st.dictionaries(strategy(arguments[0]), strategy(arguments[1]), max_size=3)
    hints = get_type_hints(kind)
    names = [one.name for one in fields(kind)] if is_dataclass(kind) else kind._fields
    return st.builds(kind, **{name: strategy(hints[name]) for name in names})


def events_of(kind: str) -> st.SearchStrategy[Event]:
    hints = get_type_hints(Event)
    values = {name: strategy(hints[name]) for name in hints if name not in {"facts", "effects"}}
    values |= {
        "kind": st.just(kind),
        "facts": strategy(FACTS[kind]),
        "effects": st.lists(st.one_of([strategy(one) for one in EFFECTS]), max_size=3).map(tuple),
    }
    return st.builds(Event, **values)


every_event = st.sampled_from(sorted(FACTS)).flatmap(events_of)


@pytest.mark.parametrize("kind", sorted(FACTS))
def test_every_kind_of_event_comes_back_as_it_was(kind: str):
    @given(events_of(kind))
    def check(event: Event) -> None:
        body = encode(event)
        assert decode(body) == event
        assert encode(decode(body)) == body

    check()


@pytest.fixture(scope="module")
def body() -> bytes:
    book = Book()
    from app.domain.bills import Bill

    lines = (goods("a", 500, 3), goods("b", 12_345, category="food"))
    book.sell(Bill("", "B-1", lines))
    return encode(book.events[0])


@given(st.binary(max_size=60))
def test_no_bytes_make_the_reader_fall_over(rubbish: bytes):
    with pytest.raises(UnknownEventError):
        decode(rubbish)


@given(st.data())
def test_a_changed_byte_is_another_event_or_none(body: bytes, data: st.DataObject):
    at = data.draw(st.integers(0, len(body) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda new: new != body[at]))
    changed = body[:at] + bytes([byte]) + body[at + 1 :]
    with suppress(UnknownEventError):
        assert encode(decode(changed)) != body or decode(changed) == decode(body)
    assert link(CHAIN_START, 1, changed) != link(CHAIN_START, 1, body)


@pytest.mark.parametrize(
    "change",
    [
        {"v": 2},
        {"kind": "teleported"},
        {"facts": {}},
        {"facts": None},
        {"effects": [["teleport", 5]]},
        {"effects": [["spend", 5]]},
        {"effects": [["spend", 5, "x", "more"]]},
        {"effects": [["spend", "5", "x"]]},
        {"on": "2026-02-30"},
        {"at_ms": 1.5},
        {"member": None},
    ],
    ids=str,
)
def test_what_is_not_known_is_refused_by_name(body: bytes, change: dict[str, Any]):
    value = msgspec.json.decode(body) | change
    with pytest.raises(UnknownEventError):
        decode(msgspec.json.encode(value))


@pytest.mark.parametrize("deep", [b"[" * 200_000, b'{"facts":' * 100_000])
def test_a_nest_without_end_is_refused(body: bytes, deep: bytes):
    with pytest.raises(UnknownEventError):
        decode(deep)
    head, _, _ = body.partition(b'"facts":')
    with pytest.raises(UnknownEventError):
        decode(head + b'"facts":' + deep)


@given(st.lists(st.binary(max_size=20), min_size=1, max_size=6), st.data())
def test_the_chain_names_number_order_and_every_byte(bodies: list[bytes], data: st.DataObject):
    def head_of(rows: list[bytes]) -> bytes:
        head = CHAIN_START
        for number, row in enumerate(rows, 1):
            head = link(head, number, row)
        return head

    other = data.draw(st.permutations(bodies)) if data.draw(st.booleans()) else bodies[:-1]
    assert (head_of(other) == head_of(bodies)) == (other == bodies)


def test_a_line_of_a_bill_costs_about_sixty_bytes(body: bytes):
    sold = decode(body)
    assert isinstance(sold.facts, Sold)
    more = replace(sold, facts=replace(sold.facts, lines=sold.facts.lines * 11))
    assert (len(encode(more)) - len(body)) / 20 < 60
    assert sold.on == MONDAY

"""Dataclasses behave as Python's own, however their methods came to be."""

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace
from typing import Any

import pytest


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(frozen=True, slots=True)
class One:
    value: object


@dataclass(frozen=True, slots=True, order=True)
class Three:
    name: str
    count: int = 0
    note: str = field(default="", compare=False, repr=False)


@dataclass
class Loose:
    value: int
    inner: "Loose | None" = None


def test_equality_is_of_class_and_compared_fields():
    assert Three("a", 1, "x") == Three("a", 1, "y")
    assert Three("a", 1) != Three("a", 2)
    others: list[object] = [("a", 1), Nothing()]
    assert One(("a", 1)) not in others
    assert Nothing() == Nothing()
    nan = float("nan")
    assert One(nan) == One(nan)
    assert One(1).__eq__(1) is NotImplemented


def test_equal_records_hash_alike():
    assert len({Three("a", 1, "x"), Three("a", 1, "y"), Three("b")}) == 2
    assert hash(One("a")) == hash(("a",))
    assert hash(Nothing()) == hash(())
    with pytest.raises(TypeError, match="unhashable"):
        hash(Loose(1))
    with pytest.raises(TypeError, match="unhashable"):
        hash(One([]))


def test_nothing_can_be_set_or_deleted():
    for change in (
        lambda one: setattr(one, "value", 2),
        lambda one: setattr(one, "other", 2),
        lambda one: delattr(one, "value"),
    ):
        with pytest.raises((FrozenInstanceError, TypeError)):
            change(One(1))
    loose = Loose(1)
    loose.value = 2
    assert loose == Loose(2)


def test_the_text_names_the_fields_and_ends_where_it_began():
    assert repr(Three("a", 1, "x")) == "Three(name='a', count=1)"
    assert repr(Nothing()) == "Nothing()"
    loose = Loose(1)
    loose.inner = loose
    assert repr(loose) == "Loose(value=1, inner=...)"


def test_order_copies_and_pickles():
    assert min(Three("b"), Three("a", 2), Three("a", 1)) == Three("a", 1)
    assert replace(Three("a"), count=4) == Three("a", 4)
    assert copy.deepcopy(Three("a", 3)) == Three("a", 3)
    assert pickle.loads(pickle.dumps(Three("a", 3, "n"))).note == "n"


@dataclass(frozen=True, slots=True)
class Base:
    value: int
    seen: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.seen.append(self.value)


@dataclass(frozen=True, slots=True)
class Derived(Base):
    more: str = "m"


class Plain(Derived):
    """No record itself: it is made as its base is."""


def test_whatever_is_made_first_is_made_by_its_own_fields():
    # The first of each class compiles how it is made, also where the class below came first.
    assert Plain(1, more="x").more == "x"
    assert Derived(2) == Derived(2, more="m") != Derived(2, more="n")
    assert (Base(3).seen, Base(3, [1]).seen) == ([3], [1, 3])
    assert Derived.__init__.__qualname__ == "Derived.__init__"
    wrongs: tuple[Any, ...] = ((), (1, [], "m", "too many"))
    for wrong in wrongs:
        with pytest.raises(TypeError, match="__init__"):
            Derived(*wrong)
    with pytest.raises(TypeError, match="unexpected keyword"):
        Base(1, other=2)  # type: ignore[call-arg]


@dataclass(frozen=True, slots=True)
class Unmade:
    name: str
    count: int = 0


def test_how_one_is_made_can_be_asked_before_the_first_is_made():
    asked = inspect.signature(Unmade)
    assert list(asked.parameters) == ["name", "count"]
    assert asked.parameters["count"].default == 0

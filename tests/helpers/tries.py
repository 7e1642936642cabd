"""How many examples a property is tried with."""

from typing import Any

from hypothesis import settings


def tries(usual: int, **other: Any) -> settings:
    """As many examples as `make test` shall try; `make check` tries its share of them.

    The share is the one of all other properties: what a profile tries, of the usual hundred.
    """
    return settings(max_examples=max(1, usual * settings().max_examples // 100), **other)

"""What people call a store."""

from typing import Final

UNNAMED: Final = "main"
"""The id of a shop's first store; while it is the only one, nobody has given it a name."""


def store_name(store: str) -> str:
    """Return what to call a store on screens and paper; nothing when it has no name."""
    return "" if store == UNNAMED else store

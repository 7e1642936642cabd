"""Folding without members' keys: what the fold asks of a vault, and a vault that has no key."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from app.storage.vault import MacKind


class Opener(Protocol):
    """What opens sealed values while the feed is folded (see `Vault`)."""

    def open_all(
        self, member: str, sealed: Sequence[tuple[str, str]], fresh: Mapping[str, bytes] = ...
    ) -> tuple[str, ...]:
        """Return the texts of (field, sealed value) pairs, "" for what does not open."""

    def mac(self, kind: MacKind, text: str) -> str:
        """Return the keyed hash of a text."""

    def known(self, members: Iterable[str]) -> list[str]:
        """Return those of the members that have a key."""

    def forget(self, *members: str) -> None:
        """Delete their keys."""


class NoKeys:
    """The hub's: nobody has a key, so nothing opens and nothing is hashed."""

    def open_all(
        self,
        member: str,  # noqa: ARG002 - as a vault's
        sealed: Sequence[tuple[str, str]],
        fresh: Mapping[str, bytes] | None = None,  # noqa: ARG002
    ) -> tuple[str, ...]:
        """Return nothing for each value."""
        return ("",) * len(sealed)

    def mac(self, kind: MacKind, text: str) -> str:  # noqa: ARG002
        """Return no hash."""
        return ""

    def known(self, members: Iterable[str]) -> list[str]:  # noqa: ARG002
        """Return nobody."""
        return []

    def forget(self, *members: str) -> None:
        """Do nothing: there is nothing to forget."""

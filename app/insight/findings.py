"""What an examination found, in sentences: what is wrong, where, what to do."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

SHOWN_OF_A_KIND = 20

ASK = (
    "Copy the shop's folder before anything else, then restore the file from its last backup."
    " What the counter recorded since is in the journal of station.db."
)
REPLICA = (
    "The journal and the feed are whole: nothing a customer earned is lost. Copy the folder, then"
    " have everything folded again: sikka rebuild."
)
STALE = "Nothing is lost. Open the counter once, or run sikka rebuild; then examine the shop again."
WAITS = (
    "Nothing is lost: it catches up by itself once its hub is reached. Leave its screen open until"
    " then; then examine it again."
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: `what`, `where` it is, `advice` on what to do."""

    what: str
    where: str
    advice: str

    def __str__(self) -> str:
        """Return the finding as one line."""
        return f"{self.where}: {self.what}. {self.advice}"


@dataclass(slots=True)
class Findings:
    """Findings being collected; of one kind only the first are kept, the others counted."""

    kept: list[Finding] = field(default_factory=list)
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, file: str, kind: str, detail: str, advice: str = ASK) -> None:
        """Note that something of a kind is wrong in a file, with the detail that names it."""
        self.seen[file, kind] += 1
        if self.seen[file, kind] <= SHOWN_OF_A_KIND:
            self.kept.append(Finding(f"{kind} ({detail})" if detail else kind, file, advice))

    def advise_only(self, advice: str) -> bool:
        """Say whether nothing worse was found than what this advice mends."""
        return all(one.advice == advice for one in self.kept)

    def all(self) -> tuple[Finding, ...]:
        """Return the findings, with a line for what was only counted."""
        more = [
            Finding(f"{kind}: {count - SHOWN_OF_A_KIND} more", file, ASK)
            for (file, kind), count in self.seen.items()
            if count > SHOWN_OF_A_KIND
        ]
        return (*self.kept, *more)


def compare(
    file: str,
    kind: str,
    have: Iterator[tuple[Any, ...]],
    want: Iterator[tuple[Any, ...]],
    findings: Findings,
) -> None:
    """Compare two streams of rows, each in the order of their first value."""
    mine, other = next(have, None), next(want, None)
    while mine is not None or other is not None:
        if other is None or (mine is not None and mine[0] < other[0]):
            assert mine is not None
            findings.add(file, kind, f"{mine[0]} is too much")
            mine = next(have, None)
        elif mine is None or other[0] < mine[0]:
            findings.add(file, kind, f"{other[0]} is missing")
            other = next(want, None)
        else:
            if mine != other:
                findings.add(file, kind, f"{mine[0]} belongs to another")
            mine, other = next(have, None), next(want, None)

"""What an examination found, in sentences: what is wrong, where, what to do."""

from collections import Counter
from dataclasses import dataclass, field

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

"""`sikka day verify`: closed days and the journal they name, without anything else."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.config import read_settings
from app.insight.doctor import check_journal
from app.insight.findings import Finding, Findings
from app.storage import audit
from app.storage.scratch_pad import ScratchPad


@dataclass(frozen=True, slots=True)
class Verified:
    """How many closed days the journal has, how many are right, and what is wrong."""

    closes: int
    right: int
    findings: tuple[Finding, ...]


def verify_closes(folder: Path) -> Verified:
    """Examine a shop's folder; raise SettingsError when there is no shop in it."""
    read_settings(folder)
    findings = Findings()
    with audit.snapshot(folder / "station.db") as station, closing(ScratchPad()) as scratch:
        found = check_journal(station, 0, scratch, findings)
    return Verified(len(found.closes), found.right, findings.all())

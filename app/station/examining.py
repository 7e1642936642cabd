"""A shop's folder examined with the code that folds in a running shop."""

from pathlib import Path

from app.insight import doctor
from app.sync.scratch import folded_anew


def examine(folder: Path) -> doctor.Report:
    """Examine a shop's folder; raise SettingsError when there is no shop in it."""
    return doctor.examine(folder, folded_anew)

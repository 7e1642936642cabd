"""One shop's folder put where another one is, also when the program is killed in between.

The new folder carries a mark until the old one has its lasting name: so a folder that a killed
restore left beside the shop's is known for what it is, the old one or a new one nobody has used.
"""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app.storage.files import exchange

MARK: Final = "restoring"
WHOLE: Final = ".whole"


def put_in_place(new: Path, folder: Path, now: datetime) -> Path:
    """Exchange the new folder for one that this process owns; return where the old one is then."""
    aside = folder.with_name(f"{folder.name}.replaced-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    (new / MARK).write_text(aside.name, encoding="utf-8")
    # No longer called half: from here on this name may hold the old folder.
    whole = new.rename(new.with_suffix(WHOLE))
    if exchange(whole, folder):
        with suppress(FileNotFoundError):  # opened meanwhile, which put it aside
            whole.rename(aside)
    else:
        # For a moment neither is in its place; both are whole.
        folder.rename(aside)
        whole.rename(folder)
    (folder / MARK).unlink(missing_ok=True)
    return aside


def finish(folder: Path) -> None:
    """Finish what a restore of this folder, which this process owns, was killed over.

    An old folder gets its lasting name, a new one that never came into its place is deleted: it
    is the same as the backup. What carries no mark, and has none to its name, is left alone.
    """
    mark = folder / MARK
    aside = mark.read_text(encoding="utf-8") if mark.exists() else ""
    for left in folder.parent.iterdir():
        if not (left.name.startswith(f".{folder.name}.") and left.suffix == WHOLE):
            continue
        if (left / MARK).exists():
            import shutil  # noqa: PLC0415 - seldom needed, and a counter is drawn without it

            shutil.rmtree(left)
        elif aside:
            left.rename(folder.with_name(aside))
    mark.unlink(missing_ok=True)

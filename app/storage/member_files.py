"""Files about one member in the shop's folder, in clear: they go when the member is forgotten.

The name of a file names nobody.
"""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

FOLDER: Final = "exports"
_SHORT: Final = 8
"""So many last signs of a member's id tell the files of one day apart."""
# One that was being written when the program was killed is as good as a whole one.
_NAME: Final = re.compile(rf"\.?member-[0-9-]+-(.{{{_SHORT}}})\.json(?:\.part)?")


def member_file_of(folder: Path, member: str, on: date) -> Path:
    """Return where a member's file of a day is, in the shop's `folder`."""
    return folder / FOLDER / f"member-{on.isoformat()}-{member[-_SHORT:]}.json"


def part_of(file: Path) -> Path:
    """Return the file's name while it is being written."""
    return file.with_name(f".{file.name}.part")


class FilesStayError(OSError):
    """A file about somebody forgotten cannot be removed; the text names it: delete it by hand."""


def remove_files(folder: Path, members: Iterable[str]) -> None:
    """Remove all files about members from the shop's `folder`. Raises FilesStayError."""
    place = folder / FOLDER
    if not place.is_dir():
        return
    gone = {one[-_SHORT:] for one in members}
    stay = []
    for path in place.iterdir():
        named = _NAME.fullmatch(path.name)
        if named and named[1] in gone:
            try:
                path.unlink(missing_ok=True)
            except OSError:
                stay.append(str(path))
    if stay:
        raise FilesStayError(f"These files about a member cannot be removed: {', '.join(stay)}")

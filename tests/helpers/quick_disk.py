"""Where the suite keeps its files: in memory if the machine lets it.

A shop waits for its disk at every step, dozens of times while it is founded. What the disk then
holds is the same in memory, and what a killed process leaves behind is too; only a power cut would
differ, which no test can make. `make bench` measures on the real disk.
"""

import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
ENOUGH = 4 * 1024**3  # bytes; the whole suite keeps less than a quarter of it at a time


def keep_files_in_memory() -> None:
    """Make memory the place of temporary files, for processes started from here too.

    Whoever names a place (TMPDIR) keeps it, and so does a machine with little memory to share.
    """
    if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and _free(MEMORY) > ENOUGH:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def _free(folder: Path) -> int:
    return shutil.disk_usage(folder).free

"""The files that belong to the repository, for tests about the tree itself."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@cache
def repository_files() -> tuple[Path, ...]:
    """Return every file git keeps or would keep, relative to the root, sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    names = sorted({name for name in listed.split("\0") if name})
    return tuple(Path(name) for name in names if (ROOT / name).is_file())


def texts(*suffixes: str, under: str = ".") -> dict[Path, str]:
    """Return path -> text of the files with one of `suffixes` in the folder `under`."""
    return {
        path: (ROOT / path).read_text("utf-8")
        for path in repository_files()
        if path.suffix in suffixes and path.is_relative_to(under)
    }

"""Changes of the tables, one folder of revisions for each kind of file (decisions/0006).

A revision is called FILE_VERSION; the version is the `user_version` that a file carries, so no
table of Alembic's own is needed. New files are made at once from the metadata.
"""

from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection

HERE = Path(__file__).parent


def migrate(core: Connection, file: str, version: int, upto: int | None = None) -> None:
    """Bring a file (`station`, `cell`, `keys`) of an older version up to date, or `upto` one.

    Runs in the caller's transaction: all of it happens or nothing. Version 0 is an empty file.
    """
    context = MigrationContext.configure(core)
    with Operations.context(context):
        for revision in revisions(file):
            if version < _version(revision) <= (upto or _version(revision)):
                revision.module.upgrade()


def revisions(file: str) -> list[Script]:
    """Return the revisions of a kind of file, oldest first."""
    scripts = ScriptDirectory(str(HERE), version_locations=[str(HERE / file)])
    return sorted(scripts.walk_revisions(), key=_version)


def _version(revision: Script) -> int:
    return int(revision.revision.rpartition("_")[2])

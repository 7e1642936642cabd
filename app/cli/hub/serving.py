"""`sikka hub serve`: the server itself."""

# ruff: noqa: PLC0415 - imports are inside: `sikka` starts fast

import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from app.cli.hub.places import Data, Store, folder_of, told
from app.cli.options import refuse


def register(hub: typer.Typer) -> None:
    """Add the command."""
    hub.command("serve")(serve)


def serve(
    store: Store,
    data: Data = None,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 = any that is free.")] = 8765,
    tls_cert: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The certificate, as PEM.")
    ] = None,
    tls_key: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Its private key, as PEM.")
    ] = None,
    workers: Annotated[
        int, typer.Option(min=1, max=64, help="Processes; more than one needs PostgreSQL.")
    ] = 1,
    fd: Annotated[int, typer.Option(hidden=True)] = -1,
) -> None:
    """Serve many shops and stations from one store, until it is told to stop."""
    with told():
        from app.config import read_environment
        from app.hub.logs import log_as_json
        from app.hub.ownership import file_of
        from app.hub.server import Place, check_listening
        from app.hub.server import serve as run
        from app.storage import failpoints
        from app.sync.snapshots import Maker

        place = Place(
            store, folder_of(store, data), host, port, str(tls_cert or ""), str(tls_key or ""), fd
        )
        check_listening(place)
        for file in (tls_cert, tls_key):
            if file is not None and not file.is_file():
                refuse(f"{file} cannot be read: there is no such file.")
        if workers > 1:
            if file_of(store) is not None:
                refuse("A SQLite store is written by one process: leave --workers out.")
            sys.exit(_work(host, port, workers))
        log_as_json()
        failpoints.arm(read_environment().failpoint)
        run(place, Maker, _say)


def _say(address: str) -> None:
    # One write: several processes say it into one pipe.
    sys.stdout.write(f"Sikka hub at {address}\n")
    sys.stdout.flush()


def _work(host: str, port: int, workers: int) -> int:
    """Run so many processes of this command at one address; end all when one ends.

    Each has a socket of its own there, so that the kernel shares stations out among them: of one
    socket for all, whoever wakes first takes every station that waits, and the others stay idle.
    """
    from app.hub.server import listen

    with listen(host, port) as alone:  # refused where anybody listens already
        port = alone.getsockname()[1]
    with ExitStack() as sockets:
        children = []
        for _ in range(workers):
            listening = sockets.enter_context(listen(host, port, shared=True))
            # Uvicorn takes a handed-down socket for a unix one and leaves answers waiting 40 ms.
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            children.append(_worker(listening.fileno()))
    return _wait(children)


def _worker(fd: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "app", *sys.argv[1:], "--workers", "1", "--fd", str(fd)]
    return subprocess.Popen(command, pass_fds=(fd,), process_group=0)  # noqa: S603 - itself


def _wait(children: list["subprocess.Popen[bytes]"]) -> int:
    told: list[int] = []

    def stop(*_: object) -> None:
        # Once: a process that is shutting its store would die of a second signal.
        if not told:
            told.append(1)
            for child in children:
                child.terminate()

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, stop)
    codes = []
    for child in children:
        codes.append(child.wait())
        stop()
    return max(abs(code) for code in codes)

"""What the hub's commands share: its store and folder, refusals, and the way to a running server.

Nothing here needs PySide6: it is imported by every command of `sikka hub`.
"""

# ruff: noqa: PLC0415 - imports are inside: `sikka` starts fast

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.options import refuse

if TYPE_CHECKING:
    from app.hub.hub import Hub
    from app.hub.ownership import Desk

Store = Annotated[
    str,
    typer.Option(
        "--store",
        envvar="SIKKA_STORE",
        metavar="URL",
        help="sqlite:///PATH or postgresql+psycopg://USER@HOST/DATABASE.",
    ),
]
Data = Annotated[
    Path | None,
    typer.Option(
        "--data", metavar="DIR", help="The hub's folder: its key, snapshots, backups"
        " (default: the folder of the SQLite store, else this user's hub).",
    ),
]  # fmt: skip


def folder_of(store: str, data: Path | None) -> Path:
    """Return the hub's folder."""
    from app.config import read_environment
    from app.hub.ownership import file_of

    if data is not None:
        return data.absolute()
    file = file_of(store)
    return file.absolute().parent if file else read_environment().data_home / "hub"


@contextmanager
def told() -> Iterator[None]:
    """Tell what a person can do something about as a sentence, with exit code 1 or 2."""
    from app.hub.admin import AdminError
    from app.hub.ownership import StoreInUseError
    from app.hub.server import ServeError
    from app.hub.store import StoreAwayError, StoreUrlError
    from app.hub.trust import HubKeyError
    from app.storage.writer import NewerFileError

    try:
        yield
    except (AdminError, ServeError, StoreUrlError) as error:
        refuse(str(error))
    except (HubKeyError, NewerFileError, StoreInUseError) as error:
        refuse(str(error), 1)
    except StoreAwayError as error:
        refuse(f"The store cannot be used now: {error}. See that --store is right.", 1)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        refuse(f"{where}{error.strerror or error}. See that it is there and may be written.", 1)


@contextmanager
def owned_hub(store: str, data: Path | None) -> Iterator["Hub"]:
    """Give the hub of a store that no server has open."""
    from app.config import read_environment
    from app.hub.ownership import Ownership, file_of
    from app.hub.server import open_hub
    from app.storage import failpoints

    failpoints.arm(read_environment().failpoint)
    file = file_of(store)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    ownership = Ownership(file) if file is not None else None
    try:
        hub = open_hub(store, folder_of(store, data))
        try:
            yield hub
        finally:
            hub.close()
    finally:
        if ownership is not None:
            ownership.release()


def perform(store: str, data: Path | None, name: str, args: dict[str, Any]) -> Any:
    """Run a command of `app.hub.admin`: by the server that has the SQLite store, else here."""
    from app.hub.admin import COMMANDS
    from app.hub.ownership import StoreInUseError, file_of, read_desk

    with told():
        desk = read_desk(folder_of(store, data)) if file_of(store) else None
        if desk is not None and (answer := _by_server(desk, name, args)) is not None:
            return answer[0]
        if name != "enrol":
            expect(store)
        try:
            with owned_hub(store, data) as hub:
                return COMMANDS[name](hub, args)
        except StoreInUseError as error:
            refuse(f"{error} If it is a hub, give its folder with --data.", 1)


def expect_stopped(store: str, data: Path | None) -> None:
    """Refuse while a server of this hub's folder runs, whatever its store is."""
    from app.hub.ownership import read_desk

    desk = read_desk(folder_of(store, data))
    if desk is not None and _by_server(desk, "stations", {}) is not None:
        refuse(
            f"The hub runs at {desk.url}, and could book nothing meanwhile. Stop it first, on every"
            " computer where it runs; counters go on selling.",
            1,
        )


def expect(store: str) -> None:
    """Refuse where no SQLite store is, since a mistyped address would make an empty one."""
    from app.hub.ownership import file_of

    file = file_of(store)
    if file is not None and not file.exists():
        refuse(f"There is no file {file}. Correct --store, or start there: sikka hub serve")


def _by_server(desk: "Desk", name: str, args: dict[str, Any]) -> tuple[Any] | None:
    """Return the running server's answer, or None when nobody is there any more."""
    import ssl

    import httpx

    trusted: ssl.SSLContext | bool = True
    if desk.certificate:
        trusted = ssl.create_default_context(cafile=desk.certificate)
        trusted.check_hostname = False  # it is this very certificate, under a loopback address
        trusted.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    try:
        with httpx.Client(verify=trusted, trust_env=False, timeout=60) as client:
            answer = client.post(
                f"{desk.url}/admin/{name}",
                json=args,
                headers={"Authorization": f"Bearer {desk.token}"},
            )
    except httpx.ConnectError:
        return None
    except httpx.HTTPError as error:
        refuse(f"The running hub at {desk.url} does not answer: {error}.", 1)
    if answer.status_code != 200:
        said = answer.json() if answer.headers.get("Content-Type") == "application/json" else {}
        refuse(said.get("error", f"The hub failed ({answer.status_code}). See its log."))
    return (answer.json(),)

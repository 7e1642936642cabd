"""A new station of a hub's cell: its folder is made whole, or not at all."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final, NoReturn

from app.config import ROLES, Role, Settings, write_settings
from app.domain.codes import cell_hint
from app.station.founding import check_free
from app.storage.station import StationDb
from app.storage.station_key import FILE as KEY_FILE
from app.storage.station_key import make_station_key, read_station_key
from app.storage.vault import Vault
from app.sync import snapshot_taking
from app.sync.client import HubClient, Identity
from app.sync.exchange import Exchange, HubRefusedError, UnreachableError
from app.sync.link import keep_meta
from app.wire.sync import BadMessageError, EnrolAsk, Enrolled, Refusal, decode, encode

NO_SNAPSHOT: Final = "no_snapshot"


class JoinError(Exception):
    """The station could not join; the text says why and what to do."""


def join(
    folder: Path,
    address: str,
    code: str,
    ca: str = "",
    connect: Callable[[str, str], Exchange] | None = None,
    role: Role | None = None,
) -> Settings:
    """Make the folder of a new station of the hub at an address, with all its cell's data.

    `code` is the one the hub's owner got for it, `ca` a certificate file to trust, `role` what it
    is to be (None: what the code was made for). Raises ShopExistsError when the folder is taken,
    JoinError when the hub does not let it join, not as that, or cannot be reached; the same code
    may then be used again here.
    """
    check_free(folder)
    exchange = (connect or _over_http)(address, ca)
    half = folder.with_name(f".{folder.name}.joining")
    half.mkdir(mode=0o700, parents=True, exist_ok=True)
    with closing(exchange):
        try:
            settings, incarnation = _enrol(half, exchange, address, code, ca, role)
            _fill(half, exchange, settings, incarnation)
        except UnreachableError as error:
            # The key stays: the hub may have heard us, and answers the same key the same.
            raise JoinError(_unreached(address, str(error))) from error
        except HubRefusedError as error:
            shutil.rmtree(half)
            raise JoinError(str(error)) from error
    if folder.exists():
        folder.rmdir()
    half.rename(folder)
    return settings


def _over_http(address: str, ca: str) -> Exchange:
    from app.sync.http import HttpExchange, InsecureHubError  # noqa: PLC0415 - heavy

    try:
        return HttpExchange(address, ca)
    except InsecureHubError as error:
        raise JoinError(str(error)) from error
    except OSError as error:
        raise JoinError(f"{ca} is no file with a certificate to trust ({error}).") from error


def _unreached(address: str, why: str) -> str:
    if "certificate" in why.lower():
        return (
            f"This computer does not trust the certificate of {address} ({why}). If it is your"
            " hub's own, name its file with --ca FILE; else somebody may be in between."
        )
    return (
        f"{address} does not answer ({why}). Check the address and the network, and that the hub"
        " runs; then use the same command and code again."
    )


def _enrol(
    half: Path, exchange: Exchange, address: str, code: str, ca: str, role: Role | None
) -> tuple[Settings, int]:
    """Become a station of the cell; return its settings and the hub's incarnation."""
    if (half / KEY_FILE).exists():
        public = read_station_key(half).public_key().public_bytes_raw()
    else:
        public = make_station_key(half)
    body = encode(EnrolAsk(code.strip(), public))
    answer = exchange.send("POST", "/v1/enrolments", body)
    if answer.status != 200:
        _refuse(answer.status, answer.body)
    try:
        me = decode(answer.body, Enrolled)
    except BadMessageError as error:
        raise UnreachableError(f"what answers is no hub: {error}") from error
    Vault(half, secret=me.secret).close()
    settings = Settings(
        station_id=me.station_id,
        cell_id=me.cell_id,
        cell_hint=cell_hint(me.cell_id),
        store=me.store,
        till=me.till,
        hub=address,
        hub_key=me.hub_key.hex(),
        hub_ca=os.path.abspath(ca) if ca else "",  # noqa: PTH100 - a link stays a link
        role=_role(me.role, role),
    )
    write_settings(half, settings)
    return settings, me.contact.incarnation


def _role(allowed: str, asked: Role | None) -> Role:
    """Return what the station is: what its code was made for; a counter's is good for any."""
    of: Role = next((one for one in ROLES if one == allowed), "counter")
    if asked is None or asked == of:
        return of
    if of == "counter":
        return asked
    # The key stays: the same code is answered the same again.
    raise JoinError(
        f"This code is for a {of}, not for a {asked}. Use the same command and code with --role"
        f" {of}, or ask the owner for another code."
    )


def _refuse(status: int, body: bytes) -> NoReturn:
    try:
        said = decode(body, Refusal)
    except BadMessageError:
        raise UnreachableError(f"answer {status}, not by a hub") from None
    if status >= 500 or status == 429:
        raise UnreachableError(said.sentence)
    raise HubRefusedError(status, said.code, said.sentence)


def _fill(half: Path, exchange: Exchange, settings: Settings, incarnation: int) -> None:
    """Take the newest snapshot, with members' keys; without one the feed is pulled at opening."""
    me = Identity(
        settings.station_id,
        settings.cell_id,
        read_station_key(half),
        bytes.fromhex(settings.hub_key),
    )
    with closing(StationDb(half, write=True)) as db, closing(Vault(half)) as vault:
        keep_meta(db, {"incarnation": incarnation})
        try:
            header = snapshot_taking.fetch(db, vault, HubClient(exchange, me))
        except HubRefusedError as error:
            if error.code != NO_SNAPSHOT:
                raise
            return
        snapshot_taking.apply(db, vault, header, own_seq=0)

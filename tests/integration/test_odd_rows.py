"""A row of the feed that no station of ours would record stops neither stations nor snapshots."""

import base64
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.domain.effects import Visit
from app.domain.events import Event
from app.domain.facts import Adjusted, Enrolled, Personal, Sold
from app.hub import cell, keys
from app.hub.cell_secrets import secret_of
from app.storage.sealing import seal_key
from app.wire.events import decode, encode
from tests.helpers.shops import MORNING, number, sell
from tests.helpers.stations import Chain, Member, chain_of

pytestmark = pytest.mark.slow

ODD, KEY, NONCE = number("odd"), bytes(32), bytes(12)


def sealed(field: str, text: bytes) -> str:
    value = AESGCM(KEY).encrypt(NONCE, text, f"{ODD}:{field}".encode())
    return base64.b64encode(NONCE + value).decode()


def pushed(chain: Chain, member: Member, body: bytes) -> str:
    """Push a body as a station's program that was changed would; return what became of it."""
    with member.db.cursor(None) as cursor:
        last = cursor.execute("SELECT max(seq) FROM journal").fetchone()[0] or 0
    batch = cell.Push(member.link.station_id, member.db.epoch, last + 1, member.db.head[1], (body,))
    chain.hub.cell(chain.cell_id).push(batch)
    with chain.hub.store.read() as core:
        return cell.rows_after(core, chain.cell_id, 0, 1_000)[-1].outcome


def keep_key(chain: Chain) -> None:
    """Have the hub know the key of the odd member, as its station would send it."""

    def work(core: object) -> None:
        secret = secret_of(core, chain.hub.key, chain.cell_id)  # type: ignore[arg-type]
        assert secret is not None
        keys.keep(core, chain.cell_id, {ODD: seal_key(secret, ODD, KEY)})  # type: ignore[arg-type]

    chain.hub.store.run(work)


@pytest.mark.parametrize(
    "personal",
    [
        Personal(name="abc"),
        Personal(name="é"),
        Personal(phone="abc"),
        Personal(name=sealed("name", b"\xff\xfe")),
        Personal(birthday=sealed("birthday", b"soon")),
    ],
)
def test_a_value_that_nobody_can_open_stops_nobody(tmp_path: Path, personal: Personal) -> None:
    with chain_of(tmp_path) as chain:
        here, there = chain.open(chain.folder / "shop"), chain.joined("2")
        keep_key(chain)
        facts = Enrolled(personal, "en", "1", marketing=False)
        event = Event(number("e"), "enrolled", ODD, "", "main", "1", "", MORNING.date(), 0, 330,
                      facts, ())  # fmt: skip
        assert pushed(chain, here, encode(event)) == "booked"
        there.pump()
        assert there.shop.profile(ODD) is not None
        third = chain.joined("3")
        third.pump()
        assert third.db.feed_seq == there.db.feed_seq


@pytest.mark.parametrize(
    "changed",
    [
        {"on": date.max},
        {"on": date.min},
        {"at_ms": 2**62},
        {"offset_min": 5_000},
        {"effects": (Visit(date.max, 1),)},
        {"effects": (Visit(date.min, 1),)},
        {"kind": "adjusted", "facts": Adjusted(2**64 - 1, "", "")},
    ],
    ids=str,
)
def test_what_no_station_can_count_stops_nobody(tmp_path: Path, changed: dict[str, object]) -> None:
    with chain_of(tmp_path) as chain:
        here, there = chain.open(chain.folder / "shop"), chain.joined("2")
        sell(there.shop, "B-1", 10_000)
        there.pump()
        with chain.hub.store.read() as core:
            rows = cell.rows_after(core, chain.cell_id, 0, 1_000)
        sale = next(
            one for one in (decode(row.body) for row in rows) if isinstance(one.facts, Sold)
        )
        odd = replace(sale, id=number("odd sale"), once=(), **changed)  # type: ignore[arg-type]
        assert pushed(chain, here, encode(odd)) == "parked"
        there.pump()
        chain.joined("3").pump()

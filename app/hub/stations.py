"""The stations of a hub: enrolled by a code, heard of, given new epochs, shut out (SYNC.md 12)."""

from datetime import date
from typing import Final, NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from app.config import Role
from app.hub.trust import CODE_MS, HubKey, Random, new_code, station_id_of
from app.storage.tables import cell, enrolment, lane, presence, station
from app.wire.sync import EpochAsk, Standing

SKEW_MAX_MS: Final = 5 * 60_000
"""A clock that is further off is remarked on every row it dated."""
HEARD_MS: Final = 30_000
"""A poll that says nothing new is noted at most so often."""
EPOCH_MAX: Final = 1_000_000


class Known(NamedTuple):
    """A station as the hub knows it; `revoked_seq` is None unless it was shut out.

    `role` is None for those of before there were any, which are counters.
    """

    station_id: str
    cell_id: str
    store: str
    till: str
    public_key: bytes
    epoch: int
    enrolled_ms: int
    revoked_seq: int | None
    role: str | None = None

    @property
    def revoked(self) -> bool:
        """Whether it was shut out."""
        return self.revoked_seq is not None


class Lane(NamedTuple):
    """What the cell has of a station's epoch: the last number and its hash."""

    last_seq: int
    head: bytes


class Heard(NamedTuple):
    """A station with what it said of itself last; instants in Unix milliseconds, 0 = never."""

    station: Known
    seen_ms: int
    pushed_ms: int
    watermark: date | None
    skew_ms: int
    unsent: int
    version: str


_KNOWN = [station.c[name] for name in Known._fields]
_STATION = select(*_KNOWN).where(station.c.station_id == bindparam("of_station"))
_LANE = select(lane.c.last_seq, lane.c.head).where(
    lane.c.cell_id == bindparam("of_cell"),
    lane.c.station_id == bindparam("of_station"),
    lane.c.epoch == bindparam("of_epoch"),
)
_HEARD_OF = update(presence).where(
    presence.c.cell_id == bindparam("of_cell"),
    presence.c.station_id == bindparam("of_station"),
)


def station_of(core: Connection, station_id: str) -> Known | None:
    """Return a station, or None."""
    row = core.execute(_STATION, {"of_station": station_id}).first()
    return Known(*row) if row else None


def make_code(
    core: Connection,
    key: HubKey,
    cell_id: str,
    store: str,
    till: str,
    now_ms: int,
    random: Random,
    role: Role = "counter",
) -> str:
    """Return a code with which one station may enrol within a day; only its MAC is kept."""
    code = new_code(random)
    core.execute(delete(enrolment).where(enrolment.c.expires_ms < now_ms - CODE_MS))
    core.execute(
        insert(enrolment).values(
            code_mac=key.code_mac(code),
            cell_id=cell_id,
            store=store,
            till=till,
            role=role,
            expires_ms=now_ms + CODE_MS,
        )
    )
    return code


def enrol(core: Connection, key: HubKey, code: str, public_key: bytes, now_ms: int) -> Known | None:
    """Use a code up for a station; None when it is unknown, used or over.

    The same code with the same key is answered the same again, until a day after the code's own:
    the first answer may be lost.
    """
    shown = enrolment.c.code_mac == key.code_mac(code)
    used = core.execute(
        update(enrolment)
        .where(shown, enrolment.c.used_ms.is_(None), enrolment.c.expires_ms > now_ms)
        .values(used_ms=now_ms)
        .returning(enrolment.c.cell_id, enrolment.c.store, enrolment.c.till, enrolment.c.role)
    ).first()
    known = station_of(core, station_id_of(public_key))
    if used is None:
        spent = core.execute(
            select(enrolment).where(shown, enrolment.c.expires_ms > now_ms - CODE_MS)
        ).first()
        same = spent and known and spent.used_ms == known.enrolled_ms
        return known if same else None
    if known is not None:
        return None
    new = Known(
        station_id_of(public_key), used.cell_id, used.store, used.till, public_key, 1, now_ms, None,
        used.role,
    )  # fmt: skip
    add_station(core, new)
    return new


def add_station(core: Connection, new: Known) -> None:
    """Make a station's row, and the one that notes when it is heard of."""
    core.execute(insert(station).values(**new._asdict()))
    core.execute(
        insert(presence).values(
            cell_id=new.cell_id,
            station_id=new.station_id,
            seen_ms=0,
            pushed_ms=0,
            skew_ms=0,
            unsent=0,
            floor_coins=0,
            floor_credit_minor=0,
            version="",
        )
    )


def note_push(core: Connection, known: Known, standing: Standing, now_ms: int) -> None:
    """Note what a station said with a push."""
    _note(core, known, standing, now_ms, {"pushed_ms": now_ms})


def says_news(core: Connection, known: Known, standing: Standing, now_ms: int) -> bool:
    """Tell whether a poll is worth a transaction that writes: something changed, or it is long."""
    row = core.execute(
        select(presence).where(
            presence.c.cell_id == known.cell_id, presence.c.station_id == known.station_id
        )
    ).first()
    return (
        row is None
        or now_ms - row.seen_ms >= HEARD_MS
        or _said(standing) != {name: getattr(row, name) for name in _said(standing)}
    )


def note_poll(core: Connection, known: Known, standing: Standing, now_ms: int) -> None:
    """Note what a station said with a poll."""
    _note(core, known, standing, now_ms, {})


def skew_of(standing: Standing, now_ms: int) -> int:
    """Return by how many milliseconds a station's clock is ahead (negative: behind)."""
    return standing.sent_at_ms - now_ms


def clock_remark(standing: Standing, now_ms: int) -> str:
    """Return what is remarked on rows dated by a clock that is far off, or nothing."""
    skew = skew_of(standing, now_ms)
    return f"clock {skew // 1000:+d}s" if abs(skew) > SKEW_MAX_MS else ""


def lane_of(core: Connection, known: Known, epoch: int) -> Lane | None:
    """Return how far the cell has an epoch of a station, or None when nothing came yet."""
    of = {"of_cell": known.cell_id, "of_station": known.station_id, "of_epoch": epoch}
    row = core.execute(_LANE, of).first()
    return Lane(*row) if row else None


def new_epoch(core: Connection, known: Known, ask: EpochAsk) -> int:
    """Begin a new epoch whose lane goes on after `base_seq`; return its number.

    Asked twice, it is the same one: the first answer may be lost.
    """
    base = Lane(ask.base_seq, ask.base_hash)
    if ask.epoch < known.epoch and lane_of(core, known, known.epoch) == base:
        return known.epoch
    epoch = max(known.epoch, ask.epoch) + 1
    core.execute(
        update(station).where(station.c.station_id == known.station_id).values(epoch=epoch)
    )
    core.execute(
        insert(lane).values(
            cell_id=known.cell_id, station_id=known.station_id, epoch=epoch, **base._asdict()
        )
    )
    return epoch


def revoke(core: Connection, station_id: str, at: int | None) -> Known | None:
    """Shut a station out after its row `at` (None: after the last that is booked).

    Returns the station as it is then, or None when there is no such station.
    """
    known = station_of(core, station_id)
    if known is None:
        return None
    # The cell's row first: a push that runs just now is booked before, or sees the revocation.
    of_cell = cell.c.cell_id == known.cell_id
    core.execute(update(cell).where(of_cell).values(last_seq=cell.c.last_seq))
    known = station_of(core, station_id) or known
    # Of this epoch: an earlier one may have come further, with other rows.
    have = lane_of(core, known, known.epoch)
    seq = (have.last_seq if have else 0) if at is None else at
    core.execute(update(station).where(station.c.station_id == station_id).values(revoked_seq=seq))
    return known._replace(revoked_seq=seq)


def heard_of(core: Connection, cell_id: str = "") -> list[Heard]:
    """Return all stations, or those of one cell, in the order of cell, store and till."""
    said = [presence.c[name] for name in Heard._fields[1:]]
    both = (presence.c.cell_id == station.c.cell_id) & (
        presence.c.station_id == station.c.station_id
    )
    query = select(*_KNOWN, *said).outerjoin(presence, both)
    if cell_id:
        query = query.where(station.c.cell_id == cell_id)
    rows = core.execute(query.order_by(station.c.cell_id, station.c.store, station.c.till))
    width = len(_KNOWN)
    return [Heard(Known(*row[:width]), *_silent(row[width:])) for row in rows]


def _silent(
    said: tuple[int | None, int | None, date | None, int | None, int | None, str | None],
) -> tuple[int, int, date | None, int, int, str]:
    seen, pushed, watermark, skew, unsent, version = said
    return seen or 0, pushed or 0, watermark, skew or 0, unsent or 0, version or ""


def _note(
    core: Connection, known: Known, standing: Standing, now_ms: int, more: dict[str, int]
) -> None:
    values = {**_said(standing), "seen_ms": now_ms, "skew_ms": skew_of(standing, now_ms), **more}
    of = {"of_cell": known.cell_id, "of_station": known.station_id}
    core.execute(_HEARD_OF, of | values)


def _said(standing: Standing) -> dict[str, object]:
    return {
        "watermark": standing.watermark,
        "unsent": standing.unsent,
        "floor_coins": standing.floor_coins,
        "floor_credit_minor": standing.floor_credit_minor,
        "version": standing.version,
    }

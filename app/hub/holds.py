"""What stations reserved before they spend it (SYNC.md 8): coins, credit, vouchers, stock.

A hold is known by the id of the event that will spend. Booking that event settles it, the station
voids it, or a person writes a lost station's holds off; time alone never does. Everything runs in
the caller's transaction on `core`, and who asks or voids locks the cell's row as a booking does.
"""

from collections.abc import Callable, Collection
from datetime import UTC, date, datetime
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, delete, func, insert, select, update

from app.domain.calendar import business_date
from app.domain.companions import stock_key
from app.domain.fold import blank
from app.domain.fold.together import Together
from app.domain.members import MemberState, coins_on, credit_on
from app.domain.rating import Rules
from app.hub.held_keys import free_number, stock_of, taken_by
from app.storage.rows import unpack_state
from app.storage.tables import account, booked, cell, hold, hold_key
from app.wire.sync import HoldAsk, Taken

RulesOn = Callable[[date], Rules | None]

HELD: Final = "held"
VOID: Final = "void"
REFUSED: Final = "refused"


class Reserved(NamedTuple):
    """It is reserved; the front tells it as `Granted`. `stock_number` 0 = no limited stock."""

    stock_number: int


class NotThere(NamedTuple):
    """It is not to be had; the front tells it as `Refused`. Coins and credit are what is left."""

    coins: int
    credit_minor: int
    taken: Taken | None = None
    sold_out: bool = False


class WrittenOff(NamedTuple):
    """What a person released of a lost station's: how many holds, with what in them."""

    holds: int
    coins: int
    credit_minor: int


def today(rules_on: RulesOn, now_ms: int) -> date:
    """Return the cell's business date of an instant of the hub's clock; UTC's with no programme."""
    now = datetime.fromtimestamp(now_ms / 1000, UTC)
    rules = rules_on(now.date())
    if rules is None:
        return now.date()
    return business_date(now, ZoneInfo(rules.programme.time_zone), rules.programme.day_starts)


# ---------------------------------------------------------------- what stations ask


def ask(
    core: Connection,
    cell_id: str,
    station_id: str,
    wanted: HoldAsk,
    rules_on: RulesOn,
    on: date,
    now_ms: int,
) -> Reserved | NotThere:
    """Reserve what a station wants to spend on a business date, all of it or nothing.

    Of what the same act gives back nothing is reserved: nobody else can have it before.
    The same id asked again gets the same answer. One that was voided, refused or whose event is
    booked is refused for ever, however late the question arrives.
    """
    _lock(core, cell_id)
    left_coins, left_minor = available(core, cell_id, wanted.member, on)
    coins = max(0, left_coins + wanted.coins_back)
    credit_minor = max(0, left_minor + wanted.credit_back_minor)
    known = _known(core, cell_id, wanted.hold_id)
    if known is not None and known == (HELD, station_id):
        return Reserved(stock_of(core, cell_id, wanted.hold_id, wanted.stock))
    if known is not None:
        return NotThere(coins, credit_minor)
    taken = taken_by(core, cell_id, wanted.keys)
    number, sold_out = free_number(core, cell_id, wanted.stock, rules_on(on))
    short = wanted.coins > coins or wanted.credit_minor > credit_minor
    refused = short or taken is not None or sold_out
    _note(core, cell_id, station_id, wanted, REFUSED if refused else HELD, now_ms)
    if refused:
        return NotThere(coins, credit_minor, taken, sold_out)
    keys = [*wanted.keys, *([stock_key(wanted.stock, number)] if number else [])]
    if keys:
        core.execute(
            insert(hold_key),
            [{"cell_id": cell_id, "key": key, "hold_id": wanted.hold_id} for key in set(keys)],
        )
    return Reserved(number)


def void(core: Connection, cell_id: str, station_id: str, hold_id: str, now_ms: int) -> None:
    """Let go of a station's hold; one that never arrived is refused when it does."""
    _lock(core, cell_id)
    known = _known(core, cell_id, hold_id)
    if known is None:
        _note(core, cell_id, station_id, HoldAsk(hold_id), VOID, now_ms)
    elif known == (HELD, station_id):
        _end(core, cell_id, [hold_id])


def release_of(core: Connection, cell_id: str, station_id: str) -> WrittenOff:
    """Write off the holds of a station that is lost, on a person's word.

    What it spent all the same books when it arrives, and may then overdraw.
    """
    _lock(core, cell_id)
    rows = core.execute(
        select(hold.c.hold_id, hold.c.coins, hold.c.credit_minor).where(
            hold.c.cell_id == cell_id, hold.c.station_id == station_id, hold.c.state == HELD
        )
    ).all()
    if rows:
        _end(core, cell_id, [row.hold_id for row in rows])
    return WrittenOff(
        len(rows), sum(row.coins for row in rows), sum(row.credit_minor for row in rows)
    )


def forget(core: Connection, cell_id: str, before_ms: int) -> None:
    """Drop the memory of holds that ended before an instant, when no question is that late."""
    core.execute(
        delete(hold).where(
            hold.c.cell_id == cell_id, hold.c.state != HELD, hold.c.at_ms < before_ms
        )
    )


# ---------------------------------------------------------------- what is there


def available(core: Connection, cell_id: str, member: str, on: date) -> tuple[int, int]:
    """Return the coins and the credit (minor units) a member can still be granted on a date.

    The account as it is booked, less what is held; of merged members, all that any of them holds.
    Below zero where more is owed or held than there is.
    """
    if not member:
        return 0, 0
    together = Together(lambda one: _state(core, cell_id, one))
    living = together.living(member)
    held = core.execute(
        select(func.sum(hold.c.coins), func.sum(hold.c.credit_minor)).where(
            hold.c.cell_id == cell_id,
            hold.c.member.in_(together.family(member)),
            hold.c.state == HELD,
        )
    ).one()
    coins, credit = coins_on(living, on), credit_on(living, on)
    return (
        coins.available - coins.debt - int(held[0] or 0),
        credit.available - credit.debt - int(held[1] or 0),
    )


def _state(core: Connection, cell_id: str, member: str) -> MemberState:
    packed = core.execute(
        select(account.c.state).where(account.c.cell_id == cell_id, account.c.member == member)
    ).scalar()
    return unpack_state(packed) if packed is not None else blank(member)


def _lock(core: Connection, cell_id: str) -> None:
    core.execute(update(cell).where(cell.c.cell_id == cell_id).values(last_seq=cell.c.last_seq))


def _known(core: Connection, cell_id: str, hold_id: str) -> tuple[str, str] | None:
    """Return (state, station) of an id that was heard of, or None; a booked one is void."""
    row = core.execute(
        select(hold.c.state, hold.c.station_id).where(
            hold.c.cell_id == cell_id, hold.c.hold_id == hold_id
        )
    ).first()
    if row is not None:
        return row.state, row.station_id
    spent = core.execute(
        select(booked.c.seq).where(booked.c.cell_id == cell_id, booked.c.event_id == hold_id)
    ).first()
    return (VOID, "") if spent else None


def _note(
    core: Connection, cell_id: str, station_id: str, wanted: HoldAsk, state: str, now_ms: int
) -> None:
    core.execute(
        insert(hold).values(
            cell_id=cell_id,
            hold_id=wanted.hold_id,
            station_id=station_id,
            member=wanted.member,
            coins=max(0, wanted.coins - wanted.coins_back),
            credit_minor=max(0, wanted.credit_minor - wanted.credit_back_minor),
            state=state,
            at_ms=now_ms,
        )
    )


def _end(core: Connection, cell_id: str, hold_ids: Collection[str]) -> None:
    where = hold_key.c.cell_id == cell_id, hold_key.c.hold_id.in_(hold_ids)
    core.execute(delete(hold_key).where(*where))
    core.execute(
        update(hold)
        .where(hold.c.cell_id == cell_id, hold.c.hold_id.in_(hold_ids))
        .values(state=VOID)
    )

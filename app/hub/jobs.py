"""Day-end jobs of the cell: expiry and tier evaluation (LEDGER.md 10, 17; SYNC.md 9).

Idempotent: every event's id is derived from the cell, the member and the day. Only members
with something due are looked at.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Connection, func, select, update

from app.domain.effects import Effect, Expire, TierDrop
from app.domain.events import Event, Kind
from app.domain.facts import DayEnded, Facts, Threshold
from app.domain.ids import derived_id
from app.domain.members import MemberState
from app.domain.rating import Rules
from app.hub.booking import RulesOn
from app.hub.cell import book_own
from app.storage.rows import unpack_state
from app.storage.tables import account, cell

MEMBERS_PER_BATCH = 200


def last_day_ended(core: Connection, cell_id: str) -> date | None:
    """Return the business date up to which the jobs ran."""
    return core.execute(select(cell.c.day_ended).where(cell.c.cell_id == cell_id)).scalar()


def next_due(core: Connection, cell_id: str) -> date | None:
    """Return the first business date at whose end something is due, or None."""
    first: date | None = core.execute(
        select(func.min(account.c.due_on)).where(account.c.cell_id == cell_id)
    ).scalar()
    return first


def due_members(core: Connection, cell_id: str, on: date, after: str) -> list[MemberState]:
    """Return members (in order of id, past `after`) that have something due before `on`."""
    rows = core.execute(
        select(account.c.state)
        .where(account.c.cell_id == cell_id, account.c.due_on < on, account.c.member > after)
        .order_by(account.c.member)
        .limit(MEMBERS_PER_BATCH)
    )
    return [unpack_state(row.state) for row in rows]


def end_day(
    run: Callable[[Callable[[Connection], int]], int],
    cell_id: str,
    on: date,
    rules_on: RulesOn,
) -> None:
    """Run the jobs at the end of business date `on`; `run` gives a transaction.

    A transaction holds at most 200 members, so a counter never waits long behind it.
    """
    after = ""
    morning = on + timedelta(days=1)
    while True:
        batch: list[MemberState] = []

        def work(core: Connection) -> int:
            batch.extend(due_members(core, cell_id, morning, after))  # noqa: B023
            events = [
                event
                for state in batch  # noqa: B023
                for event in _due_events(cell_id, state, morning, rules_on(morning))
            ]
            return book_own(core, cell_id, events, rules_on)

        run(work)
        if len(batch) < MEMBERS_PER_BATCH:
            break
        after = batch[-1].member
    run(lambda core: _ended(core, cell_id, on, rules_on))


def _ended(core: Connection, cell_id: str, on: date, rules_on: RulesOn) -> int:
    event = _event(cell_id, "", "day_ended", on, f"day:{on}", DayEnded(on))
    seq = book_own(core, cell_id, [event], rules_on)
    core.execute(update(cell).where(cell.c.cell_id == cell_id).values(day_ended=on))
    return seq


def _due_events(
    cell_id: str, state: MemberState, morning: date, rules: Rules | None
) -> list[Event]:
    events = []
    expired = tuple(
        Expire(lot.amount, lot.terms, lot.available_from, lot.expires_on)
        for lot in state.lots
        if lot.expires_on is not None and lot.expires_on < morning
    )
    if expired:
        purpose = f"expiry:{state.member}:{morning}"
        facts = Threshold("")
        events.append(_event(cell_id, state.member, "expired", morning, purpose, facts, expired))
    if rules is not None:
        # A hold that is over goes, or the member would be due every day from now on; booking
        # that reconciles what the points imply by then.
        for hold in state.holds:
            if hold.until < morning:
                effect = TierDrop(hold.tier, hold.reached_on)
                purpose = f"TierDrop:{state.member}:{hold.tier}:{hold.reached_on}"
                facts = Threshold("")
                events.append(
                    _event(cell_id, state.member, "tier_lost", morning, purpose, facts, (effect,))
                )
    return events


def _event(
    cell_id: str,
    member: str,
    kind: Kind,
    on: date,
    purpose: str,
    facts: Facts,
    effects: tuple[Effect, ...] = (),
) -> Event:
    at = datetime.combine(on, time(), UTC)
    return Event(
        id=derived_id(cell_id, purpose),
        kind=kind,
        member=member,
        staff="",
        store="",
        till="",
        programme="",
        on=on,
        at_ms=int(at.timestamp() * 1000),
        offset_min=0,
        facts=facts,
        effects=effects,
    )

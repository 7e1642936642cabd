"""Day-end jobs of the cell: expiry, evaluation, vouchers, draws (LEDGER.md 10, 17; SYNC.md 9).

Idempotent: every event's id is derived from the cell, the member and the day. Only members
with something due are looked at; what was recorded late is found due the next time.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, func, select, update

from app.domain.effects import CreditExpire, Effect, Expire, TierDrop
from app.domain.events import Event, Kind
from app.domain.facts import DayEnded, Facts, Promised, Threshold, VoucherClosed
from app.domain.ids import derived_id
from app.domain.members import MemberState
from app.domain.rating import Rules
from app.domain.referrals import SOURCE
from app.domain.vouchers import expired_vouchers
from app.hub.booking import RulesOn
from app.hub.cell import book_own, lock
from app.hub.raffles import freeze_due
from app.hub.referrals import due_shares
from app.storage.rows import unpack_state
from app.storage.tables import account, cell

MEMBERS_PER_BATCH = 200


def last_day_ended(core: Connection, cell_id: str) -> date | None:
    """Return the business date up to which the jobs ran."""
    return core.execute(select(cell.c.day_ended).where(cell.c.cell_id == cell_id)).scalar()


def next_due(core: Connection, cell_id: str, last: date, rules: Rules | None) -> date | None:
    """Return the first business date past `last` at whose end something is due, or None.

    What has been due for longer is due at the end of the day after `last`.
    """
    first: date | None = core.execute(
        select(func.min(account.c.due_on)).where(account.c.cell_id == cell_id)
    ).scalar()
    raffles = rules.programme.raffles if rules else ()
    draws = [raffle.draws_on - timedelta(days=1) for raffle in raffles]
    days = [day for day in draws if day > last] + ([first] if first is not None else [])
    return max(min(days), last + timedelta(days=1)) if days else None


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
    morning = Morning(cell_id, on + timedelta(days=1), rules_on(on + timedelta(days=1)))
    while True:
        batch: list[MemberState] = []

        def work(core: Connection) -> int:
            lock(core, cell_id)
            batch[:] = due_members(core, cell_id, morning.on, after)  # noqa: B023
            events = [event for state in batch for event in due_events(morning, state)]  # noqa: B023
            events += _referrals(core, morning, batch)  # noqa: B023
            return book_own(core, cell_id, events, rules_on)

        run(work)
        if len(batch) < MEMBERS_PER_BATCH:
            break
        after = batch[-1].member
    freeze_due(run, cell_id, morning.on, rules_on)
    run(lambda core: _ended(core, cell_id, on, rules_on))


def _ended(core: Connection, cell_id: str, on: date, rules_on: RulesOn) -> int:
    event = _event(Morning(cell_id, on, None), "", "day_ended", f"day:{on}", DayEnded(on))
    seq = book_own(core, cell_id, [event], rules_on)
    # Another server of the same database may be days ahead.
    behind = cell.c.day_ended.is_(None) | (cell.c.day_ended < on)
    core.execute(update(cell).where(cell.c.cell_id == cell_id, behind).values(day_ended=on))
    return seq


class Morning(NamedTuple):
    """The morning after the day that ends: its date, and the rules in force, if any."""

    cell_id: str
    on: date
    rules: Rules | None


def due_events(morning: Morning, state: MemberState) -> Iterator[Event]:
    """Yield what happens to a member between two days."""
    if not state.merged_into:
        yield from _lapsed(morning, state)
        if morning.rules is not None:
            yield from _closed_vouchers(morning, state, morning.rules)
            yield from _lost_tiers(morning, state)


def _referrals(core: Connection, morning: Morning, states: list[MemberState]) -> list[Event]:
    """Return what friends and who brought them are paid."""
    if morning.rules is None:
        return []
    return [
        _event(
            morning, share.member, "granted", share.purpose,
            Promised(SOURCE, share.key, ""), share.effects,
        )
        for share in due_shares(core, morning.cell_id, states, morning.rules, morning.on)
    ]  # fmt: skip


def _lapsed(morning: Morning, state: MemberState) -> Iterator[Event]:
    """Yield the end of dead remainders of coins and of store credit."""
    lapsed: list[Effect] = [
        effect(lot.amount, lot.terms, lot.available_from, lot.expires_on)
        for effect, lots in ((Expire, state.lots), (CreditExpire, state.credit.lots))
        for lot in lots
        if lot.expires_on is not None and lot.expires_on < morning.on
    ]
    if lapsed:
        purpose = f"expiry:{state.member}:{morning.on}"
        yield _event(morning, state.member, "expired", purpose, Threshold(""), tuple(lapsed))


def _closed_vouchers(morning: Morning, state: MemberState, rules: Rules) -> Iterator[Event]:
    for closing in expired_vouchers(rules.programme, state, morning.on):
        purpose = f"voucher:{closing.voucher}:{morning.on}"
        facts = VoucherClosed(closing.voucher, "expired", "")
        event = _event(morning, state.member, "voucher_closed", purpose, facts, closing.effects)
        yield replace(event, once=closing.once, releases=closing.releases)


def _lost_tiers(morning: Morning, state: MemberState) -> Iterator[Event]:
    """Yield the end of holds that are over, or the member would be due every day from now on.

    Booking that reconciles what the points imply by then.
    """
    for hold in state.holds:
        if hold.until < morning.on:
            effect = TierDrop(hold.tier, hold.reached_on)
            purpose = f"TierDrop:{state.member}:{hold.tier}:{hold.reached_on}"
            yield _event(morning, state.member, "tier_lost", purpose, Threshold(""), (effect,))


def _event(
    morning: Morning,
    member: str,
    kind: Kind,
    purpose: str,
    facts: Facts,
    effects: tuple[Effect, ...] = (),
) -> Event:
    return Event(
        id=derived_id(morning.cell_id, purpose),
        kind=kind,
        member=member,
        staff="",
        store="",
        till="",
        programme=morning.rules.programme.id if morning.rules else "",
        on=morning.on,
        at_ms=int(datetime.combine(morning.on, time(), UTC).timestamp() * 1000),
        offset_min=0,
        facts=facts,
        effects=effects,
    )

"""What must hold at every moment, looked at right after a station did something."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from app.domain.calendar import business_date
from app.domain.effects import Spend
from app.domain.events import Event
from app.domain.fold import blank
from app.domain.fold.together import Together
from app.domain.members import MemberState, coins_on
from app.domain.outcomes import worth
from app.wire.events import decode
from tests.simulation.clocks import DAY_MS, EPOCH, HOUR_MS, MINUTE_MS
from tests.simulation.document import OFFLINE_COINS, OFFLINE_HOURS, OFFLINE_STATION_COINS
from tests.simulation.machines import StationMachine

if TYPE_CHECKING:
    from tests.simulation.world import World

FAR_OFF_MS: Final = 6 * MINUTE_MS
WAIT_DAYS: Final = 3
ZONE: Final = ZoneInfo("Asia/Kolkata")
_DAY_STARTS: Final = datetime(2026, 1, 1, 4).time()  # noqa: DTZ001 - a time of the day


def business_day(true_ms: int) -> date:
    """The shop's date at an instant."""
    return business_date(EPOCH + timedelta(milliseconds=true_ms), ZONE, _DAY_STARTS)


def at_risk(world: "World", machine: StationMachine) -> None:
    """What a station allowed without the hub, and the hub has not, is within the limits."""
    witness = world.witnesses[world.cell_of(machine.name)]
    newest = witness.risked.get(witness.newest)
    event_id, witness.newest = witness.newest, ""
    if newest is None or machine.rolled_back or event_id not in witness.recorded:
        return
    there = set(world.hub.event_ids(machine.settings.cell_id))
    # What a hub that was put back has lost, this station has seen booked.
    unsent = {event for _, event in machine.journal(machine.process.db.own_seq)} - there
    out = [
        one.ask
        for event, one in witness.risked.items()
        if one.station == machine.name and event in unsent
    ]
    member = sum(ask.coins for ask in out if ask.member == newest.ask.member)
    total = sum(ask.coins for ask in out)
    assert member <= OFFLINE_COINS, f"{machine.name} risks {member} coins with one member"
    assert total <= OFFLINE_STATION_COINS, f"{machine.name} risks {total} coins"
    if not machine.clock_was_set and (newest.ask.coins or newest.ask.credit_minor):
        age_ms = world.true.now_ms - machine.synced_ms
        assert age_ms <= (OFFLINE_HOURS + 1) * HOUR_MS, f"{machine.name} risks after {age_ms} ms"
    if not world.put_back_hub:
        _is_there(world, machine, event_id)


def _is_there(world: "World", machine: StationMachine, event_id: str) -> None:
    """What was risked was there by the feed, less what was spent here since."""
    events = {event.id: event for event in machine.events(0)}
    risked = events[event_id]
    together = Together(blank)
    there = set()
    for row in _feed(world, machine):
        there.add(row[0].id)
        if row[0].member:
            together.fold(worth(*row))
    state, family = together.living(risked.member), together.family(risked.member)
    has = coins_on(state, risked.on).spendable
    spent = sum(
        _spent(one) for key, one in events.items() if key not in there and one.member in family
    )
    assert spent <= has, f"{machine.name} let {spent} coins be spent where there were {has}"


def at_shown(world: "World", machine: StationMachine, before: int) -> None:
    """A screen shows what the feed says and, on top, what this station recorded since."""
    new = [event.member for event in machine.events(before) if event.member]
    db = machine.process.db
    feed = world.hub.rows(
        "SELECT hash FROM feed WHERE cell_id = ? AND seq = ?",
        machine.settings.cell_id, db.feed_seq,
    )  # fmt: skip
    if not new or feed != [(db.feed_head,)]:
        return
    together = Together(blank)
    there = set()
    for event, outcome in _feed(world, machine):
        there.add(event.id)
        if event.member:
            together.fold(worth(event, outcome))
    parked = world.hub.rows(
        "SELECT event_id FROM feed WHERE cell_id = ? AND seq <= ? AND outcome = 'parked'",
        machine.settings.cell_id, db.feed_seq,
    )  # fmt: skip
    there.update(row[0] for row in parked)
    for event in machine.events(0):
        if event.member and event.id not in there:
            together.fold(event)
    for member in new:
        mine, shown = _sums(together.living(member)), _sums(machine.shop.state(member))
        assert mine == shown, f"{machine.name} shows {shown}, not {mine}"


def _sums(state: MemberState) -> tuple[object, ...]:
    coins = sum(lot.amount for lot in state.lots) - state.debt - state.overdraft
    wallet = state.credit
    credit = sum(lot.amount for lot in wallet.lots) - wallet.debt - wallet.overdraft
    live = {one.voucher for one in state.vouchers if one.status == "live"}
    return state.member, coins, credit, state.purchases, live


def _feed(world: "World", machine: StationMachine) -> list[tuple[Event, str]]:
    rows = world.hub.rows(
        "SELECT body, outcome FROM feed WHERE cell_id = ? AND seq <= ?"
        " AND outcome IN ('booked', 'worthless') ORDER BY seq",
        machine.settings.cell_id, machine.process.db.feed_seq,
    )  # fmt: skip
    return [(decode(body), outcome) for body, outcome in rows]


def _spent(event: Event) -> int:
    return sum(one.amount for one in event.effects if isinstance(one, Spend))


def at_dates(world: "World", machine: StationMachine, before: int) -> None:
    """A station that reached the hub since it was started knows what time it is."""
    if machine.in_contact:
        for event in machine.events(before):
            off_ms = abs(event.at_ms - world.true.now_ms)
            assert off_ms < 5 * MINUTE_MS, f"{machine.name} is {off_ms} ms off for {event.id}"


def at_overlay(world: "World", machine: StationMachine) -> None:
    """What lies over the replica is the journal's rows that the feed has not brought back."""
    db = machine.process.db
    known = world.hub.rows(
        "SELECT event_id FROM feed WHERE cell_id = ? AND seq <= ?",
        machine.settings.cell_id, db.feed_seq,
    )  # fmt: skip
    there = {row[0] for row in known}
    laid = {seq for events in db.pending.values() for seq, _ in events}
    missing = {seq for seq, event in machine.journal() if event not in there}
    assert laid == missing, f"{machine.name} shows rows {laid} over the replica, not {missing}"


def at_remarks(world: "World", machine: StationMachine, before: int) -> None:
    """Rows pushed by a station whose clock is far off say so."""
    if abs(machine.wall.wrong_ms) < FAR_OFF_MS:
        return
    rows = world.hub.rows(
        "SELECT seq, detail FROM feed WHERE cell_id = ? AND station_id = ? AND seq > ?",
        machine.settings.cell_id, machine.settings.station_id, before,
    )  # fmt: skip
    silent = [seq for seq, detail in rows if "clock" not in detail]
    assert not silent, f"rows {silent} of {machine.name} do not say that its clock is off"


def at_ended_day(world: "World", cell: str, ended: date) -> None:
    """No day ends while a station that was heard of lately still has something of it unsent."""
    if ended <= business_day(world.true.now_ms) - timedelta(days=WAIT_DAYS):
        return
    if world.put_back_hub:
        return  # what it lost is sent again, and was not unsent when its station said so
    witness = world.witnesses[cell]
    there = set(world.hub.event_ids(world.cell_id(cell)))
    for machine in world.in_cell(cell):
        if world.true.now_ms - machine.synced_ms > 2 * DAY_MS or machine.rolled_back:
            continue
        for event in machine.events(0):
            told = witness.recorded.get(event.id)
            if told is None or event.id in there or event.on > ended:
                continue
            right = event.on == business_day(told.true_ms)
            assert not right, f"{ended} ended, and {machine.name} has not sent {event.id}"

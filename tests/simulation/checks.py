"""What must hold when everything has come to rest, told by an onlooker who never forgets.

The rows are read from the files, and the chain, the sums and the keys are worked out here.
"""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from app.domain.companions import may_release
from app.domain.effects import (
    Claim,
    CreditExpire,
    CreditReverse,
    Expire,
    Forfeit,
    Issue,
    Reverse,
    Spend,
    Unclaim,
    Withdraw,
)
from app.domain.events import Event
from app.domain.fold import blank
from app.domain.fold.together import Together
from app.domain.members import MemberState
from app.domain.outcomes import worth
from app.storage.rows import pack, unpack_state
from app.wire.events import decode
from tests.simulation.document import OFFLINE_COINS, STOCK
from tests.simulation.machines import StationMachine
from tests.simulation.template import TILLS
from tests.simulation.world import World

COUNTED: Final = ("booked", "worthless")
SIGNS: Final = {"earn": 1, "reverse": -1, "spend": -1, "restore": 1, "expire": -1, "forfeit": -1}


TAKES: Final = (Reverse, CreditReverse, Expire, CreditExpire, Forfeit)


class FeedRow(NamedTuple):
    """A row of the feed as it lies in the hub's file."""

    seq: int
    event_id: str
    station_id: str
    epoch: int
    lane_seq: int
    outcome: str
    detail: str
    body: bytes
    hash: bytes


class Cell(NamedTuple):
    """All that is looked at of one cell."""

    world: World
    name: str
    cell_id: str
    feed: list[FeedRow]
    events: dict[int, Event]

    def counted(self) -> Iterator[tuple[FeedRow, Event]]:
        """The rows that have effects, with the event as it was booked."""
        for row in self.feed:
            if row.outcome in COUNTED:
                yield row, worth(self.events[row.seq], row.outcome)

    def accounts(self) -> dict[str, MemberState]:
        """The hub's accounts."""
        rows = self.world.hub.rows(
            "SELECT member, state FROM account WHERE cell_id = ?", self.cell_id
        )
        return {member: unpack_state(state) for member, state in rows}


def check(world: World) -> None:
    """Raise AssertionError with the first thing that does not hold."""
    assert not world.hub.errors, f"the hub had an error: {world.hub.errors[0]!r}"
    for name in TILLS:
        cell = read_cell(world, name)
        for one in CHECKS:
            one(cell)


def read_cell(world: World, name: str) -> Cell:
    """Read a cell's feed from the hub's file."""
    cell_id = world.cell_id(name)
    columns = ", ".join(FeedRow._fields)
    rows = world.hub.rows(f"SELECT {columns} FROM feed WHERE cell_id = ? ORDER BY seq", cell_id)
    feed = [FeedRow(*row) for row in rows]
    events = {row.seq: decode(row.body) for row in feed if row.outcome != "parked"}
    return Cell(world, name, cell_id, feed, events)


# ---------------------------------------------------------------- the feed


def feed_is_whole(cell: Cell) -> None:
    """Numbers without a hole, the chain from its start, the head in the cell's row."""
    assert [row.seq for row in cell.feed] == list(range(1, len(cell.feed) + 1)), "holes in the feed"
    head = bytes(32)
    for row in cell.feed:
        head = hashlib.sha256(head + row.seq.to_bytes(8, "big") + row.body).digest()
        assert row.hash == head, f"the chain breaks at {row.seq}"
    kept = cell.world.hub.rows("SELECT last_seq, head FROM cell WHERE cell_id = ?", cell.cell_id)
    assert kept == [(len(cell.feed), head)], "the cell's row does not say where the feed ends"


def ids_are_booked_once(cell: Cell) -> None:
    """An event id counts once."""
    ids = Counter(cell.events[row.seq].id for row in cell.feed if row.outcome in COUNTED)
    twice = [one for one, count in ids.items() if count > 1]
    assert not twice, f"booked twice: {twice}"
    known = cell.world.hub.rows("SELECT event_id, seq FROM booked WHERE cell_id = ?", cell.cell_id)
    assert {one for one, _ in known} == set(ids), "the ids that are known are not those booked"


def lanes_are_whole(cell: Cell) -> None:
    """Each accepted number of a lane makes one row, without a hole from where its epoch began."""
    lanes = defaultdict(list)
    for row in cell.feed:
        if row.station_id:
            lanes[row.station_id, row.epoch].append(row.lane_seq)
    heads = cell.world.hub.rows(
        "SELECT station_id, epoch, last_seq FROM lane WHERE cell_id = ?", cell.cell_id
    )
    for station, epoch, last in heads:
        numbers = lanes.pop((station, epoch), [])
        if numbers:
            assert numbers == list(range(numbers[0], last + 1)), f"lane {station} {epoch}"
            assert epoch > 1 or numbers[0] == 1 or cell.world.put_back_hub, f"lane {station} begins"
    assert not lanes, f"rows of lanes that the cell does not know: {lanes}"


def nothing_acknowledged_is_lost(cell: Cell) -> None:
    """What a use case called recorded is in the feed, unless the disk with it is gone.

    Of a station that was shut out, an old copy or a second one gets no lane any more.
    """
    there = {row.event_id for row in cell.feed}
    barred = {one.name for one in cell.world.in_cell(cell.name) if _is_barred(cell, one)}
    lost = {
        event: where
        for event, where in cell.world.witnesses[cell.name].recorded.items()
        if event not in there and where.station not in barred
    }
    assert not lost, f"recorded and lost: {lost}"


def nothing_forged_is_booked(cell: Cell) -> None:
    """What was not signed by its station is not in the feed."""
    forged = set(cell.world.stranger.forged) & {row.event_id for row in cell.feed}
    assert not forged, f"forged and taken: {forged}"


def who_is_shut_out_books_nothing(cell: Cell) -> None:
    """What a station recorded after it was shut out is parked."""
    for machine in cell.world.in_cell(cell.name):
        me = machine.settings.station_id
        last = cell.world.hub.rows("SELECT revoked_seq FROM station WHERE station_id = ?", me)
        if machine.name in cell.world.shut_out:
            assert last[0][0] is not None, f"{machine.name} was shut out and is let in again"
            recorded = cell.world.witnesses[cell.name].recorded
            late = {
                event
                for event, one in recorded.items()
                if one.station == machine.name and one.true_ms > cell.world.shut_out_ms
            }
            booked = [row.seq for row, event in cell.counted() if event.id in late]
            assert not booked, f"{machine.name} was shut out and booked {booked}"


def journals_are_in_the_feed(cell: Cell) -> None:
    """Whatever stands in a journal is in the feed."""
    there = {row.event_id for row in cell.feed}
    for machine in cell.world.in_cell(cell.name):
        left = [seq for seq, event in machine.journal() if event not in there]
        left = [] if _is_barred(cell, machine) else left
        assert not left, f"rows of {machine.name} are not in the feed: {left}"


# ---------------------------------------------------------------- keys, vouchers, stock


def keys_are_held_once(cell: Cell) -> None:
    """A once key is held by one event at a time, and by the one the hub names."""
    holders: dict[str, str] = {}
    for row in cell.feed:
        if row.outcome != "booked":
            continue
        event = cell.events[row.seq]
        for key in event.once:
            assert key not in holders, f"{key} is taken twice, by {event.kind} {event.id}"
            holders[key] = event.id
        for key in event.releases:
            if may_release(event.facts, key, holders.get(key, "")):
                del holders[key]
    kept = cell.world.hub.rows("SELECT key, event_id FROM once_key WHERE cell_id = ?", cell.cell_id)
    assert dict(kept) == holders, "the keys that are kept are not those held"


def vouchers_are_used_once(cell: Cell) -> None:
    """No voucher is claimed twice, and what was handed over for one is claimed.

    After an old copy was put back somewhere, a voucher may be handed over twice: what was known
    of the first time is gone.
    """
    world = cell.world
    claims: Counter[str] = Counter()
    ever: set[str] = set()
    for row, event in cell.counted():
        for effect in event.effects:
            match effect:
                case Claim(voucher=voucher):
                    claims[voucher] += 1
                    ever.add(voucher)
                    assert claims[voucher] == 1, f"voucher {voucher} is claimed twice, at {row.seq}"
                case Unclaim(voucher=voucher):
                    claims[voucher] -= 1
                case _:
                    pass
    if world.put_back_hub or any(one.rolled_back for one in world.in_cell(cell.name)):
        return
    handed = world.people[cell.name].handed
    assert set(handed) <= ever, f"handed over and not claimed: {set(handed) - ever}"
    twice = [voucher for voucher, count in handed.items() if count > 1]
    assert not twice, f"handed over twice: {twice}"


def stock_is_never_over_issued(cell: Cell) -> None:
    """There are never more of a stock's vouchers out than there are."""
    out: set[str] = set()
    for row, event in cell.counted():
        for effect in event.effects:
            match effect:
                case Issue(voucher=voucher) if effect.stock:
                    out.add(voucher)
                    assert len(out) <= STOCK, f"more than {STOCK} of a stock are out at {row.seq}"
                case Withdraw(voucher=voucher):
                    out.discard(voucher)
                case _:
                    pass


# ---------------------------------------------------------------- what is folded


def accounts_are_the_feed_folded(cell: Cell) -> None:
    """The hub's accounts are what a fresh fold of its feed makes."""
    accounts, folded = cell.accounts(), _folded(cell)
    for member in sorted(accounts.keys() | folded.keys()):
        mine, its = folded.get(member) or blank(member), accounts.get(member) or blank(member)
        assert pack(mine) == pack(its), f"account of {member}: {its} and folded anew {mine}"


def replicas_are_the_accounts(cell: Cell) -> None:
    """Every station holds for every member what the hub holds."""
    accounts = cell.accounts()
    last = len(cell.feed), cell.feed[-1].hash
    for machine in cell.world.at_work(cell.name):
        db = machine.process.db
        assert (db.feed_seq, db.feed_head) == last, f"{machine.name} is not at the feed's end"
        assert not db.pending, f"{machine.name} still has events of its own laid over"
        rows = {member: unpack_state(state) for member, state in _replica(machine)}
        for member in sorted(accounts.keys() | rows.keys()):
            mine, its = rows.get(member) or blank(member), accounts.get(member) or blank(member)
            assert pack(mine) == pack(its), f"{machine.name}, {member}: {mine} and the hub {its}"


def what_waits_is_live(cell: Cell) -> None:
    """Every station lists as waiting just the tickets whose vouchers nobody has used."""
    living = [state for state in cell.accounts().values() if not state.merged_into]
    live = {held.voucher for state in living for held in state.vouchers if held.status == "live"}
    for machine in cell.world.at_work(cell.name):
        for voucher, waiting in machine._read("SELECT voucher, waiting FROM pickup"):
            assert bool(waiting) == (voucher in live), f"{machine.name}: pickup of {voucher}"


def coins_are_conserved(cell: Cell) -> None:
    """What members hold is the sum of what was booked, added up from the bytes."""
    total = 0
    for row in cell.feed:
        if row.outcome in COUNTED:
            read: dict[str, Any] = json.loads(row.body)
            for effect in read.get("effects", ()):
                kind, amount = effect[0], effect[1]
                if row.outcome == "worthless" and kind != "spend":
                    continue
                total += SIGNS[kind] * amount if kind in SIGNS else 0
    held = sum(
        sum(lot.amount for lot in state.lots) - state.debt - state.overdraft
        for state in cell.accounts().values()
        if not state.merged_into
    )
    assert held == total, f"members hold {held} coins, booked were {total}"


def names_can_be_read(cell: Cell) -> None:
    """Every station can read every member's name."""
    there = {event.member for _, event in cell.counted() if event.kind == "enrolled"}
    for machine in cell.world.at_work(cell.name):
        for member in sorted(there):
            name = cell.world.people[cell.name].names.get(member)
            profile = machine.shop.own_profile(member)
            read = machine.shop.personal(profile, "name")
            assert name is None or read == (name,), f"{machine.name} reads {read} for {name}"


def holds_are_over(cell: Cell) -> None:
    """Nothing is reserved any more: it was spent, or let go of."""
    for table in ("hold", "hold_key"):
        where = "cell_id = ?" + (" AND state = 'held'" if table == "hold" else "")
        left = cell.world.hub.rows(f"SELECT hold_id FROM {table} WHERE {where}", cell.cell_id)
        assert not left, f"{table}: still there {left}"
    for machine in cell.world.at_work(cell.name):
        own = machine._read("SELECT hold_id, state FROM own_hold")
        assert not own, f"{machine.name} still keeps {own}"


def approvals_are_kept(cell: Cell) -> None:
    """What the hub approved is there when its event comes, and is never worth nothing.

    What took it away meanwhile is what no hub can refuse: a spend without it, goods brought back,
    coins that ran out or a supervisor took, members that became one or were parted. After a hub
    was put back, nothing is promised: what it had approved since is not known to it.
    """
    if cell.world.put_back_hub:
        return
    witness = cell.world.witnesses[cell.name]
    together = Together(blank)
    takers: list[tuple[int, str]] = []
    for row, event in cell.counted():
        before = together.living(event.member) if event.member else None
        if event.member:
            together.fold(event)
        approved = witness.approved.get(event.id)
        if approved is not None and before is not None:
            assert row.outcome == "booked", f"{event.id} was approved: {row.detail}"
            after = together.living(event.member)
            short = after.overdraft - before.overdraft
            short += after.credit.overdraft - before.credit.overdraft
            family = together.family(event.member)
            excused = any(
                seq > approved.feed_seq and (member in family or not member)
                for seq, member in takers
            )
            assert short <= 0 or excused, f"{event.id} was approved and is short of {short}"
        taken = any(isinstance(one, TAKES) for one in event.effects)
        if event.id in witness.risked or taken or event.kind == "adjusted":
            takers.append((row.seq, event.member))
        elif event.kind in {"merged", "unmerged"}:
            takers.append((row.seq, ""))


def overdraft_is_within_the_bound(cell: Cell) -> None:
    """No member is overdrawn by more than was published: F for each station, and what came back.

    To F for each station of the cell come: as much again for each old copy of a station that was
    put back, what a hub that was put back had approved, and what claw-backs and people took.
    """
    world, witness = cell.world, cell.world.witnesses[cell.name]
    machines = world.in_cell(cell.name)
    copies = len(machines) + sum(one.rolled_back for one in machines)
    approved: Counter[str] = Counter()
    if world.put_back_hub:
        for one in witness.approved.values():
            approved[one.ask.member] += one.ask.coins
    together = Together(blank)
    taken: Counter[str] = Counter()
    for row, event in cell.counted():
        if not event.member:
            continue
        together.fold(event)
        for effect in event.effects:
            match effect:
                case Reverse(amount=amount) | Expire(amount=amount):
                    taken[event.member] += abs(amount)
                case Spend(amount=amount) if event.kind == "adjusted":
                    taken[event.member] += amount
                case _:
                    pass
        state = together.living(event.member)
        family = together.family(event.member)
        published = OFFLINE_COINS * len(machines)
        bound = OFFLINE_COINS * copies * len(family)
        bound += sum(approved[one] + taken[one] for one in family)
        assert state.overdraft <= bound, f"{state.overdraft} over, bound {bound}, at {row.seq}"
        if copies == len(machines) and not world.put_back_hub and len(family) == 1:
            world.worst = max(world.worst, (state.overdraft, published))
        world.worst_ever = max(world.worst_ever, (state.overdraft, bound))


def _is_barred(cell: Cell, machine: StationMachine) -> bool:
    return machine.name in cell.world.shut_out and machine.rolled_back > 0


def _folded(cell: Cell) -> dict[str, MemberState]:
    together = Together(blank)
    for _, event in cell.counted():
        if event.member:
            together.fold(event)
    return together.states


def _replica(machine: StationMachine) -> list[tuple[str, bytes]]:
    return machine._read("SELECT member, state FROM member")


CHECKS: Final = (
    feed_is_whole,
    ids_are_booked_once,
    lanes_are_whole,
    nothing_acknowledged_is_lost,
    journals_are_in_the_feed,
    nothing_forged_is_booked,
    who_is_shut_out_books_nothing,
    keys_are_held_once,
    vouchers_are_used_once,
    stock_is_never_over_issued,
    accounts_are_the_feed_folded,
    replicas_are_the_accounts,
    what_waits_is_live,
    coins_are_conserved,
    names_can_be_read,
    holds_are_over,
    approvals_are_kept,
    overdraft_is_within_the_bound,
)

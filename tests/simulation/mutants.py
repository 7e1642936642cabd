"""Each numbered rule of SYNC.md switched off, one at a time: the checks must notice every one.

Not among them is `HubLink._surely_booked`, a second line behind the refill: while that works, what
a hub that was put back has lost is there again before a new lane begins.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final, NamedTuple
from unittest.mock import patch

from sqlalchemy import select

from app.domain.coins import coins_reach
from app.domain.fold.together import Together
from app.domain.members import coins_on, credit_on
from app.domain.offline import NOTHING, Amount
from app.hub import (
    booking,
    cell,
    days,
    deciding,
    holds,
    incarnations,
    keys,
    once_keys,
    settling,
    stations,
)
from app.hub.jobs import last_day_ended
from app.hub.routes import feeds, lanes
from app.services.authority import Permit
from app.storage.station import StationDb
from app.storage.tables import hold
from app.sync import member_keys, pull, resync, snapshot_taking
from app.sync.authority import HubAuthority
from app.sync.clock import TrustedClock
from app.sync.folding import Folding
from app.sync.hub_link import HubLink
from app.sync.link import Link
from app.wire.sync import Fork

Instead = Callable[[Any], Any]
"""Takes what is there and returns what is put in its place."""


class Place(NamedTuple):
    """Where a rule is kept: an attribute of a class or module, and what is put there."""

    owner: Any
    attribute: str
    instead: Instead


@dataclass(frozen=True)
class Mutant:
    """A rule that is not kept: what happens then, the rule's number in SYNC.md, and where."""

    name: str
    rule: int
    places: tuple[Place, ...]

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Break the rule for a while."""
        with ExitStack() as stack:
            for owner, attribute, instead in self.places:
                really = getattr(owner, attribute)
                stack.enter_context(patch.object(owner, attribute, instead(really)))
            yield


def _nothing(_: Any) -> Any:
    return lambda *_, **__: None


def _always(value: Any) -> Instead:
    return lambda _: lambda *_, **__: value


# ---------------------------------------------------------------- pushing (4)


def _believe_without_hash(_: Any) -> Any:
    def settle(self: Any, answer: Any) -> None:
        self._heard(answer.contact)
        if isinstance(answer, Fork):
            self._begin_epoch()
        else:
            self.acked = answer.last_seq

    return settle


def _accept_forks(really: Any) -> Any:
    def push(core: Any, cell_id: str, batch: Any, *more: Any) -> Any:
        answer = really(core, cell_id, batch, *more)
        if isinstance(answer, cell.Forked):
            return cell.Acknowledged(batch.first_seq + len(batch.bodies) - 1, batch.hashes[-1])
        return answer

    return push


def _keep_the_epoch(_: Any) -> Any:
    def begin(self: Any) -> None:
        self.acked = self.db.own_seq

    return begin


def _forget_before_the_answer(really: Any) -> Any:
    def push(self: Any) -> bool:
        rows = self._batch()
        try:
            return bool(really(self))
        finally:
            if rows:
                self.acked = max(self.acked, rows[-1][0])

    return push


def _block_at_the_unreadable(really: Any) -> Any:
    def read(body: bytes) -> Any:
        event = really(body)
        assert not isinstance(event, str), event
        return event

    return read


def _no_row_for_a_duplicate(really: Any) -> Any:
    def enter(
        self: Any, event: Any, body: bytes, origin: Any, outcome: str, detail: str = ""
    ) -> int:
        if outcome == "duplicate":
            return 0
        return int(really(self, event, body, origin, outcome, detail))

    return enter


# ---------------------------------------------------------------- the feed (5, 6, 7)


def _hide_a_row(really: Any) -> Any:
    def rows_after(core: Any, cell_id: str, after: int, limit: int) -> Any:
        return [row for row in really(core, cell_id, after, limit) if row.seq % 9]

    return rows_after


class _Fits:
    """Equal to every hash."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return True


def _say_it_fits(_: Any) -> Any:
    def head_at(core: Any, cell_id: str, seq: int) -> Any:
        class _Asked(bytes):
            __hash__ = bytes.__hash__

            def __eq__(self, other: object) -> bool:
                return True

            def __ne__(self, other: object) -> bool:
                return False

        return _Asked()

    return head_at


def _lay_over_the_journal(really: Any) -> Any:
    def apply(db: Any, vault: Any, header: Any, own_seq: int) -> None:
        really(db, vault, header, own_seq)
        db.writer.run(lambda tx: tx.cursor.execute("DELETE FROM journal WHERE seq > ?", (own_seq,)))
        rows = db.unsent(own_seq - 1, 1)
        db.head = (rows[0][0], rows[0][2]) if rows else (0, bytes(32))
        db.pending = {}

    return apply


def _by_the_lanes_number(really: Any) -> Any:
    def apply(self: Any, event: Any, row: Any) -> Any:
        self.mutant_own = row.lane_seq if row.station_id == self.station_id else 0
        return really(self, event, row)

    return apply


# ---------------------------------------------------------------- spending (8)


def _forget_holds(_: Any) -> Any:
    def available(core: Any, cell_id: str, member: str, on: Any) -> tuple[int, int]:
        if not member:
            return 0, 0
        living = Together(lambda one: holds._state(core, cell_id, one)).living(member)
        return (
            max(0, coins_reach(living.lots, living.debt + living.overdraft, on)),
            credit_on(living, on).spendable,
        )

    return available


def _release_by_time(really: Any) -> Any:
    def ask(
        core: Any, cell_id: str, station_id: str, wanted: Any, rules_on: Any, on: Any, now_ms: int
    ) -> Any:
        old = core.execute(
            select(hold.c.hold_id).where(
                hold.c.cell_id == cell_id, hold.c.state == "held", hold.c.at_ms < now_ms - 600_000
            )
        ).scalars()
        holds._end(core, cell_id, list(old))
        return really(core, cell_id, station_id, wanted, rules_on, on, now_ms)

    return ask


def _count_own_credits(really: Any) -> Any:
    def available(self: Any, member: str) -> Any:
        family, _ = really(self, member)
        if not member:
            return family, NOTHING
        state, on = self._shop.state(member), self._shop.moment().on
        return family, Amount(coins_on(state, on).spendable, credit_on(state, on).spendable)

    return available


def _without_stock(really: Any) -> Any:
    return lambda self, ask: really(self, replace(ask, stock=""))


# ---------------------------------------------------------------- days, old copies (9, 10)


def _end_yesterday(_: Any) -> Any:
    def due(core: Any, cell_id: str, today: Any) -> Any:
        ended = last_day_ended(core, cell_id)
        yesterday = today - timedelta(days=1)
        return yesterday if ended is None or yesterday > ended else None

    return due


def _only_a_snapshot(_: Any) -> Any:
    def take_back(self: Any, *, lost: bool) -> None:
        header = snapshot_taking.fetch(self.db, self.vault, self.port)
        own = resync.contained(self.db, self.port, self.acked, header.seq)
        snapshot_taking.apply(self.db, self.vault, header, own)
        self._note({"incarnation": header.contact.incarnation})
        self._misfits = 0

    return take_back


def _mutant(name: str, rule: int, *places: tuple[Any, str, Instead]) -> Mutant:
    return Mutant(name, rule, tuple(Place(*one) for one in places))


MUTANTS: Final = (
    _mutant("ids are not looked up", 4, (booking.Book, "known", _always({}))),
    _mutant("an acknowledgement is believed without its hash", 4,
            (HubLink, "_settle", _believe_without_hash)),
    _mutant("a lane continued differently is acknowledged", 4, (cell, "push", _accept_forks)),
    _mutant("a station keeps its epoch after a fork", 4, (Link, "_begin_epoch", _keep_the_epoch)),
    _mutant("rows are forgotten before the answer", 4, (Link, "_push", _forget_before_the_answer)),
    _mutant("a duplicate makes no row", 4, (deciding.Decision, "enter", _no_row_for_a_duplicate)),
    _mutant("a row is hidden from the feed", 5, (cell, "rows_after", _hide_a_row)),
    _mutant("nobody looks at the feed's chain", 6,
            (pull, "link", _always(_Fits())), (feeds, "_head_at", _say_it_fits)),
    _mutant("a snapshot replaces the journal", 6,
            (snapshot_taking, "apply", _lay_over_the_journal)),
    _mutant("own unsent events do not lie over the replica", 7, (StationDb, "overlay", _nothing)),
    _mutant("own rows are known by the lane's number", 7,
            (Folding, "apply", _by_the_lanes_number),
            (Folding, "_own", lambda _: lambda self, event: self.mutant_own)),
    _mutant("nobody asks before spending", 8, (HubAuthority, "authorise", _always(Permit()))),
    _mutant("what is held is still available", 8, (holds, "available", _forget_holds)),
    _mutant("a hold ends by time", 8, (holds, "ask", _release_by_time)),
    _mutant("a booked event does not settle its hold", 8, (settling, "settle", _nothing)),
    _mutant("the hub is not told of what is let go", 8, (HubAuthority, "flush", _nothing)),
    _mutant("what was spent offline is not counted", 8, (HubAuthority, "_floor", _always(NOTHING))),
    _mutant("own unsent credits are spent offline", 8,
            (HubAuthority, "_available", _count_own_credits)),
    _mutant("offline spending never ends", 8, (HubAuthority, "_age_ms", _always(0))),
    _mutant("any voucher is taken offline", 8, (HubAuthority, "_may_take", _always(True))),
    _mutant("stock is not reserved", 8, (HubAuthority, "authorise", _without_stock)),
    _mutant("a reserved key is given away", 8, (settling, "reserved_for_another", _always(False)),
            (holds, "taken_by", _always(None))),
    _mutant("days end without waiting for stations", 9, (days, "due", _end_yesterday)),
    _mutant("nobody refills a hub that was put back", 10, (resync, "refill", _nothing)),
    _mutant("a hub that was put back gets no rows again", 10,
            (HubLink, "_take_back", _only_a_snapshot)),
    _mutant("a hub that was put back is not noticed", 10,
            (incarnations, "is_old_copy", _always(False)), (feeds, "_head_at", _say_it_fits)),
    _mutant("the hub's time is not taken over", 11, (TrustedClock, "trust", _nothing)),
    _mutant("a clock that is far off is not remarked", 11, (stations, "clock_remark", _always(""))),
    _mutant("signatures are not checked", 12, (lanes, "is_signed", _always(True))),
    _mutant("a station that was shut out still books", 12,
            (booking.Book, "add_lane",
             lambda really: lambda self, rows, station, epoch, revoked=None, note="", role=None:
             really(self, rows, station, epoch, None, note, role))),
    _mutant("members' keys are not sent", 12, (HubLink, "_keys_for", _always({}))),
    _mutant("a restored hub gets no keys back", 12,
            (keys, "keep", _nothing)),
    _mutant("members' keys are not taken in", 12, (member_keys, "prepare", _nothing),
            (member_keys, "take_all", _nothing)),
    _mutant("what cannot be read stops the lane", 14,
            (booking, "read_event", _block_at_the_unreadable)),
    _mutant("once keys do not count", 15, (once_keys.OnceKeys, "taken", _always(""))),
)  # fmt: skip

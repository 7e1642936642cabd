"""The morning of a draw: the cell freezes the list of tickets (LEDGER.md 20).

The cell alone knows every member's tickets; drawing is left to the shop's own people.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from functools import partial
from itertools import count

from sqlalchemy import ColumnElement, Connection, select

from app.domain.codes import cell_hint
from app.domain.draws import root_of
from app.domain.effects import Effect
from app.domain.events import Event, Kind
from app.domain.facts import Entry, Facts, Promised, RaffleFrozen, RaffleOpened
from app.domain.grants import Giving, grant
from app.domain.ids import derived_id
from app.domain.programme import Programme
from app.domain.promises import Prize, Raffle
from app.domain.raffles import Opening, entries_of, raffle_of, step_id, terms_of, tickets_of
from app.hub.booking import RulesOn
from app.hub.cell import book_own, lock
from app.hub.programmes import versions
from app.storage import failpoints
from app.storage.rows import unpack_state
from app.storage.tables import account, booked, feed
from app.wire.events import decode

ENTRIES_PER_EVENT = 2000
"""An entry takes up to 180 bytes; an event may have 512 KB."""

ACCOUNTS_AT_ONCE = 500
THANKS_AT_ONCE = 200
NOT_NOW = -1

Run = Callable[[Callable[[Connection], int]], int]
"""Runs work in a transaction of its own and returns what it returns."""


def freeze_due(run: Run, cell_id: str, morning: date, rules_on: RulesOn) -> None:
    """Freeze every raffle whose day has come, and thank everybody who takes part with coins.

    Accounts are read and coins are given some hundred at a time; the list alone is written in one
    piece. Whoever is killed in the middle goes on there the next time.
    """
    rules = rules_on(morning)
    for raffle in rules.programme.raffles if rules else ():
        if rules is not None and raffle.draws_on <= morning:
            freezing = _Freezing(cell_id, rules.programme, raffle, morning)
            _freeze(run, freezing, rules_on)
            _thank_all(run, cell_id, raffle, rules_on)


def _freeze(run: Run, freezing: "_Freezing", rules_on: RulesOn) -> None:
    """Write the list of tickets unless there is one, or the raffle never opened."""
    cell_id, raffle = freezing.cell_id, freezing.raffle
    entries: dict[str, tuple[Entry, ...]] = {}

    def begin(core: Connection) -> int:
        if _row(core, cell_id, step_id(cell_id, raffle.id, "frozen")) is not None:
            return NOT_NOW
        return NOT_NOW if _opening(core, cell_id, raffle) is None else lock(core, cell_id)

    def collect(core: Connection) -> int:
        after = account.c.member > max(entries, default="")
        return _collect(core, cell_id, raffle, after, entries, ACCOUNTS_AT_ONCE)

    def write(core: Connection) -> int:
        lock(core, cell_id)
        opening = _opening(core, cell_id, raffle)
        assert opening is not None
        # What was booked while the accounts were read.
        _collect(core, cell_id, raffle, account.c.last_seq > read_from, entries)
        held = tuple(one for member in sorted(entries) for one in entries[member])
        return book_own(core, cell_id, list(freezing.lists(opening, held)), rules_on)

    read_from = run(begin)
    if read_from != NOT_NOW:
        while run(collect):
            failpoints.reach("freeze.step")
        run(write)


def _collect(
    core: Connection,
    cell_id: str,
    raffle: Raffle,
    which: ColumnElement[bool],
    entries: dict[str, tuple[Entry, ...]],
    limit: int | None = None,
) -> int:
    """Note what some accounts hold of a raffle's tickets; return how many accounts were read."""
    query = select(account.c.member, account.c.state).where(account.c.cell_id == cell_id, which)
    rows = core.execute(query.order_by(account.c.member).limit(limit)).all()
    for member, state in rows:
        # Reading a whole state takes far longer than seeing that it has no ticket.
        has = b'"tickets"' in state
        entries[member] = entries_of(unpack_state(state), raffle) if has else ()
    return len(rows)


def _thank_all(run: Run, cell_id: str, raffle: Raffle, rules_on: RulesOn) -> None:
    """Give the coins for taking part, by the list and the programme that froze it."""
    thanks: list[Event] = []

    def prepare(core: Connection) -> int:
        thanks.clear()
        frozen = list(_frozen(core, cell_id, raffle.id))
        programme = _programme(core, cell_id, frozen[0].programme) if frozen else None
        then = raffle_of(programme, raffle.id) if programme else None
        if programme and then and then.coins_for_part:
            entries = tuple(one for event in frozen for one in _listed(event))
            freezing = _Freezing(cell_id, programme, then, frozen[0].on)
            thanks.extend(freezing.thanks(entries))
        # They are given in this order, so that the last one stands for all.
        return int(bool(thanks) and _row(core, cell_id, thanks[-1].id) is None)

    if run(prepare):
        for at in range(0, len(thanks), THANKS_AT_ONCE):
            some = thanks[at : at + THANKS_AT_ONCE]
            run(partial(book_own, cell_id=cell_id, events=some, rules_on=rules_on))
            failpoints.reach("freeze.step")


def _frozen(core: Connection, cell_id: str, raffle_id: str) -> Iterator[Event]:
    """Yield the events of a raffle's list, in order; nothing before it is frozen."""
    for part in count(1):
        row = _row(core, cell_id, step_id(cell_id, raffle_id, "frozen", part))
        if row is None:
            return
        yield decode(row[2])


def _listed(event: Event) -> tuple[Entry, ...]:
    return event.facts.entries if isinstance(event.facts, RaffleFrozen) else ()


def _programme(core: Connection, cell_id: str, programme_id: str) -> Programme | None:
    return next((one for one in versions(core, cell_id) if one.id == programme_id), None)


def _row(core: Connection, cell_id: str, event_id: str) -> tuple[int, bytes, bytes] | None:
    query = (
        select(feed.c.seq, feed.c.hash, feed.c.body)
        .join(booked, (booked.c.cell_id == feed.c.cell_id) & (booked.c.seq == feed.c.seq))
        .where(booked.c.cell_id == cell_id, booked.c.event_id == event_id)
    )
    row = core.execute(query).first()
    return (row.seq, row.hash, row.body) if row else None


def _opening(core: Connection, cell_id: str, raffle: Raffle) -> Opening | None:
    row = _row(core, cell_id, step_id(cell_id, raffle.id, "opened"))
    if row is None:
        return None
    event = decode(row[2])
    assert isinstance(event.facts, RaffleOpened)
    return Opening(event.on, row[0], row[1].hex(), event.facts.seed_hash)


class _Freezing:
    """The events that freeze one raffle."""

    def __init__(self, cell_id: str, programme: Programme, raffle: Raffle, on: date) -> None:
        self.cell_id = cell_id
        self.programme = programme
        self.raffle = raffle
        self.on = on

    def lists(self, opening: Opening, entries: tuple[Entry, ...]) -> Iterator[Event]:
        """Yield the list of tickets, in as many events as it needs."""
        raffle = self.raffle.id
        terms = terms_of(self.programme, self.raffle, opening)
        tickets = tickets_of(raffle, entries)
        root = root_of(terms, tickets)
        starts = range(0, len(entries), ENTRIES_PER_EVENT) or range(1)
        for part, at in enumerate(starts, 1):
            facts = RaffleFrozen(
                raffle,
                root,
                len(tickets),
                entries[at : at + ENTRIES_PER_EVENT],
                terms if part == 1 else "",
                part,
                len(starts),
            )
            yield self._event(step_id(self.cell_id, raffle, "frozen", part), "raffle_frozen", facts)

    def thanks(self, entries: tuple[Entry, ...]) -> Iterator[Event]:
        """Yield the coins for taking part, once for each member with a ticket."""
        source = f"raffle:{self.raffle.id}"
        prize = Prize(coins=self.raffle.coins_for_part)
        for member in dict.fromkeys(entry.member for entry in entries):
            if not prize.coins:
                return
            event_id = derived_id(self.cell_id, f"{source}:part:{member}")
            key = f"{source}|{self.raffle.draws_on}|part"
            giving = Giving(self.on, event_id, cell_hint(self.cell_id))
            effects = grant(self.programme, giving, key, prize, self.on)
            yield self._event(event_id, "granted", Promised(source, key, ""), member, effects)

    def _event(
        self,
        event_id: str,
        kind: Kind,
        facts: Facts,
        member: str = "",
        effects: tuple[Effect, ...] = (),
    ) -> Event:
        return Event(
            id=event_id,
            kind=kind,
            member=member,
            staff="",
            store="",
            till="",
            programme=self.programme.id,
            on=self.on,
            at_ms=int(datetime.combine(self.on, time(), UTC).timestamp() * 1000),
            offset_min=0,
            facts=facts,
            effects=effects,
        )

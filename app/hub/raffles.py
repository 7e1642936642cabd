"""The morning of a draw: the cell freezes the list of tickets (LEDGER.md 20).

The cell alone knows every member's tickets; drawing is left to the shop's own people.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from sqlalchemy import Connection, select

from app.domain.codes import cell_hint
from app.domain.draws import root_of
from app.domain.effects import Effect
from app.domain.events import Event, Kind
from app.domain.facts import Entry, Facts, Promised, RaffleFrozen, RaffleOpened
from app.domain.grants import Giving, grant
from app.domain.ids import derived_id
from app.domain.programme import Programme
from app.domain.promises import Prize, Raffle
from app.domain.raffles import Opening, entries_of, step_id, terms_of, tickets_of
from app.hub.booking import RulesOn
from app.hub.cell import book_own
from app.storage.rows import unpack_state
from app.storage.tables import account, booked, feed
from app.wire.events import decode

ENTRIES_PER_EVENT = 2000
"""An entry takes up to 180 bytes; an event may have 512 KB."""

ROWS_AT_ONCE = 500


def freeze_due(core: Connection, cell_id: str, morning: date, rules_on: RulesOn) -> int:
    """Freeze every raffle whose day has come and that is not frozen yet; return the feed's end.

    All of a raffle happens in the caller's transaction: its list, and the coins for taking part.
    """
    rules = rules_on(morning)
    raffles = rules.programme.raffles if rules else ()
    events: list[Event] = []
    for raffle in raffles:
        if rules is None or raffle.draws_on > morning:
            continue
        opening = _opening(core, cell_id, raffle)
        if (
            opening is not None
            and _row(core, cell_id, step_id(cell_id, raffle.id, "frozen")) is None
        ):
            entries = tuple(_entries(core, cell_id, raffle))
            freezing = _Freezing(cell_id, rules.programme, raffle, morning)
            events += [*freezing.lists(opening, entries), *freezing.thanks(entries)]
    return book_own(core, cell_id, events, rules_on)


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


def _entries(core: Connection, cell_id: str, raffle: Raffle) -> Iterator[Entry]:
    query = select(account.c.state).where(account.c.cell_id == cell_id).order_by(account.c.member)
    for row in core.execute(query, execution_options={"yield_per": ROWS_AT_ONCE}):
        # Reading a whole state takes far longer than seeing that it has no ticket.
        if b'"tickets"' in row.state:
            yield from entries_of(unpack_state(row.state), raffle)


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

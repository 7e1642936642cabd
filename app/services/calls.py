"""Somebody at a kiosk asks for a person: it lights up at the other screens of the store."""

from dataclasses import dataclass
from typing import Final

from app.domain.events import Event
from app.domain.facts import HelpAnswered, HelpCalled
from app.services.shop import Shop
from app.services.writing import DiskFull, write_outcome
from app.storage import calls as rows
from app.storage.writer import Tx

OPEN_MS: Final = 15 * 60 * 1000
"""A call older than this is no longer open: whoever waited has gone."""


@dataclass(frozen=True, slots=True)
class HelpCall:
    """Somebody at the screen `till` of `store` waits for a person since `at_ms` (Unix ms)."""

    id: str
    store: str
    till: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class Called:
    """The call is out; a second press while it is open is the same call."""

    call: str


@dataclass(frozen=True, slots=True)
class CallAnswered:
    """Somebody is on the way: the call is open nowhere any more."""

    call: str


@dataclass(frozen=True, slots=True)
class CallUnknown:
    """No such call is open: it was answered, or is too old."""


CallOutcome = Called | DiskFull
AnswerOutcome = CallAnswered | CallUnknown | DiskFull


def call_for_help(shop: Shop) -> CallOutcome:
    """Call somebody to this screen."""

    def decide(tx: Tx) -> tuple[tuple[Event, ...], CallOutcome]:
        mine = [one.id for one in _open(shop, tx) if one.till == shop.till]
        if mine:
            return (), Called(mine[0])
        event = shop.event("help_called", HelpCalled())
        return (event,), Called(event.id)

    return write_outcome(shop, decide)


def open_calls(shop: Shop) -> tuple[HelpCall, ...]:
    """Return this store's calls that nobody answered yet, who waits longest first."""
    return _open(shop, None)


def answer_call(shop: Shop, staff: str, call_id: str) -> AnswerOutcome:
    """Say that somebody goes there."""

    def decide(tx: Tx) -> tuple[tuple[Event, ...], AnswerOutcome]:
        if all(one.id != call_id for one in _open(shop, tx)):
            return (), CallUnknown()
        event = shop.event("help_answered", HelpAnswered(call_id), staff=staff)
        return (event,), CallAnswered(call_id)

    return write_outcome(shop, decide)


def _open(shop: Shop, tx: Tx | None) -> tuple[HelpCall, ...]:
    since_ms = shop.moment().at_ms - OPEN_MS
    with shop.db.rows(tx) as (cursor, pending):
        found = {one.event_id: one for one in rows.unanswered(cursor, shop.store, since_ms)}
    for event in pending:
        if isinstance(event.facts, HelpCalled) and event.at_ms >= since_ms:
            found[event.id] = rows.call_of(event)
        elif isinstance(event.facts, HelpAnswered):
            found.pop(event.facts.call, None)
    ordered = sorted(found.values(), key=lambda one: (one.at_ms, one.event_id))
    return tuple(HelpCall(one.event_id, one.store, one.till, one.at_ms) for one in ordered)

"""The review list: what a guard or a doubted survey asks a supervisor to look at (LEDGER.md 26).

Approving a doubted survey pays its coins then; everything else changes the list alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.domain.effects import Earn, Effect
from app.domain.events import Event
from app.domain.facts import Answered, FlagDecided
from app.domain.surveys import pays, survey_of
from app.services.shop import Shop
from app.services.staff import approver_of
from app.services.voids import NeedsApproval
from app.services.writing import DiskFull, write_outcome
from app.storage import sales as sale_rows
from app.storage.flags import WAITING, FlagRow, flag_about, flag_by_id, flag_of, waiting_flags
from app.storage.writer import Tx
from app.wire.events import decode, encode


@dataclass(frozen=True, slots=True)
class Flag:
    """An entry of the review list.

    `guard` names what found it, `subject` the member, staff or survey it is about (member and
    staff joined by `:`), `detail` the figures or the doubts. `member` answered a doubted survey,
    which pays `coins` when it is approved.
    """

    id: str
    guard: str
    subject: str
    detail: str
    staff: str
    member: str
    on: date
    at_ms: int
    coins: int


@dataclass(frozen=True, slots=True)
class FlagClosed:
    """The entry is decided; `coins` were paid to `member` (0 and nobody for most)."""

    flag: str
    approved: bool
    member: str
    coins: int


@dataclass(frozen=True, slots=True)
class FlagUnknown:
    """The list has no such entry."""


@dataclass(frozen=True, slots=True)
class AlreadyDecided:
    """Somebody decided the entry before."""

    decision: Literal["approved", "rejected"]


DecideOutcome = FlagClosed | FlagUnknown | AlreadyDecided | NeedsApproval | DiskFull


def waiting(shop: Shop) -> tuple[Flag, ...]:
    """Return what nobody decided yet, oldest first; own entries not booked yet included."""
    return tuple(_shown(shop, row) for row in _undecided(shop))


def count_waiting(shop: Shop) -> int:
    """Return how many entries nobody decided yet; no survey is rated for it."""
    return len(_undecided(shop))


def standing_of(shop: Shop, guard: str, subject: str, tx: Tx | None) -> str:
    """Return how the entry a guard made about somebody stands, "" when there is none.

    waiting, approved or rejected; own entries not booked yet included.
    """
    with shop.db.rows(tx) as (cursor, pending):
        row = flag_about(cursor, guard, subject)
    mine = (one for one in _fresh(pending) if (one.guard, one.subject) == (guard, subject))
    row = row or next(mine, None)
    return _status(row, pending) if row else ""


def decide(shop: Shop, approver: str, flag_id: str, *, approve: bool) -> DecideOutcome:
    """Approve or reject an entry, once; `approver` must be a supervisor or the owner."""
    by = approver_of(shop, "", approver)
    if by is None:
        return NeedsApproval()
    moment = shop.moment()
    decision: Literal["approved", "rejected"] = "approved" if approve else "rejected"
    key = f"flag:{flag_id}"

    def work(tx: Tx) -> tuple[tuple[Event, ...], DecideOutcome]:
        row = _row_of(shop, flag_id, tx)
        if row is None:
            return (), FlagUnknown()
        if row.status != WAITING:
            return (), AlreadyDecided("approved" if row.status == "approved" else "rejected")
        member, effects = _paid(shop, row, moment.on, tx) if approve else ("", ())
        event = shop.event(
            "flag_decided",
            FlagDecided(flag_id, decision, by),
            member=member,
            staff=by,
            effects=effects,
            once=(key,),
            moment=moment,
        )
        sale_rows.keep_key(tx.cursor, key, event.id)
        coins = sum(effect.amount for effect in effects if isinstance(effect, Earn))
        return (event,), FlagClosed(flag_id, approve, member, coins)

    return write_outcome(shop, work)


# ---------------------------------------------------------------- inside


def _undecided(shop: Shop) -> list[FlagRow]:
    with shop.db.rows(None) as (cursor, pending):
        rows = {row.event_id: row for row in waiting_flags(cursor)}
    rows = {row.event_id: row for row in _fresh(pending)} | rows
    decided = {event.facts.flag for event in pending if isinstance(event.facts, FlagDecided)}
    left = [row for row in rows.values() if row.event_id not in decided]
    return sorted(left, key=lambda one: (one.at_ms, one))


def _fresh(pending: Iterable[Event]) -> list[FlagRow]:
    """Return the entries that own events make which the replica does not contain yet."""
    rows = [flag_of(event, encode(event)) for event in pending if event.kind in _RAISING]
    return [row for row in rows if row is not None]


_RAISING = frozenset({"flagged", "answered"})


def _row_of(shop: Shop, flag_id: str, tx: Tx) -> FlagRow | None:
    with shop.db.rows(tx) as (cursor, pending):
        row = flag_by_id(cursor, flag_id)
    row = row or next((one for one in _fresh(pending) if one.event_id == flag_id), None)
    return row and row._replace(status=_status(row, pending))


def _status(row: FlagRow, pending: Iterable[Event]) -> str:
    """Return how an entry stands, decisions that were not booked yet included."""
    for event in pending:
        if isinstance(event.facts, FlagDecided) and event.facts.flag == row.event_id:
            return event.facts.decision
    return row.status


def _paid(shop: Shop, row: FlagRow, on: date, tx: Tx) -> tuple[str, tuple[Effect, ...]]:
    """Return whom an approval pays and how; by the programme under which it was answered."""
    if not row.body:
        return "", ()
    state = shop.state(row.member, tx)
    if state.erased:
        return "", ()
    return state.member, _worth(shop, row, on)


def _worth(shop: Shop, row: FlagRow, on: date) -> tuple[Effect, ...]:
    answered = decode(row.body)
    rules = shop.rules_of(answered.programme)
    facts = answered.facts
    assert isinstance(facts, Answered)
    survey = survey_of(rules.programme, facts.survey)
    if survey is None or survey.version != facts.version:
        return ()
    return pays(rules, survey, facts.right, on)


def _shown(shop: Shop, row: FlagRow) -> Flag:
    effects = _worth(shop, row, row.on) if row.body else ()
    return Flag(
        id=row.event_id,
        guard=row.guard,
        subject=row.subject,
        detail=row.detail,
        staff=row.staff,
        member=row.member,
        on=row.on,
        at_ms=row.at_ms,
        coins=sum(effect.amount for effect in effects if isinstance(effect, Earn)),
    )

"""Guards: what somebody should look at (LEDGER.md 26). They block nothing and ignore undo.

Every booked event is counted under a few subjects and its business date; after a station's own
event the counts it touched are compared with the programme's limits. That costs the same
however long the books are.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from app.domain.effects import Reverse
from app.domain.events import Event
from app.domain.facts import Adjusted, Claimed, Sold, Voided
from app.domain.promises import GuardTerms

Guard = Literal["card_bills", "staff_share", "voids", "claims", "quick_claims", "goodwill"]
What = Literal["card", "bills", "pair", "voids", "claims", "quick", "goodwill"]

CLAIM_DAYS: Final = 30
QUICK_MINUTES: Final = 10
"""A guest sale claimed within so many minutes of its bill was hardly a forgotten card."""
DAYS_MAX: Final = 90
"""How far back any guard looks at most."""

_DAY_MINUTES: Final = 24 * 60


class Tick(NamedTuple):
    """`amount` more (or less) of `what` about a subject on a business date."""

    what: What
    subject: str
    on: date
    amount: int


class Trip(NamedTuple):
    """A guard that found something.

    `subject` is a member, a member of staff, or both joined by `:`; `detail` the figures of the
    last `days` days. It is the same finding until so many days have gone by.
    """

    guard: Guard
    subject: str
    detail: str
    days: int = 1


Count = Callable[[What, str, date, date], int]
"""How much of `what` there was about a subject from one business date to another."""


def pair(staff: str, member: str) -> str:
    """Return the subject of one cashier's bills on one card."""
    return f"{staff}:{member}"


def ticks(event: Event) -> tuple[Tick, ...]:
    """Return what a booked event adds to the counts; an undo takes back what its sale added."""
    on, staff, member = event.on, event.staff, event.member
    match event.facts:
        case Sold() if member:
            return _of_bill(event, 1)
        case Voided(reason="undo") if member:
            return _of_bill(event, -1)
        case Voided(reason="same_day") if member:
            card = Tick("card", member, on, -1)
            return (card, Tick("voids", staff, on, 1)) if _had_earned(event) else (card,)
        case Claimed() as claimed:
            claim = Tick("claims", member, on, 1)
            return (claim, Tick("quick", staff, on, 1)) if _is_quick(event, claimed) else (claim,)
        case Adjusted(amount=amount) if amount > 0:
            return (Tick("goodwill", staff, on, amount),)
        case _:
            return ()


def trips(terms: GuardTerms, event: Event, count: Count) -> tuple[Trip, ...]:
    """Return what a booked event has tripped, with the counts it is part of."""
    on, staff, member = event.on, event.staff, event.member
    match event.facts:
        case Sold() if member:
            found = (
                _over("card_bills", member, terms.card_bills, count("card", member, on, on)),
                _over_share(terms, event, count),
            )
        case Voided(reason="same_day") if member and _had_earned(event):
            found = (_over("voids", staff, terms.voids, count("voids", staff, on, on)), None)
        case Claimed():
            first = on - timedelta(days=CLAIM_DAYS - 1)
            quick = count("quick", staff, on, on)
            found = (
                _over(
                    "claims", member, terms.claims, count("claims", member, first, on), CLAIM_DAYS
                ),
                _over("quick_claims", staff, terms.quick_claims, quick),
            )
        case Adjusted(amount=amount) if amount > 0:
            given = count("goodwill", staff, on, on)
            found = (_over("goodwill", staff, terms.goodwill, given), None)
        case _:
            return ()
    return tuple(trip for trip in found if trip is not None)


def _of_bill(event: Event, amount: int) -> tuple[Tick, ...]:
    on, staff, member = event.on, event.staff, event.member
    return (
        Tick("card", member, on, amount),
        Tick("bills", staff, on, amount),
        Tick("pair", pair(staff, member), on, amount),
    )


def _had_earned(event: Event) -> bool:
    return any(isinstance(effect, Reverse) for effect in event.effects)


def _is_quick(event: Event, claimed: Claimed) -> bool:
    minute = event.at_ms // 60_000 + event.offset_min
    return (minute - claimed.context.minute) % _DAY_MINUTES <= QUICK_MINUTES


def _over(guard: Guard, subject: str, limit: int, found: int, days: int = 1) -> Trip | None:
    if not limit or not subject or found <= limit:
        return None
    return Trip(guard, subject, f"found={found} limit={limit}", days)


def _over_share(terms: GuardTerms, event: Event, count: Count) -> Trip | None:
    if not terms.staff_share or not event.staff:
        return None
    first = event.on - timedelta(days=terms.staff_days - 1)
    bills = count("bills", event.staff, first, event.on)
    if bills < terms.staff_bills:
        return None
    subject = pair(event.staff, event.member)
    found = count("pair", subject, first, event.on)
    if found * 100 <= terms.staff_share * bills:
        return None
    detail = f"found={found} of={bills} limit={terms.staff_share}"
    return Trip("staff_share", subject, detail, terms.staff_days)

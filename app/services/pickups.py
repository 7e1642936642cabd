"""What waits to be handed over in this store today, and what was (decisions/0020).

Only the rows of one store's day are read, and the members who are among them.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final

from app.domain.effects import Benefit, Claim, Unclaim, Withdraw
from app.domain.events import Event
from app.domain.grants import reward_of
from app.domain.members import Held, voucher_of
from app.domain.pickups import Handed, Ticketed, handed, next_ticket, ticketed
from app.domain.texts import Text
from app.domain.vouchers import usable
from app.services.shop import Shop
from app.storage import pickups as rows
from app.storage.staff import read_staff
from app.storage.writer import Tx

TICKET_DIGITS: Final = 4
"""A number typed with at most so many digits is a ticket; voucher numbers are far longer."""


@dataclass(frozen=True, slots=True)
class Pickup:
    """A voucher that waits to be handed over.

    `ticket` is its number of the day, `number` the QR's. `goods` are what to check: one of these
    codes or categories. `name` and `title` are empty when they are not known (any more). Of
    several of one thing that wait for one member this is number `nth` of `of`.
    """

    voucher: str
    number: str
    ticket: int
    member: str
    name: str
    title: Text
    at_ms: int
    benefit: Benefit
    goods: tuple[str, ...]
    until: date
    nth: int = 1
    of: int = 1


@dataclass(frozen=True, slots=True)
class HandOver:
    """What was handed over at the desk: to whom (`name`), by whom (`staff`, a name or "").

    `ticket` is 0 where there was none. Of several of one thing that one member got today, or
    that wait still, this was number `nth` of `of`.
    """

    at_ms: int
    ticket: int
    name: str
    title: Text
    staff: str
    nth: int = 1
    of: int = 1


def waiting(shop: Shop) -> tuple[Pickup, ...]:
    """Return what waits in this store today, in the order of redeeming."""
    live = list(_live(shop))
    counts = _counts([(held.reward, one.member) for one, held in live])
    return tuple(
        Pickup(
            voucher=one.voucher,
            number=held.number,
            ticket=one.ticket,
            member=one.member,
            name=_name(shop, one.member),
            title=_title(shop, held.reward),
            at_ms=one.at_ms,
            benefit=held.benefit,
            goods=held.benefit.goods,
            until=held.until,
            nth=nth,
            of=of,
        )
        for (one, held), (nth, of) in zip(live, counts, strict=True)
    )


def handed_over_today(shop: Shop) -> tuple[HandOver, ...]:
    """Return what this store handed over at the desk today, the last first."""
    on = shop.moment().on
    with shop.db.rows(None) as (cursor, pending):
        fresh = (
            one for one in map(handed, pending) if one and (one.store, one.on) == (shop.store, on)
        )
        done = {one.event: one for one in chain(rows.handed_on(cursor, shop.store, on), fresh)}
        given = {one.voucher: one.ticket for one in map(ticketed, pending) if one}
        for one in done.values():
            given.setdefault(one.voucher, rows.ticket_of(cursor, one.voucher))
        names = {one.staff: one.name for one in read_staff(cursor)}
    ordered = sorted(done.values(), key=lambda one: (one.at_ms, one.event))
    things = [(_reward(shop, one), one.member) for one in ordered]
    left = [(held.reward, one.member) for one, held in _live(shop)]
    listed = [
        HandOver(
            at_ms=one.at_ms,
            ticket=given[one.voucher],
            name=_name(shop, one.member),
            title=_title(shop, reward),
            staff=names.get(one.staff, ""),
            nth=nth,
            of=of,
        )
        for one, (reward, _), (nth, of) in zip(
            ordered, things, _counts([*things, *left]), strict=False
        )
    ]
    return tuple(reversed(listed))


def free_ticket(shop: Shop, on: date, tx: Tx) -> int:
    """Return the number that the next pickup of this store gets on a business date."""
    return next_ticket(_ticketed(shop, on, tx))


def ticket_of(shop: Shop, voucher: str, tx: Tx | None = None) -> int:
    """Return the ticket that a voucher got in this store today; 0 = none."""
    given = _ticketed(shop, shop.moment().on, tx)
    return next((one.ticket for one in given if one.voucher == voucher), 0)


def with_ticket(shop: Shop, ticket: int, tx: Tx | None = None) -> tuple[str, ...]:
    """Return the numbers of the vouchers that have a ticket of today in this store.

    Those that wait; when none does, the one that was handed over or given back last.
    """
    same = [one for one in _ticketed(shop, shop.moment().on, tx) if one.ticket == ticket]
    chosen = [one for one in same if one.waiting] or same[-1:]
    held = (voucher_of(shop.state(one.member, tx), one.voucher) for one in chosen)
    return tuple(one.number for one in held if one is not None)


def ticket_in(text: str) -> int:
    """Return the ticket that a typed text is, or 0 when it is none."""
    typed = text.strip()
    short = 0 < len(typed) <= TICKET_DIGITS
    return int(typed) if short and typed.isascii() and typed.isdigit() else 0


# ---------------------------------------------------------------- inside


def _ticketed(shop: Shop, on: date, tx: Tx | None = None) -> list[Ticketed]:
    """Return the numbers of the store's day, in the order of redeeming."""
    with shop.db.rows(tx) as (cursor, pending):
        found = {one.voucher: one for one in rows.ticketed_on(cursor, shop.store, on)}
    for event in pending:
        _follow(found, event, shop.store, on)
    return sorted(found.values(), key=lambda one: (one.at_ms, one.voucher))


def _follow(found: dict[str, Ticketed], event: Event, store: str, on: date) -> None:
    """Lay an own event that is not booked yet over the rows."""
    new = ticketed(event)
    if new is not None and (new.store, new.on) == (store, on):
        found[new.voucher] = new
    for effect in event.effects:
        if isinstance(effect, Claim | Withdraw | Unclaim) and effect.voucher in found:
            still = isinstance(effect, Unclaim)
            found[effect.voucher] = found[effect.voucher]._replace(waiting=still)


def _live(shop: Shop) -> Iterator[tuple[Ticketed, Held]]:
    """Yield what waits with its voucher, of the living member; what cannot be used does not."""
    on = shop.moment().on
    for one in _ticketed(shop, on):
        state = shop.state(one.member) if one.waiting else None
        held = voucher_of(state, one.voucher) if state else None
        if state is not None and held is not None and usable(held, on) is None:
            yield one._replace(member=state.member), held


def _counts(things: Iterable[Hashable]) -> list[tuple[int, int]]:
    """Return for each thing which one of its equals it is, and how many these are."""
    things = list(things)
    of, nth = Counter(things), Counter[Hashable]()
    counted = []
    for one in things:
        nth[one] += 1
        counted.append((nth[one], of[one]))
    return counted


def _reward(shop: Shop, one: Handed) -> str:
    held = voucher_of(shop.state(one.member), one.voucher)
    return held.reward if held else ""


def _title(shop: Shop, reward_id: str) -> Text:
    reward = reward_of(shop.programme, reward_id)
    return reward.title if reward else {}


def _name(shop: Shop, member: str) -> str:
    profile = shop.profile(member)
    return shop.personal(profile, "name")[0] if profile else ""

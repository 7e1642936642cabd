"""The day so far, at this till and in the whole store: for the counter's F10 and `sikka day show`.

Read from sums that are kept while the feed is folded, and from own events that have not come back
in it, so that it costs the same after ten years as on the first day. Coins agree with
`sikka hub report`: those earned there are those given less those taken back here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.domain.day_figures import Owed, figures_of, hour_of, owed_to
from app.domain.events import Event
from app.domain.figures import NONE, Figures
from app.domain.fold import blank
from app.domain.fold.together import Together
from app.domain.members import MemberState
from app.domain.money import round_half_up
from app.services.shop import Shop
from app.services.staff import staff_names
from app.services.unsent import Unsent, count_unsent
from app.storage.day_figures import Slot, figures_on, read_owed
from app.storage.replica import state_row
from app.storage.rows import unpack_dated_state


class Cashier(NamedTuple):
    """What one of the staff did in the store; an empty id and name for screens without staff."""

    staff: str
    name: str
    figures: Figures


class Hour(NamedTuple):
    """What was sold in a local hour (0 to 23) in the store."""

    hour: int
    bills: int
    taken_minor: int


@dataclass(frozen=True, slots=True)
class Today:
    """A business date's figures.

    `till` is this till's, `store` all of the store's screens together; the cell's own acts (coins
    that run out over night) belong to no store. `expired` are the coins of all members that ran
    out that day. `share_percent` of the store's bills had a card. `by_staff` begins with who took
    most money; `by_hour` goes from the first hour with a bill to the last, in the order of the
    business day. `owed` is what members can ask for now, whatever the day, and `owed_minor` what
    their coins are worth (None: this station does not know it just now). `unsent` waits here.
    """

    on: date
    till: Figures
    store: Figures
    expired: int
    share_percent: int
    by_staff: tuple[Cashier, ...]
    by_hour: tuple[Hour, ...]
    owed: Owed | None
    owed_minor: int | None
    unsent: Unsent


def today(shop: Shop, on: date | None = None) -> Today:
    """Return the figures of a business date (default: today's); kept for 400 days."""
    day = on or shop.moment().on
    with shop.db.rows(None) as (cursor, pending):
        sums = figures_on(cursor, day)
        owed = read_owed(cursor)

        def load(member: str) -> MemberState:
            row = state_row(cursor, member)
            return unpack_dated_state(row[1]) if row else blank(member)

        more = _owed_more(load, pending) if not shop.db.stale else None
    for slot, figures in _slots(pending, day):
        sums[slot] = sums.get(slot, NONE).plus(figures)
    here = {slot: figures for slot, figures in sums.items() if slot.store == shop.store}
    store = _total(here.values())
    all_owed = (
        Owed(owed.coins + more.coins, owed.credit_minor + more.credit_minor) if more else None
    )
    programme = shop.programme
    return Today(
        on=day,
        till=_total(figures for slot, figures in here.items() if slot.till == shop.till),
        store=store,
        expired=_total(sums.values()).coins_expired,
        share_percent=share(store),
        by_staff=_by_staff(shop, here),
        by_hour=_by_hour(here, programme.day_starts.hour),
        owed=all_owed,
        owed_minor=all_owed.coins * programme.coin_value_minor if all_owed else None,
        unsent=_unsent(shop),
    )


def share(figures: Figures) -> int:
    """Return how many percent of the bills had a card; 0 when there is no bill."""
    if figures.bills <= 0:
        return 0
    return min(100, max(0, round_half_up(figures.member_bills * 100, figures.bills)))


def _slots(events: Iterable[Event], on: date) -> Iterator[tuple[Slot, Figures]]:
    for event in events:
        figures = figures_of(event) if event.on == on else NONE
        if figures != NONE:
            yield Slot(on, event.store, event.till, event.staff, hour_of(event)), figures


def _owed_more(load: Callable[[str], MemberState], pending: Iterable[Event]) -> Owed:
    """Return what own events that are not in the feed yet add to what is owed."""
    members = Together(load)
    for event in pending:
        if event.member:
            members.fold(event)
    coins = credit_minor = 0
    for state in members.states.values():
        before, after = owed_to(load(state.member)), owed_to(state)
        coins += after.coins - before.coins
        credit_minor += after.credit_minor - before.credit_minor
    return Owed(coins, credit_minor)


def _total(figures: Iterable[Figures]) -> Figures:
    sums = NONE
    for one in figures:
        sums = sums.plus(one)
    return sums


def _by_staff(shop: Shop, sums: Mapping[Slot, Figures]) -> tuple[Cashier, ...]:
    names = staff_names(shop)
    found: dict[str, Figures] = {}
    for slot, figures in sums.items():
        found[slot.staff] = found.get(slot.staff, NONE).plus(figures)
    rows = [Cashier(staff, names.get(staff, ""), figures) for staff, figures in found.items()]
    return tuple(sorted(rows, key=lambda one: (-one.figures.taken_minor, one.name, one.staff)))


def _by_hour(sums: Mapping[Slot, Figures], first: int) -> tuple[Hour, ...]:
    found: dict[int, Figures] = {}
    for slot, figures in sums.items():
        if figures.bills or figures.taken_minor:
            found[slot.hour] = found.get(slot.hour, NONE).plus(figures)
    order = sorted((hour - first) % 24 for hour in found)
    hours = [(first + at) % 24 for at in range(order[0], order[-1] + 1)] if order else []
    sold = {hour: found.get(hour, NONE) for hour in hours}
    return tuple(Hour(hour, one.bills, one.taken_minor) for hour, one in sold.items())


def _unsent(shop: Shop) -> Unsent:
    waiting = {seq for own in list(shop.db.pending.values()) for seq, _ in own}
    return count_unsent(shop, len(waiting))

"""Folding one event more of a member with 10, 1,000 and 100,000 events behind them.

The promises: folding costs at most 1.3 times at 100,000 what it costs at 10, and a row stays under
16 KB, 2 KB for a usual member (SYNC.md 7). Packing and unpacking is shown beside it: it grows with
the row until 400 days are kept, and then no more. The life is that of a wholesaler with 40 events a
day: coins and store credit earned, spent and returned, goals, a gift and a voucher a week.
"""

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from statistics import mean
from time import perf_counter_ns

from app.domain.calendar import add_months, month_end
from app.domain.effects import (
    Benefit,
    Claim,
    Credit,
    CreditExpire,
    Debit,
    Earn,
    Effect,
    Expire,
    Gift,
    Grant,
    Issue,
    Paid,
    Progress,
    Reverse,
    Spend,
    Status,
    TierHold,
    Visit,
)
from app.domain.events import Event, Kind
from app.domain.facts import Context, Facts, Line, Sold, Step, Threshold
from app.domain.fold import blank, fold
from app.domain.members import MemberState
from app.storage.rows import pack, unpack_state

FLAT_MAX = 1.3
TYPICAL_BYTES = 2 * 1024
LIMIT_BYTES = 16 * 1024
SIZES = (10, 1_000, 100_000)
SAMPLES = 80
ROUNDS = 9
MEMBER = f"{7:032x}"
START = date(2020, 1, 1)
BENEFIT = Benefit("fixed", 5_000, 20_000)
PER_DAY = 40


@dataclass(frozen=True, slots=True)
class Size:
    """A member after `events` events: microseconds for one more, bytes of the row."""

    events: int
    fold_us: float
    row_us: float
    row_bytes: int


def life(count: int, per_day: int = PER_DAY) -> Iterator[Event]:
    """Yield `count` events of a member: sales, and what a whole programme makes of them."""
    lots: dict[date, int] = {}
    for at in range(count):
        on = START + timedelta(days=at // per_day)
        yield _event(at, on, tuple(_effects(at, on, lots)))


def _event(at: int, on: date, effects: tuple[Effect, ...]) -> Event:
    context = Context(on, 600, "Main", "gold", False, {})
    lines = (Line("sku", "Rice", "Staples", 1000, 25_000, 25_000),)
    facts: Facts = Threshold("")
    kind: Kind = "expired"
    if at % 4 < 3:
        kind = "sold"
        step = Step("base", 25_000, 100, 2, 2)
        facts = Sold(f"B-{at}", "2026", lines, 25_000, 0, 0, context, (step,))
    return Event(f"{at:032x}", kind, MEMBER, "s", "Main", "1", "p", on, at, 330, facts, effects)


def _effects(at: int, on: date, lots: dict[date, int]) -> Iterator[Effect]:
    """Yield what an event does; `lots` counts the coins that will lapse, by their last day."""
    month = month_end(on)
    last = month_end(add_months(on, 3))
    if at % 4 < 3:
        yield Visit(on, 1)
        yield Paid(on, 25_000)
        yield Status(on, 250)
        yield Earn(3, "", on, last, "base", 25_000, 100, 3, f"{on}")
        yield Progress(f"goal:rice|{month}|", 1, month + timedelta(days=45))
        yield Progress(f"goal:days|{month}|{on}", 1, month + timedelta(days=45))
        yield Credit(125, "cashback", on, last, "cashback", 25_000)
    elif at % 8 == 3:
        yield Spend(4, f"spend-{at}")
        yield Debit(200, f"debit-{at}")
    else:
        yield Reverse(1, "", on, last, "base", f"{on}")
    if at % 280 == 0:
        key = f"goal:rice|{month}|{at % 3}"
        yield Grant(key, on, month + timedelta(days=45), (Gift("coins", 5, "", on, last),))
        yield Earn(5, "", on, last, "goal:rice", 0, 100, 5, "")
    if at % 280 == 140:
        until = on + timedelta(days=30)
        yield Issue(f"v-{at}", "tea", f"N{at}", on, until, 0, BENEFIT, f"{on.year}")
    if at % 280 == 200 and at >= 140:
        yield Claim(f"v-{at - 60}", on)
    if at % 5_000 == 0:
        yield TierHold("gold", on, on + timedelta(days=380))
    yield from _lapsed(on, lots, last)


def _lapsed(on: date, lots: dict[date, int], last: date) -> Iterator[Effect]:
    lots[last] = 1
    for day in [day for day in lots if day < on]:
        start = add_months(day.replace(day=1), -3)
        for back in range(31):
            yield Expire(10**6, "", start + timedelta(days=back), day)
            yield CreditExpire(10**9, "cashback", start + timedelta(days=back), day)
        del lots[day]


def measure() -> list[Size]:
    """Return what one more event costs at each size, on the days after it."""
    events = life(SIZES[-1] + len(SIZES) * SAMPLES)
    at, state, sizes = 0, blank(MEMBER), []
    for size in SIZES:
        for event in islice(events, size - at):
            state = fold(state, event)
        more = list(islice(events, SAMPLES))
        sizes.append(_size(size, state, more))
        for event in more:
            state = fold(state, event)
        at = size + SAMPLES
    return sizes


def _size(events: int, state: MemberState, more: list[Event]) -> Size:
    """Time each event in many rounds; its quickest counts, since other programs run, too."""
    fold_ns, row_ns = [10**9] * len(more), [10**9] * len(more)
    gc.collect()
    for _ in range(ROUNDS):
        now = state
        for at, event in enumerate(more):
            start = perf_counter_ns()
            now = fold(now, event)
            fold_ns[at] = min(fold_ns[at], perf_counter_ns() - start)
        for at in range(len(more)):
            start = perf_counter_ns()
            unpack_state(pack(now))
            row_ns[at] = min(row_ns[at], perf_counter_ns() - start)
    return Size(events, mean(fold_ns) / 1000, mean(row_ns) / 1000, len(pack(state)))


def main() -> int:
    """Print the sizes; 1 when a promise is broken."""
    sizes = measure()
    for one in sizes:
        print(
            f"fold: {one.events:7} events: {one.fold_us:5.1f} us to fold one more,"
            f" {one.row_us:5.1f} us to pack and unpack, a row of {one.row_bytes} bytes"
        )
    growth = sizes[-1].fold_us / sizes[0].fold_us
    usual = len(pack(_usual()))
    print(f"fold: {growth:.2f} times (at most {FLAT_MAX}); a usual member: {usual} bytes")
    largest = max(one.row_bytes for one in sizes)
    kept = growth <= FLAT_MAX and largest <= LIMIT_BYTES and usual <= TYPICAL_BYTES
    return 0 if kept else 1


def _usual() -> MemberState:
    """Return a member after a year of a visit a fortnight, each with all that it brings."""
    state = blank(MEMBER)
    lots: dict[date, int] = {}
    for at in range(26):
        on = START + timedelta(days=14 * at)
        state = fold(state, _event(at, on, tuple(_effects(at, on, lots))))
    return state


if __name__ == "__main__":
    raise SystemExit(main())

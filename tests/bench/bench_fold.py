"""Folding one event more of a member with 10, 1,000 and 100,000 events behind them.

The promises: an event costs at most 1.3 times at 100,000 what it costs at 10 of a member who is
as busy (fold, pack, unpack), and a row stays under 16 KB, 2 KB for a usual member (SYNC.md 7).
The life is one of goals, gifts, vouchers, coins and store credit earned, spent and returned.
"""

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from statistics import mean
from time import perf_counter_ns

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
    Withdraw,
)
from app.domain.events import Event, Kind
from app.domain.calendar import add_months, month_end
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
    state_lots: dict[date, int] = {}
    for at in range(count):
        on = START + timedelta(days=at // per_day)
        yield _event(at, on, tuple(_effects(at, on, state_lots)))


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
    if at % 97 == 0:
        key = f"goal:rice|{month}|{at % 3}"
        yield Grant(key, on, month + timedelta(days=45), (Gift("coins", 5, "", on, last),))
        yield Earn(5, "", on, last, "goal:rice", 0, 100, 5, "")
    if at % 211 == 0:
        yield Issue(f"v-{at}", "tea", f"N{at}", on, on + timedelta(days=30), 0, BENEFIT, f"{on.year}")
    if at % 211 == 60 and at >= 211:
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


def measure(per_day: int = PER_DAY) -> list[Size]:
    """Return what one more event costs at each size, on the days after it."""
    events = life(SIZES[-1] + SAMPLES, per_day)
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
            folded = perf_counter_ns()
            unpack_state(pack(now))
            done = perf_counter_ns()
            fold_ns[at] = min(fold_ns[at], folded - start)
            row_ns[at] = min(row_ns[at], done - folded)
    return Size(events, mean(fold_ns) / 1000, mean(row_ns) / 1000, len(pack(state)))


if __name__ == "__main__":
    for per_day in (40, 10, 3):
        for one in measure(per_day): print(per_day, one)

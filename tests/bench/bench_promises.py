"""A whole bill under a whole programme: rating, progress of goals, cashback, gifts.

The promise: 20 lines, 100 rules, 50 live challenges, explanations built, median under 0.3 ms.
"""

import gc
from dataclasses import dataclass, replace
from statistics import quantiles
from time import perf_counter_ns

from app.domain.conditions import Condition
from app.domain.facts import Context, Line
from app.domain.fold import blank
from app.domain.grants import Giving
from app.domain.promises import Cashback, GiftRule, Goal, Prize, Source, Window
from app.domain.rating import Rules, rate
from app.domain.sales import promise_effects
from tests.bench.bench_rating import LINES, workload

PROMISE_MS = 0.3
CHALLENGES = 50
ROUNDS = 3_000
WINDOWS: tuple[Window, ...] = ("week", "month", "year")
SOURCES: tuple[Source, ...] = ("units", "spend", "visits", "bills", "categories")


@dataclass(frozen=True, slots=True)
class Result:
    """Milliseconds for one bill, and what it added to."""

    p50_ms: float
    p99_ms: float
    rules: int
    challenges: int
    effects: int


def programme() -> tuple[Rules, list[Line], Context]:
    """Return the rating bench's workload with 50 live challenges, gifts and cashback."""
    rules, lines, context = workload()
    categories = sorted({line.category for line in lines})
    goals = []
    for at in range(CHALLENGES):
        source = SOURCES[at % len(SOURCES)]
        narrow = Condition(
            categories=frozenset({categories[at % len(categories)]}),
            skus=frozenset({lines[at % LINES].sku}) if at % 3 == 0 else frozenset(),
        )
        goals.append(
            Goal(
                f"g{at}", "challenge", {"en": f"Challenge {at}"}, source, (5,), (Prize(coins=5),),
                narrow, WINDOWS[at % 3], repeat=True,
            )
        )  # fmt: skip
    whole = replace(
        rules.programme,
        goals=tuple(goals),
        gifts=(GiftRule("bag", {"en": "Bag"}, Prize(coins=5), per_minor=50_000),),
        cashback=(Cashback("one", {"en": "1 %"}, 1_000),),
    )
    return Rules(whole), lines, context


def measure(rounds: int = ROUNDS) -> Result:
    """Work the bill out `rounds` times and return the median and the 99th percentile."""
    rules, lines, context = programme()
    state = blank("0" * 32)
    giving = Giving(context.on, "0" * 32, "AA")
    effects = promise_effects(rules, lines, context, state, giving)
    taken = []
    gc.collect()
    for _ in range(rounds):
        start = perf_counter_ns()
        rate(rules, lines, context)
        promise_effects(rules, lines, context, state, giving)
        taken.append(perf_counter_ns() - start)
    cuts = quantiles(taken, n=100)
    return Result(
        p50_ms=cuts[49] / 1e6,
        p99_ms=cuts[98] / 1e6,
        rules=len(rules.programme.earn),
        challenges=len(rules.programme.goals),
        effects=len(effects),
    )


def main() -> int:
    """Print the result; 1 when the promise is broken."""
    result = measure()
    print(
        f"promises: {LINES} lines, {result.rules} rules, {result.challenges} live challenges,"
        f" {result.effects} effects beside coins: p50 {result.p50_ms:.3f} ms"
        f" (at most {PROMISE_MS}), p99 {result.p99_ms:.3f} ms"
    )
    return 0 if result.p50_ms < PROMISE_MS else 1


if __name__ == "__main__":
    raise SystemExit(main())

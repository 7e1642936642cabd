"""The bench of rating measures what it says: 20 lines, 100 rules, at least 15 that match."""

from app.domain.rating import rate
from tests.bench import bench_promises
from tests.bench.bench_rating import measure, workload


def test_the_workload_is_the_one_promised() -> None:
    rules, lines, context = workload()
    rating = rate(rules, lines, context)
    assert len(lines) == 20
    assert len(rules.programme.earn) == 100
    assert len(rating.steps) >= 15
    assert rating.coins > 0
    assert rating.next_coin is not None


def test_a_short_run_gives_times_above_zero() -> None:
    result = measure(rounds=10)
    assert 0 < result.p50_ms <= result.p99_ms
    assert result.rules == 100


def test_the_whole_programme_is_the_one_promised() -> None:
    result = bench_promises.measure(rounds=10)
    assert (result.rules, result.challenges) == (100, 50)
    assert result.effects > 40
    assert 0 < result.p50_ms <= result.p99_ms

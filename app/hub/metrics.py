"""What Prometheus is told of a hub: numbers of the whole store, never of a member or a station."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import func, select

from app.hub.exposure import exposure_of
from app.hub.hub import Hub
from app.hub.nightly import Nightly
from app.hub.reports import cell_ids
from app.storage.tables import cell, presence

SEEN_MS: Final = 5 * 60_000
"""A station that was heard of so long ago is here."""
PUSH_S: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)


class Metrics:
    """The counters of one server process."""

    def __init__(self, hub: Hub, nightly: Nightly | None, waiting: Callable[[], int]) -> None:
        self._registry = CollectorRegistry()
        self._booked = Counter(
            "sikka_hub_rows", "Feed rows by outcome.", ["outcome"], registry=self._registry
        )
        self._answers = Counter(
            "sikka_hub_answers",
            "Answers by route and status.",
            ["method", "route", "status"],
            registry=self._registry,
        )
        self._refusals = Counter(
            "sikka_hub_refusals", "Refusals by code.", ["code"], registry=self._registry
        )
        self._seconds = Histogram(
            "sikka_hub_push_seconds",
            "Time from a push's last byte to its answer.",
            buckets=PUSH_S,
            registry=self._registry,
        )
        waiters = Gauge(
            "sikka_hub_waiting_polls", "Long polls that wait now.", registry=self._registry
        )
        waiters.set_function(waiting)
        self._registry.register(_Stored(hub))
        if nightly is not None:
            self._watch_jobs(nightly)

    def _watch_jobs(self, nightly: Nightly) -> None:
        for name, text, read in (
            ("sikka_hub_audit_flags", "Sales the audit rated otherwise.", lambda: nightly.flagged),
            ("sikka_hub_redriven", "Parked rows booked after all.", lambda: nightly.redriven),
            ("sikka_hub_job_troubles", "Jobs that failed.", lambda: len(nightly.troubles)),
            (
                "sikka_hub_backup_timestamp_seconds",
                "When the last backup was made.",
                lambda: nightly.backed_up_ms / 1000,
            ),
        ):
            Gauge(name, text, registry=self._registry).set_function(read)

    def booked(self, outcomes: Mapping[str, int]) -> None:
        """Count rows of a booking."""
        for outcome, count in outcomes.items():
            self._booked.labels(outcome).inc(count)

    def answered(self, method: str, route: str, status: int, code: str, seconds: float) -> None:
        """Count an answer; `route` is a path's template, `code` of a refusal."""
        self._answers.labels(method, route or "none", str(status)).inc()
        if code:
            self._refusals.labels(code).inc()
        if route.endswith("{epoch}"):
            self._seconds.observe(seconds)

    def text(self) -> bytes:
        """Return everything in the text format; reads the store."""
        return generate_latest(self._registry)


class _Stored(Collector):
    """What is read from the store when somebody asks."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    def describe(self) -> Iterable[GaugeMetricFamily]:
        """Name nothing beforehand, so that registering reads nothing."""
        return ()

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """Yield the store's numbers."""
        since = self._hub.now_ms() - SEEN_MS
        with self._hub.store.read() as core:
            cells = core.execute(select(func.count()).select_from(cell)).scalar()
            seen = core.execute(
                select(func.count()).select_from(presence).where(presence.c.seen_ms >= since)
            ).scalar()
            exposed = [
                found
                for one in cell_ids(core)
                if (found := exposure_of(core, one, self._hub.now_ms())) is not None
            ]
        money = GaugeMetricFamily(
            "sikka_hub_exposure_minor",
            "What could be overdrawn offline: the bound, and now; in minor units.",
            labels=["currency", "what"],
        )
        for currency in sorted({one.currency for one in exposed}):
            mine = [one for one in exposed if one.currency == currency]
            money.add_metric([currency, "bound"], sum(one.bound_minor for one in mine))
            money.add_metric([currency, "now"], sum(one.today_minor for one in mine))
        yield money
        yield GaugeMetricFamily("sikka_hub_cells", "Cells in the store.", value=cells or 0)
        yield GaugeMetricFamily(
            "sikka_hub_stations_seen", "Stations heard of in five minutes.", value=seen or 0
        )

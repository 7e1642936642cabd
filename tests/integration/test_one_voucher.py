"""Two stations claim one voucher at the same instant: one hands over, the other sees who and when.

A real server, real HTTP, a thread for each station, over and over.
"""

import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from app.domain.vouchers import WasVoided
from app.hub.store import SqliteStore
from app.insight.hub_doctor import examine_store
from app.services.authority import NeedsNetwork
from app.services.clocks import SystemClock
from app.services.vouchers import (
    ClaimedBefore,
    ClaimVoucherOutcome,
    HandedOver,
    VoucherVoided,
    cancel_voucher,
    claim_voucher,
)
from app.station import Station, open_station
from tests.helpers.hub_process import HubProcess, hub_with_tills
from tests.helpers.rewards import bought, give, rewards_document
from tests.helpers.shops import STAFF, SUPERVISOR, number

pytestmark = [pytest.mark.process, pytest.mark.slow]

WHO = {"1": STAFF, "2": SUPERVISOR}
ASHA = number("member asha")


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    with hub_with_tills(tmp_path, "2", document=rewards_document()) as running:
        yield running


def claim(station: Station, staff: str, code: str, start: threading.Barrier) -> ClaimVoucherOutcome:
    """Claim when the other one does; a hub that was too slow on a busy machine is asked again."""
    start.wait(20)
    while isinstance(outcome := claim_voucher(station.shop, staff, code), NeedsNetwork):
        pass
    return outcome


def test_one_hands_over_and_the_other_sees_who_and_when(
    hub: HubProcess, tmp_path: Path, rounds: int
):
    wins: Counter[str] = Counter()
    start = threading.Barrier(2)
    clock = SystemClock()
    with (
        open_station(tmp_path / "1", clock, background=False) as first,
        open_station(tmp_path / "2", clock, background=False) as second,
        ThreadPoolExecutor(2) as threads,
    ):
        stations = {"1": first, "2": second}
        give(first.shop, ASHA, 100 * rounds)
        vouchers = []
        for _ in range(rounds):
            first.pump()
            vouchers.append(bought(first.shop, ASHA))
        for station in stations.values():
            station.pump()
        for voucher in vouchers:
            asked = {
                till: threads.submit(partial(claim, one, WHO[till], voucher.number, start))
                for till, one in stations.items()
            }
            outcomes = {till: future.result(60) for till, future in asked.items()}
            (winner,) = [till for till, one in outcomes.items() if isinstance(one, HandedOver)]
            (loser,) = set(stations) - {winner}
            told = outcomes[loser]
            assert isinstance(told, ClaimedBefore), told
            assert (told.on, told.store) == (first.shop.moment().on, "main")
            wins[winner] += 1
            stations[winner].pump()
            told = claim_voucher(stations[loser].shop, WHO[loser], voucher.number)
            assert isinstance(told, ClaimedBefore)
            assert told.staff == WHO[winner]
            assert 0 < told.at_ms <= int(clock.now().timestamp() * 1000)
        for station in stations.values():
            station.pump()
            assert station.status().unsent == 0
    assert wins.total() == rounds
    hub.stop()
    store = SqliteStore(tmp_path / "hub.db")
    try:
        with store.read() as core:
            found = [str(one) for report in examine_store(core) for one in report.findings]
    finally:
        store.close()
    assert found == []


def test_given_back_a_moment_ago_is_not_said_to_be_used(hub: HubProcess, tmp_path: Path):
    clock = SystemClock()
    with (
        open_station(tmp_path / "1", clock, background=False) as first,
        open_station(tmp_path / "2", clock, background=False) as second,
    ):
        give(first.shop, ASHA, 100)
        first.pump()
        voucher = bought(first.shop, ASHA)
        first.pump()
        second.pump()
        while isinstance(gone := cancel_voucher(first.shop, ASHA, voucher.number), NeedsNetwork):
            pass
        assert isinstance(gone, VoucherVoided)
        first.pump()
        while isinstance(
            told := claim_voucher(second.shop, SUPERVISOR, voucher.number), NeedsNetwork
        ):
            pass
        assert told == WasVoided()

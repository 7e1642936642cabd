"""One hub and its tills through all deaths, and what of their sales was acknowledged."""

import signal
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.domain.facts import Sold
from app.hub.store import read_store
from app.insight.hub_doctor import examine_store
from app.services.clocks import SystemClock
from app.station import Station, open_station
from app.station.examining import examine
from app.storage import audit
from app.storage.station import StationDb
from app.sync.exchange import Exchange
from app.wire.events import decode
from tests.helpers.command import Answer, sikka
from tests.helpers.hub_process import HubProcess, hub_with_tills, sell_at
from tests.helpers.hub_till import trade
from tests.helpers.shops import document_of
from tests.helpers.stations import tables_of

OFFLINE = """
[offline]
coins_per_member = 100
coins_per_station = 200
hours = 24
"""


KILLED = -signal.SIGKILL


def times(rounds: int) -> range:
    """How often each point is met: once in the suite, ten times in a soak."""
    return range(1, 1 + max(1, rounds // 20))


class World:
    """A hub, the folders of its tills beside it, and what was acknowledged so far."""

    def __init__(self, folder: Path, hub: HubProcess, tills: tuple[str, ...] = ("1", "2")) -> None:
        self.folder = folder
        self.hub = hub
        self.tills = tills
        self.acknowledged: list[str] = []
        self.next_bill = 1
        self.unsure = 0

    # ------------------------------------------------------------ selling

    def sell(self, till: str, count: int, failpoint: str = "") -> "subprocess.Popen[str]":
        """Start a counter in a process of its own."""
        child = sell_at(self.folder / till, self.next_bill, count, failpoint)
        self.next_bill += count
        return child

    def heard(self, out: str) -> None:
        """Note what a counter said that may have died in the middle of a sale."""
        whole = out[: out.rfind("\n") + 1]
        self.acknowledged += [line.split()[1] for line in whole.splitlines() if "sold " in line]
        self.unsure += 1

    def dies(self, child: "subprocess.Popen[str]") -> None:
        """Wait for a counter that is to be killed at a point, and note what it sold."""
        out, err = child.communicate(timeout=60)
        self.heard(out)
        assert (err, child.returncode) == ("", KILLED), "the point was never reached"

    @contextmanager
    def open(self, till: str, exchange: Exchange | None = None) -> Iterator[Station]:
        """Open a till in this process; it sends and receives when it opens and closes."""
        with open_station(
            self.folder / till, SystemClock(), background=False, exchange=exchange
        ) as station:
            yield station

    def trade(self, till: str, count: int, exchange: Exchange | None = None) -> None:
        """Sell at a till in this process."""
        with self.open(till, exchange) as station:
            self.acknowledged += trade(station.shop, self.next_bill, count)
        self.next_bill += count

    # ------------------------------------------------------------ commands to be killed

    def take_anew(self, till: str, failpoint: str = "") -> Answer:
        """Have a till take everything anew from the hub, by a snapshot that is made now."""
        for old in (self.folder / "snapshots").glob("*/*.sqlite"):
            old.unlink()
        return sikka("rebuild", "--data", self.folder / till, SIKKA_FAILPOINT=failpoint)

    def at_hub(self, command: str, *arguments: object, failpoint: str = "") -> Answer:
        """Run a command of the hub on its store."""
        place = ("--store", self.hub.store, "--data", self.folder)
        return sikka("hub", command, *arguments, *place, SIKKA_FAILPOINT=failpoint)

    # ------------------------------------------------------------ afterwards

    def settle(self) -> None:
        """Let all tills send and receive everything."""
        for till in (*self.tills, self.tills[0]):
            with self.open(till) as station:
                assert not station.db.pending, station.status()

    def check(self) -> None:
        """Everything acknowledged is booked once; hub and tills agree; nothing is wrong."""
        self.settle()
        self._examine_tills()
        self._examine_hub()

    def _examine_tills(self) -> None:
        folded = []
        for till in self.tills:
            report = examine(self.folder / till)
            findings = [str(one) for one in report.findings]
            assert (findings, report.remark) == ([], ""), (till, findings, report.remark)
            db = StationDb(self.folder / till, write=False)
            folded.append(tables_of(db))
            db.close()
        for other in folded[1:]:
            differ = [name for name in folded[0] if folded[0][name] != other[name]]
            assert differ == [], differ

    def _examine_hub(self) -> None:
        sold: Counter[str] = Counter()
        with read_store(self.hub.store) as core:
            reports = list(examine_store(core))
            findings = [str(one) for report in reports for one in report.findings]
            assert findings == [], findings
            (cell_id,) = [one.cell_id for one in reports]
            for row in audit.feed_rows(core, cell_id):
                event = decode(row.body)
                if isinstance(event.facts, Sold):
                    assert row.outcome in {"booked", "duplicate"}, row
                    sold[event.id] += row.outcome == "booked"
        assert set(sold.values()) <= {1}
        lost = [one for one in self.acknowledged if one not in sold]
        assert lost == [], lost
        assert len(sold) <= len(self.acknowledged) + self.unsure


@contextmanager
def world_in(folder: Path) -> Iterator[World]:
    """A running hub with two tills that may spend a little offline."""
    with hub_with_tills(folder, "2", document=document_of() + OFFLINE) as hub:
        yield World(folder, hub)

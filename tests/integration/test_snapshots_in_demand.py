"""Many stations want a snapshot at once: one is made, and nobody waits on a thread for it."""

from pathlib import Path

import pytest

from app.hub.front import Front, Request
from app.storage import failpoints
from app.sync.snapshots import Maker
from tests.helpers.shops import sell
from tests.helpers.stations import chain_of

pytestmark = pytest.mark.slow


def test_who_asks_while_a_snapshot_is_made_is_told_to_come_again(tmp_path: Path) -> None:
    with chain_of(tmp_path) as chain:
        shop = chain.open(chain.folder / "shop")
        told: list[int] = []

        def ask() -> int:
            token = shop.link.port._sign_in(1.0)  # type: ignore[attr-defined]
            path = f"/v1/cells/{chain.cell_id}/snapshot"
            return Front(chain.hub).handle(Request("GET", path, token=token)).status

        failpoints.arm("snapshot.made", act=lambda: told.append(ask()))
        try:
            assert ask() == 200
        finally:
            failpoints.arm("")
        assert told == [503]
        assert ask() == 200


def test_a_snapshot_that_is_good_enough_is_given_while_another_cells_is_made(
    tmp_path: Path,
) -> None:
    with chain_of(tmp_path) as chain:
        maker, cell = Maker(tmp_path / "made", behind_rows=0), chain.hub.cell(chain.cell_id)
        first = maker.latest(cell)
        found: list[Path] = []
        sell(chain.open(chain.folder / "shop").shop, "B-1", 10_000)
        chain.opened[0].pump()
        patient = Maker(tmp_path / "made", behind_rows=1_000)
        failpoints.arm("snapshot.made", act=lambda: found.append(patient.latest(cell).path))
        try:
            second = maker.latest(cell)
        finally:
            failpoints.arm("")
        assert (found, second.seq > first.seq) == ([first.path], True)

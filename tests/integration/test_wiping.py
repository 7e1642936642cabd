"""A station that was shut out holds nothing of members in any file of its folder."""

from pathlib import Path

import pytest

from app.insight.member_file import save_member_file
from app.insight.status import station_status, status_lines
from app.station.backups import backup
from tests.helpers.chain import ADDRESS, chain_in
from tests.helpers.people import joined
from tests.helpers.shops import sell

pytestmark = pytest.mark.slow


def test_backups_and_the_cell_of_former_days_are_forgotten_too(tmp_path: Path):
    with chain_in(tmp_path) as chain:
        station = chain.stations["1"]
        member = joined(station.shop, "Asha Rao").member
        sell(station.shop, "B-1", 300_000, member=member)
        chain.sync()
        vault = station.vault
        (key,) = vault.opened_keys(vault.sealed_keys([member])).values()
        backup(tmp_path / "1", tmp_path / "1/backups", chain.clock.at)
        written = save_member_file(station.shop, member)
        assert written is not None
        before = _holding(key, tmp_path / "1")
        assert {path.parent.name == "1" for path in before} == {True, False}
        assert not station_status(station.shop, ADDRESS).shut_out
        station.hub.wipe()
        assert not written.exists()
        told = station_status(station.shop, ADDRESS)
        assert told.shut_out
        assert "ask for a code" in "\n".join(status_lines(station.shop, told))
        chain.close("1")
        assert _holding(key, tmp_path / "1") == []
        assert not [*(tmp_path / "1").glob("cell-*")]
        chain.open("1")


def _holding(what: bytes, folder: Path) -> list[Path]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if what in path.read_bytes()]

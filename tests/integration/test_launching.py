"""Hub, counter, kiosk and redemption screen of one shop as processes with one launcher."""

import json
import os
import shutil
import signal
import socket
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.config import ROLES, Settings, read_settings, write_settings
from app.station import ShopInUseError, own
from app.station.launching import RESTARTS, Crew, Process, Standing, this_program
from app.station.premises import (
    LOOPBACK,
    Premises,
    PremisesOpenError,
    owned,
    port_of,
    premises_of,
    set_up,
)
from tests.helpers.hub_process import helper
from tests.helpers.launched import is_alive, launched, new_premises, until
from tests.helpers.shops import new_station

pytestmark = [pytest.mark.slow, pytest.mark.process]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("premises")
    new_premises(folder)
    return folder


@pytest.fixture
def premises(template: Path, tmp_path: Path) -> Premises:
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    return premises_of(tmp_path / "shop")


def settings_of(premises: Premises) -> list[Settings]:
    return [read_settings(premises.stations[role]) for role in ROLES]


class TestPremises:
    def test_three_stations_of_one_cell_know_their_roles_and_their_hub(self, premises: Premises):
        settings = settings_of(premises)
        assert [one.role for one in settings] == list(ROLES)
        assert len({one.cell_id for one in settings}) == 1
        assert len({one.station_id for one in settings}) == 3
        (address,) = {one.hub for one in settings}
        assert address == f"http://{LOOPBACK}:{port_of(premises)}"

    def test_what_is_there_stays(self, premises: Premises):
        before = settings_of(premises)
        said: list[str] = []
        set_up(premises, said.append)
        assert settings_of(premises) == before
        assert said == []

    def test_a_station_that_is_missing_joins_the_same_hub(self, premises: Premises):
        before = settings_of(premises)
        shutil.rmtree(premises.kiosk)
        set_up(premises)
        counter, kiosk, redemption = settings_of(premises)
        assert (counter, redemption) == (before[0], before[2])
        assert (kiosk.hub, kiosk.cell_id) == (counter.hub, counter.cell_id)
        assert kiosk.station_id != before[1].station_id

    def test_a_move_that_was_cut_short_goes_on(self, tmp_path: Path):
        new_station(tmp_path / "shop").close()
        premises = premises_of(tmp_path / "shop")
        settings = read_settings(premises.counter)
        write_settings(premises.counter, replace(settings, hub=f"http://{LOOPBACK}:50001"))
        set_up(premises)
        assert len({one.hub for one in settings_of(premises)}) == 1
        assert not (premises.counter / "cell.db").exists()

    def test_a_port_that_somebody_took_is_left_to_them(self, premises: Premises):
        port = port_of(premises)
        with socket.create_server((LOOPBACK, port)):
            set_up(premises)
        assert port_of(premises) != port
        assert len({one.hub for one in settings_of(premises)}) == 1

    def test_one_launcher_at_a_time(self, premises: Premises):
        first = owned(premises)
        with first, pytest.raises(PremisesOpenError, match="open already"), owned(premises):
            pass
        with owned(premises):
            pass


class TestCrew:
    def test_all_open_and_end_in_order(self, premises: Premises):
        with launched(premises) as crew:
            pids = crew.pids()
            assert sorted(pids) == ["counter", "hub", "kiosk", "redemption"]
            with pytest.raises(ShopInUseError):
                own(premises.kiosk)
        assert not any(is_alive(pid) for pid in pids.values())
        assert [one.state for one in crew.standings()] == ["closed"] * 5
        for folder in premises.stations.values():
            os.close(own(folder))
        log = (premises.hub / "logs" / "hub.log").read_text().splitlines()
        assert json.loads(log[-1])["event"] == "stopped"

    def test_one_that_fell_is_opened_again_and_one_that_was_closed_when_asked(
        self, premises: Premises
    ):
        with launched(premises) as crew:
            before = crew.pids()
            os.kill(before["kiosk"], signal.SIGKILL)
            until(lambda: crew.standings()[2].state == "opening", crew.standings)
            os.kill(before["counter"], signal.SIGTERM)
            until(lambda: crew.standings()[1] == Standing("counter", "closed"), crew.standings)
            until(lambda: crew.standings()[2] == Standing("kiosk", "open", "SIGKILL"))
            assert "counter" not in crew.pids()
            crew.open("counter")
            until(lambda: crew.standings()[1] == Standing("counter", "open"), crew.standings)
            after = crew.pids()
            assert {name for name in before if before[name] == after[name]} == {"hub", "redemption"}

    def test_nothing_is_left_of_a_launcher_that_was_killed(self, premises: Premises):
        launcher = helper("launched", premises.counter)
        assert launcher.stdout is not None
        pids = json.loads(launcher.stdout.readline())
        assert all(is_alive(pid) for pid in pids.values())
        os.kill(pids["launcher"], signal.SIGKILL)
        launcher.communicate(timeout=60)
        until(lambda: not any(is_alive(pid) for pid in pids.values()))
        for folder in premises.stations.values():
            os.close(own(folder))


class TestFalling:
    """One process alone; what it runs stands for a screen that cannot go on."""

    def crew(self, tmp_path: Path, *command: str) -> Crew:
        one = Process("kiosk", command, tmp_path / "kiosk.log", restart_s=0)
        crew = Crew([one])
        crew.start()
        return crew

    def test_a_wrong_command_is_not_tried_again(self, tmp_path: Path):
        crew = self.crew(tmp_path, *this_program("kiosk", "--data", str(tmp_path / "none")))
        try:
            until(lambda: crew.standings()[0].state == "failed", crew.standings)
            assert "no shop here" in crew.standings()[0].reason
        finally:
            crew.close()

    def test_who_keeps_falling_is_tried_so_often_and_then_when_asked(self, tmp_path: Path):
        count = tmp_path / "count"
        text = f"open({str(count)!r}, 'a').write('1'); import sys; sys.exit('The disk is full.')"
        crew = self.crew(tmp_path, sys.executable, "-c", text)
        try:
            for times in (1, 2):
                until(lambda: crew.standings()[0].state == "failed", crew.standings)
                assert crew.standings()[0].reason == "The disk is full."
                assert len(count.read_text()) == times * (RESTARTS + 1)
                crew.open("kiosk")
                tried = times * (RESTARTS + 1)
                until(lambda: len(count.read_text()) > tried)  # noqa: B023 - waited for at once
        finally:
            crew.close()

    def test_who_says_nothing_is_told_by_how_it_ended(self, tmp_path: Path):
        crew = self.crew(tmp_path, sys.executable, "-c", "import sys; sys.exit(7)")
        try:
            until(lambda: crew.standings()[0].state == "failed", crew.standings)
            assert crew.standings()[0].reason == "exit code 7"
        finally:
            crew.close()

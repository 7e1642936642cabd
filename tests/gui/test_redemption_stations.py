"""A kiosk and a redemption screen of one shop: chosen there, called out and handed over here."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from app.hardware.scanner_fake import FakeScanner
from app.services.calls import call_for_help, open_calls
from app.services.pickups import waiting
from app.services.rewards import RewardRedeemed, redeem
from app.services.staff import StaffCard
from app.ui.fonts import load_fonts
from app.ui.jobs import ManualJobs
from app.ui.redemption_window import RedemptionWindow
from tests.helpers.rewards import give, rewards_document, second_station
from tests.helpers.shops import STAFF, enrol, new_station

pytestmark = pytest.mark.slow


def test_what_is_chosen_at_a_kiosk_is_called_out_and_handed_over_once(
    qapp: QGuiApplication, tmp_path: Path
):
    load_fonts(qapp)
    chimes: list[str] = []
    with new_station(tmp_path / "kiosk", document=rewards_document()) as kiosk:
        member = enrol(kiosk.shop, "asha")
        give(kiosk.shop, member, 300)
        kiosk.pump()
        with second_station(tmp_path / "desk", kiosk) as (shop, link):
            jobs = ManualJobs()
            window: Any = RedemptionWindow(
                shop, jobs, FakeScanner(), chime=lambda: chimes.append("rung")
            )
            try:
                window.load()
                root = window.station
                root.signed_in(StaffCard(STAFF, "Meera", "cashier"))
                jobs.drain()

                got = redeem(kiosk.shop, "", member, "tea", pickup=True)
                assert isinstance(got, RewardRedeemed)
                call_for_help(kiosk.shop)
                root.look()
                jobs.drain()
                assert root.waiting.rows.rows == ()

                kiosk.pump()
                link.pump()
                root.look()
                jobs.drain()
                assert root.waiting.props.call.endswith("Tea, 250 g")
                assert root.waiting.props.call.startswith("1, ")
                assert root.help.props.sentence
                assert set(chimes) == {"rung"}

                root.waiting.choose(0)
                jobs.drain()
                root.handOver.act()
                root.help.answer()
                jobs.drain()
                assert root.handOver.props.kind == "done"
                link.pump()
                kiosk.pump()
                assert waiting(kiosk.shop) == ()
                assert open_calls(kiosk.shop) == ()
            finally:
                window.close()

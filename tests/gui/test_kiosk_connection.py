"""What a kiosk says of the connection: nothing until it was asked for and did not answer."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.sync.status import SyncStatus
from tests.helpers.kiosk import KioskStage

AWAY = SyncStatus(solo=False, online=False)


@pytest.mark.parametrize(
    ("stands", "said"), [(replace(AWAY, tried=False), ""), (AWAY, "No connection just now.")]
)
def test_it_is_away_once_the_first_attempt_failed(
    open_kiosk: Callable[..., KioskStage], stands: SyncStatus, said: str
):
    kiosk = open_kiosk(status=lambda: stands)
    assert kiosk.vm.props.notice.startswith(said)
    assert bool(kiosk.vm.props.notice) is bool(said)
    assert kiosk.vm.connection.props.kind == ("waiting" if said else "info")

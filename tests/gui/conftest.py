"""A counter over a real shop, its data made once and copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from app.hardware.references import protect_singletons
from app.sync.status import SyncStatus
from app.ui.fonts import load_fonts
from tests.helpers.counter import Counter, counter_in, furnish
from tests.helpers.kiosk import KioskStage, kiosk_in
from tests.helpers.redemption import Redemption, redemption_in


@pytest.fixture(scope="session", autouse=True)
def lasting_singletons() -> None:
    """Windows in tests lose references to None as those of a station do."""
    protect_singletons()


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, str]]:
    folder = tmp_path_factory.mktemp("furnished") / "shop"
    folder.mkdir()
    return folder, furnish(folder)


@pytest.fixture
def open_counter(
    qapp: QGuiApplication, furnished: tuple[Path, tuple[str, str]], tmp_path: Path
) -> Iterator[Callable[..., Counter]]:
    """Open a counter over the test's own copy of the shop; again over the same copy, if asked."""
    load_fonts(qapp)
    template, ids = furnished
    own = tmp_path / "shop"
    with ExitStack() as stack:

        def open_one(
            language: str = "en", status: Callable[[], SyncStatus] = SyncStatus, **parts: Any
        ) -> Counter:
            stack.close()
            if not own.exists():
                shutil.copytree(template, own)
            return stack.enter_context(counter_in(own, ids, language, status, **parts))

        yield open_one


@pytest.fixture
def counter(open_counter: Callable[..., Counter]) -> Counter:
    """A counter with Meera, a cashier, signed in."""
    opened = open_counter()
    opened.sign_in()
    return opened


@pytest.fixture
def open_kiosk(
    qapp: QGuiApplication, furnished: tuple[Path, tuple[str, str]], tmp_path: Path
) -> Iterator[Callable[..., KioskStage]]:
    """Open a kiosk over the test's own copy of the shop; again over the same copy, if asked."""
    load_fonts(qapp)
    template, ids = furnished
    own = tmp_path / "kiosk"
    with ExitStack() as stack:

        def open_one(
            language: str = "en",
            status: Callable[[], SyncStatus] = SyncStatus,
            size: tuple[int, int] = (1920, 1080),
            **parts: Any,
        ) -> KioskStage:
            stack.close()
            if not own.exists():
                shutil.copytree(template, own)
            return stack.enter_context(kiosk_in(own, ids, language, status, size, **parts))

        yield open_one


@pytest.fixture
def kiosk(open_kiosk: Callable[..., KioskStage]) -> KioskStage:
    """A kiosk with nobody there."""
    return open_kiosk()


@pytest.fixture
def open_redemption(
    qapp: QGuiApplication, furnished: tuple[Path, tuple[str, str]], tmp_path: Path
) -> Iterator[Callable[..., Redemption]]:
    """Open a redemption screen over the test's own copy of the shop."""
    load_fonts(qapp)
    template, ids = furnished
    own = tmp_path / "shop"
    with ExitStack() as stack:

        def open_one(
            language: str = "en", status: Callable[[], SyncStatus] = SyncStatus
        ) -> Redemption:
            stack.close()
            if not own.exists():
                shutil.copytree(template, own)
            return stack.enter_context(redemption_in(own, ids, language, status))

        yield open_one


@pytest.fixture
def desk(open_redemption: Callable[..., Redemption]) -> Redemption:
    """A redemption screen with Meera, a cashier, signed in."""
    opened = open_redemption()
    opened.sign_in()
    return opened

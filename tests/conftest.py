"""Rules that hold for every test, and the fixtures more than one folder needs."""

import os
from collections.abc import Iterator
from pathlib import Path

# Set before Qt is imported: no display, no GPU, the same pixels and hours everywhere.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["QT_QUICK_CONTROLS_STYLE"] = "Basic"
os.environ["TZ"] = "UTC"

import hypothesis
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

from app.hardware.references import protect_singletons
from tests.helpers.postgres import PostgresServer, running_postgres
from tests.helpers.qml import strict_engine
from tests.helpers.quick_disk import keep_files_in_memory
from tests.helpers.strictness import complaints, forbid_network, heard_logs

protect_singletons()
keep_files_in_memory()

HERE = Path(__file__).parent
FOLDER_MARKS = ("architecture", "unit", "integration", "gui", "qml", "scenarios", "bench")

# Speed is measured by `make bench`, never by a deadline on a shared machine.
hypothesis.settings.register_profile("sikka", deadline=None, print_blob=True)
hypothesis.settings.register_profile(
    "ci", parent=hypothesis.settings.get_profile("sikka"), derandomize=True, database=None
)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "sikka")
# `make check` tries fewer examples than `make test`.
hypothesis.settings.register_profile("quick", max_examples=20)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rounds", type=int, default=20, help="rounds of every kill-and-recover test (default 20)"
    )
    parser.addoption(
        "--every-size", action="store_true", help="see every scene in every language and size"
    )


def pytest_sessionstart() -> None:
    forbid_network()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by its folder, and each user of the server's fixtures as `postgres`."""
    for item in items:
        folder = item.path.relative_to(HERE).parts[0] if item.path.is_relative_to(HERE) else ""
        if folder in FOLDER_MARKS:
            item.add_marker(folder)
        if {"postgres_server", "postgres_url"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("postgres")


@pytest.fixture(autouse=True)
def no_stray_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test on a log record of level WARNING or above that it did not announce.

    A test that means to cause one says so: `@pytest.mark.expects_log("printer is off")`.
    """
    expected = [mark.args[0] for mark in request.node.iter_markers("expects_log")]
    with heard_logs() as heard:
        yield
    if found := complaints(heard, expected):
        pytest.fail("\n".join(found), pytrace=False)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """Sikka is Qt Quick all through: no widgets, so no QApplication."""
    return QGuiApplication


@pytest.fixture
def qml_engine(qapp: QGuiApplication) -> Iterator[QQmlApplicationEngine]:
    """An engine that finds Sikka's QML; any warning it gives fails the test."""
    with strict_engine() as engine:
        yield engine


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A real PostgreSQL, one per test process, on a unix socket of its own."""
    with running_postgres() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The SQLAlchemy URL of an empty PostgreSQL database made for this test alone."""
    with postgres_server.fresh_database() as url:
        yield url


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> int:
    """How often a kill-and-recover test repeats: 20 in the suite, 200 in `make soak`."""
    return int(request.config.getoption("--rounds"))

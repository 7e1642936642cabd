"""Snapshots, rows and jobs: the machinery under every screen."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QThread
from pytestqt.qtbot import QtBot

from app.ui.jobs import ManualJobs, ThreadJobs
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel


@dataclass(frozen=True)
class LampProps:
    on: bool = False
    name: str = "lamp"
    watts: int = 5


class LampViewModel(ViewModel, props=LampProps):
    pass


@dataclass(frozen=True)
class Row:
    name: str
    price: int


class TestSnapshot:
    def test_only_what_changed_is_notified_after_the_swap(self, qapp: object):
        lamp = LampViewModel()
        heard: list[tuple[str, object]] = []
        for name in ("on", "name", "watts"):
            signal = getattr(lamp, f"{name}Changed")
            signal.connect(lambda name=name: heard.append((name, lamp.property(name))))
        lamp.show(LampProps(on=True, watts=7))
        assert heard == [("on", True), ("watts", 7)]
        lamp.show(LampProps(on=True, watts=7))
        assert len(heard) == 2

    def test_each_property_has_its_own_notify_signal(self, qapp: object):
        meta = LampViewModel().metaObject()
        for name in ("on", "name", "watts"):
            found = meta.property(meta.indexOfProperty(name))
            assert bytes(found.notifySignal().name().data()).decode() == f"{name}Changed"


class TestRows:
    def test_only_what_differs_changes(self, qapp: object):
        rows = Rows(Row)
        changed: list[int] = []
        inserted: list[tuple[int, int]] = []
        removed: list[tuple[int, int]] = []
        rows.dataChanged.connect(lambda first, _: changed.append(first.row()))
        rows.rowsInserted.connect(lambda _, a, b: inserted.append((a, b)))
        rows.rowsRemoved.connect(lambda _, a, b: removed.append((a, b)))
        rows.set([Row("a", 1), Row("b", 2)])
        rows.set([Row("a", 1), Row("b", 3), Row("c", 4)])
        rows.set([Row("a", 1)])
        assert (inserted, changed, removed) == ([(0, 1), (2, 2)], [1], [(1, 2)])

    def test_roles_are_the_fields(self, qapp: object):
        rows = Rows(Row)
        rows.set([Row("a", 1)])
        named = {bytes(name.data()).decode(): role for role, name in rows.roleNames().items()}
        assert rows.data(rows.index(0), named["price"]) == 1
        assert rows.rowCount() == 1
        assert rows.rowCount(rows.index(0)) == 0
        assert rows.data(QModelIndex(), named["price"]) is None


@pytest.fixture
def thread_jobs(qapp: object) -> Iterator[ThreadJobs]:
    jobs = ThreadJobs()
    yield jobs
    jobs.close()


class TestJobs:
    def test_work_runs_elsewhere_and_answers_here_in_order(
        self, thread_jobs: ThreadJobs, qtbot: QtBot
    ):
        here = QThread.currentThread()
        answers: list[tuple[int, bool, bool]] = []

        def ask(number: int) -> None:
            thread_jobs.run(
                lambda: (number, QThread.currentThread() is here),
                lambda got: answers.append((*got, QThread.currentThread() is here)),
            )

        for number in range(5):
            ask(number)
        qtbot.waitUntil(lambda: len(answers) == 5)
        assert answers == [(number, False, True) for number in range(5)]

    def test_a_failure_reaches_its_handler_or_everybody(
        self, thread_jobs: ThreadJobs, qtbot: QtBot
    ):
        own: list[str] = []
        common: list[str] = []
        thread_jobs.unhandled.connect(lambda error: common.append(str(error)))
        thread_jobs.run(lambda: 1 // 0, print, lambda error: own.append(str(error)))
        thread_jobs.run(lambda: int("x"), print)
        qtbot.waitUntil(lambda: bool(common))
        assert "zero" in own[0]
        assert "invalid literal" in common[0]

    def test_nothing_is_delivered_after_the_end(self, qapp: object, qtbot: QtBot):
        jobs = ThreadJobs()
        done: list[int] = []
        jobs.run(lambda: 1, done.append)
        jobs.close()
        qtbot.wait(1)
        assert done == []

    def test_the_manual_runner_waits_for_its_drain(self):
        jobs = ManualJobs()
        done: list[int] = []
        jobs.run(lambda: 1, lambda one: jobs.run(lambda: one + 1, done.append))
        assert done == []
        jobs.drain()
        assert done == [2]

    def test_the_manual_runner_hides_no_failure(self):
        jobs = ManualJobs()
        jobs.run(lambda: 1 // 0, print)
        with pytest.raises(ZeroDivisionError):
            jobs.drain()

"""One writer per file: a transaction is whole or not there, the urgent goes first."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.writer import COUNTER, JOBS, StorageFullError, Tx, Writer


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = Writer(tmp_path / "a.db")
    made.run(lambda tx: tx.cursor.execute("CREATE TABLE n (n INTEGER PRIMARY KEY)"))
    yield made
    made.close()


def put(number: int) -> object:
    return lambda tx: tx.cursor.execute("INSERT INTO n VALUES (?)", (number,))


def numbers(writer: Writer) -> list[int]:
    return writer.run(lambda tx: [row[0] for row in tx.cursor.execute("SELECT n FROM n")])


def test_what_fails_leaves_nothing_and_hurts_nobody_else(writer: Writer):
    def half(tx: Tx) -> None:
        tx.cursor.execute("INSERT INTO n VALUES (1)")
        tx.after.append(lambda: pytest.fail("it was not committed"))
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        writer.run(half)
    writer.run(put(2))  # type: ignore[arg-type]
    assert numbers(writer) == [2]


def test_what_comes_after_a_commit_sees_it(writer: Writer, tmp_path: Path):
    seen: list[int] = []

    def work(tx: Tx) -> None:
        tx.cursor.execute("INSERT INTO n VALUES (7)")

        def look() -> None:
            other = sqlite3.connect(tmp_path / "a.db")
            seen.extend(row[0] for row in other.execute("SELECT n FROM n"))
            other.close()

        tx.after.append(look)

    writer.run(work)
    assert seen == [7]


def test_the_counter_never_waits_behind_jobs(writer: Writer):
    held, go = threading.Event(), threading.Event()
    order: list[str] = []

    def hold(_: Tx) -> None:
        held.set()
        go.wait()

    def note(name: str, priority: int) -> threading.Thread:
        thread = threading.Thread(target=lambda: writer.run(lambda _: order.append(name), priority))
        thread.start()
        return thread

    threads = [threading.Thread(target=lambda: writer.run(hold))]
    threads[0].start()
    held.wait()
    threads += [note("job", JOBS), note("job", JOBS)]
    while writer._waiting[JOBS] < 2:
        pass
    threads.append(note("sale", COUNTER))
    while not writer._waiting[COUNTER]:
        pass
    go.set()
    for thread in threads:
        thread.join()
    assert order == ["sale", "job", "job"]


def test_many_threads_never_write_over_each_other(writer: Writer):
    writer.run(lambda tx: tx.cursor.execute("CREATE TABLE total (n INTEGER)"))
    writer.run(lambda tx: tx.cursor.execute("INSERT INTO total VALUES (0)"))

    def add_one(tx: Tx) -> None:
        (n,) = tx.cursor.execute("SELECT n FROM total").fetchone()
        tx.cursor.execute("UPDATE total SET n = ?", (n + 1,))

    def add_many(priority: int) -> None:
        for _ in range(100):
            writer.run(add_one, priority)

    threads = [threading.Thread(target=add_many, args=(at % 4,)) for at in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert writer.run(lambda tx: tx.cursor.execute("SELECT n FROM total").fetchone()) == (800,)


def test_an_idle_file_is_checkpointed_by_itself(writer: Writer):
    size = writer.path.stat().st_size if writer.path.exists() else 0
    writer.run(lambda tx: tx.cursor.execute("CREATE TABLE more (n INTEGER)"))
    while writer.path.stat().st_size <= size:
        assert writer._keeper.is_alive()


def test_a_transaction_in_a_transaction_is_refused_and_a_closed_file_too(tmp_path: Path):
    writer = Writer(tmp_path / "b.db")
    with pytest.raises(RuntimeError, match="another"):
        writer.run(lambda _: writer.run(lambda _: None))
    writer.close()
    with pytest.raises(RuntimeError, match="closed"):
        writer.run(lambda _: None)
    assert not (tmp_path / "b.db-wal").exists()


def test_a_file_that_cannot_be_opened_is_told_at_once(tmp_path: Path):
    with pytest.raises(sqlite3.Error):
        Writer(tmp_path / "no" / "folder.db")


def test_a_full_file_is_told_as_such_and_nothing_is_half_done(writer: Writer):
    def fill(tx: Tx) -> None:
        for number in range(100_000):
            tx.cursor.execute("INSERT INTO n VALUES (?)", (number,))

    writer.run(lambda tx: tx.cursor.execute("CREATE TABLE t (t TEXT)"))

    def small(tx: Tx) -> None:
        pages = tx.cursor.execute("PRAGMA page_count").fetchone()[0]
        tx.cursor.execute(f"PRAGMA max_page_count={pages + 5}").fetchall()

    writer.run(small)
    with pytest.raises(StorageFullError):
        writer.run(fill)
    assert numbers(writer) == []
    writer.run(put(1))  # type: ignore[arg-type]
    assert numbers(writer) == [1]


@pytest.mark.slow
def test_a_file_closes_while_it_is_being_checkpointed(tmp_path: Path):
    for at in range(20):
        writer = Writer(tmp_path / f"{at}.db")
        writer.run(lambda tx: tx.cursor.execute("CREATE TABLE n (n INTEGER)"))
        size = writer.path.stat().st_size
        while at % 2 and writer.path.stat().st_size <= size:
            assert writer._keeper.is_alive()
        writer.close()
        assert not writer._keeper.is_alive()


def test_who_is_interrupted_while_waiting_leaves_no_claim(writer: Writer, monkeypatch):
    held, go, wait = threading.Event(), threading.Event(), writer._turn.wait

    def hold(_: Tx) -> None:
        held.set()
        go.wait()

    def interrupted() -> None:
        raise KeyboardInterrupt

    holder = threading.Thread(target=lambda: writer.run(hold))
    holder.start()
    held.wait()
    monkeypatch.setattr(writer._turn, "wait", interrupted)
    with pytest.raises(KeyboardInterrupt):
        writer.run(lambda _: None)
    monkeypatch.setattr(writer._turn, "wait", wait)
    go.set()
    holder.join()
    job = threading.Thread(target=lambda: writer.run(lambda _: None, JOBS), daemon=True)
    job.start()
    job.join(10)
    assert not job.is_alive()

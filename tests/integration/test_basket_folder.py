"""The folder a till drops its bills into: whatever is dropped ends in done or failed."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest

from app.domain.baskets import SentBasket
from app.domain.till_troubles import TillTrouble
from app.hardware import basket_folder
from app.hardware.basket_folder import BasketFolder
from app.wire.baskets import BasketAnswer
from app.wire.baskets_csv import Money
from tests.helpers.baskets import body, until

CSV = "bill_number,unit_price,total\nA-1,10,10\n"


class Dropped:
    """A watched folder and what was taken from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.taken: list[SentBasket] = []
        self.code = "taken"
        self.troubles: list[TillTrouble | None] = []
        self.noted: list[Exception] = []
        money = Money("INR", 2)
        self.watch = BasketFolder(folder, self._take, money, self._changed, self.noted.append)

    def _take(self, sent: SentBasket, _key: str) -> BasketAnswer:
        if self.code != "disk_full":
            self.taken.append(sent)
        basket = sent.basket
        return BasketAnswer(code=self.code, message="It is recorded.",  # type: ignore[arg-type]
                            source=basket.source, external_id=basket.external_id)  # fmt: skip

    def _changed(self) -> None:
        self.troubles.append(self.watch.trouble)

    def drop(self, name: str, data: bytes | str) -> None:
        """Write a file elsewhere and rename it into the folder, as a careful till does."""
        part = self.folder / f".{name}.part"
        part.write_bytes(data.encode() if isinstance(data, str) else data)
        part.rename(self.folder / name)

    def inside(self, place: str) -> list[str]:
        """The names in done or failed, in order."""
        at = self.folder / place
        return sorted(one.name for one in at.iterdir()) if at.exists() else []

    def reason(self, name: str) -> str:
        """The reason beside a failed file."""
        return (self.folder / "failed" / f"{name}.reason.txt").read_text("utf-8")


@pytest.fixture
def dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dropped]:
    monkeypatch.setattr(basket_folder, "SETTLED_S", 0.4)
    monkeypatch.setattr(basket_folder, "LATER_S", 0.05)
    monkeypatch.setattr(basket_folder, "LOOK_S", 0.2)
    one = Dropped(tmp_path / "till" / "bills")
    yield one
    one.watch.close()


def test_a_bill_that_is_renamed_into_the_folder_is_taken(dropped: Dropped) -> None:
    dropped.watch.start()
    until((dropped.folder / "failed").exists)
    dropped.drop("one.json", body("1"))
    dropped.drop("two.CSV", CSV)
    until(lambda: dropped.inside("done") == ["one.json", "two.CSV"])
    assert [one.basket.number for one in dropped.taken] == ["A-1", "A-1"]
    assert dropped.inside("failed") == []


def test_what_lay_there_is_taken_the_oldest_first(dropped: Dropped) -> None:
    dropped.folder.mkdir(parents=True)
    for at, name in enumerate(("b", "a", "c")):
        dropped.drop(f"{name}.json", body(name))
        os.utime(dropped.folder / f"{name}.json", (1_000 + at, 1_000 + at))
    dropped.watch.start()
    until(lambda: len(dropped.inside("done")) == 3)
    assert [one.basket.external_id for one in dropped.taken] == ["b", "a", "c"]


def test_a_file_that_is_still_written_is_waited_for(dropped: Dropped) -> None:
    dropped.watch.start()
    until((dropped.folder / "failed").exists)
    whole = body()
    with (dropped.folder / "slow.json").open("wb", buffering=0) as file:
        for at in range(0, len(whole), 20):
            file.write(whole[at : at + 20])
            sleep(0.02)  # a till that writes in pieces
    until(lambda: dropped.inside("done") == ["slow.json"])
    assert dropped.inside("failed") == []


def test_a_bill_that_cannot_be_read_fails_with_its_reason(dropped: Dropped) -> None:
    dropped.watch.start()
    until((dropped.folder / "failed").exists)
    dropped.drop("half.json", body()[:50])
    dropped.drop("wrong.json", body(total_minor=5))
    dropped.drop("bytes.csv", b"\x00\x01\x02")
    dropped.drop("empty.csv", b"")
    (dropped.folder / "cut.csv").write_bytes(b"bill_number,unit_price,total\nA-1,10\n")
    names = ["bytes.csv", "cut.csv", "empty.csv", "half.json", "wrong.json"]
    both = sorted([*names, *(f"{name}.reason.txt" for name in names)])
    until(lambda: dropped.inside("failed") == both)
    assert "Send it whole" in dropped.reason("half.json")
    assert dropped.reason("wrong.json").startswith("total_minor: 5 is said")
    assert "Save it as UTF-8" in dropped.reason("bytes.csv")
    assert "The file is empty" in dropped.reason("empty.csv")
    assert dropped.reason("cut.csv").startswith("line 2: has 2 cells")
    assert dropped.taken == []


def test_a_bill_that_is_refused_fails_with_what_was_answered(dropped: Dropped) -> None:
    dropped.code = "closed"
    dropped.watch.start()
    until((dropped.folder / "failed").exists)
    dropped.drop("late.json", body("9"))
    until(lambda: "late.json.reason.txt" in dropped.inside("failed"))
    assert dropped.reason("late.json") == "Bill 9: It is recorded.\n"


def test_the_same_name_twice_keeps_both(dropped: Dropped) -> None:
    dropped.watch.start()
    until((dropped.folder / "failed").exists)
    for at in range(3):
        dropped.drop("bill.json", body(str(at)))
        until(lambda: not (dropped.folder / "bill.json").exists())
    assert dropped.inside("done") == ["bill-2.json", "bill-3.json", "bill.json"]


def test_a_name_used_for_years_is_put_away_with_few_looks(
    dropped: Dropped, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = dropped.folder / "done"
    done.mkdir(parents=True)
    for name in ("bill.json", *(f"bill-{at}.json" for at in range(2, 1_000))):
        (done / name).touch()
    looked: list[Path] = []
    exists = Path.exists

    def counted(path: Path) -> bool:
        if path.parent == done:
            looked.append(path)
        return exists(path)

    monkeypatch.setattr(Path, "exists", counted)
    dropped.drop("bill.json", body("1"))
    dropped.watch.start()
    until(lambda: exists(done / "bill-1000.json"))
    assert len(looked) < 60


def test_a_hundred_files_at_once(dropped: Dropped) -> None:
    dropped.watch.start()
    until((dropped.folder / "failed").exists)
    for at in range(100):
        dropped.drop(f"{at}.json", body(str(at)))
    until(lambda: len(dropped.inside("done")) == 100)
    assert {one.basket.external_id for one in dropped.taken} == {str(at) for at in range(100)}
    assert len(dropped.taken) == 100


def test_other_files_are_left_where_they_are(dropped: Dropped, tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_bytes(body("secret"))
    dropped.folder.mkdir(parents=True)
    (dropped.folder / "notes.txt").write_text("mine")
    (dropped.folder / ".hidden.json").write_bytes(body("hidden"))
    (dropped.folder / "link.json").symlink_to(secret)
    os.mkfifo(dropped.folder / "pipe.json")
    (dropped.folder / "folder.json").mkdir()
    dropped.watch.start()
    dropped.drop("bill.json", body("1"))
    until(lambda: dropped.inside("done") == ["bill.json"])
    assert [one.basket.external_id for one in dropped.taken] == ["1"]
    left = {"notes.txt", ".hidden.json", "link.json", "pipe.json", "folder.json"}
    assert left < {one.name for one in dropped.folder.iterdir()}
    assert secret.exists()


def test_a_full_disk_leaves_the_file_for_later(dropped: Dropped) -> None:
    dropped.code = "disk_full"
    dropped.watch.start()
    until((dropped.folder / "failed").exists)
    dropped.drop("bill.json", body())
    until(lambda: dropped.watch._seen.get("bill.json"))
    assert (dropped.folder / "bill.json").exists()
    dropped.code = "taken"
    until(lambda: dropped.inside("done") == ["bill.json"])


def test_a_folder_that_cannot_be_made_is_told_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(basket_folder, "LOOK_S", 0.05)
    (tmp_path / "file").write_text("in the way")
    dropped = Dropped(tmp_path / "file" / "bills")
    dropped.watch.start()
    until(lambda: dropped.troubles)
    assert dropped.troubles[0] == TillTrouble("away", str(dropped.folder))
    (tmp_path / "file").unlink()
    until(lambda: not dropped.watch.trouble)
    dropped.drop("bill.json", body())
    until(lambda: dropped.inside("done") == ["bill.json"])
    dropped.watch.close()


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.EACCES, "denied"), (errno.EROFS, "denied"), (errno.ENOSPC, "full"),
     (errno.EHOSTDOWN, "away")],
)  # fmt: skip
def test_why_the_folder_cannot_be_used_is_told_apart(
    dropped: Dropped, monkeypatch: pytest.MonkeyPatch, number: int, kind: str
) -> None:
    def fails(_: Path) -> list[tuple[str, os.stat_result]]:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(basket_folder, "_files_in", fails)
    dropped.watch.start()
    until(lambda: dropped.troubles)
    assert dropped.troubles == [(kind, str(dropped.folder))]
    assert dropped.noted == []


def test_what_nobody_foresaw_is_told_and_the_other_files_go_on(dropped: Dropped) -> None:
    take = dropped.watch._take

    def fails(sent: SentBasket, key: str) -> BasketAnswer:
        if sent.basket.external_id == "bad":
            raise RuntimeError("nobody foresaw this")
        return take(sent, key)

    dropped.watch._take = fails
    dropped.watch.start()
    until((dropped.folder / "failed").exists)
    dropped.drop("a-bad.json", body("bad"))
    dropped.drop("good.json", body("1"))
    until(lambda: dropped.inside("done") == ["good.json"] and dropped.troubles)
    assert dropped.troubles[0] == TillTrouble("file", str(dropped.folder))
    assert [str(one) for one in dropped.noted] == ["nobody foresaw this"]
    dropped.watch._take = take
    until(lambda: dropped.inside("done") == ["a-bad.json", "good.json"])
    until(lambda: not dropped.watch.trouble)


def test_a_folder_that_was_replaced_is_watched_again(dropped: Dropped) -> None:
    dropped.watch.start()
    until((dropped.folder / "failed").exists)
    dropped.folder.rename(dropped.folder.with_name("old"))
    until((dropped.folder / "failed").exists)
    dropped.drop("bill.json", body())
    until(lambda: dropped.inside("done") == ["bill.json"])

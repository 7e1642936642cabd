"""The watched folder: a till drops its bills as files, which move to `done/` or `failed/`.

A file that is written elsewhere and then renamed into the folder is taken at once. One that is
written in place is taken when it stops growing; until it has been left alone for a while, what
cannot be read of it may still be on its way.
"""

import errno
import logging
import os
import stat
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any, Final

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from app.domain.baskets import SentBasket
from app.domain.till_troubles import TillTrouble, TroubleKind
from app.hardware.basket_port import TakeBasket
from app.wire.basket_files import read_basket_file
from app.wire.baskets import DOCUMENT_BYTES_MAX, BadBasket, BasketAnswer, Fault
from app.wire.baskets_csv import Money

KINDS: Final = frozenset({".json", ".csv"})
FILE_BYTES_MAX: Final = 16 * DOCUMENT_BYTES_MAX
LOOK_S: Final = 2.0
"""How often the folder is looked at though nothing was heard: network folders say nothing."""
SOON_S: Final = 0.03
STEADY_S: Final = 0.09
"""A file that did not change for so long is read."""
SETTLED_S: Final = 3.0
"""A file that did not change for so long will not change any more: what is wrong with it stays."""
LATER_S: Final = 5.0
REASON: Final = ".reason.txt"

_DENIED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass(slots=True)
class _Seen:
    """A file as it was last looked at; it is left alone before `not_before_s`.

    `reasons` are why it failed once it was read (none: it was taken), and it is only to be moved.
    """

    size: int
    modified_ns: int
    since_s: float
    not_before_s: float = 0.0
    reasons: list[str] | None = None


class BasketFolder:
    """Watches a folder from `start()` to `close()`, on two threads of its own.

    `trouble` says why the folder cannot be used, None when it can; `changed` is called, on one of
    these threads, whenever that is another one, and `note` with what nobody foresaw.
    """

    def __init__(
        self,
        folder: Path,
        take: TakeBasket,
        money: Money,
        changed: Callable[[], None],
        note: Callable[[Exception], None] = lambda _: None,
    ) -> None:
        self.folder = folder
        self.trouble: TillTrouble | None = None
        self._note = note
        self._take = take
        self._money = money
        self._changed = changed
        self._seen: dict[str, _Seen] = {}
        self._moved: set[str] = set()
        self._wake = threading.Event()
        self._closed = threading.Event()
        self._observer: Any = None
        self._watched = 0
        self._thread = threading.Thread(target=self._watch, name="till folder", daemon=True)

    def start(self) -> None:
        """Begin with what lies there already."""
        self._thread.start()

    def close(self) -> None:
        """Finish the file in hand and stop."""
        self._closed.set()
        self._wake.set()
        if self._thread.ident is not None:
            self._thread.join()
        self._unobserve()

    def _watch(self) -> None:
        while not self._closed.is_set():
            self._wake.clear()
            waits = False
            trouble: Exception | None = None
            try:
                self._observe()
                waits, trouble = self._look()
            except OSError as error:
                self._unobserve()
                trouble = error
            self._say(trouble)
            self._wake.wait(SOON_S if waits else LOOK_S)

    def _observe(self) -> None:
        for place in (self.folder, self.folder / "done", self.folder / "failed"):
            place.mkdir(parents=True, exist_ok=True)
        number = self.folder.stat().st_ino
        if self._observer is not None and number != self._watched:
            self._unobserve()  # somebody put another folder in its place
        if self._observer is None:
            # It takes its own end for an error.
            logging.getLogger("watchdog.observers.inotify").setLevel(logging.CRITICAL)
            observer = Observer()
            # With what is inside: a file that leaves for a place nobody watches holds up the news
            # of the next ones by half a second.
            observer.schedule(_Heard(self), str(self.folder), recursive=True)
            with suppress(OSError):  # no more may be watched: it is looked at all the same
                observer.start()
                self._observer, self._watched = observer, number

    def _unobserve(self) -> None:
        observer, self._observer = self._observer, None
        if observer is not None:
            observer.stop()
            observer.join()

    def heard(self, *, moved: str = "") -> None:
        """Look soon; a file that was renamed into the folder is whole."""
        if moved:
            self._moved.add(moved)
        self._wake.set()

    def _look(self) -> tuple[bool, Exception | None]:
        """Take every file that is ready, the oldest first.

        Returns whether others are waited for, and why a file could not be taken or put away.
        """
        now_s, found = monotonic(), _files_in(self.folder)
        names = {name for name, _ in found}
        for name in self._seen.keys() - names:
            del self._seen[name]
        self._moved &= names
        waits = False
        trouble: Exception | None = None
        for name, facts in found:
            if self._closed.is_set():
                break
            seen = self._look_at(name, facts, now_s)
            steady_s = now_s - seen.since_s
            if now_s < seen.not_before_s or not (name in self._moved or steady_s >= STEADY_S):
                waits = True
                continue
            try:
                waits |= not self._handle(name, facts, seen, settled=steady_s >= SETTLED_S)
            except Exception as error:  # noqa: BLE001 - said, and tried again; the others go on
                trouble = error
        return waits, trouble

    def _look_at(self, name: str, facts: os.stat_result, now_s: float) -> _Seen:
        seen = self._seen.get(name)
        if seen is None or (seen.size, seen.modified_ns) != (facts.st_size, facts.st_mtime_ns):
            seen = self._seen[name] = _Seen(facts.st_size, facts.st_mtime_ns, now_s)
        return seen

    def _handle(self, name: str, facts: os.stat_result, seen: _Seen, *, settled: bool) -> bool:
        """Take one file and put it away; False when it has to be looked at again.

        Raises OSError when it cannot be moved; what became of it is remembered then.
        """
        if seen.reasons is None:
            read = self._read(name, facts)
            if isinstance(read, BadBasket) and not settled and name not in self._moved:
                seen.not_before_s = monotonic() + STEADY_S
                return False
            answers = [] if isinstance(read, BadBasket) else [self._take(one, "") for one in read]
            if any(one.code == "disk_full" for one in answers):
                seen.not_before_s = monotonic() + LATER_S
                return False
            seen.reasons = _reasons(read, answers)
        self._put_away(name, seen.reasons)
        return True

    def _read(self, name: str, facts: os.stat_result) -> Sequence[SentBasket] | BadBasket:
        if facts.st_size > FILE_BYTES_MAX:
            return BadBasket((Fault("", f"The file has more than {FILE_BYTES_MAX >> 20} MB."),))
        try:
            handle = os.open(self.folder / name, os.O_RDONLY | os.O_NOFOLLOW)
            with os.fdopen(handle, "rb") as file:
                data = file.read(FILE_BYTES_MAX + 1)
        except OSError as error:
            return BadBasket((Fault("", f"It cannot be read: {error.strerror or error}."),))
        return read_basket_file(name, data, self._money)

    def _put_away(self, name: str, reasons: Sequence[str]) -> None:
        target = _free(self.folder / ("failed" if reasons else "done"), name)
        with suppress(FileNotFoundError):  # the till took it back
            (self.folder / name).rename(target)
        self._seen.pop(name, None)
        self._moved.discard(name)
        if reasons:
            # Whole or not at all, for a till that waits for it.
            new = target.with_name(f".{target.name}.new")
            new.write_text("\n".join(reasons) + "\n", encoding="utf-8")
            new.rename(target.with_name(target.name + REASON))

    def _say(self, error: Exception | None) -> None:
        trouble = _trouble_of(self.folder, error) if error is not None else None
        if trouble == self.trouble:
            return
        self.trouble = trouble
        self._changed()
        if error is not None and not isinstance(error, OSError):
            self._note(error)


class _Heard(FileSystemEventHandler):
    """Tells the folder that something happened in it."""

    def __init__(self, folder: BasketFolder) -> None:
        self._folder = folder

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Whatever it was, the folder looks for itself; only a rename says more."""
        target = Path(os.fsdecode(event.dest_path))
        if event.event_type == "moved" and target.parent == self._folder.folder:
            self._folder.heard(moved=target.name)
        elif event.event_type in {"created", "modified", "closed"}:
            self._folder.heard()


def _trouble_of(folder: Path, error: Exception) -> TillTrouble:
    if not isinstance(error, OSError):
        return TillTrouble("file", str(folder))
    kind: TroubleKind = "away"
    if error.errno in _DENIED:
        kind = "denied"
    elif error.errno in _FULL:
        kind = "full"
    return TillTrouble(kind, str(folder))


def _files_in(folder: Path) -> list[tuple[str, os.stat_result]]:
    """Return the files to take, the oldest first; no hidden ones, links or pipes."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "~")) or Path(entry.name).suffix.lower() not in KINDS:
                continue
            with suppress(FileNotFoundError):
                facts = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(facts.st_mode):
                    found.append((entry.name, facts))
    return sorted(found, key=lambda one: (one[1].st_mtime_ns, one[0]))


def _reasons(read: Sequence[SentBasket] | BadBasket, answers: Sequence[BasketAnswer]) -> list[str]:
    """Return why a file failed, one sentence a line; nothing when all of it was taken."""
    if isinstance(read, BadBasket):
        return [f"{one.field}: {one.message}".removeprefix(": ") for one in read.faults]
    refused = [one for one in answers if one.code in {"closed", "key_reused", "wrong_currency"}]
    taken = [one.external_id for one in answers if one not in refused]
    reasons = [f"Bill {one.external_id}: {one.message}" for one in refused]
    if reasons and taken:
        reasons.append(f"Taken from this file: {', '.join(taken)}.")
    return reasons


def _free(place: Path, name: str) -> Path:
    """Return a name that is free in a folder: bill.json, bill-2.json, bill-3.json.

    Many tills write the same name for years, so the numbers are halved, not counted.
    """
    stem, suffix = Path(name).stem, Path(name).suffix

    def named(number: int) -> Path:
        return place / (name if number == 1 else f"{stem}-{number}{suffix}")

    def is_free(number: int) -> bool:
        target = named(number)
        return not (target.exists() or target.with_name(target.name + REASON).exists())

    taken, free = 0, 1
    while not is_free(free):
        taken, free = free, 2 * free
    while free - taken > 1:
        between = (taken + free) // 2
        taken, free = (taken, between) if is_free(between) else (between, free)
    return named(free)

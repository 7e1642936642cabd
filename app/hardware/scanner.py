"""The one port through which scanned text reaches the screens."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Scanner(QObject):
    """Something that reads codes.

    Emits `scanned(text, source)` on the thread it lives in, with the text as read (what it means
    is for `app.domain.codes.classify`) and the source: "keyboard", "camera", "image" or "fake".
    A scanner starts switched off, does nothing until `start()`, and can be started and stopped
    again and again. It never fails for want of a device: `available` turns False and `problem`
    says in one sentence what is wrong and what to do, with `problem_changed` for each new one.
    """

    scanned = Signal(str, str)
    problem_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problem = ""
        self._running = False
        self.ended_by = ""
        """The key the last scan ended with, "" where none is typed."""

    @property
    def running(self) -> bool:
        """Whether the scanner is switched on."""
        return self._running

    @property
    def available(self) -> bool:
        """Whether, as far as it knows, it could read something when switched on."""
        return not self._problem

    @property
    def problem(self) -> str:
        """What is wrong and what to do, "" when nothing is."""
        return self._problem

    def start(self) -> None:
        """Switch on."""
        self._running = True

    def stop(self) -> None:
        """Switch off; nothing is reported afterwards."""
        self._running = False

    def _set_problem(self, sentence: str) -> None:
        if sentence != self._problem:
            self._problem = sentence
            self.problem_changed.emit(sentence)


class Scanners(Scanner):
    """Several scanners as one: what any of them reads arrives here."""

    def __init__(self, scanners: Iterable[Scanner] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scanners: list[Scanner] = []
        for scanner in scanners:
            self.add(scanner)

    def add(self, scanner: Scanner) -> None:
        """Listen to one more, which is switched on if these are."""
        self._scanners.append(scanner)
        scanner.scanned.connect(lambda *_: self._note_end(scanner))
        scanner.scanned.connect(self.scanned)
        scanner.problem_changed.connect(self._gather_problems)
        if self.running:
            scanner.start()
        self._gather_problems()

    @property
    def available(self) -> bool:  # noqa: D102 - as in Scanner; one working scanner is enough
        return any(scanner.available for scanner in self._scanners)

    def start(self) -> None:  # noqa: D102
        super().start()
        for scanner in self._scanners:
            scanner.start()

    def stop(self) -> None:  # noqa: D102
        super().stop()
        for scanner in self._scanners:
            scanner.stop()

    def _note_end(self, scanner: Scanner) -> None:
        self.ended_by = scanner.ended_by

    def _gather_problems(self) -> None:
        self._set_problem(" ".join(s.problem for s in self._scanners if s.problem))

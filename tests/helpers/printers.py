"""A receipt printer on this machine's own network: a real socket that a test starts and stops."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

OFFLINE, PAPER, DONE = b"\x10\x04\x02", b"\x10\x04\x04", b"\x1d\x72\x01"
FINE = 0x12
CUT = b"\x1dV"


@dataclass
class LoopbackPrinter:
    """What it got so far, one entry for each connection; how it answers is set before.

    `offline` and `paper` are its status bytes, None = it never says; `done` is its answer when it
    has printed. Its paper `ends_after_cut`. It hangs up after so many bytes, and reads at most
    `piece` of them at a time.
    """

    offline: int | None = FINE
    paper: int = FINE
    done: int | None = 0
    hangs_up_after: int | None = None
    ends_after_cut: bool = False
    piece: int = 65_536
    port: int = 0
    jobs: list[bytes] = field(default_factory=list)
    begun: threading.Event = field(default_factory=threading.Event)
    more: threading.Condition = field(default_factory=threading.Condition)

    @property
    def address(self) -> str:
        """What the settings say of it."""
        return f"tcp://127.0.0.1:{self.port}"

    @property
    def whole(self) -> list[bytes]:
        """The jobs that came to the cut at their end."""
        return [job for job in self.jobs if CUT in job]

    def wait_for(self, count: int) -> None:
        """Wait until so many jobs came whole."""
        with self.more:
            assert self.more.wait_for(lambda: len(self.whole) >= count, timeout=30), self.jobs

    def serve(self, listener: socket.socket) -> None:
        """Take one connection after the other until the listener is shut."""
        while True:
            try:
                line, _ = listener.accept()
            except OSError:
                return
            with line:
                self._take(line)

    def _take(self, line: socket.socket) -> None:
        self.jobs.append(b"")
        got = 0
        try:
            while (room := self._room(got)) and (piece := line.recv(room)):
                got += len(piece)
                with self.more:
                    self.jobs[-1] += piece
                    self.more.notify_all()
                if self.ends_after_cut and CUT in self.jobs[-1]:
                    self.offline = FINE | 0x20
                self._answer(line, piece)
                if got > 64:
                    self.begun.set()
        except OSError:
            return

    def _room(self, got: int) -> int:
        """Return how many bytes are read next; 0 when it hangs up."""
        if self.hangs_up_after is None:
            return self.piece
        return min(self.piece, self.hangs_up_after - got)

    def _answer(self, line: socket.socket, piece: bytes) -> None:
        for question, answer in ((OFFLINE, self.offline), (PAPER, self.paper), (DONE, self.done)):
            if question in piece and answer is not None and self.offline is not None:
                line.sendall(bytes([answer]))


@contextmanager
def loopback(**how: object) -> Iterator[LoopbackPrinter]:
    """Start a printer, and stop it."""
    printer = LoopbackPrinter(**how)  # type: ignore[arg-type]
    with socket.create_server(("127.0.0.1", 0)) as listener:
        printer.port = listener.getsockname()[1]
        thread = threading.Thread(target=printer.serve, args=(listener,), name="loopback")
        thread.start()
        try:
            yield printer
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            listener.close()
            thread.join()

"""Receipt printers that speak ESC/POS, through python-escpos.

The connection is opened anew for every slip: one that was switched off and on again answers on no
old one. What a printer says of itself is asked for where it answers; many cheap ones never do.
"""

import shutil
import socket
import threading
from collections.abc import Callable
from io import BytesIO
from types import ModuleType
from typing import Any, Final

from PIL import Image

from app.domain.slips import PrinterFault
from app.hardware.printer import PrintAnswer, Printed, PrinterTrouble

CONNECT_S: Final = 4.0
"""How long a printer is waited for, and how long it may take no byte."""
STATUS_S: Final = 1.0
"""How long it may take to say how it is; after that it is one that never says."""
FINISH_S: Final = 12.0
"""How long it may take to print a slip it has got, before it is asked what is the matter."""

_OFFLINE, _PAPER = b"\x10\x04\x02", b"\x10\x04\x04"  # DLE EOT n: answered at once
_DONE: Final = b"\x1d\x72\x01"  # GS r 1: answered when everything before it is printed
_COVER_OPEN, _PAPER_OUT, _ERROR = 0x04, 0x20, 0x40
_PAPER_END: Final = 0x60
_AT_ONCE: Final = 0x12
"""The bits that are set in answers to DLE EOT, and clear in those to GS r."""
_FRAGMENT: Final = 128
"""Rows of dots in one command: small buffers overflow over more."""

_loading = threading.Lock()


def load_escpos() -> ModuleType:
    """Return python-escpos' printers; the folder it makes for itself at each start is removed."""
    with _loading:
        import escpos.printer  # noqa: PLC0415 - most of a second
        from escpos import capabilities  # noqa: PLC0415

        shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)
        printers: ModuleType = escpos.printer
        return printers


def network(
    host: str,
    port: int,
    dots: int,
    *,
    connect_s: float = CONNECT_S,
    status_s: float = STATUS_S,
    finish_s: float = FINISH_S,
) -> "EscposPrinter":
    """Return a printer at a network address."""

    def opened() -> Any:
        printer = load_escpos().Network(host, port, timeout=connect_s)
        # The library's own way of opening leaves the socket open where nobody answers.
        printer.device = socket.create_connection((host, port), timeout=connect_s)
        return printer

    return EscposPrinter(opened, dots, status_s=status_s, finish_s=finish_s)


def device_file(path: str, dots: int) -> "EscposPrinter":
    """Return a printer that is a device of the system."""
    return EscposPrinter(lambda: _opened("File", path), dots)


def usb(vendor: int, product: int, dots: int) -> "EscposPrinter":
    """Return a printer on USB without a driver of the system; needs the library pyusb."""
    wait_ms = int(CONNECT_S * 1000)
    return EscposPrinter(lambda: _opened("Usb", vendor, product, timeout=wait_ms), dots)


def serial(path: str, baud: int, dots: int) -> "EscposPrinter":
    """Return a printer on a serial line; needs the library pyserial."""
    return EscposPrinter(lambda: _opened("Serial", path, baudrate=baud, timeout=CONNECT_S), dots)


class _LibraryMissingError(Exception):
    """What a sort of connection needs is not installed."""


def _opened(sort: str, *arguments: Any, **options: Any) -> Any:
    printer_class = getattr(load_escpos(), sort)
    if not printer_class.is_usable():
        raise _LibraryMissingError(sort)
    printer = printer_class(*arguments, **options)
    printer.open()
    return printer


class EscposPrinter:
    """One printer; `opened` opens a connection to it.

    `finish_s` is how long it is waited for until it tells that it is done.
    """

    def __init__(
        self,
        opened: Callable[[], Any],
        dots: int,
        *,
        status_s: float = STATUS_S,
        finish_s: float = FINISH_S,
    ) -> None:
        self._opened = opened
        self._dots = dots
        self._status_s = status_s
        self.finish_s = finish_s

    def print(self, picture: bytes, name: str) -> PrintAnswer:  # noqa: ARG002 - for files only
        """Print a picture and cut the paper."""
        with Image.open(BytesIO(picture)) as image:
            image.load()
        if image.width > self._dots:
            return PrinterTrouble("too_wide")
        try:
            device = self._opened()
        except _LibraryMissingError:
            return PrinterTrouble("driver")
        except Exception:  # noqa: BLE001 - every library below has errors of its own
            return PrinterTrouble("away")
        try:
            return self._print(_Line(device), image)
        finally:
            device.close()

    def _print(self, line: "_Line", image: Image.Image) -> PrintAnswer:
        try:
            speaks, fault = line.fault(self._status_s)
        except OSError:
            return PrinterTrouble("away")
        if fault is not None:
            return PrinterTrouble(fault)
        try:
            profile = line.device.profile
            # Else the library says on standard output that it does not know the paper.
            profile.profile_data = {**profile.profile_data, **_media(self._dots)}
            line.device.hw("INIT")
            line.device.image(image, fragment_height=_FRAGMENT)
            line.device.cut()
            if speaks and not line.is_done(self.finish_s):
                _, fault = line.fault(self._status_s)
                if fault is not None:
                    return PrinterTrouble(fault, begun=True)
                # It never tells, so the next slip does not wait as long for it.
                self.finish_s = self._status_s
            line.hang_up(self._status_s)
        except OSError:
            return PrinterTrouble("cut", begun=True)
        return Printed()


def _media(dots: int) -> dict[str, Any]:
    return {"media": {"width": {"pixels": dots}}}


class _Line:
    """An open connection, and what a printer can be asked over a network."""

    def __init__(self, device: Any) -> None:
        self.device = device
        found = device.device
        self._socket = found if isinstance(found, socket.socket) else None

    def fault(self, wait_s: float) -> tuple[bool, PrinterFault | None]:
        """Return whether the printer says how it is, and what is the matter with it.

        Raises OSError when the connection is gone.
        """
        offline = self._ask(_OFFLINE, wait_s, _AT_ONCE)
        if offline is None:
            return False, None
        paper = self._ask(_PAPER, wait_s, _AT_ONCE) or 0
        if offline & _COVER_OPEN:
            return True, "cover_open"
        if offline & _PAPER_OUT or paper & _PAPER_END == _PAPER_END:
            return True, "no_paper"
        return True, "fault" if offline & _ERROR else None

    def is_done(self, wait_s: float) -> bool:
        """Say whether the printer tells that it has printed everything. Raises OSError."""
        return self._ask(_DONE, wait_s, 0) is not None

    def hang_up(self, wait_s: float) -> None:
        """End what is sent and let the printer read it all: closing at once may lose the rest."""
        if self._socket is None:
            return
        self._socket.shutdown(socket.SHUT_WR)
        self._socket.settimeout(wait_s)
        try:
            while self._socket.recv(64):
                pass
        except TimeoutError:
            return

    def _ask(self, question: bytes, wait_s: float, sign: int) -> int | None:
        """Return the byte that answers a question, known by its `sign`; None when none comes."""
        if self._socket is None:
            return None
        patience_s = self._socket.gettimeout()
        self._socket.sendall(question)
        self._socket.settimeout(wait_s)
        try:
            while answer := self._socket.recv(1):
                # One that comes late is the answer to an earlier question.
                if answer[0] & _AT_ONCE == sign:
                    return answer[0]
        except TimeoutError:
            return None
        finally:
            self._socket.settimeout(patience_s)
        raise ConnectionResetError("the printer closed the connection")

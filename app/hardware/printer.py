"""The receipt printer: what it can be asked, where it is, and printers that are files.

What its settings may say: tcp://HOST:9100 (a network printer), file:///dev/usb/lp0 (a device of
the system), usb://04b8:0202 (vendor and product), serial:///dev/ttyUSB0?baud=9600, or nothing:
then slips are kept as PDF files.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import SplitResult, parse_qs, urlsplit

from app.domain.slips import DOTS, PaperMm, PrinterFault

SLIPS: Final = "slips"
"""The folder in a shop's own where slips are kept when there is no printer."""

_DOTS_PER_INCH: Final = 203
_TCP_PORT: Final = 9100
_BAUD: Final = 9600


@dataclass(frozen=True, slots=True)
class Printed:
    """It is on paper, as far as a printer tells; `file` is where it was kept instead."""

    file: str = ""


@dataclass(frozen=True, slots=True)
class PrinterTrouble:
    """It is not on paper; of what was `begun` part may be."""

    reason: PrinterFault
    begun: bool = False


PrintAnswer = Printed | PrinterTrouble


class Printer(Protocol):
    """Prints one picture after the other; may wait for many seconds, never on a screen's thread."""

    def print(self, picture: bytes, name: str) -> PrintAnswer:
        """Print a PNG of one bit a dot; `name` is a stem for a file of it."""


class AddressError(ValueError):
    """The printer's address in the settings cannot be understood; the text says what may stand."""


def printer_of(address: str, paper_mm: PaperMm, folder: Path) -> Printer:
    """Return the printer that the settings of the shop in `folder` name; nothing is opened yet.

    Raises AddressError.
    """
    if not address:
        return PdfPrinter(folder / SLIPS)
    from app.hardware import printer_escpos as escpos  # noqa: PLC0415 - where one is plugged in

    dots = DOTS[paper_mm]
    try:
        parts = urlsplit(address)
        match parts.scheme:
            case "tcp" if parts.hostname:
                return escpos.network(parts.hostname, parts.port or _TCP_PORT, dots)
            case "file" if parts.path:
                return escpos.device_file(parts.path, dots)
            case "usb":
                vendor, product = parts.netloc.split(":")
                return escpos.usb(int(vendor, 16), int(product, 16), dots)
            case "serial" if parts.path:
                return escpos.serial(parts.path, _baud_of(parts), dots)
    except ValueError as error:
        raise _not_understood(address) from error
    raise _not_understood(address)


def _baud_of(parts: SplitResult) -> int:
    return int(parse_qs(parts.query).get("baud", [str(_BAUD)])[0])


def _not_understood(address: str) -> AddressError:
    return AddressError(
        f'the printer "{address}" cannot be understood. Write tcp://HOST:9100, file:///dev/usb/lp0,'
        " usb://VENDOR:PRODUCT, serial:///dev/ttyUSB0?baud=9600, or nothing for PDF files."
    )


class PdfPrinter:
    """Keeps slips as PDF files, as wide as the paper."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def print(self, picture: bytes, name: str) -> PrintAnswer:
        """Write the file; the same name is written anew, so that nothing is there twice."""
        from PIL import Image  # noqa: PLC0415 - heavy

        path = self._folder / f"{name}.pdf"
        part = path.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with Image.open(BytesIO(picture)) as image, part.open("wb") as out:
                image.convert("1").save(out, "PDF", resolution=_DOTS_PER_INCH)
            part.replace(path)
        except OSError:
            return PrinterTrouble("disk")
        return Printed(str(path))


class FakePrinter:
    """A printer in memory: keeps what it prints, and has the trouble it is told to have."""

    def __init__(self) -> None:
        self.pictures: list[bytes] = []
        self.names: list[str] = []
        self.trouble: PrinterTrouble | None = None

    def print(self, picture: bytes, name: str) -> PrintAnswer:
        """Keep the picture, or answer with the trouble."""
        if self.trouble is not None:
            return self.trouble
        self.pictures.append(picture)
        self.names.append(name)
        return Printed()

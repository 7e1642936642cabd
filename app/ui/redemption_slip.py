"""The slip of a voucher, printed again at the redemption screen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app.domain.codes import VoucherNumber, short_number
from app.ui.redemption_answers import Saying, thing_of
from app.ui.redemption_lookup import SeenVoucher
from app.ui.words import translate


def print_slip(seen: SeenVoucher, saying: Saying, shop_name: str) -> Callable[[], Path]:
    """Return what saves the slip among the user's documents and returns its file.

    The words are said here, in the language in force; the file is written wherever the result is
    called. That raises OSError when it cannot be written.
    """
    number = VoucherNumber(seen.number)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    name = f"sikka-{short_number(number)}-reprint.pdf"
    path = Path(QStandardPaths.writableLocation(documents)) / name
    mark = translate("redemption", "REPRINT")
    until = translate("redemption", "Good until {day}").format(day=saying.day(seen.view.held.until))
    ticket, thing = str(seen.ticket or ""), thing_of(seen, saying)

    def write() -> Path:
        from app.hardware.voucher_slip import Slip, write_slip  # noqa: PLC0415 - heavy

        path.parent.mkdir(parents=True, exist_ok=True)
        write_slip(path, Slip(number, shop_name, thing, until, ticket, mark))
        return path

    return write

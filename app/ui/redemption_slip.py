"""The slip of a voucher, printed again at the redemption screen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app.domain.codes import VoucherNumber, short_number
from app.services.prints import PrintQueued
from app.ui.desk import Desk
from app.ui.print_sentences import standing_sentence
from app.ui.redemption_answers import Saying, thing_of
from app.ui.redemption_lookup import SeenVoucher
from app.ui.words import translate


def reprint(desk: Desk, seen: SeenVoucher, saying: Saying) -> Callable[[], str]:
    """Return what prints the slip, or saves it where there is no printer, and says so.

    That raises OSError when it can be neither printed nor saved.
    """
    shop, language = desk.shop, desk.language
    printing = shop.printing
    if printing is None or printing.to_files:
        write = print_slip(seen, saying, desk.say(shop.programme.name))
        ready = translate("redemption", "Ready to print: {file}")
        return lambda: ready.format(file=write().name)
    printed = translate("redemption", "The slip is being printed.")
    trouble = standing_sentence(printing.standing(), desk.money)

    def work() -> str:
        from app.services.slips import voucher_slip  # noqa: PLC0415 - heavy

        slip = voucher_slip(shop, seen.view.held, seen.ticket, language, reprint=True)
        outcome = printing.put(slip)
        if not isinstance(outcome, PrintQueued):
            raise OSError(outcome)
        return trouble or printed

    return work


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

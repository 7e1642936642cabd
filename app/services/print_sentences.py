"""Why a printer prints nothing and what to do; English, for the command line."""

from typing import Final

from app.domain.slips import PrinterFault

_SENTENCES: Final[dict[PrinterFault, str]] = {
    "away": "The printer does not answer. Check that it is switched on and its cable is in, and"
    " its address in settings.toml.",
    "no_paper": "The printer has no paper. Put in a new roll.",
    "cover_open": "The printer's cover is open. Close it.",
    "fault": "The printer reports a fault. Look at its lights, switch it off and on.",
    "cut": "The connection to the printer broke off in the middle. Check its cable.",
    "stuck": "The printer takes the slip but does not go on. Check paper and cover.",
    "undrawn": "The slip could not be made. `sikka support-bundle` gathers what is known of it.",
    "too_wide": "The slip is wider than the printer's paper. Set paper_mm in settings.toml to 58.",
    "address": "The printer's address in settings.toml cannot be understood. Write"
    " tcp://HOST:9100, file:///dev/usb/lp0, usb://VENDOR:PRODUCT or"
    " serial:///dev/ttyUSB0?baud=9600.",
    "driver": "What this sort of printer needs is not installed: pyusb for usb://, pyserial for"
    " serial://. A printer at file:///dev/usb/lp0 needs nothing.",
    "disk": "The slip could not be kept: the disk is full or the folder cannot be written.",
}


def fault_sentence(fault: PrinterFault) -> str:
    """Return what is the matter and what to do."""
    return _SENTENCES[fault]

"""A card or voucher number as a QR code."""

import qrcode

QUIET = 4
"""Modules of white around the code, as ISO/IEC 18004 asks."""


def qr_modules(number: str) -> list[list[bool]]:
    """Return rows of dark modules without the quiet zone: 21 x 21 for our own numbers.

    Error correction Q: a quarter of the code may be scratched.
    """
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_Q, border=0)
    code.add_data(number)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.modules]

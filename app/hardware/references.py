"""Keep Python's singletons alive under PySide6 on Python 3.11.

PySide6 6.12 returns None and True to Python 3.11 without taking a reference (every Qt method that
returns nothing, every signal that is emitted). From 3.12 on these objects never die; on 3.11 their
count falls with each call, and after some thousands the interpreter stops with "deallocating
None". Measured: 300 calls of QTimer.stop() take 300 references from None.
"""

import ctypes
import sys

# Beyond what a station can use up: two thousand years at a million Qt calls a second.
_PLENTY = 1 << 56


def protect_singletons() -> None:
    """Give None, True and False more references than Qt can lose; needed once, before Qt is used.

    Does nothing from Python 3.12 on. The count is the first machine word of every CPython object.
    """
    if sys.version_info >= (3, 12) or sys.getrefcount(None) > _PLENTY // 2:
        return
    for singleton in (None, True, False):
        ctypes.c_ssize_t.from_address(id(singleton)).value += _PLENTY

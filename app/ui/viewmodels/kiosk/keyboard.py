"""The kiosk's own keyboard: which characters are on its keys."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.domain.inscript import on_key
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

Letters = Literal["latin", "hindi"]
Layout = tuple[str, str, str, str]
"""Four rows of keys, blanks between the keys."""

_DIGITS: Final = "1 2 3 4 5 6 7 8 9 0"
_LATIN: Final = (_DIGITS, "q w e r t y u i o p", "a s d f g h j k l", "z x c v b n m . - '")
# The keys of InScript by what a US keyboard has there; letters Hindi does not use are left out.
_HINDI_KEYS: Final = ("qwertyuiop[", "asdfghjkl;'", "xcvbnm/=]\\")
_HINDI_SHIFTED_KEYS: Final = ("QWERTYUIOP{", 'ASDFGHKL:"}', "XCM<>|+_@!")
# What InScript has on shifted digits: several characters on one key, so not in its table.
_HINDI_SHIFTED_DIGITS: Final = "1 2 ्र र् ज्ञ त्र क्ष श्र 9 0"


@dataclass(frozen=True, slots=True)
class KeyboardInputs:
    """Which letters, and whether the next one is from the shifted layer."""

    letters: Letters = "latin"
    shifted: bool = False
    hindi: bool = True


@dataclass(frozen=True, slots=True)
class KeyboardProps:
    """What QML reads: the keys of four rows with blanks between; `other` changes the letters."""

    first: str = ""
    second: str = ""
    third: str = ""
    fourth: str = ""
    shifted: bool = False
    other: str = ""


def layout_of(letters: Letters, *, shifted: bool) -> Layout:
    """Return what is on the keys."""
    if letters == "hindi":
        digits = _HINDI_SHIFTED_DIGITS if shifted else _DIGITS
        keys = _HINDI_SHIFTED_KEYS if shifted else _HINDI_KEYS
        second, third, fourth = (" ".join(on_key(us) for us in row) for row in keys)
        return digits, second, third, fourth
    if shifted:
        digits, second, third, fourth = (row.upper() for row in _LATIN)
        return digits, second, third, fourth
    return _LATIN


def derive_keyboard(inputs: KeyboardInputs) -> KeyboardProps:
    """Return what the keyboard shows."""
    rows = layout_of(inputs.letters, shifted=inputs.shifted)
    other = "ABC" if inputs.letters == "hindi" else "कखग"
    return KeyboardProps(*rows, inputs.shifted, other if inputs.hindi else "")


@QmlElement
@QmlUncreatable("built by the kiosk")
class KeyboardViewModel(KioskScreen, props=KeyboardProps):
    """Letters of the language that is spoken first; Devanagari only where the shop speaks Hindi."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._inputs = KeyboardInputs()
        self.open()

    @Slot()
    def open(self) -> None:
        """Begin with the letters of the language, and with a capital."""
        desk = self.kiosk.desk
        hindi = desk.language == "hi"
        self._change(
            letters="hindi" if hindi else "latin",
            shifted=not hindi,
            hindi="hi" in desk.shop.programme.languages,
        )

    def refresh(self) -> None:
        """Follow another language."""
        self.open()

    def wipe(self) -> None:
        """Begin anew for the next one."""
        self.open()

    @Slot()
    def shift(self) -> None:
        """Show the other layer for one letter."""
        self._change(shifted=not self._inputs.shifted)

    @Slot()
    def change(self) -> None:
        """Show the other letters."""
        letters: Letters = "latin" if self._inputs.letters == "hindi" else "hindi"
        self._change(letters=letters, shifted=False)

    @Slot()
    def typed(self) -> None:
        """Go back from the shifted layer: it is for one letter."""
        if self._inputs.shifted:
            self._change(shifted=False)

    def _change(self, **changes: object) -> None:
        self._inputs = replace(self._inputs, **changes)  # type: ignore[arg-type]
        self.show(derive_keyboard(self._inputs))

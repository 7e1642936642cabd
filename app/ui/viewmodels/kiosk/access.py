"""How the kiosk is shown to this person: text, contrast, motion, reach, voice."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.domain.preferences import Preferences
from app.services.preferences import preferences_of, set_preferences
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class AccessProps:
    """What QML reads: which of the switches are on; `voice` = reading aloud can be chosen.

    `screenMm` is how wide the panel is in millimetres, 0 = as it says itself.
    """

    largeText: bool = False
    highContrast: bool = False
    reducedMotion: bool = False
    lowReach: bool = False
    readAloud: bool = False
    voice: bool = False
    screenMm: int = 0


_SWITCHES = {
    "largeText": "large_text",
    "highContrast": "high_contrast",
    "reducedMotion": "reduced_motion",
    "lowReach": "low_reach",
    "readAloud": "read_aloud",
}


def derive_access(chosen: Preferences, *, voice: bool = False, screen_mm: int = 0) -> AccessProps:
    """Return the switches as QML reads them; nothing is read aloud without a `voice`."""
    switches = {shown: getattr(chosen, kept) for shown, kept in _SWITCHES.items()}
    switches["readAloud"] = voice and chosen.read_aloud
    return AccessProps(**switches, voice=voice, screenMm=screen_mm)


@QmlElement
@QmlUncreatable("built by the kiosk")
class AccessViewModel(KioskScreen, props=AccessProps):
    """Switches on the first screen; what a member chose is there again at the next visit."""

    def __init__(self, kiosk: Kiosk, *, voice: bool = False, screen_mm: int = 0) -> None:
        super().__init__(kiosk)
        self._voice = voice
        self._screen_mm = screen_mm
        self._chosen = Preferences()
        self._touched = False
        self._change(self._chosen)

    @property
    def touched(self) -> bool:
        """Whether somebody switched anything since the last visit ended."""
        return self._touched

    def begin(self, member: str) -> None:
        """Take over what the member chose before, or keep for them what is switched on now."""
        shop = self.kiosk.shop
        if self._touched:
            self._keep()
        else:
            self.kiosk.ask(lambda: preferences_of(shop, member), self._change)

    def wipe(self) -> None:
        """Switch everything off for the next one."""
        self._touched = False
        self._change(Preferences())

    @Slot(str)
    def toggle(self, switch: str) -> None:
        """Switch one on or off."""
        kept = _SWITCHES[switch]
        self._touched = True
        self._change(replace(self._chosen, **{kept: not getattr(self._chosen, kept)}))
        self._keep()

    def _keep(self) -> None:
        shop, member, chosen = self.kiosk.shop, self.kiosk.member, self._chosen
        if member:
            self.kiosk.ask(lambda: set_preferences(shop, member, chosen), lambda _: None)

    def _change(self, chosen: Preferences) -> None:
        self._chosen = chosen
        self.show(derive_access(chosen, voice=self._voice, screen_mm=self._screen_mm))

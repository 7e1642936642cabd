"""The kiosk for everybody: large, clear, still, low, aloud; and remembered."""

import pytest
from PySide6.QtGui import QAccessible

from app.domain.inscript import to_us_keys
from app.domain.preferences import Preferences
from app.services.preferences import preferences_of, set_preferences
from app.ui.viewmodels.kiosk.access import derive_access
from app.ui.viewmodels.kiosk.keyboard import layout_of
from app.ui.voice import MOST, sentences
from tests.helpers.keys import accessible, items
from tests.helpers.kiosk import KioskStage

pytestmark = pytest.mark.slow

MM = 3.78
NAME = QAccessible.Text.Name
LABELS = {
    "largeText": "Large text",
    "highContrast": "Strong contrast",
    "reducedMotion": "No motion",
    "lowReach": "Lower down",
}


class Heard:
    """A voice that remembers what it said."""

    available = True

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self.stopped = 0

    def say(self, text: str, language: str) -> None:
        self.said.append((text, language))

    def stop(self) -> None:
        self.stopped += 1


def arrive(stage: KioskStage) -> None:
    stage.scanner.scan(stage.member.cards[-1].number)
    stage.settle()
    stage.go("home")


class TestSwitches:
    @pytest.mark.parametrize(("name", "label"), LABELS.items())
    def test_each_is_on_the_first_screen(self, kiosk: KioskStage, name: str, label: str):
        kiosk.tap(label)
        assert getattr(kiosk.vm.access.props, name)
        kiosk.tap(label)
        assert not getattr(kiosk.vm.access.props, name)

    def test_what_was_chosen_before_a_visit_is_kept_for_the_member(self, kiosk: KioskStage):
        kiosk.tap("Large text")
        arrive(kiosk)
        kiosk.tap("Finish")
        assert preferences_of(kiosk.shop, kiosk.member.member).large_text
        assert not kiosk.vm.access.props.largeText
        arrive(kiosk)
        assert kiosk.vm.access.props.largeText

    def test_a_member_finds_them_as_they_were(self, kiosk: KioskStage):
        chosen = Preferences(high_contrast=True, low_reach=True)
        set_preferences(kiosk.shop, kiosk.member.member, chosen)
        arrive(kiosk)
        assert kiosk.vm.access.props.highContrast
        assert kiosk.vm.access.props.lowReach

    def test_changed_during_a_visit(self, kiosk: KioskStage):
        arrive(kiosk)
        kiosk.go("access")
        kiosk.tap("No motion. Nothing moves on the screen")
        assert preferences_of(kiosk.shop, kiosk.member.member) == Preferences(reduced_motion=True)

    def test_the_next_member_starts_without(self, kiosk: KioskStage):
        set_preferences(kiosk.shop, kiosk.member.member, Preferences(large_text=True))
        arrive(kiosk)
        kiosk.tap("Finish")
        kiosk.scanner.scan(kiosk.other.cards[-1].number)
        kiosk.settle()
        assert not kiosk.vm.access.props.largeText

    def test_large_text_is_larger(self, kiosk: KioskStage):
        def sizes() -> list[int]:
            return [
                item.property("font").pixelSize()
                for item in items(kiosk.window.contentItem())
                if item.property("text") and item.property("lineHeight") is not None
            ]

        before = min(sizes())
        assert before >= 24
        kiosk.vm.access.toggle("largeText")
        kiosk.settle()
        assert min(sizes()) > before


def test_a_panel_that_lies_about_its_size_is_put_right(open_kiosk):
    def height(kiosk: KioskStage) -> int:
        return min(
            node.rect().height()
            for node in accessible(kiosk.window)
            if node.text(NAME) in kiosk.names()
        )

    kiosk = open_kiosk()
    wide = kiosk.window.screen().size().width()
    as_it_says = height(kiosk)
    assert height(open_kiosk(screen_mm=wide // 5)) >= 18 * 5 > as_it_says


class TestLowReach:
    @pytest.mark.parametrize("screen", ["attract", "signin", "home", "access"])
    def test_everything_to_tap_is_in_the_lower_part(self, open_kiosk, screen: str):
        kiosk = open_kiosk(size=(1080, 1920))
        if screen == "home":
            arrive(kiosk)
        kiosk.go(screen)
        kiosk.vm.access.toggle("lowReach")
        kiosk.settle()
        tops = [
            node.rect().top() - kiosk.window.y()
            for node in accessible(kiosk.window)
            if node.text(NAME) in kiosk.names()
        ]
        assert min(tops) >= 1920 * 0.3


class TestKeyboard:
    def wanted(self, kiosk: KioskStage) -> None:
        arrive(kiosk)
        kiosk.go("join")

    @pytest.mark.parametrize("size", [(1024, 768), (1080, 1920), (1920, 1080)])
    def test_keys_are_18_millimetres(self, open_kiosk, size: tuple[int, int]):
        kiosk = open_kiosk(size=size)
        self.wanted(kiosk)
        keys = [
            node.rect()
            for node in accessible(kiosk.window)
            if len(node.text(NAME)) == 1 and node.text(NAME).isalpha()
        ]
        assert len(keys) >= 26
        assert min(box.height() for box in keys) >= 18 * MM - 1
        assert min(box.width() for box in keys) >= 18 * MM - 1

    def test_it_is_there_only_for_letters(self, kiosk: KioskStage):
        kiosk.go("signin")
        assert "Space" not in kiosk.names()
        self.wanted(kiosk)
        assert "Space" in kiosk.names()

    def test_it_is_put_away_with_a_key_and_comes_back_with_a_tap(self, kiosk: KioskStage):
        self.wanted(kiosk)
        kiosk.tap("Put the keyboard away")
        assert "Space" not in kiosk.names()
        kiosk.tap("Name")
        assert "Space" in kiosk.names()

    def test_devanagari_lies_where_inscript_has_it(self):
        _, top, home, _ = layout_of("hindi", shifted=False)
        assert to_us_keys("".join(top.split())) == "qwertyuiop["
        assert to_us_keys("".join(home.split())) == "asdfghjkl;'"

    def test_every_hindi_letter_is_there(self):
        keys = {
            key
            for shifted in (False, True)
            for row in layout_of("hindi", shifted=shifted)
            for key in row.split()
        }
        letters = "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौ्ंःँ़"
        assert not set(letters) - keys

    def test_every_row_has_room_for_its_keys(self):
        for letters in ("latin", "hindi"):
            for shifted in (False, True):
                rows = layout_of(letters, shifted=shifted)
                assert max(len(row.split()) for row in rows) <= 12


class TestAloud:
    def test_without_a_voice_it_is_not_offered(self, kiosk: KioskStage):
        assert "Read aloud" not in kiosk.names()
        chosen = derive_access(Preferences(read_aloud=True), voice=False)
        assert not chosen.readAloud

    def test_screens_are_read_in_the_language_spoken(self, open_kiosk, qtbot):
        voice = Heard()
        kiosk = open_kiosk(voice=voice)
        kiosk.tap("Read aloud")
        qtbot.waitUntil(lambda: any("Asha Kirana" in text for text, _ in voice.said))
        assert {language for _, language in voice.said} == {"en"}
        voice.said.clear()
        kiosk.vm.setLanguage("hi")
        kiosk.go("signin")
        qtbot.waitUntil(lambda: bool(voice.said))
        assert {language for _, language in voice.said} == {"hi"}

    def test_what_has_the_focus_is_read(self, open_kiosk, qtbot):
        voice = Heard()
        kiosk = open_kiosk(voice=voice)
        kiosk.vm.access.toggle("readAloud")
        kiosk.go("signin")
        qtbot.waitUntil(lambda: bool(voice.said))
        voice.said.clear()
        fields = [
            item
            for item in items(kiosk.window.contentItem())
            if item.metaObject().className().startswith("KeyedField")
        ]
        field = fields[1]
        field.forceActiveFocus()
        assert ("PIN", "en") in voice.said

    def test_an_answer_is_read(self, open_kiosk):
        voice = Heard()
        kiosk = open_kiosk(voice=voice)
        kiosk.vm.access.toggle("readAloud")
        kiosk.scanner.scan("upi://pay?pa=kirana@bank&pn=Sharma")
        kiosk.settle()
        assert any("UPI" in text for text, _ in voice.said)

    def test_it_stops_when_switched_off(self, open_kiosk):
        voice = Heard()
        kiosk = open_kiosk(voice=voice)
        kiosk.vm.access.toggle("readAloud")
        kiosk.vm.access.toggle("readAloud")
        assert voice.stopped
        voice.said.clear()
        kiosk.go("signin")
        kiosk.settle()
        assert voice.said == []

    def test_a_screen_is_read_from_its_top_and_not_for_ever(self, kiosk: KioskStage):
        found = sentences(kiosk.window)
        assert found[0] == "Asha Kirana"
        assert "Show your card to see your coins" in found
        assert len(found) <= MOST

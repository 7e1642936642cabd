"""A burst of keys is a scan only where a hand could not have typed it."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.codes import mint_card
from app.hardware.scanner_keyboard import _is_code, _is_own
from app.hardware.wedge import Key, WedgeSettings, find_scan, text_of

CARD = mint_card(bytes(range(16)), "7F")
GTIN = "8901030865275"


def keys(text: str, gap_ms: int, start_ms: int = 0) -> list[Key]:
    return [Key(c, start_ms + i * gap_ms) for i, c in enumerate(text)]


def scanned(typed: list[Key], end_gap_ms: int, settings: WedgeSettings | None = None) -> str | None:
    start = find_scan(
        typed,
        typed[-1].at_ms + end_gap_ms,
        settings or WedgeSettings(),
        is_own=_is_own,
        is_code=_is_code,
    )
    return None if start is None else text_of(typed[start:])


@pytest.mark.parametrize("gap_ms", [0, 1, 5, 20, 35])
@pytest.mark.parametrize("text", [CARD, GTIN, "RICE-5KG", "upi://pay?pa=a@b&pn=" + "x" * 200])
def test_a_scanners_speed_proves_a_scan(text, gap_ms):
    assert scanned(keys(text, gap_ms), gap_ms) == text


def test_a_slow_scanner_is_believed_only_for_our_own_numbers():
    assert scanned(keys(CARD, 95), 95) == CARD
    assert scanned(keys(GTIN, 60), 60) is None
    assert scanned(keys(CARD, 101), 101) is None
    assert scanned(keys(CARD[:-1] + "2", 60), 60) is None
    assert scanned(keys(CARD, 95), 95, WedgeSettings(longest_ms=1000)) is None


@given(st.lists(st.tuples(st.sampled_from("0123456789abc "), st.integers(40, 400)), min_size=1))
def test_no_typist_is_taken_for_a_scanner(strokes):
    typed, now = [], 0
    for character, gap_ms in strokes:
        now += gap_ms
        typed.append(Key(character, now))
    for end_gap_ms in (40, 80, 200):
        assert scanned(typed, end_gap_ms) is None


@pytest.mark.parametrize(
    ("text", "gap_ms"),
    [("1234", 25), ("9876543210", 100), ("9876543210", 50), ("1111111", 36), ("123", 1), ("A", 0)],
)
def test_rolled_digits_and_ten_keys_a_second_stay_typing(text, gap_ms):
    assert scanned(keys(text, gap_ms), gap_ms) is None


def test_a_short_scan_must_be_twice_as_fast():
    assert scanned(keys("4711", 10), 10) == "4711"
    assert scanned(keys("4711", 20), 20) is None


def test_a_scanners_hiccup_does_not_cut_a_code_in_two():
    # 12 of the 13 digits might pass as another article: the whole is the scan.
    typed = [*keys(GTIN[:1], 0), *keys(GTIN[1:], 5, 55)]
    assert scanned(typed, 5) == GTIN


@pytest.mark.parametrize("code", [CARD, GTIN])
@pytest.mark.parametrize("before_ms", [40, 60, 90, 150])
@pytest.mark.parametrize("last", "10 a")
def test_what_a_hand_typed_just_before_is_not_part_of_the_scan(code, before_ms, last):
    hand = keys("12 a" + last, 90)
    assert scanned([*hand, *keys(code, 10, hand[-1].at_ms + before_ms)], 10) == code


def test_a_card_needs_no_gap_before_it():
    assert scanned(keys("x7" + CARD, 10), 10) == CARD
    assert scanned(keys(" -" + CARD, 10), 10) == CARD
    assert scanned(keys("]Q1" + CARD, 10), 10) == "]Q1" + CARD


def test_a_prefix_proves_any_speed():
    settings = WedgeSettings(prefix="\x02")
    assert scanned(keys("12\x02AB34", 90), 90, settings) == "\x02AB34"
    assert scanned(keys("12AB34", 90), 90, settings) is None


def test_a_clock_that_jumps_back_breaks_the_burst():
    assert scanned([*keys(GTIN[:6], 5, 900), *keys(GTIN[6:], 5, 0)], 5) == GTIN[6:]


def test_the_keyboard_scanner_brings_no_camera_and_no_decoder():
    probe = (
        "import sys, app.hardware.scanner_keyboard, app.hardware.scanner_camera,"
        "app.hardware.scanner_image, app.hardware.scanner_fake;"
        "print([m for m in ('zxingcpp', 'PIL', 'PySide6.QtMultimedia') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"

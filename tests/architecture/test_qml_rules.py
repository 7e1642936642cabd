"""The UI law: looks live in the Style module, and QML gets its data by typed properties."""

import re
from pathlib import Path

import pytest

from tests.helpers.tree import texts

STYLE = Path("resources/qml/Sikka/Style")
COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)
COLOUR = re.compile(
    r"""["']\#[0-9a-fA-F]{3,8}["']|Qt\.(?:rgba|hsla|hsva|color)\(\s*["'\d]"""
    r"""|[cC]olor\s*:\s*["'](?!transparent["'])\w+["']""",
    re.VERBOSE,
)
DURATION = re.compile(r"\bduration\s*:\s*[1-9]\d*")
FONT_SIZE = re.compile(r"\b(?:pixelSize|pointSize)\s*:\s*[1-9]\d*")


def offences(pattern: re.Pattern[str], text: str) -> list[str]:
    """Return what `pattern` finds in QML text outside its comments."""
    return pattern.findall(COMMENT.sub("", text))


@pytest.mark.parametrize(
    ("pattern", "bad", "good"),
    [
        (COLOUR, 'color: "#ffd700"', "color: Theme.gold"),
        (COLOUR, 'border.color: "red"', 'color: "transparent"'),
        (COLOUR, "color: Qt.rgba(1, 0, 0, 1)", "color: Qt.alpha(Theme.gold, opacity)"),
        (DURATION, "duration: 200", "duration: Theme.quick"),
        (FONT_SIZE, "font.pixelSize: 12", "font.pixelSize: Theme.body"),
    ],
)
def test_the_finders_find(pattern: re.Pattern[str], bad: str, good: str):
    assert offences(pattern, bad)
    assert not offences(pattern, good)
    assert not offences(pattern, f"// {bad}")


@pytest.mark.parametrize("pattern", [COLOUR, DURATION, FONT_SIZE], ids=["colour", "time", "font"])
def test_only_the_style_module_says_how_things_look(pattern: re.Pattern[str]):
    found = {
        str(path): hits
        for path, text in texts(".qml", ".js", under="resources/qml").items()
        if not path.is_relative_to(STYLE) and (hits := offences(pattern, text))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("folder", "banned"),
    [
        ("app", "setContextProperty"),
        ("app", "setContextObject"),
        ("app", "QtWidgets"),
    ],
)
def test_nobody_uses(folder: str, banned: str):
    users = [
        str(path) for path, text in texts(".py", ".qml", under=folder).items() if banned in text
    ]
    assert users == []


def test_effects_have_a_fallback_where_there_is_no_gpu():
    """With software rendering an item under such an effect vanishes without a word."""
    ungated = [
        str(path)
        for path, text in texts(".qml").items()
        if re.search(r"\b(?:MultiEffect|ShaderEffect)\b", text) and "GraphicsInfo" not in text
    ]
    assert ungated == []


def test_each_qml_file_fits_on_a_few_screens():
    lines = {str(path): text.count("\n") for path, text in texts(".qml").items()}
    assert {path: count for path, count in lines.items() if count > 350} == {}

"""What was done, in a headline and a line of detail."""

import pytest

from app.ui.confirmations import and_then, effects_told
from app.ui.return_desk import EffectRow


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("", "Say: “Hello”"),
        ("Collect ₹5.", "Collect ₹5. Say: “Hello”"),
        ("ग्राहक से ₹5 लें।", "ग्राहक से ₹5 लें। Say: “Hello”"),
        ("Coins taken back: 3", "Coins taken back: 3 · Say: “Hello”"),
    ],
)
def test_two_things_in_a_line_are_told_apart(said: str, line: str):
    assert and_then(said, "Say: “Hello”") == line


def test_coins_that_went_are_not_said_to_be_less_than_none():
    rows = [EffectRow("Coins taken back", "-3", "taken"), EffectRow("No coins change", "", "note")]
    assert effects_told(rows) == ["Coins taken back: 3"]

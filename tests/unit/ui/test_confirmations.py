"""What was done, in a headline and a line of detail."""

import pytest

from app.ui.confirmations import and_then


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("", "Say: “Hello”"),
        ("Collect ₹5.", "Collect ₹5. Say: “Hello”"),
        ("ग्राहक से ₹5 लें।", "ग्राहक से ₹5 लें। Say: “Hello”"),
        ("Coins taken back: -3", "Coins taken back: -3 · Say: “Hello”"),
    ],
)
def test_two_things_in_a_line_are_told_apart(said: str, line: str):
    assert and_then(said, "Say: “Hello”") == line

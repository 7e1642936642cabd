"""Undo Hindi InScript: what a US-layout keyboard scanner meant when the system typed Devanagari.

A keyboard scanner sends key positions. With Hindi InScript as the input source the same positions
give Devanagari, one character for each key but for Shift+3 … Shift+8, which no card number needs.
Source of the table: the `deva` layout of xkeyboard-config; Windows' Hindi layouts agree with it.
"""

_ROWS = (
    # US keys, the same keys under InScript; then both again with Shift.
    ("1234567890", "१२३४५६७८९०"),
    ("`=", "\u094a\u0943"),
    ("qwertyuiop[]\\", "\u094c\u0948\u093e\u0940\u0942बहगदजड\u093c\u0949"),
    ("asdfghjkl;'", "\u094b\u0947\u094d\u093f\u0941परकतचट"),
    ("zxcvbnm/", "\u0946\u0902मन\u0935लसय"),
    ("~!@_+", "ऒऍ\u0945\u0903ऋ"),
    ("QWERTYUIOP{}|", "औऐआईऊभङघधझढञऑ"),
    ('ASDFGHJKL:"', "ओएअइउफ\u0931खथछठ"),
    ("ZXCVBNM<>?", "ऎ\u0901ण\u0929\u0934ळशष।\u095f"),
)
_FROM_US = {us: hindi for keys, typed in _ROWS for us, hindi in zip(keys, typed, strict=True)}
_TO_US = {ord(hindi): us for keys, typed in _ROWS for us, hindi in zip(keys, typed, strict=True)}


def is_hindi_typing(text: str) -> bool:
    """Whether a scan came through a Hindi layout: Devanagari and not one Latin letter."""
    return any("\u0900" <= c <= "\u097f" for c in text) and not any(
        c.isascii() and c.isalpha() for c in text
    )


def on_key(us: str) -> str:
    """The Devanagari character on the key that a US layout gives `us`, shifted or not.

    Raises KeyError where InScript has none of its own.
    """
    return _FROM_US[us]


def to_us_keys(text: str) -> str | None:
    """The characters a US layout would have typed; None when a character has no such key."""
    mapped = text.translate(_TO_US)
    return mapped if mapped.isascii() else None

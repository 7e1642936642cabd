"""Texts of the shop's own, in each of its languages."""

from collections.abc import Mapping

Text = Mapping[str, str]
"""A text per language code (`en`, `hi`, `fil`)."""


def text_in(text: Text, language: str) -> str:
    """Return `text` in `language`, else English, else any language it has, else nothing."""
    return text.get(language) or text.get("en") or next(iter(text.values()), "")

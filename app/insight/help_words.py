"""What the words of a question mean, whatever the language and however they are spelt.

The meanings are in resources/i18n/help_words.toml. Words are compared as they are written, as they
sound (`app.domain.names.sounds`: khata and kata, zyada and jyada) and by their consonants alone
(vochr), because a kiosk's keyboard loses letters and chats leave them out.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from rapidfuzz import fuzz, process

from app.domain.names import fold_name, sounds

Meanings = Mapping[str, float]
"""What a word may mean, each with how sure that is, from 0 to 1."""

_ALIKE: Final = 76
"""Words this much alike (0 to 100) may be the same word misspelt."""
_OTHER_START: Final = 88
"""The same for words that do not begin alike, which is rarely a slip."""
_SHORT: Final = 3
"""Words up to this length are known or not, never misspelt."""
_SOUNDS_ALIKE: Final = 0.97
_SAME_BONES: Final = 0.82
_NEAREST: Final = 0.06
"""Only what is this near to the likest word counts beside it."""
_SWAPPED: Final = 0.9
_JOINED_LETTERS: Final = 6
"""Shorter ones are not taken apart."""
_JOINED_MEAN: Final = 3
"""The letters that words taken apart have at least, on average."""
_READ: Final = 300
"""The letters of a question that are read."""
_KEPT: Final = 4000
_VOWELS: Final = re.compile(r"[aeiouyh]+")


class Words:
    """Every word that is known, with its meanings; `phrases` add words that mean themselves."""

    def __init__(self, source: Mapping[str, Any], phrases: Iterable[str]) -> None:
        self._means: dict[str, set[str]] = {}
        for meaning, words in source["meanings"].items():
            for word in fold_name(words).split():
                self._means.setdefault(word, set()).add(meaning)
        self._small = frozenset(fold_name(source["small"]).split()) - self._means.keys()
        self._sounds = _keyed(_sound, (*self._means, *self._small))
        for word in dict.fromkeys(fold_name(" ".join(phrases)).split()):
            if word not in self._small and not self._sounds.get(_sound(word)):
                self._means[word] = {word}
        self._sounds = _keyed(_sound, (*self._means, *self._small))
        self._bones = _keyed(_bones, self._means)
        self._letters = _keyed(_letters, self._means)
        self._cache: dict[str, Meanings | None] = {}

    def read(self, text: str) -> tuple[Meanings, ...]:
        """Return what each word of a text may mean, without the words that say nothing."""
        typed = dict.fromkeys(fold_name(text[:_READ]).split())
        words = dict.fromkeys(one for word in typed for one in self._apart(word))
        read = [self.meanings(word) for word in words]
        return tuple(meanings for meanings in read if meanings is not None)

    def meanings(self, word: str) -> Meanings | None:
        """Return what a word may mean: None where it says nothing, {} where it is like no other."""
        if word not in self._cache:
            if len(self._cache) >= _KEPT:
                self._cache.clear()
            self._cache[word] = self._found(word)
        return self._cache[word]

    def _found(self, word: str) -> Meanings | None:
        if word in self._means:
            return dict.fromkeys(self._means[word], 1.0)
        heard = self._sounds.get(_sound(word), ())
        if word in self._small or (heard and all(other in self._small for other in heard)):
            return None
        if heard:
            return self._all((other, _SOUNDS_ALIKE) for other in heard)
        if len(word) < _SHORT:
            return None
        return self._all(self._misspelt(word))

    def _misspelt(self, word: str) -> list[tuple[str, float]]:
        sound, bones = _sound(word), _bones(word)
        likes: list[tuple[str, float]] = []
        if len(bones) >= _SHORT:
            same = [one for one in self._bones.get(bones, ()) if one[0] == word[0]]
            likes = [(other, _SAME_BONES) for other in same]
        swapped = self._letters.get(_letters(word), ())
        likes += [(other, _SWAPPED) for other in swapped if other[0] == word[0]]
        if len(word) > _SHORT:
            likes += _like(word, self._means, lambda other: (other,))
            likes += _like(sound, self._sounds, lambda key: self._sounds[key])
        best = max((like for _, like in likes), default=0.0)
        return [(other, like) for other, like in likes if like >= best - _NEAREST]

    def _apart(self, word: str) -> tuple[str, ...]:
        """Return the words that were typed without blanks, or the word itself."""
        if len(word) < _JOINED_LETTERS or self._known(word):
            return (word,)
        ways: dict[int, tuple[str, ...]] = {0: ()}
        for end in range(2, len(word) + 1):
            before = [at for at in ways if end - at > 1 and self._known(word[at:end])]
            if before:
                fewest = min(before, key=lambda at: len(ways[at]))
                ways[end] = (*ways[fewest], word[fewest:end])
        found = ways.get(len(word), ())
        return found if 0 < _JOINED_MEAN * len(found) <= len(word) else (word,)

    def _known(self, word: str) -> bool:
        if word in self._means or word in self._small:
            return True
        return len(word) > _SHORT and _sound(word) in self._sounds

    def _all(self, likes: Iterable[tuple[str, float]]) -> Meanings:
        found: dict[str, float] = {}
        for word, like in likes:
            for meaning in self._means.get(word, ()):
                found[meaning] = max(found.get(meaning, 0.0), like)
        return found


def _like(
    word: str, known: Iterable[str], words_of: Callable[[str], Iterable[str]]
) -> list[tuple[str, float]]:
    near = process.extract(word, list(known), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=9)
    return [
        (other, like / 100)
        for key, like, _ in near
        if len(key) >= _SHORT and (like >= _OTHER_START or key[0] == word[0])
        for other in words_of(key)
    ]


def _keyed(key: Callable[[str], str], words: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(key(word), []).append(word)
    return found


def _sound(word: str) -> str:
    """Return how a word sounds, without the last a that Hindi writes and may not say."""
    key = "".join(sounds(word))
    return key[:-1] if len(key) > _SHORT and key[-1] == "a" else key


def _bones(word: str) -> str:
    return _VOWELS.sub("", _sound(word))


def _letters(word: str) -> str:
    return "".join(sorted(word))

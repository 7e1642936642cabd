"""What a member wants to know, found from however it was asked, answered with their own figures.

The questions, answers and ways to ask are in resources/i18n/help.toml. A question is compared
with all of them word by word: rare words count more, misspelt ones (rapidfuzz) a little less,
Devanagari is read as Latin letters, so that Hinglish finds what Hindi does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Any, Final, NamedTuple

from rapidfuzz import fuzz

from app.domain.names import fold_name
from app.insight.help_figures import figures_of
from app.insight.words import Writer, catalogue
from app.services.shop import Shop

SURE: Final = 0.5
"""From this likeness on a question is answered; below, near ones are offered."""
OFFERED: Final = 4
_ALIKE: Final = 78
"""Words this much alike (0 to 100) may be the same word misspelt."""
_UNKNOWN: Final = 0.6
"""The weight of a word nobody used yet, beside that of a word used once."""
_BEST_PHRASE: Final = 0.7


class Likeness(NamedTuple):
    """How well a topic answers what was asked, from 0 to 1."""

    topic: str
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with its answer; `go` is the screen that shows more ("" = none)."""

    topic: str
    question: str
    answer: str
    go: str


@dataclass(frozen=True, slots=True)
class Helped:
    """The answer to what was asked (None when nothing was near enough), and what is near."""

    answer: Answer | None
    near: tuple[Answer, ...]


def answers(shop: Shop, member: str, language: str) -> tuple[Answer, ...]:
    """Return every question with its answer for a member, in the order of the file."""
    return tuple(_teller(shop, member, language).all())


def ask(shop: Shop, member: str, language: str, text: str) -> Helped:
    """Return what answers a question, in the language of the screens."""
    found = _index().likeness(text)
    told = {answer.topic: answer for answer in answers(shop, member, language)}
    first = told[found[0].topic] if found and found[0].score >= SURE else None
    near = [told[one.topic] for one in found if first is None or one.topic != first.topic]
    return Helped(first, tuple(near[:OFFERED]))


def topic_of(text: str) -> str:
    """Return the topic that is most like what was asked, "" when nothing is like it at all."""
    found = _index().likeness(text)
    return found[0].topic if found and found[0].score >= SURE else ""


# ---------------------------------------------------------------- telling


def _teller(shop: Shop, member: str, language: str) -> "_Teller":
    writer = Writer(shop.programme, language, catalogue("help"))
    return _Teller(writer, figures_of(shop, member, language))


class _Teller:
    def __init__(self, writer: Writer, figures: Mapping[str, str | int]) -> None:
        self.writer = writer
        self.figures = figures

    def all(self) -> Iterator[Answer]:
        for topic, entry in _topics().items():
            yield Answer(
                topic,
                self.writer.say(topic, "title"),
                self.writer.say(topic, self._variant(entry), **self.figures).strip(),
                entry.get("go", ""),
            )

    def _variant(self, entry: Mapping[str, Any]) -> str:
        needs, left = entry.get("needs", ""), entry.get("left", "")
        if needs and not self.figures[needs]:
            return "none"
        return "done" if left and not self.figures[left] else "answer"


def _topics() -> Mapping[str, Mapping[str, Any]]:
    return catalogue("help")


# ---------------------------------------------------------------- finding


@lru_cache(maxsize=1)
def _index() -> "_Index":
    return _Index(_topics())


class _Index:
    """All ways to ask, as words, with how rare each word is among the topics."""

    def __init__(self, topics: Mapping[str, Mapping[str, Any]]) -> None:
        self._phrases = {
            topic: tuple(_words(phrase) for phrase in (*entry["title"].values(), *entry["phrases"]))
            for topic, entry in topics.items()
        }
        self._own = {
            topic: frozenset(word for phrase in phrases for word in phrase)
            for topic, phrases in self._phrases.items()
        }
        known = {word for words in self._own.values() for word in words}
        count = len(topics)
        self._weight = {
            word: log(1 + count / sum(word in words for words in self._own.values()))
            for word in known
        }
        self._unknown = _UNKNOWN * log(1 + count)

    def likeness(self, text: str) -> Sequence[Likeness]:
        """Return the topics that share a word with what was asked, the likest first."""
        asked = _words(text)
        if not asked:
            return ()
        alike = {word: self._known_like(word) for word in asked}
        found = [Likeness(topic, self._score(asked, alike, topic)) for topic in self._phrases]
        return sorted((one for one in found if one.score > 0), key=lambda one: -one.score)

    def _known_like(self, word: str) -> Mapping[str, float]:
        """Return the known words that this may be, each with how alike it is."""
        if word in self._weight:
            # What is spelt right is meant; near words count a little all the same.
            near = {other: like * 0.8 for other, like in self._misspelt(word).items()}
            return near | {word: 1.0}
        return self._misspelt(word)

    def _misspelt(self, word: str) -> Mapping[str, float]:
        if len(word) < 4:
            return {}
        likes = ((other, fuzz.ratio(word, other)) for other in self._weight if len(other) > 2)
        return {other: like / 100 for other, like in likes if like >= _ALIKE and other != word}

    def _score(
        self, asked: Sequence[str], alike: Mapping[str, Mapping[str, float]], topic: str
    ) -> float:
        best = max(self._phrase(asked, alike, phrase) for phrase in self._phrases[topic])
        anywhere = self._covered(asked, alike, self._own[topic])
        return _BEST_PHRASE * best + (1 - _BEST_PHRASE) * anywhere

    def _phrase(
        self,
        asked: Sequence[str],
        alike: Mapping[str, Mapping[str, float]],
        phrase: Sequence[str],
    ) -> float:
        covered = self._covered(asked, alike, frozenset(phrase))
        whole = sum(self._weight[word] for word in phrase)
        used = sum(
            self._weight[word] * max(alike[one].get(word, 0.0) for one in asked) for word in phrase
        )
        filled = used / whole if whole else 0.0
        return 2 * covered * filled / (covered + filled) if covered + filled else 0.0

    def _covered(
        self,
        asked: Sequence[str],
        alike: Mapping[str, Mapping[str, float]],
        words: frozenset[str],
    ) -> float:
        """Return what part of the question, by weight, is said by `words`."""
        total = covered = 0.0
        for one in asked:
            likes = alike[one]
            weight = max((self._weight[word] for word in likes), default=self._unknown)
            total += weight
            covered += weight * max((likes.get(word, 0.0) for word in words), default=0.0)
        return covered / total if total else 0.0


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold_name(text).split()))

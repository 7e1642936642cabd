"""What a member wants to know, found from however it was asked, answered with their own figures.

The questions, answers and ways to ask are in resources/i18n/help.toml. A question is compared
with all of them by what its words mean (`app.insight.help_words`), so that a way to ask in one
language serves them all: rare meanings count more, words that may be misspelt a little less.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, log
from typing import Any, Final, NamedTuple

from app.insight.help_figures import figures_of
from app.insight.help_words import Meanings, Words
from app.insight.words import Writer, catalogue
from app.services.shop import Shop

SURE: Final = 0.5
"""From this likeness on a question is answered; below, near ones are offered."""
OFFERED: Final = 4
_UNKNOWN: Final = 1.0
"""The weight of a word no topic has, beside that of a word only one has."""
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
    sure = _sure(found)
    near = [told[one.topic] for one in found if one.topic != sure]
    return Helped(told.get(sure), tuple(near[:OFFERED]))


def topic_of(text: str) -> str:
    """Return the topic that is most like what was asked, "" when none is as like as `SURE`."""
    return _sure(_index().likeness(text))


def _sure(found: Sequence[Likeness]) -> str:
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
    """All ways to ask, as meanings, with how rare each meaning is among the topics."""

    def __init__(self, topics: Mapping[str, Mapping[str, Any]]) -> None:
        asked = {
            topic: (*entry["title"].values(), *entry["phrases"]) for topic, entry in topics.items()
        }
        self._words = Words(
            catalogue("help_words"), (phrase for phrases in asked.values() for phrase in phrases)
        )
        phrases = {
            topic: {frozenset(self._meant(phrase)) for phrase in some}
            for topic, some in asked.items()
        }
        self._own = {topic: frozenset().union(*some) for topic, some in phrases.items()}
        self._weight = _weights(self._own.values())
        self._unknown = _UNKNOWN * log(1 + len(topics))
        self._phrases = {
            topic: {phrase: fsum(self._weight[word] for word in phrase) for phrase in some}
            for topic, some in phrases.items()
        }

    def likeness(self, text: str) -> Sequence[Likeness]:
        """Return the topics that share a meaning with what was asked, the likest first."""
        words = self._words.read(text)
        heavy = tuple(
            max((self._weight[word] for word in one if word in self._weight), default=self._unknown)
            for one in words
        )
        asked = _Asked(words, heavy, fsum(heavy), _likest(words))
        found = [
            Likeness(topic, self._score(asked, topic))
            for topic, own in self._own.items()
            if not own.isdisjoint(asked.said)
        ]
        return sorted(found, key=lambda one: -one.score)

    def _meant(self, phrase: str) -> Iterator[str]:
        for meanings in self._words.read(phrase):
            yield from meanings

    def _score(self, asked: "_Asked", topic: str) -> float:
        best = max(
            self._phrase(asked, phrase, whole) for phrase, whole in self._phrases[topic].items()
        )
        return _BEST_PHRASE * best + (1 - _BEST_PHRASE) * _covered(asked, self._own[topic])

    def _phrase(self, asked: "_Asked", phrase: frozenset[str], whole: float) -> float:
        """Return how much of each other a question and a way to ask are (their F-measure)."""
        used = fsum(self._weight[word] * asked.said[word] for word in phrase if word in asked.said)
        if not used:
            return 0.0
        covered, filled = _covered(asked, phrase), used / whole
        return 2 * covered * filled / (covered + filled)


class _Asked(NamedTuple):
    """The words of a question with their weights, the sum of these, and all they may mean."""

    words: Sequence[Meanings]
    heavy: Sequence[float]
    whole: float
    said: Meanings


def _likest(words: Iterable[Meanings]) -> Meanings:
    said: dict[str, float] = {}
    for word in words:
        for meaning, like in word.items():
            said[meaning] = max(said.get(meaning, 0.0), like)
    return said


def _covered(asked: _Asked, meanings: frozenset[str]) -> float:
    """Return what part of the question, by weight, is said by `meanings`."""
    covered = fsum(
        weight * max((like for meaning, like in word.items() if meaning in meanings), default=0.0)
        for word, weight in zip(asked.words, asked.heavy, strict=True)
    )
    return covered / asked.whole


def _weights(topics: Collection[frozenset[str]]) -> Mapping[str, float]:
    """Return what each meaning says about the topic: the more, the fewer topics have it."""
    often = Counter(word for words in topics for word in words)
    return {word: log(1 + len(topics) / count) for word, count in often.items()}

"""An index of words by sound: finds members and items through typing errors, touching few rows.

Two tables hold it. `word` has every distinct sound once, also reversed; `spelling` says which
owner has the word at which place. A word with one wrong letter keeps one of its halves, so the
candidates are those that begin or end as the query does, however many words there are.
SQLite only: members' words live in keys.db, items' in station.db.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Column, Connection, Select, delete, exists, func, select
from sqlalchemy.dialects.sqlite import insert

from app.storage.tables import Words

CANDIDATES_MAX = 5000
WORDS_MAX = 400
_END = "\U0010ffff"


def put(core: Connection, words: Words, sounds: Mapping[str, Sequence[str]]) -> None:
    """Add the sounds of each owner, first word first; an owner must not be in the index yet."""
    distinct = {sound[:80] for of in sounds.values() for sound in of}
    if not distinct:
        return
    rows = [{"sound": sound, "backwards": sound[::-1]} for sound in sorted(distinct)]
    core.execute(insert(words.word).on_conflict_do_nothing(), rows)
    ids = {
        row.sound: row.id
        for part in _parts(sorted(distinct))
        for row in core.execute(
            select(words.word.c.id, words.word.c.sound).where(words.word.c.sound.in_(part))
        )
    }
    places = [
        {"word": ids[sound[:80]], "place": place, "owner": owner}
        for owner, of in sounds.items()
        for place, sound in enumerate(of)
    ]
    core.execute(insert(words.spelling).on_conflict_do_nothing(), places)


def drop(core: Connection, words: Words, owner: str) -> None:
    """Forget an owner, and each word that nobody else has."""
    of = words.spelling.c
    ids = list(core.scalars(select(of.word).where(of.owner == owner)))
    core.execute(delete(words.spelling).where(of.owner == owner))
    used = exists().where(of.word == words.word.c.id)
    core.execute(delete(words.word).where(words.word.c.id.in_(ids), ~used))


def find(core: Connection, words: Words, sounds: Sequence[str], limit: int) -> list[str]:
    """Return the owners that have every sound, best first.

    Exact and begun words come before misspelt ones, a match at the first place before others.
    When nobody has all the words, the first one decides alone. Of single letters only the first
    counts: each would touch a large part of the index.
    """
    letters = [sound for sound in sounds if len(sound) == 1]
    kept = [sound for sound in sounds if sound not in letters[1:]]
    wanted = [_like(core, words, sound) for sound in kept]
    if not wanted:
        return []
    if len(wanted) > 1 and (found := _all_of(core, words, wanted, limit)):
        return found
    return _one_of(core, words, wanted[0], limit)


def _like(core: Connection, words: Words, sound: str) -> dict[int, int]:
    """Return word ids with how far each is from `sound`: 0 equal, 1 begun, 2 and 3 misspelt."""
    from rapidfuzz import process  # noqa: PLC0415 - not before the first search
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    half = max(1, min(3, len(sound) // 2))
    word = words.word.c
    begun = _rows(core, words, word.sound, sound)
    near = dict(begun)
    if len(sound) > 2:
        near |= _rows(core, words, word.sound, sound[:half])
        near |= _rows(core, words, word.backwards, sound[::-1][:half])
    far = 1 if len(sound) < 6 else 2
    scores = {
        at: 1 + distance if distance else 0
        for _, distance, at in process.extract(
            sound, near, scorer=OSA.distance, score_cutoff=far, limit=None
        )
    }
    scores |= {at: 1 for at, other in begun.items() if other != sound}
    best = sorted(scores, key=lambda at: (scores[at], len(near[at]), near[at]))[:WORDS_MAX]
    return {at: scores[at] for at in best}


def _rows(core: Connection, words: Words, column: Column[str], begin: str) -> dict[int, str]:
    found = core.execute(
        select(words.word.c.id, words.word.c.sound)
        .where(column >= begin, column < begin + _END)
        .limit(CANDIDATES_MAX)
    )
    return {row.id: row.sound for row in found}


def _one_of(core: Connection, words: Words, wanted: Mapping[int, int], limit: int) -> list[str]:
    of = words.spelling.c
    by_score: dict[int, list[int]] = defaultdict(list)
    for at, score in wanted.items():
        by_score[score].append(at)
    found: dict[str, None] = {}
    for scores in ((0, 1), (2, 3)):
        for first in (of.place == 0, of.place > 0):
            for score in scores:
                ids = by_score[score]
                if ids and len(found) < limit:
                    rows = select(of.owner).where(of.word.in_(ids), first).distinct()
                    found |= dict.fromkeys(core.scalars(rows.limit(limit + len(found))))
    return list(found)[:limit]


def _all_of(
    core: Connection, words: Words, wanted: Sequence[Mapping[int, int]], limit: int
) -> list[str]:
    """Return owners of all the words, driven from the rarest one; `wanted[0]` at best is first."""
    found: dict[str, None] = {}
    for worst, at_first_place in ((0, True), (1, True), (1, False), (3, False)):
        ids = [[at for at, score in one.items() if score <= worst] for one in wanted]
        if len(found) < limit and all(ids):
            rows = _owners(core, words, ids, at_first_place=at_first_place)
            found |= dict.fromkeys(core.scalars(rows.limit(limit + len(found))))
    return list(found)[:limit]


def _owners(
    core: Connection, words: Words, ids: Sequence[Sequence[int]], *, at_first_place: bool
) -> Select[tuple[str]]:
    of = words.spelling.c
    counts = [core.scalar(select(func.count()).where(of.word.in_(one))) or 0 for one in ids]
    rarest = counts.index(min(counts))
    rows = select(of.owner).where(of.word.in_(ids[rarest])).distinct()
    if at_first_place and rarest == 0:
        rows = rows.where(of.place == 0)
    for at, one in enumerate(ids):
        if at != rarest:
            other = words.spelling.alias().c
            # The sum keeps SQLite from seeking once per word: an owner has only a few rows.
            has = exists().where(other.owner == of.owner, (other.word + 0).in_(one))
            if at_first_place and at == 0:
                has = has.where(other.place == 0)
            rows = rows.where(has)
    return rows


def _parts(items: Sequence[str], size: int = 500) -> Iterable[Sequence[str]]:
    return (items[at : at + size] for at in range(0, len(items), size))

"""Answers of a survey that was left in the middle: they are there again at the next visit.

They stay at the station where they were given. Elsewhere the member begins anew; whichever is
handed in first pays, and what is left of the other is forgotten.

They are sealed with the member's key, so that erasing a member makes them unreadable.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from typing import Final, NamedTuple

from app.domain.questions import Survey
from app.domain.surveys import Given, once_key, path
from app.services.shop import Shop
from app.services.surveys import AlreadyAnswered, AnswerOutcome, AnswerTaken, answer
from app.storage import half_answered as rows
from app.storage.writer import StorageFullError

KEPT_DAYS: Final = 30
SELF: Final = ""
"""Nobody of the staff: the member answers alone."""
_FIELD: Final = "half_answered"
_DAY_MS: Final = 86_400_000


class Half(NamedTuple):
    """What was answered so far, and how many seconds that took."""

    given: Given
    seconds: int = 0


def keep_answers(shop: Shop, member: str, survey: Survey, half: Half) -> None:
    """Keep what was answered so far on this station; what nobody came back to for a month goes.

    Nothing is kept of a member who was erased meanwhile, nor when the disk is full: then the
    survey can still be answered in one go.
    """
    if not shop.vault.known((member,)):
        return
    told = json.dumps({"given": dict(half.given), "seconds": half.seconds}, ensure_ascii=False)
    sealed = shop.vault.seal(member, _FIELD, told)
    at_ms = shop.moment().at_ms
    with suppress(StorageFullError):
        shop.db.writer.run(
            lambda tx: rows.write(
                tx.cursor, (member, once_key(survey)), sealed, at_ms, at_ms - KEPT_DAYS * _DAY_MS
            )
        )


def kept_answers(shop: Shop, member: str, survey: Survey) -> Half:
    """Return what was answered before; nothing when there is none, or none that can be read."""
    with shop.db.cursor(None) as cursor:
        sealed = rows.read(cursor, (member, once_key(survey)))
    opened = shop.vault.open(member, _FIELD, sealed) if sealed else ""
    known = {question.id for question in survey.questions}
    told = json.loads(opened) if opened else {}
    given = told.get("given", {})
    return Half({one: said for one, said in given.items() if one in known}, told.get("seconds", 0))


def begun(shop: Shop, member: str, surveys: Iterable[Survey]) -> frozenset[str]:
    """Return the ids of those that were left in the middle here."""
    with shop.db.cursor(None) as cursor:
        return frozenset(
            survey.id for survey in surveys if rows.read(cursor, (member, once_key(survey)))
        )


def hand_in(shop: Shop, member: str, survey: Survey, half: Half) -> AnswerOutcome:
    """Answer a survey by oneself; what is kept of it goes once it was answered, here or elsewhere.

    Answers to questions that are not on the way any more are left out.
    """
    on_way = {one.id for one in path(survey, half.given)}
    given = {one: said for one, said in half.given.items() if one in on_way}
    outcome = answer(shop, SELF, member, survey.id, given, half.seconds)
    if isinstance(outcome, AnswerTaken | AlreadyAnswered):
        drop_answers(shop, member, survey)
    return outcome


def drop_answers(shop: Shop, member: str, survey: Survey) -> None:
    """Forget them: the survey was answered to its end. On a full disk they go after a month."""
    with suppress(StorageFullError):
        shop.db.writer.run(lambda tx: rows.remove(tx.cursor, (member, once_key(survey))))

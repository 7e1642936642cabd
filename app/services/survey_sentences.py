"""What became of a survey's answers and of the review list, in plain English sentences."""

from typing import assert_never

from app.domain.surveys import BadAnswer, MissingAnswer, NotOnPath, UnknownQuestion
from app.services.cards import MemberUnknown
from app.services.flags import (
    AlreadyDecided,
    DecideOutcome,
    Flag,
    FlagClosed,
    FlagUnknown,
)
from app.services.shop import Shop
from app.services.staff import list_staff
from app.services.surveys import (
    AlreadyAnswered,
    AnswerOutcome,
    AnswerTaken,
    SurveyClosed,
    SurveyUnknown,
)
from app.services.voids import NeedsApproval
from app.services.writing import DiskFull

FULL = "The disk is full; make space and try again. Nothing was recorded."

_DOUBTS = {
    "fast": "answered too fast",
    "straight_line": "the same answer to everything",
    "attention": "the question that checks attention was missed",
}
_GUARDS = {
    "card_bills": "{found} bills on one card in a day (more than {limit})",
    "staff_share": "{found} of a cashier's {of} member bills on one card (more than {limit} %)",
    "voids": "{found} bills with coins voided by one person in a day (more than {limit})",
    "claims": "{found} guest bills credited to one member in 30 days (more than {limit})",
    "quick_claims": "{found} guest bills credited within minutes in a day (more than {limit})",
    "goodwill": "{found} coins given by hand in a day (more than {limit})",
    "welcome": "a welcome gift waits: {found} given at this kiosk today (at most {limit})",
    "audit": "sale {sale} brought {found} {what} where its programme gives {expected}",
}


def answer_sentence(outcome: AnswerOutcome) -> str:  # noqa: C901, PLR0911 - one for each
    """Return what became of a member's answers."""
    match outcome:
        case AnswerTaken():
            return _taken(outcome)
        case AlreadyAnswered(survey=survey):
            return f'This member has answered "{survey}" already; it pays once.'
        case SurveyClosed(survey=survey):
            return f'"{survey}" is not open for this member today.'
        case SurveyUnknown(survey=survey):
            return f'The programme has no survey "{survey}".'
        case UnknownQuestion(question=question):
            return f'The survey has no question "{question}".'
        case MissingAnswer(question=question):
            return f'The question "{question}" needs an answer.'
        case NotOnPath(question=question):
            return f'The question "{question}" is not asked after the other answers; leave it out.'
        case BadAnswer(question=question, value=value):
            return f'"{value}" is no answer to the question "{question}".'
        case MemberUnknown():
            return "There is no such member."
        case DiskFull():
            return FULL
        case _:
            assert_never(outcome)


def _taken(taken: AnswerTaken) -> str:
    parts = [f"Thank you. {taken.right} of {taken.asked} right." if taken.asked else "Thank you."]
    if taken.doubts:
        why = ", ".join(_DOUBTS[doubt] for doubt in taken.doubts)
        parts.append(f"{taken.waiting} coins wait for a supervisor ({why}).")
    elif taken.coins:
        parts.append(f"{taken.coins} coins are added.")
    return " ".join(parts)


def decision_sentence(outcome: DecideOutcome) -> str:
    """Return what became of an entry of the review list."""
    match outcome:
        case FlagClosed(approved=approved, coins=coins):
            paid = f" {coins} coins are added." if coins else ""
            return f"{'Approved' if approved else 'Rejected'}.{paid}"
        case FlagUnknown():
            return "The review list has no such entry; see `sikka review list`."
        case AlreadyDecided(decision=decision):
            return f"It was {decision} before."
        case NeedsApproval():
            return "A supervisor or the owner must decide; give their PIN."
        case DiskFull():
            return FULL
        case _:
            assert_never(outcome)


def flag_sentence(shop: Shop, flag: Flag) -> str:
    """Return what an entry of the review list is about, with the names this station can read."""
    if flag.guard == "survey":
        doubts = ", ".join(_DOUBTS.get(one, one) for one in flag.detail.split())
        who = _names(shop, flag.member)
        return f'Survey "{flag.subject}" by {who}: {doubts}; {flag.coins} coins wait.'
    figures = dict(part.partition("=")[::2] for part in flag.detail.split() if "=" in part)
    shape = _GUARDS.get(flag.guard)
    figured = shape.format_map({"found": "?", "of": "?", "limit": "?", **figures}) if shape else ""
    return f"{_names(shop, flag.subject)}: {figured or f'{flag.guard} {flag.detail}'}."


def _names(shop: Shop, subject: str) -> str:
    staff = {card.id: card.name for card in list_staff(shop)}
    return " and ".join(staff.get(one) or _member_name(shop, one) for one in subject.split(":"))


def _member_name(shop: Shop, member: str) -> str:
    profile = shop.profile(member)
    sealed = profile.personal.name if profile else ""
    named = shop.vault.open_all(profile.member, (("name", sealed),)) if profile and sealed else ()
    return next(iter(named), "") or member

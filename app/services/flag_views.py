"""The review list as people read it: who is meant, by whom, and the figures apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.surveys import survey_of
from app.domain.texts import Text
from app.services.flags import Flag, waiting
from app.services.open_sales import sale_of
from app.services.shop import Shop
from app.services.staff import staff_names

_OF_STAFF: Final = frozenset({"voids", "quick_claims", "goodwill"})
"""Guards whose subject is a member of staff, who may do it at many members."""


@dataclass(frozen=True, slots=True)
class FlagView:
    """An entry with names: the member's first name and who did it, "" where nobody is known.

    `title` is the survey's (empty for what a guard found), `figures` what the guard counted,
    with the number of the `bill` it is about.
    """

    flag: Flag
    member: str
    staff: str
    title: Text
    figures: Mapping[str, str]


def to_review(shop: Shop) -> tuple[FlagView, ...]:
    """Return what waits for a supervisor, newest first; a few names are opened for it."""
    names = staff_names(shop)
    return tuple(_view(shop, names, flag) for flag in reversed(waiting(shop)))


def _view(shop: Shop, names: Mapping[str, str], flag: Flag) -> FlagView:
    staff, member = _people(flag)
    survey = survey_of(shop.programme, flag.subject) if flag.guard == "survey" else None
    parts = (part.partition("=") for part in flag.detail.split() if "=" in part)
    figures = {key: value for key, _, value in parts}
    sale = sale_of(shop, figures["sale"]) if "sale" in figures else None
    if sale is not None and sale.sold.bill_number:
        figures["bill"] = sale.sold.bill_number
    return FlagView(
        flag=flag,
        member=_first_name(shop, member),
        staff=names.get(staff, ""),
        title=survey.title if survey else {},
        figures=figures,
    )


def _people(flag: Flag) -> tuple[str, str]:
    """Return the ids of who did it and of the member it is about."""
    if flag.guard == "survey":
        return flag.staff, flag.member
    if flag.guard in _OF_STAFF:
        return flag.subject, ""
    first, _, second = flag.subject.partition(":")
    return (first, second) if second else (flag.staff, first)


def _first_name(shop: Shop, member: str) -> str:
    profile = shop.profile(member) if member else None
    words = shop.personal(profile, "name")[0].split() if profile else []
    return words[0] if words else ""

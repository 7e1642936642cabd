"""A member's row stays bounded: old days are summed, ripe lots join, what is over goes."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import takewhile

from app.domain.coins import Lot, soonest, usable
from app.domain.fold.draft import Draft, Purse
from app.domain.members import DAYS_KEPT, NOTES_KEPT, Day

LOTS_KEPT = 48
CAPS_KEPT = 40
VOUCHERS_KEPT_DAYS = 60
LAPSED_KEPT_DAYS = 31


def compact(draft: Draft) -> None:
    """Keep the row bounded; what falls is a function of the events, not of their order."""
    _days(draft)
    _caps(draft)
    for purse in draft.purses:
        _notes(purse)
        _lapsed(purse, draft.newest)
        if len(purse.lots) > LOTS_KEPT:
            _join(purse, draft.on)
    _promises(draft)


def _days(draft: Draft) -> None:
    if draft.days and draft.days[-1].on - draft.days[0].on > timedelta(days=DAYS_KEPT):
        horizon = draft.days[-1].on - timedelta(days=DAYS_KEPT)
        old = list(takewhile(lambda day: day.on < horizon, draft.days))
        del draft.own_days()[: len(old)]
        draft.before = Day(
            max(draft.before.on, old[-1].on),
            draft.before.visits + sum(1 for day in old if day.visits > 0),
            draft.before.status + sum(day.status for day in old),
            draft.before.paid_minor + sum(day.paid_minor for day in old),
        )


def _notes(purse: Purse) -> None:
    if len(purse.notes) > NOTES_KEPT:
        owing = [note for note in purse.notes[:-NOTES_KEPT] if note.short]
        purse.notes = owing + purse.notes[-NOTES_KEPT:]


def _caps(draft: Draft) -> None:
    if len(draft.caps) > 2 * CAPS_KEPT:
        # Days and weeks are over long before months and years; those are few.
        short = [key for key in draft.caps if len(key.rpartition("|")[2]) > len("2026-12")]
        for key in sorted(short, key=lambda key: key.rpartition("|")[2])[:-CAPS_KEPT]:
            del draft.own_caps()[key]


def _promises(draft: Draft) -> None:
    """Forget what is over; on the day that is the newest already, nothing new can be."""
    newest = draft.newest
    if draft.may_be_over:
        for key in [key for key, one in draft.progress.items() if _over(one.keep_until, newest)]:
            del draft.own_progress()[key]
        draft.awards = [award for award in draft.awards if not _over(award.keep_until, newest)]
        if draft.vouchers:
            oldest = newest - timedelta(days=VOUCHERS_KEPT_DAYS)
            draft.vouchers = [held for held in draft.vouchers if not _over(held.closed_on, oldest)]


def _over(until: date | None, newest: date) -> bool:
    return until is not None and until < newest


def _lapsed(purse: Purse, newest: date) -> None:
    if not purse.lapsed:
        return
    oldest = newest - timedelta(days=LAPSED_KEPT_DAYS)
    if _over(purse.lapsed[0].expires_on, oldest):  # in order of expiry
        purse.lapsed = [lot for lot in purse.lapsed if not _over(lot.expires_on, oldest)]


def _last_day(lot: Lot) -> object:
    return lot.expires_on


def _month(lot: Lot) -> object:
    return lot.expires_on and (lot.expires_on.year, lot.expires_on.month)


def _year(lot: Lot) -> object:
    return lot.expires_on and lot.expires_on.year


def _join(purse: Purse, on: date) -> None:
    """Join lots of one day, if there are still too many of one month, else of one year."""
    for same in (_last_day, _month, _year):
        if len(purse.lots) > LOTS_KEPT:
            purse.lots = _joined(purse.lots, on, same)


def _joined(lots: list[Lot], on: date, same: Callable[[Lot], object]) -> list[Lot]:
    """Join lots that are ripe and alive on `on` and expire in the `same` stretch.

    They all live to the latest day of the stretch, so that nobody loses a coin by it.
    """
    joined: list[Lot] = []
    found: dict[tuple[str, object], Lot] = {}
    for lot in lots:
        if not usable(lot, on):
            joined.append(lot)
            continue
        key = (lot.terms, same(lot))
        other = found.get(key)
        found[key] = lot if other is None else _both(other, lot)
    return sorted([*joined, *found.values()], key=soonest)


def _both(first: Lot, last: Lot) -> Lot:
    """Return two lots as one; `last` is the one that expires last."""
    start = max(first.available_from, last.available_from)
    return last._replace(available_from=start, amount=first.amount + last.amount)

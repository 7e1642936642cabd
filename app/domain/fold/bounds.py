"""A member's row stays bounded: old days are summed, ripe lots join, what is over goes."""

from datetime import date, timedelta

from app.domain.coins import Lot
from app.domain.fold.draft import Draft, Purse
from app.domain.members import DAYS_KEPT, NOTES_KEPT, Day

LOTS_KEPT = 48
CAPS_KEPT = 40
VOUCHERS_KEPT_DAYS = 60


def compact(draft: Draft) -> None:
    """Keep the row bounded; what falls is a function of the events, not of their order."""
    _days(draft)
    _caps(draft)
    for purse in (draft.coins, draft.credit):
        _notes(purse)
        if len(purse.lots) > LOTS_KEPT:
            purse.lots = _joined(purse.lots, draft.on)
    _promises(draft)


def _days(draft: Draft) -> None:
    draft.days = [day for day in draft.days if day.visits or day.status or day.paid_minor]
    if draft.days and draft.days[-1].on - draft.days[0].on > timedelta(days=DAYS_KEPT):
        horizon = draft.days[-1].on - timedelta(days=DAYS_KEPT)
        old = [day for day in draft.days if day.on < horizon]
        draft.days = draft.days[len(old) :]
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
            del draft.caps[key]


def _promises(draft: Draft) -> None:
    newest = draft.newest
    if any(_over(one.keep_until, newest) for one in draft.progress.values()):
        draft.progress = {
            key: one for key, one in draft.progress.items() if not _over(one.keep_until, newest)
        }
    if any(_over(award.keep_until, newest) for award in draft.awards):
        draft.awards = [award for award in draft.awards if not _over(award.keep_until, newest)]
    if draft.vouchers:
        oldest = newest - timedelta(days=VOUCHERS_KEPT_DAYS)
        draft.vouchers = [held for held in draft.vouchers if not _over(held.closed_on, oldest)]


def _over(until: date | None, newest: date) -> bool:
    return until is not None and until < newest


def _joined(lots: list[Lot], on: date) -> list[Lot]:
    """Join lots that are ripe on `on` and expire together; spending them is all the same."""
    joined: list[Lot] = []
    for lot in lots:
        last = joined[-1] if joined else None
        ripe = last is not None and lot.available_from <= on and last.available_from <= on
        if (
            ripe
            and last is not None
            and (last.terms, last.expires_on) == (lot.terms, lot.expires_on)
        ):
            joined[-1] = last._replace(
                available_from=max(last.available_from, lot.available_from),
                amount=last.amount + lot.amount,
            )
        else:
            joined.append(lot)
    return joined

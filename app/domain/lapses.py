"""A late event dated before a lot expired takes back what expiry removed (LEDGER.md 10).

The cell books the remainder's return just before the event, so that the coins of the event come
from the lots it would have found in time, and sums over effects stay true.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from app.domain.coins import Lot, soonest, take
from app.domain.effects import (
    CreditExpire,
    CreditReverse,
    Debit,
    Effect,
    Expire,
    Reverse,
    Spend,
)
from app.domain.members import MemberState


def taken_back(
    state: MemberState, effects: Sequence[Effect], on: date
) -> tuple[Expire | CreditExpire, ...]:
    """Return what must go back to lapsed lots before `effects` of business date `on` are folded."""
    if not state.lapsed and not state.credit.lapsed:
        return ()
    coins, credit = list(state.lapsed), list(state.credit.lapsed)
    back: list[Expire | CreditExpire] = []
    for effect in effects:
        match effect:
            case Spend(amount=amount):
                parts = _spent(state.lots, coins, amount, on)
                back += [Expire(-lot.amount, *_lot(lot)) for lot in parts]
            case Debit(amount_minor=amount):
                parts = _spent(state.credit.lots, credit, amount, on)
                back += [CreditExpire(-lot.amount, *_lot(lot)) for lot in parts]
            case Reverse(amount, terms, start, end):
                parts = _named(coins, (terms, start, end), amount, on)
                back += [Expire(-lot.amount, *_lot(lot)) for lot in parts]
            case CreditReverse(amount, terms, start, end):
                parts = _named(credit, (terms, start, end), amount, on)
                back += [CreditExpire(-lot.amount, *_lot(lot)) for lot in parts]
            case _:
                pass
    return tuple(back)


def _lot(lot: Lot) -> tuple[str, date, date]:
    assert lot.expires_on is not None  # only lots with a last day lapse
    return lot.terms, lot.available_from, lot.expires_on


def _spent(lots: Sequence[Lot], lapsed: list[Lot], amount: int, on: date) -> Iterator[Lot]:
    """Yield what a spend would have drawn from the lapsed lots, had they still been there."""
    gone = {lot[:3]: lot.amount for lot in lapsed}
    together = sorted([*lots, *lapsed], key=soonest)
    for part in take(together, amount, on)[0]:
        have = min(part.amount, gone.get(part[:3], 0))
        if have:
            gone[part[:3]] -= have
            yield part._replace(amount=have)
    lapsed[:] = [lot._replace(amount=gone[lot[:3]]) for lot in lapsed if gone[lot[:3]]]


def _named(
    lapsed: list[Lot], lot: tuple[str, date, date | None], amount: int, on: date
) -> Iterator[Lot]:
    """Yield what of a lot to take back from lapsed, if it was still alive on that day."""
    for at, one in enumerate(lapsed):
        if one[:3] == lot and one.expires_on is not None and on <= one.expires_on:
            part = min(one.amount, amount)
            lapsed[at] = one._replace(amount=one.amount - part)
            if part:
                yield one._replace(amount=part)

"""The exact inverse of a return, worked out from what a member had before it and after it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from app.domain.coins import Lot, SpendNote, soonest
from app.domain.effects import (
    Credit,
    CreditReverse,
    DebitRestore,
    Earn,
    Effect,
    Grant,
    Paid,
    Progress,
    Redebit,
    Respend,
    Restore,
    Reverse,
    Revoke,
    Status,
    Visit,
)
from app.domain.facts import Returned
from app.domain.members import MemberState, award_of

_Bucket = tuple[str, date, date | None]


class _Purse(NamedTuple):
    lots: tuple[Lot, ...]
    notes: tuple[SpendNote, ...]


def unreturned(returned: Returned, event_id: str) -> Returned:
    """Return the facts that say of a return what it said, below zero."""
    return replace(
        returned,
        parts=tuple(
            part._replace(quantity_milli=-part.quantity_milli, amount_minor=-part.amount_minor)
            for part in returned.parts
        ),
        unmatched=(),
        refund_minor=-returned.refund_minor,
        cut_minor=-returned.cut_minor,
        coins_back=-returned.coins_back,
        coins_taken=-returned.coins_taken,
        coins_forgiven=-returned.coins_forgiven,
        steps=tuple((sale, rule, -coins) for sale, rule, coins in returned.steps),
        status=tuple((sale, -points) for sale, points in returned.status),
        credit_back_minor=-returned.credit_back_minor,
        credit_steps=tuple((sale, rule, -minor) for sale, rule, minor in returned.credit_steps),
        undoes=event_id,
    )


def unreturn_effects(
    before: MemberState, after: MemberState, done: Sequence[Effect]
) -> tuple[Effect, ...]:
    """Return what takes a return back that did `done` to a member, each coin to its own lot.

    Vouchers are left as they are; whoever offers it folds the effects and looks.
    """
    return (*_coins(before, after, done), *_credit(before, after, done), *_rest(before, done))


def _coins(before: MemberState, after: MemberState, done: Sequence[Effect]) -> Iterator[Effect]:
    was, now = _Purse(before.lots, before.notes), _Purse(after.lots, after.notes)
    restored = {one.spend_id: one.amount for one in done if isinstance(one, Restore)}
    taken = [one for one in done if isinstance(one, Reverse)]
    drawn = _drawn(was, now, restored)
    lots = _taken_from(was, now, drawn.values(), sum(one.amount for one in taken))
    for one in taken:
        for terms, start, end, amount in _next(lots, one.amount, _bucket(one)):
            yield Earn(amount, terms, start, end, one.rule, 0, 100, amount, one.period)
    for spend_id, note in drawn.items():
        yield Respend(restored[spend_id], spend_id, note.on, note.parts)


def _credit(before: MemberState, after: MemberState, done: Sequence[Effect]) -> Iterator[Effect]:
    was, now = (_Purse(state.credit.lots, state.credit.notes) for state in (before, after))
    restored = {one.spend_id: one.amount_minor for one in done if isinstance(one, DebitRestore)}
    taken = [one for one in done if isinstance(one, CreditReverse)]
    drawn = _drawn(was, now, restored)
    lots = _taken_from(was, now, drawn.values(), sum(one.amount_minor for one in taken))
    for one in taken:
        for terms, start, end, minor in _next(lots, one.amount_minor, _bucket(one)):
            yield Credit(minor, terms, start, end, one.rule, 0)
    for spend_id, note in drawn.items():
        yield Redebit(restored[spend_id], spend_id, note.on, note.parts)


def _bucket(one: Reverse | CreditReverse) -> _Bucket:
    return one.terms, one.available_from, one.expires_on


def _drawn(was: _Purse, now: _Purse, restored: Mapping[str, int]) -> dict[str, SpendNote]:
    """Return, of each spend that was given back, which lots it was put back to."""
    left = {note.spend_id: note.parts for note in now.notes}
    return {
        note.spend_id: note._replace(parts=_less(note.parts, left.get(note.spend_id, ())))
        for note in was.notes
        if note.spend_id in restored
    }


def _less(parts: Sequence[Lot], left: Sequence[Lot]) -> tuple[Lot, ...]:
    """Return the parts a note lost; they go from the end."""
    lost = []
    for at, part in enumerate(parts):
        amount = part.amount - (left[at].amount if at < len(left) else 0)
        lost += [part._replace(amount=amount)] if amount else []
    return tuple(lost)


def _taken_from(was: _Purse, now: _Purse, drawn: Iterable[SpendNote], taken: int) -> list[Lot]:
    """Return the lots that coins were taken from, soonest first; `taken` in all."""
    moved: dict[_Bucket, int] = {}
    signed = [(lot, 1) for lot in was.lots] + [(lot, -1) for lot in now.lots]
    signed += [(part, 1) for note in drawn for part in note.parts]
    for lot, sign in signed:
        moved[lot[:3]] = moved.get(lot[:3], 0) + sign * lot.amount
    lots = sorted((Lot(*one, amount) for one, amount in moved.items() if amount > 0), key=soonest)
    more = taken - sum(lot.amount for lot in lots)
    if lots and more > 0:
        # What could not be taken is owed: it is paid from the lot that is paid from first.
        lots[0] = lots[0]._replace(amount=lots[0].amount + more)
    return lots


def _next(lots: list[Lot], amount: int, own: _Bucket) -> Iterator[Lot]:
    """Take so much from the lots, in place; what they lack is the coins' own lot's."""
    while amount and lots:
        part = min(amount, lots[0].amount)
        yield lots[0]._replace(amount=part)
        amount -= part
        lots[0] = lots[0]._replace(amount=lots[0].amount - part)
        if not lots[0].amount:
            del lots[0]
    if amount:
        yield Lot(*own, amount)


def _rest(before: MemberState, done: Sequence[Effect]) -> Iterator[Effect]:
    for one in done:
        match one:
            case Visit():
                yield replace(one, count=-one.count)
            case Status():
                yield replace(one, points=-one.points)
            case Paid():
                yield replace(one, amount_minor=-one.amount_minor)
            case Progress():
                known = (before.progress or {}).get(one.key)
                keep_until = known.keep_until if known else one.keep_until
                yield replace(one, amount=-one.amount, keep_until=keep_until)
            case _:
                pass
    shrunk = {one.key for one in done if isinstance(one, Grant)}
    for key in dict.fromkeys(one.key for one in done if isinstance(one, Revoke)):
        if key in shrunk:
            yield Revoke(key)
        award = award_of(before, key)
        if award is not None:
            yield Grant(award.key, award.on, award.keep_until, award.gifts)

"""What every fold must leave true (SYNC.md 15): amounts are never negative, sums move as said.

Cheap enough to be asked after each event that is booked; an event that breaks one is parked.
"""

from collections.abc import Iterable, Sequence

from app.domain.coins import Lot, SpendNote
from app.domain.effects import (
    Credit,
    CreditExpire,
    CreditReverse,
    Debit,
    DebitRestore,
    Earn,
    Effect,
    Expire,
    Forfeit,
    Restore,
    Reverse,
    Spend,
)
from app.domain.members import MemberState

SUM_MAX = 2**53
"""More coins, or minor units, than any member can come to; every table and reader holds it."""


def fault(
    effects: Iterable[Effect], before: Sequence[MemberState], after: Sequence[MemberState]
) -> str:
    """Say what folding `effects` broke, or nothing.

    `before` and `after` are the living members among those concerned: two around a merge.
    What was broken before is nobody's fault now.
    """
    for state in after:
        if (what := _unsound(state)) and not any(_unsound(one) for one in before):
            return what
    coins, credit_minor = _moved(effects)
    if sum(map(_coins, after)) != sum(map(_coins, before)) + coins:
        return "the coins do not move by what the effects say"
    if sum(map(_credit, after)) != sum(map(_credit, before)) + credit_minor:
        return "the store credit does not move by what the effects say"
    return ""


def _unsound(state: MemberState) -> str:
    wallet = state.credit
    purses = (
        ("coins", state.lots, state.notes, state.debt, state.overdraft, state.lapsed),
        ("store credit", *wallet),
    )
    for what, lots, notes, debt, overdraft, lapsed in purses:
        if not (lots or notes or debt or overdraft or lapsed):
            continue
        if min(debt, overdraft, _least(lots), _least(lapsed)) < 0:
            return f"{what} below zero"
        if any(part.amount < 0 for note in notes for part in note.parts):
            return f"{what}: a spend of less than nothing"
        if overdraft != _short(notes):
            return f"{what}: the spends do not add up to what is overdrawn"
        if max(debt, overdraft, sum([lot.amount for lot in lots])) > SUM_MAX:
            return f"{what} beyond any sum"
    if max(state.earned, state.spent, -state.earned, -state.spent, state.purchases) > SUM_MAX:
        return "totals beyond any sum"
    return ""


def _least(lots: tuple[Lot, ...]) -> int:
    return min([lot.amount for lot in lots], default=0)


def _short(notes: tuple[SpendNote, ...]) -> int:
    return sum([note.short for note in notes])


def _coins(state: MemberState) -> int:
    return sum([lot.amount for lot in state.lots]) - state.debt - state.overdraft


def _credit(state: MemberState) -> int:
    wallet = state.credit
    if not wallet.lots:
        return -wallet.debt - wallet.overdraft
    return sum([lot.amount for lot in wallet.lots]) - wallet.debt - wallet.overdraft


_COINS: dict[type, int] = {Earn: 1, Restore: 1, Reverse: -1, Spend: -1, Expire: -1}
_CREDIT: dict[type, int] = {
    Credit: 1, DebitRestore: 1, CreditReverse: -1, Debit: -1, CreditExpire: -1
}  # fmt: skip


def _moved(effects: Iterable[Effect]) -> tuple[int, int]:
    """Return by how many coins and minor units of store credit the effects move a member."""
    coins = credit_minor = 0
    for effect in effects:
        kind = type(effect)
        if kind in _COINS:
            coins += _COINS[kind] * effect.amount  # type: ignore[union-attr]
        elif kind in _CREDIT:
            credit_minor += _CREDIT[kind] * effect.amount_minor  # type: ignore[union-attr]
        elif isinstance(effect, Forfeit):
            coins -= effect.coins
            credit_minor -= effect.credit_minor
    return coins, credit_minor

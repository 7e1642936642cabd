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
    Redebit,
    Respend,
    Restore,
    Reverse,
    Spend,
)
from app.domain.members import NO_CREDIT, MemberState, Wallet

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
    for state in before:
        coins += _held(state.lots, state.debt, state.overdraft)
        credit_minor += _credit(state.credit)
    for state in after:
        coins -= _held(state.lots, state.debt, state.overdraft)
        credit_minor -= _credit(state.credit)
    if coins:
        return "the coins do not move by what the effects say"
    return "the store credit does not move by what the effects say" if credit_minor else ""


def _unsound(state: MemberState) -> str:
    coins = _purse_fault(state.lots, state.notes, state.debt, state.overdraft, state.lapsed)
    if coins:
        return f"coins{coins}"
    if state.credit != NO_CREDIT and (credit := _purse_fault(*state.credit)):
        return f"store credit{credit}"
    if max(state.earned, state.spent, -state.earned, -state.spent, state.purchases) > SUM_MAX:
        return "totals beyond any sum"
    return ""


def _purse_fault(
    lots: tuple[Lot, ...],
    notes: tuple[SpendNote, ...],
    debt: int,
    overdraft: int,
    lapsed: tuple[Lot, ...],
) -> str:
    amounts = [lot.amount for lot in (*lots, *lapsed)]
    if min(debt, overdraft, *amounts) < 0:
        return " below zero"
    if notes and any(part.amount < 0 for note in notes for part in note.parts):
        return ": a spend of less than nothing"
    if overdraft != (sum([note.short for note in notes]) if notes else 0):
        return ": the spends do not add up to what is overdrawn"
    if max(debt, overdraft, sum(amounts)) > SUM_MAX:
        return " beyond any sum"
    return ""


def _credit(wallet: Wallet) -> int:
    return 0 if wallet == NO_CREDIT else _held(wallet.lots, wallet.debt, wallet.overdraft)


def _held(lots: tuple[Lot, ...], debt: int, overdraft: int) -> int:
    return sum([lot.amount for lot in lots]) - debt - overdraft


_COINS: dict[type, int] = {
    Earn: 1, Restore: 1, Reverse: -1, Spend: -1, Respend: -1, Expire: -1
}  # fmt: skip
_CREDIT: dict[type, int] = {
    Credit: 1, DebitRestore: 1, CreditReverse: -1, Debit: -1, Redebit: -1, CreditExpire: -1
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
        elif kind is Forfeit:
            coins -= effect.coins  # type: ignore[union-attr]
            credit_minor -= effect.credit_minor  # type: ignore[union-attr]
    return coins, credit_minor

"""Two members become one, and two again (LEDGER.md 25)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.domain.coins import credit, take_from
from app.domain.fold.bounds import compact
from app.domain.fold.draft import Draft, Purse
from app.domain.fold.recent import keep_recent
from app.domain.members import NOTHING_BEFORE, Day, MemberState, Wallet


def absorb(survivor: MemberState, source: MemberState) -> tuple[MemberState, MemberState]:
    """Return both states after a merge: the survivor with everything, the source an alias.

    The alias keeps what it brought, so that `part` can give it back.
    """
    draft = Draft(survivor, max(survivor.newest, source.newest))
    _pour(draft.coins, source.lots)
    draft.coins.notes.extend(source.notes)
    draft.coins.debt += source.debt
    draft.coins.overdraft += source.overdraft
    _pour(draft.credit, source.credit.lots)
    draft.credit.notes.extend(source.credit.notes)
    draft.credit.debt += source.credit.debt
    draft.credit.overdraft += source.credit.overdraft
    _add_days(draft, source, 1)
    draft.holds.extend(hold for hold in source.holds if hold not in draft.holds)
    _add_counts(draft, source, 1)
    draft.awards = sorted([*draft.awards, *source.awards], key=lambda one: (one.key, one.on))
    draft.vouchers = sorted(
        [*draft.vouchers, *source.vouchers], key=lambda one: (one.until, one.voucher)
    )
    draft.once = tuple(sorted({*draft.once, *source.once}))
    draft.aim = draft.aim or source.aim
    draft.brought = draft.brought or source.brought
    for sale in source.recent:
        keep_recent(draft, sale)
    draft.coins.settle(draft.on)
    draft.credit.settle(draft.on)
    compact(draft)
    return draft.freeze(), replace(source, merged_into=survivor.member)


def part(survivor: MemberState, alias: MemberState) -> tuple[MemberState, MemberState]:
    """Return both states after a merge is undone: each with what it brought.

    What happened since the merge stays with the survivor. Coins and credit that were spent since
    are missing there: they become debt, never a loss of the one who leaves.
    """
    source = replace(alias, merged_into="")
    draft = Draft(survivor, max(survivor.newest, alias.newest))
    _drain(draft.coins, source.lots, draft.on)
    _drain(draft.credit, source.credit.lots, draft.on)
    for mine, theirs in (
        (draft.coins, Wallet(source.lots, source.notes, source.debt, source.overdraft)),
        (draft.credit, source.credit),
    ):
        mine.notes = [note for note in mine.notes if note not in theirs.notes]
        mine.debt -= min(mine.debt, theirs.debt)
        mine.overdraft -= min(mine.overdraft, theirs.overdraft)
    _add_days(draft, source, -1)
    draft.holds = [hold for hold in draft.holds if hold not in source.holds]
    _add_counts(draft, source, -1)
    draft.awards = [award for award in draft.awards if award not in source.awards]
    theirs_ids = {held.voucher for held in source.vouchers}
    now = {held.voucher: held for held in draft.vouchers}
    draft.vouchers = [held for held in draft.vouchers if held.voucher not in theirs_ids]
    draft.recent = [sale for sale in draft.recent if sale not in source.recent]
    if source.brought == draft.brought:
        draft.brought = None
    compact(draft)
    # A voucher that was used meanwhile stays used.
    vouchers = tuple(now.get(held.voucher, held) for held in source.vouchers)
    return draft.freeze(), replace(source, vouchers=vouchers)


def _pour(purse: Purse, lots: Iterable[tuple[str, date, date | None, int]]) -> None:
    for terms, start, end, amount in lots:
        credit(purse.lots, terms, start, end, amount)


def _drain(purse: Purse, lots: Iterable[tuple[str, date, date | None, int]], on: date) -> None:
    for terms, start, end, amount in lots:
        if end is None or end >= on:
            purse.reverse(amount, terms, start, end, on)
        else:
            take_from(purse.lots, terms, start, end, amount)


def _add_days(draft: Draft, source: MemberState, sign: int) -> None:
    unseen = sum(1 for day in source.days if day.visits > 0 and day.on <= draft.before.on)
    for day in source.days:
        draft.day(day.on, sign * day.visits, sign * day.status, sign * day.paid_minor)
    if source.before != NOTHING_BEFORE or unseen:
        draft.before = Day(
            max(draft.before.on, source.before.on),
            draft.before.visits + sign * (source.before.visits + unseen),
            draft.before.status + sign * source.before.status,
            draft.before.paid_minor + sign * source.before.paid_minor,
        )


def _add_counts(draft: Draft, source: MemberState, sign: int) -> None:
    for key, coins in (source.caps or {}).items():
        draft.caps[key] = draft.caps.get(key, 0) + sign * coins
        if not draft.caps[key]:
            del draft.caps[key]
    for key, one in (source.progress or {}).items():
        draft.add_progress(key, sign * one.amount, one.keep_until)
    for key, times in (source.done or {}).items():
        draft.add_done(key, sign * times)
    draft.purchases += sign * source.purchases
    draft.earned += sign * source.earned
    draft.spent += sign * source.spent

"""Two members become one, and two again (LEDGER.md 25)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.domain.coins import Lot, credit, take, take_from
from app.domain.fold.bounds import compact
from app.domain.fold.draft import Draft, Purse
from app.domain.fold.recent import keep_recent
from app.domain.members import NOTHING_BEFORE, Award, Day, MemberState, Wallet


def absorb(survivor: MemberState, source: MemberState) -> tuple[MemberState, MemberState]:
    """Return both states after a merge: the survivor with everything, the source an alias.

    The alias keeps what it brought, so that `part` can give it back.
    """
    draft = Draft(survivor, max(survivor.newest, source.newest))
    _pour(draft.coins, _purse(source))
    _pour(draft.credit, source.credit)
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
    draft.aliases = (*draft.aliases, source.member)
    for sale in source.recent:
        keep_recent(draft, sale)
    draft.coins.settle(draft.on)
    draft.credit.settle(draft.on)
    _compact(draft)
    alias = replace(source, merged_into=survivor.member, survivor_then=survivor)
    return draft.freeze(), alias


def part(survivor: MemberState, alias: MemberState) -> tuple[MemberState, MemberState]:
    """Return both states after a merge is undone: each with what it brought.

    When nothing happened since, both are exactly as they were. Otherwise that stays with the
    survivor: coins and credit that were spent since are missing there, and become debt, never a
    loss of the one who leaves. Both together hold what the survivor held.
    """
    source = replace(alias, merged_into="", survivor_then=None)
    then = alias.survivor_then or MemberState(survivor.member)
    if absorb(then, source)[0] == survivor:
        return then, source
    draft = Draft(survivor, max(survivor.newest, alias.newest))
    coins = _drain(draft.coins, _purse(source), then.lots, draft.on)
    wallet = _drain(draft.credit, source.credit, then.credit.lots, draft.on)
    _add_days(draft, source, -1)
    draft.holds = [one for one in draft.holds if one not in source.holds or one in then.holds]
    _add_counts(draft, source, -1)
    awards, revoked = _leaving_awards(draft, source)
    done = dict(source.done or {})
    for award in revoked:
        kind = award.key.partition("|")[0]
        draft.add_done(kind, 1)
        done[kind] = done.get(kind, 0) - 1
    now = {held.voucher: held for held in draft.vouchers}
    vouchers = tuple(now[held.voucher] for held in source.vouchers if held.voucher in now)
    draft.vouchers = [held for held in draft.vouchers if held not in vouchers]
    brought_sales = {sale.sale for sale in source.recent}
    draft.recent = [sale for sale in draft.recent if sale.sale not in brought_sales]
    draft.once = tuple(key for key in draft.once if key not in source.once or key in then.once)
    draft.aliases = tuple(one for one in draft.aliases if one != source.member)
    if draft.aim == source.aim:
        draft.aim = then.aim
    # A friend who was paid for while both were one is not paid for again.
    paid_since = source.brought is not None and then.brought is None and draft.brought is None
    if draft.brought == source.brought:
        draft.brought = then.brought
    draft.coins.settle(draft.on)
    draft.credit.settle(draft.on)
    _compact(draft)
    left = replace(
        source,
        lots=coins.lots,
        notes=coins.notes,
        debt=coins.debt,
        overdraft=coins.overdraft,
        lapsed=coins.lapsed,
        credit=wallet,
        awards=awards,
        done={kind: times for kind, times in done.items() if times} or None,
        vouchers=vouchers,
        brought=None if paid_since else source.brought,
    )
    return draft.freeze(), left


def _compact(draft: Draft) -> None:
    draft.may_be_over = True
    if draft.newest > date.min:  # two members to whom nothing happened yet
        compact(draft)


def _leaving_awards(
    draft: Draft, source: MemberState
) -> tuple[tuple[Award, ...], tuple[Award, ...]]:
    """Take what the source was granted out of the draft; return (what is left, revoked since)."""
    awards: list[Award] = []
    revoked: list[Award] = []
    for award in source.awards:
        if award in draft.awards:
            draft.awards.remove(award)
            awards.append(award)
        elif award.keep_until is None or award.keep_until >= draft.newest:
            revoked.append(award)
    return tuple(awards), tuple(revoked)


def _purse(state: MemberState) -> Wallet:
    """Return a member's coins in the form of store credit."""
    return Wallet(state.lots, state.notes, state.debt, state.overdraft, state.lapsed)


def _pour(purse: Purse, brought: Wallet) -> None:
    for lot in brought.lots:
        credit(purse.lots, *lot)
    for lot in brought.lapsed:
        credit(purse.lapsed, *lot)
    purse.notes.extend(brought.notes)
    purse.debt += brought.debt
    purse.overdraft += brought.overdraft


def _drain(purse: Purse, brought: Wallet, own_lots: Iterable[Lot], on: date) -> Wallet:
    """Take out of a purse what was brought into it; return what leaves.

    Lots that lapsed and were cleared away since are gone for both. Debts that were settled from
    the survivor's coins (`own_lots`, as they were) go back to who brought them.
    """
    before = purse.net()
    leaving = []
    for lot in brought.lots:
        short = take_from(purse.lots, *lot)
        if lot.expires_on is None or lot.expires_on >= on:
            purse.reverse(short, lot.terms, lot.available_from, lot.expires_on, on)
            short = 0
        leaving.append(lot._replace(amount=lot.amount - short))
    lapsed = [
        lot._replace(amount=lot.amount - take_from(purse.lapsed, *lot)) for lot in brought.lapsed
    ]
    theirs = {note.spend_id for note in brought.notes}
    purse.notes = [note for note in purse.notes if note.spend_id not in theirs]
    purse.debt -= min(purse.debt, brought.debt)
    purse.overdraft = sum(note.short for note in purse.notes)
    left = brought._replace(
        lots=tuple(lot for lot in leaving if lot.amount),
        lapsed=tuple(lot for lot in lapsed if lot.amount),
    )
    gap = before - purse.net() - Purse(*left).net()
    if gap > 0:
        parts, rest = take(list(own_lots), gap, on, pending=True)
        for own in parts:
            credit(purse.lots, *own)
        if rest:
            credit(purse.lots, "", on, None, rest)
    elif gap < 0:
        purse.reverse(-gap, "", on, None, on)
    return left


def _add_days(draft: Draft, source: MemberState, sign: int) -> None:
    unseen = sum(1 for day in source.days if day.visits > 0 and day.on <= draft.before.on)
    for day in source.days:
        draft.day(day.on, sign * day.visits, sign * day.status, sign * day.paid_minor)
    if source.before != NOTHING_BEFORE or unseen:
        draft.before = Day(
            max(draft.before.on, source.before.on),
            max(0, draft.before.visits + sign * (source.before.visits + unseen)),
            draft.before.status + sign * source.before.status,
            draft.before.paid_minor + sign * source.before.paid_minor,
        )


def _add_counts(draft: Draft, source: MemberState, sign: int) -> None:
    for key, coins in (source.caps or {}).items():
        caps = draft.own_caps()
        caps[key] = caps.get(key, 0) + sign * coins
        if not caps[key]:
            del caps[key]
    for key, one in (source.progress or {}).items():
        draft.add_progress(key, sign * one.amount, one.keep_until)
    for key, times in (source.done or {}).items():
        draft.add_done(key, sign * times)
    draft.purchases += sign * source.purchases
    draft.earned += sign * source.earned
    draft.spent += sign * source.spent

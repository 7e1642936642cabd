"""The one fold: state + event -> state, at every station, in the cell and in `doctor`.

It reads effects only, never the programme, so a rebuild never re-rates (LEDGER.md 2). Sums and
dated sets make late events land where they belong; only the allocation of a spend to lots
follows the order of the feed.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from app.domain.coins import Lot, SpendNote, credit, give_back, take, take_from
from app.domain.events import (
    Earn,
    Event,
    Expire,
    Paid,
    Restore,
    Returned,
    Reverse,
    Sold,
    Spend,
    Status,
    TierDrop,
    TierHold,
    Visit,
    Voided,
)
from app.domain.members import (
    DAYS_KEPT,
    NOTES_KEPT,
    RECENT_KEPT,
    Day,
    Hold,
    MemberState,
    RecentSale,
)

LOTS_KEPT = 48
CAPS_KEPT = 40


class _Draft:
    """The state of one member while one event is applied; lists instead of tuples."""

    __slots__ = (
        "before",
        "caps",
        "days",
        "debt",
        "earned",
        "holds",
        "lots",
        "member",
        "merged_into",
        "notes",
        "on",
        "overdraft",
        "purchases",
        "recent",
        "spent",
    )

    def __init__(self, state: MemberState, on: date) -> None:
        self.member = state.member
        self.on = on
        self.lots = list(state.lots)
        self.notes = list(state.notes)
        self.debt = state.debt
        self.overdraft = state.overdraft
        self.days = list(state.days)
        self.before = state.before
        self.holds = list(state.holds)
        self.recent = list(state.recent)
        self.caps = dict(state.caps) if state.caps else {}
        self.purchases = state.purchases
        self.earned = state.earned
        self.spent = state.spent
        self.merged_into = state.merged_into

    def freeze(self) -> MemberState:
        return MemberState(
            member=self.member,
            lots=tuple(self.lots),
            notes=tuple(self.notes),
            debt=self.debt,
            overdraft=self.overdraft,
            days=tuple(self.days),
            before=self.before,
            holds=tuple(self.holds),
            recent=tuple(self.recent),
            caps=self.caps or None,
            purchases=self.purchases,
            earned=self.earned,
            spent=self.spent,
            merged_into=self.merged_into,
        )

    def day(self, on: date, visits: int = 0, status: int = 0, paid_minor: int = 0) -> None:
        """Add to the sums of a business date; one already summed away adds to `before`."""
        if on <= self.before.on:
            self.before = self.before._replace(
                status=self.before.status + status,
                paid_minor=self.before.paid_minor + paid_minor,
            )
            return
        for at in range(len(self.days) - 1, -1, -1):
            day = self.days[at]
            if day.on == on:
                self.days[at] = Day(
                    on, day.visits + visits, day.status + status, day.paid_minor + paid_minor
                )
                return
            if day.on < on:
                self.days.insert(at + 1, Day(on, visits, status, paid_minor))
                return
        self.days.insert(0, Day(on, visits, status, paid_minor))

    def count(self, rule: str, period: str, coins: int) -> None:
        if period:
            key = f"{rule}|{period}"
            left = self.caps.pop(key, 0) + coins
            if left:
                self.caps[key] = left


def _earn(draft: _Draft, effect: Earn) -> None:
    credit(draft.lots, effect.terms, effect.available_from, effect.expires_on, effect.amount)
    draft.earned += effect.amount
    draft.count(effect.rule, effect.period, effect.amount)


def _reverse(draft: _Draft, effect: Reverse) -> None:
    short = take_from(
        draft.lots, effect.terms, effect.available_from, effect.expires_on, effect.amount
    )
    for lot in [one for one in draft.lots if short and _expires_with(one, effect)]:
        short = take_from(draft.lots, *lot[:3], short)
    if short:
        _, short = take(draft.lots, short, draft.on, pending=True)
    draft.debt += short
    draft.earned -= effect.amount
    draft.count(effect.rule, effect.period, -effect.amount)


def _expires_with(lot: Lot, effect: Reverse) -> bool:
    """Say whether a lot may hold coins of the effect's, which was joined with its like."""
    return (lot.terms, lot.expires_on) == (effect.terms, effect.expires_on)


def _spend(draft: _Draft, effect: Spend) -> None:
    parts, short = take(draft.lots, effect.amount, draft.on)
    draft.notes.append(SpendNote(effect.spend_id, draft.on, parts, short))
    draft.overdraft += short
    draft.spent += effect.amount


def _restore(draft: _Draft, effect: Restore) -> None:
    draft.spent -= effect.amount
    rest = effect.amount
    for at, note in enumerate(draft.notes):
        if note.spend_id == effect.spend_id:
            back = min(rest, note.short + sum(part.amount for part in note.parts))
            left, owed = give_back(draft.lots, note, back, effect.lapsed_until, draft.on)
            draft.overdraft -= owed
            rest -= back
            draft.notes[at] = left
            if not left.parts and not left.short:
                del draft.notes[at]
            break
    if rest:
        # The note is older than those kept: the coins come back as a lot of their own.
        credit(draft.lots, "", draft.on, effect.lapsed_until, rest)


def _visit(draft: _Draft, effect: Visit) -> None:
    draft.day(effect.on, visits=effect.count)
    draft.purchases += effect.count


def _status(draft: _Draft, effect: Status) -> None:
    draft.day(effect.on, status=effect.points)


def _paid(draft: _Draft, effect: Paid) -> None:
    draft.day(effect.on, paid_minor=effect.amount_minor)


def _hold(draft: _Draft, effect: TierHold) -> None:
    draft.holds = [hold for hold in draft.holds if hold.until >= draft.on - timedelta(days=31)]
    draft.holds.append(Hold(effect.tier, effect.reached_on, effect.until))


def _drop(draft: _Draft, effect: TierDrop) -> None:
    draft.holds = [
        hold
        for hold in draft.holds
        if (hold.tier, hold.reached_on) != (effect.tier, effect.reached_on)
    ]


def _expire(draft: _Draft, effect: Expire) -> None:
    take_from(draft.lots, effect.terms, effect.available_from, effect.expires_on, effect.amount)


_APPLY: dict[type, Callable[[_Draft, Any], None]] = {
    Earn: _earn,
    Reverse: _reverse,
    Spend: _spend,
    Restore: _restore,
    Visit: _visit,
    Status: _status,
    Paid: _paid,
    TierHold: _hold,
    TierDrop: _drop,
    Expire: _expire,
}


def fold(state: MemberState, event: Event) -> MemberState:
    """Return the member's state after the event; the event must be the member's own.

    A merge is folded by `absorb`, since it needs the other member's state too.
    """
    draft = _Draft(state, event.on)
    for effect in event.effects:
        _APPLY[type(effect)](draft, effect)
    _settle(draft)
    _remember(draft, event)
    _compact(draft)
    return draft.freeze()


def absorb(survivor: MemberState, source: MemberState) -> tuple[MemberState, MemberState]:
    """Return both states after a merge: the survivor with everything, the source an alias."""
    draft = _Draft(survivor, max(day.on for day in (survivor.before, source.before)))
    for lot in source.lots:
        credit(draft.lots, lot.terms, lot.available_from, lot.expires_on, lot.amount)
    draft.notes.extend(source.notes)
    draft.debt += source.debt
    draft.overdraft += source.overdraft
    unseen = sum(1 for day in source.days if day.visits > 0 and day.on <= draft.before.on)
    for day in source.days:
        draft.day(day.on, day.visits, day.status, day.paid_minor)
    draft.before = Day(
        max(draft.before.on, source.before.on),
        draft.before.visits + source.before.visits + unseen,
        draft.before.status + source.before.status,
        draft.before.paid_minor + source.before.paid_minor,
    )
    draft.holds.extend(hold for hold in source.holds if hold not in draft.holds)
    for key, coins in (source.caps or {}).items():
        draft.caps[key] = draft.caps.get(key, 0) + coins
    draft.purchases += source.purchases
    draft.earned += source.earned
    draft.spent += source.spent
    for sale in source.recent:
        _keep_recent(draft, sale)
    _settle(draft)
    _compact(draft)
    return draft.freeze(), MemberState(member=source.member, merged_into=survivor.member)


def _settle(draft: _Draft) -> None:
    """Pay debts from lots at once, so that the sum does not depend on who came first."""
    if draft.debt and draft.lots:
        _, draft.debt = take(draft.lots, draft.debt, draft.on, pending=True)
    if draft.overdraft and draft.lots:
        for at, note in enumerate(draft.notes):
            if note.short:
                parts, short = take(draft.lots, note.short, draft.on)
                draft.overdraft -= note.short - short
                draft.notes[at] = note._replace(parts=note.parts + parts, short=short)


def _remember(draft: _Draft, event: Event) -> None:
    match event.facts:
        case Sold() as sold:
            _keep_recent(draft, _recent(event, sold))
        case Returned() as returned:
            _lower_recent(draft, returned)
        case Voided() as voided:
            draft.recent = [sale for sale in draft.recent if sale.sale != voided.sale]
        case _:
            pass


def _recent(event: Event, sold: Sold) -> RecentSale:
    return RecentSale(
        event.id,
        event.on,
        event.at_ms,
        sold.bill_number,
        sum(line.net_minor for line in sold.lines),
        sum(step.granted for step in sold.steps),
    )


def _keep_recent(draft: _Draft, sale: RecentSale) -> None:
    draft.recent.append(sale)
    draft.recent.sort(key=lambda kept: (kept.at_ms, kept.sale), reverse=True)
    del draft.recent[RECENT_KEPT:]


def _lower_recent(draft: _Draft, returned: Returned) -> None:
    for at, sale in enumerate(draft.recent):
        amount = sum(part.amount_minor for part in returned.parts if part.sale == sale.sale)
        coins = sum(coins for of, _, coins in returned.steps if of == sale.sale)
        if amount or coins:
            draft.recent[at] = sale._replace(
                paid_minor=sale.paid_minor - amount, coins=sale.coins - coins
            )


def _compact(draft: _Draft) -> None:
    """Keep the row bounded: old days are summed, ripe lots of one expiry join, notes go."""
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
    if len(draft.notes) > NOTES_KEPT:
        owing = [note for note in draft.notes[:-NOTES_KEPT] if note.short]
        draft.notes = owing + draft.notes[-NOTES_KEPT:]
    if len(draft.lots) > LOTS_KEPT:
        draft.lots = _joined(draft.lots, draft.on)
    if len(draft.caps) > 2 * CAPS_KEPT:
        # Days and weeks are over long before months and years; those are few.
        short = [key for key in draft.caps if len(key.rpartition("|")[2]) > len("2026-12")]
        for key in sorted(short, key=lambda key: key.rpartition("|")[2])[:-CAPS_KEPT]:
            del draft.caps[key]


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


def blank(member: str) -> MemberState:
    """Return the state of a member nothing happened to yet."""
    return MemberState(member=member)

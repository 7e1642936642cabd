"""The state of one member while one event is applied: lists instead of tuples."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, make_dataclass
from datetime import date
from typing import Any, cast

from app.domain.coins import Lot, SpendNote, credit, give_back, take, take_from
from app.domain.members import FOLD_VERSION, NO_CREDIT, Day, MemberState, Sum, Wallet


class Purse:
    """Coins or store credit: lots, what each spend drew, debts. Amounts are integers.

    `lapsed` are the remainders that expiry took lately: a spend dated before takes them back.
    """

    __slots__ = ("debt", "lapsed", "lots", "notes", "overdraft")

    def __init__(
        self,
        lots: tuple[Lot, ...],
        notes: tuple[SpendNote, ...],
        debt: int,
        overdraft: int,
        lapsed: tuple[Lot, ...] = (),
    ) -> None:
        self.lots = list(lots)
        self.notes = list(notes)
        self.debt = debt
        self.overdraft = overdraft
        self.lapsed = list(lapsed)

    def expire(self, amount: int, terms: str, start: date, end: date) -> None:
        """Take a dead remainder away and remember it; below zero, give it back to its lot."""
        if amount < 0:
            take_from(self.lapsed, terms, start, end, -amount)
            credit(self.lots, terms, start, end, -amount)
            return
        gone = amount - take_from(self.lots, terms, start, end, amount)
        if gone:
            credit(self.lapsed, terms, start, end, gone)

    def reverse(self, amount: int, terms: str, start: date, end: date | None, on: date) -> None:
        """Take what was given back from its lot, else from its like, else from any; owe the rest.

        A lot may hold more than it was given, since ripe lots of one expiry are joined; when
        there are very many, those of one month or year, to the latest day of it.
        """
        short = take_from(self.lots, terms, start, end, amount)
        for like in (_same_day, _same_month, _same_year):
            for lot in [one for one in self.lots if one.terms == terms]:
                if short and like(lot.expires_on, end):
                    short = take_from(self.lots, *lot[:3], short)
        if short:
            _, short = take(self.lots, short, on, pending=True)
        self.debt += short

    def spend(self, amount: int, spend_id: str, on: date) -> None:
        """Draw a spend from the lots, soonest-expiring first, and remember which."""
        parts, short = take(self.lots, amount, on)
        self.notes.append(SpendNote(spend_id, on, parts, short))
        self.overdraft += short

    def restore(
        self, amount: int, spend_id: str, lapsed_until: date, on: date, terms: str = ""
    ) -> None:
        """Give a spend back to its lots; of one that is forgotten, as a lot of `terms`."""
        rest = amount
        for at, note in enumerate(self.notes):
            if note.spend_id == spend_id:
                back = min(rest, note.short + sum(part.amount for part in note.parts))
                left, owed = give_back(self.lots, note, back, lapsed_until, on)
                self.overdraft -= owed
                rest -= back
                self.notes[at] = left
                if not left.parts and not left.short:
                    del self.notes[at]
                break
        if rest:
            credit(self.lots, terms, on, lapsed_until, rest)

    def respend(
        self, amount: int, spend_id: str, spent_on: date, lots: tuple[Lot, ...], on: date
    ) -> None:
        """Draw a spend anew from the lots it was put back to, what they lack from any."""
        drawn = []
        for lot in lots:
            part = lot.amount - take_from(self.lots, *lot)
            drawn += [lot._replace(amount=part)] if part else []
        more, short = take(self.lots, amount - sum(one.amount for one in drawn), on)
        self.overdraft += short
        known = [at for at, note in enumerate(self.notes) if note.spend_id == spend_id]
        if known:
            note = self.notes[known[0]]
            parts = _joined([*note.parts, *drawn, *more])
            self.notes[known[0]] = note._replace(parts=parts, short=note.short + short)
            return
        later = (at for at, note in enumerate(self.notes) if note.on > spent_on)
        note = SpendNote(spend_id, spent_on, _joined([*drawn, *more]), short)
        self.notes.insert(next(later, len(self.notes)), note)

    def settle(self, on: date) -> None:
        """Pay debts from lots at once, so that the sum does not depend on who came first."""
        if self.debt and self.lots:
            _, self.debt = take(self.lots, self.debt, on, pending=True)
        if self.overdraft and self.lots:
            for at, note in enumerate(self.notes):
                if note.short:
                    parts, short = take(self.lots, note.short, on)
                    self.overdraft -= note.short - short
                    self.notes[at] = note._replace(parts=note.parts + parts, short=short)

    def net(self) -> int:
        """Return what the lots hold less the debts."""
        return sum(lot.amount for lot in self.lots) - self.debt - self.overdraft

    def wallet(self) -> Wallet:
        """Return what the purse holds, as states keep store credit."""
        return Wallet(
            tuple(self.lots), tuple(self.notes), self.debt, self.overdraft, tuple(self.lapsed)
        )

    def lose(self, amount: int, on: date) -> None:
        """Forget lots, spends and debts, which came to `amount`; a difference stays, as one lot.

        So the sum moves by `amount` and nothing else, whatever happened elsewhere meanwhile.
        """
        left = self.net() - amount
        self.lots, self.notes, self.debt, self.overdraft = [], [], max(0, -left), 0
        self.lapsed = []
        if left > 0:
            credit(self.lots, "", on, None, left)


def _joined(parts: list[Lot]) -> tuple[Lot, ...]:
    """Return parts of a spend, those of one lot that follow each other as one."""
    joined: list[Lot] = []
    for part in parts:
        if joined and joined[-1][:3] == part[:3]:
            joined[-1] = part._replace(amount=joined[-1].amount + part.amount)
        else:
            joined.append(part)
    return tuple(joined)


def _same_day(last: date | None, end: date | None) -> bool:
    return last == end


def _same_month(last: date | None, end: date | None) -> bool:
    return bool(last and end and last >= end and (last.year, last.month) == (end.year, end.month))


def _same_year(last: date | None, end: date | None) -> bool:
    return bool(last and end and last >= end and last.year == end.year)


# A frozen class sets each of its thirty fields by a call, which takes longer than most folds.
# An object of this open class is a state as soon as it is told so: both have the same slots.
_Open: Any = make_dataclass(
    "_Open", [field.name for field in fields(MemberState)], slots=True, init=False
)


class Draft:
    """The parts of a `MemberState`, open to change; `freeze` makes the next state.

    Days, caps and progress, of which there may be hundreds, are copied only when they change:
    `own_days`, `own_caps`, `own_progress` give what may be changed.
    """

    __slots__ = (
        "_credit",
        "_own_caps",
        "_own_days",
        "_own_progress",
        "aim",
        "aliases",
        "awards",
        "before",
        "brought",
        "caps",
        "coins",
        "days",
        "done",
        "earned",
        "erased",
        "holds",
        "may_be_over",
        "member",
        "merged_into",
        "newest",
        "on",
        "once",
        "progress",
        "purchases",
        "recent",
        "spent",
        "vouchers",
    )

    def __init__(self, state: MemberState, on: date) -> None:
        self.member = state.member
        self.on = on
        self.coins = Purse(state.lots, state.notes, state.debt, state.overdraft, state.lapsed)
        self._credit = Purse(*state.credit) if state.credit != NO_CREDIT else None
        self.days: Sequence[Day] = state.days
        self._own_days: list[Day] | None = None
        self.before = state.before
        self.holds = list(state.holds)
        self.recent = list(state.recent)
        self.caps: Mapping[str, int] = state.caps or {}
        self._own_caps: dict[str, int] | None = None
        self.purchases = state.purchases
        self.earned = state.earned
        self.spent = state.spent
        self.merged_into = state.merged_into
        self.newest = max(state.newest, on)
        self.may_be_over = on != state.newest
        self.progress: Mapping[str, Sum] = state.progress or {}
        self._own_progress: dict[str, Sum] | None = None
        self.awards = list(state.awards)
        self.done = dict(state.done) if state.done else {}
        self.vouchers = list(state.vouchers)
        self.once = state.once
        self.aim = state.aim
        self.brought = state.brought
        self.erased = state.erased
        self.aliases = state.aliases

    def freeze(self) -> MemberState:
        """Return the state as it is now."""
        state = object.__new__(_Open)
        state.member = self.member
        state.lots = tuple(self.coins.lots)
        state.notes = tuple(self.coins.notes)
        state.debt = self.coins.debt
        state.overdraft = self.coins.overdraft
        state.days = tuple(self.days)
        state.before = self.before
        state.holds = tuple(self.holds)
        state.recent = tuple(self.recent)
        state.caps = cast("dict[str, int]", self.caps) or None
        state.purchases = self.purchases
        state.earned = self.earned
        state.spent = self.spent
        state.merged_into = self.merged_into
        state.fold_version = FOLD_VERSION
        state.newest = self.newest
        state.progress = cast("dict[str, Sum]", self.progress) or None
        state.awards = tuple(self.awards)
        state.done = self.done or None
        state.vouchers = tuple(self.vouchers)
        state.credit = self._credit.wallet() if self._credit else NO_CREDIT
        state.once = self.once
        state.aim = self.aim
        state.brought = self.brought
        state.erased = self.erased
        state.lapsed = tuple(self.coins.lapsed)
        state.aliases = self.aliases
        state.survivor_then = None
        state.__class__ = MemberState
        return cast("MemberState", state)

    @property
    def credit(self) -> Purse:
        """The store credit, to change."""
        if self._credit is None:
            self._credit = Purse(*NO_CREDIT)
        return self._credit

    @property
    def purses(self) -> tuple[Purse, ...]:
        """The coins, and the store credit where there ever was any."""
        return (self.coins, self._credit) if self._credit else (self.coins,)

    def own_days(self) -> list[Day]:
        """Return the days to change."""
        if self._own_days is None:
            self.days = self._own_days = list(self.days)
        return self._own_days

    def own_caps(self) -> dict[str, int]:
        """Return what is counted under limits to change."""
        if self._own_caps is None:
            self.caps = self._own_caps = dict(self.caps)
        return self._own_caps

    def own_progress(self) -> dict[str, Sum]:
        """Return the sums of goals to change."""
        if self._own_progress is None:
            self.progress = self._own_progress = dict(self.progress)
        return self._own_progress

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
                total = Day(
                    on, day.visits + visits, day.status + status, day.paid_minor + paid_minor
                )
                self.own_days()[at : at + 1] = _something(total)
                return
            if day.on < on:
                self.own_days()[at + 1 : at + 1] = _something(Day(on, visits, status, paid_minor))
                return
        self.own_days()[:0] = _something(Day(on, visits, status, paid_minor))

    def count(self, rule: str, period: str, amount: int) -> None:
        """Count under a limit's period; an empty period is not limited."""
        if period:
            key = f"{rule}|{period}"
            caps = self.own_caps()
            left = caps.pop(key, 0) + amount
            if left:
                caps[key] = left

    def add_progress(self, key: str, amount: int, keep_until: date | None) -> None:
        """Add to the sum of a key; a sum of nothing is not kept."""
        progress = self.own_progress()
        old = progress.pop(key, None)
        total = amount + (old.amount if old else 0)
        if total:
            keep = keep_until
            if old and keep is not None:
                keep = max(keep, old.keep_until) if old.keep_until else None
            progress[key] = Sum(total, keep)
            self.may_be_over |= keep is not None and keep < self.newest

    def add_done(self, source: str, times: int) -> None:
        """Count how often something was granted."""
        left = self.done.pop(source, 0) + times
        if left:
            self.done[source] = left


def _something(day: Day) -> tuple[Day, ...]:
    """Return the day to keep, or nothing when nothing is left of it."""
    return (day,) if day.visits or day.status or day.paid_minor else ()

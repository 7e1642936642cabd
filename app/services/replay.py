"""Receipts of a file go through the counter's own use cases, at the time they happened.

The clock is set to each receipt, the cell books as it would in a shop, and the day-end jobs run
whenever the business date moves on.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from app.domain.bills import Bill
from app.domain.ids import mint_id
from app.domain.members import coins_on
from app.domain.open_sales import OpenSale
from app.domain.return_parts import Asked
from app.services import refusals
from app.services.cards import who_has
from app.services.clocks import SetClock
from app.services.imports import Joined, Known, take_over
from app.services.members.phones import old_number_key
from app.services.open_sales import sales_numbered
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.services.sales import AlreadyRecorded, SaleRecorded, record_sale
from app.services.shop import NoProgrammeError, Shop
from app.storage import replica
from app.wire.members_csv import Newcomer
from app.wire.sales_csv import BadReceipt, Receipt

RECEIPTS_PER_BOOKING: Final = 100


@dataclass(frozen=True, slots=True)
class Pace:
    """What a replay drives: the clock, the booking, the jobs of the days that are over."""

    clock: SetClock
    book: Callable[[], None]
    end_days: Callable[[], None]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """Rows that changed nothing: the line in the file, the receipt and a sentence."""

    line: int
    receipt: str
    reason: str


@dataclass(slots=True)
class Tally:
    """What a replay did. Quantities are in thousandths of a unit.

    `already` receipts were recorded before. `unknown` sales had a member number nobody has;
    they are guest sales. `outstanding` coins are available plus pending less debt on `on`.
    """

    receipts: int = 0
    sales: int = 0
    returns: int = 0
    already: int = 0
    unknown: int = 0
    enrolled: int = 0
    matched_milli: int = 0
    unmatched_milli: int = 0
    coins_earned: int = 0
    coins_reversed: int = 0
    outstanding: int = 0
    members: int = 0
    on: date | None = None
    broken: list[RefusedRow] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)

    def fields(self) -> dict[str, Any]:
        """Return the report as plain values; quantities in units."""
        return {
            "receipts": self.receipts,
            "sales": self.sales,
            "returns": self.returns,
            "recorded_before": self.already,
            "matched_return_quantity": _units(self.matched_milli),
            "unmatched_return_quantity": _units(self.unmatched_milli),
            "coins_earned": self.coins_earned,
            "coins_reversed": self.coins_reversed,
            "coins_outstanding": self.outstanding,
            "members": self.members,
            "members_enrolled": self.enrolled,
            "unknown_member_receipts": self.unknown,
            "business_date": self.on.isoformat() if self.on else None,
            "broken_rows": [_row(row) for row in self.broken],
            "refused_receipts": [_row(row) for row in self.refused],
        }


def replay(
    shop: Shop,
    pace: Pace,
    receipts: Iterable[Receipt | BadReceipt],
    *,
    enrol: bool,
    until: datetime | None = None,
) -> Tally:
    """Record receipts in the order they come; return what came of it.

    With `enrol` unknown member numbers become members. With `until` (an import into a running
    shop) later receipts are refused.
    """
    run = _Run(shop, pace, enrol=enrol, until=until)
    place = shop.store, shop.till
    try:
        for receipt in receipts:
            run.take(receipt)
    finally:
        shop.store, shop.till = place
        pace.book()
    return run.finished()


class _Run:
    """One replay on its way; `day` is the business date it has reached."""

    def __init__(self, shop: Shop, pace: Pace, *, enrol: bool, until: datetime | None) -> None:
        self.shop = shop
        self.pace = pace
        self.enrol = enrol
        self.until = until
        self.place = shop.store, shop.till
        self.tally = Tally()
        self.day: date | None = None
        self.known: dict[str, str] = {}
        self.last: tuple[datetime, int] | None = None
        self.unbooked = 0

    def take(self, receipt: Receipt | BadReceipt) -> None:
        self.tally.receipts += 1
        if isinstance(receipt, BadReceipt):
            self._broken(receipt)
            return
        try:
            self._record(receipt)
        except NoProgrammeError:
            day = receipt.occurred_at.date()
            self._refuse(receipt, f"no programme was in force on {day}; publish one that was")

    def _record(self, receipt: Receipt) -> None:
        at = self._instant(receipt)
        if self.until is not None and at > self.until:
            self._refuse(receipt, "it is dated in the future; correct occurred_at")
            return
        self.shop.store = receipt.store or self.place[0]
        self.shop.till = receipt.till or self.place[1]
        self._move_to(at)
        member = self._member(receipt)
        event_id = self._event_id(receipt, at)
        if receipt.kind == "sale":
            self._sale(receipt, event_id, member)
        else:
            self._return(receipt, event_id, member)
        self.unbooked += 1
        if self.unbooked >= RECEIPTS_PER_BOOKING:
            self._book()

    def finished(self) -> Tally:
        if self.until is not None:
            self.pace.clock.at = self.until
        day = self.day if self.day and self.until is None else self.shop.moment().on
        self.tally.on = day
        with self.shop.db.cursor(None) as cursor:
            for state, profile in replica.members(cursor):
                if profile.joined_on and not state.merged_into:
                    coins = coins_on(state, day)
                    self.tally.members += 1
                    self.tally.outstanding += coins.available + coins.pending - coins.debt
        return self.tally

    def _sale(self, receipt: Receipt, event_id: str, member: str) -> None:
        bill = Bill(event_id, receipt.number, receipt.lines, member)
        outcome = record_sale(self.shop, receipt.cashier, bill)
        if isinstance(outcome, SaleRecorded):
            self.tally.sales += 1
            self.tally.coins_earned += outcome.coins_earned
        elif isinstance(outcome, AlreadyRecorded):
            self.tally.already += 1
        else:
            self._refuse(receipt, refusals.sentence(outcome))

    def _return(self, receipt: Receipt, event_id: str, member: str) -> None:
        ask = self._ask(receipt, event_id, member)
        if isinstance(ask, str):
            self._refuse(receipt, ask)
            return
        outcome = record_return(self.shop, receipt.cashier, ask)
        if isinstance(outcome, ReturnRecorded):
            facts = outcome.taken.facts
            self.tally.returns += 1
            self.tally.matched_milli += sum(part.quantity_milli for part in facts.parts)
            self.tally.unmatched_milli += sum(line.quantity_milli for line in facts.unmatched)
            self.tally.coins_reversed += facts.coins_taken
        elif isinstance(outcome, AlreadyRecorded):
            self.tally.already += 1
        else:
            self._refuse(receipt, refusals.sentence(outcome))

    def _ask(self, receipt: Receipt, event_id: str, member: str) -> ReturnAsk | str:
        if not receipt.original:
            goods = tuple(
                Asked(line.sku, line.name, line.quantity_milli, line.unit_price_minor)
                for line in receipt.lines
            )
            return ReturnAsk(event_id, receipt.number, member=member, goods=goods)
        sales = [one for one in sales_numbered(self.shop, receipt.original) if not one.voided]
        if not sales:
            return f"it returns bill {receipt.original}, which is not known here"
        lines = _lines_of(sales[0], receipt)
        if isinstance(lines, str):
            return lines
        return ReturnAsk(event_id, receipt.number, sale=sales[0].sale, lines=lines, member=member)

    def _member(self, receipt: Receipt) -> str:
        number = receipt.member
        if not number:
            return ""
        if number not in self.known:
            member = self._look_up(number)
            if not member:
                self.tally.unknown += 1
                return ""
            self.known[number] = member
        return self.known[number]

    def _look_up(self, number: str) -> str:
        found = who_has(self.shop, "old_number", old_number_key(number))
        if not found and len(number) == 32 and self.shop.profile(number):
            found = number
        if found or not self.enrol:
            return found or ""
        outcome = take_over(self.shop, Newcomer(number))
        if isinstance(outcome, Joined | Known):
            self.tally.enrolled += isinstance(outcome, Joined)
            return outcome.member
        return ""

    def _instant(self, receipt: Receipt) -> datetime:
        at = receipt.occurred_at
        if at.tzinfo is None:
            if self.day is None:
                # The zone is the programme's, and which programme depends on the day.
                self.pace.clock.at = at.replace(tzinfo=UTC)
            at = at.replace(tzinfo=ZoneInfo(self.shop.programme.time_zone))
        return at.astimezone(UTC)

    def _move_to(self, at: datetime) -> None:
        """Set the clock; receipts of one instant keep the file's order, a millisecond apart."""
        after = self.last[1] + 1 if self.last is not None and self.last[0] == at else 0
        self.last = (at, after)
        self.pace.clock.at = at + timedelta(milliseconds=after)
        on = self.shop.moment().on
        if self.day is None or on > self.day:
            self._book()
            if self.until is None:
                self.pace.end_days()
            self.day = on

    def _book(self) -> None:
        self.pace.book()
        self.unbooked = 0

    def _event_id(self, receipt: Receipt, at: datetime) -> str:
        """Return the same id whenever this receipt is read, so that it is recorded once."""
        what = f"import:{receipt.kind}:{self.shop.store}:{self.shop.till}:{receipt.number.upper()}"
        return mint_id(int(at.timestamp() * 1000), hashlib.sha256(what.encode()).digest())

    def _broken(self, receipt: BadReceipt) -> None:
        self.tally.broken += [
            RefusedRow(row.line, receipt.number, row.reason) for row in receipt.rows
        ]
        if receipt.number:
            lines = (
                f"line {receipt.line}"
                if receipt.line == receipt.last_line
                else f"lines {receipt.line} to {receipt.last_line}"
            )
            reason = f"receipt {receipt.number} ({lines}) was left out whole"
            self.tally.refused.append(RefusedRow(receipt.line, receipt.number, reason))

    def _refuse(self, receipt: Receipt, reason: str) -> None:
        self.tally.refused.append(RefusedRow(receipt.line, receipt.number, reason))


def _lines_of(sale: OpenSale, receipt: Receipt) -> tuple[tuple[int, int], ...] | str:
    """Return which lines of the sale a return takes, the last line of a sku first."""
    left = [kept.quantity_milli for kept in sale.kept]
    asked: list[tuple[int, int]] = []
    for goods in receipt.lines:
        missing = goods.quantity_milli
        for at in range(len(left) - 1, -1, -1):
            if sale.sold.lines[at].sku == goods.sku and left[at] and missing:
                quantity = min(missing, left[at])
                left[at] -= quantity
                missing -= quantity
                asked.append((at, quantity))
        if missing:
            units = _units(missing)
            return (
                f"it returns {units} of {goods.sku or goods.name} more than is left of bill"
                f" {receipt.original}"
            )
    return tuple(asked)


def _units(milli: int) -> int | float:
    return milli // 1000 if milli % 1000 == 0 else milli / 1000


def _row(row: RefusedRow) -> dict[str, Any]:
    return {"line": row.line, "receipt": row.receipt, "reason": row.reason}

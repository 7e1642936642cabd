"""A shop to try: staff, members with cards, and some weeks of sales by the counter's use cases.

Everything but the day it is made on follows from the seed.
"""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from app.domain.bills import Bill, BillLine, total_minor
from app.domain.catalogue import Item, read_items
from app.domain.staff import Role
from app.services import flags
from app.services.catalogue import import_catalogue
from app.services.demo_members import Habits
from app.services.estimates import estimate
from app.services.member_pins import set_member_pin
from app.services.members import Enrolment, Welcome, enrol
from app.services.replay import Pace
from app.services.returns import ReturnAsk, record_return
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from app.services.staff import list_staff, set_staff
from app.wire.csv_table import BadRow
from app.wire.members_csv import Newcomer

DAYS: Final = 42
OPENS, CLOSES = time(8), time(21, 30)
BILLS_A_DAY = (9, 16)
"""Fewest and most bills of a day; a weekend day has half as many again."""


@dataclass(frozen=True, slots=True)
class DemoStaff:
    """Somebody who works in the demo shop; the PIN is no secret."""

    name: str
    role: Role
    pin: str


STAFF: Final = {
    "IN": (
        DemoStaff("Asha", "owner", "2580"),
        DemoStaff("Ravi", "supervisor", "7391"),
        DemoStaff("मीना", "cashier", "4682"),
    ),
    "PH": (
        DemoStaff("Nena", "owner", "2580"),
        DemoStaff("Jun", "supervisor", "7391"),
        DemoStaff("Liza", "cashier", "4682"),
    ),
}
"""The owner is made with the shop; the others join when it opens."""

MEMBER_PINS: Final = {
    "IN": {"98200 11201": "6174", "98200 11202": "2906"},
    "PH": {"0917 123 4501": "6174", "0917 123 4502": "2906"},
}
"""PINs of members by phone, to try phone and PIN at a kiosk; they are no secret either."""


def fill(
    shop: Shop,
    pace: Pace,
    country: str,
    people: Iterable[Newcomer | BadRow],
    catalogue: Iterable[str],
    now: datetime,
    seed: int = 1,
) -> None:
    """Let the shop live for six weeks until `now`; its clock must stand at their beginning."""
    lines = list(catalogue)
    import_catalogue(shop, lines)
    items = [
        one for one in read_items(lines, shop.programme.currency_digits) if isinstance(one, Item)
    ]
    live(shop, pace, country, people, items, now, seed)


def live(
    shop: Shop,
    pace: Pace,
    country: str,
    people: Iterable[Newcomer | BadRow],
    items: list[Item],
    now: datetime,
    seed: int = 1,
) -> None:
    """Let staff of a country come, and sell the shop's `items` from its clock's day until `now`."""
    owner = list_staff(shop)[0].id
    for one in STAFF[country][1:]:
        set_staff(shop, owner, one.name, one.role, pin=one.pin)
    strangers = [one for one in people if isinstance(one, Newcomer)]
    # The same shop every time; nothing here is a secret.
    pins = MEMBER_PINS[country]
    days = _Days(shop, pace, random.Random(seed), strangers, items, pins)  # noqa: S311
    zone = ZoneInfo(shop.programme.time_zone)
    first = shop.moment().on
    for ordinal in range(first.toordinal(), now.astimezone(zone).date().toordinal() + 1):
        days.live(date.fromordinal(ordinal), zone, now)
    pace.clock.at = now
    pace.book()
    pace.end_days()


class _Days:
    """The shop day by day: who comes, what they buy, what comes back."""

    def __init__(
        self,
        shop: Shop,
        pace: Pace,
        dice: random.Random,
        strangers: list[Newcomer],
        items: list[Item],
        pins: Mapping[str, str],
    ) -> None:
        self.shop = shop
        self.pace = pace
        self.dice = dice
        self.strangers = strangers
        self.items = items
        self.pins = pins
        self.members: list[str] = []
        self.phones: list[str] = []
        # Dice of their own, so that the bills stay what they are whatever members do beside.
        self.habits = Habits(shop, random.Random(dice.random()))  # noqa: S311 - no secret
        self.cashiers = [one.id for one in list_staff(shop)]
        self.owner = self.cashiers[0]
        self.number = 1000
        self.returns = 0
        self.bought: list[tuple[SaleRecorded, Bill]] = []

    def live(self, day: date, zone: ZoneInfo, now: datetime) -> None:
        """Open on a business date, serve, close."""
        bills = self.dice.randint(*BILLS_A_DAY)
        if day.weekday() >= 5:
            bills += bills // 2
        opens, closes = (datetime.combine(day, at, zone) for at in (OPENS, CLOSES))
        seconds = int((closes - opens).total_seconds())
        # People come after work more than at noon: the later of two guesses, most days.
        moments = sorted(
            max(self.dice.sample(range(seconds), 2 if self.dice.random() < 0.6 else 1))
            for _ in range(bills)
        )
        for at, moment in enumerate(moments):
            when = (opens + timedelta(seconds=moment)).astimezone(UTC)
            if when >= now:
                break
            self.pace.clock.at = when
            if at == 0:
                self.pace.book()
                self.pace.end_days()
                self._look_through()
            self._serve()
        self.pace.book()

    def _look_through(self) -> None:
        """Let the owner see in the morning what looked unusual the day before."""
        for flag in flags.waiting(self.shop):
            flags.decide(self.shop, self.owner, flag.id, approve=True)

    def _serve(self) -> None:
        if self.strangers and self.dice.random() < 0.25:
            self._enrol(self.strangers.pop(self.dice.randrange(len(self.strangers))))
        if self.bought and self.dice.random() < 0.02:
            self._take_back()
            return
        member = ""
        if self.members and self.dice.random() < 0.7:
            # Some come every other day, some twice a month.
            member = self.members[int(len(self.members) * self.dice.random() ** 1.8)]
        self._sell(member)

    def _enrol(self, one: Newcomer) -> None:
        asked = Enrolment(
            phone=one.phone,
            name=one.name,
            language=one.language,
            birthday=one.birthday,
            consent=True,
            marketing=one.marketing,
            referrer=self._friend(),
        )
        welcome = enrol(self.shop, self._cashier(), asked)
        if isinstance(welcome, Welcome):
            self.members.append(welcome.view.member)
            self.phones.append(one.phone)
            if one.phone in self.pins:
                set_member_pin(self.shop, "", welcome.view.member, self.pins[one.phone])

    def _friend(self) -> str:
        """Return the phone of who brought the new member, or nothing."""
        brought = self.phones and self.shop.programme.referral is not None
        return self.dice.choice(self.phones) if brought and self.dice.random() < 0.3 else ""

    def _sell(self, member: str) -> None:
        self.number += 1
        lines = tuple(self._line() for _ in range(self.dice.choice((1, 2, 3, 3, 4, 5, 6, 8))))
        bill = Bill(self.shop.mint(), f"A-{self.number}", lines, member)
        coins = self._coins(bill) if member and self.dice.random() < 0.12 else 0
        bill = Bill(bill.id, bill.number, lines, member, coins=coins)
        staff = self._cashier()
        outcome = record_sale(self.shop, staff, self._with_more(bill) if member else bill)
        if isinstance(outcome, SaleRecorded):
            self.bought = [*self.bought[-30:], (outcome, bill)]
            if member:
                self.habits.after_purchase(member, staff)

    def _with_more(self, bill: Bill) -> Bill:
        """Return the bill with a voucher or store credit of the member's, where that fits."""
        credit = 0 if bill.coins else self.habits.credit_for(bill.member, total_minor(bill))
        vouchers = self.habits.voucher_for(bill.member)
        if not credit and not vouchers:
            return bill
        more = replace(bill, credit_minor=credit, vouchers=vouchers)
        state, moment = self.shop.state(bill.member), self.shop.moment()
        return bill if estimate(self.shop, more, state, moment).fault else more

    def _line(self) -> BillLine:
        item = self.dice.choice(self.items)
        loose = item.unit != "each"
        quantity = self.dice.randrange(250, 2001, 50) if loose else 1000
        if not loose and item.unit_price_minor < 10_000:
            quantity *= self.dice.choice((1, 1, 1, 2, 2, 3))
        return BillLine(item.sku, item.name, item.category, quantity, item.unit_price_minor)

    def _coins(self, bill: Bill) -> int:
        state = self.shop.state(bill.member)
        return estimate(self.shop, bill, state, self.shop.moment()).coin_range.maximum

    def _take_back(self) -> None:
        sale, bill = self.bought.pop(self.dice.randrange(len(self.bought)))
        self.returns += 1
        line = self.dice.randrange(len(bill.lines))
        ask = ReturnAsk(
            id=self.shop.mint(),
            receipt=f"R-{self.returns}",
            sale=sale.sale,
            lines=((line, bill.lines[line].quantity_milli),),
        )
        record_return(self.shop, self._cashier(), ask)

    def _cashier(self) -> str:
        return self.dice.choice(self.cashiers)

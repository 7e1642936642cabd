"""What all slips of one event in one language have in common."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from app.domain.events import Event
from app.domain.facts import Line
from app.domain.members import MemberState, coins_on, credit_on
from app.domain.money import Money, quantity
from app.domain.programme import money_of
from app.domain.slips import Divider, Part, Row, Words
from app.domain.stores import store_name
from app.domain.texts import Text, text_in
from app.services.dates import day, instant
from app.services.shop import Shop
from app.services.slips.words import say
from app.storage.prints import OwnRow


class Sheet:
    """Writes what a slip says; titles are those of the programme the event names."""

    def __init__(self, shop: Shop, language: str, event: Event | None, row: OwnRow | None) -> None:
        self.shop = shop
        self.language = language
        self.event = event
        self.programme = shop.rules_of(event.programme).programme if event else shop.programme
        self.money: Money = money_of(self.programme)
        self.on = shop.moment().on
        self._row = row

    def say(self, key: str, *values: str) -> str:
        """Return a text of slips with its values."""
        return say(key, self.language, *values)

    def head(self, title: str, till: str = "", at: str = "") -> list[Part]:
        """Return the shop's name, where and when, and what the slip is."""
        till_words = self.say("till", till) if till else ""
        where = " · ".join(one for one in (store_name(self.shop.store), till_words, at) if one)
        name = text_in(self.programme.name, self.language)
        return [
            Words(name, "large", bold=True, centred=True),
            *([Words(where, "small", centred=True)] if where else []),
            Words(title, bold=True, centred=True),
            Divider(),
        ]

    def balance(self, state: MemberState) -> list[Part]:
        """Return what the member has now."""
        coins, credit = coins_on(state, self.on), credit_on(state, self.on)
        parts: list[Part] = [
            Row(self.say("balance"), self.money.number(coins.spendable), bold=True)
        ]
        if coins.debt:
            parts.append(Row(self.say("owed"), self.money.number(coins.debt)))
        if credit.spendable:
            parts.append(Row(self.say("credit_balance"), self.money.full(credit.spendable)))
        return parts

    def anchor(self) -> list[Part]:
        """Return which row of this till's journal the slip is the proof of."""
        if self._row is None:
            return []
        return [Divider(), anchor_words(self._row.seq, self._row.hash, self.language)]

    def until(self, first: date, last: date) -> str:
        """Return when a voucher can be used."""
        if first > self.on:
            return self.say("from_until", day(first, self.language), day(last, self.language))
        return self.say("until", day(last, self.language))

    def instant(self, at_ms: int) -> str:
        """Return a date and the hour on the shop's clock."""
        offset = self.event.offset_min if self.event else self.shop.moment().offset_min
        local = datetime.fromtimestamp(at_ms / 1000, UTC) + timedelta(minutes=offset)
        return instant(local, self.language)

    def reward(self, reward: str) -> str:
        """Return a reward's title."""
        titles = ((one.id, one.title) for one in self.programme.rewards)
        return titled(titles, reward, self.language)

    def goods(self, line: Line) -> str:
        """Return "Toor dal", or "2 × ₹60 Toor dal" for more or less than one."""
        name = line.name or line.sku
        if line.quantity_milli == 1000:
            return name
        return f"{quantity(line.quantity_milli)} × {self.money.short(line.unit_price_minor)} {name}"


def anchor_words(seq: int, row_hash: bytes, language: str) -> Words:
    """Return a journal row's number and how its hash begins."""
    digits = row_hash.hex()[:8]
    text = say("anchor", language, str(seq), f"{digits[:4]} {digits[4:]}")
    return Words(text, "small", centred=True)


def titled(titles: Iterable[tuple[str, Text]], name: str, language: str) -> str:
    """Return the title of one among several, or its name when it is gone."""
    return next((text_in(title, language) for one, title in titles if one == name), name)

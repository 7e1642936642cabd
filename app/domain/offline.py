"""What a station may let members spend while the hub cannot be asked, and what that can cost.

The rule is a floor (SYNC.md 8): a little for each member, a little more for the whole station, and
only for a while after everything was sent and received. Whatever each station does on its own,
no member overdraws by more than `per_member` stations times over.
"""

from collections.abc import Iterable
from typing import NamedTuple

from app.domain.effects import CreditReverse, Debit, Redebit, Respend, Reverse, Spend
from app.domain.events import Event
from app.domain.programme import Programme
from app.domain.promises import OfflineTerms

HOUR_MS = 3_600_000


class Amount(NamedTuple):
    """Coins, and store credit in minor units."""

    coins: int = 0
    credit_minor: int = 0

    def plus(self, other: "Amount") -> "Amount":
        """Return both together."""
        return Amount(self.coins + other.coins, self.credit_minor + other.credit_minor)

    def less(self, other: "Amount") -> "Amount":
        """Return what is left after another amount; nothing is ever below zero."""
        return Amount(
            max(0, self.coins - other.coins), max(0, self.credit_minor - other.credit_minor)
        )

    def covers(self, other: "Amount") -> bool:
        """Say whether another amount is not more than this, neither in coins nor in credit."""
        return other.coins <= self.coins and other.credit_minor <= self.credit_minor


NOTHING = Amount()


class Risked(NamedTuple):
    """What was spent offline and is not in the feed yet: by one member, and at the station."""

    by_member: Amount = NOTHING
    at_station: Amount = NOTHING


def room(terms: OfflineTerms, available: Amount, risked: Risked, age_ms: int) -> Amount:
    """Return what a member may still spend here without the hub.

    `available` is what the feed says the member has, less what was spent here since; `age_ms` how
    long ago everything was sent and received (negative: the clock cannot be trusted).
    """
    if not 0 <= age_ms <= terms.hours * HOUR_MS:
        return NOTHING
    of_member = per_member(terms).less(risked.by_member)
    of_station = per_station(terms).less(risked.at_station)
    return Amount(*map(min, available, of_member, of_station))


def per_member(terms: OfflineTerms) -> Amount:
    """Return what one station may let one member spend."""
    return Amount(terms.coins_per_member, terms.credit_per_member_minor)


def per_station(terms: OfflineTerms) -> Amount:
    """Return what one station may let all its members spend."""
    return Amount(terms.coins_per_station, terms.credit_per_station_minor)


def debits(events: Iterable[Event]) -> Amount:
    """Return what events take from a member, whatever they give besides."""
    coins = credit_minor = 0
    for event in events:
        for effect in event.effects:
            match effect:
                case Spend(amount=amount) | Respend(amount=amount):
                    coins += amount
                case Reverse(amount=amount):
                    coins += amount
                case Debit(amount_minor=amount) | Redebit(amount_minor=amount):
                    credit_minor += amount
                case CreditReverse(amount_minor=amount):
                    credit_minor += amount
                case _:
                    pass
    return Amount(coins, credit_minor)


def money_minor(programme: Programme, amount: Amount) -> int:
    """Return what an amount is worth in minor units."""
    return amount.coins * programme.coin_value_minor + amount.credit_minor


def bound_minor(programme: Programme, stations: int) -> int:
    """Return the most that one member can overdraw at so many stations, in minor units."""
    return stations * money_minor(programme, per_member(programme.offline))

"""The season calendar: what belongs to each campaign, how far its goal is, what it has given."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.domain.campaigns import earning_rules, parts
from app.domain.effects import Earn, Reverse
from app.domain.events import Event
from app.domain.facts import Claimed, Enrolled, Returned, ReturnPart, Sold, Voided
from app.domain.programme import Programme
from app.domain.promises import Campaign
from app.insight import feed
from app.services.shop import Shop


class Season(NamedTuple):
    """One campaign: `parts` are (noun, id) of what belongs to it.

    `reached` is in the unit of the campaign's measure (minor units for spend). `coins` are those
    its rules gave less those taken back, `over` how many of them are beyond its budget.
    """

    campaign: Campaign
    state: str
    parts: tuple[tuple[str, str], ...]
    reached: int
    coins: int
    over: int


@dataclass(slots=True)
class _Bill:
    member: str
    on: date
    left_minor: int


@dataclass(slots=True)
class _Tally:
    """What happened in a campaign's dates, and what its rules gave whenever."""

    campaign: Campaign
    rules: frozenset[str]
    bills: dict[str, _Bill] = field(default_factory=dict)
    joined: set[str] = field(default_factory=set)
    coins: int = 0

    def take(self, event: Event) -> None:
        first, last = self.campaign.dates
        match event.facts:
            case Sold(lines=lines) if first <= event.on <= last:
                paid = sum(line.net_minor for line in lines)
                self.bills[event.id] = _Bill(event.member, event.on, paid)
            case Returned(parts=back):
                self._lower(back)
            case Voided(sale=sale):
                self.bills.pop(sale, None)
            case Claimed(sale=sale) if sale in self.bills:
                self.bills[sale].member = event.member
            case Enrolled() if first <= event.on <= last:
                self.joined.add(event.member)
            case _:
                pass
        for effect in event.effects:
            if isinstance(effect, Earn | Reverse) and effect.rule in self.rules:
                self.coins += effect.amount if isinstance(effect, Earn) else -effect.amount

    def _lower(self, back: tuple[ReturnPart, ...]) -> None:
        for part in back:
            if part.sale in self.bills:
                self.bills[part.sale].left_minor -= part.amount_minor

    def reached(self) -> int:
        kept = [bill for bill in self.bills.values() if bill.left_minor > 0]
        members = [bill for bill in kept if bill.member]
        match self.campaign.measure:
            case "bills":
                return len(kept)
            case "visits":
                return len({(bill.member, bill.on) for bill in members})
            case "spend":
                return sum(bill.left_minor for bill in kept)
            case "members":
                return len({bill.member for bill in members})
            case "new_members":
                return len(self.joined)
            case _:
                return 0


def seasons(shop: Shop) -> tuple[Season, ...]:
    """Return the programme's campaigns in the order of their dates, as the books stand.

    One pass over the feed. A bill counts as long as something of it is kept.
    """
    programme = shop.programme
    today = shop.moment().on
    tallies = [_Tally(one, earning_rules(programme, one.id)) for one in programme.campaigns]
    for _, event in feed.events(shop.folder) if tallies else ():
        for tally in tallies:
            tally.take(event)
    found = [_season(programme, tally, today) for tally in tallies]
    return tuple(sorted(found, key=lambda one: (one.campaign.dates, one.campaign.id)))


def _season(programme: Programme, tally: _Tally, today: date) -> Season:
    campaign = tally.campaign
    first, last = campaign.dates
    state = "to come" if today < first else "over" if today > last else "now"
    over = max(0, tally.coins - campaign.budget_coins) if campaign.budget_coins else 0
    own = tuple((one.noun, one.id) for one in parts(programme) if one.campaign == campaign.id)
    return Season(campaign, state, own, tally.reached(), tally.coins, over)

"""What a programme would have cost and given: measured on a shop that old receipts were played to.

Only sums over the feed's effects; nothing here rates a bill.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from app.domain import effects as fx
from app.domain.campaigns import earning_rules
from app.domain.events import Event
from app.domain.facts import Returned, Sold
from app.domain.members import coins_on, credit_on
from app.domain.programme import Programme
from app.domain.texts import text_in
from app.insight import feed
from app.insight.members import numbers, people
from app.insight.titles import Titles
from app.insight.words import Writer
from app.services.replay import Tally
from app.services.shop import Shop

TOP = 10


@dataclass(frozen=True, slots=True)
class Given:
    """What one rule or promise gave, net of what returns took back.

    `cost_minor` is coins at their value, store credit, money off, and vouchers given (not
    bought) at what the reward costs the shop, else at their fixed worth. `winners` are members.
    """

    source: str
    title: str
    coins: int
    credit_minor: int
    off_minor: int
    vouchers: int
    tickets: int
    cost_minor: int
    winners: int


class Beneficiary(NamedTuple):
    """A member by the number in the file, with what came of the programme, in minor units."""

    member: str
    coins: int
    worth_minor: int
    paid_minor: int


class Budget(NamedTuple):
    """A campaign's coins against its budget: days on which it was over, and by how much."""

    campaign: str
    budget_coins: int
    coins: int
    days_over: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One programme on the receipts; money in minor units, `sales_minor` net of returns."""

    programme: str
    name: str
    currency: str
    digits: int
    first: date | None
    last: date | None
    receipts: int
    refused: int
    members: int
    sales_minor: int
    coins: int
    cost_minor: int
    given: tuple[Given, ...]
    tiers: tuple[tuple[str, int], ...]
    liability_coins: int
    liability_minor: int
    top: tuple[Beneficiary, ...]
    budgets: tuple[Budget, ...]

    @property
    def cost_percent(self) -> Fraction:
        """The cost as a percentage of sales."""
        return Fraction(self.cost_minor * 100, self.sales_minor) if self.sales_minor else Fraction()


@dataclass(slots=True)
class _Sums:
    """Sums of one source."""

    coins: int = 0
    credit_minor: int = 0
    off_minor: int = 0
    vouchers: Counter[str] = field(default_factory=Counter)
    tickets: int = 0
    winners: set[str] = field(default_factory=set)


def measure(shop: Shop, tally: Tally, language: str) -> Measured:
    """Return what the receipts played into a shop of their own cost and gave."""
    run = _Run(shop.programme)
    for _, event in feed.events(shop.folder):
        run.take(event)
    programme = shop.programme
    on = tally.on or shop.moment().on
    liability_coins, liability_minor = _liability(shop, programme, on)
    titles = Titles(programme, Writer(programme, language))
    given = tuple(
        _given(programme, source, titles.of(source), sums)
        for source, sums in sorted(run.sources.items())
    )
    return Measured(
        programme=programme.id,
        name=text_in(programme.name, language),
        currency=programme.currency,
        digits=programme.currency_digits,
        first=run.first,
        last=run.last,
        receipts=tally.receipts,
        refused=len(tally.refused),
        members=tally.members,
        sales_minor=run.sales_minor,
        coins=sum(one.coins for one in given),
        cost_minor=sum(one.cost_minor for one in given),
        given=given,
        tiers=tuple(
            (titles.tier(tier.id), len(run.tiers[tier.id]))
            for tier in programme.tiers
            if tier.threshold
        ),
        liability_coins=liability_coins,
        liability_minor=liability_minor,
        top=_top(run, numbers(shop)),
        budgets=tuple(run.budgets()),
    )


class _Run:
    """The feed read once."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.sources: dict[str, _Sums] = defaultdict(_Sums)
        self.tiers: dict[str, set[str]] = defaultdict(set)
        self.worth: Counter[str] = Counter()
        self.coins: Counter[str] = Counter()
        self.paid: Counter[str] = Counter()
        self.sales_minor = 0
        self.first: date | None = None
        self.last: date | None = None
        self.campaigns = _campaigns(programme)
        self.spent: dict[str, Counter[date]] = defaultdict(Counter)

    def take(self, event: Event) -> None:
        if isinstance(event.facts, Sold):
            self.sales_minor += sum(one.net_minor + one.credit_minor for one in event.facts.lines)
            self.first = min(self.first or event.on, event.on)
            self.last = max(self.last or event.on, event.on)
            self._offs(event, event.facts)
        elif isinstance(event.facts, Returned):
            self.sales_minor -= event.facts.refund_minor + event.facts.cut_minor
        for effect in event.effects:
            self._effect(event, effect)

    def _offs(self, event: Event, sold: Sold) -> None:
        for off in sold.offs:
            source = f"{off.kind}:{off.ref}"
            self.sources[source].off_minor += off.amount_minor
            self.sources[source].winners.add(event.member)
            self.worth[event.member] += off.amount_minor

    def _effect(self, event: Event, effect: fx.Effect) -> None:
        member, value = event.member, self.programme.coin_value_minor
        match effect:
            case fx.Earn() | fx.Reverse():
                coins = effect.amount if isinstance(effect, fx.Earn) else -effect.amount
                self._coins(member, effect.rule, coins, event.on)
                self.worth[member] += coins * value
            case fx.Credit() | fx.CreditReverse():
                more = isinstance(effect, fx.Credit)
                minor = effect.amount_minor if more else -effect.amount_minor
                self.sources[effect.rule].credit_minor += minor
                self.sources[effect.rule].winners.add(member)
                self.worth[member] += minor
            case fx.Grant():
                self._granted(member, effect)
            case fx.TierHold():
                self.tiers[effect.tier].add(member)
            case fx.Paid():
                self.paid[member] += effect.amount_minor
            case fx.Issue() if not effect.coins:
                self.sources[f"reward:{effect.reward}"].vouchers[effect.reward] += 1
                self.sources[f"reward:{effect.reward}"].winners.add(member)
                self.worth[member] += _voucher_minor(self.programme, effect.reward)
            case _:
                pass

    def _coins(self, member: str, rule: str, coins: int, on: date) -> None:
        self.sources[rule].coins += coins
        self.coins[member] += coins
        if coins > 0:
            self.sources[rule].winners.add(member)
        campaign = self.campaigns.get(rule, "")
        if campaign:
            self.spent[campaign][on] += coins

    def _granted(self, member: str, grant: fx.Grant) -> None:
        sums = self.sources[grant.key.partition("|")[0]]
        sums.winners.add(member)
        sums.tickets += sum(gift.amount for gift in grant.gifts if gift.kind == "tickets")

    def budgets(self) -> Iterator[Budget]:
        """Yield every campaign that has a budget; a day counts when the sum so far is over it."""
        for campaign in self.programme.campaigns:
            if campaign.budget_coins:
                so_far = over = 0
                for _, coins in sorted(self.spent[campaign.id].items()):
                    so_far += coins
                    over += so_far > campaign.budget_coins
                yield Budget(campaign.id, campaign.budget_coins, so_far, over)


def _campaigns(programme: Programme) -> dict[str, str]:
    """Return the campaign of each rule and promise, by the name effects carry."""
    return {
        rule: campaign.id
        for campaign in programme.campaigns
        for rule in earning_rules(programme, campaign.id)
    }


def _voucher_minor(programme: Programme, reward_id: str) -> int:
    for reward in programme.rewards:
        if reward.id == reward_id:
            fixed = reward.benefit.value if reward.benefit.kind == "fixed" else 0
            return reward.cost_minor or fixed
    return 0


def _given(programme: Programme, source: str, title: str, sums: _Sums) -> Given:
    vouchers = sum(_voucher_minor(programme, one) * n for one, n in sums.vouchers.items())
    coins_minor = sums.coins * programme.coin_value_minor
    return Given(
        source=source,
        title=title,
        coins=sums.coins,
        credit_minor=sums.credit_minor,
        off_minor=sums.off_minor,
        vouchers=sums.vouchers.total(),
        tickets=sums.tickets,
        cost_minor=coins_minor + sums.credit_minor + sums.off_minor + vouchers,
        winners=len(sums.winners - {""}),
    )


def _liability(shop: Shop, programme: Programme, on: date) -> tuple[int, int]:
    """Return unspent coins, and their worth with unspent credit and live fixed vouchers."""
    coins = minor = 0
    for state, _ in people(shop):
        held, credit = coins_on(state, on), credit_on(state, on)
        mine = held.available + held.pending - held.debt
        coins += mine
        minor += mine * programme.coin_value_minor
        minor += credit.available + credit.pending - credit.debt
        for voucher in state.vouchers:
            if voucher.status == "live" and voucher.until >= on:
                minor += _voucher_minor(programme, voucher.reward)
    return coins, minor


def _top(run: _Run, names: dict[str, str]) -> tuple[Beneficiary, ...]:
    best = sorted(run.worth.items(), key=lambda one: (-one[1], names.get(one[0], one[0])))
    return tuple(
        Beneficiary(names.get(member, member), run.coins[member], worth, run.paid[member])
        for member, worth in best
        if member and worth > 0
    )[:TOP]


class Change(NamedTuple):
    """One line of the difference: what the draft gives less what the current programme gives."""

    source: str
    title: str
    coins: int
    cost_minor: int
    winners: int


def difference(draft: Measured, current: Measured) -> tuple[Change, ...]:
    """Return the lines that differ, the dearest change first."""
    old = {one.source: one for one in current.given}
    new = {one.source: one for one in draft.given}
    nothing = Given("", "", 0, 0, 0, 0, 0, 0, 0)
    changes = []
    for source in {**old, **new}:
        was, now = old.get(source, nothing), new.get(source, nothing)
        change = Change(
            source,
            now.title or was.title,
            now.coins - was.coins,
            now.cost_minor - was.cost_minor,
            now.winners - was.winners,
        )
        if change.coins or change.cost_minor or change.winners:
            changes.append(change)
    return tuple(sorted(changes, key=lambda one: (-abs(one.cost_minor), one.source)))


def fields(measured: Measured) -> dict[str, Any]:
    """Return a measurement as plain values for JSON; money in minor units."""
    return {
        "programme": measured.programme,
        "name": measured.name,
        "currency": measured.currency,
        "first": measured.first.isoformat() if measured.first else None,
        "last": measured.last.isoformat() if measured.last else None,
        "receipts": measured.receipts,
        "refused": measured.refused,
        "members": measured.members,
        "sales_minor": measured.sales_minor,
        "coins": measured.coins,
        "cost_minor": measured.cost_minor,
        "cost_percent": f"{float(measured.cost_percent):.4f}",
        "given": [{name: getattr(one, name) for name in Given.__slots__} for one in measured.given],
        "tiers": dict(measured.tiers),
        "liability_coins": measured.liability_coins,
        "liability_minor": measured.liability_minor,
        "top": [one._asdict() for one in measured.top],
        "budgets": [one._asdict() for one in measured.budgets],
    }

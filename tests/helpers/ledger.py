"""Sales and returns of one member on the domain alone: no file, no clock, no station."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from app.domain.bills import Bill
from app.domain.effects import Earn, Effect, Restore, Reverse, Spend
from app.domain.events import Event, Kind
from app.domain.facts import Facts, Line, ReturnPart, Voided
from app.domain.fold import blank, fold
from app.domain.members import MemberState
from app.domain.open_sales import OpenSale, follow, open_sale
from app.domain.programme import Programme
from app.domain.rating import Rules
from app.domain.returns import TakenBack, take_back
from app.domain.sales import context_of, sell
from app.domain.undoing import void_effects
from tests.helpers.programmes import MONDAY, PROGRAMME
from tests.helpers.shops import number

MEMBER = number("member")


def event(
    kind: Kind, facts: Facts, effects: tuple[Effect, ...], on: date, name: str, at_ms: int = 0
) -> Event:
    """An event of the one member."""
    return Event(
        number(name), kind, MEMBER, "s", "Main", "1", PROGRAMME.id, on, at_ms, 330, facts, effects
    )


@dataclass
class Book:
    """What happened to the member: the events in order, the state, the sales as they stand."""

    programme: Programme = PROGRAMME
    on: date = MONDAY
    state: MemberState = field(default_factory=lambda: blank(MEMBER))
    events: list[Event] = field(default_factory=list)
    sales: dict[str, OpenSale] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rules = Rules(self.programme)

    def write(self, one: Event) -> Event:
        """Fold an event."""
        self.events.append(one)
        self.state = fold(self.state, one)
        return one

    def sell(self, bill: Bill, minute: int = 720) -> OpenSale:
        """Sell a bill; its number names the event."""
        context = context_of(self.rules, self.state, self.on, minute, "Main")
        bill = replace(bill, id=number(bill.number))
        sold, effects, _ = sell(self.rules, bill, "2026-27", context, self.state, "AA")
        at_ms = len(self.events)
        sale = open_sale(self.write(event("sold", sold, effects, self.on, bill.number, at_ms)))
        self.sales[sale.sale] = sale
        return sale

    def take_back(
        self, parts: tuple[ReturnPart, ...], unmatched: tuple[Line, ...] = ()
    ) -> TakenBack:
        """Take parts of sales back."""
        taken = take_back(
            self.programme, lambda _: self.rules, self.state, list(self.sales.values()),
            parts, unmatched, f"R-{len(self.events)}", "2026-27", self.on,
        )  # fmt: skip
        back = self.write(
            event("returned", taken.facts, taken.effects, self.on, f"R-{len(self.events)}")
        )
        for after in taken.sales:
            followed = follow(self.sales[after.sale], back)
            assert followed.kept == after.kept
            self.sales[after.sale] = followed
        return taken

    def void(self, sale: OpenSale) -> None:
        """Void a sale nothing of which came back."""
        lapsed = self.on + timedelta(days=30)
        effects = void_effects(self.rules, sale, self.state, self.on, lapsed)
        facts = Voided(sale.sale, "undo", "")
        gone = self.write(event("voided", facts, effects, self.on, f"V-{sale.sale}"))
        self.sales[sale.sale] = follow(sale, gone)


def net_coins(state: MemberState) -> int:
    """Lots less debts: what linear sums over effects must equal."""
    return sum(lot.amount for lot in state.lots) - state.debt - state.overdraft


def sum_of(effects: list[Effect], *kinds: type) -> int:
    """The coins of some kinds of effects."""
    return sum(
        one.amount
        for one in effects
        if isinstance(one, kinds) and isinstance(one, Earn | Reverse | Spend | Restore)
    )


def effects_of(events: list[Event]) -> list[Effect]:
    """All effects in order."""
    return [effect for one in events for effect in one.effects]


def as_if_never(state: MemberState) -> tuple[object, ...]:
    """What must be as before when everything came back."""
    return (
        net_coins(state),
        state.caps,
        state.purchases,
        sum(day.paid_minor for day in state.days),
        sum(day.status for day in state.days),
        [(day.on, day.visits) for day in state.days if day.visits],
        state.earned,
        state.spent,
    )

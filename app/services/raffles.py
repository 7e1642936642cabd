"""Prize draws of a shop: opened by publishing a seed's hash, entered, drawn in front of people."""

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from app.domain import draws
from app.domain import raffles as rules
from app.domain.draws import Ticket
from app.domain.effects import Effect
from app.domain.events import Event
from app.domain.facts import (
    Entry,
    RaffleDrawn,
    RaffleFrozen,
    RaffleOpened,
    TicketsBought,
    Winner,
)
from app.domain.members import MemberState, coins_on
from app.domain.money import Money
from app.domain.promises import Raffle
from app.domain.raffles import holder_of, raffle_of, step_id, tickets_of
from app.services.authority import Ask, Permit
from app.services.sales import AlreadyRecorded
from app.services.shop import Shop
from app.services.spend_sentences import spend_sentence
from app.services.spending import SpendRefusal, record_spend
from app.services.staff import approver_of
from app.services.voids import NeedsApproval
from app.services.writing import DiskFull, write_outcome
from app.storage import raffles as rows
from app.storage import sales as sale_rows
from app.storage.writer import Tx
from app.wire.events import decode

TICKETS_AT_ONCE_MAX = 1000


@dataclass(slots=True)
class Course:
    """How far a raffle is: its events so far, own ones that are not booked yet included."""

    opened: RaffleOpened | None = None
    frozen: RaffleFrozen | None = None
    entries: tuple[Entry, ...] = ()
    drawn: RaffleDrawn | None = None
    on: dict[str, date] = field(default_factory=dict)
    places: dict[str, tuple[int, str]] = field(default_factory=dict)
    """For each step: number in the feed and chain hash there, when it is booked."""

    @property
    def terms(self) -> dict[str, Any]:
        """What was promised when the tickets were frozen; nothing before."""
        read: dict[str, Any] = json.loads(self.frozen.terms) if self.frozen else {}
        return read


@dataclass(frozen=True, slots=True)
class RaffleUnknown:
    """The shop's programme has no such raffle."""


@dataclass(frozen=True, slots=True)
class NotForSale:
    """Tickets of this raffle cannot be bought with coins."""


@dataclass(frozen=True, slots=True)
class NotNow:
    """Tickets are given out from `opens` to `closes` only."""

    opens: date
    closes: date


@dataclass(frozen=True, slots=True)
class TooManyTickets:
    """The member has bought `have` of at most `limit`."""

    have: int
    limit: int


@dataclass(frozen=True, slots=True)
class TooFewCoins:
    """The tickets cost `needed` coins and the member can spend `have`."""

    have: int
    needed: int


@dataclass(frozen=True, slots=True)
class TicketsSold:
    """The tickets are the member's: their numbers, and the coins they cost."""

    event: str
    numbers: tuple[str, ...]
    coins: int


@dataclass(frozen=True, slots=True)
class NotFrozenYet:
    """The tickets are not frozen: that is done on the morning of `draws_on`."""

    draws_on: date


@dataclass(frozen=True, slots=True)
class DoesNotFit:
    """The shop's files do not give what was published: `what` says which, nothing is drawn."""

    what: str


@dataclass(frozen=True, slots=True)
class RaffleIsDrawn:
    """The winners; `again` when it was drawn before."""

    winners: tuple[Winner, ...]
    again: bool


Buying = (
    TicketsSold
    | RaffleUnknown
    | NotForSale
    | NotNow
    | TooManyTickets
    | TooFewCoins
    | AlreadyRecorded
    | DiskFull
    | SpendRefusal
)
Drawing = RaffleIsDrawn | RaffleUnknown | NotFrozenYet | DoesNotFit | NeedsApproval | DiskFull


def course_of(shop: Shop, raffle_id: str, tx: Tx | None = None) -> Course:
    """Return how far a raffle is."""
    course = Course()
    with shop.db.rows(tx) as (cursor, pending):
        for row in rows.steps_of(cursor, raffle_id):
            course.places.setdefault(row.step, (row.seq, row.hash.hex()))
            _follow(course, decode(row.body))
    for event in pending:
        if getattr(event.facts, "raffle", "") == raffle_id:
            _follow(course, event)
    return course


def _follow(course: Course, event: Event) -> None:
    match event.facts:
        case RaffleOpened() as opened:
            course.opened = course.opened or opened
            course.on["opened"] = event.on
        case RaffleFrozen() as frozen:
            course.entries += frozen.entries
            course.on["frozen"] = event.on
            if frozen.part == 1:
                course.frozen = frozen
        case RaffleDrawn() as drawn:
            course.drawn = course.drawn or drawn
            course.on["drawn"] = event.on
        case _:
            pass


# ---------------------------------------------------------------- before the draw


def open_raffles(shop: Shop) -> None:
    """Publish the hash of the seed of every raffle that is to come or running, once."""
    today = shop.moment().on

    def decide(tx: Tx) -> tuple[tuple[Event, ...], None]:
        coming = [one for one in shop.programme.raffles if today <= one.closes]
        return tuple(event for one in coming for event in _opening(shop, one, tx)), None

    if any(today <= one.closes for one in shop.programme.raffles):
        shop.record(decide)


def _opening(shop: Shop, raffle: Raffle, tx: Tx) -> tuple[Event, ...]:
    """Return the event that opens a raffle, or none when it is open."""
    if course_of(shop, raffle.id, tx).opened:
        return ()
    event = shop.event(
        "raffle_opened",
        RaffleOpened(raffle.id, draws.seed_hash(_seed(shop, raffle.id))),
        once=(f"raffle:opened:{raffle.id}",),
        event_id=step_id(shop.place.cell_id, raffle.id, "opened"),
    )
    return (event,)


def _seed(shop: Shop, raffle_id: str) -> bytes:
    """Return the raffle's seed: it follows from the shop's secret, so there is nothing to lose."""
    return bytes.fromhex(shop.vault.mac("raffle", raffle_id))


def held(shop: Shop, member: str, raffle_id: str) -> tuple[Ticket, ...]:
    """Return a member's tickets of a raffle: those that take part, or would as things stand."""
    return held_in(shop, shop.state(member), member, raffle_id)


def held_in(shop: Shop, state: MemberState, member: str, raffle_id: str) -> tuple[Ticket, ...]:
    """Return the tickets of a member in a known state."""
    course = course_of(shop, raffle_id)
    if course.frozen:
        entries = tuple(one for one in course.entries if one.member == member)
    else:
        raffle = raffle_of(shop.programme, raffle_id)
        entries = rules.entries_of(state, raffle) if raffle else ()
    return tickets_of(raffle_id, entries)


def buy_tickets(
    shop: Shop, staff: str, member: str, raffle_id: str, count: int, event_id: str = ""
) -> Buying:
    """Let a member buy tickets with coins, while tickets are given out.

    `count` is 1 to 1000. Raises ValueError for another one. `event_id` makes a second press
    harmless.
    """
    if not 1 <= count <= TICKETS_AT_ONCE_MAX:
        raise ValueError(f"{count} tickets at once; 1 to {TICKETS_AT_ONCE_MAX} are possible")
    moment = shop.moment()
    event_id = event_id or shop.mint()

    def decide(tx: Tx, _: Permit) -> tuple[tuple[Event, ...], Buying]:
        if sale_rows.is_journalled(tx.cursor, event_id):
            return (), AlreadyRecorded(event_id)
        raffle = raffle_of(shop.programme, raffle_id)
        if raffle is None:
            return (), RaffleUnknown()
        state = shop.state(member, tx)
        refused = _not_sold(state, raffle, count, moment.on)
        if refused is not None:
            return (), refused
        effects: tuple[Effect, ...] = rules.buy(raffle, count, moment.on, event_id)
        event = shop.event(
            "tickets_bought",
            TicketsBought(raffle.id, count),
            member=state.member,
            staff=staff,
            effects=effects,
            event_id=event_id,
            moment=moment,
        )
        entry = Entry(state.member, rules.bought_key(raffle, event_id), count)
        numbers = tuple(one.number for one in tickets_of(raffle.id, (entry,)))
        return (*_opening(shop, raffle, tx), event), TicketsSold(
            event_id, numbers, count * raffle.ticket_coins
        )

    known = raffle_of(shop.programme, raffle_id)
    ask = Ask(event_id, member, coins=count * known.ticket_coins) if known else None
    return record_spend(shop, ask, decide)


def _not_sold(
    state: MemberState, raffle: Raffle, count: int, on: date
) -> NotForSale | NotNow | TooManyTickets | TooFewCoins | None:
    spendable = coins_on(state, on).spendable
    needed = count * raffle.ticket_coins
    have = rules.bought(state, raffle)
    if not raffle.ticket_coins:
        return NotForSale()
    if not raffle.opens <= on <= raffle.closes:
        return NotNow(raffle.opens, raffle.closes)
    if raffle.ticket_limit and have + count > raffle.ticket_limit:
        return TooManyTickets(have, raffle.ticket_limit)
    return TooFewCoins(spendable, needed) if spendable < needed else None


# ---------------------------------------------------------------- the draw and after


def draw(shop: Shop, approver: str, raffle_id: str) -> Drawing:
    """Draw a frozen raffle; a supervisor or owner answers for it. Drawing again changes nothing."""
    if approver_of(shop, "", approver) is None:
        return NeedsApproval()

    def decide(tx: Tx) -> tuple[tuple[Event, ...], Drawing]:
        course = course_of(shop, raffle_id, tx)
        if course.drawn is not None:
            return (), RaffleIsDrawn(course.drawn.winners, again=True)
        frozen = course.frozen
        raffle = raffle_of(shop.programme, raffle_id)
        if frozen is None or course.opened is None:
            return (), NotFrozenYet(raffle.draws_on) if raffle else RaffleUnknown()
        seed = _seed(shop, raffle_id)
        if draws.seed_hash(seed) != course.opened.seed_hash:
            return (), DoesNotFit("secret.key")
        tickets = tickets_of(raffle_id, course.entries)
        if draws.root_of(frozen.terms, tickets) != frozen.root:
            return (), DoesNotFit("station.db")
        winners = _winners(course, seed, tickets)
        event = shop.event(
            "raffle_drawn",
            RaffleDrawn(raffle_id, seed.hex(), winners),
            staff=approver,
            once=(f"raffle:drawn:{raffle_id}",),
            event_id=step_id(shop.place.cell_id, raffle_id, "drawn"),
        )
        return (event,), RaffleIsDrawn(winners, again=False)

    return write_outcome(shop, decide)


def _winners(course: Course, seed: bytes, tickets: tuple[Ticket, ...]) -> tuple[Winner, ...]:
    assert course.frozen is not None
    raffle = course.frozen.raffle
    members = {holder_of(raffle, entry.member): entry.member for entry in course.entries}
    terms = course.terms
    prizes = [(prize["id"], prize["count"]) for prize in terms["prizes"]]
    wins = draws.draw(seed, course.frozen.root, prizes, tickets, many=terms["many"])
    return tuple(Winner(win.prize, win.ticket, members[win.holder]) for win in wins)


def known_raffles(shop: Shop) -> tuple[str, ...]:
    """Return the raffles of the programme, and older ones that were opened."""
    with shop.db.rows(None) as (cursor, _):
        older = rows.raffles(cursor)
    return tuple(dict.fromkeys([*older, *(one.id for one in shop.programme.raffles)]))


def sentence(outcome: Buying | Drawing, raffle_id: str, money: Money) -> str:
    """Return why nothing was bought or drawn, and what to do, in English."""
    if isinstance(outcome, SpendRefusal):
        return spend_sentence(outcome, money)
    return _SENTENCES[type(outcome)].format(one=outcome, raffle=raffle_id)


_SENTENCES: Final[dict[type, str]] = {
    RaffleUnknown: 'This shop has no raffle "{raffle}"; see: sikka raffle list',
    AlreadyRecorded: "This was recorded before; it counts once.",
    NotForSale: 'Tickets of "{raffle}" cannot be bought; they come with bills.',
    NotNow: 'Tickets of "{raffle}" are given out from {one.opens} to {one.closes}.',
    TooManyTickets: "The member has bought {one.have} tickets; {one.limit} is the most.",
    TooFewCoins: "That costs {one.needed} coins and the member can spend {one.have}.",
    NotFrozenYet: "The tickets are not frozen yet. That is done on the morning of {one.draws_on},"
    " when the shop is opened or with: sikka jobs run",
    DoesNotFit: "{one.what} is not the file this raffle was opened with, so the draw would not be"
    " the promised one. Restore it from the shop's backup; nothing was drawn.",
    NeedsApproval: "A supervisor or the owner draws: give their PIN with --pin.",
    DiskFull: "The disk is full; nothing was recorded. Free some space and try again.",
}

"""What is published of a draw: the proof anybody can check, and the winners to hang up."""

from dataclasses import dataclass
from datetime import date

from app.domain.draws import Win
from app.domain.raffle_proofs import Place, proof_of_draw, proof_of_ticket
from app.domain.raffles import holder_of, tickets_of
from app.domain.texts import Text
from app.services.members import MemberView, open_member
from app.services.raffles import Course, RaffleUnknown, course_of
from app.services.shop import Shop


@dataclass(frozen=True, slots=True)
class NotDrawnYet:
    """There is no winner to show yet."""


@dataclass(frozen=True, slots=True)
class NotInTheList:
    """The tickets are not frozen yet, or none of them has this number."""


@dataclass(frozen=True, slots=True)
class WinnerShown:
    """One winner as the public may see them: first name and masked phone, each may be empty."""

    prize: Text
    ticket: str
    first_name: str
    phone_masked: str


@dataclass(frozen=True, slots=True)
class DrawShown:
    """A draw as its sheet shows it; texts in each language of the shop."""

    shop: Text
    title: Text
    mechanics: Text
    permit: str
    drawn_on: date
    claim_until: date
    tickets: int
    seed_hash: str
    root: str
    seed: str
    winners: tuple[WinnerShown, ...]


def proof(shop: Shop, raffle_id: str) -> str | NotDrawnYet | RaffleUnknown:
    """Return the proof of a draw as the text of a file: no name, no phone, no member's id."""
    course = course_of(shop, raffle_id)
    if course.opened is None:
        return RaffleUnknown()
    if course.frozen is None or course.drawn is None or "drawn" not in course.places:
        return NotDrawnYet()
    return proof_of_draw(
        course.frozen.terms,
        tickets_of(raffle_id, course.entries),
        course.drawn.seed,
        course.frozen.root,
        [
            Win(one.prize, one.ticket, holder_of(raffle_id, one.member))
            for one in course.drawn.winners
        ],
        _place(course, "frozen"),
        _place(course, "drawn"),
    )


def ticket_proof(shop: Shop, raffle_id: str, number: str) -> str | NotInTheList:
    """Return the proof that a ticket takes part, as the text of a file, once it is frozen."""
    course = course_of(shop, raffle_id)
    if course.frozen is None:
        return NotInTheList()
    tickets = tickets_of(raffle_id, course.entries)
    try:
        return proof_of_ticket(course.frozen.terms, tickets, number.strip().upper())
    except ValueError:
        return NotInTheList()


def shown(shop: Shop, raffle_id: str) -> DrawShown | NotDrawnYet | RaffleUnknown:
    """Return a draw with its winners as they may be shown in the shop."""
    course = course_of(shop, raffle_id)
    if course.opened is None:
        return RaffleUnknown()
    if course.frozen is None or course.drawn is None:
        return NotDrawnYet()
    terms = course.terms
    titles = {prize["id"]: prize["title"] for prize in terms["prizes"]}
    winners = []
    for one in course.drawn.winners:
        view = open_member(shop, one.member)
        name, phone = "", ""
        if isinstance(view, MemberView):
            name, phone = view.name, view.phone_masked
        winners.append(WinnerShown(titles[one.prize], one.ticket, name.partition(" ")[0], phone))
    return DrawShown(
        shop=terms["shop"],
        title=terms["title"],
        mechanics=terms["mechanics"],
        permit=terms["permit"],
        drawn_on=course.on["drawn"],
        claim_until=date.fromisoformat(terms["claim_until"]),
        tickets=course.frozen.tickets,
        seed_hash=course.opened.seed_hash,
        root=course.frozen.root,
        seed=course.drawn.seed,
        winners=tuple(winners),
    )


def _place(course: Course, step: str) -> Place:
    return Place(course.on[step], *course.places[step])

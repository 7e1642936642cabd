"""Prize draws of a shop: who holds which tickets, what was promised, what may not be cut.

How the winners follow from that is in `draws` (LEDGER.md 20).
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.codes import ALPHABET
from app.domain.draws import Ticket, canonical
from app.domain.effects import Gift, Grant, Spend
from app.domain.facts import Entry
from app.domain.ids import derived_id
from app.domain.members import MemberState
from app.domain.programme import Programme
from app.domain.promises import Raffle

_NUMBER_LENGTH = 12
_HOLDER_LENGTH = 8


class Opening(NamedTuple):
    """When the hash of the seed was published: the business date, the place in the feed."""

    on: date
    position: int
    hash: str
    seed_hash: str


def step_id(cell_id: str, raffle_id: str, step: str, part: int = 1) -> str:
    """Return the id of a raffle's event (`opened`, `frozen`, `drawn`): each happens once."""
    return derived_id(cell_id, f"raffle:{raffle_id}:{step}:{part}")


# ---------------------------------------------------------------- what a member holds


def raffle_of(programme: Programme, raffle_id: str) -> Raffle | None:
    """Return a raffle of the programme, or None."""
    return next((one for one in programme.raffles if one.id == raffle_id), None)


def gives_tickets(programme: Programme, raffle_id: str, on: date) -> bool:
    """Say whether tickets of a raffle are given out on a business date."""
    raffle = raffle_of(programme, raffle_id)
    return raffle is not None and raffle.opens <= on <= raffle.closes


def claim_until(raffle: Raffle) -> date:
    """Return the last business date on which a prize can be claimed."""
    return raffle.draws_on + timedelta(days=raffle.claim_days)


def raffle_keep_until(programme: Programme, raffle_id: str) -> date | None:
    """Return until when a grant with tickets must be known; None when there is no such raffle."""
    raffle = raffle_of(programme, raffle_id)
    return claim_until(raffle) if raffle else None


def entries_of(state: MemberState, raffle: Raffle) -> tuple[Entry, ...]:
    """Return what a member's awards hold of a raffle's tickets, by key.

    A ticket counts when it was given from the day the raffle opens to the day it closes.
    """
    if state.erased or state.merged_into:
        return ()
    tickets: dict[str, int] = {}
    for award in state.awards:
        for gift in award.gifts:
            counts = raffle.opens <= gift.available_from <= raffle.closes
            if gift.kind == "tickets" and gift.ref == raffle.id and counts:
                tickets[award.key] = tickets.get(award.key, 0) + gift.amount
    return tuple(Entry(state.member, key, count) for key, count in sorted(tickets.items()))


def bought(state: MemberState, raffle: Raffle) -> int:
    """Return how many tickets of a raffle a member has bought with coins."""
    prefix = f"tickets:{raffle.id}|"
    return sum(one.tickets for one in entries_of(state, raffle) if one.key.startswith(prefix))


def buy(raffle: Raffle, count: int, on: date, event_id: str) -> tuple[Spend, Grant]:
    """Return the effects of buying `count` tickets with coins."""
    gift = Gift("tickets", count, raffle.id, on, None)
    spend = Spend(count * raffle.ticket_coins, event_id)
    return spend, Grant(bought_key(raffle, event_id), on, claim_until(raffle), (gift,))


def bought_key(raffle: Raffle, event_id: str) -> str:
    """Return the key of the grant that tickets bought in one event are under."""
    return f"tickets:{raffle.id}|{raffle.closes}|{event_id}"


def tickets_of(raffle_id: str, entries: Iterable[Entry]) -> tuple[Ticket, ...]:
    """Return the tickets of entries, in the order of their numbers.

    A number follows from the raffle, the member, the grant and its place in the grant, and
    tells none of them; nor does the holder's name, which is another one in every raffle.
    """
    tickets = [
        Ticket(_number(raffle_id, entry, place), holder_of(raffle_id, entry.member))
        for entry in entries
        for place in range(1, entry.tickets + 1)
    ]
    return tuple(sorted(tickets))


def holder_of(raffle_id: str, member: str) -> str:
    """Return the name by which a member stands in a raffle's published list."""
    return _letters(f"holder|{raffle_id}|{member}", _HOLDER_LENGTH)


def _number(raffle_id: str, entry: Entry, place: int) -> str:
    return _letters(f"ticket|{raffle_id}|{entry.member}|{entry.key}|{place}", _NUMBER_LENGTH)


def _letters(text: str, length: int) -> str:
    value = int.from_bytes(hashlib.sha256(text.encode()).digest())
    letters = []
    for _ in range(length):
        value, at = divmod(value, len(ALPHABET))
        letters.append(ALPHABET[at])
    return "-".join("".join(letters[at : at + 4]) for at in range(0, length, 4))


# ---------------------------------------------------------------- what was promised


def terms_of(programme: Programme, raffle: Raffle, opening: Opening) -> str:
    """Return the JSON of what a raffle promised and when its seed was fixed."""
    return canonical(
        {
            "raffle": raffle.id,
            "shop": dict(programme.name),
            "title": dict(raffle.title),
            "mechanics": dict(raffle.mechanics),
            "permit": raffle.permit,
            "opens": str(raffle.opens),
            "closes": str(raffle.closes),
            "draws_on": str(raffle.draws_on),
            "claim_until": str(claim_until(raffle)),
            "many": raffle.many,
            "prizes": [
                {"id": prize.id, "title": dict(prize.title), "count": prize.count}
                for prize in raffle.prizes
            ],
            "opened": {
                "on": str(opening.on),
                "position": opening.position,
                "hash": opening.hash,
                "seed_hash": opening.seed_hash,
            },
        }
    )


# ---------------------------------------------------------------- a running raffle is kept


def cuts(old: Programme, new: Programme, on: date) -> tuple[str, ...]:
    """Say, a sentence each, what a new version would take from a raffle that runs on `on`.

    A raffle runs from the day it opens until the day of its draw, when its terms are frozen.
    """
    start = max(on, new.effective_from or on)
    return tuple(
        sentence
        for raffle in old.raffles
        if raffle.opens <= start < raffle.draws_on
        for sentence in _cuts(raffle, raffle_of(new, raffle.id))
    )


def _cuts(old: Raffle, new: Raffle | None) -> Iterator[str]:
    running = f'The raffle "{old.id}" is running until {old.draws_on}'
    if new is None:
        yield f"{running}: it cannot be taken out. Put it back as it was."
        return
    kept: Mapping[str, int] = {prize.id: prize.count for prize in new.prizes}
    titles = {prize.id: prize.title for prize in new.prizes}
    for prize in old.prizes:
        if kept.get(prize.id, 0) < prize.count:
            yield (
                f'{running}: its prize "{prize.id}" is {prize.count} times promised'
                f" and would be {kept.get(prize.id, 0)}. Prizes can be added, never taken away."
            )
        elif dict(titles[prize.id]) != dict(prize.title):
            yield f'{running}: its prize "{prize.id}" cannot become another. Keep its title.'
    if new.closes < old.closes or new.opens > old.opens:
        yield f"{running}: tickets count from {old.opens} to {old.closes}; not fewer days."
    if new.draws_on != old.draws_on:
        yield f"{running}: the day of the draw is promised and stays {old.draws_on}."
    if new.claim_days < old.claim_days:
        yield f"{running}: winners have {old.claim_days} days to claim; not fewer."
    if old.permit and new.permit != old.permit:
        yield f'{running}: it runs under permit "{old.permit}"; that stays.'

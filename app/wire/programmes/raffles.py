"""The `[[raffle]]` tables of a programme document, and their checks."""

from collections.abc import Iterator
from datetime import date

from app.domain.programme import Programme
from app.domain.promises import Prize, Raffle, RafflePrize
from app.wire.programmes.lines import Path
from app.wire.programmes.parts import DAYS_MAX, text
from app.wire.programmes.rules import Words
from app.wire.programmes.table import INTEGER_MAX, Faults, Table

PRIZES_MAX = 10_000
PERMIT_COUNTRIES = frozenset({"PH"})
"""Where a draw needs a permit: Philippines, Republic Act 7394, article 116 (DTI)."""

SWITCHED_OFF = (
    "[shop] raffles = true first: promotional draws are restricted in India and need a DTI"
    " permit in the Philippines, so a shop switches them on itself"
)


def read_raffles(root: Table, words: Words, country: str, *, allowed: bool) -> tuple[Raffle, ...]:
    """Return the prize draws; any of them is a fault unless the shop switched draws on."""
    raffles = []
    for table in root.tables("raffle"):
        if not allowed:
            root.faults.add(table.path, "a raffle", SWITCHED_OFF)
        raffles.append(_raffle(table, words, country))
    return tuple(raffles)


def _raffle(table: Table, words: Words, country: str) -> Raffle:
    permit = table.string("permit", "the permit's number, as the authority wrote it", "")
    if not permit and country in PERMIT_COUNTRIES:
        table.fault("permit", "the number of the DTI permit, which every draw in the country needs")
    raffle = Raffle(
        id=table.name("id"),
        title=text(table, "title", words.languages),
        opens=_day(table, "opens"),
        closes=_day(table, "closes"),
        draws_on=_day(table, "draws_on"),
        prizes=tuple(_prize(one, words) for one in table.tables("prize")),
        mechanics=text(table, "mechanics", words.languages),
        permit=permit,
        ticket_coins=table.integer("ticket_coins", 1, INTEGER_MAX, 0),
        ticket_limit=table.integer("ticket_limit", 1, INTEGER_MAX, 0),
        claim_days=table.integer("claim_days", 1, DAYS_MAX, 30),
        coins_for_part=table.integer("coins_for_part", 1, INTEGER_MAX, 0),
        many=table.switch("many", default=False),
        campaign=table.string("campaign", "the id of a campaign", ""),
    )
    table.close()
    return raffle


def _day(table: Table, key: str) -> date:
    found = table.day(key)
    if found is None and not table.faults.blame((*table.path, key)):
        table.fault(key, 'a date such as "2026-12-24"')
    return found or date.min


def _prize(table: Table, words: Words) -> RafflePrize:
    prize = RafflePrize(
        id=table.name("id"),
        title=text(table, "title", words.languages),
        count=table.integer("count", 1, PRIZES_MAX, 1),
    )
    table.close()
    return prize


# ---------------------------------------------------------------- checks


def check_raffles(programme: Programme, faults: Faults) -> None:
    """Add draws out of order, without a prize, and those nobody can have a ticket for."""
    given = {prize.raffle for prize in _prizes(programme) if prize.tickets}
    given |= {reward.raffle for reward in programme.rewards if reward.tickets}
    seen: dict[str, int] = {}
    for at, raffle in enumerate(programme.raffles):
        path: Path = ("raffle", at)
        if raffle.id and raffle.id in seen:
            expected = f"an id of its own (raffle[{seen[raffle.id] + 1}] has this one)"
            faults.add((*path, "id"), f'"{raffle.id}"', expected)
        seen.setdefault(raffle.id, at)
        _order(raffle, path, faults)
        _prizes_of(raffle, path, faults)
        if not raffle.ticket_coins and raffle.id and raffle.id not in given:
            expected = f'ticket_coins, or a [[gift]] with tickets of "{raffle.id}"'
            faults.add(path, "a raffle nobody can have a ticket for", expected)
        if raffle.ticket_limit and not raffle.ticket_coins:
            faults.add((*path, "ticket_limit"), "a limit on tickets not for sale", "ticket_coins")


def _order(raffle: Raffle, path: Path, faults: Faults) -> None:
    if date.min in {raffle.opens, raffle.closes, raffle.draws_on}:
        return
    if raffle.closes < raffle.opens:
        expected = f"a date from {raffle.opens} on, when it opens"
        faults.add((*path, "closes"), str(raffle.closes), expected)
    if raffle.draws_on <= raffle.closes:
        expected = f"a date after {raffle.closes}, the last day of tickets"
        faults.add((*path, "draws_on"), str(raffle.draws_on), expected)


def _prizes_of(raffle: Raffle, path: Path, faults: Faults) -> None:
    if not raffle.prizes and not faults.blame((*path, "prize")):
        faults.add((*path, "prize"), "no prize", "at least one [[raffle.prize]]")
    first: dict[str, int] = {}
    for at, prize in enumerate(raffle.prizes):
        if prize.id and prize.id in first:
            expected = f"an id of its own (prize[{first[prize.id] + 1}] has this one)"
            faults.add((*path, "prize", at, "id"), f'"{prize.id}"', expected)
        first.setdefault(prize.id, at)
    if sum(prize.count for prize in raffle.prizes) > PRIZES_MAX:
        faults.add((*path, "prize"), "more prizes in all", f"at most {PRIZES_MAX}")


def _prizes(programme: Programme) -> Iterator[Prize]:
    """Yield everything that a mechanic of the programme gives."""
    for rule in programme.gifts:
        yield rule.prize
    for goal in programme.goals:
        yield from goal.prizes
    for streak in programme.streaks:
        yield from streak.prizes
    for greeting in programme.greetings:
        yield greeting.prize
        yield from (greeting.tier_prizes or {}).values()
    if programme.referral is not None:
        yield programme.referral.referrer
        yield programme.referral.friend

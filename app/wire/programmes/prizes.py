"""A `prize` of a programme document: what a challenge, a gift or a greeting gives."""

from collections.abc import Iterable

from app.domain.coins import LotTerms
from app.domain.programme import Programme
from app.domain.promises import Prize
from app.wire.programmes.lines import Path
from app.wire.programmes.rules import Words, own_terms
from app.wire.programmes.table import INTEGER_MAX, Faults, Table, meant, shown

TICKETS_MAX = 10_000
_GIVES = ("coins", "credit", "reward", "tickets")


def read_prize(table: Table, words: Words) -> Prize:
    """Return the prize of one table, such as `{ coins = 50, expiry_months = 1 }`; closes it.

    Terms of its own hold for its coins and its credit; without any, coins live as the shop's
    and credit as `[credit]` says.
    """
    terms = own_terms(table, words.terms)
    credit_minor = table.money("credit", words.digits, 1, 0)
    tickets = table.integer("tickets", 1, TICKETS_MAX, 0)
    prize = Prize(
        coins=table.integer("coins", 1, INTEGER_MAX, 0),
        terms=terms,
        credit_minor=credit_minor,
        credit_terms=own_terms(table, LotTerms()) if credit_minor else None,
        reward=table.string("reward", "the id of a reward", ""),
        raffle=table.string("raffle", "the id of a raffle", ""),
        tickets=tickets,
    )
    if not any(key in table for key in _GIVES) and not table.faults.blame(table.path):
        found = "nothing" if not table.values else "a prize that gives nothing"
        table.faults.add(table.path, found, "coins, credit, a reward or tickets of a raffle")
    if tickets and "raffle" not in table:
        table.fault("raffle", "the id of the raffle the tickets are for")
    if "raffle" in table and "tickets" not in table:
        table.fault("tickets", "how many tickets of the raffle")
    table.close()
    return prize


def read_prizes(table: Table, key: str, words: Words) -> tuple[Prize, ...]:
    """Return a list of prizes, one for each target; one table alone is a list of one."""
    found = table.get(key)
    if found is None:
        return ()
    path = (*table.path, key)
    if isinstance(found, list):
        rows = [Table(table.faults, (*path, at), value) for at, value in enumerate(found)]
    else:
        rows = [Table(table.faults, path, found)]
    return tuple(read_prize(row, words) for row in rows)


def check_prize(programme: Programme, prize: Prize, path: Path, faults: Faults) -> None:
    """Add what a prize names that the programme does not have."""
    _known("reward", prize.reward, [one.id for one in programme.rewards], path, faults)
    _known("raffle", prize.raffle, [one.id for one in programme.raffles], path, faults)


def _known(key: str, name: str, known: Iterable[str], path: Path, faults: Faults) -> None:
    ids = list(known)
    if name and name not in ids and not faults.blame((key,)):
        faults.add((*path, key), shown(name), f"the id of a {key} here{meant(name, ids)}")

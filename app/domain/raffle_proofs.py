"""The published proof of a draw, and what anybody can check of it without the shop.

A proof is the JSON of: `terms` (a text, the JSON of what was promised), `tickets` (number and
holder each), `seed`, `root`, `winners`, `frozen` and `drawn` (when, and where in the shop's
feed), and `digest`, the hash of all the rest. A ticket's proof has `ticket` and `path` instead of
`tickets`, and no draw.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from app.domain.draws import Ticket, Win, canonical, draw, path_of, root_by_path, root_of
from app.domain.draws import seed_hash as hash_of

FORMAT = 1
_DRAW_KEYS = frozenset(
    {"sikka_raffle", "terms", "tickets", "seed", "root", "winners", "frozen", "drawn", "digest"}
)
_TICKET_KEYS = frozenset({"sikka_ticket", "terms", "ticket", "path", "root", "digest"})


class Place(NamedTuple):
    """When something was booked: the business date, the row of the feed and the hash there."""

    on: date
    position: int
    hash: str


class Check(NamedTuple):
    """One thing that was looked at, in plain words, and whether it holds."""

    holds: bool
    sentence: str


class Verdict(NamedTuple):
    """Everything that was checked; the proof is good when all of it holds."""

    checks: tuple[Check, ...]

    @property
    def good(self) -> bool:
        """Whether everything holds."""
        return all(check.holds for check in self.checks)


# ---------------------------------------------------------------- to publish


def proof_of_draw(
    terms: str,
    tickets: Sequence[Ticket],
    seed: str,
    root: str,
    winners: Sequence[Win],
    frozen: Place,
    drawn: Place,
) -> str:
    """Return the proof of a draw as the text of a file."""
    return _file(
        {
            "sikka_raffle": FORMAT,
            "terms": terms,
            "tickets": tickets,
            "seed": seed,
            "root": root,
            "winners": winners,
            "frozen": _place(frozen),
            "drawn": _place(drawn),
        }
    )


def proof_of_ticket(terms: str, tickets: Sequence[Ticket], number: str) -> str:
    """Return the proof that one ticket is in the frozen list, as the text of a file.

    Raises ValueError when no ticket has the number.
    """
    path = path_of(tickets, number)
    ticket = next(one for one in tickets if one.number == number)
    root = root_of(terms, tickets)
    return _file(
        {"sikka_ticket": FORMAT, "terms": terms, "ticket": ticket, "path": path, "root": root}
    )


def _place(place: Place) -> dict[str, object]:
    return {"on": str(place.on), "position": place.position, "hash": place.hash}


def _file(parts: Mapping[str, object]) -> str:
    whole = {**parts, "digest": _digest(parts)}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _digest(parts: Mapping[str, object]) -> str:
    return hashlib.sha256(canonical(parts).encode()).hexdigest()


# ---------------------------------------------------------------- to verify


def verify(text: str, *, seed_hash: str = "", root: str = "") -> Verdict:
    """Return what holds of a published proof; it needs nothing but the file's text.

    `seed_hash` and `root` are what was read in the shop before the draw, to compare with.
    """
    verdict, terms, shown_root = _verified(text)
    checks = list(verdict.checks)
    if seed_hash:
        same = terms.get("opened", {}).get("seed_hash") == seed_hash.strip().lower()
        checks.append(Check(same, "The hash of the seed is the one that hung in the shop."))
    if root:
        same = shown_root == root.strip().lower()
        checks.append(Check(same, "The root is the one that hung in the shop."))
    return Verdict(tuple(checks))


def _verified(text: str) -> tuple[Verdict, Mapping[str, Any], str]:
    """Return the verdict, and of a proof that can be read its terms and root."""
    try:
        proof = json.loads(text, object_pairs_hook=_single)
    except (ValueError, RecursionError):
        return _not_a_proof(), {}, ""
    if not isinstance(proof, dict):
        return _not_a_proof(), {}, ""
    keys = frozenset(proof)
    try:
        if keys == _DRAW_KEYS and proof["sikka_raffle"] == FORMAT:
            return _verify_draw(proof), json.loads(proof["terms"]), proof["root"]
        if keys == _TICKET_KEYS and proof["sikka_ticket"] == FORMAT:
            return _verify_ticket(proof), json.loads(proof["terms"]), proof["root"]
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError):
        pass
    return _not_a_proof(), {}, ""


def _single(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that stands twice: the second would hide the first."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _not_a_proof() -> Verdict:
    return Verdict((Check(False, "This is not the whole file of a raffle's proof."),))


def _verify_draw(proof: Mapping[str, Any]) -> Verdict:
    terms = json.loads(proof["terms"])
    tickets = [Ticket(number, holder) for number, holder in proof["tickets"]]
    seed = bytes.fromhex(proof["seed"])
    prizes = [(prize["id"], prize["count"]) for prize in terms["prizes"]]
    wins = draw(seed, proof["root"], prizes, tickets, many=terms["many"])
    shown = [Win(*one) for one in proof["winners"]]
    opened, frozen, drawn = terms["opened"], proof["frozen"], proof["drawn"]
    order = (
        opened["position"] < frozen["position"] < drawn["position"]
        and opened["on"] <= terms["closes"] < frozen["on"]
    )
    count = len(tickets)
    numbers = {one.number for one in tickets}
    return Verdict(
        (
            _whole(proof),
            Check(
                hash_of(seed) == opened["seed_hash"],
                f"The seed is the one whose hash was published on {opened['on']}"
                f" ({opened['seed_hash']}).",
            ),
            Check(
                count == len(numbers) and tickets == sorted(tickets),
                f"The list names {count} tickets, each once, in the order of their numbers.",
            ),
            Check(
                root_of(proof["terms"], tickets) == proof["root"],
                "The tickets, the prizes and the rules of the draw give the root that was frozen"
                f" on {frozen['on']} ({proof['root']}).",
            ),
            Check(order, "Opening, freezing and drawing happened in this order."),
            Check(
                list(wins) == shown,
                f"Drawing again from the seed and the root gives the same {len(shown)} winners.",
            ),
        )
    )


def _verify_ticket(proof: Mapping[str, Any]) -> Verdict:
    terms = json.loads(proof["terms"])
    ticket = Ticket(*proof["ticket"])
    found = root_by_path(proof["terms"], ticket, proof["path"])
    return Verdict(
        (
            _whole(proof),
            Check(
                found == proof["root"],
                f"Ticket {ticket.number} of holder {ticket.holder} is in the list of"
                f' "{terms["raffle"]}" with the root {proof["root"]}.',
            ),
        )
    )


def _whole(proof: Mapping[str, Any]) -> Check:
    rest = {key: value for key, value in proof.items() if key != "digest"}
    return Check(_digest(rest) == proof["digest"], "The file is whole: no byte of it was changed.")

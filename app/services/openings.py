"""What members bring from an earlier system, with their lots (complaint C23: no fake invoices).

A line is recorded once: its event's id follows from the file's digest and the line. A member who
brought something from one file brings nothing from another, so that a corrected file can be
imported again without giving anything twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from app.domain.codes import Misread, read_card
from app.domain.coins import LotTerms, expiry
from app.domain.credit import PAID_IN
from app.domain.effects import Credit, Earn, Effect, Paid, Progress, Status, Visit
from app.domain.events import Event
from app.domain.facts import Opening
from app.domain.ids import derived_id
from app.domain.members import MemberState
from app.domain.programme import Programme
from app.services.cards import who_has
from app.services.members.phones import BadPhone, old_number_key, read_phone
from app.services.shop import Moment, Shop
from app.storage.sales import is_journalled
from app.storage.writer import Tx
from app.wire.csv_table import BadRow
from app.wire.openings_csv import OpeningRow

RULE = "opening"


@dataclass(slots=True)
class OpeningsTaken:
    """What an import of opening balances did, or with a dry run would do.

    `already` lines were recorded before; `refused` ones changed nothing.
    """

    taken: int = 0
    already: int = 0
    coins: int = 0
    credit_minor: int = 0
    refused: list[BadRow] = field(default_factory=list)


def take_openings(
    shop: Shop, rows: Iterable[OpeningRow | BadRow], digest: str, *, dry: bool = False
) -> OpeningsTaken:
    """Record opening balances line by line; `digest` names the file, `dry` records nothing."""
    done = OpeningsTaken()
    for row in rows:
        if isinstance(row, BadRow):
            done.refused.append(row)
            continue
        outcome = _take(shop, row, digest, dry=dry)
        if outcome is None:
            done.already += 1
        elif isinstance(outcome, str):
            done.refused.append(BadRow(row.line, outcome))
        else:
            done.taken += 1
            done.coins += row.coins
            done.credit_minor += row.credit_minor
    return done


def _take(shop: Shop, row: OpeningRow, digest: str, *, dry: bool) -> bool | str | None:
    """Record one line; return why it was refused, or None if it was recorded before."""
    moment = shop.moment()
    member = _member_of(shop, row)
    if not member.found:
        return member.reason
    effects = _effects(shop.programme, row, moment.on)
    if isinstance(effects, str):
        return effects
    counted = Progress(_key(digest), 1, None)

    def decide(tx: Tx | None) -> tuple[tuple[Event, ...], bool | str | None]:
        event_id = derived_id(digest, f"opening:{row.line}")
        with shop.db.cursor(tx) as cursor:
            if is_journalled(cursor, event_id):
                return (), None
        state = shop.state(member.found, tx)
        if _from_elsewhere(state, digest):
            return (), "the member has opening balances from another file; correct them by hand"
        event = _event(shop, state.member, event_id, digest, row, (*effects, counted), moment)
        return (event,), True

    return decide(None)[1] if dry else shop.record(decide)


def _event(
    shop: Shop,
    member: str,
    event_id: str,
    digest: str,
    row: OpeningRow,
    effects: tuple[Effect, ...],
    moment: Moment,
) -> Event:
    facts = Opening(digest, row.line)
    return shop.event(
        "opening", facts, member=member, effects=effects, event_id=event_id, moment=moment
    )


def _key(digest: str) -> str:
    return f"{RULE}:{digest[:12]}||"


def _from_elsewhere(state: MemberState, digest: str) -> bool:
    keys = [key for key in state.progress or {} if key.startswith(f"{RULE}:")]
    return any(key != _key(digest) for key in keys)


@dataclass(frozen=True, slots=True)
class _Whose:
    """The member a line means (empty = nobody, for the `reason`)."""

    found: str
    reason: str = ""


def _member_of(shop: Shop, row: OpeningRow) -> _Whose:
    found: set[str | None] = set()
    if row.member:
        found.add(who_has(shop, "old_number", old_number_key(row.member)))
    if row.phone:
        phone = read_phone(shop, row.phone)
        if isinstance(phone, BadPhone):
            return _Whose("", f'"{row.phone}" is no phone number of {shop.programme.country}')
        found.add(who_has(shop, "phone", phone.e164))
    if row.card:
        card = read_card(row.card)
        found.add(None if isinstance(card, Misread) else who_has(shop, "card", card))
    members = {shop.state(one).member for one in found if one}
    if not members:
        return _Whose("", "nobody here has this number, phone or card; import the members first")
    if len(members) > 1 or None in found:
        return _Whose("", "its number, phone and card do not belong to the same member")
    return _Whose(members.pop())


def _effects(programme: Programme, row: OpeningRow, today: date) -> tuple[Effect, ...] | str:
    """Return what a line brings, or why it cannot be taken."""
    coins = _lot(row.usable_from, row.expires, programme.terms, today)
    credit = _lot(None, row.credit_expires, programme.credit.terms, today)
    on = row.status_date or today
    if on > today:
        return f"status_date {on} has not come yet"
    effects: list[Effect] = []
    if row.coins:
        if isinstance(coins, str):
            return coins
        effects.append(Earn(row.coins, "", *coins, RULE, 0, 100, row.coins, ""))
    if row.credit_minor:
        if isinstance(credit, str):
            return credit
        effects.append(Credit(row.credit_minor, PAID_IN, *credit, RULE, 0))
    visits = row.visits or int(row.lifetime_minor > 0)  # who has spent is no first-time buyer
    if visits:
        effects.append(Visit(on, visits))
    if row.status_points:
        effects.append(Status(on, row.status_points))
    if row.lifetime_minor:
        effects.append(Paid(on, row.lifetime_minor))
    return tuple(effects) or "brings nothing; leave the line out"


def _lot(
    start: date | None, end: date | None, terms: LotTerms, today: date
) -> tuple[date, date | None] | str:
    """Return a lot's dates; without a last day it lives by the shop's own terms from today."""
    begins = start or today
    if end is None:
        return begins, expiry(terms, max(begins, today))
    if end < today:
        return f"expired on {end}; leave it out"
    if end < begins:
        return f"can be used from {begins} on but expires on {end}"
    return begins, end

"""Fold every member again from the feed, and compare with accounts, replica and plain sums."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import groupby

from sqlalchemy import Connection

from app.config import Settings
from app.domain.bills import number_key
from app.domain.events import Event
from app.domain.facts import Sold
from app.domain.fold import blank
from app.domain.fold.together import People, Together
from app.domain.members import MemberState, paid_minor
from app.domain.open_sales import OpenSale, follow, open_sale
from app.domain.outcomes import worth
from app.domain.profiles import Profile
from app.hub.accounts import due_on
from app.insight.feed_check import Feed
from app.insight.findings import REPLICA, Findings
from app.storage import audit
from app.storage.audit import Booked
from app.storage.effect_sums import Sums, effect_sums
from app.storage.rows import StaleFoldError, unpack_profile, unpack_sale, unpack_state
from app.storage.scratch_pad import ScratchPad
from app.wire.events import UnknownEventError, decode


@dataclass(slots=True)
class _Folded:
    """Members folded together: their states now, and as the station's replica knew them."""

    states: dict[str, MemberState]
    then: dict[str, tuple[MemberState, Profile]]


def check_members(
    cell: Connection,
    station: Connection,
    keys: Connection,
    settings: Settings,
    feed: Feed,
    findings: Findings,
) -> int:
    """Compare every member's account and replica row with the feed; return how many there are."""
    accounts = replica = 0
    for folded in _fold_all(cell, settings.cell_id, feed, set(feed.linked)):
        for member, state in folded.states.items():
            accounts += 1
            _compare_account(cell, settings.cell_id, member, state, findings)
        for member, (state, profile) in folded.then.items():
            replica += 1
            if profile.erased and audit.has_key(keys, member):
                findings.add("keys.db", "an erased member's key is still there", member)
            _compare_replica(station, member, state, profile, findings)
            if _personal(profile) and not audit.has_key(keys, member):
                findings.add("keys.db", "a member's key is missing", member)
    if accounts != audit.count_accounts(cell, settings.cell_id):
        findings.add("cell.db", "there are accounts of members the feed does not know", "", REPLICA)
    if replica != audit.count_replica(station):
        findings.add("station.db", "there are members the feed does not know", "", REPLICA)
    _check_sums(cell, settings.cell_id, feed, findings)
    return accounts


def check_accounts(cell: Connection, cell_id: str, feed: Feed, findings: Findings) -> int:
    """Compare every account with the feed and with plain sums; return how many members there are.

    For a cell with no station beside it.
    """
    count = 0
    for folded in _fold_all(cell, cell_id, feed, set(feed.linked)):
        for member, state in folded.states.items():
            count += 1
            _compare_account(cell, cell_id, member, state, findings)
    if count != audit.count_accounts(cell, cell_id):
        findings.add("cell.db", "there are accounts of members the feed does not know", "", REPLICA)
    _check_sums(cell, cell_id, feed, findings)
    return count


def _fold_all(cell: Connection, cell_id: str, feed: Feed, merged: set[str]) -> Iterator[_Folded]:
    rows = audit.member_rows(cell, cell_id)
    for member, mine in groupby(rows, key=lambda row: row.member):
        if member not in merged:
            yield _fold(mine, feed)
    if merged:
        yield _fold(audit.member_rows(cell, cell_id, tuple(sorted(merged))), feed)


def _fold(rows: Iterable[Booked], feed: Feed) -> _Folded:
    people = People(Together(blank))
    then: dict[str, tuple[MemberState, Profile]] | None = None
    for row in rows:
        if row.seq > feed.folded_seq and then is None:
            then = _rows(people)
        event = _readable(row)
        if event is not None:
            people.fold(worth(event, row.outcome))
    return _Folded(people.members.states, _rows(people) if then is None else then)


def _rows(people: People) -> dict[str, tuple[MemberState, Profile]]:
    members = {**people.members.states, **people.profiles}
    return {one: (people.members.own(one), people.profile(one)) for one in members}


def _readable(row: Booked) -> Event | None:
    try:
        return decode(row.body)
    except UnknownEventError:
        return None  # named by the pass over the feed


def _personal(profile: Profile) -> bool:
    values = [getattr(profile.personal, one.name) for one in fields(profile.personal)]
    return any(values) or any(card.sealed for card in profile.cards)


def _compare_account(
    cell: Connection, cell_id: str, member: str, state: MemberState, findings: Findings
) -> None:
    kind = "an account differs from the feed"
    row = audit.account_of(cell, cell_id, member)
    if row is None:
        findings.add("cell.db", kind, f"member {member} has none", REPLICA)
        return
    try:
        kept = unpack_state(row.state)
    except (StaleFoldError, ValueError) as error:
        findings.add("cell.db", kind, f"member {member}: {error}", REPLICA)
        return
    if kept != state:
        findings.add("cell.db", kind, f"member {member}: {_difference(kept, state)}", REPLICA)
    elif row.due_on != due_on(state):
        findings.add("cell.db", kind, f"member {member}: due on {row.due_on}", REPLICA)


def _compare_replica(
    station: Connection, member: str, state: MemberState, profile: Profile, findings: Findings
) -> None:
    kind = "a member differs from the feed"
    row = audit.replica_of(station, member)
    if row is None:
        findings.add("station.db", kind, f"member {member} is missing", REPLICA)
        return
    try:
        kept, person = unpack_state(row.state), unpack_profile(row.profile)
    except (StaleFoldError, ValueError) as error:
        findings.add("station.db", kind, f"member {member}: {error}", REPLICA)
        return
    if kept != state or person != profile:
        wrong = _difference(kept, state) or "the profile"
        findings.add("station.db", kind, f"member {member}: {wrong}", REPLICA)


def _difference(one: MemberState, other: MemberState) -> str:
    return ", ".join(
        field.name
        for field in fields(MemberState)
        if getattr(one, field.name) != getattr(other, field.name)
    )


def _check_sums(cell: Connection, cell_id: str, feed: Feed, findings: Findings) -> None:
    """Compare accounts with sums that SQL made of the effects, without the fold.

    Members who were ever merged are compared together: parting them divides by the fold.
    """
    groups = feed.groups()
    together: dict[tuple[str, ...], Sums] = {}
    for member, sums in effect_sums(cell, cell_id):
        if member in groups:
            before = together.get(groups[member], Sums())
            together[groups[member]] = Sums(*[a + b for a, b in zip(before, sums, strict=True)])
        else:
            _compare_sums(cell, cell_id, (member,), sums, findings)
    for members, sums in together.items():
        _compare_sums(cell, cell_id, members, sums, findings)


_HELD = (
    "coins", "earned", "spent", "purchases", "status points", "money paid", "store credit",
    "vouchers",
)  # fmt: skip


def _held(state: MemberState) -> tuple[int, ...]:
    lots = sum(lot.amount for lot in state.lots) - state.debt - state.overdraft
    status = state.before.status + sum(day.status for day in state.days)
    credit = sum(lot.amount for lot in state.credit.lots)
    credit -= state.credit.debt + state.credit.overdraft
    live = sum(held.status == "live" for held in state.vouchers)
    bought = (state.purchases, status, paid_minor(state))
    return lots, state.earned, state.spent, *bought, credit, live


def _compare_sums(
    cell: Connection, cell_id: str, members: tuple[str, ...], sums: Sums, findings: Findings
) -> None:
    rows = [(member, audit.account_of(cell, cell_id, member)) for member in members]
    try:
        states = [unpack_state(row.state) if row else blank(member) for member, row in rows]
    except (StaleFoldError, ValueError):
        return  # named by the comparison with the fold
    held = [_held(state) for state in states if not state.merged_into]
    have = tuple(map(sum, zip(*held, strict=True))) or (0,) * len(_HELD)
    coins = sums.earned - sums.spent - sums.expired
    want = (coins, sums.earned, sums.spent, *sums[3:])
    if have != want:
        wrong = ", ".join(
            f"{name} {mine} instead of {other}"
            for name, mine, other in zip(_HELD, have, want, strict=True)
            if mine != other
        )
        kind = "an account differs from the sums of its effects"
        findings.add("cell.db", kind, f"member {', '.join(members)}: {wrong}", REPLICA)


def check_sales(
    cell: Connection,
    station: Connection,
    settings: Settings,
    feed: Feed,
    scratch: ScratchPad,
    findings: Findings,
) -> int:
    """Compare the open sales of the replica with the feed; return how many there are."""
    kind = "an open sale differs from the feed"
    count = 0
    for row in audit.open_sales(station):
        count += 1
        expected = _sale(cell, settings.cell_id, row.sale, feed, scratch)
        filed = (row.member, row.on_date, row.bill_number)
        try:
            same = expected is not None and unpack_sale(row.body) == expected
        except ValueError:
            same = False
        if not same or expected is None or filed != _filed(expected):
            findings.add("station.db", kind, f"sale {row.sale}", REPLICA)
    if feed.kept_sales != audit.count_sales(station, feed.kept_since):
        findings.add("station.db", "an open sale is missing or too much", "", REPLICA)
    return count


def _filed(sale: OpenSale) -> tuple[str, date, str]:
    return sale.member, sale.on, number_key(sale.sold.bill_number)


def _sale(
    cell: Connection, cell_id: str, sale_id: str, feed: Feed, scratch: ScratchPad
) -> OpenSale | None:
    sold = audit.feed_row(cell, cell_id, sale_id)
    event = _readable(sold) if sold is not None else None
    if sold is None or event is None or not isinstance(event.facts, Sold):
        return None
    event = replace(event, member=feed.resolve(event.member, sold.seq))
    sale = open_sale(worth(event, sold.outcome))
    for row in audit.feed_rows_at(cell, cell_id, scratch.touching(sale_id)):
        then = _readable(row)
        if then is not None:
            sale = follow(sale, replace(then, member=feed.resolve(then.member, row.seq)))
    return sale

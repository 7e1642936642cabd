"""The accounts of a cell: each member's folded state, and the day a job must look at it."""

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import Connection, delete

from app.domain.members import MemberState
from app.domain.referrals import referral_due
from app.hub import bulk
from app.storage.rows import pack
from app.storage.tables import account

_OLD = bulk.Among(delete(account), account.c.member)

Row = tuple[date | None, bytes, int | None, int | None, int | None, int | None, int | None]
"""What an account's row holds behind its key and number, in the order of its columns."""


def row_of(state: MemberState) -> Row:
    """Return the columns that follow from a state alone: due day, bytes, sums."""
    return due_on(state), pack(state), *_sums(state)


def _sums(
    state: MemberState,
) -> tuple[int | None, int | None, int | None, int | None, int | None]:
    """Return what reports over all cells add up; nothing where it is in a survivor's row.

    Coins, debt, store credit, earned, spent. Coins are available and pending ones together; store
    credit is less what is owed of it. Who was erased holds nothing and is no member, but what was
    earned and spent stays counted.
    """
    if state.merged_into:
        return None, None, None, None, None
    if state.erased:
        return None, None, None, state.earned, state.spent
    wallet = state.credit
    return (
        sum([lot.amount for lot in state.lots]),
        state.debt + state.overdraft,
        sum([lot.amount for lot in wallet.lots]) - wallet.debt - wallet.overdraft,
        state.earned,
        state.spent,
    )


def write_accounts(
    core: Connection,
    cell_id: str,
    rows: Mapping[str, Row],
    stored: Collection[str],
    last_seq: int,
) -> None:
    """Write the rows of members, those in `stored` instead of what they have."""
    old = rows.keys() & stored
    if old:
        _OLD.run(core, cell_id, old)
    bulk.add(core, account, [(cell_id, member, last_seq, *row) for member, row in rows.items()])


def due_on(state: MemberState) -> date | None:
    """Return the first day at whose end a job must look at the member, or None for never."""
    if state.merged_into:
        return None  # what it brought is the survivor's, and due there
    lots = (*state.lots, *state.credit.lots)
    days = [lot.expires_on for lot in lots if lot.expires_on is not None]
    days += [hold.until for hold in state.holds]
    days += [held.until for held in state.vouchers if held.status == "live"]
    if (referral := referral_due(state)) is not None:
        days.append(referral)
    return min(days, default=None)

"""The accounts of a cell: each member's folded state, and the day a job must look at it."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete

from app.domain.members import MemberState
from app.domain.referrals import referral_due
from app.hub import bulk
from app.storage.rows import pack
from app.storage.tables import account

SUMS = ("coins", "debt", "credit_minor", "earned", "spent")

Row = dict[str, Any]
"""What an account's row holds beside its key and number."""


def row_of(state: MemberState) -> Row:
    """Return the columns that follow from a state alone."""
    return {"due_on": due_on(state), "state": pack(state), **_sums(state)}


def _sums(state: MemberState) -> dict[str, int | None]:
    """Return what reports over all cells add up; nothing where it is in a survivor's row.

    Coins are available and pending ones together; store credit is less what is owed of it.
    Who was erased holds nothing and is no member, but what was earned and spent stays counted.
    """
    if state.merged_into:
        return dict.fromkeys(SUMS)
    if state.erased:
        return {**dict.fromkeys(SUMS), "earned": state.earned, "spent": state.spent}
    wallet = state.credit
    return {
        "coins": sum(lot.amount for lot in state.lots),
        "debt": state.debt + state.overdraft,
        "credit_minor": sum(lot.amount for lot in wallet.lots) - wallet.debt - wallet.overdraft,
        "earned": state.earned,
        "spent": state.spent,
    }


def write_accounts(
    core: Connection,
    cell_id: str,
    rows: Mapping[str, Row],
    stored: Collection[str],
    last_seq: int,
) -> None:
    """Write the rows of members, those in `stored` instead of what they have."""
    key = {"cell_id": cell_id, "last_seq": last_seq}
    written = [{**key, "member": member, **columns} for member, columns in rows.items()]
    old = rows.keys() & stored
    if old:
        mine = bulk.among(core, account.c.member, old)
        core.execute(delete(account).where(account.c.cell_id == cell_id, mine))
    names = account.columns.keys()
    bulk.add(core, account, [[row[name] for name in names] for row in written])


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

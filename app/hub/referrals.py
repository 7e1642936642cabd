"""Who brought a friend is paid at the end of the day on which the friend's first sale lasted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import Connection, select

from app.domain.codes import cell_hint
from app.domain.fold import blank
from app.domain.fold.together import Together
from app.domain.grants import Giving
from app.domain.members import MemberState
from app.domain.rating import Rules
from app.domain.referrals import Share, referral_due, shares
from app.storage.rows import unpack_state
from app.storage.tables import account


def due_shares(
    core: Connection, cell_id: str, states: Iterable[MemberState], rules: Rules, on: date
) -> Iterator[Share]:
    """Yield what friends among `states`, and who brought them, get on the morning `on`.

    One referrer's friends are counted one after another, so that the month's limit holds.
    """
    members = Together(lambda member: _account(core, cell_id, member))
    paid: Counter[str] = Counter()
    for friend in states:
        due = referral_due(friend, rules.programme.return_window_days)
        if friend.brought is None or due is None or due >= on or friend.merged_into:
            continue
        referrer = members.living(friend.brought.referrer)
        giving = Giving(on, cell_id, cell_hint(cell_id))
        found = shares(rules, friend, referrer, giving, paid[referrer.member])
        paid.update(share.member for share in found[1:])
        yield from found


def _account(core: Connection, cell_id: str, member: str) -> MemberState:
    where = (account.c.cell_id == cell_id) & (account.c.member == member)
    row = core.execute(select(account.c.state).where(where)).first()
    return unpack_state(row.state) if row else blank(member)

"""Asking the hub before spending, and what may be spent when it does not answer (SYNC.md 8).

What is asked is written down before it is asked, so that a station that is killed in between
lets go of it when it opens again. Without an answer in time the floor decides (`domain.offline`);
what was spent so is kept until its event is in the feed.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final, Protocol

from app.domain.companions import claim_key
from app.domain.effects import Issue
from app.domain.fold import blank
from app.domain.fold.together import Together
from app.domain.members import FOLD_VERSION, MemberState, coins_on, credit_on
from app.domain.offline import NOTHING, Amount, Risked, debits, room
from app.services.authority import (
    Ask,
    KeyTaken,
    NeedsNetwork,
    Permit,
    SoldOut,
    SpentElsewhere,
    Verdict,
)
from app.services.shop import Shop
from app.storage import failpoints
from app.storage.own_holds import (
    ASKING,
    FLOOR,
    VOID,
    OwnHold,
    drop_holds,
    keep_hold,
    own_holds,
)
from app.storage.replica import state_row
from app.storage.rows import unpack_dated_state
from app.storage.writer import PULL, StorageFullError, Tx
from app.sync.deadlines import in_time
from app.sync.exchange import (
    HubRefusedError,
    RevokedError,
    UnreachableError,
    UpdateNeededError,
)
from app.wire.sync import Granted, Held, HoldAsk, Refused, Voided

LIMIT_S: Final = 1.5
"""How long a cashier waits for the hub at most."""

OFF_LIMITS: Final = NeedsNetwork(only_hub=True)


class SpendPort(Protocol):
    """What of the hub this asks; raises as a CellPort."""

    def hold(self, ask: HoldAsk, timeout_s: float) -> Held:
        """Ask whether something may be spent."""

    def void_hold(self, hold_id: str) -> Voided:
        """Let go of what was reserved."""


InTime = Callable[[Callable[[], Held], float], Held]


class HubAuthority:
    """Who may spend what, at a station of a hub (see `SpendAuthority`); safe from any thread.

    `port` gives the hub when it is first needed. While the program is `barred` (it cannot read
    what the hub sends, or was shut out) nothing is spent (SYNC.md 6), nor by a member whose row
    is still that of an older fold.
    """

    def __init__(
        self,
        shop: Shop,
        port: Callable[[], SpendPort],
        barred: Callable[[], bool] = lambda: False,
        within: InTime = in_time,
    ) -> None:
        self._shop = shop
        self._port = port
        self._barred = barred
        self._within = within
        self._lock = threading.Lock()
        self._own: dict[str, OwnHold] = {}
        self._of: dict[str, str] = {}
        self._mend()

    def authorise(self, ask: Ask) -> Verdict:
        """Return whether it may be spent; within two seconds, whatever the network does."""
        if self._barred() or self._is_dated(ask.member):
            return OFF_LIMITS
        hold = OwnHold(ask.hold_id, ASKING, ask.coins, ask.credit_minor)
        self._keep(hold, ask.member)
        failpoints.reach("hold.asking")
        wanted = _asked(ask)
        try:
            answer = self._within(lambda: self._port().hold(wanted, LIMIT_S), LIMIT_S)
        except UnreachableError:
            return self._without_hub(ask)
        except (RevokedError, UpdateNeededError, HubRefusedError):
            self.void(ask.hold_id)
            return OFF_LIMITS
        failpoints.reach("hold.answered")
        if isinstance(answer, Granted):
            return Permit(stock_number=answer.stock_number)
        self._drop([ask.hold_id])
        return _refusal(ask, answer)

    def void(self, hold_id: str) -> None:
        """Let go of what was reserved; the hub is told with the next contact."""
        with self._lock:
            known = self._own.get(hold_id)
        if known is not None:
            # On a full disk the row stays as it is: opening the station mends it.
            with suppress(StorageFullError):
                self._keep(known._replace(state=VOID))
                self._shop.wake()

    def flush(self) -> None:
        """Tell the hub what is not wanted any more; forget what is settled.

        Raises UnreachableError and RevokedError; what was not told then waits.
        """
        self._look()
        over = [one.hold_id for one in self._rows() if one.seq and not self._at_risk(one)]
        try:
            for one in self._rows():
                if one.state == VOID and not one.seq:
                    with suppress(HubRefusedError):
                        self._port().void_hold(one.hold_id)
                        over.append(one.hold_id)
        finally:
            self._drop(over)

    def floor_spent(self) -> tuple[int, int]:
        """Return the coins and the credit spent without the hub that the feed does not have yet."""
        return self._floor(lambda _: True)

    def _is_dated(self, member: str) -> bool:
        """Say whether an older fold made what is known of a member.

        It may lack what bars from spending, such as what went today already (decisions/0024).
        """
        stale = self._shop.db.stale and bool(member)
        return stale and self._shop.state(member).fold_version != FOLD_VERSION

    # ------------------------------------------------------------ without the hub

    def _without_hub(self, ask: Ask) -> Permit | NeedsNetwork:
        """Let the floor decide; what it allows counts at once, also for another window."""
        self._look()
        family, available = self._available(ask.member)
        wanted = Amount(ask.coins, ask.credit_minor)
        with self._lock:
            others = self._floor(lambda one: one.hold_id != ask.hold_id)
            mine = [
                one
                for one in self._own.values()
                if one.hold_id != ask.hold_id and self._of.get(one.hold_id, "") in family
            ]
            by_member = self._floor(mine.__contains__)
            recording = self._floor(lambda one: one in mine and not one.seq)
            left = room(
                self._shop.programme.offline,
                available.less(recording),
                Risked(by_member, others),
                self._age_ms(),
            )
            keys_ok = not ask.stock and all(self._may_take(key) for key in ask.keys)
            allowed = keys_ok and not self._shop.db.restored
            allowed = allowed and (wanted == NOTHING or left.covers(wanted))
            if allowed:
                self._own[ask.hold_id] = self._own[ask.hold_id]._replace(state=FLOOR)
        if not allowed:
            self.void(ask.hold_id)
            return NeedsNetwork(left.coins, left.credit_minor, only_hub=not keys_ok)
        self._keep(self._own[ask.hold_id])
        return Permit(offline=True)

    def _available(self, member: str) -> tuple[set[str], Amount]:
        """Return all ids of a member, and what they have by the feed, less what was taken here."""
        if not member:
            return set(), NOTHING
        # Before the rows: what comes into them meanwhile is counted twice, never not at all.
        pending = self._shop.db.pending.copy()
        family = {member, *self._shop.family(member)}
        on = self._shop.moment().on
        with self._shop.db.cursor(None) as cursor:

            def load(one: str) -> MemberState:
                row = state_row(cursor, one)
                return unpack_dated_state(row[1]) if row else blank(one)

            together = Together(load)
            state = together.living(member)
            family.update(together.family(member))
        taken = debits(event for one in family for _, event in pending.get(one, ()))
        has = Amount(coins_on(state, on).spendable, credit_on(state, on).spendable)
        return family, has.less(taken)

    def _may_take(self, key: str) -> bool:
        """Say whether nobody else can take a once key: a voucher that only this station knows.

        It was issued here and never sent. The codes of a promo are soft: one used twice is
        reported, and no more. What came back at two stations costs the floor at most.
        """
        if key.partition(":")[0] in {"promo1", "void"}:
            return True
        return any(
            isinstance(effect, Issue) and claim_key(effect.voucher) == key
            for own in list(self._shop.db.pending.values())
            for seq, event in own
            if seq > self._shop.db.offered
            for effect in event.effects
        )

    def _age_ms(self) -> int:
        synced_ms = self._shop.db.synced_ms
        return int(self._shop.clock.now().timestamp() * 1000) - synced_ms if synced_ms else -1

    # ------------------------------------------------------------ what was spent so

    def _rows(self) -> list[OwnHold]:
        with self._lock:
            return list(self._own.values())

    def _at_risk(self, one: OwnHold) -> bool:
        return one.state == FLOOR and (not one.seq or one.seq > self._shop.db.own_seq)

    def _floor(self, counts: Callable[[OwnHold], bool]) -> Amount:
        """Return what was spent without the hub, of those holds that count."""
        rows = [one for one in list(self._own.values()) if self._at_risk(one) and counts(one)]
        return Amount(sum(one.coins for one in rows), sum(one.credit_minor for one in rows))

    # ------------------------------------------------------------ writing it down

    def _keep(self, hold: OwnHold, member: str | None = None) -> None:
        at_ms = int(self._shop.clock.now().timestamp() * 1000)
        self._shop.db.writer.run(lambda tx: keep_hold(tx.cursor, hold, at_ms))
        with self._lock:
            self._own[hold.hold_id] = hold
            if member is not None:
                self._of[hold.hold_id] = member

    def _drop(self, hold_ids: list[str]) -> None:
        if hold_ids:
            self._shop.db.writer.run(lambda tx: drop_holds(tx.cursor, hold_ids), PULL)
            with self._lock:
                for one in hold_ids:
                    self._own.pop(one, None)
                    self._of.pop(one, None)

    def _look(self) -> None:
        """Note which holds have their event in the journal by now."""
        if not self._own:
            return
        with self._shop.db.cursor(None) as cursor:
            rows = own_holds(cursor)
        with self._lock:
            for row in rows:
                known = self._own.get(row.hold_id)
                if known is not None and row.seq:
                    self._own[row.hold_id] = known._replace(seq=row.seq)

    def _mend(self) -> None:
        """Let go of what was asked for and never recorded; keep what was spent without the hub."""
        with self._shop.db.cursor(None) as cursor:
            rows = own_holds(cursor)
        lost = [one._replace(state=VOID) for one in rows if not one.seq and one.state != VOID]
        settled = [one.hold_id for one in rows if one.seq and not self._at_risk(one)]
        if lost or settled:

            def write(tx: Tx) -> None:
                at_ms = int(self._shop.clock.now().timestamp() * 1000)
                for one in lost:
                    keep_hold(tx.cursor, one, at_ms)
                drop_holds(tx.cursor, settled)

            self._shop.db.writer.run(write)
        self._own = {one.hold_id: one for one in rows if one.hold_id not in settled}
        self._own.update({one.hold_id: one for one in lost})
        if self._own:
            waiting = self._shop.db.pending.values()
            self._of = {event.id: event.member for own in waiting for _, event in own}


def _asked(ask: Ask) -> HoldAsk:
    """Return what the hub is asked: what the act takes besides, it has to have, too."""
    taken, taken_minor = max(0, -ask.coins_back), max(0, -ask.credit_back_minor)
    return HoldAsk(
        ask.hold_id,
        ask.member,
        ask.coins and ask.coins + taken,
        ask.credit_minor and ask.credit_minor + taken_minor,
        ask.keys,
        ask.stock,
        max(0, ask.coins_back),
        max(0, ask.credit_back_minor),
    )


def _refusal(ask: Ask, answer: Refused) -> Verdict:
    taken = answer.taken
    if taken is not None:
        return KeyTaken(
            taken.key, taken.event_id, taken.store, taken.till, taken.staff, taken.on, taken.at_ms,
            taken.closed,
        )  # fmt: skip
    if answer.sold_out:
        return SoldOut(ask.stock)
    return SpentElsewhere(answer.coins, answer.credit_minor, in_credit=ask.coins <= answer.coins)

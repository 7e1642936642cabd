"""What the cell's feed must never show, whatever the programme promises: looked at row by row."""

from collections import Counter
from dataclasses import dataclass, field

from app.domain.companions import may_release
from app.domain.effects import Claim, Debit, Earn, Issue, Spend, Unclaim, Withdraw
from app.domain.events import Event
from app.domain.facts import Returned, Voided
from app.domain.outcomes import worth
from app.hub.local import LocalCell
from app.wire.events import decode

PAID_ONCE = ("survey:", "greeting:", "rated:", "referral:")
"""Once keys that nothing ever sets free."""


@dataclass
class FeedWatch:
    """Reads a feed as it grows; `stock` is how many of each reward there are."""

    stock: dict[str, int]
    seq: int = 0
    events: list[tuple[int, Event]] = field(default_factory=list)
    holders: dict[str, str] = field(default_factory=dict)
    claims: Counter[str] = field(default_factory=Counter)
    out: dict[str, set[str]] = field(default_factory=dict)
    reward_of: dict[str, str] = field(default_factory=dict)

    def read(self, cell: LocalCell) -> None:
        """Look at the rows that are new."""
        while rows := cell.rows_after(self.seq, 500):
            for row in rows:
                self.seq = row.seq
                event = decode(row.body)
                if row.outcome in {"booked", "worthless"}:
                    self.events.append((row.seq, worth(event, row.outcome)))
                    self._keys(event, row.outcome)
                    self._effects(self.events[-1][1])

    def _keys(self, event: Event, outcome: str) -> None:
        if outcome != "booked":
            return
        for key in event.once:
            assert key not in self.holders, f"{key} is taken twice, by {event.kind} {event.id}"
            self.holders[key] = event.id
        for key in event.releases:
            if may_release(event.facts, key, self.holders.get(key, "")):
                assert not key.startswith(PAID_ONCE), key
                del self.holders[key]

    def _effects(self, event: Event) -> None:
        undoing = isinstance(event.facts, Returned | Voided)
        for effect in event.effects:
            match effect:
                case Spend() | Debit():
                    assert not undoing, f"{event.kind} {event.id} spends"
                case Earn():
                    assert not undoing, f"{event.kind} {event.id} earns"
                    assert effect.amount > 0
                case Claim(voucher=voucher):
                    self.claims[voucher] += 1
                    assert self.claims[voucher] == 1, f"voucher {voucher} is claimed twice"
                case Unclaim(voucher=voucher):
                    self.claims[voucher] -= 1
                    assert self.claims[voucher] >= 0, f"voucher {voucher} was not claimed"
                case Issue() if effect.stock:
                    self.reward_of[effect.voucher] = effect.reward
                    self.out.setdefault(effect.reward, set()).add(effect.voucher)
                    assert len(self.out[effect.reward]) <= self.stock[effect.reward]
                case Withdraw(voucher=voucher) if voucher in self.reward_of:
                    self.out[self.reward_of[voucher]].discard(voucher)
                case _:
                    pass

"""Every coin of a member followed from where it came from to where it went.

The fold's own functions move the coins, one effect at a time; here is only kept whose coins each
bucket holds. So the sum of all movements is the balance, to the coin.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from app.domain import effects as fx
from app.domain.coins import Lot
from app.domain.effects import Effect
from app.domain.events import Event
from app.domain.facts import Merged, Unmerged
from app.domain.fold import blank, fold
from app.domain.fold.applying import apply
from app.domain.fold.draft import Draft
from app.domain.fold.merging import absorb, part
from app.domain.members import MemberState

Kind = Literal[
    "earned", "reversed", "spent", "restored", "expired", "forfeited", "merged", "parted",
    "settled",
]  # fmt: skip
_KINDS: dict[type[Effect], Kind] = {
    fx.Earn: "earned",
    fx.Reverse: "reversed",
    fx.Spend: "spent",
    fx.Respend: "spent",
    fx.Restore: "restored",
    fx.Expire: "expired",
    fx.Forfeit: "forfeited",
}


class Bucket(NamedTuple):
    """What tells coins apart for good: their terms and their last day (None = for ever)."""

    terms: str
    expires_on: date | None


class Part(NamedTuple):
    """`amount` coins of a bucket; `origin` is the event that brought them (empty = owed)."""

    amount: int
    expires_on: date | None
    origin: str


class Movement(NamedTuple):
    """`coins` that came (> 0) or went (< 0) by an event, with the coins that were drawn or put.

    The parts of a spend no lot covered, and of coins taken back that were spent, have no origin.
    """

    event: str
    on: date
    kind: Kind
    coins: int
    rule: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """Coins a member still holds: `amount` of a lot, by the events that brought them."""

    amount: int
    available_from: date
    expires_on: date | None
    origins: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class CoinBook:
    """Movements in feed order, what is left of them, and what is owed; they agree to the coin."""

    movements: tuple[Movement, ...]
    left: tuple[Left, ...]
    owed: int

    @property
    def balance(self) -> int:
        """Coins held (expired ones only until a job removes them) less coins owed."""
        return sum(lot.amount for lot in self.left) - self.owed


def coin_book(member: str, events: Iterable[Event]) -> CoinBook:
    """Return how a member's coins moved; `events` are those of everyone ever merged, in order."""
    people: dict[str, _Person] = {}

    def living(one: str) -> _Person:
        person = people.setdefault(one, _Person(blank(one)))
        while person.state.merged_into:
            person = people[person.state.merged_into]
        return person

    for event in events:
        person = living(event.member)
        match event.facts:
            case Merged(source=source):
                other = living(source)
                if other is not person and not (person.state.erased or other.state.erased):
                    person.absorb(other, event)
            case Unmerged(source=source):
                alias = people.get(source)
                ours = alias and alias.state.merged_into == person.state.member
                if alias and ours and not person.state.erased:
                    person.part(alias, event)
            case _:
                person.live(event)
    return living(member).book()


class _Person:
    """A member while the events go by: the folded state, and the origins in each bucket."""

    def __init__(self, state: MemberState) -> None:
        self.state = state
        self.origins: dict[Bucket, deque[Part]] = {}
        self.drawn: dict[str, list[Part]] = {}
        self.movements: list[Movement] = []

    def live(self, event: Event) -> None:
        """Let an event happen, effect by effect."""
        draft = Draft(self.state, event.on)
        before = _sums(self.state.lots), _owed(self.state)
        for effect in event.effects:
            apply(draft, effect)
            kind = _KINDS.get(type(effect))
            after = _sums(draft.coins.lots), draft.coins.debt + draft.coins.overdraft
            if kind is not None:
                self._move(event, kind, effect, before, after)
            before = after
        self.state = fold(self.state, event)
        # Debts are paid from lots at the end, which moves no balance.
        self._move(event, "settled", None, before, (_sums(self.state.lots), _owed(self.state)))

    def _move(
        self,
        event: Event,
        kind: Kind,
        effect: Effect | None,
        before: tuple[dict[Bucket, int], int],
        after: tuple[dict[Bucket, int], int],
    ) -> None:
        """Note what changed between two moments, bucket by bucket."""
        spend = getattr(effect, "spend_id", "")
        changes = {
            bucket: after[0].get(bucket, 0) - before[0].get(bucket, 0)
            for bucket in sorted({*before[0], *after[0]}, key=_order)
        }
        parts = [
            one for bucket, more in changes.items() if more < 0 for one in self._take(bucket, -more)
        ]
        # Coins given back, and those of lots that are joined, come from where they came from.
        known = self.drawn.get(spend, []) if spend else parts[::-1]
        for bucket, more in changes.items():
            if more > 0:
                parts += self._put(bucket, more, event.id, known)
        owed = after[1] - before[1]
        coins = sum(after[0].values()) - sum(before[0].values()) - owed
        if kind == "spent":
            self.drawn[spend] = [one for one in parts if one.origin]
        if owed and kind != "settled":
            parts.append(Part(abs(owed), None, ""))
        if coins or (parts and kind != "settled"):
            rule = getattr(effect, "rule", "")
            self.movements.append(Movement(event.id, event.on, kind, coins, rule, tuple(parts)))

    def _take(self, bucket: Bucket, amount: int) -> Iterator[Part]:
        """Take coins out of a bucket, those that came first first."""
        queue = self.origins.setdefault(bucket, deque())
        while amount and queue:
            first = queue.popleft()
            taken = min(amount, first.amount)
            amount -= taken
            if first.amount > taken:
                queue.appendleft(first._replace(amount=first.amount - taken))
            yield first._replace(amount=taken)
        if not queue:
            del self.origins[bucket]

    def _put(self, bucket: Bucket, amount: int, origin: str, known: list[Part]) -> Iterator[Part]:
        """Put coins into a bucket; those of `known`, the last first, keep their origins."""
        queue = self.origins.setdefault(bucket, deque())
        while amount and known:
            last = known.pop()
            back = min(amount, last.amount)
            amount -= back
            if last.amount > back:
                known.append(last._replace(amount=last.amount - back))
            part_back = Part(back, bucket.expires_on, last.origin)
            queue.append(part_back)
            yield part_back
        if amount:
            whole = Part(amount, bucket.expires_on, origin)
            queue.append(whole)
            yield whole

    def absorb(self, other: "_Person", event: Event) -> None:
        """Take over another member's coins with all that is known of them."""
        before = _balance(self.state)
        self.state, other.state = absorb(self.state, other.state)
        brought = [one for queue in other.origins.values() for one in queue]
        for bucket, queue in other.origins.items():
            self.origins.setdefault(bucket, deque()).extend(queue)
        self.drawn.update(other.drawn)
        self._fit(event, "merged", _balance(self.state) - before, brought)

    def part(self, other: "_Person", event: Event) -> None:
        """Give back what the other brought."""
        before, theirs = _balance(self.state), _balance(other.state)
        self.state, other.state = part(self.state, other.state)
        self._fit(event, "parted", _balance(self.state) - before)
        other._fit(event, "settled", _balance(other.state) - theirs)  # noqa: SLF001 - its own kind

    def _fit(self, event: Event, kind: Kind, coins: int, brought: Iterable[Part] = ()) -> None:
        """Make the buckets hold what the state holds; what nobody told of comes by this event."""
        parts = list(brought)
        now = _sums(self.state.lots)
        for bucket in sorted({*now, *self.origins}, key=_order):
            known = sum(one.amount for one in self.origins.get(bucket, ()))
            more = now.get(bucket, 0) - known
            if more < 0:
                parts += self._take(bucket, -more)
            elif more:
                parts += self._put(bucket, more, event.id, [])
        if coins or (parts and kind != "settled"):
            self.movements.append(Movement(event.id, event.on, kind, coins, "", tuple(parts)))

    def book(self) -> CoinBook:
        """Return what happened and what is left."""
        queues = {bucket: deque(queue) for bucket, queue in self.origins.items()}
        left = []
        for lot in self.state.lots:
            mine, need = [], lot.amount
            queue = queues.get(Bucket(lot.terms, lot.expires_on), deque())
            while need and queue:
                first = queue.popleft()
                amount = min(need, first.amount)
                need -= amount
                if first.amount > amount:
                    queue.appendleft(first._replace(amount=first.amount - amount))
                mine.append(first._replace(amount=amount))
            left.append(Left(lot.amount, lot.available_from, lot.expires_on, tuple(mine)))
        return CoinBook(tuple(self.movements), tuple(left), _owed(self.state))


def _sums(lots: Iterable[Lot]) -> dict[Bucket, int]:
    sums: dict[Bucket, int] = {}
    for lot in lots:
        bucket = Bucket(lot.terms, lot.expires_on)
        sums[bucket] = sums.get(bucket, 0) + lot.amount
    return sums


def _owed(state: MemberState) -> int:
    return state.debt + state.overdraft


def _balance(state: MemberState) -> int:
    return sum(lot.amount for lot in state.lots) - _owed(state)


def _order(bucket: Bucket) -> tuple[date, str]:
    return bucket.expires_on or date.max, bucket.terms

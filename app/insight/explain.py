"""`sikka explain`: a member's coins one by one, or one event with its derivation and its fate."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.domain.events import Event
from app.domain.facts import Claimed, Returned, Sold, Step, Voided
from app.insight.lots import CoinBook, Left, Movement, Part, coin_book
from app.insight.member_events import Tape, Told, open_tape, whole_life
from app.insight.telling import Teller
from app.services.shop import Shop


def explain_member(shop: Shop, member: str, language: str) -> Iterator[str]:
    """Yield how every coin of a member came and went, oldest first, and what is left of them."""
    with open_tape(shop) as tape:
        teller = Teller(shop, tape, language, member)
        told = {one.event.id: one for one in whole_life(tape, member)}
        for one in told.values():
            teller.remember(one.event)
        book = coin_book(member, [one.event for one in told.values()])
        yield from _Pages(teller, told).member(book)


def explain_event(shop: Shop, event_id: str, language: str) -> Iterator[str]:
    """Yield an event's derivation, what it led to and what took it back; nothing if unknown."""
    with open_tape(shop) as tape:
        told = tape.event(event_id)
        if told is not None:
            teller = Teller(shop, tape, language, told.event.member)
            yield from _Pages(teller, {}).event(tape, told)


def is_event(shop: Shop, event_id: str) -> bool:
    """Say whether there is an event of that id."""
    with open_tape(shop) as tape:
        return tape.event(event_id) is not None


class _Pages:
    """Writes explanations; `told` are the events origins may name."""

    def __init__(self, teller: Teller, told: dict[str, Told]) -> None:
        self.teller = teller
        self.writer = teller.writer
        self.told = told

    # ---------------------------------------------------------------- a member

    def member(self, book: CoinBook) -> Iterator[str]:
        """Yield every movement, every lot left, and the sum."""
        yield self._say("member")
        for movement in book.movements:
            yield from self._movement(movement)
        for lot in book.left:
            yield from self._left(lot)
        gained = sum(one.coins for one in book.movements if one.coins > 0)
        gone = -sum(one.coins for one in book.movements if one.coins < 0)
        if book.owed:
            yield self._say("owed", coins=book.owed)
        yield self._say("total", gained=gained, gone=gone, balance=book.balance)

    def _movement(self, movement: Movement) -> Iterator[str]:
        word = self.writer.say("movement", movement.kind)
        sign = "+" if movement.coins > 0 else ""
        number = sign + self.writer.figures.number(movement.coins)
        told = self.told[movement.event]
        what = self._what(told, movement)
        yield f"{told.event.on}  {number:>7} {word}: {what}  [{movement.event}]"
        own = (movement.event, "")
        if movement.kind != "earned" or any(one.origin not in own for one in movement.parts):
            yield from (f"            {self._part(one)}" for one in _joined(movement.parts))

    def _what(self, told: Told, movement: Movement) -> str:
        if movement.rule and movement.kind in ("earned", "reversed"):
            title = self.teller.titles(told.event.programme).of(movement.rule)
            receipt = self.teller.receipt(told.event)
            return f"{title} ({self._say('bill', bill=receipt)})" if receipt else title
        story = self.teller.tell(told)
        return f"{story.title} ({story.receipt})" if story.receipt else story.title

    def _part(self, part: Part) -> str:
        if not part.origin:
            return self._say("owed", coins=part.amount)
        end = (
            self._say("expiring", day=self.writer.day(part.expires_on))
            if part.expires_on
            else self._say("endless")
        )
        return f"{self._say('part', coins=part.amount, origin=self._origin(part.origin))}, {end}"

    def _origin(self, event_id: str) -> str:
        told = self.told[event_id]
        receipt = self.teller.receipt(told.event)
        where = self._say("bill", bill=receipt) if receipt else self.teller.tell(told).title
        return f"{self.writer.day(told.event.on)} ({where})"

    def _left(self, lot: Left) -> Iterator[str]:
        end = (
            self._say("expiring", day=self.writer.day(lot.expires_on))
            if lot.expires_on
            else self._say("endless")
        )
        start = self._say("pending", day=self.writer.day(lot.available_from))
        yield f"{self._say('left', coins=lot.amount)}, {end}; {start}"
        yield from (f"            {self._part(one)}" for one in _joined(lot.origins))

    # ---------------------------------------------------------------- an event

    def event(self, tape: Tape, told: Told) -> Iterator[str]:
        """Yield an event: sentence, derivation, effects, what followed, what took it back."""
        event = told.event
        story = self.teller.tell(told, every_effect=True)
        receipt = f" ({story.receipt})" if story.receipt else ""
        yield f"{event.on}  {story.title}{receipt}  [{event.id}]"
        yield self._say("programme", version=event.programme[:12] or "-")
        yield from (f"  {line}" for line in self._steps(event))
        yield from (f"  {line}" for line in story.why)
        later = tape.naming(told)
        undone = [one for one in later if isinstance(one.event.facts, Returned | Voided)]
        followed = [one for one in later if one not in undone]
        for heading, found in (("after", followed), ("undone", undone)):
            if found:
                yield self._say(heading)
                for one in found:
                    yield from self._later(one)

    def _steps(self, event: Event) -> Iterator[str]:
        """Yield the derivation line by line: base, multiplier, wanted and granted."""
        if not isinstance(event.facts, Sold | Claimed):
            return
        titles = self.teller.titles(event.programme)
        for step in event.facts.steps:
            yield self._say(
                "step",
                title=titles.of(step.rule),
                base=self._base(step),
                percent=step.percent,
                wanted=step.wanted,
                granted=step.granted,
            )

    def _base(self, step: Step) -> str:
        """Write what a step counted: money, or for a multiplier coins."""
        if step.percent == 100:
            return self.writer.money(step.base_minor)
        return self.writer.figures.number(step.base_minor)

    def _later(self, told: Told) -> Iterator[str]:
        story = self.teller.tell(told)
        yield f"  {told.event.on}  {story.title}  [{told.event.id}]"
        yield from (f"    {line}" for line in story.why)

    def _say(self, name: str, **values: str | int) -> str:
        return self.writer.say("explain", name, **values)


def _joined(parts: Iterable[Part]) -> list[Part]:
    """Add up the parts of one origin and one last day."""
    sums: dict[tuple[date | None, str], int] = {}
    for part in parts:
        key = (part.expires_on, part.origin)
        sums[key] = sums.get(key, 0) + part.amount
    return [Part(amount, end, origin) for (end, origin), amount in sums.items()]

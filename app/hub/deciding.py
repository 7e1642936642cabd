"""What one booking decides, in memory: an event's row, and all that follows from it (SYNC.md 5)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sqlalchemy.exc import SQLAlchemyError

from app.domain.codes import cell_hint
from app.domain.effects import Effect
from app.domain.erasing import forfeit_of
from app.domain.events import Event, Kind
from app.domain.facts import (
    Erased,
    Facts,
    Merged,
    ProgrammePublished,
    Returned,
    Threshold,
    Unmerged,
)
from app.domain.fold import PERSONAL_KEYS
from app.domain.fold.together import Together
from app.domain.ids import derived_id
from app.domain.invariants import fault
from app.domain.lapses import taken_back
from app.domain.members import MemberState, newest_day
from app.domain.outcomes import worth
from app.domain.rating import Rules
from app.domain.thresholds import may_go_on, reconcile
from app.domain.vouchers import refund_of
from app.hub import programmes
from app.hub.accounts import Row, row_of
from app.hub.once_keys import OnceKeys
from app.hub.past import Past
from app.hub.programmes import Published
from app.hub.writing import Entry, Origin
from app.wire.events import encode

RulesOn = Callable[[date], Rules | None]
"""The compiled programme in force on a business date, or None before the first."""

ROUNDS_MAX = 20
"""How often promises kept may bring further ones after one event."""

OWN = Origin("", 0, 0, "")
"""Where events come from that the cell made itself."""


class BrokenError(Exception):
    """An event that is well formed breaks what must always be true."""


class Decision:
    """The rows, keys, states and programmes of a booking; nothing of it is written yet.

    `derived` are the ids of events that follow from others, `renamed` those that are taken.
    """

    def __init__(
        self, past: Past, cell_id: str, last_seq: int, rules_on: RulesOn, renamed: frozenset[str]
    ) -> None:
        """Begin behind the feed number `last_seq`."""
        self.past = past
        self.cell_hint = cell_hint(cell_id)
        self.last_seq = last_seq
        self.rules_on = rules_on
        self.renamed = renamed
        self.keys = OnceKeys()
        self.entries: list[Entry] = []
        self.together = Together(past.state)
        self.rows: dict[str, Row] = {}
        self.derived: set[str] = set()
        self.published: list[Published] = []

    def take_up(self, event: Event, body: bytes, origin: Origin) -> int:
        """Book one event, or park one that cannot be; return its number in the feed, 0 = parked.

        Nothing is written yet, so whatever the event did before it failed is forgotten.
        """
        entries, published = len(self.entries), len(self.published)
        self.together.mark()
        self.keys.mark()
        try:
            number = self._book(event, body, origin)
            states = self.together.states
            self.rows.update({one: row_of(states[one]) for one in self.together.since})
        except (MemoryError, OSError, SQLAlchemyError):
            raise  # the store's or the machine's trouble: the same event books later
        except BrokenError as error:
            reason = f"broken: {error}"
        except Exception as error:  # noqa: BLE001 - no event may block those behind it
            reason = f"failed: {type(error).__name__}: {error}"
        else:
            return number
        del self.entries[entries:], self.published[published:]
        self.together.go_back()
        self.keys.go_back()
        self.enter(event, body, origin, "parked", reason)
        return 0

    def enter(
        self, event: Event | None, body: bytes, origin: Origin, outcome: str, detail: str = ""
    ) -> int:
        """Add a row to the feed; return its number."""
        self.entries.append(Entry(event, body, origin, outcome, detail))
        return self.last_seq + len(self.entries)

    def _book(self, event: Event, body: bytes, origin: Origin) -> int:
        """Take up one event and what follows from it; return its number in the feed."""
        taken = self.keys.taken(event) or self._had(event) or self._undoes_nothing(event)
        outcome, detail = ("worthless", f"taken: {taken}") if taken else ("booked", "")
        if not taken:
            self.keys.take(event.once, event.id)
            self.keys.release(event)
        booked = worth(event, outcome)
        if event.member:
            self._take_back_lapsed(booked)
        number = self.enter(event, body, origin, outcome, detail)
        if isinstance(event.facts, ProgrammePublished) and not taken:
            self.published.append(programmes.read(number, event.facts))
        if event.member:
            state = self._fold(booked)
            if taken and self._refund(event):
                state = self.together.own(state.member)
            self._settle(state, booked)
        return number

    def _fold(self, event: Event) -> MemberState:
        """Fold an event and see that all is sound; return the living member it counted for."""
        living = self.together.living(event.member)
        before = [living]
        if isinstance(event.facts, Merged | Unmerged):
            before = self._both(living, event.facts)
        self.together.fold(event)
        after = [self.together.own(state.member) for state in before]
        state = after[0]
        if len(before) > 1:
            before = [one for one in before if not one.merged_into]
            after = [one for one in after if not one.merged_into]
        if broken := fault(event.effects, before, after):
            raise BrokenError(broken)
        return state

    def _both(self, living: MemberState, facts: Merged | Unmerged) -> list[MemberState]:
        """Return the members whose states joining or parting can change."""
        own = self.together.own if isinstance(facts, Unmerged) else self.together.living
        other = own(facts.source)
        return [living] if other.member == living.member else [living, other]

    def _had(self, event: Event) -> str:
        """Return a personal key of the event that the member used under another id, or nothing.

        Two who were merged are one person, also for a station that does not know it yet.
        """
        personal = [key for key in event.once if key.partition(":")[0] in PERSONAL_KEYS]
        once = self.together.living(event.member).once if personal and event.member else ()
        return next((key for key in personal if key.rpartition(":")[0] in once), "")

    def _undoes_nothing(self, event: Event) -> str:
        """Return the key of a return that counts for nothing, if the event undoes one."""
        facts = event.facts
        if not isinstance(facts, Returned) or not facts.undoes:
            return ""
        held = [key for key in event.releases if self.keys.held.get(key) == facts.undoes]
        return "" if held else next(iter(event.releases), facts.undoes)

    def _take_back_lapsed(self, event: Event) -> None:
        """Give what expiry took back to its lots, for an event that was dated before."""
        state = self.together.living(event.member)
        effects = taken_back(state, event.effects, event.on)
        if effects and not self._came_before(back_id := derived_id(event.id, "lapsed")):
            self._add_own(event, back_id, "expired", state.member, Threshold(event.id), effects)

    def _came_before(self, event_id: str) -> bool:
        """Say whether what follows from an event is booked: a restored hub may get it alone."""
        return bool(self.past.booked([event_id]))

    def _refund(self, lost: Event) -> bool:
        """Give back the coins of a redemption that came too late for the last of its stock."""
        rules = self.rules_on(lost.on)
        refund = refund_of(lost, rules.programme.reinstatement_days if rules else 0)
        if refund is None or self._came_before(refund.id):
            return False
        self.keys.take(refund.once, refund.id)
        self._fold(refund)
        self.enter(refund, encode(refund), OWN, "booked")
        return True

    def _settle(self, state: MemberState, cause: Event) -> None:
        """Book what follows from an event as events of the cell's own."""
        if state.erased:
            self._forfeit(state, cause)
        else:
            self._reconcile(state, cause)

    def _forfeit(self, state: MemberState, cause: Event) -> None:
        """Clear away what reached an erased member from a station that did not know yet."""
        effect = forfeit_of(state)
        if effect.coins or effect.credit_minor:
            forfeit = derived_id(cause.id, "forfeit")
            self._add_own(cause, forfeit, "erased", state.member, Erased(""), (effect,))

    def _reconcile(self, state: MemberState, cause: Event) -> None:
        """Book promises kept and broken, until none is left."""
        on = max(cause.on, newest_day(state))
        rules = self.rules_on(on)
        if rules is None:
            return
        for _ in range(ROUNDS_MAX):
            verdicts = reconcile(rules, state, cause, self.cell_hint)
            if not verdicts:
                break
            cause = replace(cause, on=on, programme=rules.programme.id)
            for verdict in verdicts:
                state = self._add_own(
                    cause, verdict.id, verdict.kind, state.member, verdict.facts, verdict.effects
                )
            if not may_go_on(rules, verdicts):
                break

    def _add_own(
        self,
        cause: Event,
        event_id: str,
        kind: Kind,
        member: str,
        facts: Facts,
        effects: tuple[Effect, ...],
    ) -> MemberState:
        """Book an event of the cell's own, at the time and place of the one it follows from.

        Returns the state of the member it counted for.
        """
        while event_id in self.renamed:
            event_id = derived_id(event_id, "again")
        if event_id in self.derived:
            raise BrokenError("a promise is kept and broken again and again")
        self.derived.add(event_id)
        own = Event(
            event_id, kind, member, "", cause.store, cause.till, cause.programme,
            cause.on, cause.at_ms, cause.offset_min, facts, effects,
        )  # fmt: skip
        state = self._fold(own)
        self.enter(own, encode(own), OWN, "booked")
        return state

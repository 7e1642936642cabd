"""Several members folded together, so that merges find both (LEDGER.md 25).

The cell, every station, reports and `doctor` fold with this: who a member's events count for is
decided in one place.
"""

from collections.abc import Callable

from app.domain.events import Event
from app.domain.facts import Erased, Merged, Unmerged
from app.domain.fold import fold
from app.domain.fold.merging import absorb, part
from app.domain.members import MemberState
from app.domain.profiles import Profile, erased_profile, fold_profile


class Together:
    """The states of members while events are folded: `states` are those that changed.

    `load` reads a member's state as it was before; it is asked once for each. `since` holds what
    stood in `states` for those who changed after the last `mark` (None = nothing).
    """

    def __init__(self, load: Callable[[str], MemberState]) -> None:
        self.states: dict[str, MemberState] = {}
        self.since: dict[str, MemberState | None] = {}
        self._load = load
        self._loaded: dict[str, MemberState] = {}

    def mark(self) -> None:
        """Remember the states as they are now, to go back to."""
        self.since = {}

    def go_back(self) -> None:
        """Forget what was folded since the last `mark`."""
        for member, state in self.since.items():
            if state is None:
                del self.states[member]
            else:
                self.states[member] = state
        self.since = {}

    def own(self, member: str) -> MemberState:
        """Return a member's own state, also when it is an alias of another."""
        state = self.states.get(member) or self._loaded.get(member)
        if state is None:
            state = self._loaded[member] = self._load(member)
        return state

    def living(self, member: str) -> MemberState:
        """Return the state a member's events count for: of a merged one, the survivor's."""
        state = self.own(member)
        while state.merged_into:
            state = self.own(state.merged_into)
        return state

    def family(self, member: str) -> tuple[str, ...]:
        """Return the living member's id and those of all its aliases, theirs too."""
        found = [self.living(member).member]
        for one in found:
            found += self.own(one).aliases
        return tuple(found)

    def fold(self, event: Event) -> str:
        """Fold an event that has a member; return the living member it counted for."""
        state = self.living(event.member)
        match event.facts:
            case Merged(source=source_id):
                source = self.living(source_id)
                if source.member != state.member and not (state.erased or source.erased):
                    self._keep(*absorb(state, source))
            case Unmerged(source=source_id):
                alias = self.own(source_id)
                if alias.merged_into == state.member and not state.erased:
                    self._keep(*part(state, alias))
            case _:
                self._keep(fold(state, event))
        return state.member

    def _keep(self, *states: MemberState) -> None:
        for state in states:
            self.since.setdefault(state.member, self.states.get(state.member))
            self.states[state.member] = state


class People:
    """The profiles of members while events are folded, beside their states."""

    def __init__(self, members: Together, load: Callable[[str], Profile] = Profile) -> None:
        self.members = members
        self.profiles: dict[str, Profile] = {}
        self._load = load

    def profile(self, member: str) -> Profile:
        """Return the profile folded from a member's own events."""
        return self.profiles.get(member) or self._load(member)

    def fold(self, event: Event) -> tuple[str, tuple[str, ...]]:
        """Fold state and profile; return the living member, and who was erased with it."""
        member = self.members.fold(event)
        self.profiles[event.member] = fold_profile(self.profile(event.member), event)
        if not isinstance(event.facts, Erased):
            return member, ()
        family = self.members.family(member)
        self.profiles.update({one: erased_profile(one) for one in family})
        return member, family

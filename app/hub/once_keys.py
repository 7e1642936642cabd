"""Who holds the once keys that a booking is about, while it decides (LEDGER.md 6)."""

from collections.abc import Iterable, Mapping

from app.domain.companions import may_release
from app.domain.events import Event
from app.hub import settling


class OnceKeys:
    """Keys and the ids of the events that have them: `held`, and the `released` ones.

    `bearing` is what others reserved. All that changed since `mark` can be taken back.
    """

    def __init__(self) -> None:
        self.held: dict[str, str] = {}
        self.released: set[str] = set()
        self.bearing = settling.NO_BEARING
        self._before: list[tuple[str, str, bool]] = []
        self._bearing_before = self.bearing

    def learn(self, held: Mapping[str, str], bearing: settling.Bearing) -> None:
        """Take up what the store says."""
        self.held.update(held)
        self.bearing = self.bearing.with_more(bearing)

    def mark(self) -> None:
        """Remember how it is now, to go back to."""
        self._before = []
        self._bearing_before = self.bearing

    def go_back(self) -> None:
        """Take back what changed since the last `mark`."""
        for key, holder, released in reversed(self._before):
            if holder:
                self.held[key] = holder
            else:
                self.held.pop(key, None)
            if not released:
                self.released.discard(key)
        self.bearing = self._bearing_before
        self.mark()

    def taken(self, event: Event) -> str:
        """Return the first key of an event that somebody has, or that is kept for them."""
        for key in event.once:
            if key in self.held or settling.reserved_for_another(event, key, self.bearing):
                return key
        return ""

    def take(self, keys: Iterable[str], event_id: str) -> None:
        """Give keys to an event."""
        for key in keys:
            self._remember(key)
            self.held[key] = event_id

    def release(self, event: Event) -> None:
        """Set keys free that an event undoes; somebody else may hold them by now."""
        for key in event.releases:
            if may_release(event.facts, key, self.held.get(key, "")):
                self._remember(key)
                del self.held[key]
                self.released.add(key)
                self.bearing = self.bearing.without(key)

    def _remember(self, key: str) -> None:
        self._before.append((key, self.held.get(key, ""), key in self.released))

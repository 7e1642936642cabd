"""What an onlooker remembers who sees every station and the hub, and never forgets."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from app.services.authority import Ask, Permit, Verdict
from app.sync.authority import HubAuthority


class Recorded(NamedTuple):
    """An event of which a use case said that it is recorded: where, as which row, and when."""

    station: str
    seq: int
    true_ms: int


class Approved(NamedTuple):
    """A spend that the hub approved: what, and where its feed ended then."""

    station: str
    ask: Ask
    feed_seq: int


class Risked(NamedTuple):
    """A spend that a station allowed without the hub."""

    station: str
    ask: Ask
    true_ms: int


@dataclass
class Witness:
    """What was told to people in one cell, by the id of the event."""

    recorded: dict[str, Recorded] = field(default_factory=dict)
    approved: dict[str, Approved] = field(default_factory=dict)
    risked: dict[str, Risked] = field(default_factory=dict)
    lost_with_a_disk: Counter[str] = field(default_factory=Counter)
    newest: str = ""

    def watch(self, station: str, authority: HubAuthority, feed_seq: Any, now_ms: Any) -> None:
        """Note what an authority says from now on; `feed_seq` and `now_ms` are asked then."""
        really = authority.authorise

        def authorise(ask: Ask) -> Verdict:
            verdict = really(ask)
            if isinstance(verdict, Permit):
                if verdict.offline:
                    self.risked[ask.hold_id] = Risked(station, ask, now_ms())
                    self.newest = ask.hold_id
                else:
                    self.approved[ask.hold_id] = Approved(station, ask, feed_seq())
            return verdict

        authority.authorise = authorise  # type: ignore[method-assign]

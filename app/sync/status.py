"""How the station stands towards the hub, as a screen tells it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """What a cashier may want to know; `solo` shops have no hub and are never offline.

    `tried` says that the hub was asked since the program started; before, nobody knows whether it
    is there. `last_contact_ms` is when the hub last answered (Unix ms, 0 = never), `unsent` how
    many events wait here, `queued_since_ms` when the oldest was recorded (0 = none waits).
    `needs_update`: a newer hub sent what this program cannot read. `skew_ms`: how far this
    computer's clock was ahead of the hub's. `conflicts` were not looked at yet. `floor_coins` and
    `floor_credit_minor` were spent offline; `exposure_minor` is the most that could be overdrawn
    here today.
    """

    solo: bool = True
    online: bool = True
    tried: bool = True
    last_contact_ms: int = 0
    unsent: int = 0
    queued_since_ms: int = 0
    needs_update: bool = False
    revoked: bool = False
    skew_ms: int = 0
    conflicts: int = 0
    floor_coins: int = 0
    floor_credit_minor: int = 0
    exposure_minor: int = 0

    @property
    def away(self) -> bool:
        """Whether the hub was asked and cannot be reached."""
        return self.tried and not self.solo and not self.online

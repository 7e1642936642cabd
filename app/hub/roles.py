"""What a station may record by what it is: the hub does not take its word for it (SYNC.md 12).

Whoever gets at a kiosk's files has its key. The events it could sign with it and never makes are
parked; what it does make is audited as any counter's.
"""

from collections.abc import Mapping
from typing import Final

from app.config import Role
from app.domain.events import Kind

_OWN: Final[frozenset[Kind]] = frozenset({"greeted", "flagged", "help_called"})
"""What every station records by itself."""

MAKES: Final[Mapping[Role, frozenset[Kind]]] = {
    "kiosk": _OWN
    | {
        "enrolled",
        "profile_changed",
        "card_issued",
        "answered",
        "rated",
        "redeemed",
        "voucher_closed",
        "referred",
        "aim_set",
        "tickets_bought",
        "welcomed",
        "preferences_set",
        "pin_set",
        "seen",
    },
    "redemption": _OWN
    | {
        "redeemed",
        "voucher_claimed",
        "voucher_closed",
        "help_answered",
        "pin_set",
        "seen",
    },
}
"""What a station of a role records; a counter may record anything."""


def may_record(role: str | None, kind: Kind) -> bool:
    """Tell whether a station of a role (None: of before there were any) makes such events."""
    for one, kinds in MAKES.items():
        if one == role:
            return kind in kinds
    return True

"""The welcome gift: once for each phone, for members who claim it at a kiosk.

That a phone had it is known by a keyed hash so short that many numbers share each one
(decisions/0022): it tells nobody whose the phone was, and lasts when the member is erased.

A number can be invented. So a kiosk gives members nobody in the shop knows only so many gifts a
day; each one more waits for a supervisor, or for the member's first purchase.
"""

from typing import Final

from app.domain.effects import Effect
from app.domain.grants import Giving, grant
from app.domain.members import MemberState
from app.domain.profiles import Profile
from app.domain.programme import Programme
from app.domain.promises import Prize

KEY: Final = "welcome"
"""The member's own once key, without the member."""

GRANT: Final = "welcome:gift||"

HASH_DIGITS: Final = 7
"""Hexadecimal digits of the hash that are kept: 2**28 values, for many more phone numbers."""

FLAG: Final = "welcome"
"""What the review list calls a gift that waits."""


def is_known(profile: Profile, state: MemberState) -> bool:
    """Say whether the shop knows the member beyond a number typed at a kiosk.

    By a purchase, or because an earlier system had them.
    """
    return state.purchases > 0 or bool(profile.personal.old_number)


def flag_key(member: str) -> str:
    """Return the once key of the entry in the review list about a member's gift."""
    return f"flagged:{FLAG}:{member}"


def welcomed_key(mac: str) -> str:
    """Return the once key of a phone, by its keyed hash (64 hexadecimal digits)."""
    return f"welcomed:{mac[:HASH_DIGITS]}"


def welcome(programme: Programme, prize: Prize, giving: Giving) -> tuple[Effect, ...]:
    """Return the effects of the gift."""
    return grant(programme, giving, GRANT, prize, giving.on)

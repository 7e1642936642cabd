"""What keeps the shop's till from sending its bills, for the screens to say in their language."""

from typing import Literal, NamedTuple

TroubleKind = Literal["denied", "full", "away", "file", "port", "token"]
"""A folder this user may not use, has no room, or cannot be reached; a file in it that could not be
taken; a port another program has; a token that cannot be kept."""


class TillTrouble(NamedTuple):
    """One thing that does not work, and the folder or port where."""

    kind: TroubleKind
    where: str

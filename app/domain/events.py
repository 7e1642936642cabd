"""Events: a fact with the effects its station computed; never edited or deleted (LEDGER.md 1-3).

`fold` reads only the effects, never the programme, so a rebuild never re-rates. Dates are
business dates.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.domain.effects import Effect
from app.domain.facts import Facts

EVENT_VERSION = 1
EVENT_BYTES_MAX = 512 * 1024

Kind = Literal[
    "enrolled",
    "profile_changed",
    "card_issued",
    "card_blocked",
    "merged",
    "sold",
    "returned",
    "voided",
    "claimed",
    "adjusted",
    "tier_reached",
    "tier_lost",
    "expired",
    "staff_set",
    "programme_published",
    "day_ended",
    "unmerged",
    "erased",
    "opening",
    "answered",
    "rated",
    "redeemed",
    "voucher_claimed",
    "voucher_closed",
    "promo_used",
    "topped_up",
    "cashed_out",
    "referred",
    "greeted",
    "granted",
    "revoked",
    "aim_set",
    "tickets_bought",
    "raffle_opened",
    "raffle_frozen",
    "raffle_drawn",
    "flagged",
    "flag_decided",
    "help_called",
    "help_answered",
    "welcomed",
    "preferences_set",
    "pin_set",
    "seen",
    "day_closed",
]


@dataclass(frozen=True, slots=True)
class Event:
    """One act of a station or of the cell.

    `member` is empty for guests; `staff` is empty for acts of the cell. `at_ms` is Unix
    milliseconds, `offset_min` the shop's offset from UTC then; `on` the business date.
    `once` are the keys that guard this event's credits, `releases` those a void sets free
    (LEDGER.md 6).
    """

    id: str
    kind: Kind
    member: str
    staff: str
    store: str
    till: str
    programme: str
    on: date
    at_ms: int
    offset_min: int
    facts: Facts
    effects: tuple[Effect, ...] = ()
    once: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()

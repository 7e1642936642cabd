"""Who says whether coins, credit, a voucher or the last of a stock may be spent (SYNC.md 8).

A shop whose cell is in the same process needs nobody: its own state is the truth. With a hub the
composition root puts in one that asks it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Ask:
    """What an event is about to spend; `hold_id` is the id of that event.

    `keys` are once keys it takes (a voucher's, a single code's), `stock` a reward of which one is
    wanted ("" = none). `coins_back` and `credit_back_minor` are what the same act gives back
    before it spends (below zero: takes), which the hub counts as there. An id that was refused or
    voided is refused for ever.
    """

    hold_id: str
    member: str
    coins: int = 0
    credit_minor: int = 0
    keys: tuple[str, ...] = ()
    stock: str = ""
    coins_back: int = 0
    credit_back_minor: int = 0


@dataclass(frozen=True, slots=True)
class Permit:
    """It may be spent: reserved at the hub, or (`offline`) within what this station may risk.

    `stock_number` is the number of the stock that was reserved (0 = none was asked for).
    """

    offline: bool = False
    stock_number: int = 0


@dataclass(frozen=True, slots=True)
class SpentElsewhere:
    """The hub says no: what it has now, in coins and minor units of credit.

    `in_credit` says that it is the credit that is not enough, not the coins.
    """

    coins: int
    credit_minor: int
    in_credit: bool = False


@dataclass(frozen=True, slots=True)
class KeyTaken:
    """Somebody else was first: which event, where, when and by whom, as far as it is known.

    `who` is the name of the member of staff, where this station knows it. `closed` says that a
    voucher was given back or ran out, and was not used.
    """

    key: str
    event_id: str
    store: str
    till: str
    staff: str
    on: date | None
    at_ms: int
    closed: bool = False
    who: str = ""


@dataclass(frozen=True, slots=True)
class SoldOut:
    """The hub has none of the stock left."""

    reward: str


@dataclass(frozen=True, slots=True)
class NeedsNetwork:
    """The hub does not answer, and this is more than may be risked without it.

    `coins` and `credit_minor` are what could still be spent here now; `only_hub` says that it is
    never spent offline (a voucher, limited stock).
    """

    coins: int = 0
    credit_minor: int = 0
    only_hub: bool = False


Verdict = Permit | SpentElsewhere | KeyTaken | SoldOut | NeedsNetwork


class SpendAuthority(Protocol):
    """Authorise, then settle (the event itself does it when it is booked) or void."""

    def authorise(self, ask: Ask) -> Verdict:
        """Return whether it may be spent; answers within two seconds, whatever the network does.

        Must not be called on the GUI thread, nor inside a transaction.
        """

    def void(self, hold_id: str) -> None:
        """Let go of what was reserved: the event was not recorded. Never waits, never fails."""

"""What acts add up to: the figures of a till, a store, a cashier, an hour or a day."""

from typing import NamedTuple


class Figures(NamedTuple):
    """Sums over acts; money in minor units, everything else counted.

    `bills` and `taken_minor` (the money the till took for them) are less those that were voided,
    `member_bills` are those with a card; `undos` were taken back within seconds, `voids` later.
    `refunded_minor` was handed back for `returns`. `coins_given` were earned, `coins_back` of
    these were taken back, `coins_used` were paid with (less what came back), `coins_expired` ran
    out. `credit_in_minor` was paid in for store credit (less what was voided), `credit_used_minor`
    paid bills, `credit_out_minor` was paid out in money. `handed_over` counts rewards given at the
    desk, `gifts` what came with bills.
    """

    bills: int = 0
    member_bills: int = 0
    taken_minor: int = 0
    returns: int = 0
    refunded_minor: int = 0
    undos: int = 0
    voids: int = 0
    coins_given: int = 0
    coins_back: int = 0
    coins_used: int = 0
    coins_expired: int = 0
    credit_in_minor: int = 0
    credit_used_minor: int = 0
    credit_out_minor: int = 0
    new_members: int = 0
    handed_over: int = 0
    gifts: int = 0

    def plus(self, other: "Figures") -> "Figures":
        """Return both together."""
        return Figures(*map(int.__add__, self, other))

    @property
    def drawer_minor(self) -> int:
        """What these acts brought into the till's drawer, in minor units; may be below zero."""
        money_in = self.taken_minor + self.credit_in_minor
        return money_in - self.refunded_minor - self.credit_out_minor


NONE = Figures()

"""A member's own vouchers: what can be used first, what is over below."""

from dataclasses import dataclass
from datetime import date

from app.domain.grants import reward_of
from app.domain.members import Held
from app.domain.rewards import kind_of
from app.domain.texts import Text
from app.domain.vouchers import NotYet, VoucherFault, usable
from app.services.pickups import ticket_of
from app.services.shop import Shop


@dataclass(frozen=True, slots=True)
class MyVoucher:
    """A voucher of a member's own; `fault` says why it cannot be used (None = it can).

    `title` is empty when the programme has the reward no more. `ticket` is the number under which
    it waits in this store today (0 = none).
    """

    held: Held
    title: Text
    fault: VoucherFault | None
    ticket: int

    @property
    def open(self) -> bool:
        """Whether it can be used, now or later."""
        return self.fault is None or isinstance(self.fault, NotYet)


def vouchers_of(shop: Shop, member: str) -> tuple[MyVoucher, ...]:
    """Return a member's vouchers: first what can be used, soonest to end; then what is over.

    What is over comes last closed first, as long as it is known (two months). What was given at
    once, store credit and raffle tickets, was never a voucher to its member and is left out.
    """
    on = shop.moment().on
    known = [_of(shop, held, on) for held in shop.state(member).vouchers if _is_shown(shop, held)]
    ready = sorted((one for one in known if one.open), key=lambda one: one.held.until)
    over = [one for one in known if not one.open]
    over.sort(key=lambda one: one.held.closed_on or one.held.until, reverse=True)
    return (*ready, *over)


def _of(shop: Shop, held: Held, on: date) -> MyVoucher:
    reward = reward_of(shop.programme, held.reward)
    fault = usable(held, on)
    ticket = ticket_of(shop, held.voucher) if fault is None else 0
    return MyVoucher(held, reward.title if reward else {}, fault, ticket)


def _is_shown(shop: Shop, held: Held) -> bool:
    reward = reward_of(shop.programme, held.reward)
    return reward is None or kind_of(reward) not in {"credit", "tickets"}

"""An exchange: goods come back and others are sold, both or neither."""

from dataclasses import dataclass, replace

from app.domain.bills import Bill
from app.domain.events import Event
from app.domain.fold import fold
from app.domain.members import MemberState
from app.services import returns, sales
from app.services.returns import ReturnAsk, ReturnRecorded
from app.services.sales import SaleRecorded
from app.services.shop import Moment, Shop
from app.services.spending import SpendRefusal, let_go, record_spend
from app.services.writing import DiskFull
from app.storage.writer import Tx


@dataclass(frozen=True, slots=True)
class ExchangePreview:
    """What would come back, and the member's `state` after it (None = a guest's bill)."""

    back: returns.ReturnPreview
    state: MemberState | None


@dataclass(frozen=True, slots=True)
class ExchangeRecorded:
    """Both are in the journal. `collect_minor` is what the till takes, below zero hands back."""

    returned: ReturnRecorded
    sold: SaleRecorded

    @property
    def collect_minor(self) -> int:
        """The money between them, in minor units."""
        return self.sold.collect_minor - self.returned.taken.facts.refund_minor


@dataclass(frozen=True, slots=True)
class BackRefused:
    """The return was refused; nothing was recorded."""

    why: returns.Refused


@dataclass(frozen=True, slots=True)
class BillRefused:
    """The new bill was refused; nothing was recorded."""

    why: sales.SaleRefused


ExchangeOutcome = ExchangeRecorded | BackRefused | BillRefused | SpendRefusal | DiskFull


class _RefusedError(Exception):
    """Takes back what the transaction has done so far."""

    def __init__(self, outcome: BackRefused | BillRefused) -> None:
        super().__init__(type(outcome.why).__name__)
        self.outcome = outcome


def preview_exchange(shop: Shop, ask: ReturnAsk) -> ExchangePreview | BackRefused:
    """Work out what comes back, and what the member has to spend on the new bill."""
    back = returns.preview_return(shop, ask)
    if not isinstance(back, returns.ReturnPreview):
        return BackRefused(back)
    if not back.member:
        return ExchangePreview(back, None)
    event = shop.event("returned", back.taken.facts, member=back.member, effects=back.taken.effects)
    return ExchangePreview(back, fold(shop.state(back.member), event))


def record_exchange(
    shop: Shop, staff: str, ask: ReturnAsk, bill: Bill, moment: Moment | None = None
) -> ExchangeOutcome:
    """Record a return and a sale in one transaction; their ids make a second press harmless.

    The new bill is the member's whose goods come back. It is worked out on what they have after
    the return: coins given back pay for it, and what the return takes is gone.
    """
    at = moment or shop.moment()

    def decide(tx: Tx) -> tuple[tuple[Event, ...], ExchangeRecorded]:
        back, returned = returns.decide_return(shop, staff, ask, at, tx)
        if not isinstance(returned, ReturnRecorded):
            raise _RefusedError(BackRefused(returned))
        theirs = replace(bill, member=returned.member)
        sale, sold = sales.decide_sale(shop, staff, theirs, at, tx, after=back)
        if not isinstance(sold, SaleRecorded):
            raise _RefusedError(BillRefused(sold))
        return (*back, *sale), ExchangeRecorded(returned, sold)

    spends = sales.ask_of(bill) if shop.authority else None
    try:
        return record_spend(shop, spends, lambda tx, _: decide(tx))
    except _RefusedError as refused:
        if spends is not None:
            let_go(shop, spends)
        return refused.outcome

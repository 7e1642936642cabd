"""What a bill would earn and cost if it were recorded now."""

from dataclasses import dataclass, replace

from app.domain.bill_faults import BillFault, NoAmount, fault_of
from app.domain.bills import Bill, CoinRange, coin_range, price, total_minor
from app.domain.credit import cashback_of
from app.domain.facts import Off, Step
from app.domain.gifts import NextGift, next_gift, prizes_of
from app.domain.members import MemberState, coins_on, credit_on
from app.domain.promises import Prize
from app.domain.rating import NextCoin, rate
from app.domain.sales import context_of
from app.services.shop import Moment, Shop


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a bill would earn and cost if it were recorded now; the recorded one is the promise.

    `offs` are what Sikka takes off (a tier's price, vouchers, a promo), `off_minor` their sum,
    `credit_minor` what store credit pays and `credit_maximum_minor` what it could. `gifts` come
    with the bill, `next_gift` would with a larger one; `cashback_minor` comes back as credit.
    """

    total_minor: int
    coins: int
    steps: tuple[Step, ...]
    next_coin: NextCoin | None
    coin_range: CoinRange
    coin_minor: int
    collect_minor: int
    fault: BillFault | None
    offs: tuple[Off, ...] = ()
    off_minor: int = 0
    credit_minor: int = 0
    credit_maximum_minor: int = 0
    gifts: tuple[Prize, ...] = ()
    next_gift: NextGift | None = None
    cashback_minor: int = 0

    @property
    def till_off_minor(self) -> int:
        """What the cashier takes off on the till: prices, vouchers, coins, credit."""
        return self.total_minor - self.collect_minor


def estimate(shop: Shop, bill: Bill, state: MemberState | None, moment: Moment) -> Estimate:
    """Return what the bill earns and what the till must do; reads no disk."""
    rules = shop.rules
    total = total_minor(bill)
    context = context_of(rules, state, moment.on, moment.minute, shop.store)
    fault = fault_of(bill, rules, state, context)
    spendable = coins_on(state, moment.on).spendable if state else 0
    if isinstance(fault, NoAmount) or total <= 0 or any(q.quantity_milli <= 0 for q in bill.lines):
        usable = coin_range(rules.programme, spendable, max(0, total))
        return Estimate(max(0, total), 0, (), None, usable, 0, max(0, total), fault)
    lines, offs = price(bill, rules, context.tier, state)
    rating = rate(rules, lines, context) if state is not None else None
    coin_minor = sum(line.coin_minor for line in lines)
    off_minor = sum(off.amount_minor for off in offs)
    credit_minor = sum(line.credit_minor for line in lines)
    left_minor = total - off_minor - coin_minor
    found = Estimate(
        total_minor=total,
        coins=rating.coins if rating else 0,
        steps=rating.steps if rating else (),
        next_coin=rating.next_coin if rating else None,
        coin_range=coin_range(rules.programme, spendable, total - off_minor),
        coin_minor=coin_minor,
        collect_minor=left_minor - credit_minor,
        fault=fault,
        offs=offs,
        off_minor=off_minor,
        credit_minor=credit_minor,
    )
    if state is None:
        return found
    return replace(
        found,
        credit_maximum_minor=max(0, min(left_minor, credit_on(state, moment.on).spendable)),
        gifts=prizes_of(rules, lines, context, state),
        next_gift=next_gift(rules, lines, context, state),
        cashback_minor=sum(one.amount_minor for one in cashback_of(rules, lines, context)),
    )

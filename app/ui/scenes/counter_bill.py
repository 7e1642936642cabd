"""The scenes of a bill: what is taken off, given for it, exchanged, put aside, sent by the till."""

from app.domain.baskets import Basket, BasketLine, SentBasket
from app.domain.bills import BillLine
from app.domain.effects import Earn
from app.domain.facts import Opening
from app.services import baskets, catalogue, members, rewards, vouchers
from app.services.shop import Shop
from app.ui.scenes.counter_stage import CounterStage


def held(stage: CounterStage) -> None:
    """Hold a bill, and look at what is held."""
    stage.items()
    stage.counter.hold()
    stage.jobs.drain()
    stage.counter.openPanel("held")


def codes(stage: CounterStage) -> None:
    """Look at what the member can use; a voucher for money off is on the bill."""
    stage.items()
    # Enough for what the voucher asks of a bill.
    stage.counter.bill.stepQuantity(0, 2)
    member = stage.counter.member.view.member
    _buy_voucher(stage.shop, member)
    stage.counter.set_member(members.open_member(stage.shop, member))
    held = [one for one in vouchers.vouchers_of(stage.shop, member) if one.fault is None]
    if held:
        stage.counter.bill.use_voucher(held[-1].held.voucher)
    stage.counter.openPanel("codes")
    stage.jobs.drain()
    if stage.counter.codes.vouchers.rows:
        stage.counter.codes.choose(0)


def _buy_voucher(shop: Shop, member: str) -> None:
    """Let the member, with more coins than most have, take a reward that comes off a bill."""
    on = shop.moment().on
    coins = (Earn(2_000, "", on, None, "opening", 0, 100, 2_000, ""),)
    event = shop.event("opening", Opening("", 1), member=member, effects=coins)
    shop.record(lambda _: ((event,), None))
    off = next(
        (one for one in shop.programme.rewards if one.benefit.kind == "fixed" and one.coins), None
    )
    if off is not None:
        rewards.redeem(shop, "", member, off.id)


def offs(stage: CounterStage) -> None:
    """Use coins and a code on one bill."""
    codes(stage)
    stage.counter.back()
    stage.counter.bill.use_coins(stage.counter.bill.inputs.estimate.coin_range.maximum)


def exchange(stage: CounterStage) -> None:
    """Take the last bill back and sell other goods for it."""
    stage.panel("return")
    stage.jobs.drain()
    stage.counter.returns.typeReceipt("R-2042")
    stage.counter.returns.exchange()
    stage.jobs.drain()
    for item in catalogue.search(stage.shop, "soap", 1):
        stage.counter.bill.add(item)
    stage.counter.bill.typeNumber("B-2042")


def exchanged(stage: CounterStage) -> None:
    """Record an exchange."""
    exchange(stage)
    stage.counter.record()


def recorded(stage: CounterStage) -> None:
    """Record a bill."""
    stage.items()
    stage.counter.record()


def gift(stage: CounterStage) -> None:
    """Record a bill that brings a gift, of a member who has not had this gift lately."""
    stage.amount()
    things = [gift for gift in stage.shop.programme.gifts if gift.prize.reward]
    least = max((gift.when.minimum_minor for gift in things), default=0)
    for view in stage.members():
        stage.counter.set_member(view)
        stage.counter.bill.typeEntry(str(least // 100 + 100))
        coming = stage.counter.bill.inputs.estimate.gifts
        if any(one.reward for one in coming) or not things:
            break
    stage.counter.record()


def till(stage: CounterStage) -> None:
    """Let the till send three bills, the first for a member, while one is on the screen."""
    stage.items()
    currency = stage.shop.programme.currency
    for at, amount in enumerate((126_450, 9_900, 48_000), 2042):
        goods = BasketLine(BillLine("", "", "", 1000, amount))
        basket = Basket("till", str(at), f"B-{at}", (goods,), paid=at == 2043)
        card = stage.counter.member.view.cards[-1].number if at == 2042 else ""
        phone = "1" if at == 2044 else ""
        baskets.take_basket(stage.shop, SentBasket(basket, currency, card=card, phone=phone))
    stage.counter.baskets.arrived.emit()
    stage.jobs.drain()


def till_bills(stage: CounterStage) -> None:
    """Look at the bills of the till."""
    till(stage)
    stage.counter.openPanel("baskets")
    stage.jobs.drain()

"""What comes off a bill and what comes with it, in words: pure, no Qt objects."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.domain.bill_faults import CreditNotAllowed, VoucherUnfit
from app.domain.bills import promo_of
from app.domain.facts import Off
from app.domain.grants import reward_of
from app.domain.members import voucher_of
from app.domain.texts import text_in
from app.ui import voucher_sentences
from app.ui.bill_inputs import BillInputs
from app.ui.goal_sentences import prize_words
from app.ui.words import translate

NEAR: Final = 2
"""A gift is worth a word when the bill lacks at most one part in so many of what it is."""


@dataclass(frozen=True, slots=True)
class OffRow:
    """One thing that comes off; `ref` is the id of a voucher or promo, else empty."""

    title: str
    amount: str
    ref: str = ""


def derive_offs(inputs: BillInputs) -> tuple[OffRow, ...]:
    """Return a row for each thing that comes off, in the order in which it does."""
    return tuple(_offs(inputs))


def _offs(inputs: BillInputs) -> Iterator[OffRow]:
    estimate, money = inputs.estimate, inputs.money
    if inputs.discount_minor:
        title = translate("bill", "Discount")
        yield OffRow(title, money.full(-inputs.discount_minor))
    if estimate is None:
        return
    fault = estimate.fault
    unused = fault.voucher if isinstance(fault, VoucherUnfit) else ""
    for off in estimate.offs:
        counts = off.amount_minor and off.ref != unused
        amount = money.full(-off.amount_minor) if counts else ""
        yield OffRow(off_title(inputs, off), amount, off.ref)
    for voucher in inputs.vouchers:
        if not any(off.ref == voucher for off in estimate.offs):
            yield OffRow(voucher_title(inputs, voucher), "", voucher)
    if inputs.coins:
        title = translate("bill", "{coins} coin(s)", None, inputs.coins)
        title = title.format(coins=money.number(inputs.coins))
        yield OffRow(title, money.full(-estimate.coin_minor))
    if inputs.credit_minor:
        title = translate("bill", "Store credit")
        yield OffRow(title, money.full(-inputs.credit_minor))


def off_title(inputs: BillInputs, off: Off) -> str:
    """Return what takes money off: "Gold price", a reward's title, a promo's."""
    programme = inputs.programme
    if off.kind == "tier":
        tier = next((one for one in programme.tiers if one.id == off.ref), None)
        name = text_in(tier.name, inputs.language) if tier else off.ref
        return translate("bill", "{tier} price").format(tier=name)
    if off.kind == "promo":
        return promo_title(inputs)
    return voucher_title(inputs, off.ref)


def promo_title(inputs: BillInputs) -> str:
    """Return what the promo on the bill is called, or nothing without one."""
    promo = promo_of(inputs.programme, inputs.promo) if inputs.promo else None
    return text_in(promo.title, inputs.language) if promo else inputs.promo


def voucher_title(inputs: BillInputs, voucher: str) -> str:
    """Return what a voucher of the member is for."""
    held = voucher_of(inputs.state, voucher) if inputs.state else None
    reward = reward_of(inputs.programme, held.reward) if held else None
    return text_in(reward.title, inputs.language) if reward else translate("bill", "Voucher")


def gift_words(inputs: BillInputs) -> str:
    """Say what comes with the bill as a gift, or nothing."""
    estimate = inputs.estimate
    if estimate is None or not estimate.gifts:
        return ""
    said = (
        prize_words(prize, inputs.programme, inputs.money, inputs.language)
        for prize in estimate.gifts
    )
    gifts = " + ".join(one for one in said if one)
    return translate("bill", "A gift comes with it: {gift}").format(gift=gifts) if gifts else ""


def next_gift_words(inputs: BillInputs) -> str:
    """Say how much more brings a gift, where it is near enough to be worth saying."""
    following = inputs.estimate.next_gift if inputs.estimate else None
    if inputs.estimate is None or following is None:
        return ""
    if following.more_minor > inputs.estimate.total_minor // NEAR:
        return ""
    gift = prize_words(following.rule.prize, inputs.programme, inputs.money, inputs.language)
    if not gift:
        return ""
    return translate("bill", "{money} more brings a gift: {gift}").format(
        money=inputs.money.short(following.more_minor), gift=gift
    )


def unfit(inputs: BillInputs) -> str:
    """Say what on the bill cannot be used as it stands, and what to do; or nothing."""
    fault = inputs.estimate.fault if inputs.estimate else None
    match fault:
        case VoucherUnfit():
            assert inputs.on is not None
            return voucher_sentences.voucher_refused(
                fault, inputs.money, inputs.on, inputs.language
            )
        case CreditNotAllowed():
            return voucher_sentences.credit_refused(fault, inputs.money)
        case _:
            return ""

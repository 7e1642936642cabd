"""A half-typed bill, as it is kept on disk and as it comes back."""

from app.domain.money import Money
from app.domain.programme import Programme
from app.services.drafts import Draft
from app.ui.bill_inputs import BillInputs, Entered, bill_of


def draft_of(inputs: BillInputs, label: str = "") -> Draft:
    """Return what is kept of a bill on screen; nothing personal is in it."""
    typed = {"amount": inputs.amount, "mode": "items" if inputs.lines else "amount"}
    units = {
        f"unit {at}": entered.unit
        for at, entered in enumerate(inputs.lines)
        if entered.unit != "each"
    }
    paid = {"paid": str(inputs.paid_minor)} if inputs.paid_minor else {}
    return Draft(bill_of(inputs), typed | units | paid, label)


def inputs_of(draft: Draft, money: Money, programme: Programme) -> BillInputs:
    """Return a kept bill as it was on screen."""
    bill = draft.bill
    by_amount = draft.typed.get("mode") == "amount"
    lines = tuple(
        Entered(line, draft.typed.get(f"unit {at}", "each")) for at, line in enumerate(bill.lines)
    )
    return BillInputs(
        money,
        programme,
        id=bill.id,
        number=bill.number,
        mode="amount" if by_amount else "items",
        amount=draft.typed.get("amount", "") if by_amount else "",
        lines=() if by_amount else lines,
        discount_minor=bill.discount_minor,
        coins=bill.coins,
        credit_minor=bill.credit_minor,
        vouchers=bill.vouchers,
        promo=bill.promo,
        promo_single=bill.promo_single,
        basket=bill.basket,
        member=bill.member,
        paid_minor=int(draft.typed.get("paid", "0")),
    )


def is_empty(inputs: BillInputs) -> bool:
    """Say whether nothing is lost with the bill: no amount, no items, no member, no exchange."""
    return not (inputs.amount.strip() or inputs.lines or inputs.member or inputs.exchange)

"""From what comes back to what the return desk shows: pure, no Qt objects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from app.domain.effects import CreditReverse, DebitRestore, Effect, Unclaim, Withdraw
from app.domain.facts import Returned
from app.domain.money import Money, quantity
from app.domain.open_sales import OpenSale
from app.services.returns import ReturnAsk, ReturnPreview
from app.services.voids import SaleVoided
from app.ui import dates
from app.ui.sentences import ReturnRefusal, return_refused
from app.ui.typed import read_amount
from app.ui.words import translate

Kind = Literal["money", "taken", "given", "note"]


@dataclass(frozen=True, slots=True)
class ReturnInputs:
    """All that the desk depends on. `sale` None means that a bill is still being looked for."""

    money: Money
    today: date
    language: str = "en"
    id: str = ""
    member_name: str = ""
    member: str = ""
    number: str = ""
    found: tuple[OpenSale, ...] = ()
    searched: bool = False
    sale: OpenSale | None = None
    chosen: int = 0
    back: Mapping[int, int] = field(default_factory=dict)
    amount: str = ""
    receipt: str = ""
    preview: ReturnPreview | ReturnRefusal | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class ReturnProps:
    """What QML reads. `chosen` is a row of what is listed; `asks` says a message is no refusal."""

    choosing: bool = False
    number: str = ""
    hint: str = ""
    nothing: str = ""
    title: str = ""
    about: str = ""
    chosen: int = -1
    byAmount: bool = False
    amount: str = ""
    receipt: str = ""
    message: str = ""
    asks: bool = False
    handBack: str = ""
    ready: bool = False


@dataclass(frozen=True, slots=True)
class SaleChoice:
    """A bill to choose."""

    number: str
    day: str
    amount: str
    note: str


@dataclass(frozen=True, slots=True)
class BackRow:
    """A line of the bill and how much of it comes back."""

    name: str
    bought: str
    back: str
    canLess: bool
    canMore: bool


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One thing the return does."""

    text: str
    amount: str
    kind: str


def by_amount(sale: OpenSale) -> bool:
    """Say whether a bill has no items, so that money comes back and not units."""
    return all(not line.sku for line in sale.sold.lines)


def ask_of(inputs: ReturnInputs) -> ReturnAsk:
    """Return the return as the use case takes it."""
    sale = inputs.sale
    amount = read_amount(inputs.amount, inputs.money.digits) or 0
    return ReturnAsk(
        id=inputs.id,
        receipt=inputs.receipt.strip(),
        sale=sale.sale if sale else "",
        lines=tuple((line, milli) for line, milli in sorted(inputs.back.items()) if milli),
        amount_minor=max(0, amount) if sale and by_amount(sale) else 0,
        member=inputs.member,
    )


def derive_return(inputs: ReturnInputs) -> ReturnProps:
    """Return what the desk shows."""
    sale = inputs.sale
    if sale is None:
        return ReturnProps(
            number=inputs.number,
            hint=_find_hint(inputs),
            nothing=_nothing(inputs),
            chosen=inputs.chosen if inputs.found else -1,
            message=inputs.refused,
        )
    preview = inputs.preview
    ready = isinstance(preview, ReturnPreview)
    return ReturnProps(
        choosing=True,
        number=inputs.number,
        title=translate("returns", "Return from bill {number}").format(
            number=sale.sold.bill_number
        ),
        about=translate("returns", "{money}, {day}").format(
            money=inputs.money.short(sale.sold.total_minor),
            day=dates.day(sale.on, inputs.today, inputs.language),
        ),
        chosen=inputs.chosen,
        byAmount=by_amount(sale),
        amount=inputs.amount,
        receipt=inputs.receipt,
        message=inputs.refused or _refusal(inputs),
        asks=not inputs.refused and not any(inputs.back.values()) and not by_amount(sale),
        handBack=inputs.money.full(preview.taken.facts.refund_minor)
        if isinstance(preview, ReturnPreview)
        else "",
        ready=ready,
    )


def _find_hint(inputs: ReturnInputs) -> str:
    if inputs.member_name:
        return translate("returns", "Bills of {name}, or type the number of another.").format(
            name=inputs.member_name
        )
    return translate("returns", "Type the number on the customer's bill, or scan the card.")


def _nothing(inputs: ReturnInputs) -> str:
    if inputs.found or not inputs.searched:
        return ""
    if inputs.number:
        return translate(
            "returns", "No bill {number} on this counter. Check the printed bill."
        ).format(number=inputs.number)
    return translate("returns", "{name} has no bill that can still be returned.").format(
        name=inputs.member_name
    )


def _refusal(inputs: ReturnInputs) -> str:
    preview, sale = inputs.preview, inputs.sale
    if preview is None or isinstance(preview, ReturnPreview) or sale is None:
        return ""
    line = getattr(preview, "line", None)
    name = sale.sold.lines[line].name if isinstance(line, int) and not by_amount(sale) else ""
    return return_refused(preview, inputs.money, inputs.today, inputs.language, name)


def derive_found(inputs: ReturnInputs) -> tuple[SaleChoice, ...]:
    """Return a row per bill found."""
    return tuple(
        SaleChoice(
            number=sale.sold.bill_number,
            day=dates.day(sale.on, inputs.today, inputs.language),
            amount=inputs.money.short(sale.sold.total_minor),
            note=_sale_note(sale),
        )
        for sale in inputs.found
    )


def _sale_note(sale: OpenSale) -> str:
    if sale.voided:
        return translate("returns", "void")
    if not any(kept.quantity_milli or kept.net_minor for kept in sale.kept):
        return translate("returns", "all returned")
    return ""


def derive_back(inputs: ReturnInputs) -> tuple[BackRow, ...]:
    """Return a row per line of the bill chosen."""
    sale = inputs.sale
    if sale is None or by_amount(sale):
        return ()
    rows = []
    for at, (line, kept) in enumerate(zip(sale.sold.lines, sale.kept, strict=True)):
        back = inputs.back.get(at, 0)
        rows.append(
            BackRow(
                name=line.name or line.sku,
                bought=translate("returns", "{quantity} bought, {money}").format(
                    quantity=quantity(kept.quantity_milli), money=inputs.money.short(kept.net_minor)
                )
                if kept.quantity_milli
                else translate("returns", "all returned"),
                back=quantity(back),
                canLess=back > 0,
                canMore=back < kept.quantity_milli,
            )
        )
    return tuple(rows)


def derive_effects(inputs: ReturnInputs) -> tuple[EffectRow, ...]:
    """Return a row per thing the return would do to coins; money to hand back is apart."""
    if not isinstance(inputs.preview, ReturnPreview):
        return ()
    taken = inputs.preview.taken
    return effects_of(taken.facts, inputs.money, taken.effects)


def effects_of(
    facts: Returned, money: Money, effects: Sequence[Effect] = ()
) -> tuple[EffectRow, ...]:
    """Say what a return does beside the money, one row for each thing."""
    number = money.number
    rows = _coin_rows(facts.coins_taken, facts.coins_back, money)
    if facts.coins_forgiven and not facts.cut_minor:
        text = translate("returns", "Coins already used, not taken back")
        rows.append(EffectRow(text, number(facts.coins_forgiven), "note"))
    if facts.cut_minor:
        text = translate("returns", "Coins already used, kept from the money")
        rows.append(EffectRow(text, money.full(-facts.cut_minor), "taken"))
    rows += _other_rows(facts.credit_back_minor, len(facts.gifts_back), effects, money)
    if facts.unmatched:
        text = translate("returns", "Not on a bill of this member: no coins change")
        rows.append(EffectRow(text, "", "note"))
    if not rows:
        rows.append(EffectRow(translate("returns", "No coins change"), "", "note"))
    return tuple(rows)


def void_effects_of(done: SaleVoided, money: Money) -> tuple[EffectRow, ...]:
    """Say what a void did beside the money, one row for each thing; none for a guest's bill."""
    credit = sum(one.amount_minor for one in done.effects if isinstance(one, DebitRestore))
    return (
        *_coin_rows(done.coins_taken, done.coins_back, money),
        *_other_rows(credit, len(done.gifts_used), done.effects, money),
    )


def _coin_rows(taken: int, back: int, money: Money) -> list[EffectRow]:
    rows = []
    if taken:
        text = translate("returns", "Coins taken back")
        rows.append(EffectRow(text, f"-{money.number(taken)}", "taken"))
    if back:
        text = translate("returns", "Coins given back that paid for it")
        rows.append(EffectRow(text, f"+{money.number(back)}", "given"))
    return rows


def _other_rows(
    credit_minor: int, gifts_used: int, effects: Sequence[Effect], money: Money
) -> list[EffectRow]:
    number = money.number
    rows = []
    if credit_minor:
        text = translate("returns", "Store credit given back that paid for it")
        rows.append(EffectRow(text, money.full(credit_minor), "given"))
    if cashback := sum(one.amount_minor for one in effects if isinstance(one, CreditReverse)):
        text = translate("returns", "Store credit taken back that came with it")
        rows.append(EffectRow(text, money.full(-cashback), "taken"))
    if again := sum(isinstance(one, Unclaim) for one in effects):
        text = translate("returns", "Voucher that can be used again")
        rows.append(EffectRow(text, number(again), "given"))
    if gifts_used:
        text = translate("returns", "A gift came with it: ask for it back")
        rows.append(EffectRow(text, number(gifts_used), "taken"))
    withdrawn = sum(isinstance(one, Withdraw) for one in effects)
    if unused := max(0, withdrawn - gifts_used):
        text = translate("returns", "Gift that came with it, no longer due")
        rows.append(EffectRow(text, number(unused), "taken"))
    return rows

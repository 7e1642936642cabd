"""From what the cashier entered to what the bill shows: pure, no Qt objects."""

from dataclasses import dataclass

from app.domain.bills import line_minor
from app.domain.money import Money, quantity
from app.ui.bill_inputs import BillInputs, Mode, goods_name, paid_at_till, target_line
from app.ui.bill_offs import gift_words, next_gift_words, unfit
from app.ui.bill_reasons import step_title
from app.ui.typed import read_amount
from app.ui.words import translate


@dataclass(frozen=True, slots=True)
class BillProps:
    """What QML reads of a bill."""

    number: str = ""
    mode: str = "amount"
    entryLabel: str = ""
    entryHint: str = ""
    entryError: str = ""
    entry: str = ""
    empty: bool = True
    emptyText: str = ""
    noResults: str = ""
    hasLines: bool = False
    total: str = ""
    earns: str = ""
    earnsDetail: str = ""
    nextCoin: str = ""
    why: str = ""
    canExplain: bool = False
    tender: str = ""
    exchange: str = ""
    gift: str = ""
    nextGift: str = ""
    unfit: str = ""
    aloud: str = ""
    selected: int = -1
    chosen: int = -1


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of the bill."""

    name: str
    quantity: str
    amount: str
    detail: str


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One article found."""

    name: str
    detail: str
    price: str


def derive_bill(inputs: BillInputs) -> BillProps:
    """Return what the bill shows."""
    estimate = inputs.estimate
    total = estimate.total_minor if estimate else 0
    has_bill = total > 0
    coins = estimate.coins if estimate else 0
    return BillProps(
        number=inputs.number,
        mode=inputs.mode,
        entryLabel=_entry_label(inputs),
        entryHint=_entry_hint(inputs.mode),
        entryError=_entry_error(inputs),
        entry=inputs.amount if inputs.mode == "amount" else inputs.entry,
        empty=not has_bill,
        emptyText=_empty_text(inputs),
        noResults=_no_results(inputs),
        hasLines=bool(inputs.lines),
        total=inputs.money.full(total),
        earns=_earns(inputs, coins) if has_bill else "",
        earnsDetail=_earns_detail(inputs) if has_bill else "",
        nextCoin=_next_coin(inputs) if has_bill else "",
        why=translate("bill", "Why {coins}?").format(coins=inputs.money.number(coins)),
        canExplain=has_bill and bool(inputs.member),
        tender=_tender(inputs) if has_bill else "",
        exchange=_exchange(inputs),
        gift=gift_words(inputs) if has_bill else "",
        nextGift=next_gift_words(inputs) if has_bill else "",
        unfit=unfit(inputs) if has_bill else "",
        aloud=_aloud(inputs, coins) if has_bill else "",
        selected=inputs.selected,
        chosen=inputs.chosen,
    )


def _entry_label(inputs: BillInputs) -> str:
    match inputs.mode:
        case "amount":
            return translate("bill", "Amount of the bill")
        case "items":
            return translate("bill", "Item: scan, name or code")
        case "quantity":
            name = goods_name(inputs.lines[target_line(inputs)].line)
            return translate("bill", "Quantity: {name}").format(name=name)
        case "discount":
            if inputs.selected < 0:
                return translate("bill", "Discount on the bill")
            name = goods_name(inputs.lines[inputs.selected].line)
            return translate("bill", "Discount: {name}").format(name=name)


def _entry_hint(mode: Mode) -> str:
    return translate("bill", "Scan or type") if mode == "items" else "0"


def _entry_error(inputs: BillInputs) -> str:
    if inputs.mode == "amount" and inputs.amount.strip():
        if read_amount(inputs.amount, inputs.money.digits) is None:
            return translate("bill", "This is not an amount. Type digits, like 1264.50.")
        return ""
    if not inputs.wrong_entry:
        return ""
    if inputs.mode == "quantity":
        return _quantity_error(inputs.lines[target_line(inputs)].unit)
    if inputs.mode == "discount":
        return translate("bill", "Type an amount that is not more than the price.")
    return ""


def _quantity_error(unit: str) -> str:
    if unit == "each":
        return translate("bill", "Type a whole number, like 2.")
    return translate("bill", "Type a quantity above 0, like 2 or 1.250.")


def _empty_text(inputs: BillInputs) -> str:
    if inputs.mode == "amount":
        return translate("bill", "Type the amount of the bill. To enter items, scan one.")
    return translate("bill", "Scan an item, or type a name or a code.")


def _no_results(inputs: BillInputs) -> str:
    if inputs.mode != "items" or not inputs.searched or inputs.results or not inputs.entry:
        return ""
    return translate(
        "bill", "No item is called “{text}”. Try fewer letters, or enter the amount (F3)."
    ).format(text=inputs.entry)


def _earns(inputs: BillInputs, coins: int) -> str:
    if not inputs.member:
        return translate("bill", "No member, no coins")
    if not coins:
        return translate("bill", "Earns no coins")
    return translate("bill", "Earns {coins} coin(s)", None, coins).format(
        coins=inputs.money.number(coins)
    )


def _earns_detail(inputs: BillInputs) -> str:
    if not inputs.member:
        return translate("bill", "Scan a card or press F2 to give coins.")
    assert inputs.estimate is not None
    parts = [
        f"{step_title(inputs, step)}: {inputs.money.number(step.granted)}"
        for step in inputs.estimate.steps
        if step.granted
    ]
    return " · ".join(parts)


def _next_coin(inputs: BillInputs) -> str:
    assert inputs.estimate is not None
    more = inputs.estimate.next_coin
    if more is None or not inputs.member:
        return ""
    return translate("bill", "{money} more earns {coins} more coin(s)", None, more.coins).format(
        money=inputs.money.short(more.more_minor), coins=inputs.money.number(more.coins)
    )


def _tender(inputs: BillInputs) -> str:
    estimate = inputs.estimate
    if estimate is None or unfit(inputs):
        return ""
    if inputs.exchange is not None:
        return exchange_money(estimate.collect_minor - inputs.exchange.back_minor, inputs.money)
    if paid_minor := paid_at_till(inputs):
        return paid_money(estimate.collect_minor - paid_minor, inputs.money)
    if not estimate.till_off_minor:
        return ""
    return off_money(estimate.till_off_minor, estimate.collect_minor, inputs.money)


def off_money(off_minor: int, collect_minor: int, money: Money) -> str:
    """Say what to take off on the till, and what to collect for the rest."""
    off = money.short(off_minor)
    if not collect_minor:
        return translate("bill", "Take {off} off on the till. Nothing to collect.").format(off=off)
    return translate("bill", "Take {off} off on the till. Collect {collect}.").format(
        off=off, collect=money.short(collect_minor)
    )


def exchange_money(collect_minor: int, money: Money) -> str:
    """Say what to collect for an exchange, or what to hand back (below zero)."""
    if collect_minor > 0:
        return translate("bill", "Exchange: collect {money}.").format(
            money=money.short(collect_minor)
        )
    if collect_minor < 0:
        return translate("bill", "Exchange: hand back {money}.").format(
            money=money.short(-collect_minor)
        )
    return translate("bill", "Exchange: nothing to pay.")


def paid_money(due_minor: int, money: Money) -> str:
    """Say of a bill that is paid at the till what is still due, or handed back (below zero)."""
    if due_minor > 0:
        return translate("bill", "Paid at the till. Collect {money} more.").format(
            money=money.short(due_minor)
        )
    if due_minor < 0:
        return translate("bill", "Paid at the till. Hand back {money}.").format(
            money=money.short(-due_minor)
        )
    return translate("bill", "Paid at the till.")


def _exchange(inputs: BillInputs) -> str:
    if inputs.exchange is None:
        return ""
    return translate("bill", "{money} comes back from bill {number}. Enter the new goods.").format(
        money=inputs.money.short(inputs.exchange.back_minor), number=inputs.exchange.number
    )


def _aloud(inputs: BillInputs, coins: int) -> str:
    if not inputs.member or not coins:
        return ""
    number = inputs.money.number(coins)
    if not inputs.member_name:
        text = translate("bill", "Say: “{coins} coin(s) for you today.”", None, coins)
        return text.format(coins=number)
    text = translate("bill", "Say: “{name}, {coins} coin(s) for you today.”", None, coins)
    return text.format(name=inputs.member_name, coins=number)


def derive_lines(inputs: BillInputs) -> tuple[LineRow, ...]:
    """Return a row per line of the bill."""
    rows = []
    for entered in inputs.lines:
        line, money = entered.line, inputs.money
        detail = ""
        if entered.unit != "each":
            # A till may send goods by weight without saying in what they are weighed.
            per = f" / {entered.unit}" if entered.unit else ""
            detail = f"{money.short(line.unit_price_minor)}{per}"
        if line.discount_minor:
            off = translate("bill", "{money} off").format(money=money.short(line.discount_minor))
            detail = f"{detail} · {off}" if detail else off
        amount = quantity(line.quantity_milli, entered.unit)
        rows.append(
            LineRow(
                name=goods_name(line),
                quantity=amount if entered.unit != "each" else f"× {amount}",
                amount=money.full(line_minor(line)),
                detail=detail,
            )
        )
    return tuple(rows)


def derive_results(inputs: BillInputs) -> tuple[ResultRow, ...]:
    """Return a row per article found."""
    return tuple(
        ResultRow(
            name=item.name,
            detail=item.sku if item.unit == "each" else f"{item.sku} · {item.unit}",
            price=inputs.money.short(item.unit_price_minor),
        )
        for item in inputs.results
    )

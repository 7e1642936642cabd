"""The slip of goods that came back."""

from app.domain.facts import Returned, ReturnPart
from app.domain.money import quantity
from app.domain.slips import Divider, Part, Row, Slip, Words
from app.services.open_sales import sale_of
from app.services.slips.sheet import Sheet


def returned(sheet: Sheet, facts: Returned, *, undone: bool = False) -> Slip:
    """Return what came back, the money handed back, and what became of the coins."""
    money, event = sheet.money, sheet.event
    figures = (
        ("cut", money.full(-facts.cut_minor), facts.cut_minor),
        ("coins_back", money.number(facts.coins_back), facts.coins_back),
        ("coins_taken", money.number(-facts.coins_taken), facts.coins_taken),
        ("credit_back", money.full(facts.credit_back_minor), facts.credit_back_minor),
    )
    parts: list[Part] = [
        *sheet.head(
            sheet.say("return", facts.receipt),
            event.till if event else "",
            sheet.instant(event.at_ms) if event else "",
        ),
        *(_part(sheet, part) for part in facts.parts),
        *(Row(sheet.goods(line), money.full(line.net_minor)) for line in facts.unmatched),
        Divider(),
        *(Row(sheet.say(key), figure) for key, figure, counts in figures if counts),
        Row(sheet.say("refund"), money.full(facts.refund_minor), bold=True),
    ]
    if event and event.member:
        parts += [Divider(), *sheet.balance(sheet.shop.state(event.member))]
    parts += [*sheet.anchor(), Words(sheet.say("no_tax"), "small", centred=True)]
    mark = sheet.say("void") if undone else ""
    return Slip("return", facts.receipt, mark, tuple(parts))


def _part(sheet: Sheet, part: ReturnPart) -> Row:
    sale = sale_of(sheet.shop, part.sale)
    name = sale.sold.lines[part.line].name if sale else ""
    what = f"{quantity(part.quantity_milli)} × {name}" if name else sheet.say("amount_back")
    bill = sheet.say("of_bill", sale.sold.bill_number) if sale else ""
    return Row(f"{what} {bill}".strip(), sheet.money.full(part.amount_minor))

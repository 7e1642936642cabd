"""The slip of a sale: what it cost, what came off, what it brought, what is next."""

from app.domain.codes import VoucherNumber
from app.domain.effects import Credit, Grant, Issue
from app.domain.facts import Entry, Line, Off, Sold, Step
from app.domain.members import MemberState, voucher_of
from app.domain.money import round_half_up
from app.domain.open_sales import OpenSale
from app.domain.raffles import raffle_of, tickets_of
from app.domain.sales import collect_minor
from app.domain.slips import Code, Divider, Part, Row, Slip, Words
from app.domain.texts import text_in
from app.services.dates import day
from app.services.slips.goals import coins_words, next_goal
from app.services.slips.sheet import Sheet, titled

TICKETS_WRITTEN = 12
"""How many raffle numbers a slip writes out; a member finds the others at the kiosk."""


def sold(sheet: Sheet, sale: OpenSale) -> Slip:
    """Return the slip of a sale as it counts now."""
    facts, money = sale.sold, sheet.money
    state = sheet.shop.state(sale.member) if sale.member else None
    due = collect_minor(facts)
    parts: list[Part] = [
        *sheet.head(sheet.say("bill", facts.bill_number), sale.till, sheet.instant(sale.at_ms)),
        *_lines(sheet, facts),
        Row(sheet.say("total"), money.full(facts.total_minor), bold=True),
        *(Row(_why_off(sheet, off, state), money.full(-off.amount_minor)) for off in facts.offs),
        *_tenders(sheet, facts),
    ]
    if due != facts.total_minor:
        parts.append(Row(sheet.say("to_pay"), money.full(due), bold=True))
    if not sale.voided:
        parts += [Divider(), *_brought(sheet, sale, state)]
    parts += [*sheet.anchor(), Words(sheet.say("no_tax"), "small", centred=True)]
    mark = sheet.say("void") if sale.voided else ""
    return Slip("sale", facts.bill_number, mark, tuple(parts))


def _lines(sheet: Sheet, facts: Sold) -> list[Part]:
    """Return the goods; a bill by amount has only its total."""
    if not any(line.name or line.sku for line in facts.lines):
        return []
    figures = [_gross(line) for line in facts.lines]
    parts: list[Part] = [
        Row(sheet.goods(line), sheet.money.full(figure))
        for line, figure in zip(facts.lines, figures, strict=True)
    ]
    less = facts.total_minor - sum(figures)
    if less:
        parts.append(Row(sheet.say("till_discount"), sheet.money.full(less)))
    return [*parts, Divider()]


def _gross(line: Line) -> int:
    return round_half_up(line.unit_price_minor * line.quantity_milli, 1000)


def _why_off(sheet: Sheet, off: Off, state: MemberState | None) -> str:
    programme, language = sheet.programme, sheet.language
    match off.kind:
        case "tier":
            tiers = ((one.id, one.name) for one in programme.tiers)
            return sheet.say("tier_price", titled(tiers, off.ref, language))
        case "promo":
            promos = ((one.id, one.title) for one in programme.promos)
            return sheet.say("promo", titled(promos, off.ref, language))
        case "voucher":
            held = voucher_of(state, off.ref) if state else None
            return (
                sheet.say("voucher_of", sheet.reward(held.reward)) if held else sheet.say("voucher")
            )


def _tenders(sheet: Sheet, facts: Sold) -> list[Part]:
    parts: list[Part] = []
    if facts.coins:
        key = "by_coins_one" if facts.coins == 1 else "by_coins"
        label = sheet.say(key, sheet.money.number(facts.coins))
        parts.append(Row(label, sheet.money.full(-facts.coin_minor)))
    if facts.credit_minor:
        parts.append(Row(sheet.say("by_credit"), sheet.money.full(-facts.credit_minor)))
    return parts


def _brought(sheet: Sheet, sale: OpenSale, state: MemberState | None) -> list[Part]:
    if state is None:
        return [Words(sheet.say("guest"))]
    sentence = next_goal(sheet.shop, state, sheet.language)
    return [
        *_earned(sheet, sale),
        *_gifts(sheet, state),
        *sheet.balance(state),
        *([Words(sentence)] if sentence else []),
    ]


def _earned(sheet: Sheet, sale: OpenSale) -> list[Part]:
    """Return how many coins came and why, in one line, and the cashback."""
    parts: list[Part] = []
    coins = sum(earn.amount for earn in sale.earned)
    if coins:
        sentence = sheet.say(
            "earned_one" if coins == 1 else "earned",
            coins_words(coins, sheet.money, sheet.language),
        )
        why = ", ".join(_step(sheet, step) for step in sale.sold.steps if step.granted)
        later = max(earn.available_from for earn in sale.earned)
        usable = sheet.say("usable_from", day(later, sheet.language)) if later > sheet.on else ""
        parts.append(Words(f"{sentence}: {why} {usable}".strip(), bold=True))
    else:
        parts.append(Words(sheet.say("earned_none")))
    back = sum(credit.amount_minor for credit in sale.credits)
    if back:
        parts.append(Words(sheet.say("credit_got", sheet.money.short(back))))
    return parts


def _step(sheet: Sheet, step: Step) -> str:
    rules = ((one.id, one.title) for one in sheet.programme.earn)
    return f"{titled(rules, step.rule, sheet.language)} +{sheet.money.number(step.granted)}"


def _gifts(sheet: Sheet, state: MemberState) -> list[Part]:
    """Return what came with the bill: vouchers to scan, raffle numbers, coins, credit."""
    parts: list[Part] = []
    for effect in sheet.event.effects if sheet.event else ():
        if isinstance(effect, Issue):
            parts += [
                Words(sheet.say("gift", sheet.reward(effect.reward)), bold=True),
                Code(VoucherNumber(effect.number)),
                Words(sheet.until(effect.valid_from, effect.until), centred=True),
            ]
        elif isinstance(effect, Grant):
            parts += _tickets(sheet, effect, state.member)
            coins = sum(gift.amount for gift in effect.gifts if gift.kind == "coins")
            if coins:
                words = coins_words(coins, sheet.money, sheet.language)
                parts.append(Words(sheet.say("gift", words)))
        elif isinstance(effect, Credit) and effect.rule.startswith("gift:"):
            parts.append(Words(sheet.say("gift", sheet.money.short(effect.amount_minor))))
    return parts


def _tickets(sheet: Sheet, grant: Grant, member: str) -> list[Part]:
    parts: list[Part] = []
    for gift in grant.gifts:
        raffle = raffle_of(sheet.programme, gift.ref) if gift.kind == "tickets" else None
        if raffle is None:
            continue
        found = tickets_of(raffle.id, (Entry(member, grant.key, gift.amount),))
        written = ", ".join(one.number for one in found[:TICKETS_WRITTEN])
        more = len(found) - TICKETS_WRITTEN
        if more > 0:
            written += f" {sheet.say('and_more', sheet.money.number(more))}"
        title = text_in(raffle.title, sheet.language)
        parts.append(Words(sheet.say("raffle", title, written), bold=True))
    return parts

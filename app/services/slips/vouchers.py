"""The slip of a voucher: what it is for, the code to scan, the ticket it waits under."""

from app.domain.codes import VoucherNumber
from app.domain.effects import Issue
from app.domain.facts import Redeemed
from app.domain.slips import Code, Divider, Part, Row, Slip, Words
from app.services.slips.goals import coins_words
from app.services.slips.sheet import Sheet


def redeemed(sheet: Sheet, facts: Redeemed) -> Slip:
    """Return the slip of a reward taken for coins: what to show at the desk."""
    effects = sheet.event.effects if sheet.event else ()
    issued = next((one for one in effects if isinstance(one, Issue)), None)
    rows: list[Part] = []
    if issued is not None and issued.coins:
        coins = coins_words(issued.coins, sheet.money, sheet.language)
        rows.append(Row(sheet.say("spent"), coins))
    if sheet.event and sheet.event.member:
        rows += sheet.balance(sheet.shop.state(sheet.event.member))
    number = issued.number if issued else ""
    until = sheet.until(issued.valid_from, issued.until) if issued else ""
    return voucher(sheet, facts.reward, number, until, facts.ticket, tuple(rows))


def voucher(
    sheet: Sheet,
    reward: str,
    number: str,
    until: str,
    ticket: int,
    rows: tuple[Part, ...] = (),
) -> Slip:
    """Return the slip of a voucher; `ticket` 0, `number` "" and `until` "" say nothing."""
    title, event = sheet.reward(reward), sheet.event
    what = sheet.say("ticket", str(ticket)) if ticket else sheet.say("voucher")
    at = sheet.instant(event.at_ms) if event else ""
    parts: tuple[Part, ...] = (
        *sheet.head(what, event.till if event else "", at),
        Words(title, "large", bold=True, centred=True),
        *([Code(VoucherNumber(number))] if number else []),
        *([Words(until, centred=True)] if until else []),
        *([Divider(), *rows] if rows else []),
        *sheet.anchor(),
    )
    return Slip("voucher", title, "", parts)

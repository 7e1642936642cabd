"""The `[credit]` and `[[credit.offer]]` tables of a programme document, and their checks."""

from datetime import date

from app.domain.coins import LotTerms
from app.domain.programme import Programme
from app.domain.promises import CreditTerms, Dates, TopUp
from app.wire.programmes.parts import lot_terms, text
from app.wire.programmes.rules import Words
from app.wire.programmes.table import Faults, Table, as_day, shown

CODE_MAX = 30


def read_credit(table: Table, words: Words) -> CreditTerms:
    """Return how long store credit lives, whether it is paid out, and what top-ups bring."""
    terms = lot_terms(table, LotTerms())
    credit = CreditTerms(
        terms=terms,
        cash_out=table.switch("cash_out", default=False),
        minimum_minor=table.money("minimum", words.digits, 1, 0),
        maximum_minor=table.money("maximum", words.digits, 1, 0),
        offers=tuple(_offer(one, words, terms) for one in table.tables("offer")),
    )
    table.close()
    return credit


def _offer(table: Table, words: Words, terms: LotTerms) -> TopUp:
    offer = TopUp(
        id=table.name("id"),
        title=text(table, "title", words.languages),
        code=_code(table),
        pay_minor=table.money("pay", words.digits, 1),
        credit_minor=table.money("get", words.digits, 1),
        dates=_dates(table),
        first_only=table.switch("first_only", default=True),
        terms=lot_terms(table, terms),
        campaign=table.string("campaign", "the id of a campaign", ""),
    )
    table.close()
    return offer


def _code(table: Table) -> str:
    expected = f'a code people can type, such as "START1600" (at most {CODE_MAX} signs, no blanks)'
    code = table.string("code", expected).upper()
    if code and (len(code) > CODE_MAX or len(code.split()) != 1 or not code.isprintable()):
        table.fault("code", expected)
    return code


def _dates(table: Table) -> Dates | None:
    found = table.get("dates")
    if found is None:
        return None
    pair = [as_day(one) for one in found] if isinstance(found, list) and len(found) == 2 else []
    match pair:
        case [date() as first, date() as last] if first <= last:
            return first, last
        case _:
            expected = 'two dates in order, such as ["2026-10-15", "2026-11-15"]'
            table.fault("dates", expected)
            return None


def check_credit(programme: Programme, faults: Faults) -> None:
    """Add offers that give less than is paid in, share a code, or never hold."""
    terms = programme.credit
    if terms.maximum_minor and terms.maximum_minor < terms.minimum_minor:
        faults.add(("credit", "maximum"), "less than the minimum", "at least the minimum")
    seen: dict[str, dict[str, int]] = {"id": {}, "code": {}}
    for at, offer in enumerate(terms.offers):
        path = ("credit", "offer", at)
        for key, value in (("id", offer.id), ("code", offer.code)):
            if value and value in seen[key]:
                other = seen[key][value] + 1
                expected = f"another than that of credit.offer[{other}]"
                faults.add((*path, key), shown(value), expected)
            seen[key].setdefault(value, at)
        if faults.blame(path):
            continue
        if offer.credit_minor <= offer.pay_minor:
            faults.add((*path, "get"), "no more than pay", "more than what is paid in")
        if not terms.minimum_minor <= offer.pay_minor <= (terms.maximum_minor or offer.pay_minor):
            faults.add((*path, "pay"), "an amount that [credit] does not allow", "one it allows")
        start = programme.effective_from
        if start and offer.dates and offer.dates[1] < start:
            faults.add((*path, "dates"), "only past dates", f"a date from {start} on")

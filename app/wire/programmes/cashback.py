"""The `[[cashback]]` tables of a programme document, and their checks."""

from app.domain.credit import WHOLE_MILLI
from app.domain.money import parse_minor
from app.domain.programme import Programme
from app.domain.promises import Cashback, CreditTerms
from app.wire.programmes.parts import text
from app.wire.programmes.rules import Words, own_terms, read_when
from app.wire.programmes.table import Faults, Table, shown

PERCENT_DIGITS = 3


def read_cashback(root: Table, words: Words, credit: CreditTerms) -> tuple[Cashback, ...]:
    """Return the rules by which part of the money paid comes back as store credit."""
    return tuple(_rule(table, words, credit) for table in root.tables("cashback"))


def _rule(table: Table, words: Words, credit: CreditTerms) -> Cashback:
    rule = Cashback(
        id=table.name("id"),
        title=text(table, "title", words.languages),
        percent_milli=_percent(table),
        when=read_when(table.table("when"), words),
        cap_minor=table.money("cap", words.digits, 1, 0),
        terms=own_terms(table, credit.terms),
        campaign=table.string("campaign", "the id of a campaign", ""),
    )
    table.close()
    return rule


def _percent(table: Table) -> int:
    found = table.get("percent")
    milli = parse_minor(found, PERCENT_DIGITS) if isinstance(found, str) else None
    if milli is None or not 0 < milli <= WHOLE_MILLI:
        table.fault("percent", 'a percentage up to 100 in quotes, such as "1" or "2.5"')
        return 1
    return milli


def check_cashback(programme: Programme, faults: Faults) -> None:
    """Add rules of one id, rules that cover only what earns nothing, and more than all money."""
    first: dict[str, int] = {}
    for at, rule in enumerate(programme.cashback):
        path = ("cashback", at)
        if rule.id and rule.id in first:
            expected = f"an id of its own (cashback[{first[rule.id] + 1}] has this one)"
            faults.add((*path, "id"), shown(rule.id), expected)
        first.setdefault(rule.id, at)
        when = rule.when
        left = (when.skus - programme.excluded_skus) | (
            when.categories - programme.excluded_categories
        )
        if (when.skus or when.categories) and not left:
            expected = "a sku or category that earns"
            faults.add((*path, "when"), "only what [earning] excludes", expected)
    if sum(rule.percent_milli for rule in programme.cashback) > WHOLE_MILLI:
        expected = "cashback of at most 100 % when all rules hold together"
        faults.add(("cashback", len(programme.cashback) - 1, "percent"), "more in all", expected)

"""The `[[promo]]` tables of a programme document, and their checks."""

import re

from app.domain.codes import UnknownCode, UnknownReason, classify
from app.domain.programme import Programme
from app.domain.promises import Dates, Promo
from app.domain.promos import BATCH_MAX, code_key
from app.wire.programmes.benefits import check_benefit, read_benefit
from app.wire.programmes.parts import text
from app.wire.programmes.rules import Words, read_window
from app.wire.programmes.table import INTEGER_MAX, Faults, Table, shown

_CODE = re.compile(r"[A-Z][A-Z0-9]{2,19}")
_EXPECTED = "3 to 20 capitals and digits, a letter first"
_SINGLE = "-222-222222"
"""How the single codes of a batch go on after its own code."""


def read_promos(root: Table, words: Words) -> tuple[Promo, ...]:
    """Return the promos of a document, in its order."""
    return tuple(_promo(table, words) for table in root.tables("promo"))


def _promo(table: Table, words: Words) -> Promo:
    _, benefit = read_benefit(table, words, ("percent", "fixed", "item"))
    promo = Promo(
        id=table.name("id"),
        title=text(table, "title", words.languages),
        benefit=benefit,
        code=_code(table),
        batch=table.integer("batch", 1, BATCH_MAX, 0),
        dates=_dates(table),
        first_purchase=table.switch("first_purchase", default=False),
        members_only=table.switch("members_only", default=True),
        limit=table.integer("limit", 1, INTEGER_MAX) if "limit" in table else None,
        member_limit=table.integer("member_limit", 1, INTEGER_MAX, 1),
        tiers=frozenset(table.among("tiers", words.tiers)),
        campaign=table.string("campaign", "the id of a campaign", ""),
    )
    table.close()
    return promo


def _code(table: Table) -> str:
    code = table.string("code", _EXPECTED).upper()
    if code and not _CODE.fullmatch(code):
        table.fault("code", _EXPECTED)
    return code


def _dates(table: Table) -> Dates | None:
    found = table.get("dates")
    dates = None if found is None else read_window(found)
    if found is not None and dates is None:
        table.fault("dates", 'two dates in order, such as ["2026-10-15", "2026-11-15"]')
    return dates


def check_promos(programme: Programme, faults: Faults) -> None:
    """Add promos whose code another has, or a card or voucher number could be taken for."""
    ids: dict[str, str] = {}
    codes: dict[str, str] = {}
    for at, offer in enumerate(programme.credit.offers):
        codes.setdefault(code_key(offer.code), f"credit.offer[{at + 1}]")
    for at, promo in enumerate(programme.promos):
        path = ("promo", at)
        name = f"promo[{at + 1}]"
        for key, value, seen in (("id", promo.id, ids), ("code", code_key(promo.code), codes)):
            if value and value in seen:
                found = shown(promo.id if key == "id" else promo.code)
                faults.add((*path, key), found, f"another than that of {seen[value]}")
            seen.setdefault(value, name)
        if faults.blame(path):
            continue
        check_benefit(promo.benefit, path, faults)
        typed = classify(promo.code + _SINGLE * bool(promo.batch))
        plain = isinstance(typed, UnknownCode) and typed.reason is UnknownReason.NOT_RECOGNISED
        if not plain:
            expected = "a code that cannot be taken for a card or voucher number"
            faults.add((*path, "code"), shown(promo.code), expected)
        start = programme.effective_from
        if start and promo.dates and promo.dates[1] < start:
            faults.add((*path, "dates"), "only past dates", f"a date from {start} on")

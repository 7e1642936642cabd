"""Store credit, cashback and tiers in a programme document: read whole, faults with their line."""

from datetime import date

import pytest

from app.domain.coins import LotTerms
from app.domain.promises import CreditTerms, TopUp
from app.storage.rows import pack, unpack_programme
from app.wire.programmes import read_programme
from app.wire.programmes.templates import Answers, template
from tests.helpers.shops import document_of, programme_in

CREDIT = """
[credit]
minimum = "50.00"
maximum = "5000.00"

[[credit.offer]]
id = "first"
title = { en = "Pay 1,000, get 1,600" }
code = "start1600"
pay = "1000.00"
get = "1600.00"
dates = ["2026-06-01", "2026-12-31"]
expiry_months = 3

[[cashback]]
id = "dairy"
title = { en = "1 % on dairy" }
percent = "1.5"
when = { categories = ["Dairy"] }
cap = "50.00"
"""
GOLD = 'id = "gold"\nname = { en = "Gold" }\n'


def faults(document: str) -> list[str]:
    """What is wrong with a document, as `where: found … expected …`."""
    read = read_programme(document, "p.toml")
    assert isinstance(read, tuple), "no fault was found"
    return [str(fault) for fault in read]


def test_credit_offers_and_cashback_are_read() -> None:
    programme = programme_in(document_of() + CREDIT)
    offer = TopUp(
        "first",
        {"en": "Pay 1,000, get 1,600"},
        "START1600",
        100_000,
        160_000,
        (date(2026, 6, 1), date(2026, 12, 31)),
        first_only=True,
        terms=LotTerms(expiry_months=3),
    )
    assert programme.credit == CreditTerms(LotTerms(), False, 5_000, 500_000, (offer,))
    [cashback] = programme.cashback
    assert (cashback.percent_milli, cashback.cap_minor, cashback.terms) == (1_500, 5_000, None)
    assert unpack_programme(pack(programme)) == programme


def test_a_tier_has_benefits_the_base_tier_too() -> None:
    document = document_of().replace(
        'id = "silver"\n', 'id = "silver"\nmember_price = 1\nmultiplier = "1.05"\n'
    )
    document = document.replace(GOLD, GOLD + 'multiplier = "1.2"\nearly_days = 2\n')
    programme = programme_in(document)
    silver, gold = programme.tiers
    assert (silver.member_price_percent, gold.early_days) == (1, 2)
    rules = {rule.id: rule for rule in programme.earn[-2:]}
    assert (rules["tier-silver"].percent, rules["tier-gold"].percent) == (105, 120)
    assert rules["tier-gold"].when.tiers == {"gold"}
    assert rules["tier-gold"].title == {"en": "Gold: coins × 1.2"}


def test_a_template_counts_status_by_the_calendar_year() -> None:
    text = template("clothes", Answers("Meera"))
    assert programme_in(text).status.calendar_year


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('get = "1600.00"', 'get = "900.00"', "credit.offer[1].get: found no more than pay"),
        ('percent = "1.5"', 'percent = "101"', "cashback[1].percent: found"),
        ('pay = "1000.00"', 'pay = "10.00"', "credit.offer[1].pay: found an amount that"),
        ('maximum = "5000.00"', 'maximum = "20.00"', "credit.maximum: found less than"),
        ('code = "start1600"', 'code = "START 1600"', "credit.offer[1].code: found"),
        ('["2026-06-01", "2026-12-31"]', '["2026-12-31", "2026-06-01"]', "two dates in order"),
        ('["Dairy"]', '["Tobacco"]', "cashback[1].when: found only what [earning] excludes"),
    ],
)
def test_a_slip_in_credit_is_found_with_its_line(old: str, new: str, expected: str) -> None:
    document = document_of() + CREDIT.replace(old, new)
    found = faults(document)
    assert any(expected in fault for fault in found), found
    line = max(at for at, text in enumerate(document.splitlines(), 1) if new in text)
    assert any(fault.startswith(f"p.toml:{line}:") for fault in found), found


def test_two_offers_of_one_code_are_a_fault() -> None:
    second = CREDIT[CREDIT.index("[[credit.offer]]") : CREDIT.index("[[cashback]]")]
    document = document_of() + CREDIT + second.replace('id = "first"', 'id = "second"')
    assert ["credit.offer[2].code" in fault for fault in faults(document)] == [True]


def test_cashback_of_more_than_all_money_is_a_fault() -> None:
    more = CREDIT[CREDIT.index("[[cashback]]") :].replace('"dairy"', '"all"')
    document = document_of() + CREDIT + more.replace('"1.5"', '"99"')
    assert any("at most 100 %" in fault for fault in faults(document))


def test_a_tier_multiplier_with_a_slip_is_blamed_on_the_tier() -> None:
    document = document_of().replace(GOLD, GOLD + 'multiplier = "0.5"\n')
    assert any("tier[2].multiplier" in fault for fault in faults(document))


def test_months_beside_a_calendar_year_are_a_fault() -> None:
    document = document_of().replace(
        "months = 12\n\n[[tier]]", "months = 12\ncalendar_year = true\n[[tier]]"
    )
    assert any("status.months" in fault for fault in faults(document))

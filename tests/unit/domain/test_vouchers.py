"""When a voucher can be used."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from app.domain.effects import Benefit
from app.domain.members import Held
from app.domain.vouchers import AlreadyClaimed, Expired, NotYet, WasVoided, usable
from tests.helpers.programmes import MONDAY

HELD = Held("v", "tea", "SV", MONDAY, MONDAY + timedelta(days=9), 50, Benefit("service", 0), "")


@dataclass(frozen=True)
class Case:
    name: str
    held: Held
    days: int
    expected: Any


CASES = [
    Case("first day", HELD, 0, None),
    Case("last day", HELD, 9, None),
    Case("day before", HELD, -1, NotYet(MONDAY)),
    Case("day after", HELD, 10, Expired(HELD.until)),
    Case("claimed", HELD._replace(status="claimed", closed_on=MONDAY), 1, AlreadyClaimed(MONDAY)),
    Case("claimed, later", HELD._replace(status="claimed", closed_on=MONDAY), 99,
         AlreadyClaimed(MONDAY)),
    Case("void", HELD._replace(status="void", closed_on=MONDAY), 1, WasVoided()),
    Case("promise returned", HELD._replace(status="returned", closed_on=MONDAY), 1, WasVoided()),
    Case("run out", HELD._replace(status="expired", closed_on=MONDAY), 20, Expired(HELD.until)),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_when_a_voucher_can_be_used(case: Case):
    assert usable(case.held, MONDAY + timedelta(days=case.days)) == case.expected

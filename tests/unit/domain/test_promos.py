"""Promo codes: what is typed is found, what was not printed by the shop is not."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.codes import ALPHABET
from app.domain.effects import Benefit
from app.domain.fold import blank
from app.domain.promises import Promo
from app.domain.promos import (
    PromoAlreadyUsed,
    PromoForFirstPurchase,
    PromoForMembers,
    PromoForTiers,
    PromoNotNow,
    PromoUsedUp,
    find_promo,
    promo_fault,
    promo_keys,
    single_code,
    single_codes,
)
from tests.helpers.programmes import MONDAY, PROGRAMME
from tests.helpers.shops import number

TEN_OFF = Benefit("percent", 10)
SHARED = Promo("diwali", {"en": "Diwali"}, TEN_OFF, code="DIWALI26")
BATCH = Promo("leaflet", {"en": "Leaflet"}, TEN_OFF, code="LEAF", batch=50)
SHOP = replace(PROGRAMME, promos=(SHARED, BATCH))
MEMBER = number("member")


def mac(text: str) -> str:
    return hashlib.sha256(b"secret" + text.encode()).hexdigest()


def other_mac(text: str) -> str:
    return hashlib.sha256(b"another" + text.encode()).hexdigest()


@pytest.mark.parametrize("typed", ["DIWALI26", "diwali 26", " Diwa-li-26 ", "D1WAL126", "DIWALIZ6"])
def test_a_shared_code_is_found_however_it_is_typed(typed: str):
    assert find_promo(SHOP, typed, mac) == (SHARED, None)


@pytest.mark.parametrize("typed", ["", " ", "DIWALI2", "DIWALI266", "LEAF", "LEAF-222-222222"])
def test_what_is_no_code_is_not_found(typed: str):
    assert find_promo(SHOP, typed, mac) is None


def test_each_single_code_is_its_own_and_is_found_again():
    codes = list(single_codes(BATCH, mac))
    assert len(set(codes)) == BATCH.batch
    for index, code in enumerate(codes, 1):
        assert find_promo(SHOP, code.lower().replace("-", " "), mac) == (BATCH, index)


def test_a_single_code_of_another_shop_or_past_the_batch_is_not_found():
    assert find_promo(SHOP, single_code(BATCH, 7, other_mac), mac) is None
    assert find_promo(SHOP, single_code(BATCH, 51, mac), mac) is None


@given(index=st.integers(1, 50), at=st.integers(5, 13), by=st.integers(1, 22))
def test_one_wrong_character_never_passes_as_the_same_code(index: int, at: int, by: int):
    code = single_code(BATCH, index, mac).replace("-", "")
    if at >= len(code) or code[at] not in ALPHABET:
        return
    wrong = ALPHABET[(ALPHABET.index(code[at]) + by) % len(ALPHABET)]
    assert find_promo(SHOP, code[:at] + wrong + code[at + 1 :], mac) != (BATCH, index)


def fault(promo: Promo, *, on: date = MONDAY, once: tuple[str, ...] = (), uses: int = 0) -> object:
    state = replace(blank(MEMBER), once=once, purchases=len(once))
    return promo_fault(promo, state, "silver", on, uses)


def test_dates_tiers_and_limits():
    dated = replace(SHARED, dates=(MONDAY, MONDAY + timedelta(days=2)))
    assert fault(dated) is None
    assert fault(dated, on=MONDAY + timedelta(days=2)) is None
    assert fault(dated, on=MONDAY + timedelta(days=3)) == PromoNotNow(
        MONDAY, MONDAY + timedelta(days=2)
    )
    assert fault(replace(SHARED, tiers=frozenset({"gold"}))) == PromoForTiers(frozenset({"gold"}))
    assert fault(replace(SHARED, tiers=frozenset({"silver"}))) is None
    assert fault(replace(SHARED, limit=3), uses=2) is None
    assert fault(replace(SHARED, limit=3), uses=3) == PromoUsedUp(3)


def test_a_guest_uses_a_code_only_if_it_asks_for_no_member():
    assert promo_fault(SHARED, None, "", MONDAY) == PromoForMembers()
    free = replace(SHARED, members_only=False)
    assert promo_fault(free, None, "", MONDAY) is None
    assert promo_keys(free, None, None) == ()
    first = replace(free, first_purchase=True)
    assert promo_fault(first, None, "", MONDAY) == PromoForMembers()


def test_c44_a_limit_holds_for_members_who_had_used_the_code_before():
    """C44: the uses a member has had already are counted when the next is decided."""
    assert promo_keys(SHARED, None, blank(MEMBER)) == (f"promo:diwali:{MEMBER}",)
    assert fault(SHARED, once=("promo:diwali",)) == PromoAlreadyUsed()
    twice = replace(SHARED, member_limit=2)
    assert fault(twice, once=("promo:diwali",)) is None
    used = replace(blank(MEMBER), once=("promo:diwali",))
    assert promo_keys(twice, None, used) == (f"promo:diwali#2:{MEMBER}",)
    assert fault(twice, once=("promo:diwali", "promo:diwali#2")) == PromoAlreadyUsed()
    first = replace(SHARED, first_purchase=True, member_limit=5)
    assert fault(first, once=("promo:diwali",)) == PromoForFirstPurchase()


def test_a_single_code_is_guarded_for_the_code_and_for_the_member():
    keys = promo_keys(BATCH, 7, blank(MEMBER))
    assert keys == ("promo1:leaflet:7", f"promo:leaflet:{MEMBER}")
    assert promo_keys(replace(BATCH, members_only=False), 7, None) == ("promo1:leaflet:7",)

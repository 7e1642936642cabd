"""What a code typed or scanned at the counter is: a voucher, a promo code, a top-up code."""

from dataclasses import dataclass

from app.domain.codes import UnknownCode, UnknownReason, classify
from app.domain.promises import Promo, TopUp
from app.domain.promos import code_key
from app.services import promos
from app.services.shop import Shop
from app.services.vouchers import Found, VoucherDamaged, find_voucher


@dataclass(frozen=True, slots=True)
class PromoCode:
    """A promo's code; `single` is the number of one that is good once only (0 = for everybody)."""

    promo: Promo
    single: int


@dataclass(frozen=True, slots=True)
class TopUpCode:
    """A code that puts a bonus on a top-up of store credit."""

    offer: TopUp


@dataclass(frozen=True, slots=True)
class NoCode:
    """The text is no code of this shop."""

    text: str


CodeRead = Found | PromoCode | TopUpCode | NoCode


def read_code(shop: Shop, text: str) -> CodeRead:
    """Say what a code is; whether it can be used now and on which bill is decided later."""
    promo = promos.read_code(shop, text)
    if promo is not None:
        return PromoCode(promo[0], promo[1] or 0)
    offer = _top_up(shop, text)
    if offer is not None:
        return TopUpCode(offer)
    found = find_voucher(shop, text)
    if isinstance(found, VoucherDamaged) and not _hurt(text):
        return NoCode(text.strip())
    return found


def _top_up(shop: Shop, text: str) -> TopUp | None:
    key = code_key(text)
    offers = shop.programme.credit.offers
    return next((one for one in offers if key and code_key(one.code) == key), None)


def _hurt(text: str) -> bool:
    """Say whether a text was meant to be a voucher's number."""
    code = classify(text)
    return isinstance(code, UnknownCode) and code.reason is UnknownReason.DAMAGED_VOUCHER

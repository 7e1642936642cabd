"""Promo codes of this shop: reading a typed one, and the single codes of a batch to print."""

from dataclasses import dataclass
from functools import partial

from app.domain.promises import Promo
from app.domain.promos import SecretMac, find_promo, single_codes
from app.services.shop import Shop


@dataclass(frozen=True, slots=True)
class PromoBatch:
    """The single codes of a promo, in the order of their index."""

    promo: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PromoUnknown:
    """The programme has no promo with this id; it has `known`."""

    promo: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OneCodeForAll:
    """The promo has one `code` for everybody and no batch."""

    code: str


def read_code(shop: Shop, text: str) -> tuple[Promo, int | None] | None:
    """Return the promo of a typed code and the index of a single one, or None."""
    return find_promo(shop.programme, text, _mac(shop))


def batch_of(shop: Shop, promo_id: str) -> PromoBatch | PromoUnknown | OneCodeForAll:
    """Return the single codes of a promo's batch; the same ones whenever it is asked."""
    promos = {promo.id: promo for promo in shop.programme.promos}
    promo = promos.get(promo_id)
    if promo is None:
        return PromoUnknown(promo_id, tuple(promos))
    if not promo.batch:
        return OneCodeForAll(promo.code)
    return PromoBatch(promo.id, tuple(single_codes(promo, _mac(shop))))


def _mac(shop: Shop) -> SecretMac:
    return partial(shop.vault.mac, "promo")

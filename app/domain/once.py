"""Once keys of vouchers and promo codes, and which event may set a key free (LEDGER.md 6).

A voucher has one key for its one end: to be used, given back or to run out.
"""

from app.domain.events import Event
from app.domain.facts import Returned, Voided, VoucherClosed
from app.domain.ids import derived_id

KEPT_EVERYWHERE = frozenset({"stock", "promo", "promo1"})
"""The first words of once keys that every station keeps, whichever event holds them."""

REDEEMED = "redeemed"
"""What a bought voucher is derived for from its event (see `grants.issue_voucher`)."""


def end_key(voucher: str) -> str:
    """Return the key of a voucher's one end: claimed, given back or expired."""
    return f"voucher:{voucher}"


def stock_key(reward: str, number: int) -> str:
    """Return the key of one of a reward's limited stock; `number` counts from 1."""
    return f"stock:{reward}:{number}"


def claim_id(sale: str, voucher: str) -> str:
    """Return the id of the event by which a sale claims a voucher."""
    return derived_id(sale, end_key(voucher))


def promo_use_id(sale: str) -> str:
    """Return the id of the event by which a sale uses a promo code."""
    return derived_id(sale, "promo")


def bought_id(redeemed: str) -> str:
    """Return the id of the voucher that an event `redeemed` issued."""
    return derived_id(redeemed, f"voucher:{REDEEMED}")


def sets_free(event: Event, key: str, holder: str) -> bool:
    """Say whether an event sets a key free that the event `holder` holds.

    Only what it undoes: a void or return the keys of its sales, the end of a voucher the stock
    it was taken from. Somebody else may hold the key by now.
    """
    match event.facts:
        case Voided(sale=sale):
            return _of_sale(sale, key, holder)
        case Returned(parts=parts):
            return any(_of_sale(sale, key, holder) for sale in {part.sale for part in parts})
        case VoucherClosed(voucher=voucher):
            return bought_id(holder) == voucher
        case _:
            return False


def _of_sale(sale: str, key: str, holder: str) -> bool:
    return holder in {sale, promo_use_id(sale), derived_id(sale, key)}

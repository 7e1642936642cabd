"""Events that go with a sale and guard one thing each: a voucher used, a promo's code used.

They are events of their own, so that a voucher another station claimed at the same moment loses
only its claim, never the sale and its coins (LEDGER.md 6). Their ids follow from the sale's.
"""

from app.domain.facts import Facts, Returned, Voided
from app.domain.ids import derived_id


def claim_key(voucher: str) -> str:
    """Return the once key that guards the claim of a voucher."""
    return f"voucher:{voucher}"


def companion_id(sale: str, key: str) -> str:
    """Return the id of the event that holds a once key for a sale."""
    kind, _, rest = key.partition(":")
    if kind in {"promo", "promo1"}:
        return derived_id(sale, f"promo:{rest.partition(':')[0].partition('#')[0]}")
    return derived_id(sale, key)


def sales_undone(facts: Facts) -> tuple[str, ...]:
    """Return the sales whose keys an event may set free."""
    match facts:
        case Voided(sale=sale):
            return (sale,)
        case Returned(parts=parts):
            return tuple({part.sale for part in parts})
        case _:
            return ()


def may_release(facts: Facts, key: str, holder: str) -> bool:
    """Say whether an event may set a key free that `holder` has."""
    return any(holder in {sale, companion_id(sale, key)} for sale in sales_undone(facts))

"""Events that go with a sale and guard one thing each: a voucher used, a promo's code used.

They are events of their own, so that a voucher another station claimed at the same moment loses
only its claim, never the sale and its coins (LEDGER.md 6). Their ids follow from the sale's.
"""

from app.domain.facts import Facts, Returned, Voided, VoucherClosed
from app.domain.ids import derived_id

REDEEMED = "redeemed"
"""What a bought voucher's id is derived for from its event (see `grants.issue_voucher`)."""


def claim_key(voucher: str) -> str:
    """Return the once key that guards the one end of a voucher: used, given back or run out."""
    return f"voucher:{voucher}"


def void_key(sale: str) -> str:
    """Return the once key that guards the one end of a sale: void, or come back whole."""
    return f"void:{sale}"


def stock_key(reward: str, number: int) -> str:
    """Return the once key of one of a reward's limited stock; `number` counts from 1."""
    return f"stock:{reward}:{number}"


def kept_everywhere(key: str) -> bool:
    """Say whether every station keeps a once key, whichever event holds it."""
    return key.partition(":")[0] in {
        "voucher",
        "stock",
        "promo",
        "promo1",
        "welcomed",
        "day_close",
    }


def held_until_booked(key: str) -> bool:
    """Say whether the cell reserves a once key for who asks first (SYNC.md 8)."""
    return key.partition(":")[0] in {"voucher", "stock", "promo1", "void"}


def bought_voucher(redeemed: str) -> str:
    """Return the id of the voucher that an event `redeemed` issued."""
    return derived_id(redeemed, f"voucher:{REDEEMED}")


def companion_id(sale: str, key: str) -> str:
    """Return the id of the event that holds a once key for a sale."""
    kind, _, rest = key.partition(":")
    if kind in {"promo", "promo1"}:
        return derived_id(sale, f"promo:{rest.partition(':')[0].partition('#')[0]}")
    return derived_id(sale, key)


def undone_id(returned: str) -> str:
    """Return the id of the event that undoes a return."""
    return derived_id(returned, "undone")


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
    """Say whether an event may set a key free that the event `holder` has ("" = nobody).

    Only what it undoes: a void or return the keys of its sales, the end of a voucher the stock
    it was taken from; what undoes a return, that return's own.
    """
    if not holder:
        return False
    if isinstance(facts, Returned) and facts.undoes:
        return holder == facts.undoes
    if isinstance(facts, VoucherClosed):
        return bought_voucher(holder) == facts.voucher
    return any(holder in {sale, companion_id(sale, key)} for sale in sales_undone(facts))

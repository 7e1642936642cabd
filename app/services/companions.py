"""What goes with a sale in events of its own: vouchers and codes it used, and their once keys."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from app.domain.bill_faults import VoucherUnfit
from app.domain.bills import Bill, promo_of
from app.domain.companions import claim_key, companion_id
from app.domain.effects import Claim, Effect, Unclaim
from app.domain.events import Event
from app.domain.facts import PromoUsed, VoucherClaimed
from app.domain.members import MemberState
from app.domain.open_sales import OpenSale
from app.domain.programme import Programme
from app.domain.promos import PromoAlreadyUsed, PromoUsedUp, promo_keys
from app.domain.vouchers import AlreadyClaimed
from app.services.shop import Shop
from app.storage import sales as sale_rows
from app.storage.vouchers import promo_uses
from app.storage.writer import Tx


def taken_voucher(tx: Tx, bill: Bill) -> VoucherUnfit | None:
    """Return a voucher whose one use the member's state does not show, but its key does."""
    for voucher in bill.vouchers:
        if sale_rows.owner_of_key(tx.cursor, claim_key(voucher)):
            return VoucherUnfit(voucher, AlreadyClaimed(None))
    return None


def promo_keys_of(
    tx: Tx, bill: Bill, programme: Programme, state: MemberState | None
) -> tuple[str, ...] | VoucherUnfit:
    """Return the once keys a bill's promo takes, or why it cannot: used before, or used up."""
    promo = promo_of(programme, bill.promo) if bill.promo else None
    if promo is None:
        return ()
    keys = promo_keys(promo, bill.promo_single or None, state, bill.id)
    if any(sale_rows.owner_of_key(tx.cursor, key) for key in keys):
        return VoucherUnfit(promo.id, PromoAlreadyUsed())
    single = bool(promo.batch)
    if promo.limit is not None and promo_uses(tx.cursor, promo.id, single=single) >= promo.limit:
        return VoucherUnfit(promo.id, PromoUsedUp(promo.limit))
    return keys


def companions_of(sale: Event, bill: Bill, code_keys: tuple[str, ...]) -> tuple[Event, ...]:
    """Return the events of what a bill used: its vouchers, and the code that takes `code_keys`."""
    claims = tuple(_claim(sale, voucher) for voucher in bill.vouchers)
    return (*claims, _code_used(sale, bill, code_keys)) if bill.promo else claims


def _claim(sale: Event, voucher: str) -> Event:
    key = claim_key(voucher)
    return replace(
        sale,
        id=companion_id(sale.id, key),
        kind="voucher_claimed",
        facts=VoucherClaimed(voucher, sale.id),
        effects=(Claim(voucher, sale.on),),
        once=(key,),
    )


def _code_used(sale: Event, bill: Bill, keys: tuple[str, ...]) -> Event:
    return replace(
        sale,
        id=companion_id(sale.id, f"promo:{bill.promo}"),
        kind="promo_used",
        facts=PromoUsed(bill.promo, bill.promo_single, sale.id),
        effects=(),
        once=keys,
    )


def keys_of_sale(tx: Tx, sale: OpenSale) -> tuple[str, ...]:
    """Return the once keys of what went with a sale: claims of vouchers, codes used."""
    holders = {companion_id(sale.sale, f"{off.kind}:{off.ref}") for off in sale.sold.offs}
    return tuple(key for one in sorted(holders) for key in sale_rows.keys_of(tx.cursor, one))


def own_claims_back(
    shop: Shop, tx: Tx | None, effects: Iterable[Effect], sales: Iterable[str]
) -> tuple[Effect, ...]:
    """Return the effects of a void or return without vouchers another bill was first to use."""
    undone = tuple(sales)

    def stands(effect: Effect) -> bool:
        if not isinstance(effect, Unclaim):
            return True
        key = claim_key(effect.voucher)
        return owner(key) in {companion_id(sale, key) for sale in undone}

    with shop.db.cursor(tx) as cursor:
        owner = partial(sale_rows.owner_of_key, cursor)
        return tuple(effect for effect in effects if stands(effect))

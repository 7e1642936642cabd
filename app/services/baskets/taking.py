"""Taking a bill that the shop's till sends: once, and for what it is now."""

from dataclasses import dataclass, replace
from hashlib import sha256
from sqlite3 import Cursor
from typing import Final

import msgspec

from app.domain.baskets import WAITS_MS, Basket, BasketLine, SentBasket, State
from app.domain.catalogue import Item, sku_key
from app.services.cards import who_has
from app.services.members import MemberView, identify
from app.services.members.phones import Phone, read_phone
from app.services.open_sales import sale_of
from app.services.shop import Shop
from app.services.writing import DiskFull
from app.storage import baskets as rows
from app.storage import items
from app.storage.baskets import BasketRow, Kept, SentKey
from app.storage.writer import PULL, StorageFullError, Tx

KEY_MS: Final = 24 * 3_600_000
"""How long an idempotency key is good for one basket only."""
KEPT_MS: Final = 60 * KEY_MS
"""How long it is known what became of a basket."""
KEYS_MAX: Final = 20


@dataclass(frozen=True, slots=True)
class BasketTaken:
    """The basket is kept and waits for the cashier; `unknown`: nobody has its card or phone."""

    member: str
    unknown: bool


@dataclass(frozen=True, slots=True)
class BasketReplaced:
    """The basket was known and not recorded yet; what it says now holds."""

    member: str
    unknown: bool


@dataclass(frozen=True, slots=True)
class SameBasket:
    """This very basket came before; nothing was changed, but for what the till says of payment."""

    state: State
    sale: str
    member: str
    unknown: bool
    paid_changed: bool = False


@dataclass(frozen=True, slots=True)
class BasketVoided:
    """The till cancelled the basket; a `sale` that it became stands until the cashier voids it."""

    sale: str


@dataclass(frozen=True, slots=True)
class BasketChanged:
    """The basket differs from the one before, which cannot change any more: it became a sale.

    Without a `sale` the till had voided it.
    """

    sale: str
    bill_number: str


@dataclass(frozen=True, slots=True)
class KeyReused:
    """The idempotency key came with another basket, or with other contents, before."""


@dataclass(frozen=True, slots=True)
class WrongCurrency:
    """The shop keeps its money in `currency`."""

    sent: str
    currency: str


TakeOutcome = (
    BasketTaken
    | BasketReplaced
    | SameBasket
    | BasketVoided
    | BasketChanged
    | KeyReused
    | WrongCurrency
    | DiskFull
)


def take_basket(shop: Shop, sent: SentBasket, key: str = "") -> TakeOutcome:
    """Keep what the till sent, once: by its source and id, and by the idempotency key if any."""
    currency = shop.programme.currency
    if sent.currency != currency:
        return WrongCurrency(sent.currency, currency)
    member = _customer(shop, sent)
    unknown = not member and bool(sent.card or sent.phone)
    hashed = sha256(key.encode()).hexdigest() if key else ""
    sent_as = SentKey(hashed, _sent_digest(shop, sent))
    at_ms = shop.moment().at_ms

    def work(tx: Tx) -> TakeOutcome:
        basket = _resolved(tx.cursor, sent.basket)
        before = rows.read(tx.cursor, basket.source, basket.external_id)
        # Who joined at the counter with this bill makes no other basket of it.
        nobody = before is not None and before.sale and not before.member
        digest = _digest(basket, "" if nobody else member)
        if before is not None and any(one.key == hashed for one in before.kept.keys):
            return _same(before) if sent_as in before.kept.keys else KeyReused()
        if hashed and rows.used_elsewhere(tx.cursor, hashed, at_ms - KEY_MS, basket):
            return KeyReused()
        keys = (*before.kept.keys, sent_as)[-KEYS_MAX:] if before else (sent_as,)
        row = BasketRow(
            digest, at_ms, member, Kept(basket, keys if hashed else keys[:-1], unknown),
            "waiting", "",
        )  # fmt: skip
        rows.prune(tx.cursor, at_ms - KEPT_MS)
        return _settle(shop, tx, before, row, voided=sent.voided)

    try:
        # Behind the counter: a till that sends a whole day at once must not hold up a sale.
        return shop.db.writer.run(work, PULL)
    except StorageFullError:
        return DiskFull()


def _settle(
    shop: Shop, tx: Tx, before: BasketRow | None, row: BasketRow, *, voided: bool
) -> TakeOutcome:
    """Decide what a basket is now, and keep it."""
    if voided:
        return _void(tx, before, row)
    if before is None:
        rows.write(tx.cursor, row)
        return BasketTaken(row.member, row.kept.unknown)
    same = before.digest == row.digest
    if before.state in {"recorded", "cancel", "voided"}:
        return _same(before) if same and before.sale else _changed(shop, tx, before)
    if not same:
        rows.write(tx.cursor, row)
        return BasketReplaced(row.member, row.kept.unknown)
    if before.state == "waiting" and before.at_ms < row.at_ms - WAITS_MS:
        # Nobody looks at it any more: it comes anew.
        rows.write(tx.cursor, row)
        return BasketTaken(row.member, row.kept.unknown)
    rows.write(tx.cursor, row._replace(at_ms=before.at_ms, state=before.state))
    paid_changed = before.kept.basket.paid != row.kept.basket.paid
    return replace(_same(before), paid_changed=paid_changed)


def _void(tx: Tx, before: BasketRow | None, row: BasketRow) -> BasketVoided:
    state: State = "cancel" if before and before.sale else "voided"
    old = before or row
    # The one that was recorded stays as it was: only what became of it at the till is new.
    kept = old.kept._replace(keys=row.kept.keys)
    # As of now: a cashier is asked about it however long ago it was recorded.
    rows.write(tx.cursor, old._replace(kept=kept, state=state, at_ms=row.at_ms))
    return BasketVoided(old.sale)


def _same(before: BasketRow) -> SameBasket:
    return SameBasket(before.state, before.sale, before.member, before.kept.unknown)


def _changed(shop: Shop, tx: Tx, before: BasketRow) -> BasketChanged:
    sale = sale_of(shop, before.sale, tx) if before.sale else None
    return BasketChanged(before.sale, sale.sold.bill_number if sale else "")


def _customer(shop: Shop, sent: SentBasket) -> str:
    """Return the member a card or phone leads to, "" for nobody; a blocked card is nobody's."""
    if sent.card:
        found = identify(shop, sent.card)
        if isinstance(found, MemberView):
            return found.member
    phone = read_phone(shop, sent.phone) if sent.phone else None
    if not isinstance(phone, Phone):
        return ""
    member = who_has(shop, "phone", phone.e164)
    profile = shop.profile(member) if member else None
    return profile.member if profile else ""


def _resolved(cursor: Cursor, basket: Basket) -> Basket:
    """Return a basket with what the catalogue knows of its goods: code, category, unit."""
    return replace(basket, lines=tuple(_known(cursor, one) for one in basket.lines))


def _known(cursor: Cursor, one: BasketLine) -> BasketLine:
    line = one.line
    item = _item(cursor, one)
    if item is None:
        whole = line.quantity_milli % 1000 == 0
        return one._replace(unit="each" if whole else "")
    # The owner's categories are those the programme's rules name.
    return one._replace(
        line=line._replace(
            sku=item.sku, name=line.name or item.name, category=item.category or line.category
        ),
        unit=item.unit,
    )


def _item(cursor: Cursor, one: BasketLine) -> Item | None:
    if one.line.sku and (item := items.by_key(cursor, sku_key(one.line.sku))):
        return item
    return items.by_gtin(cursor, one.gtin.zfill(14)) if one.gtin else None


def _sent_digest(shop: Shop, sent: SentBasket) -> str:
    """Return what tells apart what was sent, whatever is known here by now; it names nobody."""
    customer = shop.vault.mac("basket", f"{sent.card}\n{sent.phone}")
    return sha256(msgspec.json.encode((sent.basket, sent.voided, customer))).hexdigest()


def _digest(basket: Basket, member: str) -> str:
    """Return what tells two versions of a basket apart; that it is paid now makes none."""
    body = msgspec.json.encode((replace(basket, paid=False), member))
    return sha256(body).hexdigest()

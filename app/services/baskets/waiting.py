"""Bills of the till that wait for the cashier, until one is recorded or thrown away."""

from dataclasses import dataclass
from typing import NamedTuple

from app.domain.baskets import WAITS_MS, State, basket_total_minor
from app.domain.bills import BasketRef, Bill
from app.services.drafts import Draft
from app.services.members import MemberView, open_member
from app.services.shop import Shop
from app.storage import baskets as rows
from app.storage import drafts as draft_rows
from app.storage.baskets import BasketRow
from app.storage.writer import Tx


@dataclass(frozen=True, slots=True)
class WaitingBasket:
    """A basket for the cashier to look at; `unknown`: nobody has the card or phone it came with.

    `cancelled`: the till voided it, after it was recorded here as `sale`.
    """

    ref: BasketRef
    number: str
    total_minor: int
    at_ms: int
    member: str
    member_name: str
    paid: bool
    unknown: bool
    cancelled: bool
    sale: str


@dataclass(frozen=True, slots=True)
class OpenedBasket:
    """A basket as a bill to go on with, and its member if one is known."""

    draft: Draft
    member: MemberView | None
    unknown: bool


@dataclass(frozen=True, slots=True)
class BasketGone:
    """The basket waits no more: somebody recorded it, threw it away, or the till voided it."""

    state: State | None


def waiting_baskets(shop: Shop) -> tuple[WaitingBasket, ...]:
    """Return what the cashier should look at, oldest first; not what is on screen or on hold."""
    since_ms = shop.moment().at_ms - WAITS_MS
    with shop.db.cursor(None) as cursor:
        drafts = [draft for _, _, draft in draft_rows.read_held(cursor)]
        held = {one.bill.basket[:2] for one in drafts if one.bill.basket}
        found = rows.read_open(cursor, since_ms)
    return tuple(
        _waiting(shop, row)
        for row in found
        if (row.kept.basket.source, row.kept.basket.external_id) not in held
    )


class Standing(NamedTuple):
    """What became of a basket, and the money paid for it at the till (0 = not yet)."""

    state: State
    paid_minor: int


def open_basket(shop: Shop, source: str, external_id: str) -> OpenedBasket | BasketGone:
    """Return a waiting basket as a bill; it goes on waiting until it is recorded."""
    with shop.db.cursor(None) as cursor:
        row = rows.read(cursor, source, external_id)
    if row is None or row.state != "waiting":
        return BasketGone(row.state if row else None)
    view = open_member(shop, row.member) if row.member else None
    member = view if isinstance(view, MemberView) else None
    basket = row.kept.basket
    bill = Bill(
        id=shop.mint(),
        number=basket.number,
        lines=tuple(one.line for one in basket.lines),
        member=member.member if member else "",
        discount_minor=basket.discount_minor,
        basket=BasketRef(source, external_id, row.digest),
    )
    units = {f"unit {at}": one.unit for at, one in enumerate(basket.lines) if one.unit != "each"}
    paid = {"paid": str(basket_total_minor(basket))} if basket.paid else {}
    return OpenedBasket(Draft(bill, {"mode": "items"} | units | paid), member, row.kept.unknown)


def basket_standing(shop: Shop, ref: BasketRef) -> Standing | None:
    """Return how a basket stands, None when it is not known (any more)."""
    with shop.db.cursor(None) as cursor:
        row = rows.read(cursor, ref.source, ref.external_id)
    if row is None:
        return None
    basket = row.kept.basket
    return Standing(row.state, basket_total_minor(basket) if basket.paid else 0)


def dismiss_basket(shop: Shop, source: str, external_id: str) -> bool:
    """Throw a waiting basket away, or say that a cancelled one was seen; False if it was gone."""

    def work(tx: Tx) -> bool:
        return rows.set_state(
            tx.cursor, source, external_id, "waiting", "thrown"
        ) or rows.set_state(tx.cursor, source, external_id, "cancel", "recorded")

    return shop.db.writer.run(work)


def _waiting(shop: Shop, row: BasketRow) -> WaitingBasket:
    basket = row.kept.basket
    profile = shop.profile(row.member) if row.member else None
    return WaitingBasket(
        ref=BasketRef(basket.source, basket.external_id, row.digest),
        number=basket.number,
        total_minor=basket_total_minor(basket),
        at_ms=row.at_ms,
        member=profile.member if profile else "",
        member_name=shop.personal(profile, "name")[0] if profile else "",
        paid=basket.paid,
        unknown=row.kept.unknown,
        cancelled=row.state == "cancel",
        sale=row.sale,
    )

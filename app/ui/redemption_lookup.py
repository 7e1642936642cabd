"""What was scanned or typed at the redemption screen: a voucher, a member, or why neither."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.codes import UnknownCode, UnknownReason, VoucherCode, classify
from app.domain.members import Held, MemberState
from app.domain.rewards import Offer
from app.domain.vouchers import usable
from app.services import catalogue, members, rewards, staff, vouchers
from app.services.cards import CardDamaged, CardOfAnotherShop, CardUnknown, MemberUnknown
from app.services.catalogue import Item, UnknownItem
from app.services.members import CardIsBlocked, MemberHit, MemberView, NotACard
from app.services.pickups import ticket_in, ticket_of
from app.services.shop import Shop
from app.services.vouchers import (
    ClaimedBefore,
    TicketShared,
    VoucherDamaged,
    VoucherOfAnotherShop,
    VoucherUnknown,
    VoucherView,
)

FOR_A_BILL = frozenset({"percent", "fixed"})
"""What a voucher of these kinds is worth comes off a bill: nothing is handed over."""


@dataclass(frozen=True, slots=True)
class SeenVoucher:
    """A voucher with all that its answer says.

    `goods` are what to check, in words; `used` says when it was used before and `by` by whom.
    Of several of one thing for one member this is number `nth` of `of`.
    """

    view: VoucherView
    owner: MemberView | None
    ticket: int = 0
    goods: tuple[str, ...] = ()
    used: ClaimedBefore | None = None
    by: str = ""
    nth: int = 1
    of: int = 1

    @property
    def number(self) -> str:
        """The voucher's number."""
        return self.view.held.number

    @property
    def is_for_a_bill(self) -> bool:
        """Whether it takes money off a bill instead."""
        return self.view.held.benefit.kind in FOR_A_BILL

    @property
    def can_be_handed_over(self) -> bool:
        """Whether nothing that this station knows stands in the way."""
        return self.view.fault is None and not self.is_for_a_bill


@dataclass(frozen=True, slots=True)
class SeenMember:
    """A member, the vouchers that can be used now, and the rewards as this member sees them."""

    owner: MemberView
    vouchers: tuple[SeenVoucher, ...]
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class SeveralVouchers:
    """One ticket, given twice by kiosks that were out of touch."""

    ticket: int
    vouchers: tuple[SeenVoucher, ...]


@dataclass(frozen=True, slots=True)
class SeveralMembers:
    """What was typed fits more than one member."""

    typed: str
    hits: tuple[MemberHit, ...]


@dataclass(frozen=True, slots=True)
class NobodyFound:
    """What was typed fits nobody."""

    typed: str


Misfit = (
    NobodyFound
    | VoucherDamaged
    | VoucherUnknown
    | VoucherOfAnotherShop
    | CardIsBlocked
    | CardUnknown
    | CardOfAnotherShop
    | CardDamaged
    | MemberUnknown
    | NotACard
)
Seen = SeenVoucher | SeenMember | SeveralVouchers | SeveralMembers | Misfit


def look_up(shop: Shop, text: str, *, by_hand: bool, keyboard: bool = True) -> Seen:
    """Return what a text stands for.

    `by_hand` allows tickets, phones and names as well; `keyboard` is as in `codes.classify`.
    """
    if by_hand and ticket_in(text):
        return see_voucher(shop, text)
    code = classify(text, typed=keyboard)
    if isinstance(code, VoucherCode):
        return see_voucher(shop, code.number)
    if isinstance(code, UnknownCode) and code.reason is UnknownReason.DAMAGED_VOUCHER:
        found = vouchers.find_voucher(shop, text)
        return found if isinstance(found, VoucherDamaged) else see_voucher(shop, text)
    who = members.identify(shop, text, typed=keyboard)
    if isinstance(who, MemberView):
        return _member(shop, who)
    return _typed(shop, text) if by_hand and isinstance(who, NotACard) else who


def see_voucher(shop: Shop, number: str) -> Seen:
    """Return the voucher with a number or a ticket of today."""
    found = vouchers.find_voucher(shop, number)
    match found:
        case VoucherView():
            return _voucher(shop, found)
        case TicketShared(ticket=ticket, numbers=numbers):
            seen = (see_voucher(shop, one) for one in numbers)
            return SeveralVouchers(ticket, tuple(x for x in seen if isinstance(x, SeenVoucher)))
        case _:
            return found


def see_member(shop: Shop, member: str) -> Seen:
    """Return a member with what can be handed over or chosen now."""
    owner = members.open_member(shop, member)
    return _member(shop, owner) if isinstance(owner, MemberView) else owner


def next_of(shop: Shop, member: str) -> str:
    """Return the number of what else can be handed over to a member now, "" when nothing is."""
    on = shop.moment().on
    live = (held for held in shop.state(member).vouchers if usable(held, on) is None)
    return next((held.number for held in live if held.benefit.kind not in FOR_A_BILL), "")


def _typed(shop: Shop, text: str) -> Seen:
    hits = members.find(shop, text)
    if not hits:
        return NobodyFound(text.strip())
    return see_member(shop, hits[0].member) if len(hits) == 1 else SeveralMembers(text, hits)


def _member(shop: Shop, owner: MemberView) -> SeenMember:
    on = shop.moment().on
    live = [held for held in owner.state.vouchers if usable(held, on) is None]
    seen = (see_voucher(shop, held.number) for held in live)
    return SeenMember(
        owner,
        tuple(one for one in seen if isinstance(one, SeenVoucher)),
        rewards.rewards_of(shop, owner.member),
    )


def _voucher(shop: Shop, view: VoucherView) -> SeenVoucher:
    owner = members.open_member(shop, view.member)
    used = vouchers.claim_of(shop, view)
    names = {one.id: one.name for one in staff.list_staff(shop)} if used and used.staff else {}
    nth, of = _place(shop, shop.state(view.member), view.held)
    return SeenVoucher(
        view=view,
        owner=owner if isinstance(owner, MemberView) else None,
        ticket=ticket_of(shop, view.held.voucher),
        goods=tuple(_goods(shop, view.held.benefit.goods)),
        used=used,
        by=names.get(used.staff, "") if used else "",
        nth=nth,
        of=of,
    )


def _place(shop: Shop, state: MemberState, held: Held) -> tuple[int, int]:
    """Return which one of how many of a thing it is: those handed over today count too."""
    on = shop.moment().on
    same = [one for one in state.vouchers if one.reward == held.reward]
    done = sum(one.status == "claimed" and one.closed_on == on for one in same)
    live = sum(usable(one, on) is None for one in same)
    return (done + 1, done + live) if usable(held, on) is None else (1, 1)


def _goods(shop: Shop, goods: tuple[str, ...]) -> Iterator[str]:
    """Yield the names of what to check; a category is its own name."""
    for one in goods:
        kind, _, name = one.partition(":")
        item = catalogue.by_code(shop, name) if kind == "sku" else UnknownItem(name)
        yield item.name if isinstance(item, Item) else name

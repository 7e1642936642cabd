"""What a station may record by what it is: the hub does not take its word for it (SYNC.md 12).

Whoever gets at a kiosk's files has its key. The events it could sign with it and never makes are
parked, and so are those that change what their kind never does, take or free keys of another
kind, or give back more coins than a voucher cost. What is left to forge is audited.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from app.config import Role
from app.domain.companions import bought_voucher, claim_key, stock_key
from app.domain.effects import (
    Aim,
    Claim,
    Credit,
    Earn,
    Grant,
    Issue,
    Progress,
    Referral,
    Restore,
    Spend,
    Withdraw,
)
from app.domain.events import Event, Kind
from app.domain.facts import Redeemed, VoucherClaimed, VoucherClosed
from app.domain.invariants import SUM_MAX
from app.domain.members import MemberState, voucher_of

_OWN: Final[frozenset[Kind]] = frozenset({"greeted", "flagged", "help_called"})
"""What every station records by itself."""

MAKES: Final[Mapping[Role, frozenset[Kind]]] = {
    "kiosk": _OWN
    | {
        "enrolled",
        "profile_changed",
        "card_issued",
        "answered",
        "rated",
        "redeemed",
        "voucher_closed",
        "referred",
        "aim_set",
        "tickets_bought",
        "welcomed",
        "preferences_set",
        "pin_set",
        "seen",
    },
    "redemption": _OWN
    | {
        "redeemed",
        "voucher_claimed",
        "voucher_closed",
        "help_answered",
        "pin_set",
        "seen",
    },
}
"""What a station of a role records; a counter may record anything."""


class Shape(NamedTuple):
    """What events of a kind change, and the first words of the once keys they take and free.

    Of each word in `guarded` there is a key: what it guards is given once.
    """

    effects: tuple[type, ...] = ()
    guarded: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    releases: frozenset[str] = frozenset()


_GIFT: Final = (Grant, Earn, Credit, Issue)

SHAPES: Final[Mapping[Kind, Shape]] = {
    "greeted": Shape(_GIFT, frozenset({"greeting"})),
    "flagged": Shape((), frozenset({"flagged"})),
    "answered": Shape((Earn, Progress), frozenset({"survey"})),
    "rated": Shape((Grant, Earn, Progress), frozenset({"rated"})),
    "redeemed": Shape((Spend, Issue, Claim, Credit, Grant), once=frozenset({"stock"})),
    "voucher_claimed": Shape((Claim,), frozenset({"voucher"})),
    "voucher_closed": Shape(
        (Withdraw, Restore), frozenset({"voucher"}), releases=frozenset({"stock"})
    ),
    "referred": Shape((Referral,), frozenset({"referral"})),
    "aim_set": Shape((Aim,)),
    "tickets_bought": Shape((Spend, Grant)),
    "welcomed": Shape(_GIFT, frozenset({"welcome", "welcomed"})),
}
"""Kinds of `MAKES` that change something; the others change nothing and take no keys."""


def may_record(role: str | None, kind: Kind) -> bool:
    """Tell whether a station of a role (None: of before there were any) makes such events."""
    for one, kinds in MAKES.items():
        if one == role:
            return kind in kinds
    return True


def bars(role: str | None, event: Event, state: MemberState, *, put_back: bool = False) -> str:
    """Say why a station of a role does not record such an event, or nothing.

    `state` is the living member's before it. A hub that was `put_back` may get the end of a voucher
    before the voucher.
    """
    if role not in MAKES:
        return ""
    if not may_record(role, event.kind):
        return f"of a {role}"
    shape = SHAPES.get(event.kind, Shape())
    if not all(isinstance(one, shape.effects) for one in event.effects):
        return f"of a {role}: it changes what it never does"
    if not _has_its_keys(event, shape):
        return f"of a {role}: its keys are not those of its kind"
    if not _adds_up(event, state, put_back=put_back):
        return f"of a {role}: it does not add up"
    return ""


def _has_its_keys(event: Event, shape: Shape) -> bool:
    taken = {_word(key) for key in event.once}
    freed = {_word(key) for key in event.releases}
    return shape.guarded <= taken <= shape.guarded | shape.once and freed <= shape.releases


def _word(key: str) -> str:
    return key.partition(":")[0]


def _adds_up(event: Event, state: MemberState, *, put_back: bool) -> bool:
    """Tell whether coins go for what they bought, and no more of them come back."""
    match event.facts:
        case Redeemed(voucher=voucher):
            issued = [one for one in event.effects if isinstance(one, Issue)]
            spent = sum(one.amount for one in event.effects if isinstance(one, Spend))
            stock = issued[0].stock if issued else 0
            return (
                [(one.voucher, one.coins) for one in issued] == [(bought_voucher(event.id), spent)]
                and voucher == issued[0].voucher
                and spent > 0
                and event.once == ((stock_key(issued[0].reward, stock),) if stock else ())
            )
        case VoucherClaimed(voucher=voucher):
            return event.once == (claim_key(voucher),)
        case VoucherClosed(voucher=voucher):
            back = [one for one in event.effects if isinstance(one, Restore)]
            held = voucher_of(state, voucher)
            worth = held.coins if held else SUM_MAX if put_back else 0
            return (
                event.once == (claim_key(voucher),)
                and all(one.spend_id == voucher for one in back)
                and sum(one.amount for one in back) <= worth
            )
        case _:
            return all(one.amount > 0 for one in event.effects if isinstance(one, Spend))

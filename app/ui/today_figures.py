"""What the panel of today shows of a day's figures: tiles, a bar per hour, a line per cashier.

A cashier sees the own figures and how many bills there were; the money of others, what the shop
took and what it owes is for supervisors and the owner.
"""

from dataclasses import dataclass
from typing import Literal

from app.domain.figures import NONE, Figures
from app.domain.money import Money
from app.insight.today import Hour, Today, share
from app.services.unsent import Unsent
from app.ui import dates
from app.ui.words import translate

Scope = Literal["till", "store"]


@dataclass(frozen=True, slots=True)
class Seer:
    """Who looks: their id, and whether the money of others is for them."""

    staff: str
    sees_all: bool


@dataclass(frozen=True, slots=True)
class TileRow:
    """One figure. `kind` colours it: plain, coins or owed."""

    title: str
    value: str
    detail: str = ""
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class HourRow:
    """A bar: `label` its hour from 1 to 12, `share` of the highest (0 to 1), `spoken` in words."""

    label: str
    share: float
    spoken: str


@dataclass(frozen=True, slots=True)
class CashierRow:
    """What one of the staff did."""

    name: str
    detail: str
    amount: str


def tiles(found: Today, scope: Scope, seer: Seer, money: Money) -> tuple[TileRow, ...]:
    """Return the figures worth a tile; what is nothing is left out, but for the first three."""
    if not seer.sees_all:
        return _own_tiles(figures_of_staff(found, seer.staff), money)
    figures = found.till if scope == "till" else found.store
    rows = [_bills(figures, money), _taken(figures, money), _given(figures, money)]
    if figures.refunded_minor or figures.returns:
        returns = translate("today", "{n} return(s)", None, figures.returns)
        rows.append(
            TileRow(
                translate("today", "Handed back"),
                money.short(figures.refunded_minor),
                returns.format(n=money.number(figures.returns)),
            )
        )
    rows += _coins(figures, found, money)
    rows += _credit(figures, money)
    rows += _people(figures, money)
    if found.owed is not None and found.owed_minor is not None:
        coins = translate("today", "{n} coin(s)", None, found.owed.coins)
        rows.append(
            TileRow(
                translate("today", "Owed to members"),
                money.short(found.owed_minor),
                coins.format(n=money.number(found.owed.coins)),
                "owed",
            )
        )
        if found.owed.credit_minor:
            title = translate("today", "Store credit of members")
            rows.append(TileRow(title, money.short(found.owed.credit_minor), "", "owed"))
    return tuple(rows)


def share_of(found: Today, scope: Scope, seer: Seer) -> tuple[int, Figures]:
    """Return how many percent of the bills had a card, and the figures they are of."""
    figures = found.till if scope == "till" and seer.sees_all else found.store
    return share(figures), figures


def hours(found: Today, seer: Seer, money: Money, language: str) -> tuple[HourRow, ...]:
    """Return a bar per hour: of money for who may see it, else of bills."""
    amounts = [max(0, _measure(one, seer)) for one in found.by_hour]
    highest = max(amounts, default=0)
    if not highest:
        return ()
    return tuple(
        HourRow(
            label=str(one.hour % 12 or 12),
            share=amount / highest,
            spoken=translate("today", "{hour}, {amount}").format(
                hour=dates.full_hour(one.hour, language), amount=_amount(amount, seer, money)
            ),
        )
        for one, amount in zip(found.by_hour, amounts, strict=True)
    )


def cashiers(found: Today, seer: Seer, money: Money) -> tuple[CashierRow, ...]:
    """Return a line per member of staff who did something; for a cashier there is none."""
    if not seer.sees_all:
        return ()
    return tuple(
        CashierRow(
            name=one.name or translate("today", "Screens without staff"),
            detail=_did(one.figures, money),
            amount=money.short(one.figures.taken_minor),
        )
        for one in found.by_staff
    )


def waiting(unsent: Unsent) -> str:
    """Say what is not sent yet, or nothing."""
    parts = [
        (unsent.bills, translate("today", "{n} bill(s)", None, unsent.bills)),
        (unsent.returns, translate("today", "{n} return(s)", None, unsent.returns)),
        (unsent.members, translate("today", "{n} new member(s)", None, unsent.members)),
        (unsent.others, translate("today", "{n} other(s)", None, unsent.others)),
    ]
    said = ", ".join(text.format(n=count) for count, text in parts if count)
    return translate("today", "Not sent yet: {what}").format(what=said) if said else ""


def figures_of_staff(found: Today, staff: str) -> Figures:
    """Return what one of the staff did in the store."""
    return next((one.figures for one in found.by_staff if one.staff == staff), NONE)


def _own_tiles(figures: Figures, money: Money) -> tuple[TileRow, ...]:
    rows = [_bills(figures, money), _taken(figures, money), _given(figures, money)]
    if figures.undos or figures.voids:
        title = translate("today", "Taken back")
        rows.append(TileRow(title, money.number(figures.undos + figures.voids)))
    return (*rows, *_people(figures, money))


def _bills(figures: Figures, money: Money) -> TileRow:
    with_card = translate("today", "{n} with a card").format(n=money.number(figures.member_bills))
    return TileRow(translate("today", "Bills"), money.number(figures.bills), with_card)


def _taken(figures: Figures, money: Money) -> TileRow:
    return TileRow(translate("today", "Taken"), money.short(figures.taken_minor))


def _given(figures: Figures, money: Money) -> TileRow:
    back = translate("today", "{n} taken back").format(n=money.number(figures.coins_back))
    return TileRow(
        translate("today", "Coins given"),
        money.number(figures.coins_given),
        back if figures.coins_back else "",
        "coins",
    )


def _coins(figures: Figures, found: Today, money: Money) -> list[TileRow]:
    rows = []
    if figures.coins_used:
        title = translate("today", "Coins used")
        rows.append(TileRow(title, money.number(figures.coins_used), "", "coins"))
    if found.expired:
        title = translate("today", "Coins that ran out")
        rows.append(TileRow(title, money.number(found.expired), "", "coins"))
    return rows


def _credit(figures: Figures, money: Money) -> list[TileRow]:
    amounts = (
        (translate("today", "Store credit paid in"), figures.credit_in_minor),
        (translate("today", "Store credit used"), figures.credit_used_minor),
        (translate("today", "Store credit paid out"), figures.credit_out_minor),
    )
    return [TileRow(title, money.short(amount)) for title, amount in amounts if amount]


def _people(figures: Figures, money: Money) -> list[TileRow]:
    counts = (
        (translate("today", "New members"), figures.new_members),
        (translate("today", "Rewards handed over"), figures.handed_over),
        (translate("today", "Gifts with bills"), figures.gifts),
    )
    return [TileRow(title, money.number(count)) for title, count in counts if count]


def _did(figures: Figures, money: Money) -> str:
    parts = [translate("today", "{n} bill(s)", None, figures.bills).format(n=figures.bills)]
    if figures.coins_given:
        text = translate("today", "{n} coin(s) given", None, figures.coins_given)
        parts.append(text.format(n=money.number(figures.coins_given)))
    if figures.undos:
        parts.append(translate("today", "{n} undone").format(n=figures.undos))
    if figures.voids:
        parts.append(translate("today", "{n} voided").format(n=figures.voids))
    return " · ".join(parts)


def _measure(hour: Hour, seer: Seer) -> int:
    return hour.taken_minor if seer.sees_all else hour.bills


def _amount(amount: int, seer: Seer, money: Money) -> str:
    if seer.sees_all:
        return money.short(amount)
    return translate("today", "{n} bill(s)", None, amount).format(n=money.number(amount))

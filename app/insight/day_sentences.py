"""The day and its closes in English sentences, for the command line."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, assert_never

from app.domain.figures import Figures
from app.domain.money import Money
from app.domain.programme import money_of
from app.insight.today import Today
from app.services.day_closes import (
    AlreadyClosed,
    Close,
    DayIsClosed,
    HubNeeded,
    NothingToClose,
)
from app.services.shop import Shop
from app.services.voids import NeedsApproval
from app.services.writing import DiskFull

Refusal = NothingToClose | AlreadyClosed | NeedsApproval | HubNeeded | DiskFull


def today_lines(shop: Shop, found: Today) -> Iterator[str]:
    """Yield a day in sentences: this till, the store, who, when, what is owed."""
    money = money_of(shop.programme)
    yield f"{found.on}"
    yield from _figures(f"This till ({shop.till})", found.till, money)
    yield from _figures(f"The store ({shop.store})", found.store, money)
    yield f"Bills with a card: {found.share_percent} %; coins that ran out: {found.expired}"
    for one in found.by_staff:
        name = one.name or one.staff or "screens without staff"
        taken = money.full(one.figures.taken_minor)
        yield (
            f"  {name}: {many(one.figures.bills, 'bill')}, {taken},"
            f" {one.figures.coins_given} coins given,"
            f" {one.figures.voids + one.figures.undos} taken back"
        )
    for hour in found.by_hour:
        yield f"  {hour.hour:02}:00  {many(hour.bills, 'bill')}, {money.full(hour.taken_minor)}"
    if found.owed is not None and found.owed_minor is not None:
        credit = money.full(found.owed.credit_minor)
        worth = money.full(found.owed_minor)
        yield f"Owed to members now: {found.owed.coins} coins ({worth}), store credit {credit}"
    else:
        yield "Owed to members now: not known here until the hub is reached."
    waiting = sum((found.unsent.bills, found.unsent.returns, found.unsent.members,
                   found.unsent.others))  # fmt: skip
    yield f"Not sent yet: {waiting}"


def today_json(found: Today) -> dict[str, Any]:
    """Return a day as plain values; money in minor units."""
    return {
        **asdict(found),
        "on": found.on.isoformat(),
        "till": found.till._asdict(),
        "store": found.store._asdict(),
        "by_staff": [
            {"staff": one.staff, "name": one.name, **one.figures._asdict()}
            for one in found.by_staff
        ],
        "by_hour": [one._asdict() for one in found.by_hour],
        "owed": found.owed._asdict() if found.owed else None,
    }


def many(count: int, word: str) -> str:
    """Return "1 bill", "2 bills"."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def close_line(shop: Shop, close: Close) -> str:
    """Return a closed day as one line of a list."""
    facts, money = close.facts, money_of(shop.programme)
    dates = f"{facts.first_on}"
    if facts.last_on != facts.first_on:
        dates = f"{facts.first_on} to {facts.last_on} ({facts.days} days)"
    taken = money.full(facts.figures.taken_minor)
    return (
        f"{facts.number}  {dates}  {many(facts.figures.bills, 'bill')}  {taken}"
        f"  journal row {facts.seq}  {facts.hash[:16]}"
    )


def close_refused(refusal: Refusal | DayIsClosed) -> str:
    """Say why no day was closed."""
    match refusal:
        case NothingToClose():
            return "This till has done nothing yet that a closed day would count."
        case AlreadyClosed(close=last):
            return f"Nothing happened since the day was closed as number {last.facts.number}."
        case NeedsApproval():
            return "A supervisor or the owner closes the day: give their PIN with --pin."
        case HubNeeded():
            return (
                "This till was put back from a backup. Let it reach its hub once, so that no"
                " number is given twice; then close the day."
            )
        case DiskFull():
            return "The disk is full; nothing was recorded. Make room and try again."
        case DayIsClosed():
            return "The day is closed."
        case _:
            assert_never(refusal)


def _figures(name: str, figures: Figures, money: Money) -> Iterator[str]:
    yield (
        f"{name}: {many(figures.bills, 'bill')}, taken {money.full(figures.taken_minor)},"
        f" handed back {money.full(figures.refunded_minor)} for {many(figures.returns, 'return')},"
        f" voids {figures.voids}, undone {figures.undos}"
    )
    yield (
        f"  coins given {figures.coins_given}, taken back {figures.coins_back}, used"
        f" {figures.coins_used}; new members {figures.new_members}, rewards handed over"
        f" {figures.handed_over}, gifts {figures.gifts}"
    )
    yield (
        f"  store credit paid in {money.full(figures.credit_in_minor)}, used"
        f" {money.full(figures.credit_used_minor)}, paid out"
        f" {money.full(figures.credit_out_minor)}"
    )

"""`sikka hub report`: what all shops of a chain owe their members, and the coins moved."""

# ruff: noqa: PLC0415 - imports are inside the command: `sikka` starts fast

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.hub.places import Store, told
from app.cli.options import AsJson

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.money import Money
    from app.hub.reports import Held, Moved, Report

Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE")]


def register(hub: typer.Typer) -> None:
    """Add the command."""
    hub.command("report")(report)


def report(
    store: Store,
    since: Day = None,
    until: Day = None,
    as_json: AsJson = False,
) -> None:
    """Print members, coins, store credit and what they are worth, by cell and together.

    With --since or --until, coins moved on those business dates; otherwise those moved ever.
    Reads one instant, also while the hub runs. JSON has money in minor units (paise, centavos).
    """
    from app.hub import reports
    from app.hub.store import read_store

    with told(), read_store(store) as core:
        found = reports.report(core, date.today(), _day(since), _day(until))  # noqa: DTZ011
    if as_json:
        print(json.dumps(_fields(found), indent=2))
    else:
        _print_table(found)


def _line(name: str, held: "Held", moved: "Moved", credit: str) -> str:
    figures = (held.members, held.coins, held.debt, held.owed_coins,
               moved.earned, moved.spent, moved.expired)  # fmt: skip
    return f"{name:32} " + " ".join(f"{figure:12}" for figure in figures) + f" {credit:>12}"


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


def _fields(found: "Report") -> dict[str, object]:
    cells = [
        {
            "cell": one.cell_id,
            **one.held._asdict(),
            "moved": one.moved._asdict(),
            "currency": one.money.currency if one.money else "",
            "owed_minor": one.owed_minor,
            "counted": one.counted,
        }
        for one in found.cells
    ]
    total = {
        **found.held._asdict(),
        "moved": found.moved._asdict(),
        "owed_minor": _by_code(found.owed_minor),
        "owed_credit_minor_by_currency": _by_code(found.owed_credit_minor),
    }
    return {"cells": cells, "total": total}


def _by_code(amounts: "Mapping[Money, int]") -> dict[str, int]:
    return {money.currency: minor for money, minor in amounts.items()}


HEADS = ("members", "coins", "debt", "owed", "came in", "spent", "lapsed", "credit")


def _print_table(found: "Report") -> None:
    print(f"{'cell':32} " + " ".join(f"{head:>12}" for head in HEADS))
    for one in found.cells:
        credit = one.money.full(one.held.owed_credit_minor) if one.money else ""
        print(_line(one.cell_id, one.held, one.moved, credit))
    print(_line("all", found.held, found.moved, ""))  # credit: below, by currency
    for money, minor in sorted(found.owed_minor.items(), key=lambda owed: owed[0].currency):
        credit = money.full(found.owed_credit_minor[money])
        print(f"Owed to members: coins worth {money.full(minor)}, store credit {credit}.")
    for one in found.cells:
        if not one.counted:
            print(f"{one.cell_id}: its accounts are being made anew, so its figures are not whole.")

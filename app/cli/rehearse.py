"""`sikka rehearse`: what a draft programme would have cost, before it goes live."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.options import AsJson, Data, folder_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.insight.rehearse import Measured
    from app.station.rehearsing import Rehearsal


def register(sikka: typer.Typer) -> None:
    """Add the command."""
    sikka.command("rehearse")(rehearse)


def rehearse(
    draft: Annotated[Path, typer.Argument(metavar="DRAFT.toml", help="The programme to try.")],
    sales: Annotated[
        Path, typer.Option("--on", metavar="SALES.csv", help="Old receipts (CSV, also .xz).")
    ],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Try a draft on old receipts: cost, winners, liability, and the difference to today's rules.

    Every member of the file begins new on its first day. The shop itself is only read.
    """
    from app.config import SETTINGS_FILE
    from app.station.rehearsing import rehearse as played

    folder = folder_of(data)
    known = folder if data is not None or (folder / SETTINGS_FILE).exists() else None
    rehearsal = played(known, draft, sales)
    if as_json:
        import json

        from app.insight.rehearse import fields

        report = {
            "draft": fields(rehearsal.draft),
            "current": fields(rehearsal.current) if rehearsal.current else None,
            "changes": [change._asdict() for change in rehearsal.changes],
        }
        print(json.dumps(report, ensure_ascii=False))
    else:
        print("\n".join(_lines(rehearsal)))


def _lines(rehearsal: "Rehearsal") -> "Iterator[str]":
    from app.domain.money import Money

    yield from _programme("The draft", rehearsal.draft)
    if rehearsal.current is None:
        yield "There is no shop to compare with; name one with --data."
        return
    money = Money(rehearsal.draft.currency, rehearsal.draft.digits)
    yield ""
    yield from _programme("The programme in force", rehearsal.current)
    yield ""
    more = rehearsal.draft.cost_minor - rehearsal.current.cost_minor
    yield f"The draft costs {money.full(abs(more))} {'more' if more >= 0 else 'less'}:"
    for change in rehearsal.changes:
        yield (
            f"  {change.title} [{change.source}]: {money.number(change.coins)} coins,"
            f" {money.full(change.cost_minor)}, {money.number(change.winners)} members"
        )


def _programme(what: str, measured: "Measured") -> "Iterator[str]":
    from app.domain.money import Money
    from app.wire.programmes.report import percent

    money = Money(measured.currency, measured.digits)
    yield (
        f"{what} ({measured.name}, {measured.programme[:12]}) on {measured.receipts} receipts from"
        f" {measured.first} to {measured.last}, {measured.members} members,"
        f" sales {money.full(measured.sales_minor)}"
    )
    yield (
        f"  costs {money.full(measured.cost_minor)}, {percent(measured.cost_percent)} of sales;"
        f" {money.number(measured.coins)} coins given"
    )
    for one in measured.given:
        parts = [
            f"{money.number(one.coins)} coins" if one.coins else "",
            f"{money.full(one.credit_minor)} credit" if one.credit_minor else "",
            f"{money.full(one.off_minor)} off" if one.off_minor else "",
            f"{money.number(one.vouchers)} vouchers" if one.vouchers else "",
            f"{money.number(one.tickets)} tickets" if one.tickets else "",
            f"{money.number(one.winners)} members",
        ]
        yield f"  {one.title} [{one.source}]: {', '.join(part for part in parts if part)}"
    for name, count in measured.tiers:
        yield f"  Tier {name}: {money.number(count)} members reached it"
    yield (
        f"  Unspent at the end: {money.number(measured.liability_coins)} coins,"
        f" all in all worth {money.full(measured.liability_minor)}"
    )
    for budget in measured.budgets:
        yield (
            f"  Campaign {budget.campaign}: {money.number(budget.coins)} of"
            f" {money.number(budget.budget_coins)} coins, over its budget on"
            f" {budget.days_over} days"
        )
    if measured.top:
        yield "  Who gets most:"
    for person in measured.top:
        yield (
            f"    {person.member}: {money.full(person.worth_minor)} for"
            f" {money.full(person.paid_minor)} of purchases"
        )
    if measured.refused:
        yield f"  {measured.refused} receipts were left out."

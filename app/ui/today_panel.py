"""What the panel of today shows: the figures, the closed days, one of them, a day to close."""

from dataclasses import dataclass, replace
from typing import Final, Literal, assert_never

from app.domain.money import Money
from app.domain.texts import text_in
from app.insight.today import Today
from app.services.day_close_rows import CloseLine, close_title
from app.services.day_closes import (
    AlreadyClosed,
    Close,
    CloseOutcome,
    ClosePreview,
    DayIsClosed,
    HubNeeded,
    NothingToClose,
    PreviewOutcome,
)
from app.services.slips.words import REPRINT
from app.services.voids import NeedsApproval
from app.services.writing import DiskFull
from app.ui import dates
from app.ui.today_figures import Scope, Seer, hours, share_of, waiting
from app.ui.words import translate

NOBODY: Final = Seer("", sees_all=False)
LOOK_MS: Final = 2_000
"""How often it is looked whether the figures are out of date."""
View = Literal["figures", "closes", "close", "preview"]


@dataclass(frozen=True, slots=True)
class TodayInputs:
    """All that the panel depends on; `chosen` is a row of the closed days, -1 none.

    `looked_at` is shown `again` unless it was closed just now.
    """

    money: Money
    seer: Seer = NOBODY
    language: str = "en"
    view: View = "figures"
    scope: Scope = "till"
    found: Today | None = None
    closes: tuple[Close, ...] = ()
    chosen: int = -1
    lines: tuple[CloseLine, ...] = ()
    looked_at: Close | None = None
    again: bool = True
    approver: str = ""
    kind: str = "info"
    message: str = ""


@dataclass(frozen=True, slots=True)
class TodayProps:
    """What QML reads."""

    view: str = "figures"
    title: str = ""
    subtitle: str = ""
    scope: str = ""
    share: str = ""
    shareValue: float = 0.0
    shareText: str = ""
    chartTitle: str = ""
    peak: str = ""
    waiting: str = ""
    sent: bool = True
    limits: str = ""
    nothing: str = ""
    chosen: int = -1
    reprint: str = ""
    kind: str = "info"
    message: str = ""
    lookMs: int = LOOK_MS


@dataclass(frozen=True, slots=True)
class CloseRow:
    """A closed day in the list."""

    title: str
    detail: str
    amount: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of a closed day."""

    title: str
    value: str
    bold: bool


def derive_today(inputs: TodayInputs) -> TodayProps:
    """Return what the panel shows."""
    shown = TodayProps(
        view=inputs.view,
        title=_title(inputs),
        chosen=inputs.chosen,
        nothing=translate("today", "No day was closed yet.")
        if inputs.view == "closes" and not inputs.closes
        else "",
        reprint=text_in(REPRINT, inputs.language)
        if inputs.view == "close" and inputs.again
        else "",
        kind=inputs.kind,
        message=inputs.message,
    )
    if inputs.view != "figures" or inputs.found is None:
        return shown
    return _with_figures(shown, inputs, inputs.found)


def derive_closes(inputs: TodayInputs) -> tuple[CloseRow, ...]:
    """Return a row per closed day, newest first."""
    return tuple(_close_row(one, inputs) for one in inputs.closes)


def _with_figures(shown: TodayProps, inputs: TodayInputs, found: Today) -> TodayProps:
    seer = inputs.seer
    percent, figures = share_of(found, inputs.scope, seer)
    number = inputs.money.number
    unsent = waiting(found.unsent)
    bars = hours(found, seer, inputs.money, inputs.language)
    chart = (
        translate("today", "Taken by the hour, in the store")
        if seer.sees_all
        else translate("today", "Bills by the hour, in the store")
    )
    with_card = (
        translate("today", "{n} of {all} bill(s) with a card", None, figures.bills)
        if seer.sees_all
        else translate(
            "today", "{n} of {all} bill(s) in the store with a card", None, figures.bills
        )
    )
    return replace(
        shown,
        subtitle=_scope(inputs),
        scope=_other_scope(inputs),
        share=f"{percent} %" if figures.bills > 0 else "",
        shareValue=percent / 100,
        shareText=with_card.format(n=number(figures.member_bills), all=number(figures.bills)),
        chartTitle=chart if bars else "",
        peak=next((bar.spoken for bar in bars if bar.share == 1), ""),
        waiting=unsent or translate("today", "Everything is sent."),
        sent=not unsent,
        limits=""
        if seer.sees_all
        else translate("today", "What the shop took and others did is shown to a supervisor."),
    )


def _title(inputs: TodayInputs) -> str:
    match inputs.view:
        case "figures":
            return translate("today", "Today")
        case "closes":
            return translate("today", "Closed days")
        case "preview":
            return translate("today", "Close the day?")
        case "close":
            number = inputs.looked_at.facts.number if inputs.looked_at else 0
            return close_title(number, inputs.language)
        case _:
            assert_never(inputs.view)


def _scope(inputs: TodayInputs) -> str:
    if not inputs.seer.sees_all:
        return translate("today", "Your own bills today")
    if inputs.scope == "till":
        return translate("today", "This till, today")
    return translate("today", "The whole store, today")


def _other_scope(inputs: TodayInputs) -> str:
    if not inputs.seer.sees_all:
        return ""
    if inputs.scope == "till":
        return translate("today", "Whole store")
    return translate("today", "This till")


def _close_row(close: Close, inputs: TodayInputs) -> CloseRow:
    facts, money = close.facts, inputs.money
    bills = translate("today", "{n} bill(s)", None, facts.figures.bills)
    last = dates.plain_day(facts.last_on, close.on, inputs.language)
    if facts.first_on == facts.last_on:
        at = dates.hour(dates.local_time(close.at_ms, close.offset_min), inputs.language)
        detail = f"{last} · {at}"
    else:
        first = dates.plain_day(facts.first_on, close.on, inputs.language)
        detail = f"{first} – {last}"
    return CloseRow(
        title=f"{facts.number} · {bills.format(n=money.number(facts.figures.bills))}",
        detail=detail,
        amount=money.short(facts.figures.taken_minor),
    )


def close_refused(outcome: CloseOutcome | PreviewOutcome) -> str:
    """Say why the day is not closed, and what to do."""
    match outcome:
        case NothingToClose():
            return translate("today", "This till has sold nothing yet: there is no day to close.")
        case AlreadyClosed(close=last):
            return translate(
                "today", "The day is closed already (no. {number}); nothing happened since."
            ).format(number=last.facts.number)
        case NeedsApproval():
            return translate("today", "A supervisor closes the day.")
        case HubNeeded():
            return translate(
                "today",
                "This till was put back from a backup. Connect it once, then close the day: so no "
                "number is given twice.",
            )
        case DiskFull():
            return translate(
                "today", "The disk is full; the day is not closed. Make room and try again."
            )
        case DayIsClosed() | ClosePreview():
            return ""
        case _:
            assert_never(outcome)

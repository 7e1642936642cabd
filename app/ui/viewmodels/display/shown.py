"""From what the counter knows to what a customer may read of it: pure, no Qt objects."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from app.domain.moments import NextReward
from app.domain.money import Money
from app.domain.preferences import Preferences
from app.domain.programme import Programme
from app.domain.texts import text_in
from app.services.members import MemberView
from app.ui import goal_sentences as say
from app.ui.bill_inputs import BillInputs, paid_at_till
from app.ui.bill_offs import OffRow, derive_offs, gift_words, next_gift_words
from app.ui.moment_sentences import what_is_next
from app.ui.viewmodels.kiosk.card import CardInputs, derive_card
from app.ui.viewmodels.kiosk.frame import greeting_of
from app.ui.words import NAMES, translate

Screen = Literal["idle", "bill", "thanks", "pin", "card"]


@dataclass(frozen=True, slots=True)
class DisplayInputs:
    """All that the display depends on beside thank-you and PIN, which are parts of their own.

    `bill` is what the counter entered, None while nobody is served; `following` is what the
    member's coins reach next. `size` is how many modules the QR code has: of a new member's card,
    or of a blank one while nobody is there, if the shop `offers` that.
    """

    money: Money
    programme: Programme
    language: str
    today: date
    screen: Screen = "idle"
    bill: BillInputs | None = None
    view: MemberView | None = None
    preferences: Preferences = field(default_factory=Preferences)
    following: NextReward | None = None
    size: int = 0
    turn: int = 0
    offers: bool = False


@dataclass(frozen=True, slots=True)
class DisplayProps:
    """What QML reads. `turn` goes on when other slides are shown.

    `offersCard` keeps the room for a blank card's code, which is there once `cardSize` is not 0.
    """

    screen: str = "idle"
    turn: int = 0
    largeText: bool = False
    highContrast: bool = False
    reducedMotion: bool = False
    shopName: str = ""
    lead: str = ""
    join: str = ""
    initial: str = ""
    greeting: str = ""
    balance: str = ""
    next: str = ""
    hasLines: bool = False
    totalLabel: str = ""
    total: str = ""
    collectLabel: str = ""
    collect: str = ""
    earns: str = ""
    gift: str = ""
    offersCard: bool = False
    cardTitle: str = ""
    cardName: str = ""
    cardText: str = ""
    cardNumber: str = ""
    cardSize: int = 0
    cardAlt: str = ""
    cardDone: str = ""


def language_for(view: MemberView | None, own: str) -> str:
    """Return the language a member is spoken to in, else the display's own."""
    return view.language if view and view.language in NAMES else own


def derive_display(inputs: DisplayInputs) -> DisplayProps:
    """Return what the display shows, said in the language in force; nothing of who has left."""
    chosen = inputs.preferences
    frame = DisplayProps(
        screen=inputs.screen,
        turn=inputs.turn,
        largeText=chosen.large_text,
        highContrast=chosen.high_contrast,
        reducedMotion=chosen.reduced_motion,
        shopName=text_in(inputs.programme.name, inputs.language),
    )
    match inputs.screen:
        case "idle":
            return replace(frame, **_idle(inputs))
        case "bill":
            return replace(frame, **_person(inputs), **_sum(inputs))
        case "card":
            return replace(frame, **_card(inputs))
        case _:
            return frame


def _idle(inputs: DisplayInputs) -> dict[str, Any]:
    lead = translate("display", "Coins for you with every purchase")
    if not inputs.offers:
        join = translate("display", "Joining is free: tell us your phone number here.")
        return {"lead": lead, "join": join}
    return {
        "lead": lead,
        "offersCard": True,
        "cardTitle": translate("display", "No card yet?"),
        "cardText": translate(
            "display",
            "Take a photo of this code and show it at the till: it becomes your card. "
            "Joining is free.",
        ),
        "cardSize": inputs.size,
        "cardAlt": translate("display", "QR code of a new card"),
    }


def _person(inputs: DisplayInputs) -> dict[str, Any]:
    view = inputs.view
    if view is None:
        return {
            "greeting": translate("kiosk", "Welcome!"),
            "join": translate(
                "display", "Are you a member? Show your card, or tell us your phone number."
            ),
        }
    coins, money = view.coins.spendable, inputs.money
    balance = translate("display", "You have {coins}, worth {money}") if coins else ""
    return {
        "initial": view.initial,
        "greeting": greeting_of(view),
        "balance": balance.format(
            coins=say.coins(coins, money), money=money.short(view.worth_minor)
        ),
        "next": what_is_next(inputs.following, money, inputs.language) if inputs.following else "",
    }


def _sum(inputs: DisplayInputs) -> dict[str, Any]:
    bill, money = inputs.bill, inputs.money
    estimate = bill.estimate if bill else None
    if bill is None or estimate is None or not (estimate.total_minor or bill.lines):
        return {}
    back = bill.exchange.back_minor if bill.exchange else 0
    paid = paid_at_till(bill)
    due = estimate.collect_minor - back - paid
    # All that makes it less stands between this and what is paid.
    total = estimate.total_minor + bill.discount_minor
    less = due != total and (due or not paid)
    return {
        "hasLines": bool(bill.lines),
        "totalLabel": translate("display", "Total"),
        "total": money.full(total),
        "collectLabel": _due_label(due) if less else "",
        "collect": money.full(abs(due)) if less else "",
        "earns": translate("display", "{coins} with this bill").format(
            coins=say.coins(estimate.coins, money)
        )
        if inputs.view and estimate.coins
        else "",
        "gift": gift_words(bill) or next_gift_words(bill),
    }


def _due_label(due_minor: int) -> str:
    return (
        translate("display", "You pay") if due_minor >= 0 else translate("display", "You get back")
    )


def derive_less(bill: BillInputs) -> tuple[OffRow, ...]:
    """Return a row for all that makes the bill less: what comes off, goods that came back."""
    rows = derive_offs(bill)
    if bill.exchange is None:
        return rows
    back = bill.money.full(-bill.exchange.back_minor)
    return (*rows, OffRow(translate("display", "Goods you gave back"), back))


def _card(inputs: DisplayInputs) -> dict[str, Any]:
    card = derive_card(CardInputs(inputs.view, joined=True), inputs.size)
    return {
        "cardTitle": card.title,
        "cardName": card.name,
        "cardText": card.none
        or translate(
            "display", "Take a photo of it with your phone and show it at every purchase."
        ),
        "cardNumber": card.number,
        "cardSize": card.size,
        "cardAlt": translate("display", "QR code of your card"),
        "cardDone": translate("display", "Done"),
    }


def has_bill(bill: BillInputs | None) -> bool:
    """Say whether there is anything of a bill to show."""
    return bill is not None and bool(
        bill.lines or (bill.estimate is not None and bill.estimate.total_minor)
    )


def same_goods(one: BillInputs | None, other: BillInputs | None) -> bool:
    """Say whether two bills have the same lines and amount, whosoever they are."""
    return _goods(one) == _goods(other)


def _goods(bill: BillInputs | None) -> tuple[Sequence[object], str]:
    return (bill.lines, bill.amount) if bill else ((), "")

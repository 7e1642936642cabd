"""The thank-you a customer sees: coins that fly, the new total, a bar that moves, a note."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.domain.money import Money
from app.domain.programme import Programme
from app.services.members import MemberView
from app.services.thanks import OwnersNote, SinceLastTime, Thanks
from app.ui.bill_inputs import BillInputs
from app.ui.bill_offs import gift_words
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.frame import first_name
from app.ui.viewmodels.kiosk.moments_shown import MomentsInputs, MomentsProps, derive_moments
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ThanksInputs:
    """The recorded bill, whose it was (None = a guest's), and what it brought."""

    money: Money
    programme: Programme
    language: str
    today: date
    bill: BillInputs
    view: MemberView | None
    collect_minor: int
    thanks: Thanks


@dataclass(frozen=True, slots=True)
class ThanksProps:
    """What QML reads; `before` and `after` are coins, ring and bar go from 0 to 1.

    `flying` coins fly, 0 when the bill brought none; `noteTitle` is "" without a note.
    """

    title: str = ""
    paid: str = ""
    coins: str = ""
    detail: str = ""
    join: str = ""
    hasCoins: bool = False
    balance: str = ""
    before: int = 0
    after: int = 0
    flying: int = 0
    ringBefore: float = 0.0
    ringAfter: float = 0.0
    barTitle: str = ""
    barFigures: str = ""
    barFiguresBefore: str = ""
    barMissing: str = ""
    barBefore: float = 0.0
    barAfter: float = 0.0
    barKind: str = "visits"
    next: str = ""
    gift: str = ""
    noteTitle: str = ""
    noteText: str = ""
    noteGift: str = ""


def derive_thanks(inputs: ThanksInputs) -> ThanksProps:
    """Return what the thank-you shows, said in the language in force."""
    paid = _paid(inputs)
    if inputs.view is None:
        return ThanksProps(
            title=translate("display", "Thank you!"),
            paid=paid,
            join=translate("display", "Collect coins from the next time on: joining is free."),
        )
    name = first_name(inputs.view)
    title = translate("display", "Thank you, {name}!").format(name=name)
    return ThanksProps(
        title=title if name else translate("display", "Thank you!"),
        paid=paid,
        gift=gift_words(inputs.bill),
        **_coins(inputs),
        **_note(inputs),
    )


def _paid(inputs: ThanksInputs) -> str:
    goods, money = inputs.bill.exchange, inputs.money
    if goods is None:
        text = translate("display", "Your bill: {money}")
        return text.format(money=money.full(inputs.collect_minor))
    due_minor = inputs.collect_minor - goods.back_minor
    label = (
        translate("display", "You pay") if due_minor >= 0 else translate("display", "You get back")
    )
    return f"{label}: {money.full(abs(due_minor))}"


def _coins(inputs: ThanksInputs) -> dict[str, Any]:
    since = inputs.thanks.since
    if since is None:
        return {}
    told = _moment(inputs, since)
    return {
        "coins": told.title if since.coins else "",
        "detail": told.detail,
        "hasCoins": True,
        "balance": translate("display", "Your coins"),
        "before": told.before,
        "after": told.after,
        "flying": told.flying,
        "ringBefore": told.ringBefore,
        "ringAfter": told.ringAfter,
        "barTitle": told.barTitle,
        "barFigures": told.barFigures,
        "barFiguresBefore": told.barFiguresBefore,
        "barMissing": told.barMissing,
        "barBefore": told.barBefore,
        "barAfter": told.barAfter,
        "barKind": told.barKind,
        "next": told.next if inputs.programme.rewards else "",
    }


def _note(inputs: ThanksInputs) -> dict[str, Any]:
    note = inputs.thanks.note
    if note is None:
        return {}
    told = _moment(inputs, note)
    return {
        "noteTitle": _by_first_name(told.title, inputs.view),
        "noteText": _by_first_name(told.text, inputs.view),
        "noteGift": told.gift,
    }


def _by_first_name(text: str, view: MemberView | None) -> str:
    """Return what the owner says as others may read it: a note has the whole name in it."""
    return text.replace(view.name, first_name(view)) if view and view.name else text


def _moment(inputs: ThanksInputs, moment: SinceLastTime | OwnersNote) -> MomentsProps:
    """Return a moment as the kiosk tells it."""
    return derive_moments(
        MomentsInputs(
            moment=moment,
            at=0,
            count=1,
            name="",
            gift=None,
            steps=0,
            outcome=None,
            programme=inputs.programme,
            money=inputs.money,
            language=inputs.language,
            today=inputs.today,
        )
    )


@QmlElement
@QmlUncreatable("built by the display")
class ThanksViewModel(ViewModel, props=ThanksProps):
    """What was recorded last; empty again when it is over."""

    def __init__(self, money: Money) -> None:
        super().__init__()
        self._money = money

    @Slot(int, result=str)
    def number(self, value: int) -> str:
        """Return a number of coins as it is written, while it ticks up."""
        return self._money.number(value)

    def wipe(self) -> None:
        """Forget whose thank-you it was."""
        self.show(ThanksProps())

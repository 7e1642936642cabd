"""What is said to a cashier about bills of the till, and the props of their panel: pure."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from app.domain.bills import BasketRef
from app.domain.money import Money
from app.domain.till_troubles import TillTrouble
from app.services.baskets import WaitingBasket
from app.ui import dates
from app.ui.words import translate


@dataclass(frozen=True, slots=True)
class BasketsInputs:
    """All that is shown depends on these; `on_screen` is the basket of the bill being entered.

    `chosen` is a row, -1 none. `troubles` say why the till cannot send.
    """

    money: Money
    baskets: tuple[WaitingBasket, ...] = ()
    loaded: bool = False
    chosen: int = -1
    on_screen: BasketRef | None = None
    troubles: tuple[TillTrouble, ...] = ()
    language: str = "en"
    offset_min: int = 0
    today: date = date.min


@dataclass(frozen=True, slots=True)
class BasketsProps:
    """What QML reads; `strip` is empty when there is nothing to say outside the panel."""

    strip: str = ""
    bad: bool = False
    chosen: int = -1
    nothing: str = ""
    problem: str = ""
    action: str = ""
    canThrow: bool = False


@dataclass(frozen=True, slots=True)
class BasketRow:
    """One bill of the till."""

    title: str
    detail: str
    amount: str


def derive_baskets(inputs: BasketsInputs) -> BasketsProps:
    """Return what the strip and the panel show."""
    count = len(inputs.baskets)
    number = inputs.money.number(count)
    strip = translate("baskets", "{count} bill(s) from the till", None, count).format(count=number)
    unreachable = translate("baskets", "The till cannot send its bills. Call your supervisor.")
    nothing = translate("baskets", "No bill from the till waits.")
    chosen = chosen_basket(inputs)
    action = ""
    if chosen is not None:
        action = (
            translate("baskets", "I have seen it")
            if chosen.cancelled
            else translate("baskets", "Take this bill")
        )
    return BasketsProps(
        strip=unreachable if inputs.troubles else strip if count else "",
        bad=bool(inputs.troubles),
        chosen=inputs.chosen,
        nothing=nothing if inputs.loaded and not count else "",
        problem=" ".join(trouble_sentence(one) for one in inputs.troubles),
        action=action,
        canThrow=chosen is not None and not chosen.cancelled,
    )


def trouble_sentence(trouble: TillTrouble) -> str:
    """Return what keeps the till from sending, and what to do."""
    match trouble.kind:
        case "denied":
            text = translate(
                "baskets",
                "This counter may not use the till's folder {where}. Call your supervisor: it must"
                " be able to read and write there.",
            )
        case "full":
            text = translate(
                "baskets", "The disk with the till's folder {where} is full. Free some space."
            )
        case "away":
            text = translate(
                "baskets",
                "The till's folder {where} cannot be reached. Check the network and the cables, or"
                " call your supervisor.",
            )
        case "file":
            text = translate(
                "baskets",
                "A file in the till's folder {where} could not be taken. It is tried again; call"
                " your supervisor if this stays.",
            )
        case "port":
            text = translate(
                "baskets",
                "Another program on this computer uses number {where}, at which the till sends its"
                " bills. Close that program, then close the counter and open it again.",
            )
        case "token":
            text = translate(
                "baskets",
                "The till's password cannot be kept in {where}. Free some space and let this"
                " counter write there, then close the counter and open it again.",
            )
        case _:
            assert_never(trouble.kind)
    return text.format(where=trouble.where)


def chosen_basket(inputs: BasketsInputs) -> WaitingBasket | None:
    """Return the basket of the chosen row, or None."""
    if not 0 <= inputs.chosen < len(inputs.baskets):
        return None
    return inputs.baskets[inputs.chosen]


def derive_rows(inputs: BasketsInputs) -> tuple[BasketRow, ...]:
    """Return a row for each basket."""
    return tuple(
        BasketRow(
            title=f"{one.number or translate('held', 'no number yet')} · {_whose(one)}",
            detail=_detail(inputs, one),
            amount=inputs.money.short(one.total_minor),
        )
        for one in inputs.baskets
    )


def _detail(inputs: BasketsInputs, one: WaitingBasket) -> str:
    hour = dates.hour(dates.local_time(one.at_ms, inputs.offset_min), inputs.language)
    return " · ".join(part for part in (hour, _note(one, inputs.on_screen)) if part)


def _whose(one: WaitingBasket) -> str:
    first = one.member_name.split(" ")[0]
    if first or one.member:
        return first or translate("member", "Member without a name")
    return translate("held", "Customer without a card")


def _note(one: WaitingBasket, on_screen: BasketRef | None) -> str:
    if one.cancelled:
        return translate("baskets", "cancelled at the till")
    if on_screen is not None and one.ref[:2] == on_screen[:2]:
        return translate("baskets", "changed at the till")
    if one.unknown:
        return translate("baskets", "card or phone not known here")
    return translate("baskets", "paid at the till") if one.paid else ""


def not_known() -> str:
    """Say that the till named a customer nobody knows here."""
    return translate(
        "baskets", "The till's customer is not a member here. Scan the card, or press F2."
    )


def is_anothers(name: str) -> str:
    """Say that the till named another member than the one who stands at the counter."""
    return translate(
        "baskets", "For the till, this bill is {name}'s. If it is, scan the card; else go on."
    ).format(name=name)


def was_changed(total: str) -> str:
    """Say that the till sent the bill on screen anew, and that it was taken over."""
    return translate("baskets", "The till changed this bill. It is now {total}.").format(
        total=total
    )


def both_changed() -> str:
    """Say that the till changed a bill that the cashier changed as well."""
    return translate(
        "baskets", "The till changed this bill, and so did you. Yours stays; ⇧F9 has the till's."
    )


def was_cancelled() -> str:
    """Say that the till cancelled the bill on screen."""
    return translate(
        "baskets", "The till cancelled this bill. Remove its items, or go on if that is wrong."
    )


def cancelled_after(number: str) -> tuple[str, str]:
    """Say that the till cancelled a bill that is recorded here, and what to do."""
    said = translate("baskets", "The till cancelled bill {number}, which is recorded here.")
    what = translate("baskets", "It stays until you void it under Today (F10).")
    return said.format(number=number), what


def waits_no_more() -> str:
    """Say that a bill was taken from the list meanwhile."""
    return translate("baskets", "This bill of the till does not wait any more.")

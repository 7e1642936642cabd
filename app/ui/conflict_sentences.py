"""What happened to an event that turned out otherwise, which rule settled it, what it changes."""

from datetime import date
from typing import assert_never

from app.domain.conflicts import SHOP_BEARS, Conflict
from app.domain.money import Money
from app.domain.stores import store_name
from app.domain.texts import text_in
from app.services.conflicts import ConflictToTell, FirstThere
from app.ui import dates
from app.ui.words import translate


def what_happened(told: ConflictToTell, language: str) -> str:
    """Say in a sentence what happened."""
    thing = text_in(told.title, language) or told.conflict.detail
    return _what(told.conflict, on_bill=bool(told.bill_number)).format(
        thing=thing, bill=told.bill_number
    )


def _what(conflict: Conflict, *, on_bill: bool) -> str:
    match conflict.kind:
        case "voucher_used" if on_bill:
            return translate(
                "conflicts", "The voucher on bill {bill} had been used at another counter before."
            )
        case "voucher_used":
            return translate("conflicts", "This voucher had been used at another counter before.")
        case "stock_gone":
            return translate("conflicts", "Another counter had taken the last one of: {thing}")
        case "survey_paid":
            return translate("conflicts", "The member had answered this survey before: {thing}")
        case "greeting_paid":
            return translate("conflicts", "The member had been given this gift before: {thing}")
        case "rating_paid":
            return translate("conflicts", "The member had rated this product before.")
        case "bonus_paid":
            return translate("conflicts", "The member had been given this bonus before.")
        case "promo_used":
            return translate("conflicts", "The code on bill {bill} had been used before: {thing}")
        case "bill_twice":
            return translate("conflicts", "Bill {bill} was recorded twice.")
        case "return_twice":
            return translate("conflicts", "Return {bill} was recorded twice.")
        case "done_before":
            return translate("conflicts", "This had been done at another counter before.")
        case "card_taken":
            return translate(
                "conflicts", "Another counter had given this card to somebody else before."
            )
        case "overdraft" if on_bill:
            return translate("conflicts", "On bill {bill} more was used than the member had left.")
        case "overdraft":
            return translate("conflicts", "More was used than the member had left.")
        case "member_erased":
            return translate("conflicts", "The member had asked to be forgotten before.")
        case "parked":
            return _parked(conflict.detail)
        case "clock":
            return translate("conflicts", "The clock of this computer was wrong.")
        case _:
            assert_never(conflict.kind)


def _parked(why: str) -> str:
    match why:
        case "revoked":
            return translate(
                "conflicts", "This was recorded after the owner had taken the counter out of use."
            )
        case "unknown":
            return translate("conflicts", "This cannot be counted before an update.")
        case _:
            return translate("conflicts", "This could not be counted: it contradicts the accounts.")


def rule_of(told: ConflictToTell) -> str:
    """Say which rule settled it, and what to do where something is to be done."""
    match told.conflict.rule:
        case "first_counts":
            return translate(
                "conflicts", "It counts where it was done first. Nothing else changes."
            )
        case "coins_go_back":
            return translate(
                "conflicts",
                "The coins went back to the member. If it was not handed over yet, keep it.",
            )
        case "once_each":
            return translate("conflicts", "It is paid once for each member: the first time.")
        case "number_once":
            return translate(
                "conflicts",
                "A number counts once. What was paid with coins stays paid. Check both receipts.",
            )
        case "card_stays":
            return translate(
                "conflicts",
                "The card stays with whoever had it first. Give this member a new card when they "
                "come (F11).",
            )
        case "spent_is_spent":
            return translate(
                "conflicts",
                "What was paid stays paid. The member's next coins make up for it; "
                "until then the shop bears it.",
            )
        case "forgotten":
            return translate(
                "conflicts", "Nothing more is kept for this person. The sale itself stays."
            )
        case "kept_aside":
            return translate("conflicts", "It is kept and not lost. Tell the owner that it waits.")
        case "shut_out":
            return translate("conflicts", "It is kept, but does not count. Ask the owner.")
        case "order_of_arrival":
            return translate(
                "conflicts",
                "The bills count on the day the clock showed, in the order in which they were "
                "sent. Set the clock right.",
            )
        case _:
            assert_never(told.conflict.rule)


def coins_effect(conflict: Conflict, money: Money) -> str:
    """Say how many coins the member has more or fewer than was said; empty = as was said."""
    coins = conflict.coins
    if not coins:
        return ""
    counted = money.number(abs(coins))
    if conflict.kind == "overdraft":
        said = translate("conflicts", "{coins} coin(s) missing", None, abs(coins))
    elif coins < 0:
        said = translate("conflicts", "{coins} coin(s) fewer than was said", None, abs(coins))
    else:
        said = translate("conflicts", "{coins} coin(s) more than was said", None, abs(coins))
    return said.format(coins=counted)


def money_effect(conflict: Conflict, money: Money) -> str:
    """Say what money it is about and whose; empty = none."""
    minor = conflict.money_minor
    if not minor:
        return ""
    amount = money.short(abs(minor))
    if conflict.kind in SHOP_BEARS:
        said = translate("conflicts", "The shop bears {money}")
    elif minor < 0:
        said = translate("conflicts", "{money} less store credit than was said")
    else:
        said = translate("conflicts", "{money} more store credit than was said")
    return said.format(money=amount)


def effects(conflict: Conflict, money: Money) -> str:
    """Say what it changes in coins and money."""
    parts = [coins_effect(conflict, money), money_effect(conflict, money)]
    said = " · ".join(part for part in parts if part)
    return said or translate("conflicts", "No change in coins or money")


def short_effect(conflict: Conflict, money: Money) -> str:
    """Return the figures alone, for a list: signed coins, else the money."""
    if conflict.coins:
        sign = "+" if conflict.coins > 0 else "−"
        return f"{sign}{money.number(abs(conflict.coins))}"
    return money.short(abs(conflict.money_minor)) if conflict.money_minor else ""


def _elsewhere(first: FirstThere) -> str:
    counter = translate("conflicts", "counter {till}").format(till=first.till)
    return ", ".join(one for one in (counter, store_name(first.store)) if one)


def who_was_first(
    first: FirstThere | None, today: date, language: str, here: tuple[str, str]
) -> str:
    """Say where, when and by whom it had been done first; `here` are this store and till."""
    if first is None:
        return ""
    hour = dates.hour(dates.local_time(first.at_ms, first.offset_min), language)
    when = f"{dates.day(first.on, today, language)}, {hour}"
    where = (
        translate("conflicts", "this counter")
        if (first.store, first.till) == here
        else _elsewhere(first)
    )
    if not first.staff:
        return translate("conflicts", "First: {where} ({when})").format(where=where, when=when)
    return translate("conflicts", "First: {staff}, {where} ({when})").format(
        staff=first.staff, where=where, when=when
    )

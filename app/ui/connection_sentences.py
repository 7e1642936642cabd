"""What a cashier reads about the connection: since when it is away, what goes on, what waits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final, Literal

from app.domain.money import Money
from app.services.unsent import Unsent
from app.sync.status import SyncStatus
from app.ui import dates
from app.ui.words import translate

SKEW_MS: Final = 5 * 60_000
"""A clock that is further off than this is spoken of (SYNC.md 11)."""
MINUTES_SAID: Final = 120
"""Beyond, nobody wants to hear a number of minutes."""
QUEUE_SHOWN: Final = 3
"""As many bills may be under way without a word."""

SOLO: Final = SyncStatus()
NOTHING: Final = Unsent()

Standing = Literal["solo", "online", "trying", "offline", "clock", "update", "revoked"]


@dataclass(frozen=True, slots=True)
class ConnectionInputs:
    """All that is said about the connection depends on these.

    `coins_per_member` and `credit_per_member_minor` are what each member may spend here while
    the connection is away; `offset_min` is the shop's offset from UTC.
    """

    money: Money
    status: SyncStatus = SOLO
    unsent: Unsent = NOTHING
    coins_per_member: int = 0
    credit_per_member_minor: int = 0
    today: date = date.min
    offset_min: int = 0
    language: str = "en"


def standing(status: SyncStatus) -> Standing:
    """Return the one thing that matters most now."""
    if status.solo:
        return "solo"
    if status.revoked:
        return "revoked"
    if status.needs_update:
        return "update"
    if not status.online:
        return "offline" if status.tried else "trying"
    return "clock" if abs(status.skew_ms) > SKEW_MS else "online"


def when(inputs: ConnectionInputs, at_ms: int) -> str:
    """Return "10:42 am", or with the day when that was another one.

    Until the business day ends, the hours after midnight are of the same night.
    """
    hour = dates.hour(dates.local_time(at_ms, inputs.offset_min), inputs.language)
    on = (datetime.fromtimestamp(at_ms / 1000, UTC) + timedelta(minutes=inputs.offset_min)).date()
    if on >= inputs.today:
        return hour
    return f"{dates.day(on, inputs.today, inputs.language)}, {hour}"


def strip(inputs: ConnectionInputs) -> str:
    """Return the sentence across the screen; empty when there is nothing to say."""
    match standing(inputs.status):
        case "revoked":
            return translate(
                "connection", "The owner has taken this counter out of use. Ask the owner."
            )
        case "update":
            return translate(
                "connection",
                "Sikka on this counter needs an update. Sales go on; coins and vouchers wait.",
            )
        case "offline":
            return _offline(inputs)
        case "clock":
            return clock(inputs)
        case _ if inputs.status.conflicts and not inputs.status.solo:
            return translate(
                "connection",
                "{count} thing(s) came out differently from what this counter said.",
                None,
                inputs.status.conflicts,
            ).format(count=inputs.money.number(inputs.status.conflicts))
        case _:
            return ""


def _offline(inputs: ConnectionInputs) -> str:
    status, bills = inputs.status, inputs.unsent.bills
    if not status.last_contact_ms:
        return translate(
            "connection", "No connection yet. Sales go on and will be sent by themselves."
        )
    if not bills:
        return translate(
            "connection", "No connection since {when}. Sales go on and will be sent by themselves."
        ).format(when=when(inputs, status.last_contact_ms))
    return translate(
        "connection",
        "No connection since {when}. Sales go on; {bills} bill(s) will be sent by themselves.",
        None,
        bills,
    ).format(when=when(inputs, status.last_contact_ms), bills=inputs.money.number(bills))


def strip_detail(inputs: ConnectionInputs) -> str:
    """Return what can be spent meanwhile, and of when the balances are."""
    status = inputs.status
    if standing(status) != "offline":
        return ""
    parts = [_spendable(inputs)]
    if status.last_contact_ms:
        parts.append(
            translate("connection", "Balances are as of {when}.").format(
                when=when(inputs, status.last_contact_ms)
            )
        )
    return " ".join(parts)


def _spendable(inputs: ConnectionInputs) -> str:
    coins = inputs.coins_per_member
    if not coins:
        return translate("connection", "Coins and vouchers wait.")
    return translate("connection", "Up to {coins} coin(s) for each member.", None, coins).format(
        coins=inputs.money.number(coins)
    )


def clock(inputs: ConnectionInputs) -> str:
    """Say by how much the clock of this computer is wrong; empty when it is right."""
    skew = inputs.status.skew_ms
    if abs(skew) <= SKEW_MS:
        return ""
    minutes = abs(skew) // 60_000
    if minutes > MINUTES_SAID:
        return translate("connection", "The clock of this computer is wrong. Set it right.")
    if skew > 0:
        said = translate(
            "connection",
            "The clock of this computer is {minutes} minute(s) fast. Set it right.",
            None,
            minutes,
        )
    else:
        said = translate(
            "connection",
            "The clock of this computer is {minutes} minute(s) slow. Set it right.",
            None,
            minutes,
        )
    return said.format(minutes=inputs.money.number(minutes))


def sending(inputs: ConnectionInputs) -> str:
    """Say that a queue is on its way; empty when there is none worth a word."""
    bills = inputs.unsent.bills
    if standing(inputs.status) not in {"online", "clock"} or bills <= QUEUE_SHOWN:
        return ""
    return translate("connection", "{bills} bill(s) being sent", None, bills).format(
        bills=inputs.money.number(bills)
    )


def contact(inputs: ConnectionInputs) -> str:
    """Say when the last contact was."""
    status = inputs.status
    if not status.last_contact_ms:
        return translate("connection", "not yet")
    return when(inputs, status.last_contact_ms)


def queue(inputs: ConnectionInputs) -> str:
    """Say what waits here, and since when."""
    counted = list(_counted(inputs))
    if not counted:
        return translate("connection", "Everything is sent.")
    what = ", ".join(counted)
    if not inputs.status.queued_since_ms:
        return what
    return translate("connection", "{what} (since {when})").format(
        what=what, when=when(inputs, inputs.status.queued_since_ms)
    )


def _counted(inputs: ConnectionInputs) -> Iterator[str]:
    unsent, number = inputs.unsent, inputs.money.number
    if unsent.bills:
        yield translate("connection", "{count} bill(s)", None, unsent.bills).format(
            count=number(unsent.bills)
        )
    if unsent.returns:
        yield translate("connection", "{count} return(s)", None, unsent.returns).format(
            count=number(unsent.returns)
        )
    if unsent.members:
        yield translate("connection", "{count} new member(s)", None, unsent.members).format(
            count=number(unsent.members)
        )
    if unsent.others:
        yield translate("connection", "{count} other thing(s)", None, unsent.others).format(
            count=number(unsent.others)
        )


def used(inputs: ConnectionInputs) -> str:
    """Say what was spent while the connection was away; empty when nothing was."""
    status, parts = inputs.status, []
    if status.floor_coins:
        parts.append(
            translate("connection", "{coins} coin(s)", None, status.floor_coins).format(
                coins=inputs.money.number(status.floor_coins)
            )
        )
    if status.floor_credit_minor:
        parts.append(
            translate("connection", "{money} of store credit").format(
                money=inputs.money.short(status.floor_credit_minor)
            )
        )
    return ", ".join(parts)


def exposure(inputs: ConnectionInputs) -> str:
    """Tell the owner the most that could be lost here today, as one sum of money."""
    if not inputs.status.exposure_minor:
        return translate("connection", "Nothing can be lost here today.")
    return translate("connection", "At most {money} could be lost here today.").format(
        money=inputs.money.short(inputs.status.exposure_minor)
    )


def works(inputs: ConnectionInputs) -> tuple[str, ...]:
    """Return what can be done as things stand."""
    stands = standing(inputs.status)
    if stands == "revoked":
        return ()
    if stands in {"solo", "online", "trying", "clock"}:
        return (translate("connection", "Everything works."),)
    selling = translate("connection", "Sales, returns and new members; coins are earned as always")
    if stands == "update":
        return (selling,)
    return (
        selling,
        *_limits(inputs),
        translate("connection", "Vouchers that this counter gave out since then"),
    )


def _limits(inputs: ConnectionInputs) -> Iterator[str]:
    coins, credit = inputs.coins_per_member, inputs.credit_per_member_minor
    if coins:
        yield translate("connection", "Paying with coins: up to {coins} for each member").format(
            coins=inputs.money.number(coins)
        )
    if credit:
        yield translate(
            "connection", "Paying with store credit: up to {money} for each member"
        ).format(money=inputs.money.short(credit))


def waits(inputs: ConnectionInputs) -> tuple[str, ...]:
    """Return what cannot be done until the connection is back."""
    stands = standing(inputs.status)
    if stands not in {"offline", "update"}:
        return ()
    limits = inputs if stands == "offline" else ConnectionInputs(inputs.money)
    return (
        *_over(limits),
        translate("connection", "All other vouchers, and one-time codes"),
        translate("connection", "Rewards that can run out"),
    )


def _over(inputs: ConnectionInputs) -> tuple[str, ...]:
    match bool(inputs.coins_per_member), bool(inputs.credit_per_member_minor):
        case False, False:
            return (translate("connection", "Paying with coins or store credit"),)
        case True, True:
            return (translate("connection", "More coins or store credit than that"),)
        case True, _:
            return (
                translate("connection", "More coins than that"),
                translate("connection", "Paying with store credit"),
            )
        case _:
            return (
                translate("connection", "Paying with coins"),
                translate("connection", "More store credit than that"),
            )

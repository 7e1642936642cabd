"""`sikka credit`, `topup`, `cashout` and `give`: store credit, and coins by hand."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.options import Data, Pin, Who, approver_in, folder_of, member_of, refuse

if TYPE_CHECKING:
    from app.services.shop import Shop


def register(sikka: typer.Typer) -> None:
    """Add the commands of this file."""
    sikka.command("credit")(credit)
    sikka.command("topup")(topup)
    sikka.command("cashout")(cashout)
    sikka.command("give", context_settings={"ignore_unknown_options": True})(give)


def credit(
    who: Who,
    data: Data = None,
    language: Annotated[str, typer.Option("--lang", help="Of en, hi, fil.")] = "en",
    limit: Annotated[int, typer.Option(min=1, help="Lines of history.")] = 20,
) -> None:
    """Show a member's store credit: what can be used, until when, and how it came and went."""
    from app.domain.members import credit_on
    from app.domain.programme import money_of
    from app.insight.history import history
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        money = money_of(shop.programme)
        member = member_of(shop, who)
        on = shop.moment().on
        balance = credit_on(shop.state(member), on)
        print(f"{money.full(balance.spendable)} can be used.")
        if balance.pending:
            print(f"{money.full(balance.pending)} more can be used later.")
        if balance.debt:
            print(f"{money.full(balance.debt)} is owed and taken off already.")
        for last_day, amount in balance.expiring:
            print(f"{money.full(amount)} until {last_day}.")
        for entry in history(shop, member, language, limit):
            moved = entry.legs.credit_in_minor - entry.legs.credit_out_minor
            if entry.legs.credit_in_minor or entry.legs.credit_out_minor:
                print(f"{entry.on}  {money.full(moved):>12}  {entry.title}")


def topup(
    who: Who,
    amount: Annotated[str, typer.Argument(metavar="AMOUNT", help="Money, such as 1000.00.")],
    receipt: Annotated[str, typer.Option(help="The number of the top-up's receipt.")],
    code: Annotated[str, typer.Option(help="The code of an offer.")] = "",
    data: Data = None,
) -> None:
    """Take money in for store credit; the code of an offer puts a bonus on top."""
    from app.domain.programme import money_of
    from app.services.credit import CreditToppedUp, credit_sentence, top_up
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        shop = station.shop
        money = money_of(shop.programme)
        done = top_up(shop, "", member_of(shop, who), receipt, _minor(shop, amount), code)
        if not isinstance(done, CreditToppedUp):
            refuse(credit_sentence(done, money))
    bonus = f" and {money.full(done.bonus_minor)} on top" if done.bonus_minor else ""
    print(
        f"Receipt {done.receipt}: {money.full(done.paid_minor)} paid in{bonus};"
        f" {money.full(done.spendable_minor)} can be used."
    )


def cashout(
    who: Who,
    amount: Annotated[str, typer.Argument(metavar="AMOUNT", help="Money, such as 250.00.")],
    pin: Pin = "",
    data: Data = None,
) -> None:
    """Pay store credit out in money, where the programme allows it: only what was paid in."""
    from app.domain.programme import money_of
    from app.services.credit import CreditPaidOut, cash_out, credit_sentence
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        shop = station.shop
        money = money_of(shop.programme)
        member, minor = member_of(shop, who), _minor(shop, amount)
        done = cash_out(shop, "", approver_in(shop, pin), member, minor)
        if not isinstance(done, CreditPaidOut):
            refuse(credit_sentence(done, money))
    paid, left = money.full(done.amount_minor), money.full(done.spendable_minor)
    print(f"Hand over {paid}; {left} of credit can still be used.")


def give(
    who: Who,
    coins: Annotated[int, typer.Argument(metavar="COINS", help="How many; below zero takes them.")],
    reason: Annotated[str, typer.Option(help="Why; the member will read it.")],
    pin: Pin = "",
    data: Data = None,
) -> None:
    """Give a member coins by hand, or take some: with a reason and a supervisor's PIN."""
    from app.services.goodwill import CoinsGiven, give_coins, goodwill_sentence
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        shop = station.shop
        member = member_of(shop, who)
        done = give_coins(shop, "", approver_in(shop, pin), member, coins, reason)
        if not isinstance(done, CoinsGiven):
            refuse(goodwill_sentence(done))
    said = f"{done.coins} coins given" if done.coins > 0 else f"{-done.coins} coins taken"
    print(f"{said}; {done.spendable} can be used.")


def _minor(shop: "Shop", amount: str) -> int:
    from app.domain.money import parse_minor

    minor = parse_minor(amount, shop.programme.currency_digits)
    if minor is None:
        refuse(f'"{amount}" is no amount of {shop.programme.currency}; write it like 1000.00.')
    return minor

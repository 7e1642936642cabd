"""`sikka rewards`, `redeem`, `aim`, `voucher` and `promo`: what coins buy, and codes."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

from pathlib import Path
from typing import Annotated

import typer

from app.cli.options import Data, Language, approver_in, folder_of, refuse

Who = Annotated[
    str, typer.Argument(metavar="MEMBER", help="A card, member number, member id, phone or name.")
]
RewardId = Annotated[str, typer.Argument(metavar="REWARD", help="The reward's id.")]
Number = Annotated[str, typer.Argument(metavar="NUMBER", help="The voucher's number.")]

voucher_commands = typer.Typer(help="Vouchers by their number.", no_args_is_help=True)
promo_commands = typer.Typer(help="Promo codes.", no_args_is_help=True)


def register(sikka: typer.Typer) -> None:
    """Add the commands of this file."""
    sikka.command("rewards")(rewards)
    sikka.command("redeem")(redeem_reward)
    sikka.command("aim")(aim)
    sikka.add_typer(voucher_commands, name="voucher")
    sikka.add_typer(promo_commands, name="promo")


def rewards(
    who: Annotated[
        str, typer.Argument(metavar="[MEMBER]", help="Whose; without one, the programme's.")
    ] = "",
    data: Data = None,
    language: Language = None,
) -> None:
    """List the rewards; for a member with what is missing, and what else is near."""
    from app.domain.texts import text_in
    from app.insight.rewards import RewardWords
    from app.services.card_prints import NoPrint, whose
    from app.services.rewards import stock_left
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        spoken = language or shop.programme.languages[0]
        if not who:
            left = stock_left(shop)
            for reward in shop.programme.rewards:
                stock = f", {left[reward.id]} left" if reward.id in left else ""
                print(f"{reward.id}: {text_in(reward.title, spoken)}, {reward.coins} coins{stock}")
            return
        view = whose(shop, who)
        if isinstance(view, NoPrint):
            refuse(view.reason)
        for line in RewardWords(shop, spoken).lines(view.member):
            print(line)


def redeem_reward(who: Who, reward: RewardId, data: Data = None, language: Language = None) -> None:
    """Spend a member's coins on a reward: prints the voucher's number."""
    from app.insight.rewards import RewardWords
    from app.services.card_prints import NoPrint, whose
    from app.services.rewards import RewardRedeemed, redeem
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        shop = station.shop
        view = whose(shop, who)
        if isinstance(view, NoPrint):
            refuse(view.reason)
        done = redeem(shop, "", view.member, reward)
        said = RewardWords(shop, language or shop.programme.languages[0]).redeemed(reward, done)
    if not isinstance(done, RewardRedeemed):
        refuse(said)
    print(said)


def aim(
    who: Who,
    reward: Annotated[
        str, typer.Argument(metavar="[REWARD]", help="The reward's id; without one, for none.")
    ] = "",
    data: Data = None,
    language: Language = None,
) -> None:
    """Let a member save for a reward."""
    from app.insight.rewards import RewardWords
    from app.services.card_prints import NoPrint, whose
    from app.services.rewards import AimChosen, set_aim
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        shop = station.shop
        view = whose(shop, who)
        if isinstance(view, NoPrint):
            refuse(view.reason)
        done = set_aim(shop, "", view.member, reward)
        said = RewardWords(shop, language or shop.programme.languages[0]).redeemed(reward, done)
    if not isinstance(done, AimChosen):
        refuse(said)
    print(said)


@voucher_commands.command("show")
def voucher_show(number: Number, data: Data = None, language: Language = None) -> None:
    """Say what a voucher is for and whether it can be used."""
    from app.insight.rewards import RewardWords
    from app.services.vouchers import VoucherView, find_voucher
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        words = RewardWords(shop, language or shop.programme.languages[0])
        found = find_voucher(shop, number)
        if not isinstance(found, VoucherView):
            refuse(words.refused(number, found))
        print(words.voucher(found))


@voucher_commands.command("claim")
def voucher_claim(number: Number, data: Data = None, language: Language = None) -> None:
    """Use a voucher at the desk, and say what to hand over."""
    from app.insight.rewards import RewardWords
    from app.services.vouchers import HandedOver, claim_voucher
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        shop = station.shop
        words = RewardWords(shop, language or shop.programme.languages[0])
        done = claim_voucher(shop, "", number)
        if not isinstance(done, HandedOver):
            refuse(words.refused(number, done))
        for line in words.handed_over(done):
            print(line)


@voucher_commands.command("void")
def voucher_void(
    number: Number,
    data: Data = None,
    pin: Annotated[
        str, typer.Option(metavar="PIN", help="The PIN of the supervisor who approves.")
    ] = "",
    language: Language = None,
) -> None:
    """Give a voucher back: its coins return to the member."""
    from app.insight.rewards import RewardWords
    from app.services.vouchers import VoucherVoided, void_voucher
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        shop = station.shop
        words = RewardWords(shop, language or shop.programme.languages[0])
        done = void_voucher(shop, "", approver_in(shop, pin), number)
        if not isinstance(done, VoucherVoided):
            refuse(words.refused(number, done))
        print(words.voided(done))


@promo_commands.command("codes")
def promo_codes(
    promo: Annotated[str, typer.Argument(metavar="PROMO", help="The promo's id.")],
    data: Data = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE.csv", help="Write them there, one a line.")
    ] = None,
) -> None:
    """Print the single codes of a batch; the same ones every time, none is stored."""
    from app.services.promos import OneCodeForAll, PromoUnknown, batch_of
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        found = batch_of(shop, promo)
    match found:
        case PromoUnknown(known=known):
            names = ", ".join(known) or "none"
            refuse(f'There is no promo "{promo}"; the programme has: {names}.')
        case OneCodeForAll(code=code):
            refuse(f'"{promo}" has one code for everybody: {code}')
        case _:
            rows = ["index,code", *(f"{at},{code}" for at, code in enumerate(found.codes, 1))]
    if out is None:
        print("\n".join(rows))
    else:
        out.write_text("\n".join(rows) + "\n", encoding="utf-8", newline="")
        print(f"{out}: {len(found.codes)} codes")

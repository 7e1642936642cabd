"""`sikka member`: show, export, erase, merge, part and refer members."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

from pathlib import Path
from typing import Annotated

import typer

from app.cli.options import Data, Pin, Who, approver_in, folder_of, member_of, refuse

member_commands = typer.Typer(
    help="Show, export, erase, merge, part and refer members.", no_args_is_help=True
)


def register(sikka: typer.Typer) -> None:
    """Add the commands of this file."""
    sikka.add_typer(member_commands, name="member")


@member_commands.command("show")
def member_show(who: Who, data: Data = None) -> None:
    """Show a member as the counter does, with the notes of greetings; reads only."""
    from app.services.greetings import greetings_for
    from app.services.members import MemberView, open_member
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        view = open_member(shop, member_of(shop, who))
        if not isinstance(view, MemberView):
            refuse(f'"{who}" is no member here.')
        print(f"{view.name or '(no name)'}  {view.phone_masked}  since {view.since}")
        print(f"Member {view.member}, {', '.join(card.short for card in view.cards) or 'no card'}")
        print(f"{view.coins.spendable} coins, tier {view.tier.tier.id}")
        for alias in shop.family(view.member)[1:]:
            print(f"Merged in: {alias}")
        for note in greetings_for(shop, view.member, shop.moment().on):
            print(f"{note.day}  {note.title}\n  {note.text}")


@member_commands.command("export")
def member_export(
    who: Who,
    out: Annotated[Path, typer.Option(metavar="FILE.json", help="The file to write.")],
    data: Data = None,
) -> None:
    """Write everything the shop has about a member, in clear; reads only."""
    from app.insight.member_file import member_file
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        document = member_file(shop, member_of(shop, who))
    if document is None:
        refuse(f'"{who}" is no member here.')
    out.write_bytes(document)
    print(f"{out}: everything about this member. It is readable by anyone who has the file.")


@member_commands.command("erase")
def member_erase(
    who: Who,
    pin: Pin = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    data: Data = None,
) -> None:
    """Forget a member for good: name, phone, birthday, cards; coins and credit are gone."""
    from app.services.erasing import MemberErased, erase
    from app.services.voids import NeedsApproval
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        shop = station.shop
        member = member_of(shop, who)
        if not yes:
            typer.confirm("Nobody can undo this. Erase the member?", abort=True)
        done = erase(shop, "", approver_in(shop, pin), member)
        if isinstance(done, NeedsApproval):
            refuse("A supervisor's PIN is needed: --pin.")
        if not isinstance(done, MemberErased):
            refuse("The member was not erased; make space on the disk and try again.")
        station.pump()
    print(f"Erased {done.member}. {done.coins} coins are gone with the member.")


@member_commands.command("merge")
def member_merge(
    who: Who,
    source: Annotated[str, typer.Argument(metavar="OTHER", help="Who becomes part of MEMBER.")],
    pin: Pin = "",
    data: Data = None,
) -> None:
    """Make two memberships of one person one: MEMBER stays, OTHER leads there."""
    from app.services.members import MembersMerged, SameMember, merge
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        shop = station.shop
        keep, gone = member_of(shop, who), member_of(shop, source)
        done = merge(shop, "", approver_in(shop, pin), keep, gone)
    if isinstance(done, SameMember):
        refuse("Both are one member already.")
    if not isinstance(done, MembersMerged):
        refuse("A supervisor's PIN is needed: --pin.")
    print(f"{gone} is part of {done.view.member} now: {done.view.coins.spendable} coins.")


@member_commands.command("unmerge")
def member_unmerge(
    who: Who,
    source: Annotated[str, typer.Argument(metavar="ID", help="The merged member's id (`show`).")],
    pin: Pin = "",
    data: Data = None,
) -> None:
    """Undo a merge: each gets back what was theirs; what came since stays with MEMBER."""
    from app.services.members import MembersParted, NotMerged, unmerge
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        shop = station.shop
        done = unmerge(shop, "", approver_in(shop, pin), member_of(shop, who), source)
    if isinstance(done, NotMerged):
        refuse(f"{source} is not merged into this member; `sikka member show` names who is.")
    if not isinstance(done, MembersParted):
        refuse("A supervisor's PIN is needed: --pin.")
    print(f"{done.survivor.member}: {done.survivor.coins.spendable} coins.")
    print(f"{done.source.member}: {done.source.coins.spendable} coins.")


@member_commands.command("refer")
def member_refer(
    who: Who,
    referrer: Annotated[
        str, typer.Argument(metavar="REFERRER", help="Who sent the member: card or phone.")
    ],
    data: Data = None,
) -> None:
    """Note who sent a new member; both are paid once the first purchase has lasted."""
    from app.services.referrals import refer, referral_sentence
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        shop = station.shop
        done = refer(shop, "", member_of(shop, who), referrer)
        if refusal := referral_sentence(done):
            refuse(refusal)
    print("Noted. Both are paid when the first purchase can no longer come back.")

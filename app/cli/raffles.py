"""`sikka raffle`: tickets, the draw, its proof and its winners; `sikka leaderboard`."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

import sys
from pathlib import Path
from typing import Annotated

import typer

from app.cli.options import Data, Pin, Who, approver_in, folder_of, member_of, refuse

raffle_commands = typer.Typer(
    help="Prize draws: tickets, the draw, and its proof for anyone.", no_args_is_help=True
)
Id = Annotated[str, typer.Argument(metavar="ID", help="The raffle's id in the programme.")]
Lang = Annotated[str, typer.Option("--lang", help="Of en, hi, fil (default: the shop's first).")]


def register(sikka: typer.Typer) -> None:
    """Add the commands of this file."""
    sikka.add_typer(raffle_commands, name="raffle")
    sikka.command("leaderboard")(leaderboard)


@raffle_commands.command("list")
def raffle_list(data: Data = None) -> None:
    """Show every raffle: how far it is, and the hashes to hang up before the draw."""
    from app.domain.raffles import raffle_of
    from app.services.raffles import course_of, known_raffles
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        for raffle_id in known_raffles(shop):
            course = course_of(shop, raffle_id)
            raffle = raffle_of(shop.programme, raffle_id)
            dates = f"{raffle.opens} to {raffle.closes}, draw {raffle.draws_on}" if raffle else ""
            print(f"{raffle_id}  {dates or 'not in the programme any more'}")
            if course.opened:
                print(f"  seed hash  {course.opened.seed_hash}  since {course.on['opened']}")
            if course.frozen:
                print(f"  root       {course.frozen.root}  of {course.frozen.tickets} tickets")
            if course.drawn:
                print(f"  drawn on {course.on['drawn']}: {len(course.drawn.winners)} winners")


@raffle_commands.command("tickets")
def raffle_tickets(
    who: Who,
    data: Data = None,
    raffle: Annotated[str, typer.Option(metavar="ID", help="Of this raffle only.")] = "",
    proof: Annotated[
        Path | None,
        typer.Option(metavar="F.json", help="Prove that the member's first ticket is in the list."),
    ] = None,
) -> None:
    """Show a member's tickets, raffle by raffle."""
    from app.services.raffle_proofs import ticket_proof
    from app.services.raffles import held, known_raffles
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        member = member_of(shop, who)
        found = {one: held(shop, member, one) for one in known_raffles(shop) if raffle in {"", one}}
        for raffle_id, tickets in found.items():
            print(f"{raffle_id}: {len(tickets)} tickets")
            for ticket in tickets:
                print(f"  {ticket.number}")
        if proof:
            named, number = next(
                ((one, tickets[0].number) for one, tickets in found.items() if tickets), ("", "")
            )
            text = ticket_proof(shop, named, number)
            if not isinstance(text, str):
                refuse("Nothing to prove yet: the list is frozen on the morning of the draw.")
            proof.write_text(text, encoding="utf-8")
            print(f"{proof}: proof of {number}. Anyone can check it: sikka raffle verify {proof}")


@raffle_commands.command("buy")
def raffle_buy(
    who: Who,
    raffle_id: Id,
    count: Annotated[int, typer.Argument(metavar="COUNT", min=1, max=1000)] = 1,
    data: Data = None,
    pin: Pin = "",
) -> None:
    """Let a member buy tickets with coins."""
    from app.domain.programme import money_of
    from app.services.raffles import TicketsSold, buy_tickets, sentence
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        shop = station.shop
        money = money_of(shop.programme)
        done = buy_tickets(shop, approver_in(shop, pin), member_of(shop, who), raffle_id, count)
    if not isinstance(done, TicketsSold):
        refuse(sentence(done, raffle_id, money))
    print(f"{done.coins} coins for {len(done.numbers)} tickets: {', '.join(done.numbers)}")


@raffle_commands.command("draw")
def raffle_draw(
    raffle_id: Id,
    pin: Annotated[str, typer.Option(help="A supervisor's or the owner's PIN.")],
    data: Data = None,
) -> None:
    """Draw the winners, once; drawing again shows the same ones."""
    from app.domain.programme import money_of
    from app.services.raffles import RaffleIsDrawn, draw, sentence
    from app.station import open_station

    with open_station(folder_of(data), background=False) as station:
        station.end_days()
        money = money_of(station.shop.programme)
        done = draw(station.shop, approver_in(station.shop, pin), raffle_id)
    if not isinstance(done, RaffleIsDrawn):
        refuse(sentence(done, raffle_id, money))
    print("It was drawn before; these are the winners:" if done.again else "The winners:")
    for winner in done.winners:
        print(f"  {winner.prize}  {winner.ticket}")
    print(f"Publish the proof: sikka raffle publish {raffle_id} --out proof.json")


@raffle_commands.command("publish")
def raffle_publish(
    raffle_id: Id,
    out: Annotated[Path, typer.Option(metavar="F.json", help="The file to write.")],
    data: Data = None,
) -> None:
    """Write the proof of a draw: everything to check it with, nothing personal."""
    from app.services.raffle_proofs import NotDrawnYet, proof
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        text = proof(shop, raffle_id)
    if isinstance(text, NotDrawnYet):
        refuse(f'"{raffle_id}" is not drawn yet: sikka raffle draw {raffle_id} --pin PIN')
    if not isinstance(text, str):
        refuse(f'This shop has no raffle "{raffle_id}"; see: sikka raffle list')
    out.write_text(text, encoding="utf-8")
    print(f"{out}: anyone can check it with: sikka raffle verify {out}")


@raffle_commands.command("verify")
def raffle_verify(
    file: Annotated[Path, typer.Argument(metavar="FILE.json", help="A published proof.")],
    seed_hash: Annotated[
        str, typer.Option(metavar="HEX", help="The seed's hash as it hung in the shop.")
    ] = "",
    root: Annotated[
        str, typer.Option(metavar="HEX", help="The root as it hung in the shop before the draw.")
    ] = "",
) -> None:
    """Check a published proof; needs no shop. Says what it checked, and fails if one does not hold.

    That the file agrees with itself is half of it: compare its two hashes with what was
    published before the draw, by eye or with --seed-hash and --root.
    """
    from app.domain.raffle_proofs import verify

    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        refuse(f"{file}: cannot be read: {getattr(error, 'strerror', None) or 'it is not text'}")
    verdict = verify(text, seed_hash=seed_hash, root=root)
    for check in verdict.checks:
        print(f"{'yes' if check.holds else 'NO '}  {check.sentence}")
    if not verdict.good:
        print(f"{file}: this proof does not hold.", file=sys.stderr)
        sys.exit(1)
    print(f"{file}: everything holds.")


@raffle_commands.command("sheet")
def raffle_sheet(
    raffle_id: Id,
    out: Annotated[Path, typer.Option(metavar="F.pdf", help="The PDF to write.")],
    data: Data = None,
    language: Lang = "",
) -> None:
    """Write the winners to hang up: prizes, tickets, first names, masked phones, how to check."""
    from app.domain.texts import text_in
    from app.services.raffle_proofs import DrawShown, shown
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        draw = shown(shop, raffle_id)
        spoken = language or shop.programme.languages[0]
    if not isinstance(draw, DrawShown):
        refuse(f'"{raffle_id}" has no winners yet; see: sikka raffle list')
    from app.hardware.winners_sheet import WinnerLine, WinnersSheet, write_winners_sheet

    sheet = WinnersSheet(
        shop=text_in(draw.shop, spoken),
        title=text_in(draw.title, spoken),
        permit=draw.permit,
        drawn_on=str(draw.drawn_on),
        claim_until=str(draw.claim_until),
        tickets=draw.tickets,
        mechanics=text_in(draw.mechanics, spoken),
        seed_hash=draw.seed_hash,
        root=draw.root,
        seed=draw.seed,
        winners=[
            WinnerLine(text_in(one.prize, spoken), one.ticket, one.first_name, one.phone_masked)
            for one in draw.winners
        ],
    )
    pages = write_winners_sheet(out, sheet, spoken)
    print(f"{out}: {len(draw.winners)} winners on {pages} page{'s' * (pages != 1)}")


def leaderboard(
    board_id: Annotated[
        str, typer.Argument(metavar="[ID]", help="A leaderboard (default: all).")
    ] = "",
    data: Data = None,
    who: Annotated[str, typer.Option("--member", metavar="MEMBER", help="Whose place.")] = "",
    language: Lang = "",
) -> None:
    """Show who is ahead this week or month, by alias."""
    from app.domain.programme import money_of
    from app.domain.texts import text_in
    from app.services.leaderboards import Board, BoardLine, board
    from app.station import read_shop

    with read_shop(folder_of(data)) as shop:
        spoken = language or shop.programme.languages[0]
        member = member_of(shop, who) if who else None
        wanted = [one for one in shop.programme.leaderboards if board_id in {"", one.id}]
        boards = {one.id: (one, board(shop, one.id, member)) for one in wanted}
        money = money_of(shop.programme)

    def line(one: BoardLine, measure: str) -> str:
        amount = money.short(one.amount) if measure == "spend" else str(one.amount)
        return f"{one.position:>5}  {text_in(one.alias, spoken):30} {amount:>12}{'  *' * one.me}"

    if not boards:
        refuse(f'The programme has no leaderboard "{board_id}".' if board_id else "There is none.")
    for terms, found in boards.values():
        if not isinstance(found, Board):
            print(f"{text_in(terms.title, spoken)}: hidden until {terms.at_least} take part")
            continue
        print(f"{text_in(terms.title, spoken)} ({terms.measure}, until {found.until})")
        for one in found.lines:
            print(line(one, terms.measure))
        if found.own and not any(one.me for one in found.lines):
            print(line(found.own, terms.measure))

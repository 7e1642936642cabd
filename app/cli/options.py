"""What many commands take and say: the shop's folder, a member, a PIN; refusals."""

# ruff: noqa: PLC0415 - imports are inside, so that `sikka` starts fast

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

if TYPE_CHECKING:
    from app.services.shop import Shop

Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="The shop's folder (default: this user's shop)."),
]
File = Annotated[Path, typer.Argument(metavar="FILE", help="The file to read.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the report as JSON.")]
Language = Annotated[
    Literal["en", "hi", "fil"] | None,
    typer.Option("--lang", help="The screen's language (default: the shop's first)."),
]
Who = Annotated[
    str, typer.Argument(metavar="MEMBER", help="A card, member number, member id, phone or name.")
]
Pin = Annotated[str, typer.Option(metavar="PIN", help="The PIN of the supervisor who approves.")]


def refuse(sentence: str, code: int = 2) -> NoReturn:
    """Say on standard error why nothing was done, and leave."""
    print(sentence, file=sys.stderr)
    sys.exit(code)


def folder_of(data: Path | None, name: str = "") -> Path:
    """Return the folder of --data, else this user's shop, else the demo shop if only it exists."""
    from app.config import read_environment

    if data is not None:
        return data.absolute()
    home = read_environment().data_home
    if name or (home / "shop").exists() or not (home / "demo").exists():
        return home / (name or "shop")
    return home / "demo"


def left_out(rows: list[tuple[int, str]]) -> None:
    """Name the lines that were not taken, and leave with 2 if there are any."""
    for line, reason in rows:
        print(f"line {line}: {reason}", file=sys.stderr)
    if rows:
        sys.exit(2)


def member_of(shop: "Shop", who: str) -> str:
    """Return the member somebody named, or refuse."""
    from app.services.card_prints import NoPrint, whose

    view = whose(shop, who)
    if isinstance(view, NoPrint):
        refuse(view.reason)
    return view.member


def approver_in(shop: "Shop", pin: str) -> str:
    """Return the supervisor or owner whose PIN was given ("" without one), or refuse."""
    from app.services.staff import Approved, LockedOut, approve

    if not pin:
        return ""
    done = approve(shop, pin)
    if isinstance(done, LockedOut):
        refuse(f"Too many wrong PINs; wait {done.seconds} seconds.")
    if not isinstance(done, Approved):
        refuse("This is no supervisor's PIN.")
    return done.staff.id

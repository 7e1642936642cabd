"""`sikka print`: name the printer, try it, print a bill again; also beside an open counter."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from app.cli.options import Data, Language, folder_of, refuse

if TYPE_CHECKING:
    from app.domain.slips import Slip

print_commands = typer.Typer(help="The receipt printer.", no_args_is_help=True)


def register(sikka: typer.Typer) -> None:
    """Add the commands."""
    sikka.add_typer(print_commands, name="print")


@print_commands.command("test")
def print_test(data: Data = None, language: Language = None) -> None:
    """Print a slip that shows whether the printer is set up right."""
    from app.services.slips import trial_slip
    from app.station import read_shop

    folder = folder_of(data)
    with read_shop(folder) as shop:
        slip = trial_slip(shop, language or shop.programme.languages[0])
    _print(folder, slip, "test")


@print_commands.command("sale")
def print_sale(
    bill: Annotated[str, typer.Argument(metavar="BILL", help="The bill's number.")],
    data: Data = None,
    language: Language = None,
) -> None:
    """Print the slip of a bill again; it says that it is a reprint."""
    from app.services.open_sales import sales_numbered
    from app.services.slips import language_of, slip_of
    from app.services.voids import SaleUnknown
    from app.station import read_shop

    folder = folder_of(data)
    with read_shop(folder) as shop:
        found = sales_numbered(shop, bill)
        if not found:
            refuse(f"No bill {bill} is known here. Check its number on the till.")
        sale = found[0].sale
        slip = slip_of(shop, sale, language or language_of(shop, sale), reprint=True)
    if isinstance(slip, SaleUnknown):
        refuse(f"No bill {bill} is known here.")
    _print(folder, slip, f"sale-{sale[-6:]}")


@print_commands.command("use")
def print_use(
    printer: Annotated[
        str,
        typer.Argument(
            metavar="ADDRESS",
            help="tcp://HOST:9100, file:///dev/usb/lp0, usb://VENDOR:PRODUCT, serial:///dev/ttyUSB0;"
            ' "" = as PDF files.',
        ),
    ],
    data: Data = None,
    paper: Annotated[int, typer.Option(metavar="MM", help="The roll: 58 or 80 mm wide.")] = 80,
    when: Annotated[
        Literal["always", "ask", "never"],
        typer.Option(help="Whether slips come by themselves, when asked for, or not at all."),
    ] = "always",
) -> None:
    """Say which printer this station has; its screen must be opened anew."""
    from app.config import read_settings
    from app.domain.slips import PAPERS
    from app.hardware.printer import AddressError
    from app.station.printing import use_printer

    folder = folder_of(data)
    paper_mm = next((one for one in PAPERS if one == paper), None)
    if paper_mm is None:
        refuse(f"Rolls are {' or '.join(map(str, PAPERS))} mm wide, not {paper}.")
    settings = replace(read_settings(folder), printer=printer, paper_mm=paper_mm, print=when)
    try:
        use_printer(folder, settings)
    except AddressError as error:
        refuse(f"Nothing was changed: {error}")
    print("Kept. Close this station's screen and open it again, then try: sikka print test")


def _print(folder: Path, slip: "Slip", name: str) -> None:
    from app.config import read_settings
    from app.hardware.printer import AddressError, Printed
    from app.services.print_sentences import fault_sentence
    from app.station.printing import print_now

    try:
        answer = print_now(folder, read_settings(folder), slip, name)
    except AddressError as error:
        refuse(f"{folder / 'settings.toml'}: {error}")
    if not isinstance(answer, Printed):
        refuse(fault_sentence(answer.reason), 1)
    print(f"Saved: {answer.file}" if answer.file else "Printed.")

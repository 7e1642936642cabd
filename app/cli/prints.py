"""`sikka print`: try the printer, print a bill's slip again. Works beside an open counter."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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

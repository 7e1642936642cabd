"""`sikka setup` and `sikka support-bundle`: is everything in place, and a file for who helps."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.options import Data, folder_of

if TYPE_CHECKING:
    from app.domain.setup import Check
    from app.station.setup import Probes


def register(sikka: typer.Typer) -> None:
    """Add the commands."""
    sikka.command("setup")(setup)
    sikka.command("support-bundle")(support_bundle)


def setup(
    data: Data = None,
    test: Annotated[bool, typer.Option("--print", help="Print a test slip.")] = False,
    scan: Annotated[bool, typer.Option("--scan", help="Try the scanner in this terminal.")] = False,
) -> None:
    """Check scanner, printer, display, hub, camera, till, disk, backup and letters.

    Also while the counter is open. Leaves with 1 when something does not work.
    """
    from app.config import read_settings
    from app.station import read_shop
    from app.station.screens import screen_sizes
    from app.station.setup import Probes
    from app.ui.setup_sentences import said, state_word, title_of

    folder = folder_of(data)
    settings = read_settings(folder)
    bad = False
    with read_shop(folder) as shop:
        for check in _checks(
            Probes(shop, settings, lambda: len(screen_sizes())), test=test, scan=scan
        ):
            bad = bad or check.state == "bad"
            told = _TRY.get(check.device, "") if check.state == "untried" else ""
            print(f"{title_of(check.device)}: {state_word(check.state)}. {told or said(check)}")
    if bad:
        sys.exit(1)


_TRY = {"scanner": "To try it: sikka setup --scan", "printer": "To try it: sikka setup --print"}


def _checks(probes: "Probes", *, test: bool, scan: bool) -> "Iterator[Check]":
    from app.domain.setup import check_printer, check_scanner

    for check in probes.checks():
        if check.device == "scanner" and scan:
            yield check_scanner(_scanned())
        elif check.device == "printer" and test:
            yield check_printer(probes.print_test("en"))
        else:
            yield check


def _scanned() -> str:
    """Show the code to scan, and return the line that comes."""
    import qrcode

    from app.domain.setup import TEST_CODE

    code = qrcode.QRCode(border=2)
    code.add_data(TEST_CODE)
    code.print_ascii(out=sys.stderr, invert=True)
    print("Scan this code.", file=sys.stderr, flush=True)
    return sys.stdin.readline()


def support_bundle(
    data: Data = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Where it goes (default: this folder)."),
    ] = None,
) -> None:
    """Save a file for whoever helps you: how all stands, without names, phones, PINs or keys."""
    from datetime import datetime

    from app.station.screens import screen_sizes
    from app.station.support import name_of, save_bundle

    now = datetime.now().astimezone()
    file = (out or Path(name_of(now))).absolute()
    print(save_bundle(folder_of(data), file, now, screen_sizes()))

"""The command line: argument parsing only. Imports are inside the commands: `sikka` starts fast.

Every refusal is a sentence on standard error. Exit codes: 0 done, 1 failed, 2 bad input.
"""

# ruff: noqa: PLC0415 - see above

import os
import sys
from contextlib import ExitStack, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Annotated, Any, Literal, NoReturn

import typer
from typer.core import TyperGroup

REFUSED_SHOWN = 20

sikka = typer.Typer(
    name="sikka",
    help="Loyalty for real shops: counter, members, coins. Runs on the shop's own computer.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
shop_commands = typer.Typer(help="Set up a shop.", no_args_is_help=True)
programme_commands = typer.Typer(help="Check and publish programmes.", no_args_is_help=True)
import_commands = typer.Typer(
    help="Bring members, a catalogue or sales from CSV files.", no_args_is_help=True
)
sikka.add_typer(shop_commands, name="shop")
sikka.add_typer(programme_commands, name="programme")
sikka.add_typer(import_commands, name="import")


class _CardCommands(TyperGroup):
    """`sikka card WHO…` prints; only `block` is a command of its own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in {*self.commands, "--help"}:
            args = ["print", *args]
        return super().parse_args(ctx, args)


card_commands = typer.Typer(
    cls=_CardCommands, help="Print a member's card, or block it.", no_args_is_help=True
)
sikka.add_typer(card_commands, name="card")

Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="The shop's folder (default: this user's shop)."),
]
File = Annotated[Path, typer.Argument(metavar="FILE", help="The file to read.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the report as JSON.")]


def main() -> None:
    """Run the command of this process's arguments."""
    try:
        sikka()
    except BrokenPipeError:
        # Whoever read the output has seen enough; nothing is left to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        from app.station.exits import exit_code

        code = exit_code(error)
        if code is None:
            raise
        _refuse(str(error), code)


def _refuse(sentence: str, code: int = 2) -> NoReturn:
    print(sentence, file=sys.stderr)
    sys.exit(code)


def _folder(data: Path | None, name: str = "") -> Path:
    """Return the folder of --data, else this user's shop, else the demo shop if only it exists."""
    from app.config import read_environment

    if data is not None:
        return data.absolute()
    home = read_environment().data_home
    if name or (home / "shop").exists() or not (home / "demo").exists():
        return home / (name or "shop")
    return home / "demo"


Language = Annotated[
    Literal["en", "hi", "fil"] | None,
    typer.Option("--lang", help="The screen's language (default: the shop's first)."),
]


# ---------------------------------------------------------------- a shop


@shop_commands.command("create")
def shop_create(
    data: Data = None,
    name: Annotated[str, typer.Option(help="The shop's name, as members read it.")] = "",
    template: Annotated[
        Literal["kirana", "clothes", "cafe", "sari-sari"] | None,
        typer.Option(help="The programme to start from."),
    ] = None,
    languages: Annotated[str, typer.Option(help="Of en, hi, fil, with commas.")] = "",
    country: Annotated[str, typer.Option(help="Two letters, such as IN or PH.")] = "",
    store: Annotated[str, typer.Option(help="The store's name.")] = "",
    till: Annotated[str, typer.Option(help="This till's name or number.")] = "",
    owner: Annotated[str, typer.Option(help="The owner's name.")] = "",
    pin: Annotated[str, typer.Option(help="The owner's PIN, 4 to 8 digits.")] = "",
    programme: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A programme of your own in place of a template."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing.")] = False,
) -> None:
    """Make a shop: six questions, or the answers as options. Overwrites nothing."""
    from app.station.founding import NewShop, check_free, create_shop
    from app.wire.programmes.files import document_of

    def ask(question: str, given: str, default: str | None, **how: Any) -> str:
        if given or yes:
            return given or default or ""
        return str(typer.prompt(question, default=default, **how))

    folder = _folder(data, "shop")
    check_free(folder)
    if programme is None:
        name = ask("Name of the shop", name, None)
        kinds = ("kirana", "clothes", "cafe", "sari-sari")
        kind = ask(f"What kind of shop ({', '.join(kinds)})", template or "", "kirana")
        usual = ("en,fil", "PH") if kind == "sari-sari" else ("en,hi", "IN")
        languages = ask("Languages, of en, hi, fil", languages, usual[0])
        country = country or usual[1]
    else:
        kind = ""
    store = ask("Name of this store", store, "main")
    till = ask("Name of this till", till, "1")
    owner = ask("Your name", owner, None)
    pin = ask("Your PIN (4 to 8 digits)", pin, None, hide_input=True, confirmation_prompt=True)
    document = document_of(kind, name, languages, country, store, programme)
    create_shop(folder, NewShop(document, store, till, owner, pin))
    print(f"The shop is ready in {folder}. Open its counter: sikka counter --data {folder}")


@sikka.command("demo")
def demo(
    data: Data = None,
    country: Annotated[
        Literal["IN", "PH"], typer.Option(help="An Indian grocery or a sari-sari store.")
    ] = "IN",
    show: Annotated[bool, typer.Option("--open", help="Open the counter.")] = False,
    language: Language = None,
) -> None:
    """Make a demo shop with staff, members and six weeks of sales, if it is not there yet."""
    from app.config import SETTINGS_FILE
    from app.services.demo import STAFF
    from app.station.founding import create_demo

    folder = _folder(data, "demo" if country == "IN" else "demo-PH")
    if not (folder / SETTINGS_FILE).exists():
        create_demo(folder, country)
    print(f"The demo shop is in {folder}. Sign in as:")
    for one in STAFF[country]:
        print(f"  {one.name} ({one.role}), PIN {one.pin}")
    if show:
        _show(folder, language or "")


@sikka.command("counter")
def counter(data: Data = None, language: Language = None) -> None:
    """Open the counter; without a display, draw it as a picture."""
    _show(_folder(data), language or "")


def _show(folder: Path, language: str) -> None:
    from app.config import read_environment
    from app.station.screens import COUNTER_SIZE, draw_screen, open_counter

    if read_environment().has_display:
        sys.exit(open_counter(folder, language))
    out = folder / "counter.png"
    draw_screen(folder, "counter", language, COUNTER_SIZE, out)
    print(f"There is no display here, so no window can open. This is the counter: {out}")


@sikka.command("screenshot")
def screenshot(
    screen: Annotated[str, typer.Argument(metavar="SCREEN", help="Such as counter or return.")],
    out: Annotated[Path, typer.Option(metavar="F.png", help="The picture to write.")],
    language: Language = None,
    size: Annotated[str, typer.Option(metavar="WxH", help="In pixels.")] = "1366x768",
    data: Data = None,
) -> None:
    """Draw a screen of the counter, from a copy of the shop or (without --data) the demo shop."""
    from app.station.screens import draw_screen

    width, _, height = size.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and 0 < int(width) * int(height) < 10**8):
        _refuse(f'--size is "{size}"; write it like 1366x768.')
    folder = None if data is None else _folder(data)
    draw_screen(folder, screen, language or "", (int(width), int(height)), out)
    print(out)


@sikka.command("doctor")
def doctor(data: Data = None) -> None:
    """Fold every event again and compare; says what is wrong, and changes nothing."""
    from app.station.examining import examine

    report = examine(_folder(data))
    print(
        f"Journal: {report.journal_rows} rows. Feed: {report.feed_rows} rows."
        f" Members: {report.members}. Sales that may come back: {report.sales}."
    )
    if report.findings:
        for finding in report.findings:
            print(finding, file=sys.stderr)
        sys.exit(1)
    print("Everything agrees.")


@programme_commands.command("check")
def programme_check(
    file: File,
    catalogue: Annotated[
        Path | None,
        typer.Option(metavar="CSV", help="Warn of goods that this catalogue does not have."),
    ] = None,
    data: Data = None,
) -> None:
    """Print every fault of a programme with its line, or warnings and what it can cost.

    Goods are compared with the catalogue of --catalogue, else with that of the shop in --data.
    """
    from app.station.checking import goods_of
    from app.wire.programmes import check_lines

    lines, code = check_lines(file, goods=goods_of(catalogue, data))
    print("\n".join(lines), file=sys.stderr if code else sys.stdout)
    sys.exit(code)


@programme_commands.command("publish")
def programme_publish(file: File, data: Data = None) -> None:
    """Put a programme into force, from its effective_from on."""
    from app.station import open_station
    from app.wire.programmes.files import programme_in

    programme, document = programme_in(file)
    with open_station(_folder(data), background=False) as station:
        station.publish(document, programme.id)
    begins = programme.effective_from or "now"
    print(f"{file}: published as {programme.id[:12]}, in force from {begins}.")


# ---------------------------------------------------------------- files in


@import_commands.command("members")
def import_members(file: File, data: Data = None) -> None:
    """Take over members: columns member, phone; name, language, birthday, marketing if you like.

    Their consent is recorded as imported. A member who is here already is left as is.
    """
    from app.services.imports import take_over_all
    from app.station import open_station
    from app.wire.members_csv import newcomers

    with open_station(_folder(data), background=False) as station:
        taken = take_over_all(station.shop, newcomers(file))
    print(f"{file}: {taken.joined} new members, {taken.known} known already.")
    _left_out([(row.line, row.reason) for row in taken.refused])


@import_commands.command("catalogue")
def import_catalogue(file: File, data: Data = None) -> None:
    """Add or change items: columns sku, name, price; category, gtin, unit if you like."""
    from app.services.catalogue import import_catalogue as add
    from app.station import open_station
    from app.wire.csv_table import text_lines

    with open_station(_folder(data), background=False) as station:
        done = add(station.shop, text_lines(file))
    print(f"{file}: {done.added} new items, {done.changed} given again.")
    _left_out([(row.line, row.why) for row in done.bad])


@import_commands.command("sales")
def import_sales(
    file: File,
    data: Data = None,
    enrol: Annotated[bool, typer.Option("--enrol", help="Enrol unknown member numbers.")] = False,
    as_json: AsJson = False,
) -> None:
    """Record the receipts of another till; what is here already is not recorded again."""
    _replayed(file, data, enrol=enrol, past=False, as_json=as_json)


@sikka.command("replay")
def replay(
    file: File,
    data: Data = None,
    enrol: Annotated[bool, typer.Option("--enrol", help="Enrol unknown member numbers.")] = False,
    as_json: AsJson = False,
) -> None:
    """Send old receipts (CSV, also .xz) through the counter, day-end jobs included.

    Columns: receipt, kind (sale or return), occurred_at, member, sku, name, quantity,
    unit_price; original_receipt, category, discount, store, till, cashier if you like.
    """
    _replayed(file, data, enrol=enrol, past=True, as_json=as_json)


def _replayed(file: Path, data: Path | None, *, enrol: bool, past: bool, as_json: bool) -> None:
    from app.station.replaying import replay_file

    begun = monotonic()
    tally = replay_file(_folder(data), file, enrol=enrol, past=past)
    report = tally.fields() | {"seconds": round(monotonic() - begun, 3)}
    if as_json:
        import json

        print(json.dumps(report, ensure_ascii=False))
    else:
        for name, value in report.items():
            shown = len(value) if isinstance(value, list) else value
            print(f"{name.replace('_', ' '):26} {shown}")
        rows = sorted(tally.broken + tally.refused, key=lambda row: row.line)
        for row in rows[:REFUSED_SHOWN]:
            print(f"{file}:{row.line}: receipt {row.receipt or '?'}: {row.reason}")
        if len(rows) > REFUSED_SHOWN:
            print(f"… and {len(rows) - REFUSED_SHOWN} more; --json names them all.")
    if tally.broken:
        sys.exit(2)


def _left_out(rows: list[tuple[int, str]]) -> None:
    for line, reason in rows:
        print(f"line {line}: {reason}", file=sys.stderr)
    if rows:
        sys.exit(2)


# ---------------------------------------------------------------- files out


@sikka.command("export")
def export(
    what: Annotated[
        Literal["members", "sales", "coins", "journal"], typer.Argument(help="What to write.")
    ],
    data: Data = None,
    form: Annotated[
        Literal["csv", "jsonl"], typer.Option("--format", help="The file's format.")
    ] = "csv",
    as_of: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="How the books stood then (default: the newest business date in them).",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="F", help="The file to write (default: screen).")
    ] = None,
) -> None:
    """Write members, sales, coins or the journal; reads only, also while a counter runs."""
    from app.insight.exports import export as exported
    from app.services.shop import SetClock
    from app.station import read_shop
    from app.wire.exports import write_rows

    clock = SetClock(datetime.now(UTC))
    with read_shop(_folder(data), clock) as shop:
        found = exported(shop, clock, what, as_of.date() if as_of else None)
        target = out.open("w", encoding="utf-8", newline="") if out else nullcontext(sys.stdout)
        with target as file:
            count = write_rows(file, found.columns, found.rows, form)
    print(f"{count} rows as of {found.on}", file=sys.stderr)


@sikka.command("scan")
def scan(
    images: Annotated[list[Path], typer.Argument(metavar="IMAGE…", help="Pictures to read.")],
) -> None:
    """Find the codes in pictures; one line of JSON for each picture."""
    from app.hardware.scanner_image import scan_lines

    for line in scan_lines(images):
        print(line)


# ---------------------------------------------------------------- cards


@card_commands.command("print")
def card_print(
    who: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHO…", help="Card number, old number, member id, phone or name (none: all)."
        ),
    ] = None,
    data: Data = None,
    out: Annotated[
        Path | None, typer.Option(metavar="F.png", help="One card as a picture.")
    ] = None,
    sheet: Annotated[
        Path | None, typer.Option(metavar="F.pdf", help="Ten cards a page, to cut.")
    ] = None,
    issue: Annotated[
        bool, typer.Option("--issue", help="Give a card to members who have none.")
    ] = False,
) -> None:
    """Print cards: `sikka card WHO --out F.png` or `sikka card [WHO…] --sheet F.pdf`."""
    from app.services.card_prints import CardPrint, NoPrint, all_prints, print_of, shop_name
    from app.station import open_station, read_shop

    if (out is None) == (sheet is None) or (out and len(who or ()) != 1):
        _refuse("Name one member and --out F.png, or any number of them and --sheet F.pdf.")
    folder = _folder(data)
    with ExitStack() as opened:
        if issue:
            shop = opened.enter_context(open_station(folder, background=False)).shop
        else:
            shop = opened.enter_context(read_shop(folder))
        found = [print_of(shop, one, issue=issue) for one in who or ()]
        prints = found if who else list(all_prints(shop, issue=issue))
        name = shop_name(shop)
    bad = [one for one in prints if isinstance(one, NoPrint)]
    for one in bad:
        print(one.reason, file=sys.stderr)
    cards = [one for one in prints if isinstance(one, CardPrint)]
    if cards and out:
        from app.services.cards import card_png

        out.write_bytes(card_png(cards[0].number, cards[0].name, name))
    elif cards and sheet:
        from app.hardware.card_file import write_sheet_file

        write_sheet_file(sheet, [(one.number, one.name) for one in cards], name)
    if cards:
        print(f"{out or sheet}: {len(cards)} card{'s' * (len(cards) != 1)}")
    if bad or not cards:
        sys.exit(2)


@card_commands.command("block")
def card_block(
    who: Annotated[str, typer.Argument(metavar="NUMBER", help="The card, or whose cards.")],
    data: Data = None,
    reason: Annotated[str, typer.Option(help="Why, as the counter will say.")] = "lost",
) -> None:
    """Block a lost or stolen card; its member stays a member."""
    from app.services.card_prints import NoPrint, block
    from app.station import open_station

    with open_station(_folder(data), background=False) as station:
        done = block(station.shop, who, reason)
    if isinstance(done, NoPrint):
        _refuse(done.reason)
    print(f"Blocked ({reason}): {', '.join(done.cards)}")


# ---------------------------------------------------------------- more nouns

from app.cli import campaigns, explain, jobs, raffles, rehearse  # noqa: E402 - as above

jobs.register(sikka)
campaigns.register(sikka)
raffles.register(sikka)
explain.register(sikka)
rehearse.register(sikka)

from app.cli import credit, openings  # noqa: E402 - as above

credit.register(sikka)
openings.register(sikka)

from app.cli import review, surveys  # noqa: E402 - as above

surveys.register(sikka)
review.register(sikka)

from app.cli import goals  # noqa: E402 - as above

goals.register(sikka)

from app.cli import rewards  # noqa: E402 - as above

rewards.register(sikka)

from app.cli import people  # noqa: E402 - as above

people.register(sikka)

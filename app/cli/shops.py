"""Commands to make a shop, to open its screens and to look whether all is well."""

# ruff: noqa: PLC0415 - imports are inside, so that `sikka` starts fast

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from app.cli.options import Data, Language, folder_of, refuse

if TYPE_CHECKING:
    from app.config import Role

NO_DISPLAY = "There is no display here, so no window can open."

Window = Annotated[
    bool, typer.Option("--window", help="In a window beside others, not over the whole screen.")
]

shop_commands = typer.Typer(help="Set up a shop.", no_args_is_help=True)


def register(sikka: typer.Typer) -> None:
    """Add the commands."""
    sikka.add_typer(shop_commands, name="shop")
    sikka.command("demo")(demo)
    sikka.command("counter")(counter)
    sikka.command("kiosk")(kiosk)
    sikka.command("redemption")(redemption)
    sikka.command("screenshot")(screenshot)
    sikka.command("doctor")(doctor)


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

    folder = folder_of(data, "shop")
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


def demo(
    data: Data = None,
    country: Annotated[
        Literal["IN", "PH"], typer.Option(help="An Indian grocery or a sari-sari store.")
    ] = "IN",
    show: Annotated[
        bool, typer.Option("--open", help="Open its counter, kiosk and redemption screen.")
    ] = False,
    language: Language = None,
) -> None:
    """Make a demo shop with staff, members and six weeks of sales, if it is not there yet.

    With --open it gets a hub, a kiosk and a redemption screen beside it, and a launcher opens all.
    """
    from app.config import SETTINGS_FILE
    from app.services.demo import MEMBER_PINS, STAFF
    from app.station.founding import create_demo

    folder = folder_of(data, "demo" if country == "IN" else "demo-PH")
    if not (folder / SETTINGS_FILE).exists():
        _say("Making the demo shop: six weeks of sales, about ten seconds…")
        create_demo(folder, country)
    print(f"The demo shop is in {folder}. Sign in as:")
    for one in STAFF[country]:
        print(f"  {one.name} ({one.role}), PIN {one.pin}")
    for phone, pin in MEMBER_PINS[country].items():
        print(f"  at the kiosk: the member with phone {phone}, PIN {pin}")
    if show:
        _launch(folder, country, language or "")


def _launch(folder: Path, country: str, language: str) -> None:
    """Open all screens of a shop with their launcher; without a display, draw them."""
    from app.config import ROLES, read_environment
    from app.services.demo import STAFF
    from app.station.premises import owned, premises_of, set_up
    from app.station.screens import open_launcher

    if not read_environment().has_display:
        print(NO_DISPLAY)
        for role in ROLES:
            _draw(folder, role, language)
        return
    premises = premises_of(folder)
    with owned(premises):
        set_up(premises, _say)
        _say("Opening the counter, the kiosk and the redemption screen…")
        sys.exit(open_launcher(premises, STAFF[country], language))


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def counter(
    data: Data = None,
    language: Language = None,
    training: Annotated[
        bool, typer.Option("--training", help="Practise: a shop of its own, nothing counts.")
    ] = False,
    anew: Annotated[
        bool, typer.Option("--anew", help="With --training: forget what was practised before.")
    ] = False,
    display: Annotated[
        Literal["auto", "window", "off"] | None,
        typer.Option(help="The customer's display (default: as set up)."),
    ] = None,
) -> None:
    """Open the counter; without a display, draw it as a picture."""
    from app.config import read_environment
    from app.station.screens import open_counter
    from app.station.training import go_practise

    folder, spoken = folder_of(data), language or ""
    if read_environment().has_display:
        shown = open_counter(
            folder, spoken, _say_open, training=training, anew=anew, display=display
        )
        sys.exit(shown)
    if training:
        print(NO_DISPLAY)
        _draw(go_practise(folder, anew=anew), "counter", spoken)
    else:
        _show(folder, "counter", spoken)


def kiosk(data: Data = None, language: Language = None, window: Window = False) -> None:
    """Open the kiosk, where members help themselves; without a display, draw it as a picture."""
    _show(folder_of(data), "kiosk", language or "", windowed=window)


def redemption(data: Data = None, language: Language = None, window: Window = False) -> None:
    """Open the screen where rewards are handed over; without a display, draw it as a picture."""
    _show(folder_of(data), "redemption", language or "", windowed=window)


def _show(folder: Path, role: "Role", language: str, *, windowed: bool = False) -> None:
    from app.config import read_environment
    from app.station.screens import check_role, open_screen

    if read_environment().has_display:
        sys.exit(open_screen(folder, role, language, _say_open, windowed=windowed))
    check_role(folder, role)
    print(NO_DISPLAY)
    _draw(folder, role, language)


def _say_open(*_: object) -> None:
    print("Open.", flush=True)  # the launcher waits for it


def _draw(folder: Path, role: "Role", language: str) -> None:
    from app.station.screens import FIRST_PICTURES, draw_screen

    out = folder / f"{role}.png"
    scene, size = FIRST_PICTURES[role]
    draw_screen(folder, scene, language, size, out)
    print(f"This is the {'redemption screen' if role == 'redemption' else role}: {out}")


def screenshot(
    screen: Annotated[str, typer.Argument(metavar="SCREEN", help="Such as counter or kiosk-home.")],
    out: Annotated[Path, typer.Option(metavar="F.png", help="The picture to write.")],
    language: Language = None,
    size: Annotated[str, typer.Option(metavar="WxH", help="In pixels. [default: as set up]")] = "",
    data: Data = None,
) -> None:
    """Draw any screen of any station, from a copy of the shop or (without --data) the demo shop."""
    from app.station.screens import draw_screen, picture_size

    wide, high = picture_size(screen)
    width, _, height = (size or f"{wide}x{high}").lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and 0 < int(width) * int(height) < 10**8):
        refuse(f'--size is "{size}"; write it like 1366x768.')
    folder = None if data is None else folder_of(data)
    draw_screen(folder, screen, language or "", (int(width), int(height)), out)
    print(out)


def doctor(data: Data = None) -> None:
    """Fold every event again and compare; says what is wrong, and changes nothing."""
    from app.station.examining import examine

    report = examine(folder_of(data))
    print(
        f"Journal: {report.journal_rows} rows. Feed: {report.feed_rows} rows."
        f" Members: {report.members}. Sales that may come back: {report.sales}."
    )
    if report.remark:
        print(report.remark)
    if report.findings:
        for finding in report.findings:
            print(finding, file=sys.stderr)
        sys.exit(1)
    print("Everything agrees.")

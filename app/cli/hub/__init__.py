"""`sikka hub`: the central store of a chain, on a server without a screen.

Each file adds its commands with `register(hub_commands)`; nothing here needs PySide6.
"""

import typer

from app.cli.hub import adopt, backup, enrolling, exposure, lost, report, serving

hub_commands = typer.Typer(
    help="The central store: many shops and stations, one truth.", no_args_is_help=True
)


def register(sikka: typer.Typer) -> None:
    """Add the hub's commands."""
    serving.register(hub_commands)
    enrolling.register(hub_commands)
    adopt.register(hub_commands)
    report.register(hub_commands)
    exposure.register(hub_commands)
    lost.register(hub_commands)
    backup.register(hub_commands)
    sikka.add_typer(hub_commands, name="hub")

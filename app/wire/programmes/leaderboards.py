"""The `[[leaderboard]]` tables of a programme document, and their checks."""

from typing import cast

from app.domain.leaderboards import Measure
from app.domain.programme import Programme
from app.domain.promises import Leaderboard
from app.wire.programmes.parts import text
from app.wire.programmes.rules import Words
from app.wire.programmes.table import Faults, Table, shown

SIZE_MAX = 100
AT_LEAST = 3
"""Among fewer members everybody would know who is who."""

_PERIODS = ("week", "month")
_MEASURES = ("visits", "points", "spend")


def read_leaderboards(root: Table, words: Words) -> tuple[Leaderboard, ...]:
    """Return the boards of members by alias."""
    return tuple(_board(table, words) for table in root.tables("leaderboard"))


def _board(table: Table, words: Words) -> Leaderboard:
    period = table.choice("period", _PERIODS, "month")
    board = Leaderboard(
        id=table.name("id"),
        title=text(table, "title", words.languages),
        measure=cast("Measure", table.choice("measure", _MEASURES, "points")),
        period="week" if period == "week" else "month",
        size=table.integer("size", 1, SIZE_MAX, 10),
        at_least=table.integer("at_least", AT_LEAST, 10_000, 5),
    )
    table.close()
    return board


def check_leaderboards(programme: Programme, faults: Faults) -> None:
    """Add boards of one id."""
    first: dict[str, int] = {}
    for at, board in enumerate(programme.leaderboards):
        if board.id and board.id in first:
            expected = f"an id of its own (leaderboard[{first[board.id] + 1}] has this one)"
            faults.add(("leaderboard", at, "id"), shown(board.id), expected)
        first.setdefault(board.id, at)

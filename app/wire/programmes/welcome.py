"""The `[welcome]` table of a programme document: what a new phone number is given, once."""

from app.domain.programme import Programme
from app.domain.promises import Prize
from app.wire.programmes.prizes import check_prize, read_prize
from app.wire.programmes.rules import Words
from app.wire.programmes.table import Faults, Table


def read_welcome(root: Table, words: Words) -> Prize | None:
    """Return the gift, or None when the shop gives none."""
    if root.get("welcome") is None:
        return None
    table = root.table("welcome")
    if "prize" not in table:
        table.fault("prize", "coins or a reward")
    prize = read_prize(table.table("prize"), words) if "prize" in table else Prize()
    for key, given in (("credit", prize.credit_minor), ("tickets", prize.tickets)):
        if given:
            table.faults.add((*table.path, "prize", key), key, "coins or a reward")
    table.close()
    return prize


def check_welcome(programme: Programme, faults: Faults) -> None:
    """Add a reward that the programme does not have."""
    if programme.welcome is not None:
        check_prize(programme, programme.welcome, ("welcome", "prize"), faults)

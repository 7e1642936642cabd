"""The `[welcome]` table of a programme document: what a new phone number is given, once."""

from app.domain.programme import WELCOME_LIMIT, Programme
from app.domain.promises import Prize
from app.wire.programmes.prizes import check_prize, read_prize
from app.wire.programmes.rules import Words
from app.wire.programmes.table import INTEGER_MAX, Faults, Table


def read_welcome(root: Table, words: Words) -> tuple[Prize | None, int]:
    """Return the gift, None when the shop gives none, and how many a kiosk gives a day.

    The number counts gifts to members nobody in the shop knows yet; 0 = as many as are asked for.
    """
    if root.get("welcome") is None:
        return None, WELCOME_LIMIT
    table = root.table("welcome")
    if "prize" not in table:
        table.fault("prize", "coins or a reward")
    prize = read_prize(table.table("prize"), words) if "prize" in table else Prize()
    for key, given in (("credit", prize.credit_minor), ("tickets", prize.tickets)):
        if given:
            table.faults.add((*table.path, "prize", key), key, "coins or a reward")
    limit = table.integer("kiosk_limit", 0, INTEGER_MAX, WELCOME_LIMIT)
    table.close()
    return prize, limit


def check_welcome(programme: Programme, faults: Faults) -> None:
    """Add a reward that the programme does not have."""
    if programme.welcome is not None:
        check_prize(programme, programme.welcome, ("welcome", "prize"), faults)

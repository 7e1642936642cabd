"""A closed day on paper: the same lines as on the screen, with the journal row they follow from."""

from app.domain.slips import Row, Slip
from app.services.day_close_rows import close_rows, close_title
from app.services.day_closes import Close
from app.services.prints import PrintOutcome
from app.services.shop import Shop
from app.services.slips import rows_slip


def close_slip(shop: Shop, close: Close, language: str, *, reprint: bool) -> Slip:
    """Return a closed day's slip; `reprint` marks one that is not the first."""
    facts = close.facts
    return rows_slip(
        shop,
        close_title(facts.number, language),
        [Row(line.title, line.value, line.bold) for line in close_rows(shop, close, language)],
        language,
        anchor=(facts.seq, bytes.fromhex(facts.hash)),
        reprint=reprint,
    )


def print_close(shop: Shop, close: Close, language: str, *, reprint: bool) -> PrintOutcome | None:
    """Print a closed day; None where no slips are printed."""
    if shop.printing is None:
        return None
    return shop.printing.put(close_slip(shop, close, language, reprint=reprint))

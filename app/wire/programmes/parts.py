"""What several tables of a programme document are made of: texts and how long coins live."""

from collections.abc import Mapping

from app.domain.coins import LotTerms
from app.domain.texts import Text
from app.wire.programmes.lines import Path
from app.wire.programmes.table import Faults, Table, shown

LANGUAGES = {"en": "English", "hi": "Hindi", "fil": "Filipino"}
MONTHS_MAX = 600
DAYS_MAX = 3660


def text(table: Table, key: str, languages: tuple[str, ...]) -> Text:
    """Return the text of a key in every language of the shop."""
    return text_at(table.faults, (*table.path, key), table.get(key), languages)


def text_at(faults: Faults, path: Path, value: object, languages: tuple[str, ...]) -> Text:
    """Return the text at a path in every language of the shop."""
    if not isinstance(value, Mapping):
        example = ", ".join(f'{language} = "…"' for language in languages)
        found = "nothing" if value is None else shown(value)
        faults.add(path, found, f"a text in each language: {{ {example} }}")
        return {}
    words = Table(faults, path, value)
    read = {one: words.string(one, f"the text in {LANGUAGES[one]}") for one in languages}
    words.close()
    return read


def lot_terms(table: Table, default: LotTerms) -> LotTerms:
    """Return how long coins live: `expiry_months`, `month_end`, `pending_days` over a default."""
    months = default.expiry_months
    if table.get("expiry_months") == "never":
        months = None
    elif "expiry_months" in table:
        months = table.integer("expiry_months", 1, MONTHS_MAX)
    return LotTerms(
        pending_days=table.integer("pending_days", 0, DAYS_MAX, default.pending_days),
        expiry_months=months,
        month_end=table.switch("month_end", default=default.month_end),
    )

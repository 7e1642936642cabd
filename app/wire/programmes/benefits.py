"""What a voucher or a promo code is worth, as `[[reward]]` and `[[promo]]` tables say it."""

from decimal import Decimal, InvalidOperation
from typing import cast

from app.domain.effects import Benefit
from app.domain.rewards import Kind
from app.wire.programmes.lines import Path
from app.wire.programmes.rules import Words
from app.wire.programmes.table import Faults, Table

UNITS_MAX = 1_000
_QUANTITY = 'how many units in quotes, such as "1" or "0.500"'


def read_benefit(table: Table, words: Words, kinds: tuple[Kind, ...]) -> tuple[Kind, Benefit]:
    """Return the kind and the benefit of a table whose keys are one of `kinds`.

    Store credit and tickets are no benefit of a voucher: theirs is empty.
    """
    if "kind" not in table:
        table.fault("kind", f"one of {', '.join(kinds)}")
    kind = cast("Kind", table.choice("kind", kinds, "item"))
    on_a_bill = kind in {"percent", "fixed", "item", "sample"}
    goods = _goods(table)
    if kind in {"item", "sample"} and not goods and not table.faults.blame(table.path):
        table.fault("skus", f"skus or categories: which goods the {kind} can be")
    ceiling = kind in {"percent", "item", "sample"}
    if not ceiling and "ceiling" in table:
        table.get("ceiling")
        table.fault("ceiling", f"no ceiling for kind {kind}")
    benefit = Benefit(
        kind="service" if kind == "credit" or kind == "tickets" else kind,  # noqa: PLR1714
        value=_value(table, words, kind),
        minimum_minor=table.money("minimum", words.digits, 1, 0) if on_a_bill else 0,
        ceiling_minor=table.money("ceiling", words.digits, 1, 0) if ceiling else 0,
        goods=goods if on_a_bill else (),
    )
    return kind, benefit


def check_benefit(benefit: Benefit, path: Path, faults: Faults) -> None:
    """Add a benefit worth more than all of the smallest bill it can be used on."""
    if benefit.kind == "fixed" and 0 < benefit.minimum_minor < benefit.value:
        found = "more than the least bill, over 100 % of it"
        faults.add((*path, "value"), found, "at most the minimum")


def _value(table: Table, words: Words, kind: Kind) -> int:
    """Return percent, minor units or thousandths of a unit; 0 where there is nothing to say."""
    if kind == "percent":
        return table.integer("value", 1, 100)
    if kind == "fixed":
        return table.money("value", words.digits, 1)
    if kind in {"item", "sample"}:
        return _thousandths(table)
    if kind == "service" and "value" in table:
        table.get("value")
        table.fault("value", "no value: the title names the service")
    return 0


def _thousandths(table: Table) -> int:
    found = table.get("value")
    if found is None:
        return 1000
    try:
        milli = Decimal(found) * 1000 if isinstance(found, str) else Decimal(-1)
    except InvalidOperation:
        milli = Decimal(-1)
    if not 0 < milli <= UNITS_MAX * 1000 or milli != milli.to_integral_value():
        table.fault("value", _QUANTITY)
        return 1000
    return int(milli)


def _goods(table: Table) -> tuple[str, ...]:
    skus = [f"sku:{one}" for one in table.words("skus", "skus")]
    return (*skus, *(f"category:{one}" for one in table.words("categories", "categories")))

"""One line of `sikka scan`: what was found in a picture, as JSON."""

import json
from collections.abc import Iterable
from typing import assert_never

from app.domain.codes import (
    CardCode,
    Code,
    GtinCode,
    UnknownCode,
    UpiCode,
    UrlCode,
    VoucherCode,
)


def found_line(file: str, found: Iterable[Code]) -> str:
    """`{"file": …, "codes": [{"text": …, "kind": …, …}]}`; details depend on the kind."""
    return _line({"file": file, "codes": [code_fields(code) for code in found]})


def unreadable_line(file: str, error: str) -> str:
    """`{"file": …, "codes": [], "error": …}` for a picture that could not be opened."""
    return _line({"file": file, "codes": [], "error": error})


def code_fields(code: Code) -> dict[str, str | bool]:
    """A code as JSON fields: always `text` and `kind`, then what the kind adds."""
    fields: dict[str, str | bool] = {"text": code.text, "kind": code.kind}
    match code:
        case CardCode() | VoucherCode():
            return fields | {"number": code.number, "cell_hint": code.cell_hint}
        case GtinCode():
            return fields | {
                "gtin": code.gtin.digits,
                "check_ok": code.gtin.check_ok,
                "in_store": code.gtin.in_store,
            }
        case UpiCode():
            return fields | {"payee": code.payee, "name": code.name}
        case UrlCode():
            return fields
        case UnknownCode():
            return fields | {"reason": code.reason.value}
        case _:
            assert_never(code)


def _line(fields: dict[str, object]) -> str:
    return json.dumps(fields, ensure_ascii=False)

"""The basket as a till sends it: one JSON document, strict, and a sentence for every fault."""

import re
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta, Struct

from app.domain.baskets import Basket, BasketLine, SentBasket, basket_total_minor
from app.domain.bills import LINES_MAX, NUMBER_LENGTH_MAX, QUANTITY_MAX_MILLI, BillLine, line_minor
from app.domain.money import MINOR_MAX

DOCUMENT_BYTES_MAX: Final = 256 * 1024
"""A larger bill would not fit into one event of the journal."""

Name = Annotated[str, Meta(max_length=80)]
Minor = Annotated[int, Meta(ge=0, le=MINOR_MAX)]


class BasketLineDocument(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line of the bill."""

    sku: Annotated[Name, Meta(description="Write the shop's own code of the article.")] = ""
    name: Annotated[Name, Meta(description="Write what is on the bill, 80 letters at most.")] = ""
    gtin: Annotated[
        str,
        Meta(
            pattern=r"^([0-9]{8}|[0-9]{12,14})?$",
            description="Write the number under the barcode: 8, 12, 13 or 14 digits.",
        ),
    ] = ""
    category: Annotated[Name, Meta(description="Write the category as the programme names it.")] = (
        ""
    )
    quantity: Annotated[
        Decimal,
        Meta(
            description='Write pieces, kilograms or litres: "2" or "1.250", three decimals at most.'
        ),
    ] = Decimal(1)
    unit_price_minor: Annotated[
        Minor,
        Meta(
            description="Write the price of one unit in paise or centavos, taxes included: 12550."
        ),
    ]
    discount_minor: Annotated[
        Minor, Meta(description="Write what is off this whole line, in paise or centavos.")
    ] = 0


class CustomerDocument(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who buys: a card or a phone is enough, and neither is stored."""

    card: Annotated[
        str | None,
        Meta(description="Write the text of the member's card as it was scanned or typed."),
    ] = None
    phone: Annotated[
        str | None, Meta(description="Write the phone number, with or without country code.")
    ] = None


class BasketDocument(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A bill of the till."""

    source: Annotated[
        str,
        Meta(
            pattern=r"^[A-Za-z0-9._-]{1,60}$",
            description="Write one name for this till program, always the same: letters, digits,"
            " dots and dashes, 60 at most.",
        ),
    ]
    external_id: Annotated[
        str,
        Meta(
            pattern=r"^[\x21-\x7e]{1,80}$",
            description="Write the till's own id of this bill, never used for another one: 80"
            " characters at most, no blanks.",
        ),
    ]
    bill_number: Annotated[
        str,
        Meta(
            max_length=NUMBER_LENGTH_MAX,
            description="Write the number printed on the bill, 60 characters at most.",
        ),
    ] = ""
    opened_at: Annotated[
        Annotated[datetime, Meta(tz=True)] | None,
        Meta(description="Write when the bill was opened: 2026-11-20T18:05:00+05:30."),
    ] = None
    currency: Annotated[
        str, Meta(pattern="^[A-Z]{3}$", description="Write the shop's currency: INR or PHP.")
    ]
    lines: Annotated[
        tuple[BasketLineDocument, ...],
        Meta(
            min_length=1,
            max_length=LINES_MAX,
            description=f"Write one entry for each line of the bill, 1 to {LINES_MAX}.",
        ),
    ]
    total_minor: Annotated[
        Minor,
        Meta(description="Write what the lines come to after all discounts, in paise or centavos."),
    ]
    discount_minor: Annotated[
        Minor, Meta(description="Write what is off the whole bill, in paise or centavos.")
    ] = 0
    customer: Annotated[
        CustomerDocument | None,
        Meta(description='Write {"card": "…"} or {"phone": "…"}, or leave it out.'),
    ] = None
    state: Annotated[
        Literal["open", "paid", "voided"],
        Meta(description="Write open, paid, or voided for a bill that was cancelled."),
    ] = "open"


class Fault(Struct, frozen=True):
    """What is wrong: where (`lines[0].quantity`; "" = the whole document) and what to do."""

    field: str
    message: str


class BadBasket(Struct, frozen=True):
    """A document that cannot be taken, and why."""

    faults: tuple[Fault, ...]


class BasketAnswer(Struct, frozen=True, kw_only=True):
    """What a till is told of a basket it sent.

    `code` is what was done; `state` how the basket stands now, `sale` what it became. `member` says
    whether the customer is known.
    """

    code: Literal[
        "taken", "replaced", "same", "voided", "closed", "key_reused", "wrong_currency", "disk_full"
    ]
    message: str
    source: str
    external_id: str
    state: str = ""
    sale: str = ""
    member: Literal["known", "unknown", "none"] = "none"


_decoder: Final = msgspec.json.Decoder(BasketDocument)
_PATH: Final = re.compile(r"(?P<what>.*?)(?: - at `\$\.?(?P<path>.*)`)?$", re.DOTALL)
_TICKED: Final = re.compile(r"`([^`]*)`")
_UNFIT: Final = re.compile("of length|regex|[<>]=|^Invalid|out of range")
_WORDS: Final = {
    "int": "a whole number",
    "str": "a text",
    "float": "a number with a decimal point",
    "decimal": "a number",
    "array": "a list",
    "object": "an object in { }",
    "null": "nothing (null)",
    "bool": "true or false",
    "datetime": "a date with time",
}


def read_basket(data: bytes) -> SentBasket | BadBasket:
    """Return what a document says, or every fault in it; the shop's currency is not known here."""
    if len(data) > DOCUMENT_BYTES_MAX:
        return _bad(f"The document is larger than {DOCUMENT_BYTES_MAX // 1024} KB. Send less.")
    try:
        document = _decoder.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except msgspec.ValidationError as error:
        return BadBasket((fault_in_words(str(error)),))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _bad(f"The document is no JSON in UTF-8 ({error}). Send it whole, as JSON.")
    return sent_basket(document)


def sent_basket(document: BasketDocument) -> SentBasket | BadBasket:
    """Return a document as a basket, its sums checked."""
    lines: list[BasketLine] = []
    faults = _text_faults(document)
    for at, one in enumerate(document.lines):
        quantity = _milli(one.quantity)
        line = BillLine(
            _tidy(one.sku), _tidy(one.name), _tidy(one.category), quantity or 0,
            one.unit_price_minor, one.discount_minor,
        )  # fmt: skip
        lines.append(BasketLine(line, one.gtin))
        if quantity is None:
            faults.append(_fault(f"lines[{at}].quantity", f"{one.quantity:.9g} is no quantity"))
        elif line_minor(line) < 0:
            said = f"{one.discount_minor} is more than the line costs"
            faults.append(_fault(f"lines[{at}].discount_minor", said))
    opened = document.opened_at
    basket = Basket(
        document.source, document.external_id, " ".join(document.bill_number.split()),
        tuple(lines), document.discount_minor,
        opened_at_ms=int(opened.timestamp() * 1000) if opened else 0,
        paid=document.state == "paid",
    )  # fmt: skip
    if not faults:
        faults += _total_faults(basket, document.total_minor)
    if faults:
        return BadBasket(tuple(faults))
    customer = document.customer or CustomerDocument()
    return SentBasket(
        basket,
        document.currency,
        voided=document.state == "voided",
        card=(customer.card or "").strip(),
        phone=(customer.phone or "").strip(),
    )


def _text_faults(document: BasketDocument) -> list[Fault]:
    if document.bill_number.isprintable():
        return []
    return [_fault("bill_number", "has characters that no printer prints")]


def _total_faults(basket: Basket, total_minor: int) -> list[Fault]:
    comes_to = basket_total_minor(basket)
    if comes_to < 0:
        said = f"{basket.discount_minor} is more than the bill costs"
        return [_fault("discount_minor", said)]
    if comes_to != total_minor:
        said = (
            f"{total_minor} is said, but the lines come to {comes_to}: price times quantity,"
            " rounded half up, less discounts"
        )
        return [_fault("total_minor", said)]
    if comes_to == 0 and not all(one.line.sku for one in basket.lines):
        return [_fault("total_minor", "a bill of nothing is not recorded")]
    return []


def _milli(quantity: Decimal) -> int | None:
    """Return a quantity in thousandths, or None; an absurd exponent is never multiplied out."""
    if not quantity.is_finite() or not 0 < quantity <= QUANTITY_MAX_MILLI // 1000:
        return None
    _, digits, exponent = quantity.as_tuple()
    if not isinstance(exponent, int) or exponent < -12 or len(digits) > 24:
        return None
    milli = quantity * 1000
    return int(milli) if milli == milli.to_integral_value() else None


def _tidy(text: str) -> str:
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def _bad(sentence: str) -> BadBasket:
    return BadBasket((Fault("", sentence),))


def _fault(path: str, what: str) -> Fault:
    return Fault(path, f"{what}. {_hint(path)}".strip())


def fault_in_words(error: str) -> Fault:
    """Say what msgspec found ("Expected `int`, got `str` - at `$.lines[0].x`") in words."""
    match = _PATH.fullmatch(error)
    what, path = (match["what"], match["path"] or "") if match else (error, "")
    named = re.search(r"(missing required|contains unknown) field `([^`]*)`", what)
    if named:
        path = f"{path}.{named[2]}" if path else named[2]
        unknown = named[1].endswith("unknown")
        said = "no such field is known; leave it out" if unknown else "this field is missing"
        return _fault(path, said)
    if _UNFIT.search(what):
        return _fault(path, "what is sent here does not fit")
    said = _TICKED.sub(_in_words, what)
    return _fault(path, said[:1].lower() + said[1:])


def _in_words(types: re.Match[str]) -> str:
    return " or ".join(_WORDS.get(one, one) for one in types[1].split(" | "))


def _hint(path: str) -> str:
    """Return what to write in a field: what its schema says."""
    steps = re.sub(r"\[[^]]*\]", "", path).split(".")
    owner = {"lines": "BasketLineDocument", "customer": "CustomerDocument"}
    shape = owner.get(steps[0], "") if len(steps) > 1 else "BasketDocument"
    described = _properties().get(shape, {}).get(steps[-1], {})
    return str(described.get("description", ""))


@cache
def _properties() -> dict[str, dict[str, Any]]:
    _, shapes = msgspec.json.schema_components((BasketDocument,))
    return {name: one.get("properties", {}) for name, one in shapes.items()}
